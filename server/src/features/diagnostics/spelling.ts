/**
 * How many letters must be changed, added, left out or swapped with a neighbour to come from one word to the other
 * (optimal string alignment); anything above `limit` is `limit + 1`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[other.length]!, limit + 1);
}

/** Letters of a word that is so long that hardly another one is like it. */
const LONG_WORD = 16;

/**
 * The word that somebody most likely meant: one slip away, or two where both words have eight letters or more.
 * Letter case does not count; undefined when nothing is near or two words are equally near.
 */
export function nearest(written: string, words: readonly string[], mostSlips = 2): string | undefined {
  const lower = written.toLowerCase();
  // `path2` is the second of somebody's own, and no slip.
  const unnumbered = lower.replace(/\d+$/, '');
  if (unnumbered !== lower && words.some((word) => word.toLowerCase() === unnumbered)) return undefined;
  let best: string | undefined;
  let least = 3;
  for (const word of words) {
    const limit = Math.min(word.length, lower.length) >= 8 ? mostSlips : 1;
    // Two slips make a word longer or shorter by one at most: `Session-UUID` is nobody's `Session-ID`. A long one may
    // have lost an ending: `P-Assert-Identity`.
    if (Math.abs(word.length - lower.length) > (Math.min(word.length, lower.length) >= LONG_WORD ? 2 : 1)) continue;
    const distance = editDistance(lower, word.toLowerCase(), limit);
    if (distance > limit) continue;
    if (distance < least) {
      best = word;
      least = distance;
    } else if (distance === least) best = undefined;
  }
  return best;
}

/** Somebody may add a word of his own, but none that is a slip away from a known one. */
export const isNoSlip = (word: string, known: readonly string[]): boolean =>
  known.includes(word) || word.length > LONGEST_WORD || nearest(word, known, 1) === undefined;

/** What is longer is nobody's slip, and comparing it takes time. */
const LONGEST_WORD = 24;

/** Whether two neighbours have changed places, or a letter has come twice: `fmpt`, `fmtpp`. */
export function isSwappedOrDoubled(written: string, name: string): boolean {
  if (editDistance(written, name, 1) !== 1) return false;
  if (written.length === name.length) return [...written].sort().join('') === [...name].sort().join('');
  return written.length > name.length && written.replace(/(.)\1/, '$1') === name;
}
