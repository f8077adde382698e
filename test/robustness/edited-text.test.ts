import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, mentionsIn } from '../../server/src/analysis.ts';
import { DocumentText } from '../../server/src/document/document-text.ts';
import { span } from '../../server/src/sip/span.ts';

/** How many characters of documents a run takes out of them: of a document that was edited each of them is copied. */
function takenBy(run: () => void): number {
  const { slice } = DocumentText.prototype;
  let taken = 0;
  DocumentText.prototype.slice = function (this: DocumentText, start: number, end?: number): string {
    const part = slice.call(this, start, end);
    taken += part.length;
    return part;
  };
  try {
    run();
  } finally {
    DocumentText.prototype.slice = slice;
  }
  return taken;
}

suite('an edited text', () => {
  test('is not taken once more for every line between messages', () => {
    const text = DocumentText.of('12:00:00 worker: peer answered 486 and was removed\n'.repeat(4000));
    const edited = analyse(text.replaced(span(100_000, 100_000), 'x'), { name: 'trace.log' });
    const { length } = edited.text;
    let found = 0;
    const taken = takenBy(() => {
      for (const _ of mentionsIn(edited, span(0, length))) found++;
    });
    assert.ok(found > 1000, `${found} mentions`);
    assert.ok(taken < 3 * length, `${taken} characters taken of ${length}`);
  });
});
