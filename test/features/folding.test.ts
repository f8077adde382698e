import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { documentOf } from '../support/documents.ts';

/** The first lines of the folds of a log. */
function foldedLines(text: string): readonly string[] {
  const { document, analysis } = documentOf(text);
  const lines = text.split('\n');
  return foldingRanges(analysis, document).map(({ startLine }) => lines[startLine] ?? '');
}

const ringing = `SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
CSeq: 1 INVITE
Content-Length: 0

`;

suite('a message in a log folds', () => {
  test('with the line above it that tells of it, and no other', () => {
    const marker =
      '[2026-11-22 18:48:06.458] VERBOSE[2317] logger.c: <--- Received SIP response (90 bytes) from UDP:192.0.2.1:5060 --->';
    const log = `[2026-11-22 18:48:06.455] VERBOSE[2410] app_dial.c: Called from 192.0.2.9 to bob\n${marker}\n${ringing}`;
    assert.deepEqual(foldedLines(log), [marker]);
  });

  test('with two lines where the first gives the time and the second the direction', () => {
    const log = `Nov 22 18:48:06.123: //1/xxxx/SIP/Msg/ccsipDisplayMsg:\nReceived:\n${ringing}`;
    assert.deepEqual(foldedLines(log), ['Nov 22 18:48:06.123: //1/xxxx/SIP/Msg/ccsipDisplayMsg:']);
  });
});
