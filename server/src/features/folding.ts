import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type Analysis, placedMessage, placedSpan } from '../analysis.ts';
import type { DocumentText } from '../document/document-text.ts';
import { outerStart } from '../readers/log/envelope/surroundings/envelope-lines.ts';
import { isOwnRecord } from '../readers/log/envelope/surroundings/surroundings.ts';
import { type Frame, shifted } from '../readers/log/frame.ts';
import { lineStartBefore } from '../readers/log/shapes/physical-lines.ts';
import { indexIn, type Span, span } from '../sip/span.ts';
import { shapeOf, withoutTrailingBlanks } from './frame-shape.ts';
import { Kept } from './kept.ts';
import { outlineOf } from './message-outline.ts';
import type { Positions } from './positions.ts';

/** Bodies are folded on their own in documents of so many messages. */
const MESSAGES_WITH_BODIES = 2000;

/** Every message folds, with the line above it that tells when and where it went; so does its body. */
export function foldingRanges(analysis: Analysis, positions: Positions): FoldingRange[] {
  const { text, frames } = analysis;
  const ranges: FoldingRange[] = [];
  let lastEndLine = -1;
  frames.forEach((frame, index) => {
    const position = positions.positionAt(frame.start);
    const linesAbove = linesAboveOf(analysis, index, position.line, positions);
    const startLine = Math.max(position.line - (linesAbove ?? 0), lastEndLine + 1);
    const endLine = position.line + shapeOf(text, frame, position, positions).lines;
    if (endLine > startLine) {
      lastEndLine = endLine;
      const kind = FoldingRangeKind.Region;
      if (linesAbove !== null) ranges.push({ startLine, endLine, kind });
      else ranges.push({ startLine, endLine, kind, collapsedText: outlineOf(text, frame).label });
    }
    if (frames.length > MESSAGES_WITH_BODIES) return;
    const { first, last } = bodyLinesOf(text, frame, position.line, positions);
    if (last > first) ranges.push({ startLine: position.line + first, endLine: position.line + last });
  });
  return ranges;
}

/** The lines of a body, counted from the one on which its message starts; the same one where there is nothing to fold. */
interface BodyLines {
  readonly first: number;
  readonly last: number;
}

const bodies = new Kept<BodyLines>();
const noBody: BodyLines = { first: 0, last: 0 };

function bodyLinesOf(text: DocumentText, frame: Frame, line: number, positions: Positions): BodyLines {
  const known = bodies.of(frame);
  if (known) return known;
  const placed = placedMessage(text, frame);
  if (placed.message.body.end <= placed.message.body.start) return bodies.keep(frame, noBody);
  const body = placedSpan(placed, placed.message.body);
  const first = positions.positionAt(body.start).line - line;
  const last = positions.positionAt(withoutTrailingBlanks(text, span(body.start, body.end))).line - line;
  return bodies.keep(frame, { first, last });
}

const heads = new Kept<number | null>();

/**
 * How many lines above its start line a message folds from; null where nothing before its start tells of it.
 * In a log this is kept with the message, which is read anew after an edit between it and the one before it. Messages
 * of other documents outlive such an edit.
 */
function linesAboveOf(
  { dialect, text, frames }: Analysis,
  index: number,
  line: number,
  positions: Positions,
): number | null {
  const frame = frames[index]!;
  const known = dialect === 'log' ? heads.of(frame) : undefined;
  if (known !== undefined) return known;
  const head = headStart(text, frame, frames[index - 1]);
  return heads.keep(frame, head < frame.start ? line - positions.positionAt(head).line : null);
}

/** The lines above a message that may tell of it are not longer. */
const ABOVE_MESSAGE = 65_536;

/**
 * Where the lines begin that tell of a message. A message that stands in a record of its own has none above it, and
 * the line on which the message before it ends is not one of them.
 */
function headStart(text: DocumentText, frame: Frame, before: Frame | undefined): number {
  const near = text.around(frame, ABOVE_MESSAGE, 0);
  const here = shifted(frame, -near.start);
  const behindBefore = Math.max(0, (before?.end ?? 0) - near.start);
  const own = lineStartBefore(near.text, here.start, behindBefore);
  if (isOwnRecord(near.text.slice(own, here.start), frame)) return frame.start;
  const floor = lineStartFrom(near.text, span(behindBefore, here.start));
  return here.start <= floor ? frame.start : outerStart(near.text, here, floor) + near.start;
}

/** The first start of a line in a range; its end where there is none. */
function lineStartFrom(text: string, range: Span): number {
  if (range.start === 0 || text[range.start - 1] === '\n') return range.start;
  const feed = indexIn(text, '\n', range);
  return feed === undefined ? range.end : feed + 1;
}
