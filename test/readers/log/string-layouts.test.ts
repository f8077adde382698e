import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { sampleMessages } from './sample-messages.ts';
import { stringLayouts } from './string-layouts.ts';

/** With a name beyond ASCII and quotes in it. */
const messages = sampleMessages.map((message) =>
  message.replace('Desk Phone', 'Schreibtischger\u00e4t "M\u0131s\u0131r"'),
);

const trimmed = (message: string): string => message.replaceAll('\r', '').trimEnd();

suite('messages in strings as languages and debuggers print them', () => {
  for (const { name, write } of stringLayouts) {
    test(name, () => {
      const { text, frames } = analyse(messages.map(write).join(''), { name: 'trace.log' });
      assert.deepEqual(
        frames.map((frame) => trimmed(placedMessage(text, frame).message.text)),
        messages.map(trimmed),
      );
    });
  }

  test('where SQL replaces the spelling of line breaks, other backslashes are of the message', () => {
    const from = String.raw`From: "The \"Desk\"" <sip:desk@example.com>;tag=7`;
    const log = String.raw`INSERT INTO t VALUES(1,replace('OPTIONS sip:a@example.com SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\n${from}\nSubject: it''s\nCSeq: 1 OPTIONS\n\n','\n',char(10)));`;
    const { text, frames } = analyse(log, { name: 'dump.sql' });
    const lines = placedMessage(text, frames[0]!).message.text.split('\n');
    assert.deepEqual(lines.slice(2, 4), [from, "Subject: it's"]);
  });

  test('bytes that are not UTF-8 are Latin-1', () => {
    const log = String.raw`recv(5, "OPTIONS sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1\r\nSubject: \374ber\r\nCSeq: 1 OPTIONS\r\n\r\n", 99)`;
    const { text, frames } = analyse(log, { name: 'trace.log' });
    assert.match(placedMessage(text, frames[0]!).message.text, /^Subject: \u00fcber/m);
  });

  test('a string a line, the first of which begins with other words', () => {
    const lines = messages[0]!
      .split('\n', 9)
      .map((line, n) => (n === 0 ? ` 5(12793) NOTICE: from 192.0.2.1: ${line}` : line));
    const log = lines.map((line) => `${JSON.stringify({ log: `${line}\r\n`, stream: 'stderr' })}\n`).join('');
    const { text, frames } = analyse(log, { name: 'trace.log' });
    assert.deepEqual(
      frames.map((frame) => placedMessage(text, frame).message.text.split(/\r?\n/, 1)[0]),
      [messages[0]!.split('\n', 1)[0]],
    );
  });
});
