import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { DocumentText } from './document-text.ts';

/** A document that is open in an editor, as its last change left it. Immutable. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: DocumentText;
  readonly lineCount: number;
  /** The position of an offset, which is taken for the nearest one of the text; between CR and LF stands none. */
  positionAt(offset: number): Position;
  /** The offset of a position; one behind its line's end is that end, one behind the last line the text's. */
  offsetAt(position: Position): number;
}

/** What keeps open documents makes and changes them by (LSP 3.17 §Text Document Synchronization). */
export const openDocuments = {
  create: (uri: string, languageId: string, version: number, content: string): OpenDocument =>
    openDocument(uri, languageId, version, DocumentText.of(content)),
  update: (
    { uri, languageId, ...before }: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument => openDocument(uri, languageId, version, changes.reduce(changed, before.text)),
};

function openDocument(uri: string, languageId: string, version: number, text: DocumentText): OpenDocument {
  return {
    uri,
    languageId,
    version,
    text,
    lineCount: text.lineCount,
    positionAt: (offset) => positionAt(text, offset),
    offsetAt: (position) => offsetAt(text, position),
  };
}

function changed(text: DocumentText, change: TextDocumentContentChangeEvent): DocumentText {
  // Some clients write null for what is not there.
  if (!('range' in change) || !change.range) return DocumentText.of(change.text);
  const [start, end] = inOrder(text, change.range);
  return text.replaced({ start, end }, change.text);
}

/** A range may have been selected backwards. */
function inOrder(text: DocumentText, { start, end }: Range): readonly [number, number] {
  const [one, other] = [offsetAt(text, start), offsetAt(text, end)];
  return one <= other ? [one, other] : [other, one];
}

function positionAt(text: DocumentText, offset: number): Position {
  const inText = Math.max(0, Math.min(offset, text.length));
  const line = text.lineAt(inText);
  const start = text.lineStart(line);
  return { line, character: beforeBreak(text, start, inText) - start };
}

function offsetAt(text: DocumentText, { line, character }: Position): number {
  if (line >= text.lineCount) return text.length;
  if (line < 0) return 0;
  const start = text.lineStart(line);
  const next = line + 1 < text.lineCount ? text.lineStart(line + 1) : text.length;
  return beforeBreak(text, start, Math.min(start + Math.max(0, character), next));
}

/** An offset on the line that begins at `start`, before the line's break. */
function beforeBreak(text: DocumentText, start: number, offset: number): number {
  let at = offset;
  while (at > start && isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

const isBreak = (code: number): boolean => code === 10 || code === 13;
