import type { Position } from 'vscode-languageserver-types';
import type { DocumentText } from '../document/document-text.ts';
import type { Frame } from '../readers/log/frame.ts';
import { indexIn, type Span, span } from '../sip/span.ts';
import { Kept } from './kept.ts';
import type { Positions } from './positions.ts';

/**
 * Where a message and its first line end, counted from where it starts: edits that only move it leave this as it is,
 * and of all its positions only the first has to be looked for.
 */
export interface FrameShape {
  readonly lines: number;
  /** On the last line, or behind the start where that is the same line. */
  readonly characters: number;
  readonly firstLines: number;
  readonly firstCharacters: number;
}

const shapes = new Kept<FrameShape>();

/** The shape of a message without the blanks behind it; kept with it. */
export function shapeOf(text: DocumentText, frame: Frame, start: Position, positions: Positions): FrameShape {
  const known = shapes.of(frame);
  if (known) return known;
  const full = span(frame.start, withoutTrailingBlanks(text, frame));
  const end = positions.positionAt(full.end);
  const firstEnd = positions.positionAt(firstLineOf(text, full).end);
  return shapes.keep(frame, {
    lines: end.line - start.line,
    characters: end.character - (end.line === start.line ? start.character : 0),
    firstLines: firstEnd.line - start.line,
    firstCharacters: firstEnd.character - (firstEnd.line === start.line ? start.character : 0),
  });
}

/** The position so many lines and characters behind another one. */
export const behind = (start: Position, lines: number, characters: number): Position => ({
  line: start.line + lines,
  character: lines === 0 ? start.character + characters : characters,
});

export function firstLineOf(text: DocumentText, range: Span): Span {
  const near = text.around(range, 0, 0);
  const { start } = near;
  const end = start + (indexIn(near.text, '\n', span(range.start - start, range.end - start)) ?? range.end - start);
  return span(range.start, end > range.start && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
}

export function withoutTrailingBlanks(text: DocumentText, range: Span): number {
  let end = range.end;
  while (end > range.start && text.charCodeAt(end - 1) <= 32) end--;
  return end;
}
