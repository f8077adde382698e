/** What a log says of a message, how it writes the message, and what a tool does to the lines of the log. */

export interface Sent {
  readonly text: string;
  readonly isOut: boolean;
  readonly peer: string;
  readonly own: string;
  /** As `18:48:06.884`. */
  readonly clock: string;
}

export interface Told {
  readonly time: string;
  readonly direction: 'in' | 'out';
  readonly source?: string;
  readonly destination?: string;
}

interface Head {
  readonly lines: (sent: Sent) => readonly string[];
  readonly tells: (sent: Sent) => Told;
}

const DAY = '2026-11-22';
const words = ({ isOut }: Sent, out: string, into: string): string => (isOut ? out : into);
const directionOf = (sent: Sent): 'in' | 'out' => (sent.isOut ? 'out' : 'in');

const tellsPeer = (sent: Sent): Told => ({
  time: `${DAY}T${sent.clock}`,
  direction: directionOf(sent),
  [sent.isOut ? 'destination' : 'source']: sent.peer,
});
const tellsBoth = (sent: Sent): Told => ({
  time: `${DAY}T${sent.clock}`,
  direction: directionOf(sent),
  source: sent.isOut ? sent.own : sent.peer,
  destination: sent.isOut ? sent.peer : sent.own,
});

/** The lines above a message, and what they tell. */
export const heads: Readonly<Record<string, Head>> = {
  'words behind a level': {
    lines: (m) => [`${DAY} ${m.clock} DEBUG [main] SipStack - ${words(m, 'Sent to', 'Received from')} ${m.peer}/UDP:`],
    tells: tellsPeer,
  },
  'an arrow of three signs': {
    lines: (m) => [`${DAY} ${m.clock} ${words(m, '>>>', '<<<')} ${m.peer}`],
    tells: tellsPeer,
  },
  'words in brackets': {
    lines: (m) => [`[${DAY}T${m.clock}] [${words(m, 'SEND', 'RECV')}] [${m.peer}]`],
    tells: tellsPeer,
  },
  'fields with an equals sign': {
    lines: (m) => [
      `time="${DAY}T${m.clock}" level=debug msg="${words(m, 'tx', 'rx')}" remote=${m.peer} local=${m.own}`,
    ],
    tells: tellsBoth,
  },
};

type Write = (head: readonly string[], message: string) => readonly string[];

const spelt = (message: string): string => message.replaceAll('\n', '\\r\\n');
const inPage = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const doubled = (text: string): string => text.replaceAll('"', '""');
const linesOf = (message: string): readonly string[] => message.replace(/\n$/, '').split('\n');

/** How a log writes a message below or behind what it says of it. */
export const encodings: Readonly<Record<string, Write>> = {
  'lines of their own': (head, message) => [...head, ...linesOf(message), ''],
  'indented lines': (head, message) => [...head, ...linesOf(message).map((line) => `    ${line}`)],
  'lines in braces': (head, message) => [...head, '{', ...linesOf(message).map((line) => `  ${line}`), '}'],
  'lines in a fence': (head, message) => [...head, '```', ...linesOf(message), '```', ''],
  'a dot behind every line': (head, message) => [...head, ...linesOf(message).map((line) => `${line}.`), ''],
  'spelt line breaks': (head, message) => [`${head.join(' ')} ${spelt(message)}`],
  'rows of a dump': (head, message) => [...head, ...hexRows(message), ''],
  'a string of JSON with the head': (head, message) => [
    JSON.stringify({ level: 'info', msg: `${head.join('\n')}\r\n${message.replaceAll('\n', '\r\n')}` }),
  ],
  'a row of commas': (head, message) => `7,"${doubled(head.join(' '))}","${doubled(message)}"`.split('\n'),
  'an element of a page': (head, message) =>
    `<record><info>${inPage(head.join(' '))}</info><message>${inPage(message)}</message></record>`.split('\n'),
};

/** Rows of sixteen bytes, as `hexdump -C` prints them. */
function hexRows(message: string): readonly string[] {
  const bytes = [...Buffer.from(message.replaceAll('\n', '\r\n'))];
  return Array.from({ length: Math.ceil(bytes.length / 16) }, (_, row) => {
    const own = bytes.slice(16 * row, 16 * row + 16);
    const codes = own.map((byte) => byte.toString(16).padStart(2, '0'));
    const shown = own.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    const halves = [codes.slice(0, 8), codes.slice(8)].map((half) => half.join(' ').padEnd(23));
    return `${(16 * row).toString(16).padStart(8, '0')}  ${halves.join('  ')}  |${shown}|`;
  });
}

type Carry = (lines: readonly string[]) => readonly string[];

const each =
  (carry: (line: string, n: number) => string): Carry =>
  (lines) =>
    lines.map(carry);

/** What a tool made of the lines, none of them with a time of its own. */
export const carriers: Readonly<Record<string, Carry>> = {
  nothing: (lines) => lines,
  compose: each((line) => `app-1  | ${line}`),
  'docker, without its times': each((line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout' })),
  'a log shipper': each((line) => JSON.stringify({ message: line, host: { name: 'edge' } })),
  'a quoted mail': each((line) => `> ${line}`),
  'cat -n': each((line, n) => `${String(n + 1).padStart(6)}\t${line}`),
  'cat -A': each((line) => `${line}$`),
  diff: each((line) => `+${line}`),
  'a terminal': each((line) => `\u001b[32m${line}\u001b[0m`),
  'jq -R': each((line) => JSON.stringify(line)),
  'jq -R, of lines with a carriage return': each((line) => JSON.stringify(`${line}\r`)),
  'jq -Rs': (lines) => [JSON.stringify(`${lines.join('\n')}\n`)],
  'a ticket': (lines) => [JSON.stringify({ id: 7, body: `${lines.join('\r\n')}\r\n` })],
  'rows of commas': each((line, n) => `${n},"${doubled(line)}"`),
  'a chat that doubles line breaks': (lines) => lines.flatMap((line) => [line, '']),
  'a page': (lines) => ['<pre>', ...lines.map(inPage), '</pre>'],
};
