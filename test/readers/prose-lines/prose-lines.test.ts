import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { proseMentions } from '../../../server/src/readers/prose.ts';
import { cloudsAndStacks } from './clouds-and-stacks.ts';
import { everyday } from './everyday.ts';
import { figures } from './figures.ts';
import { heldBack } from './held-back.ts';
import { manyHands } from './many-hands.ts';
import { neighbours } from './neighbours.ts';
import { products } from './products.ts';
import { serversAndPhones } from './servers-and-phones.ts';
import { terse } from './terse.ts';

/**
 * Lines of logs in the manner of many programs, what is SIP in them between ‹ and ›; what is not marked is none. A
 * line without marks is silent: durations, ports, log levels, English words, other protocols.
 */

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

/** Of 100 places, how many are found at least; of 100 found, how many are SIP at least. */
const tables = [
  { name: 'of known products', lines: products, recall: 98, precision: 99 },
  { name: 'of servers and phones', lines: serversAndPhones, recall: 98, precision: 99 },
  { name: 'of clouds and stacks', lines: cloudsAndStacks, recall: 98, precision: 99 },
  { name: 'of few words', lines: terse, recall: 90, precision: 99 },
  { name: 'of every day', lines: everyday, recall: 98, precision: 99 },
  { name: 'of many hands', lines: manyHands, recall: 90, precision: 99 },
  { name: 'that their neighbours tell', lines: neighbours, recall: 98, precision: 99 },
  { name: 'of figures and names', lines: figures, recall: 98, precision: 98 },
  { name: 'that no rule was made for', lines: heldBack, recall: 90, precision: 97 },
];

suite('SIP in the sentences of logs', () => {
  for (const { name, lines, recall, precision } of tables) {
    const cases = lines.map(labelled);
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

    test(`lines ${name}: of ${all} places at least ${recall} in 100 are found`, () => {
      assert.ok(missed.length <= all * (1 - recall / 100), missed.join('\n'));
    });

    test(`lines ${name}: of what is found at least ${precision} in 100 are SIP`, () => {
      assert.ok(wrong.length <= (all - missed.length) * (1 - precision / 100), wrong.join('\n'));
    });
  }
});
