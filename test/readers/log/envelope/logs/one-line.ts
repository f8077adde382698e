import { folded, json, onOneLine, request, type SaidOf } from '../said.ts';

/** Messages on one line, as strings or with line breaks spelt out: what stands before them and behind. */
export const oneLine: readonly SaidOf[] = [
  [
    'a record above that speaks of something else',
    `2026-11-22 18:48:06 INFO http request received from 192.0.2.99:8080\n2026-11-22 18:48:06 DEBUG ${json}\n`,
    { time: '2026-11-22T18:48:06' },
  ],
  [
    'one line, with the envelope before the message',
    `Nov 22 18:48:06 sbc [S=123] ---- Incoming SIP Message from 192.0.2.1:5060 to SIPInterface #0 (TRUNK) UDP TO(#1) SocketID(4) ---- #012${request.replaceAll('\n', '#012')}\n`,
    { time: '--11-22T18:48:06', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'JSON fields before the message',
    `{"timestamp":"2026-11-22T19:30:22.844Z","direction":"in","src":"192.0.2.1:5060","dst":"192.0.2.2:5060","proto":"udp","msg":"${json}"}\n`,
    {
      time: '2026-11-22T19:30:22.844Z',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'JSON fields behind the message, and those of another event on the line above',
    `{"timestamp":"2026-11-22T19:30:22.100Z","src_ip":"192.0.2.9","src_port":5060,"dest_ip":"192.0.2.8","dest_port":5060,"sip":{"method":"OPTIONS"}}\n{"short_message":"OPTIONS","full_message":"${json}","timestamp":1795375822.179,"_src":"192.0.2.1:5060","_dst":"192.0.2.2:5060"}\n`,
    { time: '2026-11-22T19:30:22.179Z', source: '192.0.2.1:5060', destination: '192.0.2.2:5060' },
  ],
  [
    'a message in quotation marks that look like arrows',
    `18:48:06 [tcp:192.0.2.1:41965 -> 192.0.2.2:5060] <<${json}>>\n`,
    { time: '18:48:06', transport: 'TCP', source: '192.0.2.1:41965', destination: '192.0.2.2:5060' },
  ],
  ['an arrow right before a message', `18:48:06 <<${json}\n`, { time: '18:48:06', direction: 'in' }],
  [
    'names and values in quotes alike, behind who asks a database',
    `1795375768.071087 [0 192.0.2.9:37176] "XADD" "trace" "*" "dir" "out" "proto" "udp" "dst" "192.0.2.1:5060" "msg" "${json}"\n`,
    { time: '2026-11-22T19:29:28.071087Z', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'pairs of names and values',
    `[("dir", "in"), ("transport", "tls"), ("peer", "192.0.2.1:5060"), ("raw", "${json}")]\n`,
    { direction: 'in', transport: 'TLS', source: '192.0.2.1:5060' },
  ],
  [
    'words in quotes behind names of fields that are no values of theirs',
    `18:48:06 "cd" "dir" "inside", columns "direction", "int", "proto", "string": "${json}"\n`,
    { time: '18:48:06' },
  ],
  [
    'JSON fields behind the message',
    `{"msg":"${json}","src_ip":"192.0.2.1","src_port":5060,"dst_ip":"192.0.2.2","dst_port":5070,"ts":1795375768.071087}\n`,
    { time: '2026-11-22T19:29:28.071087Z', source: '192.0.2.1:5060', destination: '192.0.2.2:5070' },
  ],
  [
    'syslog with zone',
    `2026-11-22T19:29:35.587539+03:00 proxy1 kamailio[1]: NOTICE: {1 1 OPTIONS 1@example.com} <script>: RX request:#012${request.replaceAll('\n', '#015#012')}\n`,
    { time: '2026-11-22T19:29:35.587539+03:00', direction: 'in', mark: '1@example.com' },
  ],
  [
    'a log that lost its line breaks, behind a message without a body',
    onOneLine([
      '<--- SIP read from UDP:192.0.2.1:5060 --->',
      request,
      '<------------->',
      '--- (7 headers 0 lines) ---',
      '<--- Transmitting (NAT) to 192.0.2.9:5060 --->',
      request,
      '<------------>',
    ]),
    { direction: 'out', destination: '192.0.2.9:5060' },
  ],
  [
    'a log that lost its line breaks, behind a session description',
    onOneLine([
      '<--- SIP read from UDP:192.0.2.1:5060 --->',
      request.replace('Length: 0\n\n', 'Length: 20\n\nv=0\ns=call\nt=0 0\n'),
      '<------------->',
      '<--- Transmitting (NAT) to 192.0.2.9:5060 --->',
      request,
      '<------------>',
    ]),
    { direction: 'out', destination: '192.0.2.9:5060' },
  ],
  [
    'names and a time in the fields of a packet',
    `2026/11/22 18:48:06.100000 dump.go:7: Packet{Version:2,Protocol:17,SrcIP:edge1,DstIP:core1,SrcPort:5060,DstPort:5080,Tsec:1795373286,Tmsec:71087,Payload:"${json}"}\n`,
    { time: '2026-11-22T18:48:06.071087Z', transport: 'UDP', source: 'edge1:5060', destination: 'core1:5080' },
  ],
  [
    'words behind a message on one line, and those behind the one before it',
    `13:50:37 ${json} received from 192.0.2.9:5060\n13:50:38 ${json} sent to 192.0.2.1:5060\n`,
    { time: '13:50:38', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'words behind the one before it alone',
    `13:50:37 ${json} received from 192.0.2.9:5060\n13:50:38 ${json}\n`,
    { time: '13:50:38' },
  ],
  ['quotation marks that are no arrows', `13:50:37 <<"${json}">>\n`, { time: '13:50:37' }],
  [
    'a record of the same logger that tells what is done with what the next one shows',
    `DEBUG:scan:got data from 192.0.2.1:5060\nDEBUG:scan:data: b'${json}'\n`,
    { direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a record that tells of something else than the next one shows',
    `DEBUG:scan:sending ping to 192.0.2.1:5060\nDEBUG:scan:data: b'${json}'\n`,
    {},
  ],
  ['a record of another logger', `DEBUG:udp:got data from 192.0.2.1:5060\nINFO:scanner.raw:data: b'${json}'\n`, {}],
  [
    'fields around a message below the record of something else',
    `comp=core msg="bound 192.0.2.2:5060" time=2026-11-29T13:50:35.001Z\ndir=rx remote=192.0.2.1:5062 data="${json}" level=debug time=2026-11-29T13:50:37.123Z\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'an event that is named after the way of the message',
    `{"type":64,"timestamp":1795960237123456,"event":{"plugin":"sip","data":{"event":"sip-out","sip":"${json}"}}}\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'out' },
  ],
  ['an event that is no message', `{"event":"message in queue","msg":"${json}"}\n`, {}],
  [
    'when something was seen and when it was taken in',
    `{"timeUnixNano":"1795960237123456789","observedTimeUnixNano":"1795960238000000000","body":"${json}"}\n`,
    { time: '2026-11-29T13:50:37.123456789Z' },
  ],
  [
    'a clock before the message, in the zone of the record that says the same time of day',
    `{"text":"recv 300 bytes from udp/[192.0.2.1]:5062 at 13:50:37.123456:\\n${json}","timestamp":"2026-11-29T13:50:37.223+03:00"}\n`,
    { time: '2026-11-29T13:50:37.123456+03:00', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'a clock before the message, of another zone than the record',
    `{"text":"recv 300 bytes from udp/[192.0.2.1]:5062 at 13:50:37.123456:\\n${json}","timestamp":"2026-11-29T10:50:37.223Z"}\n`,
    { time: '13:50:37.123456', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'a line that a terminal broke within the address before the message',
    folded(
      `2026-11-29T13:50:36+00:00 edge-1[7]: SEND 192.0.2.9:5072 -> 192.0.2.2:5080 [udp] ${json}\n2026-11-29T13:50:37.123456+00:00 edge-1[7]: RECV 192.0.2.1:5072 -> 192.0.2.2:5060 [udp] ${json}\n`,
      80,
    ),
    {
      time: '2026-11-29T13:50:37.123456+00:00',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5072',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'seconds and microseconds in fields of their own of a row of colons',
    `id(int) time_stamp(int) time_us(int) msg(string) fromip(string)\n7:1795960237:123456:${json.replaceAll(':', '\\:')}:udp\\:192.0.2.1\\:5060:in\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'few microseconds in a field of their own',
    `7:1795960237:4042:${json.replaceAll(':', '\\:')}:udp\\:192.0.2.1\\:5060:out\n`,
    { time: '2026-11-29T13:50:37.004042Z', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'cells between bars in the field before the message',
    `{"event":"13:50:37.123 | OUT | UDP | 192.0.2.1:5060 | 192.0.2.2:5062","data":"${json}"}\n`,
    {
      time: '13:50:37.123',
      direction: 'out',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5062',
    },
  ],
  [
    'a day right behind a line break in octal digits, above other lines of the same record',
    `Nov 29 13:50:38 edge sipd[7]: SIP #012----#01229/11/2026 13:50:37.123 sent#012octets: 300#012${request.trimEnd().replaceAll('\n', '#015#012')}#015#012#015#012\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'out' },
  ],
  [
    'an address and a name, whose ports stand in fields of their own',
    `2026/11/29 13:50:37.123 INFO &HEP{Protocol:17,SrcIP:192.0.2.1,DstIP:edge-a,SrcPort:5062,DstPort:5080,Payload:"${json}"}\n`,
    { time: '2026-11-29T13:50:37.123', transport: 'UDP', source: '192.0.2.1:5062', destination: 'edge-a:5080' },
  ],
  [
    'fields on the line below, one of them both ends',
    `2026/11/29 13:50:37.123 WARN could not find a valid CSeq\n"${json}"\nnodeID: 7, protocol: 17, length: 261, flow: 192.0.2.1:5062->192.0.2.2:5080\n`,
    { time: '2026-11-29T13:50:37.123', transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5080' },
  ],
  [
    'the clock of the line that says where it came from, above that of the message',
    `2026-11-29 13:50:37.120 spa [1]<<192.0.2.1:5060(261)\n2026-11-29 13:50:37.123 spa ${request.trimEnd().replaceAll('\n', '#015#012')}#015#012#015#012\n`,
    { time: '2026-11-29T13:50:37.120', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'when a gateway wrote the record, behind line breaks that a relay spells',
    `[Sun, 29 Nov 2026 10:50:40 GMT] ERROR <133>[S=1] ---- Incoming SIP Message from 192.0.2.1:5060 ---- #012${request.trimEnd().replaceAll('\n', ' #012')} #012 #012 #012 [Time:29-11@13:50:37.123]\n`,
    { time: '--11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'the layers of a packet as Scapy shows them on one line, a port by its name',
    `<IP  version=4 proto=udp src=192.0.2.1 dst=192.0.2.2 |<UDP  sport=5062 dport=sip len=279 |<Raw  load='${json}' |>>>>\n`,
    { transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'the head of a message behind another one in the same string, a day right behind a spelt line break',
    `"Nov 29 13:50:36.884 192.0.2.2:5060 sent to 192.0.2.9:5062\\n${json}\\n----------\\nNov 29 13:50:37.123 192.0.2.2:5060 received from 192.0.2.1:5062\\n${json}"\n`,
    { time: '--11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
];
