import { bytesOf, request, type SaidOf } from '../said.ts';

/** A dump of bytes, sixteen a row, without the characters that they are. */
function rowsOf(text: string): string {
  const codes = bytesOf(text).map((byte) => byte.toString(16).padStart(2, '0'));
  const rows = Array.from({ length: Math.ceil(codes.length / 16) }, (_, i) =>
    codes.slice(i * 16, i * 16 + 16).join(' '),
  );
  return rows.map((row, i) => `${(i * 16).toString(16).padStart(6, '0')} ${row}\n`).join('');
}

/** Messages in rows of bytes: what stands above the rows, or before the first of them. */
export const dumps: readonly SaidOf[] = [
  [
    'a command that shows the bytes of a packet, below a comment that tells of it',
    `$ # 13:50:37 192.0.2.2:5060 -> 192.0.2.1:5062\n$ od -A x -t x1 -v packet.bin\n${rowsOf(request)}`,
    { time: '13:50:37', source: '192.0.2.2:5060', destination: '192.0.2.1:5062' },
  ],
  [
    'the same at other prompts',
    `13:50:37 sent to 192.0.2.1:5062\nann@edge-a:/var/tmp$ cd packets\nann@edge-a:/var/tmp$ sudo hexdump packet.bin\n${rowsOf(request)}`,
    { time: '13:50:37', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'the port behind a colon and a blank, above the rows of a dump',
    `13:50:37.123 sock.c:342 send UDP packet to 192.0.2.1: 5060\n---BUFFER DUMP follows---\n${rowsOf(request)}---end of BUFFER DUMP---\n`,
    { time: '13:50:37.123', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'both ends before the first row of a dump, the arrow to the left',
    `\nNSE: UDP 192.0.2.2:41112 < 192.0.2.1:5060 | ${rowsOf(request)}`,
    { transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:41112' },
  ],
  [
    'which way each row of a connection went',
    rowsOf(request).replaceAll(/^(\S+):? {1,2}((?:\S\S ?){1,16}) *$/gm, '< 00$1 $2 # ................'),
    { direction: 'in' },
  ],
  [
    'a record that announces the rows of a dump, each a record, above one that names what writes them',
    `13:50:37 TRACE pbx.c:131: pbx: received 258 bytes from SIP UDP (from=192.0.2.1:5060)\n13:50:37 TRACE hexdump.c:11: log_hexdump\n${rowsOf(request).replaceAll(/^(?=.)/gm, '13:50:37 TRACE hexdump.c:32: 00')}`,
    { time: '13:50:37', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'how long a packet is, between the line that tells of it and its rows',
    `\n11/29-13:50:37.123456 192.0.2.1:5060 -> 192.0.2.2:5062\nUDP TTL:64 TOS:0x0 ID:4301 IpLen:20 DgmLen:286 DF\nLen: 258\n${rowsOf(request)}`,
    { time: '--11-29T13:50:37.123456', transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5062' },
  ],
];
