import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import type { Frame } from '../../../server/src/readers/log/frame.ts';
import { layouts } from './layouts.ts';
import { products } from './products.ts';
import { sampleMessages } from './sample-messages.ts';

const EDITS = 8;
const insertions = [
  '\n',
  '"',
  'SIP/2.0 200 OK\r\n',
  'INVITE sip:x@example.com SIP/2.0\n',
  '\\r\\n',
  '\n0000  ',
  '=',
  ' ',
  '#012',
  '',
];

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield state >> 8;
  }
}

const placesOf = (frames: readonly Frame[]) =>
  frames.map(({ start, end, state, layout }) => ({ start, end, state, layout }));

suite('after edits the answer is that of the final text', () => {
  [...layouts, ...products].forEach(({ name, write }, index) => {
    test(name, () => {
      const random = numbers(index + 1);
      const below = (limit: number): number => random.next().value % limit;
      let text = [...sampleMessages, ...sampleMessages].map(write).join('');
      let analysis = analyse(text, { name: 'trace.log' });
      for (let i = 0; i < EDITS; i++) {
        const at = below(text.length + 1);
        const removed = below(3) === 0 ? below(60) : 0;
        text = text.slice(0, at) + (insertions[below(insertions.length)] ?? '') + text.slice(at + removed);
        analysis = analyse(text, { name: 'trace.log' }, analysis);
        const anew = analyse(text, { name: 'trace.log' }).frames;
        assert.deepEqual(placesOf(analysis.frames), placesOf(anew));
        for (const frame of anew) {
          const { logical } = placedMessage(analysis.text, frame);
          assert.ok(
            logical.pieces.every(
              (piece) => piece.document >= frame.start && piece.document + piece.documentLength <= frame.end,
            ),
          );
        }
      }
    });
  });
});
