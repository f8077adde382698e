import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { methodOf, statusOf, valueOf } from '../../../server/src/sip/fields.ts';
import { enclosedLayouts } from './marked-layouts.ts';
import { sampleFacts, sampleMessages } from './sample-messages.ts';
import { stringLayouts } from './string-layouts.ts';
import { structureLayouts } from './structure-layouts.ts';

/** What wrote a log, and what it went through before somebody read it: every one of the first through each of the second. */
type Way = (lines: readonly string[]) => readonly string[];

const onOneLine =
  (write: (message: string) => string): Way =>
  (lines) => [write(`${lines.join('\r\n')}\r\n`)];
const clock = (n: number): string => `2026-11-22T18:48:06.${String(100 + n)}`;
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

const written: Readonly<Record<string, Way>> = {
  'lines of their own': (lines) => lines,
  'a line that tells of the message': (lines) => ['recv 500 bytes from udp/192.0.2.1:5060:', ...lines],
  'a time before every line': (lines) => lines.map((line, n) => `${clock(n)} DEBUG sip: ${line}`),
  'a bar before every line': (lines) => lines.map((line) => `sip| ${line}`),
  'indented lines': (lines) => lines.map((line) => `    ${line}`),
  'a dot behind every line': (lines) => lines.map((line) => `${line}.`),
  'a spelt return behind every line': (lines) => lines.map((line) => `${line}^M`),
  'coloured lines': (lines) => lines.map((line) => `\u001b[32m${line}\u001b[0m`),
  'numbered lines': (lines) => lines.map((line, n) => `${String(n + 1).padStart(5)}  ${line}`),
  'lines around one that grep found': (lines) =>
    lines.map((line, n) => `a.log${n ? '-' : ':'}${n + 7}${n ? '-' : ':'}${line}`),
  'a string of JSON': onOneLine((message) => JSON.stringify({ ts: clock(1), msg: message, src: '192.0.2.1:5060' })),
  'a line of a syslog': onOneLine(
    (message) => `Nov 22 18:48:06 h kamailio[9]: RX: ${message.replaceAll('\r', '#015').replaceAll('\n', '#012')}`,
  ),
  'bytes of Python': onOneLine(
    (message) => `DEBUG:sip:data b'${escaped(message).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
  ),
  'an object, a member a header field': onOneLine((message) => {
    const [startLine = '', ...fields] = message.split('\r\n\r\n')[0]?.split('\r\n') ?? [];
    const headers = fields.map((field) => [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 2)]);
    return JSON.stringify({ startLine, headers: Object.fromEntries(headers) });
  }),
  'a call that strace shows': onOneLine((message) => `recvfrom(7, "${escaped(message)}", 65535, 0, NULL, NULL) = 512`),
};

const record =
  (recordOf: (line: string, n: number) => object): Way =>
  (lines) =>
    lines.map((line, n) => JSON.stringify(recordOf(line, n)));
const html = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const broken = (line: string, width: number): readonly string[] =>
  line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''];

const carried: Readonly<Record<string, Way>> = {
  nothing: (lines) => lines,
  docker: record((line, n) => ({ log: `${line}\n`, stream: 'stdout', time: `${clock(n)}Z` })),
  'a log shipper': record((line, n) => ({ '@timestamp': clock(n), message: line, host: { name: 'h' } })),
  journald: (lines) => lines.map((line) => `Nov 22 18:48:06 host app[123]: ${line}`),
  containerd: (lines) => lines.map((line, n) => `${clock(n)}Z stdout F ${line}`),
  compose: (lines) => lines.map((line) => `app-1  | ${line}`),
  'a quoted mail': (lines) => lines.map((line) => `> ${line}`),
  'a fence': (lines) => ['```', ...lines, '```'],
  'an indented block': (lines) => lines.map((line) => `    ${line}`),
  'a page': (lines) => ['<pre>', ...lines.map(html), '</pre>'],
  'a page, a break behind every line': (lines) => lines.map((line) => `${html(line)}<br>`),
  'cat -v': (lines) => lines.map((line) => `${line.replaceAll('\u001b', '^[')}^M`),
  'a terminal of 80 columns': (lines) => lines.flatMap((line) => broken(line, 80)),
  'a terminal of 120 columns': (lines) => lines.flatMap((line) => broken(line, 120)),
  nl: (lines) => lines.map((line, n) => `${String(n + 1).padStart(6)}\t${line}`),
  'grep -n': (lines) => lines.map((line, n) => `${n + 1}:${line}`),
  'a chat that doubles line breaks': (lines) => lines.flatMap((line) => [line, '']),
  Windows: (lines) => lines.map((line) => `${line}\r`),
  'a box': (lines) => lines.map((line) => `\u2502 ${line.padEnd(118)} \u2502`),
};

/** What carries every line for itself, or all of them in one string, in whatever layout they are. */
const carriers: Readonly<Record<string, Way>> = {
  docker: carried['docker']!,
  'a log shipper': carried['a log shipper']!,
  'a string of JSON': (lines) => [JSON.stringify({ ts: clock(1), log: lines.join('\n') })],
  'a list of strings': (lines) => ['[', ...lines.map((line) => `  ${JSON.stringify(line)},`), ']'],
  'rows of commas': (lines) => lines.map((line, n) => `"${clock(n)}","host","${line.replaceAll('"', '""')}"`),
  journald: carried['journald']!,
  'a string a line': (lines) => lines.map((line) => JSON.stringify(line)),
  'a string a line, with a carriage return': (lines) => lines.map((line) => JSON.stringify(`${line}\r`)),
  'one string': (lines) => [JSON.stringify(lines.join('\n'))],
  'a command line': (lines) => lines.map((line) => `console.log ${line}`),
};

const messages = sampleMessages.slice(0, 3);

/** What a log says of its messages: the method or the code, Call-ID and CSeq. */
function factsIn(lines: readonly string[]): readonly unknown[] {
  const { text, frames } = analyse(`${lines.join('\n')}\n`, { name: 'trace.log' });
  return frames.map((frame) => {
    const { message } = placedMessage(text, frame);
    return [String(statusOf(message) ?? methodOf(message)), valueOf(message, 'Call-ID'), valueOf(message, 'CSeq')];
  });
}

suite('a log that was written in one way and carried in another', () => {
  for (const [writer, write] of Object.entries(written)) {
    for (const [carrier, carry] of Object.entries(carried)) {
      test(`${writer}, through ${carrier}`, () => {
        const log = messages
          .slice(0, 2)
          .flatMap((message) => carry(['begins', ...write(message.replace(/\n$/, '').split('\n')), 'ends']));
        assert.deepEqual(factsIn(log), sampleFacts.slice(0, 2));
      });
    }
  }
});

suite('a log in any layout, its lines carried by a tool', () => {
  for (const { name, write } of [...structureLayouts, ...stringLayouts, ...enclosedLayouts]) {
    for (const [carrier, carry] of Object.entries(carriers)) {
      test(`${name}, through ${carrier}`, () => {
        const lines = messages.map(write).join('').replace(/\n$/, '').split('\n');
        assert.deepEqual(factsIn(carry(['begins', ...lines, 'ends'])), sampleFacts.slice(0, 3));
      });
    }
  }
});
