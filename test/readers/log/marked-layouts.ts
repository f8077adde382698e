import type { LayoutSample } from './layouts.ts';

/** What programs put among the words of a message for the eye, and what they put around all of it, one row each. */

const lines = (message: string): readonly string[] => message.trimEnd().split('\n');
const eachLine = (message: string, write: (line: string) => string): string =>
  `${lines(message).map(write).join('\n')}\n\n`;
const colouredNames = (message: string, set: string, reset: string): string =>
  message.replace(/^(SIP\/2\.0 )?(\w+)/, `$1${set}$2${reset}`).replace(/^([\w-]+)(?=:)/gm, `${set}$1${reset}`);

/** How logs write an escape character, and one that a page lost. */
const escapes = ['\u001b', '\u241b', '^[', '#033', '\\x1b', '\\u001b', '\\033', '\\e', ''];
const nameOf = (escape: string): string => (escape === '\u001b' ? 'as it is' : escape || 'lost');

const colours: readonly LayoutSample[] = escapes.flatMap((escape) => [
  {
    name: `coloured lines, the escape character ${nameOf(escape)}`,
    write: (m) => eachLine(m, (line) => `${escape}[1;32m${line}${escape}[0m`),
  },
  {
    name: `coloured names, the escape character ${nameOf(escape)}`,
    write: (m) => `${colouredNames(m, `${escape}[34m`, `${escape}[39m`)}\n`,
  },
  {
    name: `coloured words, and blanks between them, the escape character ${nameOf(escape)}`,
    write: (m) =>
      eachLine(m, (line) => line.replace(/ +|[^ ]+/g, (part) => `${escape}[0m${escape}[36m${part}${escape}[0m`)),
  },
  {
    name: `a coloured prefix, the escape character ${nameOf(escape)}`,
    write: (m, i) => eachLine(m, (line) => `${escape}[36mproxy-${i}  |${escape}[0m ${line}`),
  },
]);

/** What `grep --color=always` puts around all that it found. */
const found = (message: string, sought: RegExp): string =>
  `${message.replace(sought, '\u001b[01;31m\u001b[K$&\u001b[m\u001b[K')}\n`;

const searched: readonly LayoutSample[] = [
  { name: 'methods and versions that grep found', write: (m) => found(m, /^(?:[A-Z]+(?= )|SIP\/2\.0)/gm) },
  { name: 'names of the protocol that grep found', write: (m) => found(m, /SIP/gi) },
  { name: 'hosts that grep found', write: (m) => found(m, /(?<=@)[\w.-]+/g) },
  {
    name: 'lines that grep found, in a file with colours for its name and numbers',
    write: (m) =>
      eachLine(
        found(m, /Call-ID/g),
        (line) => `\u001b[35m\u001b[Ksip.log\u001b[m\u001b[K\u001b[36m\u001b[K:\u001b[m\u001b[K${line}`,
      ),
  },
];

const addresses = /[\w.-]+@[\w.-]+\w/g;
const linked = (message: string, link: string): string => `${message.replace(addresses, link)}\n`;

const links: readonly LayoutSample[] = [
  { name: 'links of Markdown', write: (m) => linked(m, '[$&](mailto:$&)') },
  {
    name: 'links of Markdown around whole URIs, that lead nowhere',
    write: (m) => `The call:\n\n${m.replace(/sips?:[^\s;>]+/g, '[$&](about:blank)')}\n`,
  },
  { name: 'links of a tracker', write: (m) => linked(m, '[$&|mailto:$&]') },
  { name: 'links of a chat', write: (m) => linked(m, '<mailto:$&|$&>') },
  { name: 'links of a mail', write: (m) => linked(m, '$&<mailto:$&>') },
  {
    name: 'links of a page',
    write: (m) => linked(m.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), '<a href="mailto:$&">$&</a>'),
  },
  {
    name: 'coloured words of a page',
    write: (m) =>
      `${colouredNames(m.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), '<span style="color:#0a0">', '</span>')}\n`,
  },
  { name: 'links of a terminal', write: (m) => linked(m, '\u001b]8;;sip:$&\u001b\\$&\u001b]8;;\u001b\\') },
  { name: 'bold names', write: (m) => `${m.replace(/^[\w-]+:/gm, '**$&**')}\n` },
  {
    name: 'colours in a string of JSON',
    write: (m) => `${JSON.stringify({ msg: colouredNames(m, '\u001b[34m', '\u001b[0m').replaceAll('\n', '\r\n') })}\n`,
  },
  {
    name: 'colours in a string a line',
    write: (m) =>
      lines(m)
        .map((line) => `${JSON.stringify({ log: `\u001b[36mDEBUG\u001b[0m ${line}\r\n`, stream: 'stdout' })}\n`)
        .join(''),
  },
];

export const markedLayouts: readonly LayoutSample[] = [...colours, ...searched, ...links];

/** Opened before the start line, closed behind the last line. */
const pairs: readonly (readonly [string, string])[] = [
  ['```', '```'],
  ['"""', '"""'],
  ['"', '"'],
  ["'", "'"],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['[[', ']]'],
  ['<![CDATA[', ']]>'],
  ['<pre>', '</pre>'],
  ['<pre class="log"><code>', '</code></pre>'],
  ['[code]', '[/code]'],
  ['{noformat}', '{noformat}'],
  ['{code:java}', '{code}'],
  ['\u201c', '\u201d'],
];

export const enclosedLayouts: readonly LayoutSample[] = pairs.flatMap(([opened, closed]) => [
  { name: `${opened} ${closed} around a message`, write: (m) => `${opened}${m.trimEnd()}${closed}\n\n` },
  { name: `words and ${opened} ${closed} around a message`, write: (m) => `got ${opened}${m.trimEnd()}${closed}.\n\n` },
]);
