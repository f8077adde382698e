/** Strings in quotes, as programming languages print them. */

/** What fills in a string of a program, behind the quote that ends it: `"i: %s" % id`, `"i: {}".format(id)`. */
const FILLS_IN = /["'] ?(?:%[ (\w]|\.format\()/;

/** Whether a text holds a string of a program that puts values into it. */
export const isFilledIn = (text: string): boolean => FILLS_IN.test(text);

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
export const lineInStringEnd = (text: string, start: number, end: number): number =>
  withoutSpeltBreak(text, start, stringEnd(text, start, end) ?? end);

/** The end of a line without the line break that is spelt there, and is no backslash with a letter behind it. */
export function withoutSpeltBreak(text: string, start: number, end: number): number {
  let at = end;
  while (at - 2 >= start && text[at - 2] === '\\' && /[nr]/.test(text[at - 1] ?? '') && !isEscaped(text, at - 2))
    at -= 2;
  return at;
}

/** A quote in a string in a string, and so on eight times, has so many. */
const MOST_BACKSLASHES = 256;

export function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (count < MOST_BACKSLASHES && text[at - 1 - count] === '\\') count++;
  return count;
}

/** Whether a backslash escapes the character at an offset, and is not escaped itself. */
export const isEscaped = (text: string, at: number): boolean => backslashesBefore(text, at) % 2 === 1;
