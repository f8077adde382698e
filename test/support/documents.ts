import type { Range } from 'vscode-languageserver-types';
import { type Analysis, analyse } from '../../server/src/analysis.ts';
import { type OpenDocument, openDocuments } from '../../server/src/document/open-document.ts';

/** A document with its analysis, as the server holds it. */
export interface TestDocument {
  readonly document: OpenDocument;
  readonly analysis: Analysis;
}

export function documentOf(text: string, name = 'trace.log', languageId = languageOf(name)): TestDocument {
  const document = openDocuments.create(`file:///${name}`, languageId, 1, text);
  return { document, analysis: analyse(document.text, { name, languageId }) };
}

export const textIn = ({ text, offsetAt }: OpenDocument, { start, end }: Range): string =>
  text.slice(offsetAt(start), offsetAt(end));

const languageOf = (name: string): string => (name.endsWith('.sip') ? 'sip' : 'log');

/** Takes the `|` out of a text that marks the caret, and tells where it stood. */
export function withCaret(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('The text has no caret: put a | where it stands.');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
