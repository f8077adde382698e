import { json, request, type SaidOf, strings } from '../said.ts';

/** Messages that are members of an object printed over several lines. */
export const objects: readonly SaidOf[] = [
  [
    'an object above that ends on its own line, its first one a word for the direction',
    `recv {\n  protocol: 'UDP',\n  address: '192.0.2.1',\n  port: 5062,\n  local: { address: '192.0.2.2', port: 5060 }\n} \n${request}`,
    { direction: 'in', transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'an object of Perl below the line that says which way the message went',
    `Sun Nov 29 13:50:37 2026 packet in\n$VAR1 = {\n          "peer" => "192.0.2.1:5062",\n          "proto" => "udp",\n          "raw" => "${json.replaceAll('@', '\\@')}"\n        };\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'attributes whose names and values are members of their own, as OpenTelemetry writes them',
    `{"timeUnixNano":"1795960237123000000","body":{"stringValue":"${json}"},"attributes":[{"key":"net.peer.ip","value":{"stringValue":"192.0.2.1"}},{"key":"net.peer.port","value":{"intValue":"5062"}},{"key":"sip.direction","value":{"stringValue":"in"}}]}\n`,
    { time: '2026-11-29T13:50:37.123000000Z', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'members whose names and values have escapes for letters, from whom the message came',
    `{"zaman": "2026-11-29T13:50:37.123+03:00", "y\\u00f6n": "istemciden", "ta\\u015f\\u0131ma": "WSS", "ileti": "${json}"}\n`,
    { time: '2026-11-29T13:50:37.123+03:00', direction: 'in', transport: 'WSS' },
  ],
  [
    'to whom the message went, in a member behind it',
    `{"at": "2026-11-29T13:50:37.123Z", "text": "${json}", "direction": "toClient"}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'out' },
  ],
  [
    'a frame of a WebSocket, its type in the imperative',
    `{\n  "frames": [\n    {\n      "type": "receive",\n      "time": 1795960237.123456,\n      "opcode": 1,\n      "data": "${json}"\n    }\n  ]\n}\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'in' },
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
    'members behind the message, which stands behind the brace itself',
    `packet 29/Nov/2026 13:50:37,123\n{'data': ${strings.join('\n         ')},\n 'direction': 'inbound',\n 'peer': '192.0.2.1:5060'}\n-> 198.51.100.7:5060\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'members behind the message, one of whose lines Python broke',
    `packet 29/Nov/2026 13:50:37,123\n{'data': ${strings.join('\n         ').replace('UDP 203', "UDP '\n         '203")},\n 'direction': 'outbound',\n 'peer': ('192.0.2.1', 5060)}\n {'direction': 'inbound'}\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'out', destination: '192.0.2.1:5060' },
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
    'an event of a socket, and the address beside the message',
    `2026-11-29T13:50:37.123Z udp message {\n  remote: '192.0.2.1:5060',\n  size: 300,\n  text: ${strings.join(' +\n    ')}\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'only where the message went',
    `2026-11-29T13:50:37.123Z udp answer {\n  to: '192.0.2.1:5060',\n  text: ${strings.join(' +\n    ')}\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', transport: 'UDP', destination: '192.0.2.1:5060' },
  ],
  [
    'members behind a string whose lines stand as they are',
    `[Sun Nov 29 13:50:37 2026] got packet $VAR1 = {\n          'raw' => '${request}',\n          'from' => '192.0.2.1:5061'\n        };\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', source: '192.0.2.1:5061' },
  ],
  [
    'the record of a log above the brace',
    `DEBUG:sip.net:TX\n{'size': 7,\n 'raw': b'${json}',\n 'peer': ('192.0.2.1', 5060)}\n`,
    { direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'seconds behind the arrow of a member',
    `$VAR1 = {\n  "peer" => "192.0.2.1:5060",\n  "ts" => 1795960237,\n  "dir" => "in",\n  "pkt" => "${json}"\n};\n`,
    { time: '2026-11-29T13:50:37Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'an object that ends right before the message, behind what was done with it, in colours',
    `\u001b[36m[2026-11-29T13:50:37.123] [DEBUG] voice - \u001b[39mTX {\n  protocol: 'TCP',\n  address: '192.0.2.1',\n  port: 41270,\n  local: { address: '192.0.2.2', port: 5070 }\n} ${request}`,
    {
      time: '2026-11-29T13:50:37.123',
      direction: 'out',
      transport: 'TCP',
      source: '192.0.2.2:5070',
      destination: '192.0.2.1:41270',
    },
  ],
  [
    'an object that ends right before the message, below a line that is deeper',
    `13:50:37 received\n    {\n  address: '192.0.2.1',\n  port: 41270\n} ${request}`,
    {},
  ],
  [
    'members below a line without a brace, in colours, with the address of the program among them',
    `[13:50:37.123] \u001b[32mINFO\u001b[39m (edge/4711): \u001b[36mpacket recv\u001b[39m\n    \u001b[35mpeer\u001b[39m: {\n      "protocol": "TCP",\n      "address": "192.0.2.1",\n      "port": 41270,\n      "local": {\n        "address": "192.0.2.2",\n        "port": 5070\n      }\n    }\n    \u001b[35mraw\u001b[39m: "${json}"\n`,
    {
      time: '13:50:37.123',
      direction: 'in',
      transport: 'TCP',
      source: '192.0.2.1:41270',
      destination: '192.0.2.2:5070',
    },
  ],
  [
    'the time of an event beside that at which a store took it in',
    `{\n    "events": [\n        {\n            "stream": "edge/1",\n            "timestamp": 1795960237123,\n            "message": "${json}",\n            "ingestionTime": 1795960238001\n        }\n    ]\n}\n`,
    { time: '2026-11-29T13:50:37.123Z' },
  ],
  [
    'words before the message in its string, with a clock that the record says more finely',
    `[\n  {\n    "id": "a1",\n    "receiveTimestamp": "2026-11-29T13:50:52.001Z",\n    "text": "recv 300 bytes from udp/[192.0.2.1]:5062 at 13:50:37.123456:\\n${json}",\n    "timestamp": "2026-11-29T13:50:37.123456789Z"\n  }\n]\n`,
    { time: '2026-11-29T13:50:37.123456789Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'an event without quotes around its name',
    `{\n  ts: 2026-11-29T13:50:37.123Z,\n  event: 'sip.tx',\n  remote: { address: '192.0.2.1', port: 5062 },\n  packet: ${strings.join(' +\n    ')}\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'an object that tells its time, below the record of something else',
    `Nov 29 13:50:35 listening on 192.0.2.2:5060\n{'when': 1795960237.1234567,\n 'dir': 'rx',\n 'peer': '192.0.2.1:5062',\n 'msg': ${strings.join('\n        ')}}\n`,
    { time: '2026-11-29T13:50:37.1234567Z', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'an object behind words that are indented, as all that the program prints',
    `  edge:socket recv UDP/192.0.2.1:5062 {\n    raw: ${strings.join(' +\n      ')}\n  } +12ms\n`,
    { direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'members with names in another language, an object with the port among them',
    `[\n  {\n    "zaman": "2026-11-29 13:50:37",\n    "mesajYönü": "GELEN",\n    "uzakAdres": { "ip": "192.0.2.1", "kapı": 5062 },\n    "ham": "${json}"\n  }\n]\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'an object whose brace stands below the line that leads to it',
    `2026-11-29 13:50:37.123  DEBUG [Relay relay.js:4  Object.rx] onDatagram \n{\n  transport: 'UDP',\n  from: '192.0.2.1:5060',\n  data: ${strings.join(' +\n    ')}\n}\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'a text that says which way it went, behind the message',
    `{\n  remote: '192.0.2.1:5060',\n  raw: ${strings.join(' +\n    ')},\n  message: 'SIP in',\n  timestamp: '2026-11-29T13:50:37.123Z'\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'pairs of names and values, whose arrows lead nowhere, behind what Perl names its dump',
    `[29/Nov/2026:13:50:37.222970] [20031] packet in $VAR1 = {\n          'data' => '${request}',\n          'peer' => '192.0.2.1:5060'\n        };\n`,
    { time: '2026-11-29T13:50:37.222970', direction: 'in', source: '192.0.2.1:5060' },
  ],
  [
    'an object whose lines all stand behind the name of what prints them',
    `Incoming {\n  method: 'OPTIONS',\n  source_address: '192.0.2.1',\n  source_port: 5062,\n  protocol: 'tcp',\n  stackTime: '13:50:37.123456',\n  raw: ${strings.join(' +\n    ')},\n  body: ''\n} +0ms\n`.replaceAll(
      /^(?=.)/gm,
      '  edge:relay ',
    ),
    { time: '13:50:37.123456', direction: 'in', transport: 'TCP', source: '192.0.2.1:5062' },
  ],
  [
    'several lines of words before the message in its string, the time behind it',
    `[OUT] {\n  "message": "<133>[S=12] (N 1) Dialog(#12): Handling a response in state Initiated \\n(N 2) States: (#12)Dialog[Initiated->Connected] \\n(N 3) Timer(#12): started for the transaction of the user agent server, which ends in half a minute \\n(N 4) ---- Outgoing SIP Message to 192.0.2.1:5062 from interface #2 TLS ---- \\n${json}",\n  "host": "192.0.2.51",\n  "@timestamp": "2026-11-29T13:50:37.123Z"\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', transport: 'TLS', destination: '192.0.2.1:5062' },
  ],
  [
    'an arrow before the brace of an object, and the transport in a member of it',
    `ws <= {\n  ts: 2026-11-29T13:50:37.123Z,\n  transport: 'wss',\n  remoteAddress: '192.0.2.1:443',\n  frame: {\n    opcode: 1,\n    data: ${strings.join(' +\n      ')}\n  }\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', transport: 'WSS', source: '192.0.2.1:443' },
  ],
  [
    'a comment with the time and an arrow above an object on the line of the message',
    `;; 2026-11-29T13:50:37.123 <-\n(:PROTO :TCP :PEER "192.0.2.1:5062" :RAW "${request}")\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', transport: 'TCP', source: '192.0.2.1:5062' },
  ],
  [
    'the same above an object of JavaScript',
    `// 13:50:37.123 ->\n{peer: "192.0.2.1:5062", raw: "${json}"}\n`,
    { time: '13:50:37.123', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'the time above what an object is called, and objects on both sides of the message',
    `13:50:37.123 sipd[7]: Dumper $pkt\n$pkt = {\n  'dir' => 'out',\n  'from' => {\n    'ip' => '192.0.2.2',\n    'port' => 5060\n  },\n  'raw' => '${request}',\n  'to' => {\n    'ip' => '192.0.2.1',\n    'port' => 5062\n  }\n};\n`,
    { time: '13:50:37.123', direction: 'out', source: '192.0.2.2:5060', destination: '192.0.2.1:5062' },
  ],
  [
    'an object whose names end in one column',
    `{\n         "yon" => "giden",\n       "hedef" => {\n        "host" => "192.0.2.1",\n        "port" => 5062\n    },\n         "ham" => "${json}",\n    "@zaman" => 2026-11-29T13:50:37.123Z\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'a table of Lua',
    `29.11.2026 13:50:37 pkt\n{\n  dir = "out",\n  dst = {\n    ip = "192.0.2.1",\n    port = 5062\n  },\n  raw = "${json}",\n  src = {\n    ip = "192.0.2.2",\n    port = 5060\n  }\n}\n`,
    { time: '2026-11-29T13:50:37', direction: 'out', source: '192.0.2.2:5060', destination: '192.0.2.1:5062' },
  ],
  [
    'signs, a time and an arrow above an object in which the message stands first',
    `--- 13:50:37.123 >>> ---\n{'data': ${strings.join('\n         ')},\n 'laddr': ('192.0.2.2', 5060),\n 'raddr': ('192.0.2.1', 5062)}\n`,
    { time: '13:50:37.123', direction: 'out', source: '192.0.2.2:5060', destination: '192.0.2.1:5062' },
  ],
  [
    'an object of Ruby whose first member is the message, on the line below its name',
    `13:50:37.123 ->\n{:data=>\n  ${strings.map((line) => `"${line.slice(1, -1)}"`).join(' +\n  ')},\n :peer=>["192.0.2.1", 5062]}\n`,
    { time: '13:50:37.123', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'whether it came from the network, and where it was received, beside a Via that names no interface',
    `{\n  msg: {\n    headers: {\n      via: 'SIP/2.0/UDP 192.0.2.1:5060',\n    },\n    raw: ${strings.join(' +\n      ')},\n  },\n  source: 'network',\n  source_address: '192.0.2.1',\n  source_port: 5060,\n  protocol: 'udp',\n  receivedOn: '192.0.2.2:5080',\n}\n`,
    { direction: 'in', transport: 'UDP', source: '192.0.2.1:5060', destination: '192.0.2.2:5080' },
  ],
  [
    'below a line of words above the brace that opens the object',
    `RECV UDP 192.0.2.1:5060\n{\n  ts: 2026-11-29T13:50:37.123Z,\n  raw: ${strings.join(' +\n    ')}\n}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5060' },
  ],
  [
    'the stream that a program wrote to, as PM2 names it',
    `{"message":"received from 192.0.2.1:5062\\n","type":"out","process_id":0,"app_name":"sipd"}\n${request
      .trimEnd()
      .split('\n')
      .map((line) => `{"message":${JSON.stringify(`${line}\n`)},"type":"out","process_id":0,"app_name":"sipd"}\n`)
      .join('')}`,
    { direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'a string that Node.js prints in pieces, of which the first leads to the message',
    `{\n  at: '13:50:37.123',\n  log: 'received from 192.0.2.1:5062\\n' +\n${request
      .trimEnd()
      .split('\n')
      .map((line) => `    '${line}\\n' +\n`)
      .join('')}    '\\n'\n}\n`,
    { time: '13:50:37.123', direction: 'in', source: '192.0.2.1:5062' },
  ],
];
