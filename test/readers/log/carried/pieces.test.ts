import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../../server/src/analysis.ts';
import { request, saidIn } from '../envelope/said.ts';

const body = 'v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\nm=audio 4000 RTP/AVP 0\n';
const invite = request
  .replaceAll('OPTIONS', 'INVITE')
  .replace('Content-Length: 0\n\n', `Content-Type: application/sdp\nContent-Length: ${body.length + 6}\n\n${body}`);
const sent = [request, invite];

const messagesOf = (log: string): readonly string[] => {
  const { text, frames } = analyse(log, { name: 'trace.log' });
  return frames.map((frame) => placedMessage(text, frame).message.text.trimEnd());
};

/** Both messages, some lines of each in a record. */
const logOf = (linesInRecord: number, record: (piece: string, i: number) => string): string =>
  sent
    .flatMap((message, n) => {
      const lines = message.replace(/\n$/, '').split('\n');
      const pieces = Array.from({ length: Math.ceil(lines.length / linesInRecord) }, (_, i) =>
        lines.slice(i * linesInRecord, (i + 1) * linesInRecord).join('\n'),
      );
      return pieces.map((piece) => record(piece, n));
    })
    .join('');

const records: Readonly<Record<string, (piece: string, i: number) => string>> = {
  'a line above each, an empty line behind': (piece, i) =>
    `[ 11-29 13:50:37.12${i}  1234: 5678 D/SipStack ]\n${piece}\n\n`,
  'a line above each': (piece, i) => `2026-11-29 13:50:37.12${i} [DEBUG] sip.transport\n${piece}\n`,
  'a line above each, blanks before what it says': (piece, i) =>
    `2026-11-29 13:50:37.12${i} [DEBUG] sip.transport:\n${piece.replaceAll(/^/gm, '    ')}\n\n`,
  'a line above each, a level before what it says': (piece, i) =>
    `Nov 29, 2026 13:50:3${i} org.example.Sip log\n${piece.replaceAll(/^/gm, 'INFO: ')}\n`,
  'two lines above each': (piece, i) => `----- 13:50:37.12${i} -----\nfragment ${i} of a message\n${piece}\n`,
};

suite('messages over several records, each below a head of its own', () => {
  for (const [name, record] of Object.entries(records))
    for (const linesInRecord of [1, 3])
      test(`${linesInRecord} lines a record, ${name}`, () => {
        const log = logOf(linesInRecord, record);
        assert.deepEqual(
          messagesOf(log),
          sent.map((message) => message.trimEnd()),
        );
      });

  test('the record above, at the same time, tells of the message', () => {
    const log = logOf(1, (piece, i) => {
      const head = `[2026-11-29T13:50:37.12${i}Z] SipLogger\n`;
      const lead = / SIP\/2\.0$/.test(piece) ? `${head}received from tcp 192.0.2.1:5060\n\n` : '';
      return `${lead}${head}${piece}\n\n`;
    });
    for (const n of [0, 1])
      assert.deepEqual(saidIn(log, n), {
        time: `2026-11-29T13:50:37.12${n}Z`,
        direction: 'in',
        transport: 'TCP',
        source: '192.0.2.1:5060',
      });
  });

  test('the head of the first record tells of the message', () => {
    const log = logOf(1, (piece, i) => `[ 11-29 13:50:37.12${i}  1234: 5678 D/SipStack ]\n${piece}\n\n`);
    assert.deepEqual(saidIn(log), { time: '--11-29T13:50:37.121' });
  });
});
