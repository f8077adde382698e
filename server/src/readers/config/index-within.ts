/**
 * Where a string begins within a range, or -1. Unlike `indexOf`, it never looks beyond the range: on a file without
 * the string, a search for every line would go over the rest of the file every time.
 */
export function indexWithin(text: string, searched: string, start: number, end: number): number {
  if (end - start < searched.length) return -1;
  const at = text.slice(start, end).indexOf(searched);
  return at < 0 ? -1 : start + at;
}
