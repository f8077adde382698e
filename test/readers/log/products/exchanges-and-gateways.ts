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
  tcp,
  udp,
} from './product-sample.ts';

/** Exchanges, session border controllers and gateways of vendors. */
export const exchangesAndGateways: readonly ProductSample[] = [
  {
    name: 'Cisco IOS with a sequence number',
    write: (message, i) =>
      `00012${i}: Nov 22 ${clock(i)} UTC: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n${pick(i, 'Received', 'Sent')}: \n${message}\n`,
    says: (i) => ({ time: `--11-22T${clock(i)}Z`, ...direction(i) }),
  },
  {
    name: 'Cisco IOS in a syslog file',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} 192.0.2.99 00012${i}: *Nov 22 ${clock(i)}: //123/ABCDEF012345/SIP/Msg/ccsipDisplayMsg:\nNov 22 18:48:${second(i)} 192.0.2.99 ${pick(i, 'Received', 'Sent')}: \n${eachLine(message, (line) => `Nov 22 18:48:${second(i)} 192.0.2.99 ${line}\n`)}`,
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...direction(i) }),
  },
  {
    name: 'Cisco CUCM trace',
    write: (message, i) =>
      `0000012${i}.001 |${clock(i)} |AppInfo  |SIPTcp - ${pick(i, `wait_SdlReadRsp: Incoming SIP TCP message from 192.0.2.1 on port 5060 index 5 with ${message.length} bytes:`, `wait_SdlSPISignal: Outgoing SIP TCP message to 192.0.2.1 on port 5060 index 5 `)}\r\n[1234${i},NET]\r\n${crlf(message)}\r\n0000012${i}.002 |${clock(i)} |SdlSig   |SIPSPISignal |wait\r\n`,
    says: (i) => ({ time: clock(i), ...peerOnly(i), ...tcp }),
  },
  {
    name: 'Cisco Expressway',
    write: (message, i) =>
      `2026-11-22T${clock(i)}+00:00 exp1 tvcs: UTCTime="2026-11-22 18:48:${second(i)},123" Module="network.sip" Level="DEBUG":  Action="${pick(i, 'Received', 'Sent')}" Local-ip="192.0.2.2" Local-port="5060" ${pick(i, 'Src', 'Dst')}-ip="192.0.2.1" ${pick(i, 'Src', 'Dst')}-port="5060" Msg-Hash="1234567890"\n SIPMSG:\n |${lines(message).join('\n ')}\n |\n2026-11-22T${clock(i)}+00:00 exp1 tvcs: UTCTime="2026-11-22 18:48:${second(i)},130" Module="network.search" Level="INFO":  Event="Search Attempted" Service="SIP" Level="1"\n`,
    says: (i) => ({ ...bothPeers(i), time: `${dated(i).time}Z` }),
    lossy: true,
  },
  {
    name: 'Avaya Session Manager',
    write: (message, i) =>
      `--------------------\n22/11/2026 ${clock(i)} ${pick(i, '-->', '<--')}\noctets: ${message.length}, Body Length: 0\n${pick(i, 'ingress: { L192.0.2.2:5060/R192.0.2.1:5060/TCP/0x7 }\negress: [NO TARGET]', 'ingress: [NO TARGET]\negress: { L192.0.2.2:5060/R192.0.2.1:5060/TCP/0x7 }')}\n${message}\n--------------------\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i), ...tcp }),
  },
  {
    name: 'Avaya IP Office monitor',
    write: (message, i) =>
      ` 12345${i}mS SIP ${pick(i, `Rx: UDP ${PEER} -> ${OWN}`, `Tx: UDP ${OWN} -> ${PEER}`)}\r\n${eachLine(message, (line) => `                    ${line}\r\n`)} 12346${i}mS Sip: (f123) Process dialog\r\n`,
    says: (i) => ({ ...bothPeers(i), ...udp }),
  },
  {
    name: 'Avaya Experience Portal, ^M and a glued start',
    write: (message, i) =>
      `@2026-11-22 18:48:${second(i)},123||FINEST|Tele|85${i}|FileName=sip/UA.cpp,LineNumber=476|UA::SendToNetwork: To ${PEER}[71:0] <^${message.replaceAll('\n', '^M\n')}\n`,
    says: (i) => ({ ...dated(i), direction: 'out', destination: PEER }),
  },
  {
    name: 'AudioCodes, message behind a time of its own',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} 192.0.2.9 [S=12345${i}] [SID=a1b2c3:12:345]  (N 123456) ---- ${pick(i, 'Incoming', 'Outgoing')} SIP Message ${pick(i, 'from', 'to')} ${PEER} ${pick(i, 'to', 'from')} SIPInterface #0 (Trunk) UDP TO(#1) SocketID(2) ---- #012${message.replaceAll('\n', '#012')} [Time:22-11@${clock(i)}]\n`,
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'AudioCodes, escapes kept',
    write: (message, i) =>
      `18:48:0${i}.123  192.0.2.9    local0.notice  [S=12${i}] [SID=a1b2c3:12:345] ---- ${pick(i, 'Incoming', 'Outgoing')} SIP Message ${pick(i, 'from', 'to')} ${PEER} ${pick(i, 'to', 'from')} SIPInterface #0 (Trunk) TCP TO(#1) SocketID(2) ---- \\r\\n${crlf(message).replaceAll('\r', '\\r').replaceAll('\n', '\\n')}\n`,
    says: (i) => ({ time: `18:48:0${i}.123`, ...peerOnly(i), ...tcp }),
  },
  {
    name: 'AudioCodes viewer, further lines bare',
    write: (message, i) =>
      `${clock(i)} : 192.0.2.9 : NOTICE : [S=12${i}] [SID=a1b2c3:12:345] ---- ${pick(i, 'Incoming', 'Outgoing')} SIP Message ${pick(i, 'from', 'to')} ${PEER} ${pick(i, 'to', 'from')} SIPInterface #0 (Trunk) UDP TO(#1) SocketID(2) ----\n${message}\n`,
    says: (i) => ({ time: clock(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'Oracle SBC',
    write: (message, i) =>
      `Nov 22 ${clock(i)} On [256:0]${OWN} ${pick(i, 'received from', 'sent to')} ${PEER}\n${message}\n----------------------------------------\n`,
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...bothPeers(i) }),
  },
  {
    name: 'Ribbon SBC',
    write: (message, i) =>
      `178${i} 11222026 1848${second(i)}.737177:1.01.00.38939.MAJOR .SIPSG: GCID=0x00000DDB: Ingress: received msg for CallId:a84b gcid:0xDDB from IP/port:192.0.2.1/5060, Local IP/port:192.0.2.2/5060\nRAW PDU:\n${message}\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}.737177`, direction: 'in', source: PEER, destination: OWN }),
  },
  {
    name: 'Ingate',
    write: (message, i) =>
      `2026-11-22 18:48:${second(i)} Info: sipfw: ${pick(i, 'recv from', 'send sf (0x9a8b) to')} ${PEER} via UDP connection 123:\n${eachLine(message, (line) => `  ${line}\n`)}\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'Patton',
    write: (message, i) =>
      `18:48:${second(i)}  SIP_TR> [STACK] ${pick(i, `< Stack: from UDP:${PEER}`, `> Stack: to UDP:${PEER}`)}\n${eachLine(message, (line) => ` ${line}\n`)}\n`,
    says: (i) => ({ time: `18:48:${second(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'Lync server',
    write: (message, i) =>
      `TL_INFO(TF_PROTOCOL) [0]0AF8.1234::11/22/2026-${clock(i)}.0000a1b2 (SIPStack,SIPAdminLog::ProtocolRecord::Flush:ProtocolRecord.cpp(265))[123456] $$begin_record\r\nTrace-Correlation-Id: 123456\r\nInstance-Id: 1A2B\r\nDirection: ${pick(i, 'incoming', 'outgoing')}\r\nPeer: ${PEER}\r\nMessage-Type: ${message.startsWith('SIP') ? 'response' : 'request'}\r\nStart-Line: ${crlf(message.replace(/\n\n/, '\nMessage-Body: '))}\r\n$$end_record\r\n\r\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
    lossy: true,
  },
  {
    name: 'FRITZ!Box',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} - ${pick(i, 'IN', 'OUT')}: my=192.0.2.2%15:5060 peer=192.0.2.1 port=5060 UDP, sipiface=none:\n${message}\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i), ...udp }),
  },
  {
    name: 'LANCOM',
    write: (message, i) =>
      `[SIP-Packet] 2026/11/22 18:48:${second(i)},123\n${pick(i, `Receiving datagram with length ${message.length} from ${PEER} to ${OWN}`, `Sending datagram with length ${message.length} from ${OWN} to ${PEER}`)}\n${message}\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i) }),
  },
  {
    name: 'OmniPCX',
    write: (message, i) =>
      `(00012${i}:000456) 18:48:${second(i)} ${pick(i, 'RECEIVE MESSAGE FROM NETWORK', 'SEND MESSAGE TO NETWORK')} (${PEER} [UDP])\n----------------------utf8-----------------------\n${message}\n-------------------------------------------------\n`,
    says: (i) => ({ time: `18:48:${second(i)}`, ...peerOnly(i), ...udp }),
  },
];
