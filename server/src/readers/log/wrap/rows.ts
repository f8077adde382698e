import { utf8Length } from '../../../sip/span.ts';
import { contentBehind } from '../lines/content-lines.ts';
import { inkEnd, isBlankRange, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { isQuote } from '../shapes/strings.ts';
import type { Sides, Wrap } from './wrap.ts';

/** The lines of a wrapped text, and how wide they are. */

/** A physical line without the border of its box and the blanks before that. */
export interface Row {
  readonly start: number;
  /** Where its content starts: behind the margin, if it has that. */
  readonly content: number;
  readonly end: number;
  readonly next: number;
}

export function rowAt(text: string, at: number, { margin, border, oneLine }: Sides): Row {
  const line = physicalLineAt(text, at);
  if (oneLine) return { ...line, content: line.start };
  const edge = border !== '' && text.startsWith(border, line.end - border.length) ? line.end - border.length : line.end;
  const end = inkEnd(text, line.start, edge);
  const content =
    margin === ''
      ? undefined
      : (contentBehind(text, line.start, end, margin) ?? blankMargin(text, line.start, end, margin));
  return { start: line.start, content: content ?? line.start, end, next: line.next };
}

/** Beside a line that goes on stand blanks instead of its number. */
const blankMargin = (text: string, start: number, end: number, { length }: string): number | undefined =>
  start + length <= end && isBlankRange(text, start, start + length) ? start + length : undefined;

/** No wrapped line is longer, and no other one tells how lines are wrapped. */
export const LONGEST_ROW = 512;
/** No text is broken at a smaller width. */
export const NARROWEST = 50;
/** So many lines of a message tell how they are wrapped. */
export const MOST_ROWS = 64;

/** Whether a line reaches to the width, or to the blank before it. */
export const isFull = (text: string, { start, end }: Row, width: number): boolean =>
  isWide(text, start, end, width) || (end - start >= width - 1 && columns(text, start, end) === width - 1);

/** Whether a line is so wide in columns, or in bytes, which `fold` counts. */
export const isWide = (text: string, start: number, end: number, width: number): boolean =>
  end - start <= 2 * width && (columns(text, start, end) === width || utf8Length(text, start, end) === width);

/** Whether the line at an offset goes on in the next one, in a wrap that tells it by that line alone. */
export function isFullLine(text: string, at: number, wrap: Wrap): boolean {
  const line = physicalLineAt(text, at);
  if (wrap.inStrings) return endsJoinedString(text, line, wrap);
  const { start, end } = line;
  const { width } = wrap;
  return width === 0 ? endsInBackslash(text, start, end) : isWide(text, start, end, width);
}

/** Whether a line ends with a string, and the next one goes on with another. */
function endsJoinedString(text: string, { end, next }: PhysicalLine, { tail, lead }: Wrap): boolean {
  const quote = end - tail.length;
  return (
    text.startsWith(tail, quote) &&
    isQuote(text, quote - 1) &&
    text.startsWith(lead, next) &&
    isQuote(text, next + lead.length)
  );
}

export function columns(text: string, start: number, end: number): number {
  let count = end - start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xdc00 && code <= 0xdfff) count--;
  }
  return count;
}

/** Whether a line ends in a backslash that is not escaped itself. */
export const endsInBackslash = (text: string, start: number, end: number): boolean =>
  /(?<!\\)(?:\\\\){0,8}\\$/.test(text.slice(Math.max(start, end - 20), end));

/** Whether the first word of a line did not fit on the one before it. */
export const overflows = (text: string, row: Row, next: Row, width: number): boolean =>
  columns(text, row.start, row.end) + 1 + firstWord(text, next).length > width;

export const firstWord = (text: string, { content, end }: Row): string =>
  /^\S*/.exec(text.slice(content, end))?.[0] ?? '';
