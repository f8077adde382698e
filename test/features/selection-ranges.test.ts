import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRange } from '../../server/src/features/selection-ranges.ts';
import { documentOf, textIn, withCaret } from '../support/documents.ts';

/** The texts that growing the selection takes in at the caret, the document left out. */
function selectedAt(marked: string, name?: string): string[] {
  const { text, offset } = withCaret(marked);
  const { document, analysis } = documentOf(text, name);
  const texts: string[] = [];
  for (
    let range: SelectionRange | undefined = selectionRange(analysis, offset, document);
    range;
    range = range.parent
  ) {
    texts.push(textIn(document, range.range));
  }
  return texts.slice(0, -1);
}

suite('growing a selection', () => {
  const rest = 'Call-ID: 1@example.com\nCSeq: 1 INVITE\nContent-Length: 0\n\n';

  test('goes from the term to the value, the header field and the message', () => {
    const head = 'SIP/2.0 486 Busy Here\nReason: Q.850;cause=1';
    const field = 'Reason: Q.850;cause=17';
    assert.deepEqual(selectedAt(`${head}|7\n${rest}`, 'm.sip').slice(0, 3), ['17', 'Q.850;cause=17', field]);
  });

  test('every range holds the caret, in the prefix of a line too', () => {
    const lines = `SIP/2.0 486 Busy Here\nFrom: <sip:alice@example.com>;tag=a\n${rest}`.trim().split('\n');
    const log = lines.map((line) => `\t${line}`).join('\n');
    for (let offset = 0; offset <= log.length; offset++) {
      const { document, analysis } = documentOf(log, 'trace.log');
      let range: SelectionRange | undefined = selectionRange(analysis, offset, document);
      for (; range; range = range.parent) {
        const [start, end] = [document.offsetAt(range.range.start), document.offsetAt(range.range.end)];
        assert.ok(start <= offset && offset <= end, `${start}–${end} at ${offset}`);
      }
    }
  });
});
