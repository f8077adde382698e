import {
  bothPeers,
  clock,
  crlf,
  dated,
  direction,
  eachLine,
  lines,
  OWN,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  second,
} from './products.ts';

/** A trace with dashes and a date above every message, as it stands before other tools get it. */
const trace = (message: string, i: number): string =>
  `${'-'.repeat(47)} 2026-11-22 18:48:${second(i)}.071087\nUDP message ${pick(i, `received [${message.length}] bytes :`, `sent (${message.length} bytes):`)}\n\n${message}\n`;
const RED = '\u001b[1m\u001b[31m';
const GREEN = '\u001b[32m';
const PLAIN = '\u001b[0m';

/** How JavaScript's runtimes print a string of several lines within an object: quotes that it has none of. */
const inspected = (message: string, indent: string): string =>
  lines(message)
    .map((line) => {
      const quote = line.includes("'") ? (line.includes('"') ? '`' : '"') : "'";
      return `${quote}${line.replaceAll('\\', '\\\\')}\\r\\n${quote}`;
    })
    .join(` +\n${indent}`);

/** Tools and libraries that print what others wrote, or print it in a way of their own. */
export const toolProducts: readonly ProductSample[] = [
  {
    name: 'sipgrep in colours, a dot at the end of every line',
    write: (message, i) =>
      `U 2026/11/22 ${clock(i)} ${pick(i, `${PEER} -> ${OWN}`, `${OWN} -> ${PEER}`)}\n\n${eachLine(message, (line) =>
        `${line}.\n`
          .replace(/^([A-Z]+) (?=sips?:)/, `${RED}$1 ${PLAIN}`)
          .replace(/^SIP\/2\.0 (.*)/, `SIP/2.0 ${RED}$1${PLAIN}`)
          .replace(/(tag=.*)/, `${RED}$1${PLAIN}`),
      )}\n`,
    says: (i) => {
      const { direction: _, ...peers } = bothPeers(i);
      return { ...dated(i), ...peers, transport: 'UDP' };
    },
  },
  {
    name: 'tcpdump -A of TCP, the method behind options that end a line',
    write: (message, i) =>
      `${clock(i)} IP 192.0.2.1.5060 > 192.0.2.2.5060: Flags [P.], seq 1:453, ack 1, win 512, length 453\nE..)..@.@..............\nF..X...N${crlf(message)}\n`,
    says: (i) => ({ time: clock(i), transport: 'TCP', source: PEER, destination: OWN }),
  },
  {
    name: 'container logs, a string a line, below a header line',
    write: (message, i) =>
      trace(message, i)
        .split('\n')
        .map(
          (line, n) =>
            `${JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: `2026-11-22T18:50:0${n % 10}.1Z` })}\n`,
        )
        .join(''),
  },
  {
    name: 'journalctl, the time before every line, below a header line',
    write: (message, i) =>
      trace(message, i)
        .split('\n')
        .map((line) => `Nov 22 18:48:${second(i)} host sipp[4242]: ${line}\n`)
        .join(''),
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, ...direction(i), transport: 'UDP' }),
  },
  {
    name: 'a mail that answers one that answers one',
    write: (message, i) =>
      trace(message, i)
        .split('\n')
        .map((line) => `>> ${line}`.trimEnd())
        .join('\n')
        .concat('\n'),
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}.071087`, ...direction(i), transport: 'UDP' }),
  },
  {
    name: 'an object as JavaScript prints it',
    write: (message, i) =>
      `{\n  direction: '${pick(i, 'in', 'out')}',\n  peer: '${PEER}',\n  message: ${inspected(message, '    ')},\n  time: '2026-11-22T${clock(i)}Z'\n}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...peerOnly(i) }),
  },
  {
    name: 'an object as JavaScript prints it in colours',
    write: (message) =>
      `{\n  level: ${RED}30${PLAIN},\n  raw: ${inspected(message, '    ').replace(/^( *)(.*?)( \+|)$/gm, `$1${GREEN}$2${PLAIN}$3`)},\n  v: 1\n}\n`,
  },
  {
    name: 'a string as JavaScript prints it in a record',
    write: (message, i) =>
      `2026-11-22T${clock(i)}Z sip:udp ${pick(i, 'recv', 'send')} ${PEER} ${inspected(message, '  ')}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...peerOnly(i), transport: 'UDP' }),
  },
  {
    name: 'a string whose quotes lost a backslash',
    write: (message, i) =>
      `[${clock(i)}] INFO (77): ${pick(i, 'received', 'sent')}\n    raw: ${JSON.stringify(`${crlf(message).replace('Max-Forwards', 'Subject: "\\"old\\""\r\nMax-Forwards')}`).replaceAll('\\\\\\"', '\\\\"')}\n`,
    says: (i) => ({ time: clock(i), ...direction(i) }),
    lossy: true,
  },
];
