import type { Span } from '../../../sip/span.ts';
import type { Quote } from '../frame.ts';
import { LONGEST_ON_ONE_LINE } from '../reach.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';

/** What a log puts around a whole message: the quotes of a table's field, brackets, a fence, tags of a page. */

/** Opened before a start line, and closed behind the last line. The longer ones first. */
const pairs: readonly (readonly [opened: string, closed: string])[] = [
  ['```', '```'],
  ['"""', '"""'],
  ["'''", "'''"],
  ['<![CDATA[', ']]>'],
  ['[[', ']]'],
  ['{{', '}}'],
  ['<<<', '>>>'],
  ['>>>', '<<<'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\u201c', '\u201d'],
  ['\u00ab', '\u00bb'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
];

const TAGS = /(?:<[A-Za-z]{1,10}(?: [^<>]{0,64})?>){1,3}$/;
/** `[code]` of a forum, `{noformat}` and `{code:java}` of a tracker. */
const BOARD_TAG = /\[([A-Za-z]{2,10})(?:=[^\]]{0,64})?\]$/;
const MACRO = /\{([A-Za-z]{2,12})(?::[^{}]{0,64})?\}$/;

/** What closes what stands open right before a message. */
export function closerOf(before: string): string | undefined {
  const tags = TAGS.exec(before)?.[0];
  if (tags !== undefined)
    return [...tags.matchAll(/<(\w+)/g)]
      .reverse()
      .map(([, name]) => `</${name}>`)
      .join('');
  const board = BOARD_TAG.exec(before)?.[1];
  if (board !== undefined) return `[/${board}]`;
  const macro = MACRO.exec(before)?.[1];
  if (macro !== undefined) return `{${macro}}`;
  return pairs.find(([opened]) => before.endsWith(opened))?.[1];
}

const ENDS_LINE = /^[ \t]*[,;.)\]}]{0,4}[ \t\r]*(?:\n|$)/;

/** Where a message ends that a closer ends: before the first one at the end of a line that closes nothing which that line opens. */
export function closedAt(text: string, from: number, limit: number, closer: string): number | undefined {
  const range = text.slice(from, limit);
  for (let at = range.indexOf(closer); at >= 0; at = range.indexOf(closer, at + 1)) {
    const end = from + at + closer.length;
    if (ENDS_LINE.test(text.slice(end, end + 16)) && !isOpenedOnItsLine(range, at, closer)) return from + at;
  }
  return undefined;
}

const LONGEST_LINE = 4096;

/** Whether a bracket or a quote at an offset closes one that stands on its own line. */
function isOpenedOnItsLine(range: string, at: number, closer: string): boolean {
  const opener = pairs.find(([, closed]) => closed === closer)?.[0];
  if (opener === undefined || closer.length > 1) return false;
  const line = range.slice(lineStartBefore(range, at, Math.max(0, at - LONGEST_LINE)), at);
  const count = (sign: string): number => line.split(sign).length - 1;
  return opener === closer ? count(closer) % 2 === 1 : count(opener) > count(closer);
}

/**
 * The quote of the field of a table in which a message may begin: with it, or behind other words in the last field of a
 * row; or of a string of SQL, which other values stand beside.
 */
export function openingOfField(before: string): Quote | undefined {
  if (/(?:^|[,;\t] ?)"$/.test(before)) return '"';
  if (/^".*(?:","|";"|"\t").*[^",;\t]$/.test(before) && before.split('"').length % 2 === 0) return '"';
  return /(?:[(,] ?|[(,\s][EN])'$/.test(before) ? "'" : undefined;
}

/** Where the field of a table ends: at a quote that is not doubled; at the end of the text where that shows no more of it. */
export function fieldEnd(text: string, from: number, quote: Quote): number {
  const range = text.slice(from, from + LONGEST_ON_ONE_LINE);
  let at = range.indexOf(quote);
  while (at >= 0 && range[at + 1] === quote) at = range.indexOf(quote, at + 2);
  return at < 0 ? text.length : from + at;
}

/** Whether a field that holds lines ends as those of tables do: before a comma or its like, or with its line. */
export function isField(text: string, { start, end }: Span, quote: Quote): boolean {
  const closing = fieldEnd(text, start, quote);
  return closing >= end && /^["']?(?:[,;)\t\r\n]|$)/.test(text.slice(closing, closing + 2));
}

/** Before the header fields, where a program encloses the start line and them each for itself: `], Header: [`. */
const NEXT_SECTION = /^[,;]?[ \t]{0,4}\w[\w ]{0,30}[:=][ \t]{0,4}([[({<"'`])/;
const LONGEST_SECTION = 48;

/** Where what is enclosed next begins in a line that begins with what closes a message's start line. */
export function nextSectionStart(text: string, { start, end }: Span, closer: string | undefined): number | undefined {
  if (closer === undefined || !text.startsWith(closer, start)) return undefined;
  const from = start + closer.length;
  const [section, opener] = NEXT_SECTION.exec(text.slice(from, Math.min(end, from + LONGEST_SECTION))) ?? [];
  return section !== undefined && opener && closerOf(opener) === closer ? from + section.length : undefined;
}
