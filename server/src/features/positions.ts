import type { Range } from 'vscode-languageserver-types';
import type { OpenDocument } from '../document/open-document.ts';
import type { Span } from '../sip/span.ts';

/** The way between offsets and lines, which the editor's document keeps. */
export type Positions = Pick<OpenDocument, 'positionAt' | 'offsetAt' | 'lineCount'>;

export const rangeOf = (positions: Positions, span: Span): Range => ({
  start: positions.positionAt(span.start),
  end: positions.positionAt(span.end),
});

export const spanOf = (positions: Positions, range: Range): Span => ({
  start: positions.offsetAt(range.start),
  end: positions.offsetAt(range.end),
});
