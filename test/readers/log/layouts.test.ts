import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { methodOf, statusOf, valueOf } from '../../../server/src/sip/fields.ts';
import { layouts } from './layouts.ts';
import { sampleFacts, sampleMessages } from './sample-messages.ts';

/** Blank lines at the end belong to the log as much as to the message. */
const trimmed = (text: string): string => text.replaceAll('\r', '').replace(/\n+$/, '');

suite('messages are found in every layout', () => {
  for (const { name, write, lossy } of layouts) {
    test(name, () => {
      const text = sampleMessages.map(write).join('');
      const analysis = analyse(text, { name: 'trace.log' });
      const placed = analysis.frames.map((frame) => placedMessage(analysis.text, frame));
      const facts = placed.map(({ message }) => [
        String(statusOf(message) ?? methodOf(message)),
        valueOf(message, 'Call-ID'),
        valueOf(message, 'CSeq'),
      ]);
      assert.deepEqual(facts, sampleFacts);
      if (lossy) return;
      assert.deepEqual(
        placed.map(({ message }) => trimmed(message.text)),
        sampleMessages.map(trimmed),
      );
      for (const { frame, logical } of placed) {
        assert.ok(
          logical.pieces.every(
            (piece) => piece.document >= frame.start && piece.document + piece.documentLength <= frame.end,
          ),
        );
      }
    });
  }
});
