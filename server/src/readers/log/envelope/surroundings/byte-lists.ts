import { isOffset } from '../../dumps/code-rows.ts';
import { decodeDump } from '../../dumps/dumps.ts';
import type { Frame } from '../../frame.ts';
import { LogicalTextBuilder } from '../../logical.ts';

/** A list of bytes that holds more than the message: `"MESSAGE" : [ 82, 88, 32, …`, in which words stand before it. */

/** The bytes before a message are looked for in so much of the document. */
const LONGEST_HEAD = 8192;
const LIST_BEFORE = /[[({<][\s\d,xa-fA-F-]*$/;

export interface ByteList {
  /** Behind its bracket. */
  readonly start: number;
  /** What its bytes before the message say, the nearest line first. */
  readonly linesBefore: readonly string[];
}

/** The list in which a message begins behind other bytes or on another line. */
export function byteListAround(text: string, { start, layout }: Frame, floor: number): ByteList | undefined {
  if (layout.kind !== 'coded' || !layout.rows) return undefined;
  // A dump whose rows begin with offsets is no list.
  if (layout.rows.before !== '' && isOffset(layout.rows.before)) return undefined;
  const from = Math.max(floor, start - LONGEST_HEAD);
  const bracket = LIST_BEFORE.exec(text.slice(from, start));
  if (!bracket) return undefined;
  const listStart = from + bracket.index + 1;
  if (listStart === start) return undefined;
  const before = new LogicalTextBuilder();
  decodeDump(before, text, listStart, start, layout.rows);
  return { start: listStart, linesBefore: before.build().text.split('\n').reverse() };
}
