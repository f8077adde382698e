import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { bytesOf, request, saidIn } from './envelope/said.ts';

/** Tools that print a message in two ways, of which the fuller one counts. */

const messagesOf = (log: string): readonly string[] => {
  const { text, frames } = analyse(log, { name: 'trace.log' });
  return frames.map((frame) => placedMessage(text, frame).message.text.replaceAll('\r', ''));
};

const codes = bytesOf(request).map((byte) => byte.toString(16).padStart(2, '0'));

/** The rows that `strace -e write=all` puts below a call. */
const dump = Array.from({ length: Math.ceil(codes.length / 16) }, (_, i) => {
  const row = codes.slice(i * 16, i * 16 + 16);
  const seen = row.map((code) => String.fromCharCode(Number.parseInt(code, 16)).replace(/[^ -~]/, '.')).join('');
  const halves = `${row.slice(0, 8).join(' ').padEnd(23)}  ${row.slice(8).join(' ').padEnd(23)}`;
  return ` | ${(i * 16).toString(16).padStart(5, '0')}  ${halves}  ${seen.padEnd(16)} |\n`;
}).join('');

const call = (way: string): string =>
  `812 13:50:37 ${way}(4, "OPTIONS sip:bob@example.com SIP/2.0\\r\\nVia: SIP/2.0/UDP 203.0.113.77:5099;bra"..., 246, 0, {sa_family=AF_INET, sin_port=htons(5060), sin_addr=inet_addr("192.0.2.1")}, 16) = 246\n`;

/** A line as a page breaks it at blanks. */
function inWidth(line: string, width: number): string {
  const at = line.length > width ? line.lastIndexOf(' ', width) : -1;
  return at < 0 ? line : `${line.slice(0, at)}\n${inWidth(line.slice(at + 1), width)}`;
}

suite('messages that are printed in two ways', () => {
  test('a string that was cut, and its bytes below it', () => {
    const log = `${call('sendto')}${dump}${call('recvfrom')}${dump}`;
    assert.deepEqual(messagesOf(log), [request, request]);
    assert.deepEqual(saidIn(log, 0), { time: '13:50:37', direction: 'out', destination: '192.0.2.1:5060' });
    assert.deepEqual(saidIn(log, 1), { time: '13:50:37', direction: 'in', source: '192.0.2.1:5060' });
  });

  const dotted = request.replaceAll('\n', '..').replace('<sip:alice', 'Alice Example <sip:alice');
  const pieces = codes.join('').replace(/.{102}/g, '$&\n');
  const gateway = (bytes: string): string =>
    `2026-11-29 13:50:37 sip port 26 192.0.2.2:5061 -> 192.0.2.1:5060\n2026-11-29 13:50:37 sip port 26 read [(0,246) (${bytes})(${inWidth(dotted, 72)})]\n2026-11-29 13:50:37 sip port 26 len 246\n`;
  const spelt = request.replace('<sip:alice', 'Alice Example <sip:alice');

  for (const [name, bytes] of [
    ['all of them', pieces],
    ['a few of them', pieces.slice(0, 260)],
  ] as const)
    test(`bytes in parentheses, ${name}, and their text behind them, which a page broke at blanks`, () => {
      assert.deepEqual(messagesOf(gateway(bytes)), [spelt]);
      assert.deepEqual(saidIn(gateway(bytes)), {
        time: '2026-11-29T13:50:37',
        direction: 'in',
        source: '192.0.2.2:5061',
        destination: '192.0.2.1:5060',
      });
    });

  test('parts with names, and then what was sent: what leads to the parts leads to both', () => {
    const [startLine, ...fields] = request.trimEnd().split('\n');
    const log = `Received UDP Message:\n${startLine}\n\nHeaders:\n${fields.join('\n')}\n\nBody:\n\nRaw:\nb'${request.replaceAll('\n', '\\r\\n')}'\n`;
    assert.equal(messagesOf(log).length, 2);
    assert.deepEqual(saidIn(log, 0), { direction: 'in', transport: 'UDP' });
    assert.deepEqual(saidIn(log, 1), { direction: 'in', transport: 'UDP' });
  });

  /** What `tcpdump -v -A` shows of a packet: the message behind tabs, and whole behind the bytes of its headers. */
  const packet = (lines: number, prefix = ''): string =>
    [
      '13:50:37.123456 IP6 (hlim 64, next-header UDP (17) payload length: 254) 2001:db8::1.5062 > 2001:db8::2.5060: [udp sum ok] SIP, length: 246',
      ...request
        .trimEnd()
        .split('\n')
        .slice(0, lines)
        .map((line) => `\t${line}`),
      `\`......@ ............... .............. ......^.${request.trimEnd()}`,
    ]
      .join('\n')
      .replaceAll(/^/gm, prefix)
      .concat(`\n${prefix}\n`);

  for (const [name, lines] of [
    ['cut', 3],
    ['whole', 8],
  ] as const)
    for (const prefix of ['', 'edge | '])
      test(`a message behind tabs, ${name}, and behind the bytes of its packet, each line behind “${prefix}”`, () => {
        const log = packet(lines, prefix).repeat(2);
        assert.deepEqual(
          messagesOf(log).map((message) => message.trimEnd()),
          [request.trimEnd(), request.trimEnd()],
        );
        assert.deepEqual(saidIn(log, 1), {
          time: '13:50:37.123456',
          transport: 'UDP',
          source: '[2001:db8::1]:5062',
          destination: '[2001:db8::2]:5060',
        });
      });

  test('a message shown once more to say that it was not expected', () => {
    const unexpected = `2026-11-29 13:50:37.123\nTCP message received [246] bytes :\n\n${request}\n2026-11-29 13:50:37.124\nUnexpected TCP message received:\n\n`;
    assert.deepEqual(messagesOf(`${unexpected}${request}`), [request]);
    assert.equal(messagesOf(`${unexpected}${request.replace('OPTIONS sip', 'INFO sip')}`).length, 2);
  });
});
