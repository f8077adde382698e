import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../../server/src/analysis.ts';
import { methodOf, statusOf, valueOf } from '../../../../server/src/sip/fields.ts';
import { sampleFacts, sampleMessages } from '../sample-messages.ts';

const trace = sampleMessages
  .map((message, i) => `2026-11-22 18:48:0${i}.123 received from 192.0.2.1:5060\n\n${message}\n\n`)
  .join('')
  .split('\n');

const numbered = (line: string, i: number): string => `${String(i + 1).padStart(5)}\t${line}`;
const sheetsOf = (lines: readonly string[], length: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(lines.length / length) }, (_, i) => lines.slice(i * length, (i + 1) * length));

/** As `pr` prints a text. */
const printed = (lines: readonly string[], length: number, end: string): string =>
  sheetsOf(lines, length)
    .map(
      (sheet, i) =>
        `\n\n2026-11-22 18:50                    trace.log                    Page ${i + 1}\n\n\n${sheet.join('\n')}\n${end}`,
    )
    .join('');

/** As documents of plain text have their pages, filled with empty lines. */
const paged = (length: number): string =>
  sheetsOf(trace, length)
    .map(
      (sheet, i) =>
        `${sheet.map((line) => `   ${line}`.trimEnd()).join('\n')}\n\n\nAlice & Bob             Informational             [Page ${i + 1}]\n\f\nDraft               Flows of a Trunk            November 2026\n\n\n`,
    )
    .join('');

const texts: Readonly<Record<string, (length: number) => string>> = {
  'sheets filled with empty lines': (length) => printed(trace, length, '\n'.repeat(5)),
  'sheets that end with a form feed': (length) => printed(trace, length, '\f'),
  'sheets with a number before every line': (length) => printed(trace.map(numbered), length, '\n'.repeat(5)),
};

const placedIn = (log: string) => {
  const { text, frames } = analyse(log, { name: 'trace.txt' });
  return frames.map((frame) => placedMessage(text, frame).message);
};

suite('messages that go on on the next sheet', () => {
  for (const length of [7, 9, 11, 13, 20, 56]) {
    for (const [name, write] of Object.entries(texts))
      test(`${name}, ${length} lines each`, () => {
        assert.deepEqual(
          placedIn(write(length)).map((message) => message.text.trimEnd()),
          sampleMessages.map((message) => message.trimEnd()),
        );
      });

    test(`a document, ${length} lines a page`, () => {
      assert.deepEqual(
        placedIn(paged(length)).map((message) => [
          String(statusOf(message) ?? methodOf(message)),
          valueOf(message, 'Call-ID'),
          valueOf(message, 'CSeq'),
          valueOf(message, 'Content-Length'),
        ]),
        sampleFacts.map((facts, i) => [...facts, /^(?:Content-Length|l): (\d+)/m.exec(sampleMessages[i]!)?.[1]]),
      );
    });
  }
});
