import type { LayoutSample } from './layouts.ts';

/** How tools break the lines of a text at a width of their own, one row each. */

/** In pieces of a width; the first one has room for what stands before it. */
function pieces(line: string, width: number, room = width): readonly string[] {
  const parts = [line.slice(0, room)];
  for (let at = room; at < line.length; at += width) parts.push(line.slice(at, at + width));
  return parts;
}

/** At the last blank that leaves a line no wider; a word that is longer has a line of its own. */
function atBlanks(line: string, width: number): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  for (;;) {
    const last = rest.lastIndexOf(' ', width);
    const blank = rest.length <= width ? -1 : last > 0 ? last : rest.indexOf(' ');
    if (blank < 0) return [...parts, rest];
    parts.push(rest.slice(0, blank));
    rest = rest.slice(blank + 1);
  }
}

const eachLine = (text: string, write: (line: string) => string): string => text.split('\n').map(write).join('\n');
const broken = (text: string, width: number): string => eachLine(text, (line) => pieces(line, width).join('\n'));
const hung = (text: string, width: number, lead: string, tail = ''): string =>
  eachLine(text, (line) =>
    pieces(line, width - lead.length - tail.length, width - tail.length).join(`${tail}\n${lead}`),
  );
const told = (message: string, index: number): string =>
  `18:48:0${index}.123 UDP 192.0.2.1:5060 -> 192.0.2.2:5060\n${message}\n`;
const record = (index: number): string => `Nov 22 18:48:0${index} sbc1 sipd[77]: `;
const crlf = (message: string): string => message.replaceAll('\n', '\r\n');

export const wrappedLayouts: readonly LayoutSample[] = [
  ...[80, 90, 100, 132].map((width) => ({
    name: `a terminal of ${width} columns`,
    write: (message: string, i: number) => broken(told(message, i), width),
  })),
  { name: 'a terminal of 80 columns, CRLF', write: (message, i) => crlf(broken(told(message, i), 80)) },
  {
    name: 'a terminal of 80 columns, a record’s head before every line',
    write: (message, i) =>
      `${broken(
        eachLine(message.trimEnd(), (line) => record(i) + line),
        80,
      )}\n${record(i)}\n`,
  },
  {
    name: 'a screen of 80 columns, every line filled with blanks',
    write: (message, i) => eachLine(broken(told(message, i), 80), (line) => line.padEnd(80)),
  },
  {
    name: 'a screen of 80 columns in a box',
    write: (message) =>
      `┌${'─'.repeat(78)}┐\n${eachLine(broken(message, 76), (line) => `│ ${line.padEnd(76)} │`)}\n└${'─'.repeat(78)}┘\n`,
  },
  {
    name: 'a quotation broken again at 76 columns',
    write: (message) => `He wrote:\n${eachLine(broken(message, 74), (line) => `> ${line}`)}\n`,
  },
  { name: 'lines that go on are indented', write: (message, i) => hung(told(message, i), 80, '  ') },
  { name: 'lines that go on have an arrow', write: (message, i) => hung(told(message, i), 80, '\u21aa ') },
  { name: 'a backslash before every break', write: (message, i) => hung(told(message, i), 80, '', '\\') },
  {
    name: 'a string of YAML, broken at blanks or between words behind a backslash',
    write: (message) =>
      `- payload: ${JSON.stringify(crlf(message))
        .match(/.{60,90}?(?:(?<!\\\\)(?=\\\\[rn])|(?<![\\\\ ])(?=[^\\\\ ]))|.+$/g)
        ?.join('\\\n    ')}\n`,
  },
  {
    name: 'a pager that numbers lines, but not those that go on',
    write: (message) =>
      `${message
        .trimEnd()
        .split('\n')
        .flatMap((line, n) => pieces(line, 72).map((part, k) => `${(k ? '' : String(n + 1)).padStart(7)} ${part}`))
        .join('\n')}\n\n`,
  },
  ...[72, 76].map((width) => ({
    name: `a mail program that breaks at blanks before column ${width}`,
    write: (message: string, i: number) => eachLine(told(message, i), (line) => atBlanks(line, width).join('\n')),
  })),
  {
    name: 'a mail whose lines flow (RFC 3676)',
    write: (message, i) => eachLine(told(message, i), (line) => atBlanks(line, 76).join(' \n')),
  },
  {
    name: 'a record on one line, #015#012, on a terminal of 80 columns',
    write: (message, i) => `${broken(`${record(i)}RX ${message.replaceAll('\n', '#015#012')}`, 80)}\n`,
  },
  {
    name: 'a string on one line, on a terminal of 120 columns',
    write: (message, i) => `${broken(JSON.stringify({ at: `18:48:0${i}`, message: crlf(message) }), 120)}\n`,
  },
];
