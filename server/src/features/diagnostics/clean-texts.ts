import { ownCopy } from '../../sip/own-copy.ts';
import type { Report } from './judged.ts';

/** A longer text is hardly ever seen twice. */
const LONGEST = 4096;

/**
 * Texts that were judged and found without a fault. Traffic repeats itself: the fields of a transaction stand in each
 * of its messages, and a product writes the same `Allow` into all of them. Only what depends on the text alone may be
 * remembered here. The least recent texts are forgotten, so that the memory stays small.
 */
export class CleanTexts {
  readonly #most: number;
  #recent = new Set<string>();
  #older = new Set<string>();

  /** `most` texts are remembered for sure, twice as many at most. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Judges a text unless it was found without a fault before. */
  judge(text: string, report: Report, judge: (report: Report) => void): void {
    if (this.#has(text)) return;
    let isClean = true;
    judge((...finding) => {
      isClean = false;
      report(...finding);
    });
    if (isClean) this.#add(text);
  }

  #has(text: string): boolean {
    if (this.#recent.has(text)) return true;
    if (!this.#older.has(text)) return false;
    this.#add(text);
    return true;
  }

  #add(text: string): void {
    if (text.length > LONGEST) return;
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Set();
    }
    this.#recent.add(ownCopy(text));
  }
}
