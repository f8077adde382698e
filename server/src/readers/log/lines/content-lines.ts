import type { LinesLayout } from '../frame.ts';
import { inkEnd, isBlankRange, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import { isQuote, lineInStringEnd } from '../shapes/strings.ts';
import { withoutSuffixes } from './suffixes.ts';

/** The content of one physical line behind its prefix and before its suffixes; `foreign` lines have another prefix. */
export interface ContentLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly foreign: boolean;
}

/** `behindPrefix`: `at` is where the content starts, as it is for the start line. */
export function contentLineAt(text: string, at: number, layout: LinesLayout, behindPrefix = false): ContentLine {
  const line = physicalLineAt(text, at);
  let { start, end } = line;
  let foreign = false;
  if (layout.border !== undefined)
    end = borderIn(text, start + (behindPrefix ? 0 : layout.prefix.length), end, layout.border);
  const isString = layout.escapes === 'string';
  if (!isString) end = withoutSuffixes(text, start, end, layout.suffixes);
  if (layout.prefix !== '' && !behindPrefix) {
    const prefix = strippedPrefix(text, start, end, layout);
    if (prefix !== undefined) start = prefix;
    else if (isBlankRange(text, start, end)) start = end;
    else foreign = true;
  }
  if (isString && !foreign) end = withoutSuffixes(text, start, lineInStringEnd(text, start, end), layout.suffixes);
  let next = line.next;
  if (layout.escapes === 'quoted-printable') ({ end, next } = softenedEnd(text, start, end, next));
  if (layout.doubled && next < text.length) {
    const gap = physicalLineAt(text, next);
    if (isBlankRange(text, gap.start, gap.end)) next = gap.next;
  }
  return { start, end, next, foreign };
}

/** Where the content ends before the border of its column; the cells behind it are not of the message. */
function borderIn(text: string, content: number, end: number, border: number): number {
  const at = content + border;
  if (at < end && BORDER.test(text[at] ?? '')) return inkEnd(text, Math.min(content, at), at);
  // A character need not be one code unit wide.
  const from = Math.min(Math.max(content, at - MOST_ASIDE), end);
  const aside = text.slice(from, Math.min(end, at + MOST_ASIDE)).search(BORDER);
  return aside < 0 ? end : inkEnd(text, content, from + aside);
}

const BORDER = /[|\u2502]/;
/** A border stands not further from its column, in code units. */
const MOST_ASIDE = 8;

/** A line that a mail program broke goes on behind `=` (RFC 2045 §6.7). */
function softenedEnd(text: string, start: number, lineEnd: number, lineNext: number): { end: number; next: number } {
  let [end, next] = [lineEnd, lineNext];
  while (end > start && text[end - 1] === '=' && next < text.length) ({ end, next } = physicalLineAt(text, next));
  return { end, next };
}

function strippedPrefix(text: string, start: number, end: number, layout: LinesLayout): number | undefined {
  const { prefix } = layout;
  // A program that prints a string takes the quotes that the line itself has none of.
  if (layout.escapes === 'string' && prefix.trim().length === 1) {
    const quote = prefixEnd(text, start, end, prefix.slice(0, -1));
    return quote !== undefined && isQuote(text, quote) ? quote + 1 : undefined;
  }
  if (isBlankRange(prefix, 0, prefix.length)) {
    if (text.startsWith(prefix, start)) return start + prefix.length;
    return isBlankRange(text, start, end) ? end : undefined;
  }
  return contentBehind(text, start, end, prefix);
}

/** Where the content of a line starts behind a prefix of the same shape, or behind the border of the same pane. */
export const contentBehind = (text: string, start: number, end: number, prefix: string): number | undefined =>
  prefixEnd(text, start, end, prefix) ?? (PANE.test(prefix) ? sameColumn(text, start, end, prefix) : undefined);

/** The border of a pane: what stands left of it differs from line to line, its column does not. */
const PANE = /[\u2502|]$/;

function sameColumn(text: string, start: number, end: number, prefix: string): number | undefined {
  const border = prefix.at(-1);
  const at = start + prefix.length - 1;
  return at < end && text[at] === border ? at + 1 : undefined;
}

/** What was found of a message while walking over its lines. */
export interface Walk {
  readonly end: number;
  readonly complete: boolean;
  readonly mixed: boolean;
  readonly folded?: boolean;
}

/**
 * Calls `take` for the content of every line of the message, the empty one behind the head included; `glue` stands for
 * the line break before it where a tool broke one line in two.
 */
export type Take = (start: number, end: number, next: number, glue?: string) => void;

/** How many lines of other programs may stand together inside a message. */
export const LONGEST_INTERRUPTION = 5;
