import { type Frame, isOfStrand, type Layout, messageEnd } from './frame.ts';
import { documentSpan, type LogicalText, logicalOffset, through } from './logical.ts';
import { LONGEST_ON_ONE_LINE } from './reach.ts';
import { type StartLineHit, StartLines } from './start-lines/start-lines.ts';

/** Reads a message in a text that is made of the document: as it was before a tool broke its lines or marked its words. */

export type ReadFrame = (text: string, hit: StartLineHit, nextStart: (from: number) => number) => Frame | undefined;

/** So much behind the next start line is made anew with the message, for that line may stand in its body; then more. */
const BEHIND_NEXT_START = 1024;
const MORE = 8;

/**
 * The frame of the message behind a start line of the document, in the layout that it has in the text that `remake` makes
 * of what stands before an offset.
 */
export function frameInRemade(
  text: string,
  hit: StartLineHit,
  nextStart: (from: number) => number,
  remake: (end: number) => LogicalText,
  read: ReadFrame,
): Frame | undefined {
  const furthest = Math.min(text.length, hit.start + LONGEST_ON_ONE_LINE);
  const next = Math.min(furthest, nextStart(hit.end));
  for (let reach = BEHIND_NEXT_START; ; reach *= MORE) {
    const near = Math.min(furthest, next + reach);
    const frame = frameIn(remake(near), hit.start, read);
    if (!frame || near === furthest || (frame.end < near && !mayGoOn(frame))) return frame;
  }
}

/** Whether a message may go on behind lines of others, which stand where the text ends that was made. */
const mayGoOn = ({ state, layout }: Frame): boolean => state === 'partial' && isOfStrand(layout);

/** The text of a message that was read so, from the text that was made of its lines; `unfold` knows the other layouts. */
export function unfoldRemade(
  made: LogicalText,
  frame: Frame,
  layout: Layout,
  unfold: (text: string, frame: Frame) => LogicalText,
): LogicalText {
  const start = logicalOffset(made, frame.start) ?? 0;
  return through(unfold(made.text, { ...frame, start, end: made.text.length, reach: undefined, layout }), made);
}

/** The frame of the message whose start line begins at an offset of the document. */
function frameIn(made: LogicalText, at: number, read: ReadFrame): Frame | undefined {
  const from = logicalOffset(made, at);
  if (from === undefined) return undefined;
  const startLines = new StartLines(made.text, from);
  const hit = startLines.after(from);
  if (hit?.start !== from || hit.rows) return undefined;
  const frame = read(made.text, hit, (offset) => startLines.after(offset)?.start ?? Number.POSITIVE_INFINITY);
  if (!frame) return undefined;
  const placed = { ...frame, ...documentSpan(made, frame) };
  if (frame.reach === undefined) return placed;
  return { ...placed, reach: documentSpan(made, { start: frame.start, end: messageEnd(frame) }).end - placed.start };
}
