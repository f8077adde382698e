import assert from 'node:assert/strict';
import type { Position, Range } from 'vscode-languageserver-types';
import { type Analysis, envelopeAt, placedMessage } from '../../server/src/analysis.ts';
import type { OpenDocument } from '../../server/src/document/open-document.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { complete, resolveCompletion } from '../../server/src/features/completion/completion.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { documentHighlights } from '../../server/src/features/highlights.ts';
import { hover } from '../../server/src/features/hover.ts';
import { selectionRange } from '../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { statusOf } from '../../server/src/features/status.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import type { Language } from '../../server/src/knowledge/language.ts';
import type { TestDocument } from '../support/documents.ts';

/** Asks everything that an editor can ask of a document, and checks that every range of the answers is inside it. */
export function askEverything({ document, analysis }: TestDocument, offsets: readonly number[]): void {
  assertFrames(analysis);
  askForDocument(document, analysis);
  for (const offset of offsets) askAt(document, analysis, Math.min(offset, analysis.text.length));
}

/** Frames are in order, do not overlap, and their messages map into the document. */
export function assertFrames({ text, frames }: Analysis): void {
  let floor = 0;
  for (const frame of frames) {
    assert.ok(floor <= frame.start && frame.start < frame.end && frame.end <= text.length, describe(frame, text));
    for (const piece of placedMessage(text, frame).logical.pieces) {
      assert.ok(frame.start <= piece.document && piece.document + piece.documentLength <= frame.end);
    }
    floor = frame.end;
  }
}

const describe = ({ start, end }: { start: number; end: number }, { length }: { length: number }): string =>
  `${start}–${end} of ${length}`;

function askForDocument(document: OpenDocument, analysis: Analysis): void {
  const inside = insideOf(document);
  for (const language of ['en', 'tr'] as const) {
    for (const { range } of diagnostics(analysis, language, {}, document)) inside(range);
    assert.notEqual(statusOf(analysis, language).text, '');
  }
  for (const symbol of documentSymbols(analysis, document)) {
    for (const one of [symbol, ...(symbol.children ?? [])]) {
      inside(one.range);
      inside(one.selectionRange);
      assert.ok(isWithin(one.selectionRange, one.range), 'a symbol is selected within itself');
      assert.notEqual(one.name, '');
    }
  }
  for (const { startLine, endLine } of foldingRanges(analysis, document)) {
    assert.ok(0 <= startLine && startLine < endLine && endLine < document.lineCount);
  }
  const whole = { start: 0, end: Math.min(analysis.text.length, 100_000) };
  assert.equal(semanticTokens(analysis, whole, document).data.length % 5, 0);
  codeActions(analysis, document.uri, whole, diagnostics(analysis, 'en', {}, document), 'en', {}, document);
  for (let i = 0; i < Math.min(analysis.frames.length, 100); i++) envelopeAt(analysis, i);
}

function askAt(document: OpenDocument, analysis: Analysis, offset: number): void {
  const inside = insideOf(document);
  for (const language of ['en', 'tr'] as Language[]) {
    const shown = hover(analysis, offset, language, document);
    if (shown?.range) inside(shown.range);
  }
  const list = complete(analysis, offset, { snippets: true }, document);
  for (const item of list) {
    const edit = item.textEdit;
    if (edit && 'range' in edit) inside(edit.range);
    for (const { range } of item.additionalTextEdits ?? []) inside(range);
  }
  if (list[0]) resolveCompletion(list[0], 'tr');
  for (const { range } of documentHighlights(analysis, offset, document)) inside(range);
  for (let at: ReturnType<typeof selectionRange> | undefined = selectionRange(analysis, offset, document); at; ) {
    inside(at.range);
    if (at.parent) assert.ok(isWithin(at.range, at.parent.range), 'a selection grows');
    at = at.parent;
  }
  semanticTokens(analysis, { start: offset, end: Math.min(offset + 200, analysis.text.length) }, document);
}

function insideOf(document: OpenDocument): (range: Range) => void {
  const last = document.positionAt(document.text.length);
  return ({ start, end }) => {
    assert.ok(isAtOrBefore({ line: 0, character: 0 }, start));
    assert.ok(isAtOrBefore(start, end) && isAtOrBefore(end, last), JSON.stringify({ start, end, last }));
  };
}

const isAtOrBefore = (one: Position, other: Position): boolean =>
  one.line < other.line || (one.line === other.line && one.character <= other.character);

const isWithin = (inner: Range, outer: Range): boolean =>
  isAtOrBefore(outer.start, inner.start) && isAtOrBefore(inner.end, outer.end);
