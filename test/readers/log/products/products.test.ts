import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type Analysis,
  analyse,
  envelopeAt,
  type PlacedMessage,
  placedMessage,
} from '../../../../server/src/analysis.ts';
import { methodOf, statusOf, valueOf } from '../../../../server/src/sip/fields.ts';
import { sampleFacts, sampleMessages } from '../sample-messages.ts';
import type { Said } from './product-sample.ts';
import { products } from './products.ts';

/** Blank lines at the end belong to the log as much as to the message. */
const trimmed = (text: string): string => text.replaceAll(/\r+\n|\r/g, '\n').trimEnd();

const analysed = (text: string): Analysis => analyse(text, { name: 'trace.log' });

const placedIn = ({ text, frames }: Analysis): readonly PlacedMessage[] =>
  frames.map((frame) => placedMessage(text, frame));

const factsOf = (placed: readonly PlacedMessage[]) =>
  placed.map(({ message }) => [
    String(statusOf(message) ?? methodOf(message)),
    valueOf(message, 'Call-ID'),
    valueOf(message, 'CSeq'),
  ]);

/** What the text says of each message, without what was inferred. */
function saidIn(analysis: Analysis): readonly Said[] {
  return analysis.frames.map((_, index) => {
    const { inferred, time, ...rest } = envelopeAt(analysis, index);
    const known = Object.entries(rest).filter(([name]) => !(inferred as readonly string[]).includes(name));
    return { ...(time ? { time: time.text } : {}), ...Object.fromEntries(known) };
  });
}

suite('messages are read as products write them', () => {
  for (const { name, write, says, lossy } of products) {
    const text = sampleMessages.map(write).join('');

    test(name, () => {
      const placed = placedIn(analysed(text));
      assert.deepEqual(factsOf(placed), sampleFacts);
      if (lossy) return;
      assert.deepEqual(
        placed.map(({ message }) => trimmed(message.text)),
        sampleMessages.map(trimmed),
      );
    });

    test(`${name}, as an editor with one kind of line break has it`, () => {
      assert.deepEqual(factsOf(placedIn(analysed(text.replaceAll(/\r+\n|\r/g, '\n')))), sampleFacts);
      assert.deepEqual(
        factsOf(placedIn(analysed(text.replaceAll(/\r+\n|\r/g, '\n').replaceAll('\n', '\r\n')))),
        sampleFacts,
      );
    });

    if (says) {
      test(`${name}: what it says`, () => {
        assert.deepEqual(
          saidIn(analysed(text)),
          sampleMessages.map((_, index) => says(index)),
        );
      });
    }
  }
});
