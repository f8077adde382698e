import { sampleMessages } from '../sample-messages.ts';
import {
  bothPeers,
  clock,
  crlf,
  dated,
  direction,
  eachLine,
  OWN,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  second,
} from './product-sample.ts';

/** Products that write each line of a message as a record of its own, or put rare clocks before it. */
export const lineProducts: readonly ProductSample[] = [
  {
    name: 'a room system, header lines indented behind the head of their records',
    write: (message, i) =>
      eachLine(
        message,
        (line, n) =>
          `2026-11-22T${clock(i)}001+00:00 room: HOST|VoIP |NOR|m00000| UA| ${n === 0 ? `(call 1) ${pick(i, 'recv <--', 'sent -->')} ` : '  '}${line}\n`,
      ),
    says: (i) => ({ time: `2026-11-22T${clock(i)}001+00:00`, ...direction(i) }),
  },
  {
    name: 'Avaya SBC, dots in the clock',
    write: (message, i) =>
      `${'-'.repeat(88)}\n[22-11-2026:18.48.${second(i)}.123944]\nSIP ${pick(i, 'IN: 192.0.2.1:5060 --> 192.0.2.2:5060', 'OUT: 192.0.2.2:5060 --> 192.0.2.1:5060')} (TLS)\n${message}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}944`, ...bothPeers(i), transport: 'TLS' }),
  },
  {
    name: 'Kiwi Syslog, whose own time says the year of the time it relays',
    write: (message, i) => {
      const head = `2026-11-22 18:48:${second(i)}\tDaemon.Info\t192.0.2.2\tNov 22 18:48:${second(i)} phone[1]: `;
      const what = pick(i, `.RX 410 bytes Request msg from TCP ${PEER}:`, `.TX 410 bytes Request msg to TCP ${PEER}:`);
      return `${head}pjsip: ${clock(i)}   pjsua_core.c  ${what}\n${eachLine(message, (line) => `${head}${line}\n`)}${head}--end msg--\n`;
    },
    says: (i) => ({ ...dated(i), ...peerOnly(i), transport: 'TCP' }),
  },
  {
    name: 'a firewall, the bytes as one string in hexadecimal',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} sip port 26 ${pick(i, `read from ${PEER}`, `write to ${PEER}`)} [(0,${message.length})\n(${hexOf(message)})]\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
  },
  {
    name: 'tshark -T fields, the bytes in hexadecimal with colons',
    write: (message, i) => `2026-11-22T${clock(i)}Z\t${hexOf(message).replaceAll(/..(?=.)/g, '$&:')}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z` }),
  },
  {
    name: 'a packet in capitals, with the bytes of the layers below',
    write: (message, i) =>
      `${clock(i)} ${pick(i, `Rx ${PEER}`, `Tx ${PEER}`)} ${`45 00 02 1C 13 C4 13 C4 02 08 4E 49 ${hexOf(message).replaceAll(/..(?=.)/g, '$& ')}`.toUpperCase()}\n`,
    says: (i) => ({ time: clock(i), ...peerOnly(i) }),
  },
  {
    name: 'a gateway, the bytes and then the message',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} ${pick(i, `recv from ${PEER}`, `send to ${PEER}`)}\nhex: ${hexOf(message)}\n\n${message}\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
  },
  {
    name: 'Tropo, a letter for the direction',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} DEBUG [udp/0.0.0.0/5060-t-4] #SIP#: (${pick(i, 'i', 'o')})[${crlf(message).replaceAll('\r', '\\r').replaceAll('\n', '\\n')}] #[N/A][N/A]\n`,
    says: (i) => ({ ...dated(i), ...direction(i), transport: 'UDP' }),
  },
  {
    name: 'Tropo, the year behind the zone and the line breaks spelt twice over',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} GMT 2026 host1 TROPO 163238 #SIP#: (${pick(i, 'i', 'o')})[${crlf(message).replaceAll('\r', '\\\\r').replaceAll('\n', '\\\\n')}] #[N/A]\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}Z`, ...direction(i) }),
  },
  {
    name: 'MySQL, INTO OUTFILE',
    write: (message, i) =>
      `${i}\t2026-11-22 18:48:${second(i)}\t${crlf(message).replaceAll('\n', '\\\n')}\t${PEER}\t${OWN}\n`,
    // Plain text in the body of the last one has no end but that of the row.
    says: (i) => ({
      time: `2026-11-22T18:48:${second(i)}`,
      ...(i === sampleMessages.length - 1 ? {} : { source: PEER, destination: OWN }),
    }),
    lossy: true,
  },
  {
    name: 'a page of snippets, copied with the borders of its table',
    write: (message, i) =>
      `${pick(i, `<--- SIP read from UDP:${PEER} --->`, `<--- Transmitting (NAT) to ${PEER} --->`)} | |\n${eachLine(message, (line) => `${line} | |\n`)}<-------------> | |\n`,
    says: (i) => ({ ...peerOnly(i), ...pick(i, { transport: 'UDP' }, {}) }),
    lossy: true,
  },
  {
    name: 'a servlet that got a request',
    write: (message, i) =>
      `${clock(i).replace('.', ',')} INFO  [org.example.Servlet] ${pick(i, 'Servlet got REQUEST', 'Servlet sent REQUEST')} :  ${message}\n`,
    says: (i) => ({ time: clock(i), ...direction(i) }),
  },
];

const hexOf = (message: string): string => Buffer.from(crlf(message)).toString('hex');
