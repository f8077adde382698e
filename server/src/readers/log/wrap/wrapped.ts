import { type Frame, type Layout, messageEnd, type WrappedLayout } from '../frame.ts';
import { type LogicalText, LogicalTextBuilder } from '../logical.ts';
import { frameInRemade, type ReadFrame, unfoldRemade } from '../remade.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { beforeTail, behindLead, glueOf } from './glue.ts';
import { type Part, partBehind } from './parts.ts';
import { isFullLine, rowAt } from './rows.ts';
import type { Wrap } from './wrap.ts';
import { wrapsAt } from './wraps-at.ts';

/** Reads messages whose lines a tool broke at a width of its own: as they stood before that, in any other layout. */

/** The frame of a message whose lines are evidently wrapped; `read` knows the other layouts. */
export function frameWrapped(
  text: string,
  hit: StartLineHit,
  nextStart: (from: number) => number,
  read: ReadFrame,
  asItStands: Frame | undefined,
): Frame | undefined {
  if (hit.rows) return undefined;
  for (const wrap of wrapsAt(text, hit)) {
    const start = wrappedStart(text, hit.start, wrap);
    const frame = frameInRemade(text, hit, nextStart, (end) => unwrapped(text, start, end, wrap), read);
    if (!frame || !suits(frame.layout, wrap)) continue;
    if (wrap.isSure || hit.isTorn || (asItStands?.state === 'partial' && frame.state === 'complete'))
      return { ...frame, layout: { kind: 'wrapped', wrap, layout: frame.layout } };
  }
  return undefined;
}

/** Whether a message in a layout can have been wrapped so: lines are not those of one line, and the other way round. */
const suits = ({ kind }: Layout, { oneLine }: Wrap): boolean =>
  kind === 'lines' ? !oneLine : kind === 'coded' ? oneLine : kind !== 'wrapped' && kind !== 'tree';

export function unfoldWrapped(
  text: string,
  frame: Frame,
  { wrap, layout }: WrappedLayout,
  unfold: (text: string, frame: Frame) => LogicalText,
): LogicalText {
  const flat = unwrapped(text, wrappedStart(text, frame.start, wrap), messageEnd(frame), wrap);
  return unfoldRemade(flat, frame, layout, unfold);
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
