import type { CodedLayout, Frame, LinesLayout, WrappedLayout } from '../frame.ts';
import { documentSpan, type LogicalText, LogicalTextBuilder, logicalOffset, through } from '../logical.ts';
import { LONGEST_ON_ONE_LINE } from '../reach.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import { type StartLineHit, StartLines } from '../start-lines/start-lines.ts';
import { beforeTail, behindLead, glueOf } from './glue.ts';
import { type Part, partBehind } from './parts.ts';
import { isFullLine, rowAt } from './rows.ts';
import type { Wrap } from './wrap.ts';
import { wrapsAt } from './wraps-at.ts';

/** Reads messages whose lines a tool broke at a width of its own: as they stood before that, in any other layout. */

type ReadFrame = (text: string, hit: StartLineHit, nextStart: (from: number) => number) => Frame | undefined;

/** So much behind the next start line is unwrapped with the message, for that line may stand in its body. */
const BEHIND_NEXT_START = 2048;

/** The frame of a message whose lines are evidently wrapped; `read` knows the other layouts. */
export function frameWrapped(
  text: string,
  hit: StartLineHit,
  nextStart: (from: number) => number,
  read: ReadFrame,
  asItStands: Frame | undefined,
): Frame | undefined {
  if (hit.rows) return undefined;
  const furthest = Math.min(text.length, hit.start + LONGEST_ON_ONE_LINE);
  for (const wrap of wrapsAt(text, hit)) {
    const near = Math.min(furthest, nextStart(hit.end) + BEHIND_NEXT_START);
    const frame = frameBefore(text, hit, near, wrap, read);
    const isCut = frame !== undefined && frame.end >= near && near < furthest;
    const whole = isCut ? frameBefore(text, hit, furthest, wrap, read) : frame;
    if (whole && (wrap.isSure || hit.isTorn || (asItStands?.state === 'partial' && whole.state === 'complete')))
      return whole;
  }
  return undefined;
}

/** The frame in what stands before an offset. */
function frameBefore(text: string, hit: StartLineHit, end: number, wrap: Wrap, read: ReadFrame): Frame | undefined {
  const flat = unwrapped(text, wrappedStart(text, hit.start, wrap), end, wrap);
  const from = logicalOffset(flat, hit.start);
  if (from === undefined) return undefined;
  const startLines = new StartLines(flat.text, from);
  const start = startLines.after(from);
  if (start?.start !== from || start.rows) return undefined;
  const frame = read(flat.text, start, (offset) => startLines.after(offset)?.start ?? Number.POSITIVE_INFINITY);
  const layout = frame?.layout;
  if (!layout || (layout.kind !== 'lines' && layout.kind !== 'coded') || (layout.kind === 'coded') !== wrap.oneLine)
    return undefined;
  return { ...frame, ...documentSpan(flat, frame), layout: { kind: 'wrapped', wrap, layout } };
}

export function unfoldWrapped(
  text: string,
  frame: Frame,
  { wrap, layout }: WrappedLayout,
  unfold: (text: string, frame: Frame & { readonly layout: LinesLayout | CodedLayout }) => LogicalText,
): LogicalText {
  const flat = unwrapped(text, wrappedStart(text, frame.start, wrap), frame.end, wrap);
  const start = logicalOffset(flat, frame.start) ?? 0;
  return through(unfold(flat.text, { ...frame, start, end: flat.text.length, layout }), flat);
}

/** What opened a string may stand so many lines above its message. */
const LINES_ABOVE = 2;
const LONGEST_LINE = 1024;

/** Where the text is unwrapped from: the line of a message, or the first of those that it goes on with. */
function wrappedStart(text: string, messageStart: number, wrap: Wrap): number {
  let start = lineStartBefore(text, messageStart, Math.max(0, messageStart - LONGEST_LINE));
  for (let i = 0; wrap.oneLine && i < LINES_ABOVE && start > 0; i++) {
    const above = lineStartBefore(text, start - 1, Math.max(0, start - LONGEST_LINE));
    if (!isFullLine(text, above, wrap)) break;
    start = above;
  }
  return start;
}

/** The text of a range as it was before its lines were wrapped, with the way back. */
function unwrapped(text: string, start: number, end: number, wrap: Wrap): LogicalText {
  const builder = new LogicalTextBuilder();
  let part: Part = 'head';
  let row = rowAt(text, start, wrap);
  for (let from = row.start; from < end; ) {
    const next = row.next < end ? rowAt(text, row.next, wrap) : undefined;
    const glue = next && glueOf(text, row, next, wrap, part);
    if (next === undefined || glue === undefined) {
      const to = Math.min(end, row.end);
      builder.copy(text, from, to);
      if (to < Math.min(end, row.next)) builder.decode('\n', to, Math.min(end, row.next));
      if (row.content >= row.end && part === 'head') part = partBehind(text, row.next, wrap);
      from = row.next;
    } else {
      const to = beforeTail(text, row, wrap);
      builder.copy(text, from, to);
      from = behindLead(text, next, wrap);
      builder.decode(glue, to, from);
    }
    if (next === undefined) break;
    row = next;
  }
  return builder.build();
}
