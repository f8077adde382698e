/** Strings in quotes, as programming languages print them. */

export const isQuote = (text: string, at: number): boolean => /^["'`]$/.test(text[at] ?? '');

/** The quote right before the content of a string; one that begins behind other words is printed in double quotes. */
export const quoteBefore = (text: string, content: number): string =>
  isQuote(text, content - 1) ? (text[content - 1] ?? '"') : '"';

/** Where a string ends whose content begins at or before `start`: at its quote, unless a backslash stands before that. */
export function stringEnd(
  text: string,
  start: number,
  end: number,
  quote: string = quoteBefore(text, start),
): number | undefined {
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

/** The end of what a string says that holds one line: without the line break that is spelt out in it. */
export function lineInStringEnd(text: string, start: number, end: number): number {
  let at = stringEnd(text, start, end) ?? end;
  while (at - 2 >= start && (text.startsWith('\\r', at - 2) || text.startsWith('\\n', at - 2))) at -= 2;
  return at;
}
