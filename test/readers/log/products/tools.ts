import {
  bothPeers,
  clock,
  crlf,
  dated,
  direction,
  eachLine,
  hexOffset,
  hexRows,
  lines,
  OWN,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  second,
} from './product-sample.ts';

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

/** The fields that tshark has of a message: its request line or its status line, and its header fields with their line breaks spelt. */
function fieldsOf(message: string) {
  const [start = '', ...head] = lines(message.split('\n\n')[0]!);
  const isStatus = start.startsWith('SIP/');
  return {
    request: isStatus ? '' : start,
    status: isStatus ? start : '',
    head: [...head, '', ''].join('\\r\\n'),
  };
}

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
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}.071087`, ...direction(i), transport: 'UDP' }),
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
  {
    name: 'tcpdump -v -X: in its own words, and then the bytes',
    write: (message, i) =>
      `${clock(i)} IP (tos 0x0, ttl 64, id 7, offset 0, flags [DF], proto UDP (17), length 481)\n    192.0.2.1.5060 > 192.0.2.2.5060: SIP, length: 453\n${eachLine(message, (line) => `\t${line}\n`)}${hexRows(
        message,
        (offset, pairs, text) =>
          `\t0x${hexOffset(offset, 4)}:  ${pairs
            .join('')
            .replace(/(.{4})(?=.)/g, '$1 ')
            .padEnd(39)}  ${text}\n`,
      )}`,
    says: (i) => ({ time: clock(i), source: PEER, destination: OWN, transport: 'UDP' }),
  },
  ...['\t', '|', ';'].map(
    (separator): ProductSample => ({
      name: `tshark -T fields, ${JSON.stringify(separator)}: an empty field behind the request line, none behind the status line`,
      write: (message, i) => {
        const { request, status, head } = fieldsOf(message);
        return `${[`1795373${i}28.071087000`, '192.0.2.1', '5060', '192.0.2.2', '5060', request, status, head].join(separator)}\n`;
      },
      lossy: true,
    }),
  ),
  ...[',', '|', ';', '\t', ' '].map(
    (separator): ProductSample => ({
      name: `tshark -T fields, ${JSON.stringify(separator)}, in quotes that it does not double`,
      write: (message, i) => {
        const { request, status, head } = fieldsOf(message);
        return `${[`Nov 22, 2026 ${clock(i)}`, '192.0.2.1', '192.0.2.2', request, status, head]
          .map((field) => field && `"${field}"`)
          .join(separator)}\n`;
      },
      ...(separator === ' ' ? {} : { says: (i) => ({ ...dated(i), source: '192.0.2.1', destination: '192.0.2.2' }) }),
      lossy: true,
    }),
  ),
  {
    name: 'cat -A of errors, some lines without a carriage return',
    write: (message, i) =>
      `2026-11-22^I${clock(i)}^I7: (1) Unexpected in '${eachLine(message, (line, n) => `${line}${n === 3 ? '' : '^M'}$\n`)}'.$\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}` }),
  },
  {
    name: 'cat -A of a trace',
    write: (message, i) =>
      `2026-11-22T${clock(i)}Z ${pick(i, 'received', 'sent')}\n${crlf(message)}`
        .replaceAll('\r', '^M')
        .replaceAll('\n', '$\n'),
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...direction(i) }),
  },
  {
    name: 'an element of HTML a line',
    write: (message, i) =>
      eachLine(
        trace(message, i),
        (line) => `<div class="line">${line.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</div>\n`,
      ),
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}.071087`, ...direction(i), transport: 'UDP' }),
  },
  {
    name: 'a fenced block below its heading',
    write: (message, i) =>
      `**2026-11-22 ${clock(i)}** ${pick(i, 'received from', 'sent to')} ${PEER}\n\n\`\`\`sip\n${message.trimEnd()}\n\`\`\`\n\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
  },
  {
    name: 'rows of commas, a message of one line in quotes',
    write: (message, i) =>
      `2026-11-22 ${clock(i)},${pick(i, 'in', 'out')},"${crlf(message).replaceAll('"', '""').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}"\n`,
    says: (i) => ({ ...dated(i), ...direction(i) }),
    lossy: true,
  },
  {
    name: 'a table that a database copies out',
    write: (message, i) =>
      `${i}\t2026-11-22 ${clock(i)}\t${crlf(message).replaceAll('\r', '\\r').replaceAll('\n', '\\n')}\tINVITE\t\tudp:${pick(i, `${PEER}\tudp:${OWN}`, `${OWN}\tudp:${PEER}`)}\ttag1\t${pick(i, 'in', 'out')}\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i), transport: 'UDP' }),
  },
  {
    name: 'a list of lines that is a member of an object',
    write: (message, i) =>
      `${JSON.stringify({ time: `2026-11-22T${clock(i)}Z`, direction: pick(i, 'in', 'out'), lines: message.split('\n') }, undefined, 2)}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...direction(i) }),
  },
  {
    name: 'a console that writes its records over its prompt, another record right above',
    write: (message, i) =>
      `\r\u001b[0K[2026-11-22T18:40:00.409+0000] \u001b[1;31mWARNING\u001b[0m[15285]: acl.c:900 resolve_first: Unable to look up 'gateway'\n\r\u001b[0K<--- ${pick(i, 'Received SIP request (505 bytes) from', 'Transmitting SIP response (505 bytes) to')} UDP:${PEER} --->\n${crlf(message)}\n`,
    says: (i) => ({ ...peerOnly(i), transport: 'UDP' }),
  },
  {
    name: 'a program that prints what came of the message behind it',
    write: (message, i) =>
      `${pick(i, 'recv', 'send')} 278 bytes ${pick(i, 'from', 'to')} udp/[192.0.2.1]:5060 at ${clock(i)}:\n   ${'-'.repeat(72)}\n${eachLine(message, (line) => `   ${line}\n`)}   \n   ${'-'.repeat(72)}\nSIP/2.0 200 OK\nContact: <sip:192.0.2.9;transport=UDP>\n\n`,
    says: (i) => ({
      time: clock(i),
      ...pick(i, { direction: 'in', source: PEER }, { direction: 'out', destination: PEER }),
      transport: 'UDP',
    }),
  },
  {
    name: 'a hash as Ruby prints it',
    write: (message, i) =>
      `{:direction=>"${pick(i, 'in', 'out')}",\n :peer=>"${PEER}",\n :message=>\n  ${lines(message)
        .map((line) => JSON.stringify(`${line}\r\n`))
        .join(' +\n  ')}}\n`,
    says: peerOnly,
  },
  {
    name: 'an array as PHP prints it',
    write: (message, i) =>
      `Array\n(\n    [dir] => ${pick(i, 'in', 'out')}\n    [peer] => ${PEER}\n    [msg] => ${crlf(message)}\n)\n`,
    says: peerOnly,
  },
  {
    name: 'an address as Python has it',
    write: (message, i) =>
      `18:48:${second(i)},123 MainThread DEBUG   : ${pick(i, 'received from', 'sent to')} ('192.0.2.1', 5060)\n${crlf(message)}\n`,
    says: (i) => ({ time: clock(i), ...peerOnly(i) }),
  },
  {
    name: 'a record with the text of a message and the message, on one line',
    write: (message, i) => {
      const said = `${pick(i, 'Received from', 'Sent to')} ${PEER}\n${crlf(message)}`;
      return `${JSON.stringify({ text: `2026-11-22 ${clock(i)} | DEBUG | ${said}`, record: { exception: null, elapsed: { seconds: 1 }, message: said, level: 'DEBUG' } })}\n`;
    },
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
  },
  {
    name: 'keys and values in colours',
    write: (message, i) =>
      `\u001b[2m2026-11-22 ${clock(i)}${PLAIN} [${GREEN}info${PLAIN}] sip ${GREEN}direction${PLAIN}=${RED}${pick(i, 'in', 'out')}${PLAIN} ${GREEN}message${PLAIN}=${RED}${crlf(message)}${PLAIN}\n`,
    says: (i) => ({ ...dated(i), ...direction(i) }),
    lossy: true,
  },
  {
    name: 'ngrep -W single, each byte that it cannot print as a tilde',
    write: (message, i) =>
      `U 2026/11/22 ${clock(i)} ${pick(i, `${PEER} -> ${OWN}`, `${OWN} -> ${PEER}`)} ${crlf(message).replace(/[\r\n]/g, '~')}\n\n`,
    lossy: true,
  },
  {
    name: 'a routing script that puts a sign for every line break',
    write: (message, i) =>
      ` 1(2941) INFO: <script>: ${pick(i, '<<<', '>>>')} ${PEER} ${message.replaceAll('\n', '~')}\n`,
    says: peerOnly,
    lossy: true,
  },
  ...['#', '^', '|', '\t'].map(
    (separator): ProductSample => ({
      name: `tshark -T fields, ${JSON.stringify(separator)}, spelt line breaks undone`,
      write: (message, i) => {
        const { request, status } = fieldsOf(message);
        const [, ...rest] = lines(message.split('\n\n', 1)[0] ?? '');
        const ends = [...pick(i, PEER, OWN).split(':'), ...pick(i, OWN, PEER).split(':')];
        return `${[`17953757${60 + i}.071087000`, ...ends, request, status, rest.join('\n')].join(separator)}\n${separator}\n`;
      },
      lossy: true,
      says: (i) => ({
        time: `2026-11-22T19:29:${20 + i}.071087000Z`,
        source: pick(i, PEER, OWN),
        destination: pick(i, OWN, PEER),
      }),
    }),
  ),
];
