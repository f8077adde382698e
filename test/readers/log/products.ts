/**
 * How products write SIP messages into text, one row each, with what their own words say about a message. The names
 * of products tell where a layout was seen; the reader knows none of them. Messages go through with LF; a writer
 * makes of them what the product does. `lossy` layouts do not keep every character of the message.
 */
export interface ProductSample {
  readonly name: string;
  readonly write: (message: string, index: number) => string;
  readonly says?: (index: number) => Said;
  readonly lossy?: true;
}

/** What the text says about a message, without what can only be inferred. */
export interface Said {
  readonly time?: string;
  readonly direction?: 'in' | 'out';
  readonly transport?: string;
  readonly source?: string;
  readonly destination?: string;
  readonly mark?: string;
}

export const PEER = '192.0.2.1:5060';
export const OWN = '192.0.2.2:5060';

/** Every other message is received. */
const isIn = (index: number): boolean => index % 2 === 0;
export const pick = <T>(index: number, received: T, sent: T): T => (isIn(index) ? received : sent);
export const second = (index: number): string => String(index + 6).padStart(2, '0');
export const clock = (index: number): string => `18:48:${second(index)}.123`;
export const lines = (message: string): readonly string[] => message.replace(/\n$/, '').split('\n');
export const crlf = (message: string): string => message.replaceAll('\n', '\r\n');
export const eachLine = (message: string, write: (line: string, number: number) => string): string =>
  lines(message).map(write).join('');
const jsonString = (text: string): string => JSON.stringify(text).slice(1, -1);

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The headers of IP and UDP, more or less. */
const LOWER_LAYERS = Buffer.from('45000234abcd40004011000000c0000201c000020213c413c40220004e', 'hex').subarray(0, 28);

/** Rows of sixteen bytes: `write` gets the offset, the bytes as pairs of digits and what they look like. */
export function hexRows(
  message: string,
  write: (offset: number, pairs: readonly string[], text: string) => string,
): string {
  const bytes = Buffer.concat([LOWER_LAYERS, Buffer.from(crlf(message))]);
  let rows = '';
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const pairs = [...row].map((byte) => byte.toString(16).padStart(2, '0'));
    rows += write(at, pairs, row.toString('latin1').replace(/[^ -~]/g, '.'));
  }
  return rows;
}
export const hexOffset = (offset: number, digits: number): string => offset.toString(16).padStart(digits, '0');

export const direction = (index: number): Said => ({ direction: pick(index, 'in', 'out') });
/** Direction, and the peer where the message came from or went to. */
export const peerOnly = (index: number): Said => ({
  ...direction(index),
  ...pick<Said>(index, { source: PEER }, { destination: PEER }),
});
export const bothPeers = (index: number): Said => ({
  ...direction(index),
  ...pick<Said>(index, { source: PEER, destination: OWN }, { source: OWN, destination: PEER }),
});
export const dated = (index: number): Said => ({ time: `2026-11-22T${clock(index)}` });
export const udp: Said = { transport: 'UDP' };
export const tcp: Said = { transport: 'TCP' };

export const products: readonly ProductSample[] = [
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
    name: 'Cisco IOS with a sequence number',
    write: (message, i) =>
      `00012${i}: Nov 22 ${clock(i)} UTC: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n${pick(i, 'Received', 'Sent')}: \n${message}\n`,
    says: (i) => ({ time: `--11-22T${clock(i)}Z`, ...direction(i) }),
  },
  {
    name: 'Cisco IOS in a syslog file',
    write: (message, i) =>
      `Nov 22 18:48:${second(i)} 192.0.2.99 00012${i}: *Nov 22 ${clock(i)}: //123/ABCDEF012345/SIP/Msg/ccsipDisplayMsg:\nNov 22 18:48:${second(i)} 192.0.2.99 ${pick(i, 'Received', 'Sent')}: \n${eachLine(message, (line) => `Nov 22 18:48:${second(i)} 192.0.2.99 ${line}\n`)}`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, ...direction(i) }),
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
      `2026-11-22T${clock(i)}+00:00 exp1 tvcs: UTCTime="2026-11-22 18:48:${second(i)},123" Module="network.sip" Level="DEBUG":  Action="${pick(i, 'Received', 'Sent')}" Local-ip="192.0.2.2" Local-port="5060" ${pick(i, 'Src', 'Dst')}-ip="192.0.2.1" ${pick(i, 'Src', 'Dst')}-port="5060" Msg-Hash="1234567890"\n SIPMSG:\n |${lines(message).join('\n ')}\n |\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i) }),
    lossy: true,
  },
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
    name: 'Linphone',
    write: (message, i) =>
      `2026-11-22 18:48:${second(i)}:123 belle-sip-message-channel [0x1a2b]: ${pick(i, `received [${message.length}] new bytes from [UDP://${PEER}]:`, `message sent to [UDP://${PEER}], size: [${message.length}] bytes`)}\n${message}\n2026-11-22 18:48:${second(i)}:124 belle-sip-message-channel [0x1a2b] [${message.length}] bytes parsed\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'logcat, a record a line',
    write: (message, i) =>
      `11-22 ${clock(i)} 12678-12678/org.example.phone I/Phone: channel [0x7bf1]: ${pick(i, `received [${message.length}] new bytes from [UDP://${PEER}]:`, `message sent to [UDP://${PEER}], size: [${message.length}] bytes`)}\n${eachLine(message, (line, n) => `11-22 18:48:${second(i)}.${200 + n} 12678-12678/org.example.phone I/Phone: ${line}\n`)}`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}.200`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'logcat in an editor, further lines indented',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} 19583-19583 Phone        org.example.phone      I  channel [0x7bf1]: received [${message.length}] new bytes from [UDP://${PEER}]:\n${eachLine(message, (line) => `${' '.repeat(72)}${line}\n`)}`,
    says: (i) => ({ ...dated(i), direction: 'in', source: PEER, ...udp }),
  },
  {
    name: 'flutter console',
    write: (message, i) =>
      `flutter: SIP_LOG 2026-11-22 ${clock(i)}001 ${pick(i, 'Received WebSocket message:', 'Sending WebSocket message:')}\n${eachLine(message, (line, n) => `flutter: SIP_LOG 2026-11-22 ${clock(i)}${100 + n} ${line}\n`)}`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}100`, ...direction(i) }),
  },
  {
    name: 'PhonerLite',
    write: (message, i) =>
      `22.11.2026 18:48:${second(i)},123: ${pick(i, 'R', 'T')}: ${PEER} (UDP)\r\n${crlf(message)}\r\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
  },
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
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}+01:00`, ...direction(i) }),
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
    name: 'Genesys SIP Server',
    write: (message, i) =>
      `${clock(i)}: SIPTR: ${pick(i, 'Received', 'Sending')} [0,UDP] ${message.length} bytes ${pick(i, 'from', 'to')} ${PEER} ${pick(i, '<<<<<', '>>>>>')}\n${message}\n${pick(i, '<<<<<', '>>>>>')}\n`,
    says: (i) => ({ time: clock(i), ...peerOnly(i), ...udp }),
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
    name: 'Lync server',
    write: (message, i) =>
      `TL_INFO(TF_PROTOCOL) [0]0AF8.1234::11/22/2026-${clock(i)}.0000a1b2 (SIPStack,SIPAdminLog::ProtocolRecord::Flush:ProtocolRecord.cpp(265))[123456] $$begin_record\r\nTrace-Correlation-Id: 123456\r\nInstance-Id: 1A2B\r\nDirection: ${pick(i, 'incoming', 'outgoing')}\r\nPeer: ${PEER}\r\nMessage-Type: ${message.startsWith('SIP') ? 'response' : 'request'}\r\nStart-Line: ${crlf(message.replace(/\n\n/, '\nMessage-Body: '))}\r\n$$end_record\r\n\r\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
    lossy: true,
  },
  {
    name: 'Homer, text',
    write: (message, i) =>
      `proto:UDP 2026-11-22T${clock(i)}Z  ${pick(i, PEER, OWN)} ---> ${pick(i, OWN, PEER)}\n\n${crlf(message)}\r\n\n`,
    says: (i) => ({
      time: `2026-11-22T${clock(i)}Z`,
      source: pick(i, PEER, OWN),
      destination: pick(i, OWN, PEER),
      ...udp,
    }),
  },
  {
    name: 'Homer, JSON',
    write: (message, i) =>
      `${JSON.stringify({ protocol: 17, srcIp: '192.0.2.1', srcPort: 5060, dstIp: '192.0.2.2', dstPort: 5060, timeSeconds: 1795375760 + i, timeUseconds: 71087, raw: crlf(message) })}\n`,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'one stream of bytes',
    write: (message) => crlf(message),
    says: () => ({}),
  },
  {
    name: 'tshark -T json',
    write: (message, i) => {
      const [head = '', body = ''] = crlf(message).split('\r\n\r\n');
      const [first = '', ...rest] = head.split('\r\n');
      const kind = first.startsWith('SIP/') ? 'Status-Line' : 'Request-Line';
      return `${i === 0 ? '[' : ','}\n  {\n    "_source": {\n      "layers": {\n        "frame": {\n          "frame.time_epoch": "17953757${60 + i}.071087000"\n        },\n        "ip": {\n          "ip.src": "192.0.2.1",\n          "ip.dst": "192.0.2.2"\n        },\n        "udp": {\n          "udp.srcport": "5060",\n          "udp.dstport": "5060"\n        },\n        "sip": {\n          "sip.${kind}": "${jsonString(first)}",\n          "sip.${kind}_tree": {\n            "sip.Method": "X",\n            "sip.resend": "0"\n          },\n          "sip.msg_hdr": "${jsonString(`${rest.join('\r\n')}\r\n`)}",\n          "sip.msg_hdr_tree": {\n            "sip.Via": "${jsonString(rest[0] ?? '')}"\n          },\n          "sip.msg_body": "${Buffer.from(body).toString('hex')}"\n        }\n      }\n    }\n  }\n`;
    },
    lossy: true,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087000Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'tshark -T pdml',
    write: (message, i) => {
      const [head = '', body = ''] = message.split('\n\n');
      const [first = '', ...rest] = head.split('\n');
      const kind = first.startsWith('SIP/') ? 'Status-Line' : 'Request-Line';
      return `<packet>\n  <proto name="ip" showname="Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2" size="20" pos="14">\n    <field name="ip.src" show="192.0.2.1"/>\n    <field name="ip.dst" show="192.0.2.2"/>\n  </proto>\n  <proto name="udp" showname="User Datagram Protocol, Src Port: 5060, Dst Port: 5060">\n    <field name="udp.srcport" show="5060"/>\n    <field name="udp.dstport" show="5060"/>\n    <field name="frame.time_epoch" show="17953757${60 + i}.071087000"/>\n  </proto>\n  <proto name="sip">\n    <field name="sip.${kind}" showname="${kind}: ${xml(first)}" size="37" pos="42" show="${xml(first)}" value="4f50">\n      <field name="sip.resend" show="0"/>\n    </field>\n    <field name="sip.msg_hdr" showname="Message Header" size="343" pos="81" show="${xml(rest.join('\n'))}\n" value="5669">\n      <field name="sip.Via" showname="${xml(rest[0] ?? '')}" show="x"/>\n    </field>\n    <field name="sip.msg_body" value="${Buffer.from(body).toString('hex')}"/>\n  </proto>\n</packet>\n\n`;
    },
    lossy: true,
    says: (i) => ({ time: `2026-11-22T19:29:${20 + i}.071087000Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'tshark -x',
    write: (message) =>
      `${hexRows(message, (offset, pairs, text) => `${hexOffset(offset, 4)}  ${pairs.join(' ').padEnd(47)}   ${text}\n`)}\n`,
    says: () => ({}),
  },
  {
    name: 'tcpdump -X',
    write: (message, i) =>
      `18:48:${second(i)}.579135 IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP: ${lines(message)[0]}\n${hexRows(
        message,
        (offset, pairs, text) =>
          `\t0x${hexOffset(offset, 4)}:  ${pairs
            .join('')
            .replace(/.{4}(?=.)/g, '$& ')
            .padEnd(39)}  ${text}\n`,
      )}`,
    says: (i) => ({ time: `18:48:${second(i)}.579135`, source: PEER, destination: OWN }),
  },
  {
    name: 'hexdump -C',
    write: (message) =>
      `${hexRows(message, (offset, pairs, text) => `${hexOffset(offset, 8)}  ${`${pairs.slice(0, 8).join(' ').padEnd(23)}  ${pairs.slice(8).join(' ')}`.padEnd(48)}  |${text}|\n`)}\n`,
    says: () => ({}),
  },
  {
    name: 'ssldump',
    write: (message, i) =>
      `1 ${i}  0.1234 (0.0001)  ${pick(i, 'C>S', 'S>C')}  application_data\n    ---------------------------------------------------------------\n${eachLine(message, (line) => `    ${line}\n`)}    ---------------------------------------------------------------\n`,
    says: () => ({}),
  },
  {
    name: 'docker json-file, a record a line',
    write: (message, i) =>
      eachLine(
        message,
        (line, n) =>
          `${JSON.stringify({ log: `${line}\r\n`, stream: 'stdout', time: `2026-11-22T${clock(i)}${100 + n}Z` })}\n`,
      ),
    says: (i) => ({ time: `2026-11-22T${clock(i)}100Z` }),
  },
  {
    name: 'JSON, a record a line, the text last',
    write: (message, i) =>
      eachLine(
        message,
        (line, n) =>
          `${JSON.stringify({ time: `2026-11-22T${clock(i)}${100 + n}Z`, stream: 'stdout', log: `${line}\n` })}\n`,
      ),
    says: (i) => ({ time: `2026-11-22T${clock(i)}100Z` }),
  },
  {
    name: 'containerd',
    write: (message, i) => eachLine(message, (line, n) => `2026-11-22T${clock(i)}${100 + n}789Z stdout F ${line}\n`),
    says: (i) => ({ time: `2026-11-22T${clock(i)}100789Z` }),
  },
  {
    name: 'a CSV export, time first',
    write: (message, i) => `"2026-11-22T${clock(i)}Z","${crlf(message).replaceAll('"', '""')}"\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z` }),
    lossy: true,
  },
  {
    name: 'Jira, noformat',
    write: (message) => `The trace:\n{noformat}\n${message}\n{noformat}\nThanks.\n`,
    says: () => ({}),
  },
  {
    name: 'Jira, glued to the fence',
    write: (message) => `{code:title=trace}${message}{code}\n`,
    says: () => ({}),
    lossy: true,
  },
  {
    name: 'HTML, escaped',
    write: (message) => `<pre>${xml(message)}</pre>\n`,
    says: () => ({}),
    lossy: true,
  },
  {
    name: 'a mail, quoted-printable',
    write: (message) =>
      `${eachLine(message, (line) => `${line.replaceAll('=', '=3D').replace(/^(.{70})(?=.)/, '$1=\n')}\n`)}\n`,
    says: () => ({}),
  },
  {
    name: 'quoted-printable on one line',
    write: (message) =>
      `raw: ${crlf(message).replaceAll('=', '=3D').replaceAll('\r', '=0D').replaceAll('\n', '=0A')}\n`,
    says: () => ({}),
  },
  {
    name: 'PowerShell, a record as a list',
    write: (message, i) =>
      `TimeCreated : 22.11.2026 18:48:${second(i)}\nProvider    : SipService\nMessage     : ${lines(message).join('\n              ')}\n\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}` }),
  },
  {
    name: 'a list of lines on one line',
    write: (message) =>
      `DEBUG got [${lines(message)
        .map((line) => `'${line}'`)
        .join(', ')}]\n`,
    says: () => ({}),
    lossy: true,
  },
  {
    name: 'psql',
    write: (message, i) =>
      eachLine(
        message,
        (line, n) => `${n === 0 ? `  ${i} ` : '    '}| ${line}\\r${' '.repeat(Math.max(0, 90 - line.length))}+\n`,
      ),
    says: () => ({}),
  },
  {
    name: 'psql with borders',
    write: (message, i) =>
      `${eachLine(message, (line, n) => `| ${n === 0 ? `row ${i} ` : '      '} | ${`${line}\\r`.padEnd(130)}+|\n`)}| ${' '.repeat(6)} | ${' '.repeat(130)} |\n`,
    says: () => ({}),
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
    name: 'Yate',
    write: (message, i) =>
      `2026-11-22_18:48:${second(i)}.123456 <sip:INFO> ${pick(i, `'udp:0.0.0.0:5060' received ${message.length} bytes SIP message from ${PEER} [0x7f12]`, `'udp:0.0.0.0:5060' sending ${message.startsWith('SIP') ? 'code 200' : "'INVITE'"} 0x7f12 to ${PEER} [0x7f13]`)}\n------\n${crlf(message)}\n------\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'reSIProcate',
    write: (message, i) =>
      `DEBUG | 20261122-1848${second(i)}.123 | repro | RESIP:TRANSPORT | 140 | TransportSelector.cxx:123 | ${pick(i, `incoming from: [ V4 ${PEER} UDP target domain=unspecified mFlowKey=0 ]`, `Transmitting to [ V4 ${PEER} UDP target domain=unspecified mFlowKey=0 ] tlsDomain= via [ V4 ${OWN} UDP mFlowKey=3 ]`)}\n\n${crlf(message)}\nsigcomp id=\n`,
    says: (i) => ({ ...dated(i), ...pick(i, peerOnly(i), bothPeers(i)), ...udp }),
  },
  {
    name: 'sipXecs',
    write: (message, i) =>
      `"2026-11-22T${clock(i)}456Z":12${i}:${pick(i, 'INCOMING', 'OUTGOING')}:INFO:host.example.com:SipUserAgent-3:0000:SipProxy:"${pick(i, 'Read', 'Send')} SIP message:\\n----Local Host:192.0.2.2---- Port: 5060----\\n----Remote Host:192.0.2.1---- Port: 5060----\\n${jsonString(crlf(message))}\\n====================END====================\\n"\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456Z`, ...bothPeers(i) }),
    lossy: true,
  },
  {
    name: 'Twinkle',
    write: (message, i) =>
      `+++ 22-11-2026 ${clock(i)}456 INFO SIP ::${pick(i, 'recvd', 'send')}_sip_udp\n${pick(i, 'Received from', 'Send to')}: udp:${PEER}\n${message}\n---\n\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'OPAL',
    write: (message, i) =>
      `2026/11/22 ${clock(i)}\t  0:01.234\tSIP Transport:7f12\tsipep.cxx(123)\tSIP\t${pick(i, 'Received', 'Sending')} PDU ${lines(message)[0]} (${message.length} bytes) ${pick(i, 'from', 'to')}: rem=udp$${PEER},local=udp$${OWN},if=192.0.2.2%eth0\n${message}\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i), ...udp }),
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
    name: 'X-Lite',
    write: (message, i) =>
      `${pick(i, 'RECEIVE', 'SEND')} TIME: 123456\n${pick(i, 'RECEIVE <<', 'SEND >>')} ${PEER}\n${message}\n\n`,
    says: peerOnly,
  },
  {
    name: 'Sippy',
    write: (message, i) =>
      `22 Nov ${clock(i)}/a84b4c76e66710@pc33.example.com/b2bua: ${pick(i, 'RECEIVED message from', 'SENDING message to')} ${PEER}:\n${message}\n\n`,
    says: (i) => ({ time: `--11-22T${clock(i)}`, ...peerOnly(i) }),
  },
  {
    name: 'OmniPCX',
    write: (message, i) =>
      `(00012${i}:000456) 18:48:${second(i)} ${pick(i, 'RECEIVE MESSAGE FROM NETWORK', 'SEND MESSAGE TO NETWORK')} (${PEER} [UDP])\n----------------------utf8-----------------------\n${message}\n-------------------------------------------------\n`,
    says: (i) => ({ time: `18:48:${second(i)}`, ...peerOnly(i), ...udp }),
  },
  {
    name: 'node-sip',
    write: (message, i) => `=== ${pick(i, 'Received from', 'Sent to')} ${PEER} ===\n${message}\n\n`,
    says: peerOnly,
  },
  {
    name: 'local and remote address in JSON',
    write: (message, i) =>
      `${JSON.stringify({ level: 'debug', time: `2026-11-22T${clock(i)}Z`, msg: pick(i, 'message received', 'message sent'), local: OWN, remote: PEER, transport: 'tcp', sip: crlf(message) })}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...bothPeers(i), ...tcp }),
  },
  {
    name: 'Voice Connector in a cloud log',
    write: (message, i) =>
      `${JSON.stringify({ voice_connector_id: 'abc', event_timestamp: `2026-11-22T${clock(i)}Z`, call_id: 'x', sip_message: `\n${crlf(message)}` })}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z` }),
  },
  {
    name: 'a counter in hexadecimal before every line',
    write: (message, i) =>
      eachLine(
        message,
        (line, n) =>
          `${(0x1b5e + i * 40 + n).toString(16).padStart(8, '0')}|2026-Nov-22 18:48:${second(i)}.${100 + n}| ${line}\n`,
      ),
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}.100` }),
  },
  {
    name: 'carriage returns alone, on one line',
    write: (message, i) => `Nov 22 18:48:${second(i)} sbc sipd: received: ${message.replaceAll('\n', '\r')}\n`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}`, direction: 'in' }),
  },
  {
    name: 'an XML attribute',
    write: (message, i) =>
      `<event time="2026-11-22T${clock(i)}Z" dir="${pick(i, 'in', 'out')}" raw="${xml(message).replaceAll('\n', '&#13;&#10;')}"/>\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...direction(i) }),
  },
  {
    name: 'JSON as Go writes it, addresses as objects',
    write: (message, i) =>
      `{"time":"2026-11-22T${clock(i)}Z","src":{"ip":"192.0.2.1","port":5060},"dst":{"ip":"192.0.2.2","port":5060},"msg":"${jsonString(crlf(message)).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')}"}\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, source: PEER, destination: OWN }),
  },
  {
    name: 'YAML',
    write: (message, i) =>
      `- time: 2026-11-22T${clock(i)}Z\n  direction: ${pick(i, 'received', 'sent')}\n  message: |\n${eachLine(message, (line) => `    ${line}\n`)}`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}Z`, ...direction(i) }),
  },
  {
    name: 'SQL insert',
    write: (message, i) =>
      `INSERT INTO sip_trace VALUES (${i},'2026-11-22 18:48:${second(i)}','${crlf(message).replaceAll("'", "''").replaceAll('\r', '\\r').replaceAll('\n', '\\n')}','udp:${PEER}','udp:${OWN}');\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, source: PEER, destination: OWN, ...udp }),
    lossy: true,
  },
  {
    name: 'grep -n -A',
    write: (message, i) =>
      `${eachLine(message, (line, n) => `${1000 + 40 * i + n}${n === 0 || line.startsWith('CSeq') ? ':' : '-'}${line}\n`)}${1039 + 40 * i}-\n--\n`,
    lossy: true,
  },
  {
    name: 'grep -A over files',
    write: (message) => `${eachLine(message, (line, n) => `pbx.log${n === 0 ? ':' : '-'}${line}\n`)}pbx.log-\n--\n`,
    lossy: true,
  },
  {
    name: 'a Python literal at the beginning of a line',
    write: (message) => `b'${crlf(message).replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll("'", "\\'")}'\n`,
    lossy: true,
  },
  {
    name: 'Sipura, ^M and a blank',
    write: (message, i) => `Nov 22 18:48:${second(i)} 192.0.2.1 ${message.replaceAll('\n', '^M ')}\n`,
    says: (i) => ({ time: `--11-22T18:48:${second(i)}` }),
    lossy: true,
  },
  {
    name: 'Wireshark, follow as hexadecimal',
    write: (message, i) =>
      `${hexRows(message, (at, pairs, text) => `${pick(i, '', '    ')}${hexOffset(at, 8)}  ${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ').padEnd(23)}   ${text}\n`)}\n`,
    lossy: true,
  },
  {
    name: 'tcpdump with names',
    write: (message, i) =>
      `${clock(i)}456 IP ${pick(i, 'gw.example.net.sip > pbx.example.com.5062', 'pbx.example.com.5062 > gw.example.net.sip')}: SIP, length: 473\nE..4..@.@..Z........${crlf(message)}\n`,
    says: (i) => ({
      time: `${clock(i)}456`,
      ...pick<Said>(
        i,
        { source: 'gw.example.net:5060', destination: 'pbx.example.com:5062' },
        { source: 'pbx.example.com:5062', destination: 'gw.example.net:5060' },
      ),
    }),
    lossy: true,
  },
  {
    name: 'captagent, JSON',
    write: (message, i) =>
      `${JSON.stringify({ packet_id: String(i), ip_proto: 17, src_ip4: '192.0.2.1', dst_ip4: '192.0.2.2', src_port: 5060, dst_port: 5060, tss: 1395375768 + i, tsu: 71087, payload: crlf(message) })}\n`,
    says: (i) => ({ time: `2014-03-21T04:22:${48 + i}.071087Z`, source: PEER, destination: OWN, ...udp }),
  },
  {
    name: 'jain-sip, older than 2017',
    write: (message, i) =>
      `<message\nfrom="${pick(i, PEER, OWN)}"\nto="${pick(i, OWN, PEER)}"\ntime="139537576${i}123"\nisSender="${pick(i, 'false', 'true')}"\ntransactionId="z9"\n>\n<![CDATA[${crlf(message)}]]>\n</message>\n`,
    says: (i) => ({ time: `2014-03-21T04:22:4${i}.123Z`, ...bothPeers(i) }),
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
    name: 'sipgo with slog, read from and write to the own address',
    write: (message, i) =>
      `time=2026-11-22T${clock(i)}+01:00 level=DEBUG msg="UDP ${pick(i, `read from ${OWN} <-`, `write to ${OWN} ->`)} ${PEER}:\\n${jsonString(crlf(message))}" caller=Transport\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}+01:00`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'a Chinese console',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} [main] INFO  SipLogger - ${pick(i, '接收： 来自', '发送： 目标')}--->${PEER}\n${crlf(message)}\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
  },
  {
    name: 'Blink',
    write: (message, i) =>
      `2026-11-22 ${clock(i)}456 [Blink 12]: ${pick(i, 'RECEIVED', 'SENDING')}: Packet ${i}, +0:00:01.123456\n2026-11-22 ${clock(i)}456: ${pick(i, PEER, OWN)} -(SIP over UDP)-> ${pick(i, OWN, PEER)}\n${crlf(message)}\n--\n`,
    says: (i) => ({ time: `2026-11-22T${clock(i)}456`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'nksip',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} [info] <0.123.0> uas1\n\n---- f0yhGIQ ${OWN} (udp) ${pick(i, '<<<<', '>>>>')} ${PEER}\n${eachLine(message, (line) => `        ${line}\n`)}        \n\n`,
    says: (i) => ({ ...dated(i), ...bothPeers(i), ...udp }),
  },
  {
    name: 'siptrace in MySQL, a field a line',
    write: (message, i) =>
      `*************************** ${i + 1}. row ***************************\n         id: ${i}\n time_stamp: 2026-11-22 18:48:${second(i)}\n     callid: x\n        msg: ${crlf(message)}\n     method: x\n     fromip: udp:${pick(i, PEER, OWN)}\n       toip: udp:${pick(i, OWN, PEER)}\n    fromtag: aa\n  direction: ${pick(i, 'in', 'out')}\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, ...bothPeers(i), ...udp }),
  },
  {
    name: 'an arrow before the message',
    write: (message, i) =>
      eachLine(
        message,
        (line, n) =>
          `flutter:  SIP_LOG 2026-11-22 ${clock(i)}${100 + n}  ${n === 0 ? pick(i, '\u2190 ', '\u2192 ') : ''}${line}\n`,
      ),
    says: (i) => ({ time: `2026-11-22T${clock(i)}100`, ...direction(i) }),
  },
  {
    name: 'flutter logger, a box around',
    write: (message, i) =>
      `flutter: ┌──────────\nflutter: │ [2026-11-22 ${clock(i)}] debug socket.dart:12 ::: ${pick(i, 'Received text', 'Sending')} message:\nflutter: │ \n${eachLine(message, (line) => `flutter: │ ${line}\n`)}flutter: │ \nflutter: └──────────\n`,
    says: (i) => ({ ...dated(i), ...direction(i) }),
  },
  {
    name: 'Kibana, CSV',
    write: (message, i) =>
      `"Nov 22, 2026 @ ${clock(i)}",sbc1,"<--- ${pick(i, 'Received SIP request (9 bytes) from', 'Transmitting SIP response (9 bytes) to')} UDP:${PEER} --->\n${message.replaceAll('"', '""')}\n"\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
    lossy: true,
  },
  {
    name: 'ESP-ADF',
    write: (message, i) =>
      `I (${2209 + i}) SIP: [2026-11-22/18:48:${second(i)}]${pick(i, '<<=====READ 0481 bytes==', '=======WRITE 0578 bytes>>')}\nI (${2209 + i}) SIP: \n\n${crlf(message)}\nI (${2229 + i}) SIP: [2026-11-22/18:48:${second(i)}]==========\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, ...direction(i) }),
  },
  {
    name: 'mjsip',
    write: (message, i) =>
      `${PEER}/udp (${message.length} bytes) ${pick(i, 'received', 'sent')} at ${clock(i)} Sun 22 Nov 2026\n-----Begin-of-message-----\n${crlf(message)}-----End-of-message-----\n\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
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
    name: 'sipml5, empty lines between some header fields',
    write: (message) =>
      `SIPml-api.js:1 recv=${message.replace(/^(?=Call-ID)/m, '\n')}\n\nSIPml-api.js:1 State machine: x\n\n`,
    lossy: true,
  },
  {
    name: 'Markdown, start lines in bold, quoted',
    write: (message) => `${eachLine(message, (line, n) => `> ${n === 0 ? `**${line}**` : line}\n`)}> \n`,
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
    name: 'tshark -T fields',
    write: (message, i) => `${i}\t0.00${i}\t${message.replace('\n', '\t').replaceAll('\n', '\\r\\n')}\n`,
    lossy: true,
  },
  {
    name: 'strace',
    write: (message, i) =>
      `${clock(i)}456 ${pick(i, 'recvfrom', 'sendto')}(12, "${jsonString(crlf(message))}", 512, 0, {sa_family=AF_INET, sin_port=htons(5060), sin_addr=inet_addr("192.0.2.1")}, 16) = 512\n`,
    says: (i) => ({ time: `${clock(i)}456`, ...peerOnly(i) }),
  },
  {
    name: 'Asterisk, history of PJSIP',
    write: (message, i) =>
      `<--- History Entry ${i} ${pick(i, 'Received from', 'Sent to')} ${PEER} at 146653741${i} --->\n${message}\n`,
    says: (i) => ({ time: `2016-06-21T19:30:1${i}Z`, ...peerOnly(i) }),
  },
  {
    name: 'Jabber for Linux',
    write: (message, i) => `=== ${pick(i, 'INCOMING', 'OUTGOING')} SIP MESSAGE ===\n${crlf(message)}\n\n`,
    says: (i) => direction(i),
  },
  {
    name: 'reSIProcate, a record over several lines',
    write: (message, i) =>
      `DEBUG | 20261122-1848${second(i)}.123 | repro | RESIP:TRANSPORT | 140 | UdpTransport.cxx:380 | ++++++++++++\n${pick(i, 'Received on', 'Sent by')} UDP: 0.0.0.0:5060 ${pick(i, 'from', 'to')} [ V4 ${PEER} UDP target domain=unspecified mFlowKey=12 ]\n${crlf(message)}\n++++++++++++\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
  },
  {
    name: 'tcpdump -v with names',
    write: (message, i) =>
      `${clock(i)}456 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 400)\n    gw.example.net.sip > pbx.example.com.5062: [udp sum ok] SIP, length: 372\n${eachLine(message, (line) => `\t${line}\n`)}\t\n`,
    says: (i) => ({
      time: `${clock(i)}456`,
      source: 'gw.example.net:5060',
      destination: 'pbx.example.com:5062',
      ...udp,
    }),
    lossy: true,
  },
];
