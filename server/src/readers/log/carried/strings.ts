import type { Span } from '../../../sip/span.ts';
import { LOOK_BACK } from '../reach.ts';
import { lastIn, lineStartBefore } from '../shapes/physical-lines.ts';
import { isEscaped, stringEnd, withoutSpeltBreak } from '../shapes/strings.ts';

/** The strings that carry lines. */

/**
 * Where the string ends whose content begins at an offset, and where its last line does. A log may have cut it. No quote
 * before `from` ends it.
 */
export function stringFrom(
  text: string,
  start: number,
  limit: number,
  quote: string,
  from = start,
): { content: Span; end: number } {
  const end = stringEnd(text, from, limit, quote) ?? limit;
  return { content: { start, end: withoutSpeltBreak(text, start, end) }, end };
}

/** Where the string begins that holds an offset of a line: at the last quote that no backslash stands before. */
export function openingQuote(text: string, at: number): number | undefined {
  const near = text.slice(at, at + NEAR);
  if (!near.includes('"') && !near.includes('\\')) return undefined;
  const floor = lineStartBefore(text, at, Math.max(0, at - LOOK_BACK));
  const before = text.slice(floor, at);
  let quote = lastIn(before, '"');
  for (let i = 0; i < MOST_QUOTES && quote >= 0; i++) {
    if (!isEscaped(before, quote)) return floor + quote;
    quote = before.lastIndexOf('"', quote - 1);
  }
  return undefined;
}

/** A line break in the string, or its end, stands so near. */
const NEAR = 512;
const MOST_QUOTES = 640;
