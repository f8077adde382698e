/**
 * Ways in which products write SIP messages into text, one row each: the message as it went over the wire (with LF)
 * becomes what the log holds. `lossy` layouts do not keep every character of the message.
 */
export interface LayoutSample {
  readonly name: string;
  readonly write: (message: string, index: number) => string;
  readonly lossy?: true;
}

const clock = (index: number): string => `2026-11-22 18:48:${String(index + 10).padStart(2, '0')}.88439${index}`;
const syslogClock = (index: number): string => `Nov 22 18:48:${String(index + 6).padStart(2, '0')}`;
const lines = (message: string): readonly string[] => message.replace(/\n$/, '').split('\n');
const prefixed = (message: string, prefix: string): string =>
  lines(message)
    .map((line) => `${prefix}${line}\n`)
    .join('');
const crlf = (message: string): string => message.replaceAll('\n', '\r\n');
const received = (index: number): boolean => index % 2 === 0;

export const layouts: readonly LayoutSample[] = [
  { name: 'bare messages', write: (message) => `${message}\n` },
  { name: 'bare messages, CRLF', write: (message) => `${crlf(message)}\r\n` },
  { name: 'bare messages, CR CR LF', write: (message) => `${message.replaceAll('\n', '\r\r\n')}\r\n` },
  {
    name: 'lines behind a prefix, their line breaks turned into blanks',
    write: (message, i) =>
      `${['looks at it', ...lines(message), 'done'].map((line) => `12|edge-app | ${line}`).join(' ')}${i % 2 === 0 ? ' ' : '\n'}`,
  },
  {
    name: 'a header line with size and address',
    write: (message, i) =>
      received(i)
        ? `<--- Received SIP request (${message.length} bytes) from UDP:192.0.2.1:5060 --->\n${message}\n`
        : `<--- Transmitting SIP response (${message.length} bytes) to UDP:192.0.2.1:5060 --->\n${message}\n`,
  },
  {
    name: 'a header line behind date, level and call mark',
    write: (message, i) =>
      `[${clock(i)}] VERBOSE[1234][C-0000002a] res_pjsip_logger.c: <--- Received SIP request (${message.length} bytes) from UDP:192.0.2.1:5060 --->\n${crlf(message)}\n[${clock(i)}] DEBUG[1234] channel.c: set format to 20 ms\n`,
  },
  {
    name: 'a date before every line, dashes behind the message',
    write: (message) =>
      `[Mar 30 13:35:51] <--- SIP read from UDP:192.0.2.1:5060 --->\n${prefixed(message, '[Mar 30 13:35:51] ')}[Mar 30 13:35:51] <------------->\n[Mar 30 13:35:51] --- (12 headers 0 lines) ---\n`,
  },
  {
    name: 'a time that moves on within the message',
    write: (message, i) =>
      lines(message)
        .map((line, n) => `${syslogClock(i)}.${String(100 + n)} sbc1 sipd[77]: ${line}\n`)
        .join(''),
  },
  {
    name: 'each line as the value of a field that a program shows in angle brackets',
    write: (message, i) =>
      `packet #${i} at ${clock(i)}\n${lines(message)
        .map((line) => `<Field sip_raw.line: ${line}  >\n`)
        .join('')}`,
  },
  {
    name: 'each line in square brackets behind a name',
    write: (message, i) =>
      `packet #${i} at ${clock(i)}\n${lines(message)
        .map((line) => `trace [${line}]\n`)
        .join('')}`,
  },
  {
    name: 'one syslog line, #015#012',
    write: (message, i) =>
      `${syslogClock(i)} proxy1 /usr/sbin/kamailio[1481]: NOTICE: <script>: RX:#012${crlf(message).replaceAll('\r', '#015').replaceAll('\n', '#012')}\n`,
  },
  {
    name: 'one syslog line, #012',
    write: (message, i) =>
      `<134>1 ${clock(i).replace(' ', 'T')}Z proxy1 osips 14 - - msg ${message.replaceAll('\n', '#012')}\n`,
  },
  {
    name: 'one line, escaped line breaks in a JSON string',
    write: (message, i) => `${JSON.stringify({ ts: clock(i), level: 'info', msg: crlf(message), pid: 12 })}\n`,
  },
  {
    name: 'JSON, with a sentence before the message',
    write: (message, i) =>
      `${JSON.stringify({ ts: clock(i), message: `Sent to 192.0.2.9:5060:\n${crlf(message)}` })}\n`,
  },
  {
    name: 'JSON with unicode escapes',
    write: (message) =>
      `{"msg":"${JSON.stringify(crlf(message)).slice(1, -1).replaceAll('\\r', '\\u000d').replaceAll('\\n', '\\u000a')}","n":1}\n`,
  },
  { name: 'JSON in JSON', write: (message) => `${JSON.stringify({ log: JSON.stringify({ sip: crlf(message) }) })}\n` },
  {
    name: 'a Python literal',
    write: (message) =>
      `DEBUG:sip:sending b'${crlf(message).replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'\n`,
  },
  {
    name: 'hexadecimal line ends',
    write: (message) =>
      ` 2(188) DEBUG: <core> [udp_server.c:494]: received on udp socket: (109/100/353) [[${crlf(message).replaceAll('\r', ' 0D ').replaceAll('\n', ' 0A ')}]]\n`,
  },
  {
    name: 'line breaks as blanks',
    lossy: true,
    write: (message) =>
      `Nov 22 18:48:06 sbc [S=123] ---- Incoming SIP Message from 192.0.2.1:5060 to SIPInterface #0 (TRUNK) UDP ---- ${message.trimEnd().replaceAll('\n', '  ')}\n`,
  },
  {
    name: 'a dot for every byte of a line end, behind values that end in one',
    write: (message, i) =>
      `U 2026/11/22 ${clock(i).slice(11)} 192.0.2.1:5060 -> 192.0.2.2:5060 ${message.replace(/^(Subject|User-Agent): .*/m, '$1: Ltd.').replaceAll('\n', '..')}\n`,
    lossy: true,
  },
  {
    name: 'the last field of a CSV file, behind other words',
    write: (message, i) =>
      `"Nov 22, 2026 @ 18:48:0${i}.768","edge","notice","NOTICE: ${received(i) ? 'IN' : 'OUT'}  proto=udp msg=${message.trimEnd().replaceAll('"', '""')}"\n`,
    lossy: true,
  },
  {
    name: 'line ends spelt in a string of JSON, whose slashes are escaped',
    write: (message, i) =>
      `${JSON.stringify({ time: clock(i), message: `NOTICE: got ${crlf(message).replaceAll('\r', '\\r').replaceAll('\n', '\\n')}` }).replaceAll('/', '\\/')}\n`,
  },
  {
    name: 'a line end spelt behind the start line alone',
    write: (message) => `received:\n${message.replace('\n', '\\r\n')}\n`,
  },
  ...[
    '<CR><LF>',
    '<EOL>',
    '[NL]',
    '<LF>',
    '(CR)(LF)',
    '{0D}{0A}',
    '<0x0D><0x0A>',
    '<13><10>',
    '\\xd\\xa',
    '#13#10',
    '#x0D#x0A',
    '|0D 0A|',
    '`r`n',
  ].map((lineEnd) => ({
    name: `line ends spelt ${lineEnd}`,
    write: (message: string) => `trace: ${message.replaceAll('\n', lineEnd)}\n`,
  })),
  { name: 'backslash octal', write: (message) => `trace: ${message.replaceAll('\n', '\\015\\012')}\n` },
  { name: 'percent escapes', write: (message) => `trace: ${message.replaceAll('\n', '%0D%0A')}\n`, lossy: true },
  { name: 'caret notation', write: (message) => `${message.replaceAll('\n', '^M\n')}\n` },
  {
    name: 'dashes, a size line, a blank line',
    write: (message, i) =>
      `----------------------------------------------- ${clock(i)}\nUDP message ${received(i) ? 'received' : 'sent'} [${message.length}] bytes :\n\n${crlf(message)}\n`,
  },
  {
    name: 'dashes above and three blanks before',
    write: (message, i) =>
      `${received(i) ? 'recv' : 'send'} ${message.length} bytes ${received(i) ? 'from' : 'to'} udp/[192.0.2.100]:53867 at 13:57:57.80571${i}:\n   ------------------------------------------------------------------------\n${prefixed(message, '   ')}   ------------------------------------------------------------------------\n`,
  },
  {
    name: 'a header line with both addresses',
    write: (message, i) => `2026/05/17 08:01:3${i}.432861 192.0.2.98:42952 -> 192.0.2.101:5060\n${crlf(message)}\n\n`,
  },
  {
    name: 'a dot at the end of every line',
    write: (message) =>
      `U 2026/08/01 06:37:30.454022 192.0.2.101:5060 -> 192.0.2.102:5080 #1\n${lines(message)
        .map((line) => `${line}.\n`)
        .join('')}\n`,
  },
  {
    name: 'dotted line ends, wrapped inside tokens',
    write: (message) =>
      `U 192.0.2.101:5060 -> 192.0.2.102:5080 #1\n${crlf(message)
        .replaceAll('\r', '.')
        .replaceAll('\n', '.')
        .replace(/.{1,76}/g, '  $&\n')}\n`,
  },
  {
    name: 'junk glued to the start line',
    write: (message) =>
      `19:29:18.579135 IP 192.0.2.1.5198 > 192.0.2.2.5199: SIP: ${lines(message)[0]}\nE..N..@.@............N.O.:.N${crlf(message)}\n`,
  },
  {
    name: 'a TAB before every line',
    write: (message) =>
      `19:29:36.584950 IP (tos 0x0, ttl 64, proto UDP (17), length 580)\n    192.0.2.1.5130 > 192.0.2.2.5060: SIP, length: 552\n${prefixed(message, '\t')}\n`,
  },
  {
    name: 'printed three times in one record, a field a line',
    write: (m, i) => {
      const spelt = m.replaceAll('\n', '#015#012');
      return `TIMESTAMP: 'Nov 22 18:48:0${i}'\nmsg: ' rx: ${spelt}'\nescaped msg: ' rx: ${spelt}'\nrawmsg: '<159>Nov 22 18:48:0${i} edge[1]: rx: ${spelt}'\n\n`;
    },
  },
  {
    name: 'printed twice in one dump',
    write: (message) =>
      `19:29:36.584950 IP (tos 0x0, ttl 64, proto UDP (17), length 580)\n    192.0.2.1.5130 > 192.0.2.2.5060: SIP, length: 552\n${prefixed(message, '\t')}E..D.H..@.@.........\n.....0.${crlf(message)}\n`,
  },
  {
    name: 'an end mark behind',
    write: (message) =>
      `18:48:06.884 pjsua_core.c  .TX ${message.length} bytes Request msg REGISTER/cseq=1 (tdta0x7f) to UDP 192.0.2.1:5060:\n${crlf(message)}\n--end msg--\n`,
  },
  {
    name: 'colours around',
    write: (message) => `\u001b[36;1m#\nUDP 192.0.2.1:5060 -> 192.0.2.2:5060\n${crlf(message)}\u001b[;m\n`,
  },
  {
    name: 'colours inside',
    write: (message) =>
      `${lines(message)
        .map((line) => `\u001b[33m${line}\u001b[0m\n`)
        .join('')}\n`,
  },
  {
    name: 'no address at all',
    write: (message, i) =>
      `Nov 22 18:48:06.123: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n${received(i) ? 'Received' : 'Sent'}:\n${message}\n`,
  },
  { name: 'glued to a console prefix', write: (message) => `JsSIP:Transport received text message: ${message}\n` },
  { name: 'a fenced block', write: (message) => `Trace of the call:\n\n\`\`\`sip\n${message}\n\`\`\`\n\n` },
  { name: 'quoted in a mail', write: (message) => `He wrote:\n${prefixed(message, '> ')}\n` },
  ...['+', '-'].map((sign) => ({
    name: `a patch with ${sign} before every line`,
    write: (message: string, i: number) =>
      `diff --git a/trace-${i}.log b/trace-${i}.log\n--- a/trace-${i}.log\n+++ b/trace-${i}.log\n@@ -0,0 +1,20 @@\n${prefixed(`${clock(i)} received from 192.0.2.1:5060\n\n${message}`, sign)}`,
  })),
  {
    name: 'a recording of a terminal, over two events',
    write: (message, i) =>
      [message.slice(0, 100), message.slice(100)]
        .map((text, n) => `${JSON.stringify([i + n / 8, 'o', crlf(text)])}\n`)
        .join(''),
  },
  {
    name: 'printed on paper, over two sheets',
    write: (message, i) => {
      const [above, below] = message.split(/(?<=\nFrom: .*\n|\nf: .*\n)/);
      return `${clock(i)} received\n\n${above}${'\n'.repeat(7)}2026-11-22 18:50     trace.log     Page ${i + 2}\n\n\n${below}\n`;
    },
  },
  {
    name: 'indented four blanks',
    write: (message) => `The message was\n\n${prefixed(message, '    ')}\nand nothing else.\n`,
  },
  {
    name: 'every line break doubled',
    write: (message) =>
      `Sent:\n\n${lines(message)
        .map((line) => `${line}\n\n`)
        .join('')}\n`,
  },
  {
    name: 'a bar and a level before every line',
    write: (message, i) => prefixed(message, `${clock(i)}|INFO|worker-3|sip| `),
  },
  { name: 'a container name before every line', write: (message) => prefixed(message, 'kamailio_1  | ') },
  {
    name: 'line numbers',
    write: (message) =>
      lines(message)
        .map((line, n) => `${String(n + 1).padStart(4)}: ${line}\n`)
        .join(''),
  },
  {
    name: 'quoted lines of an array',
    write: (message) =>
      `[\n${lines(message)
        .map((line) => `  "${line.replaceAll('"', '\\"')}",\n`)
        .join('')}]\n`,
    lossy: true,
  },
  { name: 'braces around', write: (message) => `SIP message sent {\n${message}\n}\n` },
  { name: 'brackets around, on lines', write: (message) => `[[${message}]]\n`, lossy: true },
  {
    name: 'a quoted field of a table',
    write: (message, i) => `${i},"udp:192.0.2.1:5060","${crlf(message).replaceAll('"', '""')}",INVITE,out\n`,
  },
  {
    name: 'aligned fields of a record',
    write: (message) =>
      `      id = 1\n  callid = x\n     msg = ${crlf(message)}\n  method = INVITE\n  fromip = udp:192.0.2.1:5060\n\n`,
  },
  {
    name: 'a record with a separator',
    write: (message) =>
      `====================\ntag: rcv\nproto: udp ipv4\nsrcip: 192.0.2.1\nsrcport: 5060\n~~~~~~~~~~~~~~~~~~~~\n${crlf(message)}`,
  },
  {
    name: 'logfmt',
    write: (message, i) =>
      `time="${clock(i)}" level=debug msg="<-- ${crlf(message).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}" peer=192.0.2.1\n`,
  },
  { name: 'HTML line breaks', write: (message) => `<td>${message.replaceAll('\n', '<br>')}</td>\n`, lossy: true },
  { name: 'pilcrows', write: (message) => `${message.replaceAll('\n', '\u00b6')}\n` },
  { name: 'control pictures', write: (message) => `${message.replaceAll('\n', '\u240d\u240a')}\n` },
  {
    name: 'Java logging, message behind a colon',
    write: (message, i) =>
      `${clock(i)} DEBUG [SipStack-1] o.e.s.TransportUdp - Received message from /192.0.2.1:5060 :\n${crlf(message)}\n`,
  },
  {
    name: 'Windows time and thread, lines behind a TAB',
    write: (message) =>
      `11/22/2026 6:48:06 PM [1A2C] INFO  Message In:\r\n${lines(message)
        .map((line) => `\t${line}\r\n`)
        .join('')}\r\n`,
  },
  {
    name: 'a log line of another part inside the head',
    write: (message) =>
      `${message.replace(/\nCSeq/, '\n[2026-11-22 18:48:06] DEBUG[9]: rtp.c: something else happened\nCSeq')}\n`,
  },
  {
    name: 'the first header line on the line of the start line',
    write: (message) => ` |${message.replace('\n', ' ').replaceAll('\n', '\n ')}\n |\n`,
  },
  {
    name: 'a dot at the end of every line, padded to one width',
    write: (message) =>
      `${lines(message)
        .map((line) => `${line}.`.padEnd(140))
        .join('\n')}\n`,
  },
  {
    name: 'a quoted field of a table behind a blank',
    write: (message, i) => `SipSvc, Recv, ${i}, "${crlf(message).replaceAll('"', '""')}"\n`,
  },
  {
    name: 'a quoted field of a table, line breaks spelt and quotes doubled',
    write: (message, i) =>
      `${i},"${clock(i)}","${crlf(message).replaceAll('"', '""').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}","192.0.2.1"\n`,
  },
  {
    name: 'a record of a database, carriage returns spelt',
    write: (message, i) =>
      `-[ RECORD ${i + 1} ]----\nid  | ${i + 1}\nraw | ${lines(message)
        .map((line, n, { length }) => (n < length - 1 ? `${`${line}\\r`.padEnd(80)}+` : `${line}\\r`))
        .join('\n    | ')}\nip  | 192.0.2.1\n`,
  },
  {
    name: 'the right pane of a terminal that shows its line characters as letters',
    write: (message) =>
      lines(`-\n${message}`)
        .map((line, n) => `${LETTER_PANE[n % LETTER_PANE.length]!.padEnd(30, n === 1 ? 'q' : ' ')}x${line}\n`)
        .join(''),
  },
  {
    name: 'JSON with its slashes escaped, as PHP writes it',
    write: (message) => `${JSON.stringify({ raw: crlf(message) }).replaceAll('/', '\\/')}\n`,
  },
  {
    name: 'a row of a table on a page for every line',
    write: (message) => `<table>\n${pageLines(message, (line) => `<tr><td>${line}</td></tr>`)}</table>\n`,
  },
  {
    name: 'a paragraph of a mail for every line',
    write: (message) => pageLines(message, (line) => `<p class="Text"><span>${line}<o:p></o:p></span></p>`),
  },
  {
    name: 'a bar at the side that begins and ends',
    write: (message, i) => {
      const last = lines(message).length - 1;
      const bar = (n: number): string => (n === 0 ? '┌' : n === last ? '└' : '│');
      return lines(message)
        .map((line, n) => `${clock(i)} INFO ${bar(n)} ${line}\n`)
        .join('');
    },
  },
  {
    name: 'the right pane of a terminal, something else in the left one',
    write: (message) =>
      lines(`-\n${message}`)
        .map((line, n) => `${(PANE[n % PANE.length] ?? '').padEnd(30)}│${line}\n`)
        .join(''),
  },
  {
    name: 'a terminal shown by `cat -v`, every line ending in two carriage returns',
    write: (message) =>
      `${lines(message)
        .map((line) => `${line}^M^M\n`)
        .join('')}^M^M\n`,
  },
  {
    name: 'lines around one that grep found, behind the name of a file',
    write: (message, i) =>
      lines(message)
        .map((line, n) => {
          const mark = n === 5 ? ':' : '-';
          return `trace-2026-11-22.data${mark}${100 * i + n + 7}${mark}${line}\n`;
        })
        .join(''),
  },
  {
    name: 'the name of the logger in parentheses behind every line',
    write: (message) =>
      lines(message)
        .map((line) => `D( 1234) ${line}  (SipStack)\n`)
        .join(''),
  },
  {
    name: 'a record a line whose text ends in a dot',
    write: (message) =>
      [...lines(message), '']
        .map((line) => `${JSON.stringify({ program: 'ngrep', text: `${line}.`, host: 'sbc1' })}\n`)
        .join(''),
  },
];

const PANE = ['top - 18:48:06 up 3 days', 'Tasks: 120 total', '%Cpu(s): 1.0 us', '', '  PID USER'];
const LETTER_PANE = ['', '    qqqqqqqqwqqqqqqqq', '    18:48:06.884490   x', '', '         qqqqqqqqqqq> x'];

const pageLines = (message: string, write: (line: string) => string): string =>
  lines(message)
    .map((line) => `${write(line.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'))}\n`)
    .join('');
