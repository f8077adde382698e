import { isFirstRow } from './dumps/code-rows.ts';
import { type Frame, rowsOf } from './frame.ts';
import { lineStartBefore, physicalLineAt } from './shapes/physical-lines.ts';
import { MOST_HEADER_BYTES } from './shapes/tcpdump-lines.ts';

/** Tools print one message in two ways, of which the second one is the fuller or the more readable: that one counts. */

const LONGEST_BYTES = 16_384;
const BYTES_BEFORE_TEXT = /\([\da-f\s]{32,}\)\s?\($/;
const BYTES_GO_ON = /^[\da-f\s]*\)\s?\($/;

/**
 * Where the bytes begin, their parenthesis included, whose text starts at an offset: `read [(0,515) (494e56…)(INVITE …)]`,
 * as gateways print a packet.
 */
export function bytesBefore(text: string, start: number, floor: number): number | undefined {
  if (text[start - 1] !== '(' || !/\)\s?\($/.test(text.slice(Math.max(0, start - 3), start))) return undefined;
  const from = Math.max(floor, start - LONGEST_BYTES);
  const bytes = BYTES_BEFORE_TEXT.exec(text.slice(from, start));
  return bytes ? from + bytes.index : undefined;
}

/** Whether a message is printed in a fuller way right behind its frame, where the next one that can be read is. */
export function isPrintedFullerBehind(text: string, frame: Frame, next: Next): boolean {
  if (rowsOf(frame) !== undefined) return isSpeltBehind(text, frame, next);
  return isDumpedBehind(text, frame) || isWholeBehind(text, frame, next);
}

/** The next start line, and the message behind it. */
export interface Next {
  readonly start: number;
  readonly frame: () => Frame | undefined;
}

/** Whether a message in bytes is the one whose text begins behind them. */
const isSpeltBehind = (text: string, { end }: Frame, { start, frame }: Next): boolean =>
  start - end < LONGEST_BYTES &&
  text[start - 1] === '(' &&
  BYTES_GO_ON.test(text.slice(end, start)) &&
  frame() !== undefined;

/**
 * Whether a message that stands behind tabs, cut at what cannot be printed, stands whole behind the bytes of its
 * packet's headers, as `tcpdump -v -A` shows both.
 */
function isWholeBehind(text: string, cut: Frame, next: Next): boolean {
  if (cut.layout.kind !== 'lines' || !cut.layout.prefix.endsWith('\t') || next.start - cut.end > MOST_HEADER_BYTES)
    return false;
  const between = text.slice(cut.end, next.start);
  if (!between.includes('..') || startLineAt(text, cut.start) !== startLineAt(text, next.start)) return false;
  const whole = next.frame();
  return whole !== undefined && linesOf(text, whole) > linesOf(text, cut);
}

const startLineAt = (text: string, start: number): string =>
  text.slice(start, physicalLineAt(text, start).end).trimEnd();

const linesOf = (text: string, { start, end }: Frame): number => text.slice(start, end).trimEnd().split('\n').length;

const MOST_LINES = 128;

/** Where a message that stands whole behind the bytes of its packet's headers begins to be shown behind tabs above those. */
export function cutPrintBefore(text: string, { start, layout }: Frame, floor: number): number | undefined {
  if (layout.kind !== 'lines' || !text.slice(Math.max(floor, start - MOST_HEADER_BYTES), start).includes('..'))
    return undefined;
  const indented = `${layout.prefix}\t`;
  let top: number | undefined;
  let at = lineStartBefore(text, start, floor);
  for (let i = 0; i < MOST_LINES && at > floor; i++) {
    const above = lineStartBefore(text, at - 1, floor);
    if (text.startsWith(indented, above)) top = above + indented.length;
    else if (top !== undefined || start - above > MOST_HEADER_BYTES) break;
    at = above;
  }
  return top !== undefined && startLineAt(text, top) === startLineAt(text, start) ? top : undefined;
}

/** Whether the message of a string that was cut is dumped below it, as `strace -e write=all` does: `"INVITE sip:"..., 520`. */
function isDumpedBehind(text: string, { layout, state, end }: Frame): boolean {
  if (layout.kind !== 'coded' || state !== 'partial' || !text.startsWith('"...', end)) return false;
  const { next } = physicalLineAt(text, end);
  return isFirstRow(text, next);
}
