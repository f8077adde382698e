import { json, request, type SaidOf } from '../said.ts';

/** Fields on lines of their own, above a message or below it, or behind it in quotes. */
export const fields: readonly SaidOf[] = [
  [
    'a line with the time above the fields that says which way the message went',
    `    3  13:50:37.123  4C          <-- SIP Out\n    msg size = 512\n  From IPAddr: 192.0.2.2  From Port: 5062  Protocol: TLS(2)\n  To IPAddr: 192.0.2.1  To Port: 5061\n\n${request}`,
    {
      time: '13:50:37.123',
      direction: 'out',
      transport: 'TLS',
      source: '192.0.2.2:5062',
      destination: '192.0.2.1:5061',
    },
  ],
  [
    'a heading between dashes above the fields',
    `----- SIP-Nachricht empfangen -----\nZeitpunkt : 29.11.2026 13:50:37\nProtokoll : UDP\nQuelle    : 192.0.2.1:5060\nZiel      : 192.0.2.2:5062\n\n${request}`,
    {
      time: '2026-11-29T13:50:37',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5062',
    },
  ],
  [
    'fields with names of several words above an indented message, the last one the message itself',
    `2026 Nov 29  13:50:37.123  [00]  0x156E  IMS SIP Message\nVersion = 1\nDirection = UE_TO_NETWORK\nSIP Call ID Length = 13\nSip Message =\n${request.replaceAll(/^(?=.)/gm, '   ')}`,
    { time: '2026-11-29T13:50:37.123', direction: 'out' },
  ],
  [
    'the name of an operation behind the message',
    `time="2026-11-29T13:50:37.123Z" level=debug msg="${json}" net=udp op=recv remote="192.0.2.1:5062"\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'such a line that speaks of something else',
    `13:50:37.123 waiting until the report is sent\n  size = 512\n  colour: red\n  place: shelf\n  shape: round\n\n${request}`,
    { time: '13:50:37.123' },
  ],
  [
    'microseconds in a field of their own behind the time',
    `   id: 12\n stamp: 2026-11-29 13:50:37\n time_us: 1234\n  name: x\n   msg: ${request}\n direction: in\n`,
    { time: '2026-11-29T13:50:37.001234', direction: 'in' },
  ],
  [
    'the same in members of one line, the time first',
    `[2026-11-29 13:50:37] {"at":"2026-11-29 13:50:37","time_usec":884394,"dir":"in","msg":"${json}"}\n`,
    { time: '2026-11-29T13:50:37.884394', direction: 'in' },
  ],
  [
    'milliseconds in such a member, with a fraction of them',
    `{"asctime":"2026-11-29 13:50:37","msecs":84.394,"dir":"in","msg":"${json}"}\n`,
    { time: '2026-11-29T13:50:37.084394', direction: 'in' },
  ],
  [
    'how many milliseconds something took, behind the time',
    `{"at":"2026-11-29 13:50:37","took_ms":84,"dir":"in","msg":"${json}"}\n`,
    { time: '2026-11-29T13:50:37', direction: 'in' },
  ],
  [
    'how many microseconds something took, behind the time',
    `   id: 12\n stamp: 2026-11-29 13:50:37\n delay_us: 1234\n  name: x\n   msg: ${request}\n direction: in\n`,
    { time: '2026-11-29T13:50:37', direction: 'in' },
  ],
  [
    'fields on lines of their own',
    `====================\ntag: rcv\npid: 14819\ntime: 1795375775.469864\ndate: Sun Nov 22 19:29:35 2026\nproto: udp ipv4\nsrcip: 192.0.2.1\nsrcport: 5120\ndstip: 192.0.2.2\ndstport: 5060\n~~~~~~~~~~~~~~~~~~~~\n${request}`,
    {
      time: '2026-11-22T19:29:35.469864Z',
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
    'YAML with an address and a port below the name of the peer',
    `- time: 2026-11-29T13:50:37.123+03:00\n  direction: received\n  peer:\n    address: 192.0.2.1\n    port: 5060\n  transport: udp\n  message: |\n${request.replace(/^(?=.)/gm, '    ')}`,
    { time: '2026-11-29T13:50:37.123+03:00', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'bold names of fields',
    `*Time:* 2026-11-29 13:50:37\n*Direction:* inbound\n*Source:* 192.0.2.1:5060\n{noformat}\n${request}{noformat}\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', source: '192.0.2.1:5060' },
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
    'fields in Chinese above an empty line',
    `时间：2026-11-22 18:48:06.123\n方向：接收\n源地址：192.0.2.1:5080\n目的地址：192.0.2.2:5060\n协议：TCP\n\n${request}`,
    {
      time: '2026-11-22T18:48:06.123',
      direction: 'in',
      transport: 'TCP',
      source: '192.0.2.1:5080',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'fields in Russian',
    `Время: 22.11.2026 18:48:06\nНаправление: исходящее\nИсточник: 192.0.2.2:5060\nНазначение: 192.0.2.1:5080\n\n${request}`,
    { time: '2026-11-22T18:48:06', direction: 'out', source: '192.0.2.2:5060', destination: '192.0.2.1:5080' },
  ],
  [
    'fields in Turkish',
    `Zaman: 22.11.2026 18:48:06\nYön: Gelen\nKaynak: 192.0.2.1:5080\nHedef: 192.0.2.2:5060\n\n${request}`,
    { time: '2026-11-22T18:48:06', direction: 'in', source: '192.0.2.1:5080', destination: '192.0.2.2:5060' },
  ],
  [
    'fields filled up with blanks',
    `Time: 18:48:06.123\nFrom: 192.0.2.1:5080\nTo:   192.0.2.2:5060\n\n${request}`,
    { time: '18:48:06.123', source: '192.0.2.1:5080', destination: '192.0.2.2:5060' },
  ],
  [
    'fields above an empty line and a fence',
    `**Time:** 2026-11-22 18:48:06\n**Direction:** outbound\n**Destination:** edge.example.net:5061\n\n\`\`\`\n${request}`,
    { time: '2026-11-22T18:48:06', direction: 'out', destination: 'edge.example.net:5061' },
  ],
  [
    'an arrow for the direction of an object on one line',
    `{"dir":"<-","peer":"192.0.2.1:5060","sip":${JSON.stringify(request.replaceAll('\n', '\r\n'))}}\n`,
    { direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'cells of a row behind the last line of the one that holds the message',
    `|  7 | 2026-11-29 13:50:37 |  417484 |       | ${request.replace('Content-Length: 0\n\n', 'Content-Type: application/sdp\nContent-Length: 300\n\nv=0\no=- 1 1 IN IP4 198.51.100.7\ns=-\nt=0 0\na=sendrecv')}          | OPTIONS |  | udp:edge:5062 | 5f21 |  | out       |\n\n|  8 | 2026-11-29 13:50:38 |\n`,
    { time: '2026-11-29T13:50:37', direction: 'out', transport: 'UDP' },
  ],
  [
    'fields for what came in and what went out, of which one holds nothing',
    `29/11/2026 13:50:37.123 <-- \noctets: 300, Body Length: 0\ningress: { [NO SOURCE] }\negress: { L192.0.2.2:5061/R192.0.2.1:41270/TLS/0x7a }\n--------------------\n${request}`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'out',
      transport: 'TLS',
      source: '192.0.2.2:5061',
      destination: '192.0.2.1:41270',
    },
  ],
  [
    'a column whose times are said to be in Universal Time',
    `"TimeGenerated [UTC]",Host,Message\n"11/29/2026, 1:50:36.001 PM","edge-1","${request}"\n"11/29/2026, 1:50:37.123 PM","edge-1","${request}"\n`,
    { time: '2026-11-29T13:50:37.123Z' },
  ],
  [
    'a column beside one whose times are said to be so',
    `Received,Stored UTC,Message\n2026-11-29 15:50:37.123,,"${request}"\n`,
    { time: '2026-11-29T15:50:37.123' },
  ],
  [
    'fields behind the lines of one without quotes, below those of the record before',
    ['tx', 'rx']
      .map(
        (way, i) =>
          `2026-11-29T13:50:3${i + 6}.001Z [debug] sip_${way} app=gw message=${request} proto=udp remote=192.0.2.${i + 1}:5060 size=300\n`,
      )
      .join(''),
    { time: '2026-11-29T13:50:37.001Z', direction: 'in', transport: 'UDP', source: '192.0.2.2:5060' },
  ],
  [
    'members of the record below an indented message and two hyphens',
    ['in', 'out']
      .map(
        (way, i) =>
          `[2026-11-29T13:50:3${i + 6}.123Z] TRACE: gw/412 on edge:\n${request.trimEnd().replaceAll(/^/gm, '    ')}\n    \n    --\n    sip: {\n      "direction": "${way}bound",\n      "${way === 'in' ? 'src' : 'dst'}": "udp:192.0.2.1:5060"\n    }\n`,
      )
      .join(''),
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'an event in whose description an empty line parts the message from the fields',
    `Günlük Adı:    Uygulama\nTarih:         29.11.2026 13:50:37\nOlay Kimliği:  2001\nDüzey:         Bilgi\nKullanıcı:     Yok\nAçıklama:\nUzak uçtan bir SIP iletisi alındı.\nUzak adres: 192.0.2.1:5060\nProtokol: UDP\n\n${request}`,
    { time: '2026-11-29T13:50:37', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a field that says with a digit whether the message came in',
    `id: 12\nis_incoming: 0\nremote_ip: 192.0.2.1\nremote_port: 5060\n\n${request}`,
    { direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'a digit that nothing says the meaning of',
    `id: 12\nincoming_calls: 1\ndirection: 0\nremote_ip: 192.0.2.1\n\n${request}`,
    {},
  ],
  [
    'a line of a log as the value of a field beside the message',
    `- info: "29.11.2026 13:50:37,123 Alındı: Kaynak=192.0.2.1:5060 Hedef=192.0.2.2:5062"\n  message: |\n${request.replaceAll(/^(?=.)/gm, '    ')}`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5060', destination: '192.0.2.2:5062' },
  ],
  [
    'levels and the names of programs behind what a relay puts before every line',
    `<30>Nov 29 13:50:37 edge: Debug: sipfw: matched row 4, forwarding the call to 192.0.2.9\n<30>Nov 29 13:50:37 edge: Info: sipfw: recv from 192.0.2.1:5061 via 192.0.2.2:6005 TLS:\n${request.replaceAll(/^/gm, '<134>Nov 29 13:50:37 edge:         ')}`,
    {
      time: '--11-29T13:50:37',
      direction: 'in',
      transport: 'TLS',
      source: '192.0.2.1:5061',
      destination: '192.0.2.2:6005',
    },
  ],
  [
    'a field for what came in that holds nothing above one for what went out',
    `SIPMSGT\n----------\n29/11/2026 13:50:37.123 <-- \n  octets: 261\n\tingress: { }\n\tegress: { L192.0.2.2:5061/R192.0.2.1:5062/TLS/ }\n----------\n${request}`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'out',
      transport: 'TLS',
      source: '192.0.2.2:5061',
      destination: '192.0.2.1:5062',
    },
  ],
  [
    'an end with an address and one with a name that is none of a host',
    `Time: 2026-11-29T13:50:37.123Z\nFrame: 7 trace.xml:12\nSource: 192.0.2.1:5060\nDest: edge.example.com-Proxy\n\n${request}`,
    { time: '2026-11-29T13:50:37.123Z', source: '192.0.2.1:5060', destination: 'edge.example.com-Proxy' },
  ],
];
