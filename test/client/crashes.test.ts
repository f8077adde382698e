import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterCrash } from '../../client/src/crashes.ts';

/** For each crash, in seconds since the first, whether the server is started again. */
function restarts(...seconds: readonly number[]): boolean[] {
  let crashes: readonly number[] = [];
  return seconds.map((second) => {
    const next = afterCrash(crashes, second * 1000);
    crashes = next.crashes;
    return next.restart;
  });
}

test('the fifth crash within three minutes is the last', () => {
  assert.deepEqual(restarts(0, 10, 20, 30, 179), [true, true, true, true, false]);
});

test('crashes far apart never end it', () => {
  assert.deepEqual(restarts(0, 60, 120, 180, 240, 300, 360), Array(7).fill(true));
});

test('after a pause it may crash anew', () => {
  assert.deepEqual(restarts(0, 1, 2, 3, 4, 300), [true, true, true, true, false, true]);
});
