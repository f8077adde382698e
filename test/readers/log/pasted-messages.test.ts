import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { headerNamed, statusOf, valueOf } from '../../../server/src/sip/fields.ts';
import { textOf } from '../../../server/src/sip/span.ts';

/** What pages, tickets and notes make of messages that people paste into them. */

const messagesOf = (log: string) => {
  const { text, frames } = analyse(`Notes of the week\n\n${log}`, { name: 'notes.md' });
  return frames.map((frame) => placedMessage(text, frame).message);
};
const startLines = (log: string): readonly string[] =>
  messagesOf(log).map((message) => textOf(message.text, message.startLine.span));

const answer = [
  'SIP/2.0 503 Service Unavailable',
  'Via: SIP/2.0/TCP 198.51.100.7:40112;branch=z9hG4bKq81',
  'From: <sip:desk@example.net>;tag=7k',
  'To: <sip:hall@example.net>;tag=9m',
  'Call-ID: 3f0c77@198.51.100.7',
  'CSeq: 12 INVITE',
  'Retry-After: 30',
];

suite('messages that were pasted', () => {
  test('an empty line behind every header line but the start line, and behind those that come late', () => {
    const [message] = messagesOf(`The trunk says:\n\n${answer[0]}\n${answer.slice(1).join('\n\n')}\n\nWhy?\n`);
    assert.equal(message && valueOf(message, 'CSeq'), '12 INVITE');
    assert.equal(message && valueOf(message, 'Retry-After'), '30');
  });

  test('header fields that share lines, and empty lines between, as text taken from a page has them', () => {
    const [start, via, from, to, callId, cSeq] = answer;
    const log = [start, `${via} ${from}`, to, `${callId} ${cSeq} Max-Forwards: 70`, 'Subject: To be or not'].join(
      '\n\n',
    );
    const [message] = messagesOf(`4.2.1\n\n${log}\n\n4.3. Calls\n`);
    assert.equal(message && valueOf(message, 'From'), '<sip:desk@example.net>;tag=7k');
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7');
    assert.equal(message && valueOf(message, 'CSeq'), '12 INVITE');
    assert.equal(message && valueOf(message, 'Subject'), 'To be or not');
  });

  test('what a relay put before every line, where blanks stand for line breaks', () => {
    const prefix = `2026-11-22 18:48:14               User.Info  edge-a               Nov 22 18:48:06 edge-a host:server:  INFO : SIP trace: `;
    const [message] = messagesOf(['incoming data, size 400:', ...answer, ''].join(` ${prefix}`));
    assert.equal(message && textOf(message.text, message.startLine.span), 'SIP/2.0 503 Service Unavailable');
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7');
  });

  test('a packet tree that has lost its blanks, a bar behind every line', () => {
    const [start, ...fields] = answer;
    const tree = [
      'Frame 9: 320 bytes on wire',
      'Session Initiation Protocol (503)',
      `Status-Line: ${start}`,
      'Status-Code: 503',
      '[Resent Packet: False]',
      'Message Header',
      ...fields,
      'SIP from tag: 7k',
      'Frame 10: 320 bytes on wire',
    ];
    for (const bar of ['', ' | |']) {
      const [message] = messagesOf(tree.map((line) => `${line}${bar}\n`).join(''));
      assert.equal(message && textOf(message.text, message.startLine.span), start, bar);
      assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7', bar);
      assert.equal(message && valueOf(message, 'Retry-After'), '30', bar);
    }
  });

  test('a prefix before the first lines alone, for a program wrote the rest at once', () => {
    const written = answer.map((line, i) => (i < 4 ? `I (5231) sip: ${line}\n` : `${line}\n`)).join('');
    const [message] = messagesOf(`I (5231) sip: --- RX ---\n${written}\n\nI (5240) sip: --- END RX ---\n`);
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7');
    assert.equal(message && valueOf(message, 'Retry-After'), '30');
  });

  test('dots for line breaks, broken at a width behind the name of a dump', () => {
    const dump = ` [ Chr ${answer.join('..')}.... ]`;
    const rows = dump.match(/^.{72}|.{1,69}/g)!.join('\n   ');
    const [message] = messagesOf(` [ UDP Port (6567 => 5567) ]\n${rows}\n [ Hex  53 49 50 ]\n`);
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7');
    assert.equal(message && valueOf(message, 'CSeq'), '12 INVITE');
  });

  test('any sign for what cannot be printed, as ngrep is told to show it', () => {
    for (const sign of ['_', '|', '#', '*', '?', '@']) {
      const lines = [...answer, ''].map((line) => `${line}${sign}\n`).join('');
      const rows = `${answer.join(sign + sign)}${sign.repeat(4)}`
        .match(/.{1,74}/g)!
        .map((row) => `  ${row}\n`)
        .join('');
      for (const log of [
        `U 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n${lines}\n`,
        `U 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n${rows}\n`,
      ]) {
        const [message] = messagesOf(log);
        assert.equal(message && textOf(message.text, message.startLine.span), answer[0], log);
        assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7', log);
        assert.equal(message && valueOf(message, 'CSeq'), '12 INVITE', log);
      }
    }
  });

  test('a header line behind the reason phrase on one line', () => {
    const log = `SIP/2.0 504 Server time-out Authentication-Info: TLS-DSK qop="auth", snum="38"\n${answer.slice(1).join('\n')}\n\n`;
    assert.deepEqual(startLines(log), ['SIP/2.0 504 Server time-out']);
    assert.ok(headerNamed(messagesOf(log)[0]!, 'Authentication-Info'));
  });

  test('a start line of the log before the message on its line', () => {
    const log = `rx [socket]<--- SIP/2.0 503 Service Unavailable 2026-11-22 18:48:06,824 DEBUG [print.c(17)] recv<--- ${answer.join(' ')}\n`;
    const [message] = messagesOf(log);
    assert.equal(message && textOf(message.text, message.startLine.span), 'SIP/2.0 503 Service Unavailable');
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7');
  });

  test('the request that a reason phrase says was not understood', () => {
    const [message] = messagesOf(
      `SIP/2.0 404 No such user: INVITE sip:hall@example.net SIP/2.0\n${answer.slice(1).join('\n')}\n\n`,
    );
    assert.equal(message && statusOf(message), 404);
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7');
  });

  test('a start line that a page broke, before the dots of a dump', () => {
    const dump = `INVITE sip:service-of-the-whole-house@203.0.113.100:5060 SIP/2.0\r\n${answer.slice(1).join('\r\n')}\r\n\r\n`;
    const shown = dump.replaceAll('\r\n', '..').replace('INVITE ', 'INVITE\n');
    const log = `read [(0,515)\n(${Buffer.from(dump).toString('hex')})(${shown}`;
    assert.deepEqual(startLines(log), ['INVITE sip:service-of-the-whole-house@203.0.113.100:5060 SIP/2.0']);
  });

  test('a carriage return that the start line has lost', () => {
    const [message] = messagesOf(`${answer[0]}\n${answer.slice(1).join('^M\n')}^M\n^M\n`);
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7');
  });

  test('the beginning of a message behind the head of its record, as a console shows it', () => {
    const cut = `${answer[0]}\n${answer[1]?.slice(0, 40)}...\n`;
    assert.deepEqual(startLines(`18:48:06.884 sip.ts:88 got a message: ${cut}18:48:07.123 sip.ts:95 gave up\n`), [
      answer[0],
    ]);
    assert.deepEqual(startLines(`We think that it is: ${cut}But who knows?\n`), []);
  });

  test('a Request-URI that is none', () => {
    for (const uri of ['1234', '+15551234', 'bob@example.net', 'example.net:5060'])
      assert.deepEqual(
        startLines(`It cannot be parsed:\nMESSAGE ${uri} SIP/2.0\n${answer.slice(1).join('\n')}\n\n`),
        [`MESSAGE ${uri} SIP/2.0`],
        uri,
      );
  });

  test('dots at the end of a value before those that a dump puts for a line break', () => {
    const [message] = messagesOf(`U h -> h ${answer.join('..').replace('@198.51.100.7', '..')}....\n`);
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77..');
    assert.equal(message && valueOf(message, 'CSeq'), '12 INVITE');
  });

  test('a date behind a version is no status code', () => {
    assert.deepEqual(
      startLines('OPTIONS sip:a@example.net SIP/2.0 2026-06-07 03:18:14 trace: Via: SIP/2.0/UDP h Call-ID: 7\n'),
      [],
    );
  });

  test('elements of a page, all on one line', () => {
    const page = answer.map((line) => `<li>${line.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</li>`).join('');
    const [message] = messagesOf(`<ul>${page}</ul>\n`);
    assert.equal(message && valueOf(message, 'From'), '<sip:desk@example.net>;tag=7k');
    assert.equal(message && valueOf(message, 'Retry-After'), '30');
  });

  test('a string of YAML whose lines are parted at blanks', () => {
    const log = `  results:\n    Stderr: "Dead call 5 (successful), received 'SIP/2.0 503 Service Unavailable\\nVia:\n      SIP/2.0/TCP 198.51.100.7:40112;branch=z9hG4bKq81\\nFrom: <sip:desk@example.net>;tag=7k\\nTo:\n      <sip:hall@example.net>;tag=9m\\nCall-ID: 3f0c77@198.51.100.7\\nCSeq: 12\n      INVITE\\nContent-Length: 0\\n\\n'.\\nsipp: done"\n    Stdout: ""\n`;
    const [message] = messagesOf(log);
    assert.equal(message && valueOf(message, 'Call-ID'), '3f0c77@198.51.100.7');
    assert.equal(message && valueOf(message, 'CSeq'), '12 INVITE');
  });

  test('quotes of a name end no field of a table', () => {
    const [message] = messagesOf(`"${answer.join('\n').replace('<sip:desk', '"Desk" <sip:desk')}"\n`);
    assert.equal(message && valueOf(message, 'Retry-After'), '30');
  });

  test('a To with a tag makes a few fields a message', () => {
    const few = (to: string): string =>
      `$ options sip:192.0.2.1\nSIP/2.0 200 OK\nTo: ${to}\nServer: proxy\n\n$ options sip:192.0.2.2\n`;
    assert.deepEqual(startLines(few('<sip:192.0.2.1>;tag=8e')), ['SIP/2.0 200 OK']);
    assert.deepEqual(startLines(few('<sip:192.0.2.1>')), []);
  });
});
