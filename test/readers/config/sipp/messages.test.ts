import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSipp } from '../../../../server/src/readers/config/sipp/read.ts';
import { unfoldScenario } from '../../../../server/src/readers/config/sipp/unfold.ts';
import { documentSpan } from '../../../../server/src/readers/log/logical.ts';
import { headerNamed } from '../../../../server/src/sip/fields.ts';
import { parseMessage } from '../../../../server/src/sip/parse.ts';
import { textOf } from '../../../../server/src/sip/span.ts';
import { fixture } from './scenarios.ts';

suite('the messages of a scenario', () => {
  const reading = readSipp(fixture);
  const messages = reading.frames.map((frame) => parseMessage(unfoldScenario(fixture, frame).text));

  test('are frames, start line to last line', () => {
    assert.deepEqual(
      messages.map(({ text, startLine }) => textOf(text, startLine.span)),
      [
        'REGISTER sip:[field1]@[remote_ip] SIP/2.0',
        'REGISTER sip:[field1]@[remote_ip] SIP/2.0',
        'SIP/2.0 180 Ringing',
        'SIP/2.0 200 OK',
        'BYE [next_url] SIP/2.0',
      ],
    );
    for (const frame of reading.frames) {
      assert.match(fixture.slice(frame.start), /^(?:REGISTER|SIP\/2\.0|BYE)/);
      assert.doesNotMatch(fixture.slice(frame.start, frame.end), /\]\]>|CDATA/);
    }
  });

  test('have the header fields that [last_…:] brings, in their places', () => {
    const [, , ringing] = messages;
    const frame = reading.frames[2]!;
    assert.deepEqual(
      ringing?.headers.map(({ canonical }) => canonical),
      ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Contact', 'Content-Length'],
    );
    const to = headerNamed(ringing!, 'To')!;
    assert.equal(textOf(ringing!.text, to.value), '[last_To:];tag=[pid]called[call_number]');
    const place = documentSpan(unfoldScenario(fixture, frame), to.name);
    assert.equal(fixture.slice(place.start - 6, place.end + 1), '[last_To:');
  });

  test('have their body, indentation gone as SIPp sends it', () => {
    const answer = messages[3]!;
    assert.match(textOf(answer.text, answer.body), /^v=0\no=called 1 1 IN IP\[local_ip_type\] \[local_ip\]\n/);
    assert.equal(textOf(messages[4]!.text, messages[4]!.body), '0123456789');
  });

  test('begin on the line of the CDATA or behind it, with blanks or tabs', () => {
    const text =
      '<scenario><send><![CDATA[BYE sip:a@example.com SIP/2.0\n\tVia: x\r\n \t \n  \tbody  \n\n]]></send></scenario>';
    const [frame] = readSipp(text).frames;
    assert.equal(unfoldScenario(text, frame!).text, 'BYE sip:a@example.com SIP/2.0\nVia: x\n\nbody\n');
  });
});
