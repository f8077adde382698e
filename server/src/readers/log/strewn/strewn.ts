import type { Frame, StrewnLayout } from '../frame.ts';
import { type LogicalText, LogicalTextBuilder, logicalOffset, through } from '../logical.ts';
import { frameInRemade, type ReadFrame } from '../remade.ts';
import { isKnownHeaderLine } from '../shapes/header-lines.ts';
import { isQuote } from '../shapes/strings.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { besideValue, type Member, memberAt, valuesFrom } from './values.ts';

/**
 * Reads messages each of whose lines a log put into a record of its own, printed over several lines: the values of one
 * member, one below the other, in any other layout.
 */

/** The frame of such a message; `read` knows the other layouts. */
export function frameStrewn(
  text: string,
  hit: StartLineHit,
  nextStart: (from: number) => number,
  read: ReadFrame,
): Frame | undefined {
  if (hit.rows || !isQuote(text, hit.start - 1)) return undefined;
  const member = memberAt(text, hit.start);
  if (!member || !goesOn(text, hit, member)) return undefined;
  const frame = frameInRemade(text, hit, nextStart, (end) => gathered(text, hit.start, end, member), read);
  return frame && { ...frame, layout: { kind: 'strewn', member, layout: frame.layout } };
}

/** Whether the next record holds a header line. */
function goesOn(text: string, hit: StartLineHit, member: Member): boolean {
  const [first, second] = valuesFrom(text, hit.start, Math.min(text.length, hit.end + NEAR), member);
  return first !== undefined && second !== undefined && isKnownHeaderLine(text, second.start, second.end);
}

/** The next record stands so near. */
const NEAR = 4096;

export function unfoldStrewn(
  text: string,
  frame: Frame,
  { member, layout }: StrewnLayout,
  unfold: (text: string, frame: Frame) => LogicalText,
): LogicalText {
  const whole = gathered(text, frame.start, frame.end, member);
  return through(unfold(whole.text, { ...frame, start: 0, end: whole.text.length, layout }), whole);
}

/** So many records above a message may tell of it. */
const RECORDS_ABOVE = 3;

/** What such records say around a message, as lines, and the other members of the one in which it begins. */
export function strewnAround(
  text: string,
  frame: Frame,
  { member, layout }: StrewnLayout,
  floor: number,
): { readonly text: string; readonly frame: Frame; readonly record: string } {
  const { others, above } = besideValue(text, frame.start, floor, member, RECORDS_ABOVE);
  const before = above.reduceRight((lines, line) => `${lines}${line}\n`, '');
  const whole = gathered(text, frame.start, frame.end, member);
  const end = before.length + (logicalOffset(whole, frame.end) ?? whole.text.length);
  return { text: before + whole.text, frame: { ...frame, start: before.length, end, layout }, record: others };
}

/** A quote, a slash or a backslash as JSON spells it, and the carriage return that a line ended in. */
const ESCAPED = /\\(?:["'\\/]|r$)/g;

/** The values from one on as lines of a text, with the way back. */
function gathered(text: string, from: number, end: number, member: Member): LogicalText {
  const builder = new LogicalTextBuilder();
  for (const value of valuesFrom(text, from, end, member)) {
    let at = value.start;
    for (const match of text.slice(value.start, value.end).matchAll(ESCAPED)) {
      const escape = value.start + match.index;
      builder.copy(text, at, escape);
      at = escape + match[0].length;
      if (match[0] !== '\\r') builder.decode(match[0].slice(1), escape, at);
    }
    builder.copy(text, at, value.end);
    builder.decode('\n', value.end, value.line.next);
  }
  return builder.build();
}
