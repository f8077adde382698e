import { json, request, type SaidOf } from '../said.ts';

/** What another side said. */
const answer = request.replace(/^.*/, 'SIP/2.0 200 OK');

/** Lines above a message. */
export const linesAbove: readonly SaidOf[] = [
  [
    'lines with their numbers, two empty ones among them below the one that tells all',
    `13:50:37.123 SIP.STACK MSG  Rx: UDP src=192.0.2.1:5060 dst=192.0.2.2:5060\n\n\n${request}`
      .split('\n')
      .map((line, i) => `${i + 1}. ${line}\n`)
      .join(''),
    {
      time: '13:50:37.123',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'a record behind one that says where it ends',
    `11/29/2026-13:50:36.123 [0x21ac] - <-- Message Received:$$begin_record\nDirection: incoming\nStart-Line: ${request.trimEnd()}\n$$end_record\n11/29/2026-13:50:37.123 [0x21ac] - --> Message to Send:$$begin_record\nDirection: outgoing\nStart-Line: ${answer.trimEnd()}\n$$end_record\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'out' },
  ],
  [
    'an indented line that tells all, below the one that begins the record',
    `2026.11.29 13:50:37:123 CET | Info | Sip | +905551112233 | Relay:0\n\n\tudp 512 Bytes IN from 192.0.2.1:5060\n\n${request}`,
    { time: '2026-11-29T13:50:37.123+01:00', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'the same words before each of two messages, the first of which is cut',
    `[Bridge] 📨 Received SIP message from 192.0.2.9:5062\nMessage: ${request.slice(0, 150)}...\n[Bridge] parsed\n[Bridge] 📨 Received SIP message from 192.0.2.1:5062\nMessage: ${request}`,
    { direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'how long a packet and its head are, below a line that names the transport',
    `412-TCP: SINGLE-MESSAGE\nHeader length: 258 < Packet length: 258\n\n${request}`,
    { transport: 'TCP' },
  ],
  [
    'WebSockets, where Via names another transport',
    `Received WebSocket message:\n\n${request}`,
    { direction: 'in', transport: 'WS' },
  ],
  [
    'the same in Russian',
    `=== СООБЩЕНИЕ ===\nПолучен запрос SIP от 192.0.2.1:5062: OPTIONS sip:bob@example.com SIP/2.0\nВид запроса: OPTIONS\nВесь запрос:\n${request}`,
    { direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'the same in Turkish, the address first',
    `=== SIP ===\n192.0.2.1:5062 adresine SIP isteği gönderildi: OPTIONS sip:bob@example.com SIP/2.0\nTür: OPTIONS\nİstek:\n${request}`,
    { direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'words of a script without blanks beside those in Latin letters',
    `=== 收到SIP请求 ===\n${request}`,
    { direction: 'in' },
  ],
  ['the same behind them', `SIP送信:\n${request}`, { direction: 'out' }],
  ['what was not received', `=== 未收到SIP响应 ===\n${request}`, {}],
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
    'a sign behind a tag, right before a message',
    `18:48:06 [W][IMS] [SIP]< ${request}`,
    { time: '18:48:06', direction: 'in' },
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
    'names in the place of addresses, behind the transport',
    `18:48:06.500 sip_endpoint.c RX 412 bytes Request msg OPTIONS/cseq=1 (rdata0x1) from UDP EDGE_HOST:5060:\n${request}`,
    { time: '18:48:06.500', direction: 'in', transport: 'UDP', source: 'EDGE_HOST:5060' },
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
    'the same, of IPv6, all on one line',
    `18:48:06.144264 IP6 (flowlabel 0x1, hlim 64, next-header TCP (6) payload length: 311) 2001:db8::1.52014 > 2001:db8::2.5060: Flags [P.], cksum 0x1 (incorrect -> 0x2), seq 1:280, length 279\n\`......@ ............... .............. .....\n R\nn.x.${request}`,
    { time: '18:48:06.144264', transport: 'TCP', source: '[2001:db8::1]:52014', destination: '[2001:db8::2]:5060' },
  ],
  [
    'the same, of UDP with a bad checksum',
    `18:48:06.144264 IP (tos 0x0, ttl 64, id 10, offset 0, flags [DF], proto UDP (17), length 274)\n    192.0.2.1.52014 > 192.0.2.2.5060: [bad udp cksum 0x1 -> 0x2!] UDP, length 246\nE...\n R\n@...${request}`,
    { time: '18:48:06.144264', transport: 'UDP', source: '192.0.2.1:52014', destination: '192.0.2.2:5060' },
  ],
  [
    'packets without the empty lines between them, which a filter has taken',
    [1, 2]
      .map(
        (n) =>
          `    192.0.2.${n}.5062 > 192.0.2.9.5060: [udp sum ok] UDP, length 246\n...........'${request.trimEnd()}\n`,
      )
      .join(''),
    { transport: 'UDP', source: '192.0.2.2:5062', destination: '192.0.2.9:5060' },
  ],
  [
    'addresses of which Markdown has made links',
    `2026/11/29 13:50:37.123456 [192.0.2.1:5062](http://192.0.2.1:5062/) -> [192.0.2.2:5060](http://192.0.2.2:5060/)\n${request}`,
    { time: '2026-11-29T13:50:37.123456', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'the bytes of a packet that hold several line feeds',
    `18:48:06.144264 IP 192.0.2.1.52014 > 192.0.2.2.5060: Flags [P.], seq 1:280, ack 1, win 2048, length 279\nE.....@.@..c....#.%.......x..m.............\n R\nn.\v.${request}`,
    { time: '18:48:06.144264', transport: 'TCP', source: '192.0.2.1:52014', destination: '192.0.2.2:5060' },
  ],
  [
    'the same, the fields of IP on a line of their own',
    `18:48:06.144264 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 331)\n    192.0.2.1.52014 > 192.0.2.2.5060: Flags [P.], cksum 0x1, seq 1:280, length 279\nE.....@.@..c....#.%.......x..m.............\n\n R\nn.\n${request}`,
    { time: '18:48:06.144264', transport: 'TCP', source: '192.0.2.1:52014', destination: '192.0.2.2:5060' },
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
    'lines broken behind a backslash',
    `------------------------------ 2026-11-29 13:50:37.1\\\n23456$\nUDP message sent to 192.0.2.1:50\\\n60$\n$\n${request.replaceAll('\n', '\\r$\n')}`,
    { time: '2026-11-29T13:50:37.123456', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'the address of the other side glued to the word for the direction',
    `2026-11-29T13:50:37.123Z [main] trace - [OUT:192.0.2.1:5062] -\n${request}`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'a number behind a word, before the only address',
    `29/Nov/2026:13:50:37.123 T 219 Voice.Leg:13> SENT UDP 192.0.2.1:5062\n${request}`,
    { time: '2026-11-29T13:50:37.123', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5062' },
  ],
  ['what is sent internally', `13:50:37 Send internal:\n${request}`, { time: '13:50:37' }],
  ['nothing said', `\n${request}`, {}],
  [
    'lines that a mail program broke, and those of the message as well',
    `13:50:37.804512 IP (tos 0x60, ttl 64, id 1960, offset 0, flags [none], \nproto UDP (17), length 542)\n     192.0.2.1.51098 > edge.example.net.sip: [no cksum] SIP, \nlength: 514\n         OPTIONS sip:192.0.2.2 SIP/2.0\n         Via: SIP/2.0/UDP 203.0.113.77:5099;branch=z9hG4bK5ab98907\n         From: \n<sip:alice@192.0.2.2>;tag=000e84c060a60002421e8cdc-0e061182-77ab12cd34\n         To: <sip:bob@192.0.2.2>\n         Call-ID: 000e84c0-60a60002-3cf23940-64dcadcc@192.0.2.1\n         Max-Forwards: 70\n         CSeq: 101 OPTIONS\n         Contact: \n<sip:alice@203.0.113.77:5099;user=phone;transport=udp>;+sip.instance="<urn:uuid:00000000-0000-0000-0000-000e84c060a6>"\n         Content-Length: 0\n\n`,
    { time: '13:50:37.804512', transport: 'UDP', source: '192.0.2.1:51098', destination: 'edge.example.net:5060' },
  ],
  [
    'behind a clock and an arrow that a monitor puts before every line',
    `SIP message received:\n${request}`.trimEnd().replace(/^/gm, '13:50:37.123 -> '),
    { time: '13:50:37.123', direction: 'in' },
  ],
  [
    'below a line that tells where another message came from',
    `<udp.c: 1004> Received message: \n${answer}\n<udp.c: 1012> Message received from: 192.0.2.1:5060\n<udp.c: 1174> Message sent: \n${request}`,
    { direction: 'out' },
  ],
  [
    'the place in a page from which a script wrote another line',
    `page.html:54 UserAgent started\n13:50:37.123 | sip.Transport | Received WebSocket text message:\n\n${request}`,
    { time: '13:50:37.123', direction: 'in', transport: 'WS' },
  ],
  [
    'a day that may be a month, where another date can be read in one way only',
    `26/11/2026 13:50:37.123 start\n05/12/2026 13:50:37.123 received from 192.0.2.1:5060:\n${request}`,
    { time: '2026-12-05T13:50:37.123', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'the same below a date that is written in another way',
    `# made on 26/11/2026 at 9:10:11\n05/12/2026 13:50:37.123 received from 192.0.2.1:5060:\n${request}`,
    { time: '2026-05-12T13:50:37.123', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'arrows behind the name of a function in which the line was written',
    `2026-11-29 13:50:37.123 | DEBUG    | __main__:tx:19 - <<< 192.0.2.1:5060 (udp)\n${request}`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a string in the memory of a program that a debugger shows below the call',
    `\n--- sendto bytes=261\n0x5555555e6ea0:\t"${json}"\n#0  __libc_sendto (fd=4, len=261) at sendto.c:27\n`,
    { direction: 'out' },
  ],
  [
    'a year of two digits before the month, where the day can be no year',
    `[26/11/07 13:50:37.123]SIP:send[192.0.2.1:5060] rc=261 msg=\n${request}`,
    { time: '2026-11-07T13:50:37.123', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'names of ports in a list',
    `- 13:50:37.123456 IP (tos 0x0, ttl 64, proto UDP (17), length 289)\n- 192.0.2.1.sip > 192.0.2.2.sip: SIP, length: 261\n${request.trimEnd().replaceAll(/^/gm, '- ')}\n`,
    { time: '13:50:37.123456', transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5060' },
  ],
  [
    "fields of a report of Erlang's",
    `2026-11-29 13:50:37.123 [error] <0.511.0> failed to process callback:\n** Function: undefined:data_in/2\n** Args: [<<"${json}">>]\n`,
    { time: '2026-11-29T13:50:37.123' },
  ],
  [
    'an address and its port in braces',
    `29 Nov 2026 13:50:37.123 udp from {192.0.2.1 43873} {${request}}\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', transport: 'UDP', source: '192.0.2.1:43873' },
  ],
  [
    'a reply that came in, both ends behind it',
    `Nov 29 13:50:37 kamailio[7]: INFO: <script>: 7| reply in udp:192.0.2.1:5060 => 192.0.2.2:5062 ${request.trimEnd().replaceAll('\n', '^M ')}^M ^M\n`,
    {
      time: '--11-29T13:50:37',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5062',
    },
  ],
  [
    'seconds since 1970 with four digits of their fraction, as ssldump has them, above dashes',
    `1 10 1795960237.4485 (0.0010)  C>S  application_data\n    ---------------------------\n${request.trimEnd().replaceAll(/^/gm, '    ')}\n`,
    { time: '2026-11-29T13:50:37.4485Z' },
  ],
  [
    'milliseconds behind a blank, before dashes',
    `----- #1 Sun, 29 Nov 2026 13:50:37 508--------------------\n${request}`,
    { time: '2026-11-29T13:50:37.508' },
  ],
  [
    'a name without a port',
    `Response received from sip.example.net:\n${request}`,
    { direction: 'in', source: 'sip.example.net' },
  ],
  [
    'header lines that are quoted behind the head of each record, the start line behind words there',
    `11-29 13:50:37.123  3120  3188 D SipHandler: Sending ${request.trimEnd().replaceAll('\n', '\n11-29 13:50:37.123  3120  3188 D SipHandler: > ')}\n`,
    { time: '--11-29T13:50:37.123', direction: 'out' },
  ],
  [
    'the names of layers, copied from the tree of a packet',
    `Internet Protocol Version 4, Src: 192.0.2.1 (192.0.2.1), Dst: 192.0.2.2 (192.0.2.2)\nUser Datagram Protocol, Src Port: 5062 (5062), Dst Port: sip (5060)\n\n${request}`,
    { transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
];
