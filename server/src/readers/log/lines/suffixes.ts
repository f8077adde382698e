import { inkEnd, type PhysicalLine } from '../shapes/physical-lines.ts';

/** What a logger says of itself behind every line, parted from it by more than a blank: `  (SipStack)`. */
export const LABEL = / {2}(?:\([^\s()]{1,40}\)|\[[^\s[\]]{1,40}\])$/;
export const LONGEST_LABEL = 44;

/** Where the content of a line ends before all that tools put behind every line, the outermost first. */
export function withoutSuffixes(text: string, start: number, lineEnd: number, suffixes: readonly string[]): number {
  let end = lineEnd;
  for (const suffix of suffixes) end = withoutSuffix(text, start, end, suffix);
  return end;
}

/** Where the content ends before one end that a tool put behind every line. */
export function withoutSuffix(text: string, start: number, end: number, suffix: string): number {
  const inked = inkEnd(text, start, end);
  const behind = inked - suffix.length;
  if (behind >= start && text.startsWith(suffix, behind)) {
    if (isPadded(suffix)) return paddedEnd(text, start, behind);
    return BORDER.test(suffix) ? inkEnd(text, start, behind) : behind;
  }
  // A line that is wider than its box pushes the border out.
  if (BORDER.test(suffix) && inked > start && text[inked - 1] === suffix[1]) return inked - 1;
  if (isEscapedFeed(suffix)) return text[end - 1] === '\\' ? end - 1 : end;
  return isPadded(suffix) ? paddedEnd(text, start, withoutBorder(text, end, suffix)) : end;
}

/** Whether a line end is a backslash before the line feed: a line without a carriage return has that alone. */
export const isEscapedFeed = (suffix: string): boolean => suffix.endsWith('\\') && suffix !== ' \\';

const BORDER = /^ [|\u2502\u2503\u2551]$/;

/**
 * psql ends every line of a field but the last with a `+`, or with `↵` where it draws lines in Unicode, in the last
 * column, before a border if there is one, CR being `\\r`.
 */
const isPadded = (suffix: string): boolean => suffix[0] === '+' || suffix[0] === '\u21b5';

function withoutBorder(text: string, end: number, suffix: string): number {
  const border = suffix.slice(1);
  const inked = inkEnd(text, 0, end);
  return border !== '' && text.startsWith(border, inked - border.length) ? inked - border.length : end;
}

function paddedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] === ' ') at--;
  return text.startsWith('\\r', at - 2) ? Math.max(start, at - 2) : at;
}

/** Whether a line ends in something, but for the blanks that pad it. */
export function endsWith(text: string, line: PhysicalLine, suffix: string): boolean {
  const end = inkEnd(text, line.start, line.end);
  return end - line.start >= suffix.length && text.startsWith(suffix, end - suffix.length);
}
