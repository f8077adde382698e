import { copyDecoded, doubledQuotes, escapeStyles } from '../escapes.ts';
import type { Frame, LinesLayout } from '../frame.ts';
import { type LogicalText, LogicalTextBuilder, verbatim } from '../logical.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { contentLineAt, type Take, type Walk } from './content-lines.ts';
import { closedAt, fieldEnd } from './enclosures.ts';
import { walkMessage } from './lines-walk.ts';

/** Reads messages whose lines stand on physical lines, behind prefixes and between the lines of other programs. */

/** The frame of a message that starts at `hit`; `nextStart` tells of the start line behind an offset. */
export function frameOnLines(
  document: string,
  hit: StartLineHit,
  layout: LinesLayout,
  nextStart: (from: number) => number,
): Frame {
  const text = document.slice(0, enclosedEnd(document, hit, layout, nextStart));
  const walk = walkMessage(text, hit, layout, nextStart);
  return {
    start: hit.start,
    end: walk.end,
    layout: walk.mixed === layout.mixed && !walk.folded ? layout : withWalk(layout, walk),
    state: walk.complete ? 'complete' : 'partial',
    identity: {},
  };
}

const withWalk = (layout: LinesLayout, { mixed, folded }: Walk): LinesLayout =>
  folded ? { ...layout, mixed, folded } : { ...layout, mixed };

/** Where what encloses a message ends it; undefined where nothing does. */
function enclosedEnd(
  text: string,
  { end }: StartLineHit,
  { quote, closer }: LinesLayout,
  nextStart: (from: number) => number,
): number | undefined {
  if (quote) return fieldEnd(text, end, quote);
  if (closer === undefined) return undefined;
  const furthest = end + LONGEST_ENCLOSED;
  const next = nextStart(end);
  // The next start line may stand in the body.
  return closedAt(text, end, next < furthest ? Math.min(nextStart(next + 1), furthest) : furthest, closer);
}

/** A message is not longer than this in what encloses it. */
const LONGEST_ENCLOSED = 65_536;

/** The text of a message on lines, from the frame that `frameOnLines` made. */
export function unfoldLines(text: string, frame: Frame, layout: LinesLayout): LogicalText {
  if (isVerbatim(layout)) return verbatim(text, frame.start, frame.end);
  const builder = new LogicalTextBuilder();
  const style = layout.escapes ? escapeStyles[layout.escapes] : layout.quote && doubledQuotes[layout.quote];
  const take: Take = (start, end, next, glue) => {
    if (glue !== undefined) builder.replaceLineBreak(glue);
    copyDecoded(builder, text, start, end, style);
    if (next > end) builder.decode('\n', end, Math.min(next, frame.end));
  };
  if (layout.whole) {
    takeAll(text.slice(0, frame.end), frame, layout, take);
    return builder.build();
  }
  // Within the frame the body's end is known, so that start lines in it need not be looked for again.
  walkMessage(
    text.slice(0, frame.end),
    { start: frame.start, end: frame.start },
    layout,
    () => Number.POSITIVE_INFINITY,
    take,
  );
  return builder.build();
}

function takeAll(text: string, frame: Frame, layout: LinesLayout, take: Take): void {
  const first = contentLineAt(text, frame.start, layout, true);
  take(frame.start, Math.min(first.end, frame.end), first.next);
  for (let at = first.next; at < frame.end; ) {
    const line = contentLineAt(text, at, layout);
    take(line.start, Math.min(line.end, frame.end), line.next);
    at = line.next;
  }
}

function isVerbatim(layout: LinesLayout): boolean {
  if (
    layout.prefix !== '' ||
    layout.border !== undefined ||
    layout.suffixes.length > 0 ||
    layout.doubled ||
    layout.mixed ||
    layout.quote
  )
    return false;
  return layout.escapes === undefined && layout.startLine === undefined;
}
