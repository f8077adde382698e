import { json, request, type SaidOf } from '../said.ts';

/** A drawn table whose last column holds the message; the other cells stand in the middle of the row. */
const rowOf = (cells: readonly string[], lines: readonly string[]): string =>
  lines
    .map((line, i) => {
      const shown = cells.map((cell) => (i === 5 ? cell : '').padEnd(cell.length));
      return `│${[...shown, line.padEnd(64)].join('│')}│\n`;
    })
    .join('');

const lines = request.trimEnd().split('\n');
const border = `├${'─'.repeat(23)}┼${'─'.repeat(14)}┼───┼${'─'.repeat(64)}┤\n`;

/** Messages in a cell of a table, which may be as high as they are. */
export const tables: readonly SaidOf[] = [
  [
    'a cell behind the message with nothing but seconds since 1970',
    `${request.trimEnd().replaceAll('\n', '\\x0D\\x0A')}\\x0D\\x0A\\x0D\\x0A|udp:192.0.2.1:5062|udp:192.0.2.2:5060|1795960237|in|7||\n`,
    {
      time: '2026-11-29T13:50:37Z',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5062',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'a row as SQLite dumps it, the line breaks of the message put back by functions',
    `INSERT INTO sip_trace VALUES(6,884394,'1@example.net',replace(replace('${json.replaceAll('\\"', '"')}','\\r',char(13)),'\\n',char(10)),'OPTIONS','udp:192.0.2.1:5062','udp:192.0.2.2:5060','in');\n`,
    { direction: 'in', transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'days and microseconds in cells, as Kamailio keeps them in SQLite',
    `id,time_stamp,time_us,callid,traced_user,msg,method,status,fromip,toip,direction\n1,2461367.28339699,884394,1@example.net,"","${request}",OPTIONS,,udp:192.0.2.1:5062,udp:192.0.2.2:5060,in\n`,
    {
      time: '2026-11-22T18:48:06.884394Z',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5062',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'the same, a line for each column',
    `         id = 1\n time_stamp = 2461367.28339699\n    time_us = 884394\n     callid = 1@example.net\ntraced_user = \n        msg = ${request}\n     method = OPTIONS\n     status = \n     fromip = udp:192.0.2.1:5062\n       toip = udp:192.0.2.2:5060\n  direction = in\n`,
    {
      time: '2026-11-22T18:48:06.884394Z',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5062',
      destination: '192.0.2.2:5060',
    },
  ],
  [
    'cells that the names of columns tell of, the start line and the header fields in cells of their own',
    `ip.src;ipv6.src;udp.srcport;ip.dst;ipv6.dst;udp.dstport;sip.Request-Line;sip.Status-Line;sip.msg_hdr\n"192.0.2.1";;"5062";"192.0.2.2";;"5060";"${request.split('\n', 1)[0]}";;"${request.trimEnd().split('\n').slice(1).join('\\r\\n')}\\r\\n\\r\\n"\n`,
    { transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'cells halfway down the row',
    `${border}${rowOf(['2026-11-29 13:50:36.001', '192.0.2.9:5062', 'in '], lines)}${border}${rowOf(['2026-11-29 13:50:37.123', '192.0.2.1:5062', 'out'], lines)}${border}`,
    { time: '2026-11-29T13:50:37.123', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'a length and a time behind a message whose line breaks became blanks',
    `Data | Length | Time\n-- | -- | --\n${request.trimEnd().replaceAll('\n', '  ')} | 427 | 16:38:42.496\n`,
    { time: '16:38:42.496' },
  ],
  [
    'cells of the next row, where no border parts them',
    `${border}${rowOf(['', '', ''], lines)}│2026-11-29 13:50:38.001│192.0.2.9:5062│in │${''.padEnd(64)}│\n${border}`,
    {},
  ],
  [
    'a line in the same field above the message, in a row below another message',
    ['rx from', 'tx to']
      .map(
        (way) =>
          `"2026-11-29T13:50:37.123Z","edge","ws ${way} [2001:db8::77]:52114 len=310\n${request.trimEnd()}","5d"\n`,
      )
      .join(''),
    { time: '2026-11-29T13:50:37.123Z', direction: 'out', transport: 'WS', destination: '[2001:db8::77]:52114' },
  ],
  [
    'an object in a field behind the message, whose quotes are doubled',
    `at,message,level,details\n"2026-11-29 13:50:37.123","${request.replaceAll('"', '""')}",0,"{""Direction"": ""Inbound"", ""RemoteEndPoint"": ""192.0.2.1:53011"", ""Protocol"": ""tcp""}"\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'in', transport: 'TCP', source: '192.0.2.1:53011' },
  ],
  [
    'ports in columns of their own, which the first line names',
    `at|ip.src|ip.dst|udp.srcport|tcp.srcport|tcp.dstport|text\n2026-11-29 13:50:37.123|192.0.2.1|192.0.2.2||41270|5060|${json}\n`,
    { time: '2026-11-29T13:50:37.123', transport: 'TCP', source: '192.0.2.1:41270', destination: '192.0.2.2:5060' },
  ],
  [
    'columns behind a message over several lines, which the first line names',
    `id,created,proto,src_ip,src_port,raw,dst_ip,dst_port,node\n7,2026-11-29 13:50:37,UDP,192.0.2.1,5062,"${request}",192.0.2.2,5060,edge\n`,
    { time: '2026-11-29T13:50:37', transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'the same with a column that has no name',
    `id,created,proto,raw,dst_ip,dst_port\n7,2026-11-29 13:50:37,UDP,"${request}",7,192.0.2.2,5060\n`,
    { time: '2026-11-29T13:50:37', transport: 'UDP' },
  ],
  [
    'a field with the sign in it that parts the fields, so that the names are those of others',
    `at,ip.src,ip.dst,udp.srcport,udp.dstport,text\nNov 29, 2026 13:50:37,192.0.2.1,192.0.2.2,41270,5060,"${json}"\n`,
    { time: '2026-11-29T13:50:37', source: '192.0.2.1:41270', destination: '192.0.2.2:5060' },
  ],
  [
    'names below a prompt and a query, above dashes, the message in the last column',
    `1> SELECT No,Seen,Way,PeerIP,PeerPort,Content FROM Messages\n2> GO\nNo|Seen|Way|PeerIP|PeerPort|Content\n--|----|---|------|--------|-------\n7|2026-11-29 13:50:37.123|sent|192.0.2.1|5062|${json}\n`,
    { time: '2026-11-29T13:50:37.123', direction: 'out', destination: '192.0.2.1:5062' },
  ],
  [
    'the same in a table that mysql draws',
    `mysql> select * from sip;\n+----+---------------------+-----------+-----------+----------+-------+\n| id | seen                | direction | peer_ip   | peer_port | msg   |\n+----+---------------------+-----------+-----------+----------+-------+\n|  7 | 2026-11-29 13:50:37 | received  | 192.0.2.1 | 5062 | ${json} |\n`,
    { time: '2026-11-29T13:50:37', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'a query without a prompt names other columns than the table has',
    `select seen, peer_ip from sip\n\n seen | src_ip | src_port | dst_ip | dst_port | msg \n-----+----+----+----+----+----\n 2026-11-29 13:50:37.123+03 | 192.0.2.1 | 5062 | 192.0.2.2 | 5060 | ${json}\n`,
    { time: '2026-11-29T13:50:37.123+03:00', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'more cells than names, so that the names are those of others',
    `1> GO\nNo|Way|PeerIP|Content\n--|---|------|-------\n7|2026-11-29 13:50:37|x|y|192.0.2.1|z|${json}\n`,
    { time: '2026-11-29T13:50:37' },
  ],
  [
    'a row of a page whose message is opened below it',
    `No\tTime\tDirection\tSource\tTarget\tTransport\tSummary\n7\t29.11.2026 13:50:37\treceived\t192.0.2.1:5060\t192.0.2.2:5062\tUDP\tOPTIONS\n▼ Details\n${request}`,
    {
      time: '2026-11-29T13:50:37',
      direction: 'in',
      transport: 'UDP',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5062',
    },
  ],
  [
    'a row of psql whose last cell is as high as the message, below the names of the columns',
    ` no |            zaman           |     kaynak     | yon   | ileti\n----+----------------------------+----------------+-------+------\n${lines.map((line, i) => ` ${i === 0 ? ' 1 | 2026-11-29 13:50:37.123+03 | 192.0.2.1:5062 | gelen' : '   |                            |                |      '} | ${`${line}\\r`.padEnd(70)}+\n`).join('')}    |                            |                |       | \n  2 | 2026-11-29 13:50:38.456+03 | 192.0.2.9:5062 | giden | \n`,
    { time: '2026-11-29T13:50:37.123+03:00', direction: 'in', source: '192.0.2.1:5062' },
  ],
  [
    'cells behind that of the message, below the names of the columns',
    ` at                  | raw ${' '.repeat(66)} | src            | dst\n---------------------+-${'-'.repeat(70)}-+----------------+---------------\n${lines.map((line, i) => ` ${i === 0 ? '2026-11-29 13:50:37' : ' '.repeat(19)} | ${`${line}\\r`.padEnd(70)}+| ${i === 0 ? '192.0.2.1:5062' : ' '.repeat(14)} | ${i === 0 ? '192.0.2.2:5060' : ' '.repeat(14)}\n`).join('')}(1 row)\n`,
    { time: '2026-11-29T13:50:37', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
  [
    'an address and its port in fields of their own, behind which way and over what',
    `1795960237123\tin\tUDP\t192.0.2.1\t5062\t${json}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in', transport: 'UDP', source: '192.0.2.1:5062' },
  ],
  [
    'an address and how long the message is',
    `1795960237123\tin\tedge-a\t192.0.2.1\t1480\t${json}\n`,
    { time: '2026-11-29T13:50:37.123Z', direction: 'in' },
  ],
  [
    'microseconds in a column of their own, as its name says',
    `mysql> select * from sip_trace;\n| id | time_stamp          | time_us | msg | fromip | toip |\n+----+---------------------+---------+-----+\n|  1 | 2026-11-29 13:50:37 |  517484 | ${request.trimEnd()} | udp:192.0.2.1:5062 | udp:192.0.2.2:5060 |\n`,
    { time: '2026-11-29T13:50:37.517484', transport: 'UDP', source: '192.0.2.1:5062', destination: '192.0.2.2:5060' },
  ],
];
