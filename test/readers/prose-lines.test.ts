import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { proseMentions } from '../../server/src/readers/prose.ts';
import { proseLines } from './prose-lines.ts';

interface Labelled {
  readonly line: string;
  readonly marked: readonly string[];
}

/** The line without its marks, and what was marked as `start-end text`. */
function labelled(written: string): Labelled {
  const marked: string[] = [];
  let line = '';
  for (const part of written.split(/(‹[^›]*›)/)) {
    const inner = /^‹(.*)›$/.exec(part)?.[1];
    if (inner !== undefined) marked.push(spanText(line.length, inner));
    line += inner ?? part;
  }
  return { line, marked };
}

const spanText = (start: number, text: string): string => `${start}-${start + text.length} ${text}`;

const found = (line: string): readonly string[] =>
  proseMentions(line, 0).map(({ span }) => spanText(span.start, line.slice(span.start, span.end)));

suite('SIP in the sentences of logs', () => {
  const cases = proseLines.map(labelled);
  const missed = cases.flatMap(({ line, marked }) => {
    const mentions = new Set(found(line));
    return marked.filter((one) => !mentions.has(one)).map((one) => `missed ${one} in: ${line}`);
  });
  const wrong = cases.flatMap(({ line, marked }) =>
    found(line)
      .filter((one) => !marked.includes(one))
      .map((one) => `wrong ${one} in: ${line}`),
  );
  const all = cases.flatMap(({ marked }) => marked).length;

  test(`of ${all} places in ${cases.length} lines, at least 98 of 100 are found`, () => {
    assert.ok(missed.length <= all * 0.02, missed.join('\n'));
  });

  test('of what is found, at least 98 of 100 are SIP', () => {
    assert.ok(wrong.length <= (all - missed.length) * 0.02, wrong.join('\n'));
  });
});
