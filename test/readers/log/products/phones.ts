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
  udp,
} from './product-sample.ts';

/** Phones, on a desk, a computer or a mobile. */
export const phones: readonly ProductSample[] = [
  {
    name: 'Cisco SPA phones',
    write: (message, i) => `[0:5060]${pick(i, '<<', '->')}${PEER}(${message.length})\n${message}\n\n`,
    says: peerOnly,
  },
  {
    name: 'Cisco Jabber',
    write: (message, i) =>
      `2026-11-22 18:48:${second(i)},123 DEBUG [0x00001a2c] [sip\\core\\transport.c(123)] [csf.sip] [sip_${pick(i, 'recv', 'send')}] - ${pick(i, 'sipio-recv<--- ', 'sipio-sent---> ')}${message}\n2026-11-22 18:48:${second(i)},124 DEBUG [0x00001a2c] [ccapi.c(9)] [csf] [done] - idle\n`,
    says: (i) => ({ ...dated(i), ...direction(i) }),
  },
  {
    name: 'Linphone',
    write: (message, i) =>
      `2026-11-22 18:48:${second(i)}:123 belle-sip-message-channel [0x1a2b]: ${pick(i, `received [${message.length}] new bytes from [UDP://${PEER}]:`, `message sent to [UDP://${PEER}], size: [${message.length}] bytes`)}\n${message}\n2026-11-22 18:48:${second(i)}:124 belle-sip-message-channel [0x1a2b] [${message.length}] bytes parsed\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'logcat, a record a line',
    write: (message, i) =>
      `11-22 ${clock(i)} 12678-12678/org.example.phone I/Phone: channel [0x7bf1]: ${pick(i, `received [${message.length}] new bytes from [UDP://${PEER}]:`, `message sent to [UDP://${PEER}], size: [${message.length}] bytes`)}\n${eachLine(message, (line, n) => `11-22 18:48:${second(i)}.${200 + n} 12678-12678/org.example.phone I/Phone: ${line}\n`)}`,
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'logcat in an editor, further lines indented',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} 19583-19583 Phone        org.example.phone      I  channel [0x7bf1]: received [${message.length}] new bytes from [UDP://${PEER}]:\n${eachLine(message, (line) => `${' '.repeat(72)}${line}\n`)}`,
    says: (i) => ({ ...dated(i), direction: 'in', source: PEER, ...udp }),
  },
  {
    name: 'logcat in an editor, what a program printed at once in two records',
    write: (message, i) => {
      const [startLine = '', ...fields] = message.trimEnd().split('\n');
      const shown = fields.map((line) => (/^CSeq/.test(line) ? `I/System.out: ${line}` : `    ${line}`));
      return `I/System.out: ${clock(i)} sip_core.c  .${pick(i, 'RX', 'TX')} ${message.length} bytes ${pick(i, 'from', 'to')} UDP ${PEER}:\nI/System.out: ${startLine}\n${shown.join('\n')}\n    \n`;
    },
    says: (i) => ({ time: clock(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'flutter console',
    write: (message, i) =>
      `flutter: SIP_LOG 2026-11-22 ${clock(i)}001 ${pick(i, 'Received WebSocket message:', 'Sending WebSocket message:')}\n${eachLine(message, (line, n) => `flutter: SIP_LOG 2026-11-22 ${clock(i)}${100 + n} ${line}\n`)}`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}001`, ...direction(i), transport: 'WS' }),
  },
  {
    name: 'PhonerLite',
    write: (message, i) =>
      `22.11.2026 18:48:${second(i)},123: ${pick(i, 'R', 'T')}: ${PEER} (UDP)\r\n${crlf(message)}\r\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'snom',
    write: (message, i) =>
      `${pick(i, 'Received from', 'Sent to')} udp:${PEER} at 22/11/2026 18:48:${second(i)}:123 (${message.length} bytes):\n\n${message}\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'Thomson phones',
    write: (message, i) => `${pick(i, 'Recv from', 'Send to')} udp: ${PEER} 00:00:00:01:066 (937 bytes)\n${message}\n`,
    says: (i) => ({ ...peerOnly(i), ...udp }),
  },
  {
    name: 'Polycom',
    write: (message, i) =>
      `1122184806.123|sip  |1|00|${pick(i, `<<< Data received UDP ${PEER}`, `>>> Data Send to UDP ${PEER}`)}\n${eachLine(message, (line) => `1122184806.123|sip  |1|00|    ${line}\n`)}`,
    says: (i) => ({ time: '--11-22T18:48:06.123', ...peerOnly(i), ...udp }),
  },
  {
    name: 'Yealink',
    write: (message, i) =>
      `<134>Nov 22 18:48:${second(i)} sip [613:680]: SUA <6+info  > [000] Message ${pick(i, `recv: (from src=${PEER} len=345)`, `sent: (to dest=${PEER} len=345)`)}\n<134>Nov 22 18:48:${second(i)} sip [613:680]: SUA <6+info  > [000] \n${eachLine(message, (line) => `<134>Nov 22 18:48:${second(i)} sip [613:680]: SUA <6+info  > [000] ${line}\n`)}`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, ...peerOnly(i) }),
  },
  {
    name: 'Lync client',
    write: (message, i) =>
      `11/22/2026|${clock(i)} 1A2C:1F0 INFO  :: ${pick(i, `Data Received - ${PEER} (To Local Address: ${OWN})`, `Sending Packet - ${PEER} (From Local Address: ${OWN})`)} ${message.length} bytes:\r\n11/22/2026|${clock(i)} 1A2C:1F0 INFO  :: \r\n${crlf(message)}\r\n11/22/2026|${clock(i)} 1A2C:1F0 INFO  :: End of ${pick(i, `Data Received - ${PEER} (To Local Address: ${OWN})`, `Sending Packet - ${PEER} (From Local Address: ${OWN})`)} ${message.length} bytes\r\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i) }),
  },
  {
    name: 'Twinkle',
    write: (message, i) =>
      `+++ 22-11-2026 ${clock(i)}456 INFO SIP ::${pick(i, 'recvd', 'send')}_sip_udp\n${pick(i, 'Received from', 'Send to')}: udp:${PEER}\n${message}\n---\n\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'X-Lite',
    write: (message, i) =>
      `${pick(i, 'RECEIVE', 'SEND')} TIME: 123456\n${pick(i, 'RECEIVE <<', 'SEND >>')} ${PEER}\n${message}\n\n`,
    says: peerOnly,
  },
  {
    name: 'Sipura, ^M and a blank',
    write: (message, i) => `Nov 22 18:48:${second(i)} 192.0.2.1 ${message.replaceAll('\n', '^M ')}\n`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}` }),
    lossy: true,
  },
  {
    name: 'Blink',
    write: (message, i) =>
      `2026-11-22 ${clock(i)}456 [Blink 12]: ${pick(i, 'RECEIVED', 'SENDING')}: Packet ${i}, +0:00:01.123456\n2026-11-22 ${clock(i)}456: ${pick(i, PEER, OWN)} -(SIP over UDP)-> ${pick(i, OWN, PEER)}\n${crlf(message)}\n--\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'flutter logger, a box around',
    write: (message, i) =>
      `flutter: ┌──────────\nflutter: │ [2026-11-22 ${clock(i)}] debug socket.dart:12 ::: ${pick(i, 'Received text', 'Sending')} message:\nflutter: │ \n${eachLine(message, (line) => `flutter: │ ${line}\n`)}flutter: │ \nflutter: └──────────\n`,
    says: (i) => ({ ...dated(i), ...direction(i) }),
  },
  {
    name: 'ESP-ADF',
    write: (message, i) =>
      `I (${2209 + i}) SIP: [2026-11-22/18:48:${second(i)}]${pick(i, '<<=====READ 0481 bytes==', '=======WRITE 0578 bytes>>')}\nI (${2209 + i}) SIP: \n\n${crlf(message)}\nI (${2229 + i}) SIP: [2026-11-22/18:48:${second(i)}]==========\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, ...direction(i) }),
  },
  {
    name: 'Jabber for Linux',
    write: (message, i) => `=== ${pick(i, 'INCOMING', 'OUTGOING')} SIP MESSAGE ===\n${crlf(message)}\n\n`,
    says: (i) => direction(i),
  },
];
