import { isFirstRow } from './dumps/code-rows.ts';
import { type Frame, rowsOf } from './frame.ts';
import { physicalLineAt } from './shapes/physical-lines.ts';

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

/** Whether a message is printed in a fuller way right behind its frame; `nextStart` tells of the start line behind an offset. */
export const isPrintedFullerBehind = (text: string, frame: Frame, nextStart: (from: number) => number): boolean =>
  rowsOf(frame) === undefined ? isDumpedBehind(text, frame) : isSpeltBehind(text, frame, nextStart(frame.end));

/** Whether a message in bytes is the one whose text begins behind them. */
const isSpeltBehind = (text: string, frame: Frame, next: number): boolean =>
  next - frame.end < LONGEST_BYTES && text[next - 1] === '(' && BYTES_GO_ON.test(text.slice(frame.end, next));

/** Whether the message of a string that was cut is dumped below it, as `strace -e write=all` does: `"INVITE sip:"..., 520`. */
function isDumpedBehind(text: string, { layout, state, end }: Frame): boolean {
  if (layout.kind !== 'coded' || state !== 'partial' || !text.startsWith('"...', end)) return false;
  const { next } = physicalLineAt(text, end);
  return isFirstRow(text, next);
}
