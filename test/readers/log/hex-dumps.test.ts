import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';

const options = `OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>
Call-ID: dump-1@192.0.2.1
CSeq: 7 OPTIONS
Content-Length: 0

`.replaceAll('\n', '\r\n');
const answer = `SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1
From: <sip:alice@example.com>;tag=a1
To: "Bülent" <sip:bob@example.com>;tag=b2
Call-ID: dump-1@192.0.2.1
CSeq: 7 OPTIONS
Content-Length: 0

`.replaceAll('\n', '\r\n');

const log = `proxy started\n2026-11-22 18:48:06 received\n${options}2026-11-22 18:48:07 sent\n${answer}proxy ended\n`;

const inRows = (
  text: string,
  size: number,
  row: (offset: number, bytes: readonly string[], seen: string) => string,
) => {
  const bytes = [...Buffer.from(text)];
  const rows = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
  return rows
    .map((part, i) =>
      row(
        i * size,
        part.map((byte) => byte.toString(16).padStart(2, '0')),
        part.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join(''),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
};
const hex = (offset: number, digits: number) => offset.toString(16).padStart(digits, '0');
const halves = (bytes: readonly string[], between: string) =>
  `${bytes.slice(0, 8).join(' ').padEnd(23)}${between}${bytes.slice(8).join(' ').padEnd(23)}`;

const dumpsOfFiles: Readonly<Record<string, (text: string) => string>> = {
  'hexdump -C': (text) =>
    inRows(text, 16, (offset, bytes, seen) => `${hex(offset, 8)}  ${halves(bytes, '  ')}  |${seen}|`),
  xxd: (text) =>
    inRows(text, 16, (offset, bytes, seen) => {
      const pairs = bytes.join('').replace(/.{4}(?=.)/g, '$& ');
      return `${hex(offset, 8)}: ${pairs.padEnd(39)}  ${seen}`;
    }),
  'xxd -p': (text) => inRows(text, 30, (_, bytes) => bytes.join('')),
  'xxd -p -c 16 -u': (text) => inRows(text, 16, (_, bytes) => bytes.join('').toUpperCase()),
  'od -An -tx1': (text) => inRows(text, 16, (_, bytes) => ` ${bytes.join(' ')}`),
  'od -A x -t x1z': (text) =>
    inRows(text, 16, (offset, bytes, seen) => `${hex(offset, 6)} ${bytes.join(' ')}  >${seen}<`),
};

const messagesIn = (dump: string): readonly string[] => {
  const { text, frames } = analyse(dump, { name: 'dump.txt' });
  return frames.map((frame) => placedMessage(text, frame).message.text);
};

suite('Dumps of whole files', () => {
  for (const [tool, write] of Object.entries(dumpsOfFiles)) {
    test(`${tool}: the messages of a log are read in the middle of its bytes`, () => {
      assert.deepEqual(messagesIn(write(log)), [options, answer]);
    });

    test(`${tool}: all messages of a dump that is longer than what is read at once`, () => {
      const many = Array.from({ length: 400 }, (_, i) => options.replace('dump-1', `dump-${i}`));
      assert.deepEqual(messagesIn(write(many.join('next\n'))), many);
    });

    test(`${tool}: words about a message are none`, () => {
      assert.deepEqual(
        messagesIn(write('The peer answered SIP/2.0 486 Busy Here.\nVia the proxy.\n'.repeat(9))).length,
        0,
      );
    });
  }
});

suite('Dumps of packets', () => {
  test('ngrep -x: rows without an offset', () => {
    const rows = (text: string) => inRows(text, 16, (_, bytes, seen) => `  ${halves(bytes, '    ')}    ${seen}`);
    const dump = `#\nU 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n${rows(options)}#\nU 192.0.2.2:5060 -> 192.0.2.1:5060 #2\n${rows(answer)}`;
    assert.deepEqual(messagesIn(dump), [options, answer]);
    const { text, frames } = analyse(dump, { name: 'dump.txt' });
    assert.deepEqual(
      frames.map((frame) => text.slice(frame.start, frame.start + 8)),
      ['4f 50 54', '53 49 50'],
    );
  });

  test('tshark -z follow: the rows of one direction are indented, and both count their own bytes', () => {
    const rows = (text: string, indent: string, from: number) =>
      inRows(text, 16, (offset, bytes, seen) => `${indent}${hex(from + offset, 8)}  ${halves(bytes, '  ')}  ${seen}`);
    const dump = [
      rows(options, '', 0),
      rows(answer, '\t', 0),
      rows(options, '', options.length),
      rows(answer, '\t', Buffer.byteLength(answer)),
    ].join('');
    assert.deepEqual(messagesIn(dump), [options, answer, options, answer]);
  });

  for (const size of [64, 128, 9999]) {
    test(`the first ${size} bytes behind the text of their message are no other message`, () => {
      const dump = inRows(
        options.slice(0, size),
        16,
        (offset, bytes, seen) => `${hex(offset, 8)}  ${halves(bytes, '  ')}  |${seen}|`,
      );
      const { frames } = analyse(`18:48:06 received\n${options}Bytes:\n${dump}\n`, { name: 'trace.log' });
      assert.equal(frames.length, 1);
    });
  }
});
