import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Analysis, analyse } from '../../server/src/analysis.ts';
import { outlineOf } from '../../server/src/features/message-outline.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { layouts } from '../readers/log/layouts.ts';
import { sampleMessages } from '../readers/log/sample-messages.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that are in use when everything that nobody needs is gone. */
function bytesInUse(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** With faults in it, whose texts are kept. */
const log = layouts
  .map((layout) =>
    sampleMessages
      .map((message, index) =>
        layout.write(message.replace('Max-Forwards: 70', 'Max-Forwards: a number of hops'), index),
      )
      .join(''),
  )
  .join('');

suite('Memory', () => {
  test('nothing of an old version of a document is kept', () => {
    let text = log.repeat(10);
    let analysis = analyse(text, { name: 'trace.log' });
    look(analysis);
    const before = bytesInUse();
    const versions = 40;
    for (let i = 0; i < versions; i++) {
      const at = Math.floor((text.length * i) / versions);
      text = `${text.slice(0, at)}x${text.slice(at)}`;
      analysis = analyse(text, { name: 'trace.log' }, analysis);
      look(analysis);
    }
    const grown = bytesInUse() - before;
    assert.ok(grown < 4 * text.length, `${grown} bytes more after ${versions} versions of ${text.length} characters`);
  });
});

function look(analysis: Analysis): void {
  for (const frame of analysis.frames) outlineOf(analysis.text, frame);
  assert.ok([...problemsOf(analysis, {})].length > 0);
}
