import { ownCopy } from '../sip/own-copy.ts';
import { LineStarts } from './line-starts.ts';

/** A part of a longer text than this shares its characters; of a shorter one it would keep more alive than it is. */
const SHARED = 131_072;

/** A run of a document's text, the same object in all versions of the document that hold it unchanged. */
export class Piece {
  readonly text: string;
  #lines: LineStarts | undefined;

  constructor(text: string, lines?: LineStarts) {
    this.text = text;
    this.#lines = lines;
  }

  get length(): number {
    return this.text.length;
  }

  get lines(): LineStarts {
    this.#lines ??= LineStarts.of(this.text);
    return this.#lines;
  }

  /** A part of it, itself where that is all of it. */
  part(start: number, end: number): Piece {
    if (start === 0 && end === this.length) return this;
    const text = this.text.slice(start, end);
    return this.length < SHARED ? new Piece(ownCopy(text)) : new Piece(text, this.#lines?.part(start, end));
  }
}
