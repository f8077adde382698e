import { editDistance } from '../../server/src/features/diagnostics/spelling.ts';

const MOST = 3;

/** The words that somebody may have meant: those with the fewest slips, or else those that begin with what is written. */
export function closest(written: string, words: Iterable<string>): readonly string[] {
  const lower = written.toLowerCase();
  const limit = lower.length < 3 ? 0 : lower.length < 6 ? 1 : 2;
  let least = limit;
  let near: string[] = [];
  const begun: string[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    const other = word.toLowerCase();
    if (seen.has(other)) continue;
    seen.add(other);
    const distance = editDistance(lower, other, least);
    if (distance < least) near = [];
    if (distance <= least) {
      least = distance;
      near.push(word);
    }
    if (lower.length >= 3 && other.startsWith(lower)) begun.push(word);
  }
  return (near.length > 0 ? near : begun).slice(0, MOST);
}
