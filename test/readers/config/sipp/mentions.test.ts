import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSipp } from '../../../../server/src/readers/config/sipp/read.ts';
import { fixture, mentioned, scenario } from './scenarios.ts';

suite('what a scenario mentions', () => {
  const reading = readSipp(fixture);

  test('codes and methods that are expected, and the header field that is searched', () => {
    assert.deepEqual(mentioned(fixture, reading, 'statusCode', 'method'), [
      '100 = statusCode 100',
      '401 = statusCode 401',
      '200 = statusCode 200',
      'INVITE = method INVITE',
      'UPDATE = method UPDATE',
      'ACK = method ACK',
      '200 = statusCode 200',
    ]);
    assert.deepEqual(mentioned(fixture, reading, 'headerField').slice(0, 2), [
      'WWW-Authenticate = headerField WWW-Authenticate',
      'WWW-Authenticate = headerField WWW-Authenticate',
    ]);
  });

  test('keywords, with the header field of [last_Via:]', () => {
    const text = scenario(`<send><![CDATA[
      SIP/2.0 200 OK
      [last_Via:]
      [last_To:];tag=[pid]x[call_number]
      CSeq: [cseq+1] INVITE
      Via: SIP/2.0/UDP 192.0.2.1;branch=[branch-2]
      X-Mine: [field0 file="a.csv" line=[$line]] [$name] [cryptosuiteaescm128sha1801audio]
    ]]></send>`);
    assert.deepEqual(mentioned(text, readSipp(text)).slice(3), [
      'last_ = dialectTerm keyword last_',
      'Via = headerField Via',
      'last_ = dialectTerm keyword last_',
      'To = headerField To',
      'pid = dialectTerm keyword pid',
      'call_number = dialectTerm keyword call_number',
      'cseq = dialectTerm keyword cseq',
      'branch = dialectTerm keyword branch',
      'field0 = dialectTerm keyword field',
      '$name = dialectTerm keyword $',
      'cryptosuiteaescm128sha1801audio = dialectTerm keyword cryptosuite',
    ]);
  });

  test('a misspelt method is mentioned as well, so that it can be judged', () => {
    const text = scenario('<recv request="INVTE"/><recv response="799"/>');
    assert.deepEqual(mentioned(text, readSipp(text), 'method', 'statusCode'), [
      'INVTE = method INVTE',
      '799 = statusCode 799',
    ]);
  });

  test('patterns: the methods and classes of regexp_match', () => {
    const text = scenario(
      '<recv request="^(INVITE|RE.*)$" regexp_match="true"/><recv response="18[03]|4[0-9][0-9]|200" regexp_match="true"/>',
    );
    assert.deepEqual(mentioned(text, readSipp(text), 'method', 'statusCode', 'statusClass'), [
      'INVITE = method INVITE',
      '4[0-9][0-9] = statusClass 4',
      '200 = statusCode 200',
    ]);
  });

  test('numbers in comments, pauses, ports and statistics are none', () => {
    const places = reading.mentions.map(({ span }) => fixture.slice(0, span.start).split('\n').length);
    const lines = fixture.split('\n');
    for (const place of places) {
      assert.doesNotMatch(lines[place - 1] ?? '', /^<!--/);
    }
    assert.ok(!mentioned(fixture, reading).some((line) => /^(?:404|486|300|500|2000)/.test(line)));
  });
});
