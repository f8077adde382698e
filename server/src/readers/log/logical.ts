import type { Span } from '../../sip/span.ts';

/**
 * The text of one message as it went over the wire, with the way back to the document: a log's prefixes are gone,
 * its `#015#012` are line breaks, its `\"` are quotes. Line breaks are LF or what the document has.
 */
export class LogicalText {
  readonly text: string;
  /** The pieces, as four numbers each (see `Piece`): most texts are read and nobody asks for their places. */
  readonly runs: readonly number[];

  constructor(text: string, runs: readonly number[]) {
    this.text = text;
    this.runs = runs;
  }

  get pieces(): readonly Piece[] {
    return Array.from({ length: this.runs.length / NUMBERS }, (_, index) => pieceOf(this.runs, index * NUMBERS));
  }
}

/**
 * A run of the logical text and the run of the document it came from, in document order. Where the two lengths
 * differ, the piece is one decoded escape, which only maps as a whole.
 */
export interface Piece {
  readonly logical: number;
  readonly length: number;
  readonly document: number;
  readonly documentLength: number;
}

/** Where in its four numbers a piece has where it starts. */
const LOGICAL = 0;
const DOCUMENT = 2;
const NUMBERS = 4;

const pieceOf = (runs: readonly number[], at: number): Piece => ({
  logical: runs[at]!,
  length: runs[at + 1]!,
  document: runs[at + DOCUMENT]!,
  documentLength: runs[at + 3]!,
});

/** The logical text of a range that stands in the document as it is. */
export const verbatim = (text: string, start: number, end: number): LogicalText =>
  new LogicalText(text.slice(start, end), [0, end - start, start, end - start]);

/** Collects the pieces of a logical text in document order. */
export class LogicalTextBuilder {
  /** Without the part that was taken last, which may yet be replaced: engines copy a text that is cut. */
  #text = '';
  #lastPart = '';
  readonly #runs: number[] = [];

  /** Takes a range of the document as it is. */
  copy(document: string, start: number, end: number): void {
    if (end > start) this.#add(document.slice(start, end), start, end - start);
  }

  /** Takes a text that stands in the document as it is. */
  take(text: string, start: number): void {
    this.#add(text, start, text.length);
  }

  /** Takes `decoded` for a range of the document. */
  decode(decoded: string, start: number, end: number): void {
    this.#add(decoded, start, end - start);
  }

  /** Takes something else for the line break that was taken last. */
  replaceLineBreak(instead: string): void {
    if (this.#lastPart !== '\n') return;
    this.#lastPart = instead;
    this.#runs[this.#runs.length - NUMBERS + 1] = instead.length;
  }

  build(): LogicalText {
    return new LogicalText(this.#text + this.#lastPart, this.#runs);
  }

  #add(part: string, document: number, documentLength: number): void {
    this.#text += this.#lastPart;
    this.#lastPart = part;
    this.#runs.push(this.#text.length, part.length, document, documentLength);
  }
}

/** The same text where what it was read from begins at `start` of the document. */
export const inDocument = ({ text, runs }: LogicalText, start: number): LogicalText =>
  new LogicalText(
    text,
    runs.map((number, i) => (i % NUMBERS === DOCUMENT ? number + start : number)),
  );

/** The same text where what it was read from is itself a text that was read from the document. */
export function through({ text, pieces }: LogicalText, outer: LogicalText): LogicalText {
  const builder = new LogicalTextBuilder();
  for (const { logical, length, document, documentLength } of pieces) {
    const part = text.slice(logical, logical + length);
    const end = document + documentLength;
    if (length !== documentLength) {
      const { start, end: to } = documentSpan(outer, { start: document, end });
      builder.decode(part, start, to);
      continue;
    }
    for (let at = document; at < end; ) {
      const piece = pieceAt(outer.runs, at, LOGICAL);
      if (!piece || at >= piece.logical + piece.length) break;
      const to = Math.min(end, piece.logical + piece.length);
      const taken = part.slice(at - document, to - document);
      if (piece.length === piece.documentLength) builder.take(taken, piece.document + at - piece.logical);
      else builder.decode(taken, piece.document, piece.document + piece.documentLength);
      at = to;
    }
  }
  return builder.build();
}

/** The document span of a span of the logical text. */
export function documentSpan(logical: LogicalText, range: Span): Span {
  const start = documentOffset(logical, range.start);
  const end = range.end <= range.start ? undefined : documentEnd(logical, range.end);
  return { start, end: end ?? start };
}

/** The document offset behind what stands before a logical one, which must not be 0. */
function documentEnd(logical: LogicalText, end: number): number | undefined {
  const last = pieceAt(logical.runs, end - 1, LOGICAL);
  if (!last) return undefined;
  return last.length === last.documentLength
    ? last.document + (end - last.logical)
    : last.document + last.documentLength;
}

/** The document offset of a logical one; the end of the text maps behind the last piece. */
export function documentOffset(logical: LogicalText, offset: number): number {
  const piece = pieceAt(logical.runs, offset, LOGICAL);
  if (!piece) return 0;
  const within = offset - piece.logical;
  if (within >= piece.length) return piece.document + piece.documentLength;
  return piece.length === piece.documentLength ? piece.document + within : piece.document;
}

/** The logical offset of a document one; undefined in what is not part of the message, such as a prefix. */
export function logicalOffset(logical: LogicalText, offset: number): number | undefined {
  const piece = pieceAt(logical.runs, offset, DOCUMENT);
  if (!piece || offset > piece.document + piece.documentLength) return undefined;
  return piece.length === piece.documentLength ? piece.logical + (offset - piece.document) : piece.logical;
}

/** The last piece that starts at or before the offset in the text or in the document; the first one before them all. */
function pieceAt(runs: readonly number[], offset: number, key: typeof LOGICAL | typeof DOCUMENT): Piece | undefined {
  if (runs.length === 0) return undefined;
  let low = 0;
  let high = runs.length / NUMBERS - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle * NUMBERS + key]! <= offset) low = middle;
    else high = middle - 1;
  }
  return pieceOf(runs, low * NUMBERS);
}
