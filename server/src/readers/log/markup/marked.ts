import { type Frame, type MarkedLayout, messageEnd } from '../frame.ts';
import { type LogicalText, logicalOffset } from '../logical.ts';
import { frameInRemade, type ReadFrame, unfoldRemade } from '../remade.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { borderColumn, withBorder } from './border-letters.ts';
import { hasMarks, withoutMarks } from './markup.ts';

/** Reads messages with marks for the eye among their words: as they stand without those, in any other layout. */

/** Marks stand in the beginning of a message or nowhere; a colour may be set directly before it. */
const LOOK_AHEAD = 1024;
const LOOK_BACK = 64;
const LONGEST_PREFIX = 2048;
/** No header field fits between start lines that are nearer to each other. */
const SHORTEST_HEAD = 16;

/** The frame of a message with marks, or undefined where there are none; `read` knows the other layouts. */
export function frameMarked(
  text: string,
  hit: StartLineHit,
  nextStart: (from: number) => number,
  read: ReadFrame,
): Frame | undefined {
  if (hit.rows || nextStart(hit.end) < hit.end + SHORTEST_HEAD) return undefined;
  const lineStart = startOfLine(text, hit.start);
  const border = borderColumn(text, hit);
  const isMarked =
    border !== undefined || hasMarks(text, Math.max(lineStart, hit.start - LOOK_BACK), hit.end + LOOK_AHEAD);
  if (!isMarked) return undefined;
  const frame = frameInRemade(text, hit, nextStart, (end) => plain(text, lineStart, end, border), read);
  return (
    frame && { ...frame, layout: { kind: 'marked', layout: frame.layout, ...(border === undefined ? {} : { border }) } }
  );
}

/** The text of a range as it is to be read: without its marks, or with the border drawn that letters stand for. */
const plain = (text: string, start: number, end: number, border: number | undefined): LogicalText =>
  border === undefined ? withoutMarks(text, start, end) : withBorder(text, start, end, border);

export function unfoldMarked(
  text: string,
  frame: Frame,
  { layout, border }: MarkedLayout,
  unfold: (text: string, frame: Frame) => LogicalText,
): LogicalText {
  return unfoldRemade(plain(text, startOfLine(text, frame.start), messageEnd(frame), border), frame, layout, unfold);
}

/** What tells of a message stands so near to it. */
const NEAR = 16_384;

/** What stands around a message with marks, without them, and where the message and the end of the one before it are in that. */
export function plainAround(
  text: string,
  frame: Frame,
  { layout, border }: MarkedLayout,
  floor: number,
): { readonly text: string; readonly frame: Frame; readonly floor: number } {
  const { start } = frame;
  const end = messageEnd(frame);
  const near = Math.max(floor, startOfLine(text, Math.max(0, start - NEAR)));
  // What carries the message on its line may begin before the end of another one there.
  const from = layout.kind === 'carried' ? startOfLine(text, near) : near;
  const around = plain(text, from, Math.min(text.length, end + NEAR), border);
  const placed = { start: logicalOffset(around, start) ?? 0, end: logicalOffset(around, end) ?? around.text.length };
  const floorInPlain = from < near ? (logicalOffset(around, near) ?? 0) : 0;
  return { text: around.text, frame: { ...frame, ...placed, reach: undefined, layout }, floor: floorInPlain };
}

const startOfLine = (text: string, at: number): number => lineStartBefore(text, at, Math.max(0, at - LONGEST_PREFIX));
