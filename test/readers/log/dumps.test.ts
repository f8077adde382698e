import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, envelopeAt, placedMessage } from '../../../server/src/analysis.ts';

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
  'tshark -z follow,tcp,hex': (text) =>
    inRows(
      text,
      16,
      (offset, bytes, seen) => `${hex(offset, 8)}  ${halves(bytes, '  ')}  ${seen.replace(/^.{8}/, '$& ')}`,
    ),
  'xxd -g 4 in the log of a container': (text) =>
    inRows(text, 16, (offset, bytes, seen) => {
      const groups = bytes.join('').replace(/.{8}(?=.)/g, '$& ');
      return `upf   | ${hex(offset, 4)}: ${groups.padEnd(35)}   ${seen}`;
    }),
  'nc -o': (text) =>
    inRows(text, 16, (offset, bytes, seen) => `> ${hex(offset, 8)} ${bytes.join(' ').padEnd(47)} # ${seen}`),
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

const chunks = (bytes: readonly number[], size: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
const inLines = (text: string, size: number, line: (bytes: readonly number[], offset: number) => string): string =>
  chunks([...Buffer.from(text)], size)
    .map((bytes, i) => `${line(bytes, i * size)}\n`)
    .join('');
const base = (bytes: readonly number[], radix: number, width: number): readonly string[] =>
  bytes.map((byte) => byte.toString(radix).padStart(width, '0'));
const hexes = (bytes: readonly number[]): readonly string[] => base(bytes, 16, 2);
const seen = (bytes: readonly number[]): string =>
  bytes.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
const wordsOf = (bytes: readonly number[]): readonly number[] =>
  chunks(bytes, 2).map(([low = 0, high = 0]) => high * 256 + low);
const wireLines = (text: string): readonly string[] => text.match(/[^\n]*\n/g) ?? [];
const cell = (byte: number): string =>
  ({ 10: '\\n', 13: '\\r' })[byte] ?? (byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'));

/** How tools and languages write the bytes of one message. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  'od -t x1': (text) => inLines(text, 16, (bytes, at) => `${base([at], 8, 7)} ${hexes(bytes).join(' ')}`),
  'od -t o1': (text) => inLines(text, 16, (bytes, at) => `${base([at], 8, 7)} ${base(bytes, 8, 3).join(' ')}`),
  'od -t u1': (text) =>
    inLines(text, 16, (bytes, at) => `${base([at], 8, 7)} ${bytes.map((byte) => String(byte).padStart(3)).join(' ')}`),
  od: (text) => inLines(text, 16, (bytes, at) => `${base([at], 8, 7)} ${base(wordsOf(bytes), 8, 6).join(' ')}`),
  'od -x': (text) => inLines(text, 16, (bytes, at) => `${base([at], 8, 7)} ${base(wordsOf(bytes), 16, 4).join(' ')}`),
  'od -c': (text) =>
    inLines(text, 16, (bytes, at) => `${base([at], 8, 7)}${bytes.map((byte) => cell(byte).padStart(4)).join('')}`),
  hexdump: (text) => inLines(text, 16, (bytes, at) => `${base([at], 16, 7)} ${base(wordsOf(bytes), 16, 4).join(' ')}`),
  'xxd -b': (text) =>
    inLines(text, 6, (bytes, at) => `${hex(at, 8)}: ${base(bytes, 2, 8).join(' ').padEnd(53)}  ${seen(bytes)}`),
  'xxd -c 32 -g 4': (text) =>
    inLines(text, 32, (bytes, at) => {
      const groups = chunks(bytes, 4).map((group) => hexes(group).join(''));
      return `${hex(at, 8)}: ${groups.join(' ').padEnd(71)}  ${seen(bytes)}`;
    }),
  'xxd -i': (text) =>
    `unsigned char packet[] = {\n${inLines(
      text,
      12,
      (bytes) =>
        `  ${hexes(bytes)
          .map((byte) => `0x${byte},`)
          .join(' ')}`,
    )}};\n`,
  'socat -x -v: a row ends where a line of the message does': (text) =>
    wireLines(text)
      .map((line) => inLines(line, 16, (bytes) => ` ${hexes(bytes).join(' ').padEnd(49)} ${seen(bytes)}`))
      .join(''),
  'a debugger, halves parted by a hyphen': (text) =>
    inLines(text, 16, (bytes, at) => {
      const [one = [], other = []] = chunks(bytes, 8).map(hexes);
      return `${hex(0x12f7c0 + at, 8)}  ${`${one.join(' ')}-${other.join(' ')}`.padEnd(47)}  ${seen(bytes)}`;
    }),
  'a debugger, bytes between tabs': (text) =>
    inLines(
      text,
      8,
      (bytes, at) =>
        `0x${hex(0x7fffffffd000 + at, 12)}:\t${hexes(bytes)
          .map((byte) => `0x${byte}`)
          .join('\t')}`,
    ),
  'between borders': (text) =>
    inLines(
      text,
      16,
      (bytes, at) => `|${hex(at, 8)}| ${hexes(bytes).join(' ').padEnd(47)} |${seen(bytes).padEnd(16)}|`,
    ),
  'behind what a log writes before every line': (text) =>
    inLines(
      text,
      16,
      (bytes, at) =>
        `18:48:06.${String(100 + at / 16)} DEBUG net: ${hex(at, 4)} ${hexes(bytes).join(' ').padEnd(47)} ${seen(bytes)}`,
    ),
  'the first row behind what a log writes before it': (text) =>
    `12:00:00 DEBUG UDP 192.0.2.1:5062 > 192.0.2.2:5060 | ${inLines(
      text,
      16,
      (bytes, at) => `${hex(at, 8)}: ${hexes(bytes).join(' ').padEnd(47)} ${seen(bytes)}`,
    )}`,
  'an array in C with the text as a comment': (text) =>
    inLines(
      text,
      8,
      (bytes) =>
        `${hexes(bytes)
          .map((byte) => `0x${byte},`)
          .join(' ')} /* ${seen(bytes)} */`,
    ),
  'an array on several lines, padded': (text) =>
    `Uint8Array(${Buffer.byteLength(text)}) [\n${inLines(
      text,
      12,
      (bytes) => `  ${bytes.map((byte) => `${String(byte).padStart(3)},`).join(' ')}`,
    )}]\n`,
  'an array of one number a line': (text) => `"data": [\n${inLines(text, 1, ([byte]) => `    ${byte},`)}]\n`,
  'a list that goes on on the next lines': (text) =>
    inLines(text, 20, (bytes, at) => `${at === 0 ? 'received <<' : '            '}${bytes.join(',')},`),
  'a list of hexadecimal numbers without zeros before them': (text) =>
    `bytes: [${[...Buffer.from(text)].map((byte) => byte.toString(16)).join(', ')}]\n`,
  'a list with 0x': (text) =>
    `got []byte{${[...Buffer.from(text)].map((byte) => `0x${byte.toString(16)}`).join(', ')}}\n`,
  'a list without commas': (text) => `got [${[...Buffer.from(text)].join(' ')}]\n`,
  'a list of bytes with a sign': (text) => `got ${JSON.stringify([...Int8Array.from(Buffer.from(text))])}\n`,
  'every byte an escape': (text) =>
    `sendto(7, "${hexes([...Buffer.from(text)])
      .map((byte) => `\\x${byte}`)
      .join('')}", 300, 0, NULL, 0) = 300\n`,
  'hyphens between the bytes': (text) => `rx ${hexes([...Buffer.from(text)]).join('-')}\n`,
};

suite('Dumps of packets', () => {
  for (const [name, write] of Object.entries(spellings)) {
    test(name, () => {
      const dump = `18:48:06.884 received\n${write(options)}\n18:48:07.114 sent\n${write(answer)}\n`;
      assert.deepEqual(messagesIn(dump), [options, answer]);
    });
  }

  test('a list that was cut', () => {
    const bytes = hexes([...Buffer.from(answer)].slice(0, 100));
    assert.deepEqual(messagesIn(`got <Buffer ${bytes.join(' ')} ... 180 more bytes>\n`), [answer.slice(0, 100)]);
  });

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

  test('ngrep -x: rows that part every version', () => {
    const request = `MESSAGE sip:houses@example.com SIP/2.0\r\nVia: SIP/2.0/UDP h\r\nCall-ID: 1\r\nCSeq: 1 MESSAGE\r\n\r\n`;
    const rows = inRows(request, 16, (_, bytes, seen) => `  ${halves(bytes, '    ')}    ${seen}`);
    assert.ok(!/53 49 50 2f/.test(rows) && !rows.includes('SIP/'));
    assert.deepEqual(messagesIn(`#\nU 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n${rows}#\n`), [request]);
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

  test('what looks like the first row of a packet and holds no byte ends the search for more', () => {
    const bytes = [...Buffer.from(options)];
    const list = `[${bytes.slice(0, 8).join(',')}\n0000  ${bytes.slice(8).join(',')}]\n`;
    assert.deepEqual(messagesIn(`${list}${log}`), messagesIn(log));
  });

  test('a packet of the loopback interface begins with zeros, and a byte before the message may look like a letter', () => {
    // The layers of Ethernet, IPv4 and UDP, whose checksum ends with `R`.
    const layers = Buffer.from(
      '000000000000000000000000080045000153407040004011fb277f0000017f00000113d013d8013fff52',
      'hex',
    ).toString('latin1');
    const packets = [options, answer.replace('Bülent', 'Bob')].map((message, i) => {
      const rows = inLines(`${layers.replaceAll(/[\x80-\xff]/g, '\x7f')}${message}`, 16, (bytes, at) => {
        const groups = chunks(bytes, 2).map((group) => hexes(group).join(''));
        return `\t0x${hex(at, 4)}:  ${groups.join(' ').padEnd(39)}  ${seen(bytes)}`;
      });
      return `2026-11-22 18:48:0${i}.123456 IP 127.0.0.1.5072 > 127.0.0.1.5080: UDP, length 311\n${rows}`;
    });
    const analysis = analyse(packets.join(''), { name: 'trace.log' });
    const placed = analysis.frames.map((frame) => placedMessage(analysis.text, frame).message.text);
    assert.deepEqual(placed, [options, answer.replace('Bülent', 'Bob')]);
    assert.equal(envelopeAt(analysis, 1).source, '127.0.0.1:5072');
  });
});
