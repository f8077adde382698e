import { type Analysis, analyse } from './analysis.ts';
import type { OpenDocument } from './document/open-document.ts';

interface Entry {
  readonly version: number;
  readonly analysis: Analysis;
}

/** The newest analysis of each open document; the next one is made from it. */
export class AnalysisCache {
  readonly #entries = new Map<string, Entry>();

  of(document: OpenDocument): Analysis {
    const known = this.#entries.get(document.uri);
    if (known?.version === document.version) return known.analysis;
    const origin = { name: document.uri, languageId: document.languageId };
    const analysis = analyse(document.text, origin, known?.analysis);
    this.#entries.set(document.uri, { version: document.version, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }
}
