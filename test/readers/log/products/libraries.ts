import {
  bothPeers,
  clock,
  crlf,
  dated,
  direction,
  eachLine,
  jsonString,
  lines,
  OWN,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  second,
  udp,
} from './product-sample.ts';

/** Libraries and stacks that others build programs with. */
export const libraries: readonly ProductSample[] = [
  {
    name: 'jain-sip',
    write: (message, i) =>
      `<message\nfrom="${pick(i, PEER, OWN)}"\nto="${pick(i, OWN, PEER)}"\ntime="17953757${60 + i}071"\nisSender="${pick(i, 'false', 'true')}"\ntransactionId="z9hg4bk776"\ncallId="a84b@example.com"\nfirstLine="${lines(message)[0]}"\n>\n<![CDATA[${message}]]>\n</message>\n`,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071Z`, ...bothPeers(i) }),
    lossy: true,
  },
  {
    name: 'SIP.js',
    write: (message, i) =>
      `sip-0.9.1.js:807 Sun Nov 22 2026 18:48:${second(i)} GMT+0100 (Central European Standard Time) | sip.transport | ${pick(i, 'received WebSocket text message:', 'sending WebSocket message:')}\n\n${message}\n\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}+01:00`, ...direction(i), transport: 'WS' }),
  },
  {
    name: 'JsSIP with a date',
    write: (message, i) =>
      `2026-11-22T${clock(i)}Z JsSIP:Transport ${pick(i, 'received text message', 'sending message')}:\n\n${message}\n +4ms\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...direction(i) }),
  },
  {
    name: 'sipml5',
    write: (message, i) => `${pick(i, 'recv=', 'SEND: ')}${message}\n__tsip_transport_ws_onmessage\n`,
    says: direction,
  },
  {
    name: 'SIPSorcery',
    write: (message, i) =>
      `18:48:${second(i)} [DBG] ${message.startsWith('SIP') ? 'Response' : 'Request'} ${pick(i, `received: UDP:${OWN}<-${PEER}`, `sent: UDP:${OWN}->${PEER}`)}\n${crlf(message)}\n`,
    says: (i) => ({ time: `18:48:${second(i)}`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'sipgo',
    write: (message, i) =>
      `2026/11/22 18:48:${second(i)} DEBUG UDP ${pick(i, `read ${OWN} <- ${PEER}`, `write ${OWN} -> ${PEER}`)}:\n${crlf(message)}\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'reSIProcate',
    write: (message, i) =>
      `DEBUG | 20261122-1848${second(i)}.123 | repro | RESIP:TRANSPORT | 140 | TransportSelector.cxx:123 | ${pick(i, `incoming from: [ V4 ${PEER} UDP target domain=unspecified mFlowKey=0 ]`, `Transmitting to [ V4 ${PEER} UDP target domain=unspecified mFlowKey=0 ] tlsDomain= via [ V4 ${OWN} UDP mFlowKey=3 ]`)}\n\n${crlf(message)}\nsigcomp id=\n`,
    says: (i) => ({ ...dated(i), ...pick(i, peerOnly(i), bothPeers(i)), ...udp }),
  },
  {
    name: 'OPAL',
    write: (message, i) =>
      `2026/11/22 ${clock(i)}\t  0:01.234\tSIP Transport:7f12\tsipep.cxx(123)\tSIP\t${pick(i, 'Received', 'Sending')} PDU ${lines(message)[0]} (${message.length} bytes) ${pick(i, 'from', 'to')}: rem=udp$${PEER},local=udp$${OWN},if=192.0.2.2%eth0\n${message}\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i), ...udp }),
  },
  {
    name: 'node-sip',
    write: (message, i) => `=== ${pick(i, 'Received from', 'Sent to')} ${PEER} ===\n${message}\n\n`,
    says: peerOnly,
  },
  {
    name: 'jain-sip, older than 2017',
    write: (message, i) =>
      `<message\nfrom="${pick(i, PEER, OWN)}"\nto="${pick(i, OWN, PEER)}"\ntime="139537576${i}123"\nisSender="${pick(i, 'false', 'true')}"\ntransactionId="z9"\n>\n<![CDATA[${crlf(message)}]]>\n</message>\n`,
    says: (i) => ({ time: `2014-03-21T04:22:4${i}.123Z`, ...bothPeers(i) }),
  },
  {
    name: 'sipgo with slog, read from and write to the own address',
    write: (message, i) =>
      `time=2026-11-22T${clock(i)}+01:00 level=DEBUG msg="UDP ${pick(i, `read from ${OWN} <-`, `write to ${OWN} ->`)} ${PEER}:\\n${jsonString(crlf(message))}" caller=Transport\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}+01:00`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'nksip',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} [info] <0.123.0> uas1\n\n---- f0yhGIQ ${OWN} (udp) ${pick(i, '<<<<', '>>>>')} ${PEER}\n${eachLine(message, (line) => `        ${line}\n`)}        \n\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i), ...udp }),
  },
  {
    name: 'mjsip',
    write: (message, i) =>
      `${PEER}/udp (${message.length} bytes) ${pick(i, 'received', 'sent')} at ${clock(i)} Sun 22 Nov 2026\n-----Begin-of-message-----\n${crlf(message)}-----End-of-message-----\n\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'sipml5, empty lines between some header fields',
    write: (message) =>
      `SIPml-api.js:1 recv=${message.replace(/^(?=Call-ID)/m, '\n')}\n\nSIPml-api.js:1 State machine: x\n\n`,
    lossy: true,
  },
  {
    name: 'jain-sip behind the name of a container',
    write: (message, i) =>
      `sip_1  | 18:48:${second(i)},123 INFO  [gov.nist.Stack] (t) <message\n${eachLine(`from="${pick(i, PEER, OWN)}"\nto="${pick(i, OWN, PEER)}"\nisSender="${pick(i, 'false', 'true')}"\n>\n<![CDATA[${message}]]>\n</message>\n`, (line) => `sip_1  | ${line}\n`)}`,
    says: (i) => ({ time: clock(i), ...bothPeers(i) }),
    lossy: true,
  },
  {
    name: 'java.util.logging, two lines a record',
    write: (message, i) =>
      `Nov 22, 2026 6:48:${second(i)} PM com.example.Connection ${pick(i, 'receive', 'send')}\nINFO: ${pick(i, 'Answer', 'Ours')}: ${message}\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, ...direction(i) }),
  },
  {
    name: 'reSIProcate, a record over several lines',
    write: (message, i) =>
      `DEBUG | 20261122-1848${second(i)}.123 | repro | RESIP:TRANSPORT | 140 | UdpTransport.cxx:380 | ++++++++++++\n${pick(i, 'Received on', 'Sent by')} UDP: 0.0.0.0:5060 ${pick(i, 'from', 'to')} [ V4 ${PEER} UDP target domain=unspecified mFlowKey=12 ]\n${crlf(message)}\n++++++++++++\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
  },
];
