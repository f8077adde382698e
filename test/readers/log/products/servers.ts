import {
  bothPeers,
  clock,
  crlf,
  dated,
  direction,
  eachLine,
  jsonString,
  OWN,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  type Said,
  second,
  tcp,
  udp,
} from './product-sample.ts';

/** A field of Kamailio's text files. */
const fieldOfText = (text: string): string =>
  text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll(':', '\\:');

/** Servers that carry calls, and what stands around their records in journals, containers and databases. */
export const servers: readonly ProductSample[] = [
  {
    name: 'Asterisk, one journald record a line',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} pbx asterisk[1234]: ${pick(i, `<--- Received SIP request (473 bytes) from UDP:${PEER} --->`, `<--- Transmitting SIP response (473 bytes) to UDP:${PEER} --->`)}\n${eachLine(message, (line) => `Nov 22 18:48:${second(i)} pbx asterisk[1234]: ${line}\n`)}`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'Asterisk, one journald record a message, its lines indented to the first',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} pbx asterisk[1234]: ${pick(i, `<--- Received SIP request (473 bytes) from UDP:${PEER} --->`, `<--- Transmitting SIP response (473 bytes) to UDP:${PEER} --->`)}\n${eachLine(message, (line) => `${' '.repeat(36)}${line}\n`)}`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'journalctl -o verbose',
    write: (message, i) =>
      `Sun 2026-11-22 ${clock(i)}456 UTC [s=0a1b;i=${i};b=99;m=12;t=6;x=8]\n    PRIORITY=6\n    _HOSTNAME=pbx\n    SYSLOG_IDENTIFIER=asterisk\n    MESSAGE=${message
        .trimEnd()
        .replaceAll('\n', '\n            ')}\n    _PID=1234\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456Z` }),
  },
  {
    name: 'journalctl -o json',
    write: (message, i) =>
      `${JSON.stringify({ __REALTIME_TIMESTAMP: `17953757${60 + i}071087`, MESSAGE: `sent to ${PEER}\n${message}`, _PID: '12' })}\n`,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087Z`, direction: 'out', destination: PEER }),
  },
  {
    name: 'journalctl -o json, carriage returns kept as bytes',
    write: (message, i) =>
      `{"__REALTIME_TIMESTAMP":"17953757${60 + i}071087","MESSAGE":${JSON.stringify([...Buffer.from(crlf(message))])},"_PID":"12"}\n`,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087Z` }),
  },
  {
    name: 'Asterisk, syslog with level and file',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} pbx asterisk[1234]: VERBOSE[1240]: res_pjsip_logger.c:123 in pjsip_log: ${pick(i, `<--- Received SIP request (473 bytes) from UDP:${PEER} --->`, `<--- Transmitting SIP response (473 bytes) to UDP:${PEER} --->`)}#012${message.replaceAll('\n', '#012')}\n`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'Asterisk chan_sip, reliably transmitting',
    write: (message, i) =>
      `[Nov 22 18:48:${second(i)}] VERBOSE[1234][C-0000002a] chan_sip.c: Reliably Transmitting (NAT) to ${PEER}:\n${message}\n---\n`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, direction: 'out', destination: PEER, mark: 'C-0000002a' }),
  },
  {
    name: 'Kamailio xlog with addresses before the message',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} proxy1 kamailio[1481]: INFO: {1 314159 INVITE a84b@example.com} <script>: [udp] ${PEER} -> ${OWN} len=513: ${crlf(message).replaceAll('\r', '#015').replaceAll('\n', '#012')}\n`,
    says: (i) => ({
      time: `--11-22T18:48:${second(i)}`,
      source: PEER,
      destination: OWN,
      ...udp,
      mark: 'a84b@example.com',
    }),
  },
  {
    name: 'OpenSIPS xlog on lines',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} [2345] incoming message from udp:${PEER}:\n${crlf(message)}\nNov 22 18:48:${second(i)} [2345] DBG:core:parse_msg: SIP Request:\n`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, direction: 'in', ...udp, source: PEER }),
  },
  {
    name: 'FreeSWITCH with a UUID before the line that tells of the message',
    write: (message, i) =>
      `0a1b2c3d-0000-4000-8000-00000000002a 2026-11-22 18:48:00.000001 [DEBUG] switch_core_media.c:123 checking\n${pick(i, 'recv', 'send')} ${message.length} bytes ${pick(i, 'from', 'to')} udp/[192.0.2.1]:5060 at ${clock(i)}456:\n   ------------------------------------------------------------------------\n${eachLine(message, (line) => `   ${line}\n`)}   ------------------------------------------------------------------------\n`,
    says: (i) => ({
      time: `${clock(i)}456`,
      ...direction(i),
      ...pick<Said>(i, { source: PEER }, { destination: PEER }),
      ...udp,
    }),
  },
  {
    name: 'FreeSWITCH, transport debug lines between',
    write: (message, i) =>
      `tport.c:3625 tport_vsend() tport_vsend(0x7f6bd8004ed0): 384 bytes of 384 to udp/192.0.2.9:5060\ntport.c:3508 tport_send_msg() tport_vsend returned 384\n${pick(i, 'recv', 'send')} ${message.length} bytes ${pick(i, 'from', 'to')} udp/[192.0.2.1]:5060 at ${clock(i)}456:\n------------------------------------------------------------------------\n${crlf(message)}\nnta.c:8310 outgoing_send() nta: sent ACK (16160312) to */192.0.2.9:5060\n`,
    says: (i) => ({
      time: `${clock(i)}456`,
      ...direction(i),
      ...pick<Said>(i, { source: PEER }, { destination: PEER }),
      ...udp,
    }),
  },
  {
    name: 'FreeSWITCH log file, a record for every line of the trace',
    write: (message, i) =>
      `2026-11-22 ${clock(i)}456 99.10% [INFO] sofia.c:1234 ${pick(i, 'recv', 'send')} ${message.length} bytes ${pick(i, 'from', 'to')} udp/[192.0.2.1]:5060 at ${clock(i)}400:\n${eachLine(message, (line, n) => `2026-11-22 ${clock(i)}${456 + n} 99.10% [INFO] sofia.c:1234 ${line}\n`)}`,
    says: (i) => ({
      time: `2026-11-22T${clock(i)}456`,
      ...direction(i),
      ...pick<Said>(i, { source: PEER }, { destination: PEER }),
      ...udp,
    }),
  },
  {
    name: 'drachtio, a date before the line that tells of the message',
    write: (message, i) =>
      `2026-11-22 ${clock(i)}900 ${pick(i, 'recv', 'send')} ${message.length} bytes ${pick(i, 'from', 'to')} udp/[192.0.2.1]:5060 at ${clock(i)}456:\n${message}\n2026-11-22 ${clock(i)}999 nta.c:2948 agent_recv_request() nta: received INVITE sip:bob@example.com SIP/2.0 (CSeq 1)\n`,
    says: (i) => ({
      time: `2026-11-22T${clock(i)}900`,
      ...direction(i),
      ...pick<Said>(i, { source: PEER }, { destination: PEER }),
      ...udp,
    }),
  },
  {
    name: 'drachtio, a counter and a date behind bars',
    write: (message, i) =>
      `00001b6${i}|2026-Nov-22 ${clock(i)}900| recv ${message.length} bytes from udp/[192.0.2.1]:5060 at ${clock(i)}456:\n${message.trimEnd()}\n \n00001b66|2026-Nov-22 ${clock(i)}950| tport.c:3023 tport_deliver() tport_deliver(0x2460d00): msg\n`,
    says: (i) => ({
      time: `2026-11-22T${clock(i)}900`,
      direction: 'in',
      source: PEER,
      ...udp,
    }),
  },
  {
    name: 'Flexisip',
    write: (message, i) =>
      `2026-11-22 18:48:${second(i)}:123 flexisip-D-${pick(i, `Receiving new Request SIP message 0x7f1 from tls/${PEER}:`, `Sending Response SIP message to=tls/${PEER}:`)}\n${message}\n2026-11-22 18:48:${second(i)}:124 flexisip-D-Invoking onRequest() on module Authentication\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), transport: 'TLS' }),
  },
  {
    name: 'BroadWorks',
    write: (message, i) =>
      `2026.11.22 18:48:${second(i)}:123 UTC | Info       | Sip | +15550100 | Service Delivery | localHost16:${i}\n\n\tudp ${message.length} Bytes ${pick(i, 'IN from', 'OUT to')} ${PEER}\n${message}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'Clearwater',
    write: (message, i) =>
      `22-11-2026 ${clock(i)} UTC [7f1${i}] Verbose common_sip_processing.cpp:120: ${pick(i, 'RX', 'TX')} ${message.length} bytes Response msg 200/OPTIONS/cseq=1 (tdta0x7f) ${pick(i, 'from', 'to')} TCP ${PEER}:\n--start msg--\n\n${message}\n--end msg--\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...peerOnly(i), ...tcp }),
  },
  {
    name: 'Genesys SIP Server',
    write: (message, i) =>
      `${clock(i)}: SIPTR: ${pick(i, 'Received', 'Sending')} [0,UDP] ${message.length} bytes ${pick(i, 'from', 'to')} ${PEER} ${pick(i, '<<<<<', '>>>>>')}\n${message}\n${pick(i, '<<<<<', '>>>>>')}\n`,
    says: (i) => ({ time: clock(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'Yate',
    write: (message, i) =>
      `2026-11-22_18:48:${second(i)}.123456 <sip:INFO> ${pick(i, `'udp:0.0.0.0:5060' received ${message.length} bytes SIP message from ${PEER} [0x7f12]`, `'udp:0.0.0.0:5060' sending ${message.startsWith('SIP') ? 'code 200' : "'INVITE'"} 0x7f12 to ${PEER} [0x7f13]`)}\n------\n${crlf(message)}\n------\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'sipXecs',
    write: (message, i) =>
      `"2026-11-22T${clock(i)}456Z":12${i}:${pick(i, 'INCOMING', 'OUTGOING')}:INFO:host.example.com:SipUserAgent-3:0000:SipProxy:"${pick(i, 'Read', 'Send')} SIP message:\\n----Local Host:192.0.2.2---- Port: 5060----\\n----Remote Host:192.0.2.1---- Port: 5060----\\n${jsonString(crlf(message))}\\n====================END====================\\n"\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456Z`, ...bothPeers(i) }),
    lossy: true,
  },
  {
    name: 'Sippy',
    write: (message, i) =>
      `22 Nov ${clock(i)}/a84b4c76e66710@pc33.example.com/b2bua: ${pick(i, 'RECEIVED message from', 'SENDING message to')} ${PEER}:\n${message}\n\n`,
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...peerOnly(i) }),
  },
  {
    name: 'Asterisk in docker json-file, marker and message a record a line',
    write: (message, i) =>
      [
        pick(
          i,
          `<--- Received SIP request (473 bytes) from UDP:${PEER} --->`,
          `<--- Transmitting SIP response (473 bytes) to UDP:${PEER} --->`,
        ),
        ...crlf(`${message}\n`).split('\n'),
      ]
        .map(
          (line) =>
            `{"log":"${jsonString(`${line}\n`).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')}","stream":"stdout","time":"2026-11-22T${clock(i)}Z"}\n`,
        )
        .join(''),
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'siptrace in db_text, a row of colons',
    write: (message, i) =>
      `${[
        `${40 - i}`,
        '1795375686',
        '54009',
        'x@192.0.2.9',
        '',
        crlf(message),
        'x',
        '',
        `udp:${pick(i, PEER, OWN)}`,
        `udp:${pick(i, OWN, PEER)}`,
        'aa',
        pick(i, 'in', 'out'),
      ]
        .map(fieldOfText)
        .join(':')}\n`,
    says: (i) => ({ time: '2026-11-22T19:28:06.054009Z', ...bothPeers(i), ...udp }),
  },
  {
    name: 'siptrace in MySQL, a field a line',
    write: (message, i) =>
      `*************************** ${i + 1}. row ***************************\n         id: ${i}\n time_stamp: 2026-11-22 18:48:${second(i)}\n     callid: x\n        msg: ${crlf(message)}\n     method: x\n     fromip: udp:${pick(i, PEER, OWN)}\n       toip: udp:${pick(i, OWN, PEER)}\n    fromtag: aa\n  direction: ${pick(i, 'in', 'out')}\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'Yate, time as one number',
    write: (message, i) =>
      `202611221848${second(i)}.123456 <sip:INFO> 'udp:0.0.0.0:5060' ${pick(i, `received 473 bytes SIP message from ${PEER} [0x8a]`, `sending code 401 0x83b1 to ${PEER} [0x8a]`)}\n------\n${crlf(message)}\n------\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'SEMS',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} [12345/67] [core] [udp_trsp.cpp:188] DEBUG: vv M [|] u ${pick(i, 'recvd', 'sent')} msg via UDP vv\nNov 22 18:48:${second(i)} [12345/67] [core] [udp_trsp.cpp:189] DEBUG: --++--\n${crlf(message)}--++--\n`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, ...direction(i), ...udp }),
  },
  {
    name: 'Asterisk, history of PJSIP',
    write: (message, i) =>
      `<--- History Entry ${i} ${pick(i, 'Received from', 'Sent to')} ${PEER} at 146653741${i} --->\n${message}\n`,
    says: (i) => ({ time: `2016-06-21T19:30:1${i}Z`, ...peerOnly(i) }),
  },
];
