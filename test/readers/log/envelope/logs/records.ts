import { bytesOf, json, request, type SaidOf } from '../said.ts';

/** The request as rows of a stream that Wireshark follows. */
const followedRows = (indent: string): string => {
  const codes = bytesOf(request).map((byte) => byte.toString(16).padStart(2, '0'));
  const rows = Array.from({ length: Math.ceil(codes.length / 16) }, (_, row) => codes.slice(row * 16, row * 16 + 16));
  return rows
    .map((row, i) => `${indent}${(i * 16).toString(16).toUpperCase().padStart(8, '0')}  ${row.join(' ')}\n`)
    .join('');
};

/** The header fields of a message as Wireshark draws them. */
const treeOf = (message: string): string => {
  const [, ...fields] = message.trimEnd().split('\n');
  return fields.map((line) => `        ${line}\n`).join('');
};

/** Records that begin far above the message: the first line stands out, or stands between signs. */
export const records: readonly SaidOf[] = [
  [
    'a first line that stands out, far above a message that is indented like all that follows it',
    `[29/Nov/2026:13:50:37.530] frontend sip (#2): invalid request\n  event #0, src 192.0.2.1:33593\n  buffer at 0,\n  len 303,\n  flags 0x1\n  state 2 :\n  \n${request.replaceAll(/^/gm, '  ')}`,
    { time: '2026-11-29T13:50:37.530', direction: 'in', source: '192.0.2.1:33593' },
  ],
  [
    'a sentence with a time, or a heading, above what is indented',
    `We saw this on 2026-11-29 13:50:37 again\n  len 303,\n  flags 0x1\n  state 2,\n  \n${request.replaceAll(/^/gm, '  ')}`,
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
  [
    'a term that begins on the next line, behind what was done with it',
    `=DEBUG REPORT==== 29-Nov-2026::13:50:38.010222 ===\nlistener got {udp,#Port<0.7>,\n              {192,0,2,1},\n              5062,\n              <<"${json}">>}\n`,
    { time: '2026-11-29T13:50:38.010222', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'a term behind words and a colon, its lines behind signs, as a socket delivers it',
    `=ERROR REPORT==== 29-Nov-2026::13:50:38.010222 ===\n** No clause for this in edge_listener\n** Unknown message: {udp,#Port<0.7>,\n                     {192,0,2,1},\n                     5062,\n                     <<"${json}">>}\n`,
    { time: '2026-11-29T13:50:38.010222', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'the same as a string below the name of what has failed',
    `=ERROR REPORT==== 29-Nov-2026::13:50:38.010222 ===\n** Generic server edge_listener terminating \n** Last message in was {tcp,#Port<0.7>,\n                        "${json}"}\n`,
    { time: '2026-11-29T13:50:38.010222', direction: 'in', transport: 'TCP' },
  ],
  [
    'a record between a line of signs with its time and dashes',
    `+++ 29-11-2026 13:50:37.332082 INFO NORMAL t_client::fail\nTransaction failed.\n\nSend internal:\n${request}---\n`,
    { time: '2026-11-29T13:50:37.332082' },
  ],
  [
    'a tree whose ports stand twice',
    `Frame 3: 420 bytes on wire (3360 bits)\nInternet Protocol Version 4, Src: 192.0.2.1 (192.0.2.1), Dst: 192.0.2.2 (192.0.2.2)\nUser Datagram Protocol, Src Port: 5062 (5062), Dst Port: sip (5060)\nSession Initiation Protocol (OPTIONS)\n    Request-Line: ${request
      .split('\n', 9)
      .map((line, i) => (i === 0 ? `${line}\n    Message Header\n` : `        ${line}\n`))
      .join('')}\n`,
    { transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'a tree whose last layer is raw text',
    `Frame 3: 420 bytes on wire (3360 bits)\n    Arrival Time: Nov 29, 2026 13:50:37.123456 UTC\n    [Time delta from previous captured frame: 0.1 seconds]\nInternet Protocol Version 6, Src: 2001:db8::1, Dst: 2001:db8::2\nTransmission Control Protocol, Src Port: 5062, Dst Port: 5080, Seq: 1, Len: 400\n    Source Port: 5062\n    Flags: 0x018 (PSH, ACK)\nSession Initiation Protocol (SIP as raw text)\n${request.replaceAll(/^(.*)\n/gm, '    $1\\r\\n\n')}\nFrame 4: 66 bytes on wire\n`,
    {
      time: '2026-11-29T13:50:37.123456Z',
      transport: 'TCP',
      source: '[2001:db8::1]:5062',
      destination: '[2001:db8::2]:5080',
    },
  ],
  [
    'a packet whose layers stand one above the other, the message in the last one, below a time',
    `packet at 1795960237.123456\n###[ Ethernet ]### \n  dst       = 02:00:00:00:00:01\n  src       = 02:00:00:00:00:02\n  type      = IPv4\n###[ IP ]### \n     version   = 4\n     ttl       = 64\n     proto     = udp\n     src       = 192.0.2.1\n     dst       = 192.0.2.2\n     \\options   \\\n###[ UDP ]### \n        sport     = 5062\n        dport     = sip\n        len       = 303\n###[ Raw ]### \n           load      = '${json}'\n`,
    { time: '2026-11-29T13:50:37.123456Z', transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'layers without one of the Internet Protocol',
    `###[ Ethernet ]### \n  dst       = 02:00:00:00:00:01\n###[ Raw ]### \n     load      = '${json}'\n`,
    {},
  ],
  [
    'a record that ended above dashes',
    `+++ 29-11-2026 13:50:37.332082 INFO\nTransaction failed.\n---\n\nDetails.\n${request}---\n`,
    {},
  ],
  [
    'a record of several lines for each line of the message, and for the one above it',
    ['TCP 192.0.2.1:41270 -> 192.0.2.2:5060', ...request.trimEnd().split('\n'), '']
      .map((line) => [
        `\t"__MONOTONIC_TIMESTAMP" : "1484972326"`,
        `\t"MESSAGE" : ${JSON.stringify(line)}`,
        `\t"__REALTIME_TIMESTAMP" : "1795960237123456"`,
        `\t"_PID" : "4711"`,
      ])
      .map((members) => `{\n${members.join(',\n')}\n}\n`)
      .join(''),
    {
      time: '2026-11-29T13:50:37.123456Z',
      transport: 'TCP',
      source: '192.0.2.1:41270',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'what either side sent in a stream, below the names of both',
    `===\nFollow: tcp,ascii\nFilter: tcp.stream eq 0\nNode 0: 192.0.2.1:41270\nNode 1: 192.0.2.2:5060\n300\n${request}\n\t301\n${request}`,
    { transport: 'TCP', source: '192.0.2.2:5060', destination: '192.0.2.1:41270' },
  ],
  [
    'the same where a segment ends within a header field of the first message',
    `===\nFollow: tcp,ascii\nFilter: tcp.stream eq 0\nNode 0: 192.0.2.1:41270\nNode 1: 192.0.2.2:5060\n300\n${request.slice(0, 80)}\n\t301\n${request}`,
    { transport: 'TCP', source: '192.0.2.2:5060', destination: '192.0.2.1:41270' },
  ],
  [
    'the same in rows of hexadecimal, those of the other side behind a tab',
    `===\nFollow: udp,hex\nFilter: udp.stream eq 0\nNode 0: 192.0.2.1:41270\nNode 1: 192.0.2.2:5060\n${followedRows('')}${followedRows('\t')}===================\n`,
    { transport: 'UDP', source: '192.0.2.2:5060', destination: '192.0.2.1:41270' },
  ],
  [
    'the first rows of such a stream',
    `===\nFollow: udp,hex\nFilter: udp.stream eq 0\nNode 0: 192.0.2.1:41270\nNode 1: 192.0.2.2:5060\n${followedRows('')}===================\n`,
    { transport: 'UDP', source: '192.0.2.1:41270', destination: '192.0.2.2:5060' },
  ],
  [
    'what stands behind the end of a stream',
    `Follow: udp,ascii\nFilter: udp.stream eq 0\nNode 0: 192.0.2.1:41270\nNode 1: 192.0.2.2:5060\n300\n${request}\n==========================\n\t301\n${request}`,
    {},
  ],
  [
    'a string that Python shows where a program failed, below the record of the log',
    `2026-11-29 13:50:37.123 | ERROR | edge:serve:53 - cannot read what came from ('192.0.2.1', 5062)\nTraceback (most recent call last):\n\n  File "edge.py", line 52, in serve\n    read(data)\n    │    └ b'${json}'\n    └ <function read>\n\nValueError: no number\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'the error that ends such a trace',
    `2026-11-29 13:50:37.123 ERROR sending to 192.0.2.1:5062 failed\nTraceback (most recent call last):\n  File "edge.py", line 52, in send\n    write(data)\nedge.WriteError: not written: '${json}'\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'fields of an event above its description, in which the program says what it did',
    `Entry 7\n  Channel: Edge/Trace\n  Date: 2026-11-29T13:50:37.1230000Z\n  Level: Verbose\n  Computer: edge-a\n  Description: \nThe stack received a message.\nTransport: TCP\nRemote endpoint: 192.0.2.1:41270\nLocal endpoint: 192.0.2.2:5060\nMessage:\n${request}`,
    {
      time: '2026-11-29T13:50:37.1230000Z',
      direction: 'in',
      transport: 'TCP',
      source: '192.0.2.1:41270',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'fields with the moment in microseconds above the name of a field whose value is of several lines',
    `_CURSOR=s=1;i=2\n__REALTIME_TIMESTAMP=1795960237123456\n__MONOTONIC_TIMESTAMP=1596024873\nPRIORITY=7\n_HOSTNAME=edge-a\nMESSAGE\n\u0001\u0000SIP out to 192.0.2.1:5060\n${request}\n_COMM=edge\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'out', destination: '192.0.2.1:5060' },
  ],
  [
    'fields of an event, and below it another line of the log',
    `Channel: Edge/Trace\nDate: 2026-11-29T13:50:37.123Z\nLevel: Verbose\nComputer: edge-a\n13:50:39 timer fired\nDump of what is kept\n${request}`,
    {},
  ],
  [
    'a moment where a record begins, and the second of it beside a message that stands in the record twice',
    `Sun 2026-11-29 13:50:37.123456 UTC [s=1;i=2]\n    SYSLOG_TIMESTAMP=Nov 29 13:50:37\n    MESSAGE=edge received:\n${request.trimEnd().replaceAll(/^/gm, '            ')}\n    SYSLOG_RAW=<30>Nov 29 13:50:37 edge: received:\n${request.trimEnd().replaceAll(/^/gm, '               ')}\n    _PID=77\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'in' },
  ],
  [
    'another second than that of the moment where the record begins, which says the year',
    `Sun 2026-11-29 13:50:37.999999 UTC [s=1;i=2]\n    SYSLOG_RAW=<30>Nov 29 13:50:38 edge: received:\n${request.trimEnd().replaceAll(/^/gm, '            ')}\n`,
    { time: '2026-11-29T13:50:38', direction: 'in' },
  ],
  [
    'two rows that SQL inserts on one line',
    `INSERT INTO trace (id,at,msg,fromip,toip,direction) VALUES\n(11,'2026-11-29 13:50:36','${json}','udp:192.0.2.1:5062','udp:192.0.2.2:5060','in'),(12,'2026-11-29 13:50:37','${json}','udp:192.0.2.2:5060','udp:192.0.2.1:5062','out'),\n`,
    {
      time: '2026-11-29T13:50:37',
      direction: 'out',
      transport: 'UDP',
      source: '192.0.2.2:5060',
      destination: '192.0.2.1:5062',
    },
  ],
  [
    'two rows that SQL inserts on one line into a table that the dump has created above',
    `CREATE TABLE \`trace\` (\n  \`id\` int(10) unsigned NOT NULL AUTO_INCREMENT,\n  \`at\` datetime NOT NULL,\n  \`msg\` mediumtext,\n  \`fromip\` varchar(50) DEFAULT '',\n  \`toip\` varchar(50) DEFAULT '',\n  \`direction\` enum('in','out'),\n  PRIMARY KEY (\`id\`)\n) ENGINE=InnoDB;\nLOCK TABLES \`trace\` WRITE;\nINSERT INTO \`trace\` VALUES (11,'2026-11-29 13:50:36','${json}','udp:192.0.2.1:5062','udp:192.0.2.2:5060','in'),(12,'2026-11-29 13:50:37','${json}','udp:192.0.2.2:5060','udp:192.0.2.1:5062','out'),(13,'2026-11-29 13:50:38','x','udp:192.0.2.7:5060','udp:192.0.2.8:5062','in');\n`,
    {
      time: '2026-11-29T13:50:37',
      direction: 'out',
      transport: 'UDP',
      source: '192.0.2.2:5060',
      destination: '192.0.2.1:5062',
    },
  ],
  [
    'the same into a table that nothing is known of',
    `INSERT INTO trace VALUES (11,'2026-11-29 13:50:36','${json}','udp:192.0.2.1:5062','udp:192.0.2.2:5060','in'),(12,'2026-11-29 13:50:37','${json}','udp:192.0.2.2:5060','udp:192.0.2.1:5062','out');\n`,
    {
      time: '2026-11-29T13:50:37',
      direction: 'out',
      transport: 'UDP',
      source: '192.0.2.2:5060',
      destination: '192.0.2.1:5062',
    },
  ],
  [
    'a row that SQL inserts below the names of its columns, of which one says what a digit means',
    `INSERT INTO \`trace\` (\`id\`, \`at\`, \`is_outgoing\`, \`remote_ip\`, \`remote_port\`, \`raw\`, \`transport\`) VALUES\n(11, '2026-11-29 13:50:36', 1, '192.0.2.1', 5062, '${json}', 'tcp'),\n(12, '2026-11-29 13:50:37', 0, '192.0.2.1', 5062, '${json}', 'udp');\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'such a row on one line, names in another language, a quote in a value',
    `INSERT INTO iz (no, zaman, yon, aciklama, kaynak_ip, hedef_ip, mesaj) VALUES (12, '2026-11-29 13:50:37', 'GİDEN', 'Ali''nin isteği, gönderilen', '192.0.2.2', '192.0.2.1', '${json}');\n`,
    { time: '2026-11-29T13:50:37', direction: 'out', source: '192.0.2.2', destination: '192.0.2.1' },
  ],
  [
    'such a row with a direction whose numbers nothing tells the meaning of',
    `INSERT INTO trace (id, at, direction, from_id, raw) VALUES (12, '2026-11-29 13:50:37', 1, 7, '${json}');\n`,
    { time: '2026-11-29T13:50:37' },
  ],
  [
    'a row that psql has expanded, the message over several lines',
    `-[ RECORD 7 ]------------------\nid       | 7\nseen     | 2026-11-29 13:50:37.123+03\nway      | received\nsrc      | 192.0.2.1:5060\ndst      | 192.0.2.2:5062\nproto    | udp\nmessage  | ${request.trimEnd().replaceAll('\n', '\\r +\n         | ')}\n-[ RECORD 8 ]------------------\nid       | 8\n`,
    {
      time: '2026-11-29T13:50:37.123+03:00',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5062',
    },
  ],
  [
    'the same with two addresses that nothing is said of',
    `-[ RECORD 7 ]------------------\nseen     | 2026-11-29 13:50:37.123+03\nway      | received\nthis     | 192.0.2.1:5060\nthat     | 192.0.2.2:5062\nmessage  | ${request.trimEnd().replaceAll('\n', '\\r +\n         | ')}\n`,
    { time: '2026-11-29T13:50:37.123+03:00', direction: 'in' },
  ],
  [
    'a row that mysql shows with a line for each field',
    `*************************** 7. row ***************************\n       id: 7\n     seen: 2026-11-29 13:50:37.123\ndirection: received\n     peer: 192.0.2.1\n     port: 5062\n  message: ${request}1 row in set (0.00 sec)\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'fields that blanks alone part from their values, all in one column',
    `sip event 7\npeer      [2001:db8::77]:5061\nproto     tls\nwhen      Sun Nov 29 2026 13:50:37.065 GMT\naction    rx\n\n${request}`,
    { time: '2026-11-29T13:50:37.065Z', direction: 'in', transport: 'TLS', source: '[2001:db8::77]:5061' },
  ],
  [
    'a row of names and values above the next one, which begins as it does',
    `      no = 7\n      us = 1795960237123456\n source = 192.0.2.1\n    port = 5062\n     sip = ${request}\n\n      no = 8\n      us = 1795960299000000\n source = 192.0.2.9\n    port = 5070\n     sip = nothing\n`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'an object that PHP shows below a time, values below their names',
    `[29-Nov-2026 13:50:37 CET] seen\nobject(Leg)#2 (3) {\n  ["direction"]=>\n  string(3) "out"\n  ["remote"]=>\n  string(14) "192.0.2.1:5062"\n  ["raw":"Leg":private]=>\n  string(339) "${request}"\n}\n`,
    { time: '2026-11-29T13:50:37+01:00', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'words that blanks part, in no column',
    `peer  192.0.2.9:5061\nqueue      3\nworkers    4\nlast   Sun Nov 29 2026 13:50:37.065 GMT\n\n${request}`,
    { time: '2026-11-29T13:50:37.065Z' },
  ],
  [
    'objects within an object that PHP dumps, the zone in a field of its own, the message not the last member',
    `object(Packet)#3 (4) {\n  ["seen"]=>\n  object(DateTimeImmutable)#4 (3) {\n    ["date"]=>\n    string(26) "2026-11-29 13:50:37.123400"\n    ["timezone_type"]=>\n    int(1)\n    ["timezone"]=>\n    string(6) "+03:00"\n  }\n  ["hedef"]=>\n  string(14) "192.0.2.1:5062"\n  ["ham"]=>\n  string(339) "${request}"\n  ["yon"]=>\n  enum(Way::giden)\n}\n`,
    { time: '2026-11-29T13:50:37.123400+03:00', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'an array within one that PHP dumps below a line that says which way',
    `2026-11-29 13:50:37 received\narray(1) {\n  ["packet"]=>\n  array(2) {\n    ["raw"]=>\n    string(339) "${request}"\n    ["peer"]=>\n    array(2) {\n      ["ip"]=>\n      string(9) "192.0.2.1"\n      ["port"]=>\n      int(5062)\n    }\n  }\n}\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'an object that PHP prints, whose arrows lead nowhere',
    `Packet Object\n(\n    [seen] => DateTimeImmutable Object\n        (\n            [date] => 2026-11-29 13:50:37.123400\n            [timezone_type] => 3\n            [timezone] => Europe/Istanbul\n        )\n\n    [src] => 192.0.2.1:5062\n    [dst] => 192.0.2.2:5060\n    [raw] => ${request}\n)\n`,
    { time: '2026-11-29T13:50:37.123400+03:00', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'a binary of characters beyond Latin in a term, other terms above it and behind it',
    `=INFO REPORT==== 29-Nov-2026::13:50:37.501 ===\n    [{direction,out},\n     {packet,<<"${json}"/utf8>>},\n     {local,{{192,0,2,2},5060}},\n     {remote,{{192,0,2,1},5062}}]\n`,
    {
      time: '2026-11-29T13:50:37.501',
      direction: 'out',
      source: '192.0.2.2:5060',
      destination: '192.0.2.1:5062',
    },
  ],
  [
    'the moment of a record twice, the finer one above',
    `2026-11-29T13:50:37.123456Z\n1795960237123\nsip.Transport\n17\nSending to 192.0.2.1:5062:\n${request}`,
    { time: '2026-11-29T13:50:37.123456Z', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'a layer between TCP and SIP',
    `Frame 3: 420 bytes on wire (3360 bits)\nInternet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2\nTransmission Control Protocol, Src Port: 35058, Dst Port: 8088, Seq: 255, Ack: 241, Len: 449\nWebSocket\n    1... .... = Fin: True\n    .... 0001 = Opcode: Text (1)\nSession Initiation Protocol (OPTIONS)\n    Request-Line: ${request.split('\n', 1)[0]}\n    Message Header\n${treeOf(request)}`,
    { transport: 'WS', source: '192.0.2.1:35058', destination: '192.0.2.2:8088' },
  ],
  [
    'a packet whose day is written in a zone that nothing tells, and since 1970 as well',
    `Frame 3: 420 bytes on wire (3360 bits)\n    Arrival Time: Nov 29, 2026 18:50:37.123456000 PKT\n    Epoch Time: 1795960237.123456000 seconds\nInternet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2\nUser Datagram Protocol, Src Port: 5062, Dst Port: 5060\nSession Initiation Protocol (OPTIONS)\n    Request-Line: ${request.split('\n', 1)[0]}\n    Message Header\n${treeOf(request)}`,
    {
      time: '2026-11-29T13:50:37.123456000Z',
      transport: 'UDP',
      source: '192.0.2.1:5062',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'the layers of a tunnel: those nearest to the message',
    `Frame 1: 243 bytes on wire\nInternet Protocol Version 4, Src: 203.0.113.1, Dst: 203.0.113.2\n    Protocol: IPIP (4)\nInternet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2\nUser Datagram Protocol, Src Port: 5062, Dst Port: 5060\nSession Initiation Protocol (OPTIONS)\n    Request-Line: OPTIONS sip:bob@example.com SIP/2.0\n    Message Header\n${request
      .split('\n')
      .slice(1, -2)
      .map((line) => `        ${line}\n`)
      .join('')}`,
    { transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
];
