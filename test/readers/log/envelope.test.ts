import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, envelopeAt } from '../../../server/src/analysis.ts';

const request = `OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 198.51.100.7:5062;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1@example.com
CSeq: 1 OPTIONS
Content-Length: 0

`;

interface Expected {
  readonly time?: string;
  readonly direction?: 'in' | 'out';
  readonly transport?: string;
  readonly source?: string;
  readonly destination?: string;
  readonly mark?: string;
}

/** What the log says of the last message of a text: what was inferred is left out. */
function said(text: string): Expected {
  const analysis = analyse(text, { name: 'trace.log' });
  assert.ok(analysis.frames.length > 0, 'no message was found');
  const { inferred, time, ...rest } = envelopeAt(analysis, analysis.frames.length - 1);
  const known = Object.entries(rest).filter(([name]) => !(inferred as readonly string[]).includes(name));
  return { ...(time ? { time: time.text } : {}), ...Object.fromEntries(known) };
}

const json = JSON.stringify(request.replaceAll('\n', '\r\n')).slice(1, -1);

/** The lines of the request as strings of their own, as programs print them. */
const strings = request.split('\n', 9).map((line) => `'${line}\\r\\n'`);

/** The request in an element of XML. */
const entities = request.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text.replaceAll('\n', '\r\n'))];

const onOneLine = (parts: readonly string[]): string => parts.join(' ').replaceAll(/\s+/g, ' ');

const cases: readonly (readonly [name: string, log: string, expected: Expected])[] = [
  [
    'a marker with date, level and call',
    `[2026-11-22 19:30:22.844] VERBOSE[19295][C-0000002a] res_pjsip_logger.c: <--- Received SIP request (353 bytes) from UDP:192.0.2.1:5060 --->\n${request}`,
    {
      time: '2026-11-22T19:30:22.844',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      mark: 'C-0000002a',
    },
  ],
  [
    'a record above that speaks of something else',
    `2026-11-22 18:48:06 INFO http request received from 192.0.2.99:8080\n2026-11-22 18:48:06 DEBUG ${json}\n`,
    { time: '2026-11-22T18:48:06' },
  ],
  [
    'a marker alone',
    `<--- Transmitting SIP request (484 bytes) to TLS:[2001:db8::5]:5061 --->\n${request}`,
    { direction: 'out', transport: 'TLS', destination: '[2001:db8::5]:5061' },
  ],
  [
    'a marker of the older kind',
    `[Mar 30 13:35:51] \n[Mar 30 13:35:51] <--- SIP read from UDP:192.0.2.1:5060 --->\n${request}`,
    { time: '--03-30T13:35:51', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a retransmission',
    `Retransmitting #3 (no NAT) to 192.0.2.1:5060:\n${request}`,
    { direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'both addresses and a time',
    `2016/05/17 08:01:35.432861 192.0.2.98:42952 -> 192.0.2.101:5060\n${request}`,
    { time: '2016-05-17T08:01:35.432861', source: '192.0.2.98:42952', destination: '192.0.2.101:5060' },
  ],
  [
    'a letter for the transport',
    `U 2011/08/01 06:37:30.454022 192.0.2.101:5060 -> 192.0.2.102:5080 #1\n${request}`,
    {
      time: '2011-08-01T06:37:30.454022',
      transport: 'UDP',
      source: '192.0.2.101:5060',
      destination: '192.0.2.102:5080',
    },
  ],
  [
    'ports behind dots',
    `19:29:18.579135 IP 192.0.2.1.5198 > 192.0.2.2.5199: UDP, length 562\n${request}`,
    { time: '19:29:18.579135', transport: 'UDP', source: '192.0.2.1:5198', destination: '192.0.2.2:5199' },
  ],
  [
    'IPv6 with ports behind dots',
    `19:29:18.579135 IP6 2001:db8::1.5198 > 2001:db8::2.5060: SIP: OPTIONS sip:bob@example.com SIP/2.0\n${request}`,
    { time: '19:29:18.579135', source: '[2001:db8::1]:5198', destination: '[2001:db8::2]:5060' },
  ],
  [
    'two lines above, with a TAB before the message',
    `19:29:36.584950 IP (tos 0x0, ttl 64, id 37448, offset 0, flags [DF], proto UDP (17), length 580)\n    192.0.2.1.5130 > 192.0.2.2.5060: SIP, length: 552\n${request.replace(/^(?=.)/gm, '\t')}`,
    { time: '19:29:36.584950', transport: 'UDP', source: '192.0.2.1:5130', destination: '192.0.2.2:5060' },
  ],
  [
    'recv and at',
    `recv 399 bytes from ws/[192.0.2.100]:53867 at 13:57:57.805717:\n   ------------------------------------------------------------------------\n${request.replace(/^(?=.)/gm, '   ')}`,
    { time: '13:57:57.805717', direction: 'in', transport: 'WS', source: '192.0.2.100:53867' },
  ],
  [
    'dashes with a date, a blank line',
    `----------------------------------------------- 2026-11-22 19:29:28.071206\nUDP message received [509] bytes :\n\n${request}`,
    { time: '2026-11-22T19:29:28.071206', direction: 'in', transport: 'UDP' },
  ],
  [
    'TX with size and address',
    `18:48:06.884   pjsua_core.c  .TX 561 bytes Request msg OPTIONS/cseq=1 (tdta0x7f) to UDP 192.0.2.1:5060:\n${request}`,
    { time: '18:48:06.884', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'coloured trace',
    `\u001b[36;1m#\nUDP 192.0.2.1:5060 -> 192.0.2.2:5060\n${request}`,
    { transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5060' },
  ],
  [
    'a line that only says Sent',
    `*Mar  1 00:01:02.123: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\nSent: \n${request}`,
    { time: '--03-01T00:01:02.123', direction: 'out' },
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
    'a message in quotation marks that look like arrows',
    `18:48:06 [tcp:192.0.2.1:41965 -> 192.0.2.2:5060] <<${json}>>\n`,
    { time: '18:48:06', transport: 'TCP', source: '192.0.2.1:41965', destination: '192.0.2.2:5060' },
  ],
  [
    'a sign behind a tag, right before a message',
    `18:48:06 [W][IMS] [SIP]< ${request}`,
    { time: '18:48:06', direction: 'in' },
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
    'fields on lines of their own',
    `====================\ntag: rcv\npid: 14819\ntime: 1795375775.469864\ndate: Sun Nov 22 19:29:35 2026\nproto: udp ipv4\nsrcip: 192.0.2.1\nsrcport: 5120\ndstip: 192.0.2.2\ndstport: 5060\n~~~~~~~~~~~~~~~~~~~~\n${request}`,
    {
      time: '2026-11-22T19:29:35',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5120',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'fields behind the message',
    `      id = 1\n     msg = ${request}\n  method = OPTIONS\n  fromip = udp:192.0.2.1:5060\n    toip = udp:192.0.2.2:5120\ndirection = out\n`,
    { direction: 'out', transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5120' },
  ],
  [
    'syslog with zone',
    `2026-11-22T19:29:35.587539+03:00 proxy1 kamailio[1]: NOTICE: {1 1 OPTIONS 1@example.com} <script>: RX request:#012${request.replaceAll('\n', '#015#012')}\n`,
    { time: '2026-11-22T19:29:35.587539+03:00', direction: 'in', mark: '1@example.com' },
  ],
  [
    'day first, month in letters',
    `[22/Nov/2026:18:48:06 +0000] received from 192.0.2.1:5060\n${request}`,
    { time: '2026-11-22T18:48:06+00:00', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a counter that a program writes over and over is no time',
    `${[7, 8, 9].map((second) => `\r[0:00:0${second}] audio=64/64 \r`).join('')}#\nUDP 192.0.2.1:5060 -> 192.0.2.2:5060\n${request}`,
    { transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5060' },
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
    'names in the place of addresses, behind the transport',
    `18:48:06.500 sip_endpoint.c RX 412 bytes Request msg OPTIONS/cseq=1 (rdata0x1) from UDP EDGE_HOST:5060:\n${request}`,
    { time: '18:48:06.500', direction: 'in', transport: 'UDP', source: 'EDGE_HOST:5060' },
  ],
  [
    'names and a time in the fields of a packet',
    `2026/11/22 18:48:06.100000 dump.go:7: Packet{Version:2,Protocol:17,SrcIP:edge1,DstIP:core1,SrcPort:5060,DstPort:5080,Tsec:1795373286,Tmsec:71087,Payload:"${json}"}\n`,
    { time: '2026-11-22T18:48:06.071087Z', transport: 'UDP', source: 'edge1:5060', destination: 'core1:5080' },
  ],
  [
    'a packet to a host whose name was taken out',
    `18:48:06.144264 IP 192.0.2.29.52014 > \${edge}.example.net.sip: Flags [P.], seq 1:280, ack 1, win 2048, length 279\nE.....@.@..c....#.%.......x..m.............\n.8....I.${request}`,
    {
      time: '18:48:06.144264',
      transport: 'TCP',
      source: '192.0.2.29:52014',
      destination: `\${edge}.example.net:5060`,
    },
  ],
  [
    'a class in a package whose name is a word for a direction',
    `2026-11-22 18:48:06.500 INFO Calling listener com.example.transmit.Observer@9d for OPTIONS\n${request}`,
    { time: '2026-11-22T18:48:06.500' },
  ],
  [
    'what a stack passes up to its transaction user was received',
    `DEBUG | 20261122-184806.962 | proxy | Selector.cxx:7 | Send to TU: TU: Dialogs size=0\n\n${request}`,
    { time: '2026-11-22T18:48:06.962', direction: 'in' },
  ],
  [
    'the transport in the address of a user',
    `[2026-11-22 18:48:06.235] registering <sip:ali@192.0.2.9;transport=wss>\n2026-11-22 18:48:06.245 sending\n${request}`,
    { time: '2026-11-22T18:48:06.245', direction: 'out' },
  ],
  [
    'a record broken behind its time, with every line break doubled',
    `*Nov 22 18:48:06.531: \n   //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n\nSent: \n\n${request.replaceAll('\n', '\n\n')}`,
    { time: '--11-22T18:48:06.531', direction: 'out' },
  ],
  [
    'elements beside the message, some far above it',
    `<message>\n  <time>2026-11-29T13:50:37.123</time>\n  <id>12</id>\n  <isOutgoing>true</isOutgoing>\n  <from>\n    <ip>192.0.2.2</ip>\n    <port>5060</port>\n  </from>\n  <destinationAddress>192.0.2.1:5060</destinationAddress>\n  <transport>udp</transport>\n  <size>512</size>\n  <attempt>1</attempt>\n  <content><![CDATA[${request}]]></content>\n</message>\n`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'out',
      transport: 'UDP',
      source: '192.0.2.2:5060',
      destination: '192.0.2.1:5060',
    },
  ],
  [
    'elements of the records before and behind',
    `<message>\n  <direction>out</direction>\n  <peer>192.0.2.8:5060</peer>\n</message>\n<message>\n  <content><![CDATA[${request}]]></content>\n</message>\n<message>\n  <direction>in</direction>\n  <peer>192.0.2.9:5060</peer>\n</message>\n`,
    {},
  ],
  [
    'attributes of the element that holds the message',
    `<sip time="2026-11-29T13:50:37.123Z" direction="in" src="192.0.2.1:5060" dst="192.0.2.2:5060" transport="tls">\n<![CDATA[${request}]]>\n</sip>\n`,
    {
      time: '2026-11-29T13:50:37.123Z',
      direction: 'in',
      transport: 'TLS',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'cells of an HTML table',
    `<tr><td>2026-11-29 13:50:37.123</td><td>IN</td><td>UDP</td><td>192.0.2.1:5060</td><td>192.0.2.2:5060</td><td><pre>${request}</pre></td></tr>\n`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'YAML with an address and a port below the name of the peer',
    `- time: 2026-11-29T13:50:37.123+03:00\n  direction: received\n  peer:\n    address: 192.0.2.1\n    port: 5060\n  transport: udp\n  message: |\n${request.replace(/^(?=.)/gm, '    ')}`,
    { time: '2026-11-29T13:50:37.123+03:00', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a capture in a mail that answers one',
    `>> T 2026/11/22 13:50:37.123456 192.0.2.1:5060 -> 192.0.2.2:5060 [AP] #4\n${request.replace(/^/gm, '>> ')}`,
    {
      time: '2026-11-22T13:50:37.123456',
      transport: 'TCP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'dashes behind the prefix of a mail',
    `recv 300 bytes from udp/[192.0.2.1]:5060 at 13:50:37.123456:\n----------------------------------------\n${request}`.replace(
      /^/gm,
      '> ',
    ),
    { time: '13:50:37.123456', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'members of the object that holds the one in which the message is',
    `{\n  "raw": "${json}"\n}\n{\n  "direction": "outbound",\n  "peer": "192.0.2.1:5060",\n  "packet": {\n    "sip": {\n      "raw": "${json}"\n    },\n    "transport": "tcp"\n  },\n  "time": "2026-11-29T13:50:37Z"\n}\n{\n  "local": "192.0.2.9:5060"\n}\n`,
    { time: '2026-11-29T13:50:37Z', direction: 'out', transport: 'TCP', destination: '192.0.2.1:5060' },
  ],
  [
    'what stands before the brace of the object, and the address of an end as an object',
    `2026-11-29T13:50:37.123Z sip:recv {\n  from: {\n    protocol: 'UDP',\n    address: '192.0.2.1',\n    port: 5060,\n    local: { address: '192.0.2.2', port: 5062 }\n  },\n  buffer: ${strings.join(' +\n    ')}\n}\n`,
    {
      time: '2026-11-29T13:50:37.123Z',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5062',
    },
  ],
  [
    'members above a list of the lines, far below what stands before the brace',
    `[2026-11-29 13:50:37] sent {\n  id: 12,\n  attempt: 1,\n  size: 300,\n  peer: '192.0.2.1:5060',\n  raw: [\n    ${strings.join(',\n    ')}\n  ]\n}\n`,
    { time: '2026-11-29T13:50:37', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'members as Ruby prints them, with a list in lines of its own',
    `{:dir=>"out",\n :at=>2026-11-29 13:50:37.699338604 +0000,\n :headers=>nil,\n :raw=>\n  [${strings.join(',\n   ').replaceAll("'", '"')}]}\n`,
    { time: '2026-11-29T13:50:37.699338604+00:00', direction: 'out' },
  ],
  [
    'members as Python prints them, with a list behind its name',
    `{'at': '2026-11-29 13:50:37',\n 'direction': 'in',\n 'lines': [${strings.join(',\n           ')}],\n 'peer': ('192.0.2.1', 5060)}\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'an object that began and ended above',
    `13:50:37 received {\n  peer: '192.0.2.1:5060'\n}\n{\n  raw: "${json}"\n}\n`,
    {},
  ],
  [
    'an object of a list whose other objects tell of other messages',
    `[\n  {\n    "direction": "inbound",\n    "id": 1\n  },\n  {\n    "sip": {\n      "raw": "${json}"\n    }\n  },\n  {\n    "direction": "outbound"\n  }\n]\n`,
    {},
  ],
  [
    'bold names of fields',
    `*Time:* 2026-11-29 13:50:37\n*Direction:* inbound\n*Source:* 192.0.2.1:5060\n{noformat}\n${request}{noformat}\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', source: '192.0.2.1:5060' },
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
  [
    'a first line that stands out, far above a message that is indented like all that follows it',
    `[29/Nov/2026:13:50:37.530] frontend sip (#2): invalid request\n  event #0, src 192.0.2.1:33593\n  buffer at 0,\n  len 303,\n  flags 0x1\n  state 2 :\n  \n${request.replaceAll(/^/gm, '  ')}`,
    { time: '2026-11-29T13:50:37.530', source: '192.0.2.1:33593' },
  ],
  [
    'a sentence with a time, or a heading, above what is indented',
    `We saw this on 2026-11-29 13:50:37 again\n  len 303,\n  flags 0x1\n  state 2,\n  \n${request.replaceAll(/^/gm, '  ')}`,
    {},
  ],
  [
    'lines broken behind a backslash',
    `------------------------------ 2026-11-29 13:50:37.1\\\n23456$\nUDP message sent to 192.0.2.1:50\\\n60$\n$\n${request.replaceAll('\n', '\\r$\n')}`,
    { time: '2026-11-29T13:50:37.123456', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'elements around an element whose text begins with what a program says of the message',
    `<log>\n<record>\n  <date>2026-11-29T13:50:37.123456789Z</date>\n  <millis>1795960237123</millis>\n  <level>FINE</level>\n  <message>--&gt; /192.0.2.1:5060\n${entities}</message>\n</record>\n</log>\n`,
    { time: '2026-11-29T13:50:37.123456789Z', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'the same in a section of characters, with words above those',
    `<event>\n  <time>2026-11-29T13:50:37.123+03:00</time>\n  <text><![CDATA[transaction 7\nreceived from 192.0.2.1:5060\n${request}]]></text>\n</event>\n`,
    { time: '2026-11-29T13:50:37.123+03:00', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'an element that ended above, and one that says nothing of the next',
    `<event>\n  <direction>in</direction>\n  <time>2026-11-29T13:50:37</time>\n</event>\nsee below\n${request}\n<event>\n</event>\n`,
    {},
  ],
  [
    'elements that an attribute names',
    `<row>\n  <field name="date">2026-11-29 13:50:37.21</field>\n  <field name="source_ip">192.0.2.1</field>\n  <field name="source_port">5062</field>\n  <field name="destination_ip">192.0.2.2</field>\n  <field name="destination_port">5080</field>\n  <field name="msg">${entities}</field>\n</row>\n`,
    { time: '2026-11-29T13:50:37.21', source: '192.0.2.1:5062', destination: '192.0.2.2:5080' },
  ],
  [
    'elements with a name and a value, the message behind them',
    `<entry time="2026-11-29T13:50:37Z">\n  <data name="direction" value="out"/>\n  <data name="transport" value="tls"/>\n  <data name="peer" value="192.0.2.1:5061"/>\n  <payload>${entities}</payload>\n</entry>\n`,
    { time: '2026-11-29T13:50:37Z', direction: 'out', transport: 'TLS', destination: '192.0.2.1:5061' },
  ],
  [
    'fields behind a message in quotes, on the line that ends it',
    `peer=192.0.2.1:5060 transport=udp message="${request}" event=sip.received level=debug timestamp=2026-11-29T13:50:37.123456Z\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'such fields alone',
    `message='${request}' direction=outbound remote=192.0.2.1:5060 ts=1795960237.5\n`,
    { time: '2026-11-29T13:50:37.5Z', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'the fields of the record below one that says nothing',
    `message="${request}" level=debug\nevent=sip.received peer=192.0.2.1:5060 timestamp=2026-11-29T13:50:37Z\n`,
    {},
  ],
  [
    'a term below a level and a time, in lines that are indented',
    `=INFO REPORT==== 29-Nov-2026::13:50:37.501 === [{direction,out},\n                       {peer,{{192,0,2,1},5062}},\n                       {data,\n                        <<"${json}">>}]\n`,
    { time: '2026-11-29T13:50:37.501', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'a term that begins on the next line',
    `=DEBUG REPORT==== 29-Nov-2026::13:50:38.010 ===\n{sip,{192,0,2,1},\n     5062,\n     "${json}"}\n`,
    { time: '2026-11-29T13:50:38.010' },
  ],
  ['quotation marks that are no arrows', `13:50:37 <<"${json}">>\n`, { time: '13:50:37' }],
  [
    'names and values in turns in a numbered list',
    `1) 1) "1795960237847-0"\n   2) 1) "dir"\n      2) "out"\n      3) "peer"\n      4) "192.0.2.1:5060"\n      5) "msg"\n      6) "${json}"\n      7) "ts"\n      8) "1795960237.25"\n2) 1) "1795960237900-0"\n   2) 1) "dir"\n      2) "in"\n`,
    { time: '2026-11-29T13:50:37.25Z', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'names with their values in a numbered list',
    `1# "direction" => "in"\n2# "src" => "192.0.2.1:5060"\n3# "raw" => "${json}"\n4# "at" => "2026-11-29T13:50:37Z"\n`,
    { time: '2026-11-29T13:50:37Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'elements that name what the next one holds',
    `<dict>\n  <key>direction</key>\n  <string>in</string>\n  <key>peer</key>\n  <string>192.0.2.1:5060</string>\n  <key>raw</key>\n  <string>${entities}</string>\n</dict>\n`,
    { direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'a record between a line of signs with its time and dashes',
    `+++ 29-11-2026 13:50:37.332082 INFO NORMAL t_client::fail\nTransaction failed.\n\nSend internal:\n${request}---\n`,
    { time: '2026-11-29T13:50:37.332082' },
  ],
  [
    'a record that ended above dashes',
    `+++ 29-11-2026 13:50:37.332082 INFO\nTransaction failed.\n---\n\nDetails.\n${request}---\n`,
    {},
  ],
  [
    'the steps of somebody who shows what happens',
    `1) start the phone\n2) it sends to 192.0.2.1:5060\n3) we see\n4) "${json}"\n`,
    {},
  ],
  ['a numbered list of values', `1) "in"\n2) "192.0.2.1:5060"\n3) "${json}"\n4) "out"\n`, {}],
  [
    'seconds behind the arrow of a member',
    `$VAR1 = {\n  "peer" => "192.0.2.1:5060",\n  "ts" => 1795960237,\n  "dir" => "in",\n  "pkt" => "${json}"\n};\n`,
    { time: '2026-11-29T13:50:37Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'cells of a table that is drawn',
    `│ 2026-11-29 13:50:37 │ in  │ tcp:192.0.2.1:37301 │ tcp:192.0.2.2:5080 │ ${request.trimEnd().replaceAll('\n', ' │\n│                     │     │                     │                    │ ')} │\n`,
    {
      time: '2026-11-29T13:50:37',
      direction: 'in',
      transport: 'TCP',
      source: '192.0.2.1:37301',
      destination: '192.0.2.2:5080',
    },
  ],
  [
    'a list of bytes that begins with what a program says, among the members of an object',
    `{\n\t"__REALTIME_TIMESTAMP" : "1795960237123456",\n\t"MESSAGE" : [\n\t\t${bytesOf(`RX from 192.0.2.1:5060\n${request}`).join(',\n\t\t')}\n\t],\n\t"_PID" : "412"\n}\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'the same with the fact behind the list',
    `{\n  "bytes": [\n    ${bytesOf(request).join(',\n    ')}\n  ],\n  "direction": "out",\n  "peer": "192.0.2.1:5060"\n}\n`,
    { direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'the same on one line',
    `{"MESSAGE":[${bytesOf(`TX to 192.0.2.1:5060\n${request}`).join(',')}],"__REALTIME_TIMESTAMP":"1795960237123456"}\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'another list of bytes above',
    `{\n  "bytes": [\n    ${bytesOf('RX from 192.0.2.1:5060\n').join(',\n    ')}\n  ]\n}\n{\n  "bytes": [\n    ${bytesOf(request).join(',\n    ')}\n  ]\n}\n`,
    {},
  ],
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
    'a word for what came of it',
    `received from: UDP:192.0.2.1:5060\n\tOK\n\n${request}`,
    { direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  ['a greeting above an empty line', `2026-11-29 13:50:37 Ann wrote\nhello\n\n${request}`, {}],
  ['a heading above', `received from: UDP:192.0.2.1:5060\nRegistrations\n${request}`, {}],
  ['what is sent internally', `13:50:37 Send internal:\n${request}`, { time: '13:50:37' }],
  ['nothing said', `\n${request}`, {}],
];

suite('what a log says about a message', () => {
  for (const [name, log, expected] of cases) test(name, () => assert.deepEqual(said(log), expected));

  test('what it does not say is inferred from the topmost Via, and marked', () => {
    const envelope = envelopeAt(analyse(request, { name: 'trace.log' }), 0);
    assert.deepEqual(envelope, { transport: 'UDP', source: '198.51.100.7:5062', inferred: ['transport', 'source'] });
  });
});
