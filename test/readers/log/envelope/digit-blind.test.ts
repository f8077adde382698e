import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { digitBlind } from '../../../../server/src/readers/log/envelope/digit-blind.ts';
import { peerPlacesIn } from '../../../../server/src/readers/log/envelope/peers/peer-places.ts';
import { peersAt, peersIn } from '../../../../server/src/readers/log/envelope/peers/peers.ts';
import { lastTimeIn, lastTimeOf } from '../../../../server/src/readers/log/envelope/time/times.ts';

/** What lines of logs are made of, as far as times and addresses go; digits are changed at random. */
const parts = fc.constantFrom(
  ...['2026-11-22T18:48:06.884Z', '2026/11/22 18:48:06', 'Nov 22 18:48:06', '22/Nov/2026:18:48:06 +0000', '18:48:06'],
  ...['11/22/2026 18:48:06', '20261122 184806.123', '1795375768.071087', '"ts":1795375768071', '11-22 18:48:06.123'],
  ...['[2026-11-22 18.48.06.884394]', '22-11@18:48:06.123', '1122184806.123|', '00:15:5d:01:ca:01', '6:48:06 PM'],
  ...['192.0.2.1', '192.0.2.1:5060', '198.51.100.7.5060', '203.0.113.9/5061', '0.0.0.0:5060', '[2001:db8::1]:5060'],
  ...[
    '2001:db8::10',
    'proxy.example.com:5060',
    'udp4:192.0.2.9:5060',
    'tls/192.0.2.1:5061',
    'SIP/2.0/UDP',
    'proto: 17',
  ],
  ...['from', 'to', 'src_ip=', 'dst_port=5060', 'src_ipv4:', 'local', 'remote', '->', '<-', '>', ',', '"', '(', 'udp:'],
  ...[
    'IP 192.0.2.1.5060 > 192.0.2.2.5080: UDP',
    'htons(5060), sin_addr=inet_addr("192.0.2.1")',
    'AF_INET6',
    'T: ',
    'x',
  ],
  ...[
    '{{192,0,2,1},5060}',
    '192.0.2.1(5060)',
    '192.0.2.1 5060',
    '192.0.2.1#5060',
    '[::ffff:192.0.2.1]:5060',
    'proto 17',
  ],
  ...['IP 192.0.2.1.sip > 192.0.2.2.ca-1: UDP', 'IP 192.0.2.1 > 192.0.2.2: ICMP', "('192.0.2.1', 5060)", 'rport=5060'],
  ...[
    '22 Kas 2026 18:48:06',
    '2026年11月22日 18时48分06秒',
    'I1122 18:48:06.123',
    '[1795375768]',
    '18:48:06 22/11/2026',
  ],
  ...[
    'expires 2026-11-22 18:48:06',
    'date=2026-11-22 time=18:48:06',
    '2026-11-22T21:48:06+03',
    '11/22-18:48:06.123',
    'took ',
  ],
  ...[
    '192.0.2.1: 5060',
    '\tudp\t192.0.2.1\t5060\t',
    'SrcIP:edge-a,SrcPort:5060,DstIP:192.0.2.2,DstPort:5080',
    '192.0.2.1:5060 < 192.0.2.2:5080',
    '[26/11/07 18:48:06.123]',
    '- 192.0.2.1.sip > 192.0.2.2.5060: SIP',
  ],
  ...[
    '2001:db8::7:5075',
    '[::]:5060',
    '::ffff:192.0.2.1:5060',
    'UDP Port (5060 => 5070)',
    'time_stamp = 2461367.28339699',
  ],
  ...[
    '12 0.123456 192.0.2.1 192.0.2.2 SIP 300 ',
    '[8:1122/184806.884394:INFO',
    '2026-11-22_18-48-06',
    '22/11 18:48:06',
    '2026-11-22\t18:48:06.884394\t1795373286.884394: ',
  ],
);

const digits = fc.constantFrom(...'00111222345679');

/** Lines that are alike but for their digits. */
const alikeLines = fc
  .array(fc.tuple(parts, fc.constantFrom(' ', '', ' ', '\n')), { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.flat().join(''))
  .chain((line) => {
    const count = line.match(/\d/g)?.length ?? 0;
    const others = fc.array(fc.array(digits, { minLength: count, maxLength: count }), { minLength: 2, maxLength: 6 });
    return others.map((lists) => [
      line,
      // Every third digit is another one: what is left is a time or an address often enough.
      ...lists.map((list) => {
        let index = 0;
        return line.replace(/\d/g, (digit) => (index++ % 3 === 0 ? list[index - 1]! : digit));
      }),
    ]);
  });

const always = (holds: (line: string) => void): void =>
  fc.assert(
    fc.property(alikeLines, (lines) => lines.forEach(holds)),
    { seed: 5424, numRuns: 4000 },
  );

suite('What is remembered of lines that are alike but for their digits', () => {
  test('is asked once', () => {
    const asked: string[] = [];
    const lengthOf = digitBlind((text) => {
      asked.push(text);
      return text.length;
    });
    assert.deepEqual(['a1', 'a2', 'b1', 'a12', 'a3'].map(lengthOf), [2, 2, 2, 3, 2]);
    assert.deepEqual(asked, ['a1', 'b1', 'a12']);
  });

  test('says the same peers as the line itself', () => {
    always((line) => assert.deepEqual(peersIn(line), peersAt(line, peerPlacesIn(line)), line));
  });

  test('says the same time as the line itself', () => {
    always((line) => assert.deepEqual(lastTimeIn(line), lastTimeOf(line), line));
  });
});
