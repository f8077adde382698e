import {
  bothPeers,
  clock,
  dated,
  direction,
  eachLine,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  second,
} from './products.ts';

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
];
