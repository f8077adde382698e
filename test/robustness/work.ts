import assert from 'node:assert/strict';
import { type Profiler, Session } from 'node:inspector';

/**
 * Counts work instead of time: how often each block of our code ran, as V8's precise coverage has it, and how many
 * characters the engine's own searches passed over. The same input gives the same count on every machine.
 * This module must be the first import of a test, for only what is compiled afterwards is counted by the block.
 */

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

let searched = 0;
const { indexOf, lastIndexOf } = String.prototype;

function countSearches(): () => void {
  String.prototype.indexOf = function (this: string, wanted: string, from = 0) {
    const at = indexOf.call(this, wanted, from);
    searched += (at < 0 ? this.length : at) - Math.min(from, this.length);
    return at;
  };
  String.prototype.lastIndexOf = function (this: string, wanted: string, from = Number.POSITIVE_INFINITY) {
    const at = lastIndexOf.call(this, wanted, from);
    searched += Math.min(from, this.length) - Math.max(at, 0);
    return at;
  };
  return () => Object.assign(String.prototype, { indexOf, lastIndexOf });
}

/** A search passes over so many characters in the time that a block of code takes, at least. */
const CHARACTERS_A_STEP = 16;

/** The steps that a run takes. */
export function workOf(run: () => void): number {
  blocksRun();
  searched = 0;
  const stop = countSearches();
  try {
    run();
  } finally {
    stop();
  }
  return blocksRun() + Math.ceil(Math.abs(searched) / CHARACTERS_A_STEP);
}

/** The blocks that ran since this was asked last. */
function blocksRun(): number {
  let steps = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error;
    const ours = coverage.result.filter(({ url }) => url === '' || url.endsWith(ownFile));
    steps = sum(ours.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(countOf))));
  });
  return steps;
}

const ownFile = __filename.replaceAll('\\', '/').split('/').pop() ?? '';
const countOf = ({ count }: Profiler.CoverageRange): number => count;
const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/**
 * Checks that twice the input takes hardly more than twice the work, and that no character takes more than
 * `stepsPerCharacter` steps.
 */
export function assertLinear(
  make: (size: number) => string,
  run: (text: string) => void,
  size: number,
  stepsPerCharacter = 400,
): void {
  const small = make(size);
  const large = make(2 * size);
  // What is made once, such as tables, is made here.
  run(small);
  const one = workOf(() => run(small));
  const two = workOf(() => run(large));
  const growth = two / one;
  assert.ok(growth < 2.4, `${two} steps for ${large.length} characters, ${one} for ${small.length}`);
  assert.ok(two < stepsPerCharacter * large.length + 200_000, `${(two / large.length).toFixed(1)} steps a character`);
}
