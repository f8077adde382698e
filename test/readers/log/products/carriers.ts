import {
  bothPeers,
  clock,
  crlf,
  dated,
  direction,
  eachLine,
  jsonString,
  lines,
  OWN,
  PEER,
  type ProductSample,
  peerOnly,
  pick,
  second,
  tcp,
  udp,
  xml,
} from './product-sample.ts';

/** What texts go through behind the product that wrote them: collectors, tables, pages, mails, languages and consoles. */
export const carriers: readonly ProductSample[] = [
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
    name: 'psql that draws its borders',
    write: (message, i) =>
      `${eachLine(message, (line, n) => ` ${n === 0 ? `row ${i} ` : '      '} │ ${`${line}\\r`.padEnd(130)}↵\n`)} ${' '.repeat(6)} │ \n`,
    says: () => ({}),
  },
  {
    name: 'ripgrep, the text of a line in an object beside another text',
    write: (message) =>
      eachLine(
        message,
        (line, n) =>
          `${JSON.stringify({ type: 'match', data: { path: { text: 'a.log' }, lines: { text: `${line}\r\n` }, line_number: n + 7 } })}\n`,
      ),
    says: () => ({}),
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
  },
  {
    name: 'SQL insert, line breaks as they are',
    write: (message, i) =>
      `INSERT INTO sip_trace VALUES(${i},'2026-11-22 18:48:${second(i)}','udp:${PEER}','udp:${OWN}','${crlf(message).replaceAll("'", "''")}');\n`,
    says: (i) => ({ time: `2026-11-22T18:48:${second(i)}`, source: PEER, destination: OWN, ...udp }),
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
    name: 'a Chinese console',
    write: (message, i) =>
      `2026-11-22 ${clock(i)} [main] INFO  SipLogger - ${pick(i, '接收： 来自', '发送： 目标')}--->${PEER}\n${crlf(message)}\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i) }),
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
    name: 'Kibana, CSV',
    write: (message, i) =>
      `"Nov 22, 2026 @ ${clock(i)}",sbc1,"<--- ${pick(i, 'Received SIP request (9 bytes) from', 'Transmitting SIP response (9 bytes) to')} UDP:${PEER} --->\n${message.replaceAll('"', '""')}\n"\n`,
    says: (i) => ({ ...dated(i), ...peerOnly(i), ...udp }),
    lossy: true,
  },
  {
    name: 'Markdown, start lines in bold, quoted',
    write: (message) => `${eachLine(message, (line, n) => `> ${n === 0 ? `**${line}**` : line}\n`)}> \n`,
  },
];
