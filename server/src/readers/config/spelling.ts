/**
 * The known name that somebody most likely meant: one letter changed, added, left out or swapped with its neighbour,
 * or two in names of eight letters and more. Undefined when nothing is near or two names are equally near.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const lower = written.toLowerCase();
  let best: string | undefined;
  let least = 3;
  for (const name of names) {
    const limit = Math.min(name.length, lower.length) >= 8 ? 2 : 1;
    if (name.length < 3 || Math.abs(name.length - lower.length) > limit) continue;
    const slips = slipsBetween(lower, name.toLowerCase());
    if (slips > limit || slips > least) continue;
    best = slips < least ? name : undefined;
    least = slips;
  }
  return best;
}

/** How many letters of two short words were changed, added, left out or swapped with their neighbour (optimal string alignment). */
export function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length]!;
}
