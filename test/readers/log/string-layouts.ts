import type { LayoutSample } from './layouts.ts';

/** How programming languages and their debuggers print a message that a string or bytes hold, one row each. */

const crlf = (message: string): string => message.replaceAll('\n', '\r\n');
/** With every line's end, the last one perhaps without. */
const lines = (message: string): readonly string[] => crlf(message).match(/[^\n]*\n|[^\n]+$/g) ?? [];
const inDouble = (text: string): string => JSON.stringify(text).slice(1, -1);
const inSingle = (text: string): string => inDouble(text).replaceAll('\\"', '"').replaceAll("'", "\\'");
/** Bytes beyond ASCII as numbers. */
const bytes = (text: string, write: (byte: number) => string): string =>
  text.replace(/[^ -~]/g, (character) => [...Buffer.from(character)].map(write).join(''));
const octal = (text: string): string => bytes(inDouble(crlf(text)), (byte) => `\\${byte.toString(8)}`);
const hex = (text: string): string => bytes(text, (byte) => `\\x${byte.toString(16)}`);
/** A text in pieces of one length. */
const pieces = (text: string, length: number): readonly string[] =>
  text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];

/** As `%q` of Lua prints a string; versions differ in what a carriage return becomes. */
const inLua = (text: string, carriageReturn: string): string =>
  text.replaceAll(/["\\\n]/g, '\\$&').replaceAll('\r', carriageReturn);

const inSql = (text: string): string => text.replaceAll("'", "''");
const spelt = (text: string): string => crlf(text).replaceAll('\r', '\\r').replaceAll('\n', '\\n');

/** Control characters as syslog servers write them. */
const syslog = (text: string): string => crlf(text).replaceAll('\r', '#015').replaceAll('\n', '#012');

/** An element of a list as Tcl prints it. */
const inTcl = (element: string): string => (element === '' || /[\s"]/.test(element) ? `{${element}}` : element);

export const stringLayouts: readonly LayoutSample[] = [
  {
    name: 'Tcl, a list of lines in a dictionary',
    write: (m, i) =>
      `trace 179438107681${i} {peer 192.0.2.1:5060 dir in msg {${m.split('\n').map(inTcl).join(' ')}}}\n`,
  },
  { name: 'Tcl, a list of lines', write: (m) => `got {${m.trimEnd().split('\n').map(inTcl).join(' ')}}\n` },
  {
    name: 'SQL, a string that spells line breaks',
    write: (m, i) => `INSERT INTO trace VALUES (${i}, 'in', E'${inSql(spelt(m))}', 'udp', '');\n`,
  },
  {
    name: 'SQL that replaces spelt line breaks',
    write: (m, i) =>
      `INSERT INTO trace VALUES(${i},replace(replace('${inSql(spelt(m))}','\\r',char(13)),'\\n',char(10)),'in');\n`,
  },
  {
    name: 'a field in quotes that leaves the quotes of the message as they are',
    write: (m, i) => `18:48:0${i} Level="INFO" Detail="${crlf(m).replaceAll(/\r\n/g, '^M')}"\n`,
  },
  {
    name: 'gdb, an argument',
    write: (m, i) => `#${i}  0x00a3 in receive_msg (buf=0x7f40 "${octal(m)}", len=7) at receive.c:210\n`,
  },
  { name: 'gdb, an array', write: (m, i) => `$${i} = "${octal(m)}", '\\000' <repeats 1234 times>\n` },
  {
    name: 'gdb, a string over several lines',
    write: (m, i) =>
      `$${i} = ${lines(m)
        .map((line) => `"${inDouble(line)}"`)
        .join('\n     ')}\n`,
  },
  { name: 'strace', write: (m) => `recvfrom(5, "${octal(m)}", 65535, 0, NULL, NULL) = 7\n` },
  { name: 'Python, bytes', write: (m) => `data=b'${hex(inSingle(crlf(m)))}' addr=('192.0.2.1', 5060)\n` },
  {
    name: 'Python, bytes over several lines',
    write: (m) =>
      `(${lines(m)
        .map((line) => `b'${hex(inSingle(line))}'`)
        .join('\n ')})\n`,
  },
  {
    name: 'Python, a string over several lines, in a dictionary',
    write: (m) =>
      `{'data': ${lines(m)
        .map((line) => `'${inSingle(line)}'`)
        .join('\n         ')},\n 'size': 7}\n`,
  },
  {
    name: 'Python, bytes that pprint broke at a width of its own, each with quotes of its own',
    write: (m) =>
      `DEBUG:sip.net:RX\n{'len': 7,\n 'data': ${pieces(crlf(m), 57)
        .map((piece) =>
          piece.includes("'") && !piece.includes('"') ? `b"${inDouble(piece)}"` : `b'${hex(inSingle(piece))}'`,
        )
        .join('\n         ')},\n 'peer': ('192.0.2.1', 5060)}\n`,
  },
  {
    name: 'JavaScript, a string broken at a width of its own',
    write: (m) =>
      `  text: ${pieces(crlf(m), 64)
        .map((piece) => `'${inSingle(piece)}'`)
        .join(' +\n    ')},\n`,
  },
  {
    name: 'Lua, carriage returns in decimal and a backslash before line feeds',
    write: (m) => `[info] received "${inLua(crlf(m), '\\13')}"\n`,
  },
  {
    name: 'Lua 5.1, carriage returns as \\r and a backslash before line feeds',
    write: (m) => `[info] received "${inLua(crlf(m), '\\r')}"\n`,
  },
  {
    name: 'Python, a list of bytes',
    write: (m) =>
      `[${lines(m)
        .map((line) => `b'${hex(inSingle(line))}'`)
        .join(', ')}]\n`,
  },
  { name: 'Erlang, a binary', write: (m) => `{udp,#Port<0.7>,{192,0,2,1},5060,<<"${inDouble(crlf(m))}">>}\n` },
  {
    name: 'Erlang, a list',
    write: (m) =>
      `[${lines(m)
        .map((line) => `<<"${inDouble(line)}">>`)
        .join(',')}]\n`,
  },
  {
    name: 'Erlang, a list over several lines',
    write: (m) =>
      `[${lines(m)
        .map((line) => `<<"${inDouble(line)}">>`)
        .join(',\n ')}]\n`,
  },
  {
    name: 'Ruby, a string over several lines',
    write: (m) =>
      `=> ${lines(m)
        .map((line) => `"${inDouble(line)}"`)
        .join(' +\n   ')}\n`,
  },
  ...[' + ', ' . ', ' .. '].map((joint) => ({
    name: `strings joined on one line with${joint.trimEnd()}`,
    write: (m: string) =>
      `2026-11-29T13:50:37.123Z sip:wire send ${lines(m)
        .map((line) => `'${inSingle(line)}'`)
        .join(joint)} to 192.0.2.1\n`,
  })),
  {
    name: 'rsyslog, control characters in octal and then JSON with slashes escaped',
    write: (m) =>
      `{"host":"gw1", "app":"proxy", "message":" NOTICE: from 192.0.2.1: ${inDouble(syslog(m)).replaceAll('/', '\\/')}"}\n`,
  },
  {
    name: 'syslog-ng, control characters in octal and then JSON',
    write: (m) => `{"PROGRAM":"proxy","MESSAGE":"<script>: from 192.0.2.1: [${inDouble(syslog(m))}]","HOST":"gw1"}\n`,
  },
  {
    name: 'names of control characters and then JSON',
    write: (m) => `{"log":"${inDouble(crlf(m).replaceAll('\r\n', '<CR><LF>'))}","time":"2026-11-22"}\n`,
  },
  { name: 'Rust, bytes', write: (m) => `Packet { from: 192.0.2.1:5060, data: Bytes(b"${hex(inDouble(crlf(m)))}") }\n` },
  {
    name: 'an object of several lines for each line, its members in any order',
    write: (m) =>
      lines(m)
        .map((line, i) => {
          const said = `"TEXT" : ${JSON.stringify(line.replace('\r\n', ''))}`;
          const others = [`"UNIT" : "edge"`, `"SEQ" : "${i}"`, `"LEVEL" : "6"`];
          const members = [...others.slice(0, i % 4), said, ...others.slice(i % 4)];
          return `{\n\t${members.join(',\n\t')}\n}\n`;
        })
        .join(''),
  },
];
