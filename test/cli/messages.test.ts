import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { records, workplace } from './program.ts';
import { goodMessage, serverLog } from './samples.ts';

suite('sip-lens messages', () => {
  const place = workplace();
  after(() => place.remove());
  place.write('server.log', serverLog);
  place.write('options.sip', goodMessage);
  const [request = '', response = ''] = place.run(['messages', 'server.log']).output.split('\n');

  test('writes a line for every message: place, time, direction, peers, start line, Call-ID', () => {
    assert.equal(
      request,
      'server.log:2:1  2026-11-22T18:48:06.100  in  UDP 192.0.2.9:5062 ->  INVITE sip:bob@example.com  one@example.com',
    );
    assert.equal(
      response,
      'server.log:13:1  2026-11-22T18:48:06.220  out  UDP -> 192.0.2.9:5062  486 Busy Here (INVITE)  one@example.com',
    );
  });

  test('writes an object for every message, one a line', () => {
    assert.deepEqual(records(place.run(['messages', '--format', 'json', 'server.log'])), [
      {
        file: 'server.log',
        line: 2,
        column: 1,
        kind: 'request',
        method: 'INVITE',
        uri: 'sip:bob@example.com',
        callId: 'one@example.com',
        cseq: { number: 1, method: 'INVITE' },
        state: 'complete',
        time: '2026-11-22T18:48:06.100',
        direction: 'in',
        transport: 'UDP',
        source: '192.0.2.9:5062',
        mark: 'C-0000002a',
        inferred: [],
      },
      {
        file: 'server.log',
        line: 13,
        column: 1,
        kind: 'response',
        status: 486,
        reason: 'Busy Here',
        callId: 'one@example.com',
        cseq: { number: 1, method: 'INVITE' },
        state: 'complete',
        time: '2026-11-22T18:48:06.220',
        direction: 'out',
        transport: 'UDP',
        destination: '192.0.2.9:5062',
        mark: 'C-0000002a',
        inferred: [],
      },
    ]);
  });

  test('names what it had to infer, and marks it for people', () => {
    const [record] = records(place.run(['messages', '--format=json', 'options.sip']));
    assert.deepEqual(
      [record?.['transport'], record?.['source'], record?.['inferred']],
      ['UDP', '192.0.2.9:5062', ['transport', 'source']],
    );
    assert.match(place.run(['messages', 'options.sip']).output, / ~UDP ~192\.0\.2\.9:5062 -> /);
  });

  test('counts columns where a message begins within a line', () => {
    const line = `x\n  {"msg":"${goodMessage.replaceAll('\n', '\\r\\n')}"}\n`;
    const [record] = records(place.run(['messages', '--format', 'json', '-'], { input: line }));
    assert.deepEqual([record?.['line'], record?.['column'], record?.['callId']], [2, 11, 'two@example.com']);
  });

  test('says which message the log cut', () => {
    const cut = serverLog.slice(0, serverLog.indexOf('Contact'));
    const outcome = place.run(['messages', '--format', 'json', '-'], { input: cut });
    assert.equal(records(outcome)[0]?.['state'], 'partial');
    assert.match(place.run(['messages', '-'], { input: cut }).output, /\[partial\]\n$/);
    assert.match(place.run(['messages', '--lang', 'tr', '-'], { input: cut }).output, /\[eksik\]\n$/);
  });

  test('leaves out what a message does not have, and numbers that are none', () => {
    const input = 'SIP/2.0 200 OK\nVia: SIP/2.0/UDP 192.0.2.9\nCSeq: many OPTIONS\n\n';
    const [record = {}] = records(place.run(['messages', '--format', 'json', '-'], { input }));
    assert.equal('callId' in record, false);
    assert.deepEqual(record['cseq'], { method: 'OPTIONS' });
  });

  test('finds nothing in a text without SIP, and says nothing', () => {
    const outcome = place.run(['messages', '-'], { input: 'took 200 ms\nport 5060\n' });
    assert.deepEqual(outcome, { status: 0, output: '', errors: '' });
  });
});
