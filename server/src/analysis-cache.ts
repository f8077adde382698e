import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from './analysis.ts';

interface Entry {
  readonly version: number;
  readonly analysis: Analysis;
}

/** The newest analysis of each open document; the next one is made from it. */
export class AnalysisCache {
  readonly #entries = new Map<string, Entry>();

  of(document: TextDocument): Analysis {
    const known = this.#entries.get(document.uri);
    if (known?.version === document.version) return known.analysis;
    const origin = { name: document.uri, languageId: document.languageId };
    const analysis = analyse(document.getText(), origin, known?.analysis);
    this.#entries.set(document.uri, { version: document.version, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }
}
