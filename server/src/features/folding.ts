import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type Analysis, placedMessage, placedSpan } from '../analysis.ts';
import type { DocumentText } from '../document/document-text.ts';
import { outerStart } from '../readers/log/envelope-lines.ts';
import { type Frame, shifted } from '../readers/log/frame.ts';
import { lineStartBefore } from '../readers/log/line-shapes.ts';
import { isOwnRecord } from '../readers/log/surroundings.ts';
import { span } from '../sip/span.ts';
import { outlineOf } from './message-outline.ts';
import type { Positions } from './positions.ts';
import { withoutTrailingBlanks } from './symbols.ts';

/** Bodies are folded on their own in documents of so many messages. */
const MESSAGES_WITH_BODIES = 2000;

/** Every message folds, with the line above it that tells when and where it went; so does its body. */
export function foldingRanges(analysis: Analysis, positions: Positions): FoldingRange[] {
  const { text, frames } = analysis;
  const ranges: FoldingRange[] = [];
  let lastEndLine = -1;
  frames.forEach((frame, index) => {
    const start = headStart(text, frame, frames[index - 1], positions);
    const startLine = Math.max(positions.positionAt(start).line, lastEndLine + 1);
    const endLine = positions.positionAt(withoutTrailingBlanks(text, frame)).line;
    if (endLine > startLine) {
      lastEndLine = endLine;
      const collapsedText = start < frame.start ? undefined : outlineOf(text, frame).label;
      ranges.push({ startLine, endLine, kind: FoldingRangeKind.Region, ...(collapsedText ? { collapsedText } : {}) });
    }
    if (frames.length > MESSAGES_WITH_BODIES) return;
    const placed = placedMessage(text, frame);
    if (placed.message.body.end <= placed.message.body.start) return;
    const body = placedSpan(placed, placed.message.body);
    const bodyStart = positions.positionAt(body.start).line;
    const bodyEnd = positions.positionAt(withoutTrailingBlanks(text, span(body.start, body.end))).line;
    if (bodyEnd > bodyStart) ranges.push({ startLine: bodyStart, endLine: bodyEnd });
  });
  return ranges;
}

/** The lines above a message that may tell of it are not longer. */
const ABOVE_MESSAGE = 65_536;

/**
 * Where the lines begin that tell of a message. A message that stands in a record of its own has none above it, and
 * the line on which the message before it ends is not one of them.
 */
function headStart(text: DocumentText, frame: Frame, before: Frame | undefined, positions: Positions): number {
  const near = text.around(frame, ABOVE_MESSAGE, 0);
  const here = shifted(frame, -near.start);
  const own = lineStartBefore(near.text, here.start, Math.max(0, (before?.end ?? 0) - near.start));
  if (isOwnRecord(near.text.slice(own, here.start), frame)) return frame.start;
  const outerFrom = (floor: number) => outerStart(near.text, here, Math.max(0, floor - near.start)) + near.start;
  if (!before) return outerFrom(0);
  const { line, character } = positions.positionAt(before.end);
  const floor = character === 0 ? before.end : positions.offsetAt({ line: line + 1, character: 0 });
  return frame.start <= floor ? frame.start : outerFrom(floor);
}
