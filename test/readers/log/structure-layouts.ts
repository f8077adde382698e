import type { LayoutSample } from './layouts.ts';

/** How programs print a message that they parsed: its start line as one value, its header fields as members beside it. */

interface Parsed {
  readonly startLine: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

function parsed(message: string): Parsed {
  const [head = '', body = ''] = message.split('\n\n', 2);
  const [startLine = '', ...headerLines] = head.split('\n');
  const fields = headerLines.map(
    (line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const,
  );
  return { startLine, fields, body };
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const python = (text: string): string =>
  text.includes("'") ? `"${text.replaceAll('"', '\\"')}"` : `'${text.replaceAll('\n', '\\n')}'`;
const snake = (name: string): string => (name.length > 1 ? name.toLowerCase().replaceAll('-', '_') : name);
/** A value as a program prints what it took apart, on one line. */
function inParts(name: string, value: string): string {
  const [, transport, host, port, more = ''] = /^SIP\/2\.0\/(\w+) ([\w.]+):(\d+);(.+)$/.exec(value) ?? [];
  if (host) {
    const parameters = more.split(';').map((one) => one.split('='));
    const members = parameters.map(([key, of]) => `, '${key}': ${of === undefined ? 'None' : `'${of}'`}`);
    return `[{'type': 'SIP/2.0/${transport}', 'address': ('${host}', ${port})${members.join('')}}]`;
  }
  const [, uri, tag] = /^<([^>]+)>;tag=(\w+)$/.exec(value) ?? [];
  if (tag) return `{'display-name': '', 'uri': '${uri}', 'host': '192.0.2.1', 'port': 5060, 'tag': '${tag}'}`;
  const [, number, method] = /^(\d+) ([A-Z]+)$/.exec(value) ?? [];
  if (method) return `{'check': ${number}, 'method': '${method}'}`;
  return name === 'Allow' ? `['${value.split(', ').join("', '")}']` : value;
}
const asJson = (message: string) => {
  const { startLine, fields, body } = parsed(message);
  return {
    time: '2026-11-22T18:48:06.123Z',
    from: '192.0.2.1:5060',
    startLine,
    headers: Object.fromEntries(fields),
    body,
  };
};

export const structureLayouts: readonly LayoutSample[] = [
  { name: 'JSON, an object a line', write: (m) => `${JSON.stringify(asJson(m))}\n` },
  { name: 'JSON, over several lines', write: (m) => `${JSON.stringify(asJson(m), undefined, 2)}\n` },
  {
    name: 'JSON, a list of objects',
    write: (m, i) => `${i === 0 ? '[' : ''}${JSON.stringify(asJson(m), undefined, 4)}${i === 5 ? ']' : ','}\n`,
  },
  {
    name: 'JSON, lists of values',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const headers = Object.fromEntries(fields.map(([name, value]) => [name, [value]]));
      return `sip.recv ${JSON.stringify({ request: { line: startLine }, headers, body })} done\n`;
    },
  },
  {
    name: 'JSON, names and values',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      return `${JSON.stringify({ startLine, headers: fields.map(([name, value]) => ({ name, value })), body })}\n`;
    },
  },
  {
    name: 'JSON, pairs',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      return `${JSON.stringify({ startLine, headers: fields, body })}\n`;
    },
  },
  {
    name: 'Python, a dictionary with names of its own',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `'${snake(name)}': ${python(value)}`).join(',\n             ');
      return `{'first_line': '${startLine}',\n 'headers': {${members}},\n 'body': ${python(body)}}\n`;
    },
  },
  {
    name: 'Go, a map of lists in a structure',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `"${name}":[]string{${JSON.stringify(value)}}`).join(', ');
      return `sip.Message{Line:"${startLine}", Header:map[string][]string{${members}}, Body:${JSON.stringify(body)}}\n`;
    },
  },
  {
    name: 'XML, an element a header field',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const elements = fields.map(([name, value]) => `    <${name}>${xml(value)}</${name}>\n`).join('');
      return `<message>\n  <startLine>${startLine}</startLine>\n  <headers>\n${elements}  </headers>\n  <body>${xml(body)}</body>\n</message>\n`;
    },
  },
  {
    name: 'XML, names and values as attributes',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const elements = fields.map(([name, value]) => `<header name="${name}" value="${xml(value)}"/>`).join('\n');
      return `<message startLine="${startLine}" length="7">\n${elements}\n<body><![CDATA[${body}]]></body></message>\n`;
    },
  },
  {
    name: 'YAML',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `    ${name}: ${JSON.stringify(value)}\n`).join('');
      return `- start_line: ${startLine}\n  headers:\n${members}  body: ${JSON.stringify(body)}\n`;
    },
  },
  {
    name: 'YAML, lists of values',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `    ${name}:\n    - ${JSON.stringify(value)}\n`).join('');
      return `- start_line: "${startLine}"\n  headers:\n${members}  body: ${JSON.stringify(body)}\n`;
    },
  },
  {
    name: 'Lua, a table',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `["${name}"] = ${JSON.stringify(value)}`).join(', ');
      return `{ line = "${startLine}", headers = {${members}}, body = ${JSON.stringify(body)} }\n`;
    },
  },
  {
    name: 'Erlang, pairs of binaries',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `{<<"${name}">>,<<${JSON.stringify(value)}>>}`).join(',');
      return `{sipmsg,<<"${startLine}">>,[${members}],[{<<"body">>,<<${JSON.stringify(body)}>>}]}\n`;
    },
  },
  {
    name: 'Rust, a list of tuples',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `("${name}", ${JSON.stringify(value)})`).join(', ');
      return `got Message { line: "${startLine}", headers: Headers([${members}]), body: ${JSON.stringify(body)} }\n`;
    },
  },
  {
    name: 'a protocol buffer as text',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `  header { name: "${name}" value: ${JSON.stringify(value)} }\n`);
      return `packet {\n  start_line: "${startLine}"\n${members.join('')}  body: ${JSON.stringify(body)}\n}\n`;
    },
  },
  {
    name: 'sqlite3, a column a line',
    write: (m, i) =>
      `      id = ${i}\n     src = 192.0.2.1:5060\n payload = ${m.trimEnd().split('\n').join('\n')}\n\n\n`,
  },
  {
    name: 'TOML',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`);
      return `[[message]]\nstart = "${startLine}"\n[message.headers]\n${members.join('')}body = ${JSON.stringify(body)}\n`;
    },
  },
  {
    name: 'PHP, print_r',
    lossy: true,
    write: (m) => {
      const { startLine, fields } = parsed(m);
      const members = fields.map(([name, value]) => `            [${name}] => ${value}\n`);
      return `Array\n(\n    [line] => ${startLine}\n    [headers] => Array\n        (\n${members.join('')}        )\n\n)\n`;
    },
  },
  {
    name: 'sections with names, the values as they were received',
    write: (m, i) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `${name}: ${value}\n`).join('');
      return `${i % 2 === 0 ? 'Received UDP message:' : 'Sent:'}\n${startLine}\n\nHeaders:\n${members}\n${body === '' ? '' : `Body:\n${body}\n`}`;
    },
  },
  {
    name: 'sections with names between dashes, indented, behind a word',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `    ${name} : ${value}\n`).join('');
      return `got ${startLine}\n  --- SIP Headers ---\n${members}${body === '' ? '' : `  --- SIP Body ---\n${body}`}\n`;
    },
  },
  {
    name: 'sections with names, the parts of the values as dictionaries and lists of Python',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(([name, value]) => `${name}: ${inParts(name, value)}\n`).join('');
      const lines = body.trimEnd().split('\n');
      const lists = lines.map((line) => `${line[0]}: ['${line.slice(2).split(' ').join("', '")}']\n`).join('');
      return `SENT:\n${startLine}\n\nHeaders:\n${members}\n${body === '' ? '' : `Body:\n${lists}\n`}Done\n`;
    },
  },
  {
    name: 'YAML, the parts of the values as mappings and lists on one line',
    write: (m) => {
      const { startLine, fields, body } = parsed(m);
      const members = fields.map(
        ([name, value]) =>
          `    ${name}: ${inParts(name, value).replace(/^[[{].*/, (parts) => parts.replaceAll("'", '"'))}\n`,
      );
      return `- start_line: ${startLine}\n  headers:\n${members.join('')}  body: ${JSON.stringify(body)}\n`;
    },
  },
];
