import type { Span } from '../../sip/span.ts';

/**
 * The text of one message as it went over the wire, with the way back to the document: a log's prefixes are gone,
 * its `#015#012` are line breaks, its `\"` are quotes. Line breaks are LF or what the document has.
 */
export interface LogicalText {
  readonly text: string;
  readonly pieces: readonly Piece[];
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

/** The logical text of a range that stands in the document as it is. */
export const verbatim = (text: string, start: number, end: number): LogicalText => ({
  text: text.slice(start, end),
  pieces: [{ logical: 0, length: end - start, document: start, documentLength: end - start }],
});

/** Collects the pieces of a logical text in document order. */
export class LogicalTextBuilder {
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;

  /** Takes a range of the document as it is. */
  copy(document: string, start: number, end: number): void {
    if (end > start) this.#add(document.slice(start, end), start, end - start);
  }

  /** Takes `decoded` for a range of the document. */
  decode(decoded: string, start: number, end: number): void {
    this.#add(decoded, start, end - start);
  }

  /** Takes something else for the line break that was taken last. */
  replaceLineBreak(instead: string): void {
    const last = this.#pieces.at(-1);
    if (!last || this.#parts.at(-1) !== '\n') return;
    this.#parts[this.#parts.length - 1] = instead;
    this.#pieces[this.#pieces.length - 1] = { ...last, length: instead.length };
    this.#length += instead.length - 1;
  }

  build(): LogicalText {
    return { text: this.#parts.join(''), pieces: this.#pieces };
  }

  #add(part: string, document: number, documentLength: number): void {
    this.#parts.push(part);
    this.#pieces.push({ logical: this.#length, length: part.length, document, documentLength });
    this.#length += part.length;
  }
}

/** The same text where what it was read from begins at `start` of the document. */
export const inDocument = ({ text, pieces }: LogicalText, start: number): LogicalText => ({
  text,
  pieces: pieces.map((piece) => ({ ...piece, document: piece.document + start })),
});

/** The document span of a span of the logical text. */
export function documentSpan(logical: LogicalText, range: Span): Span {
  const start = documentOffset(logical, range.start);
  if (range.end <= range.start) return { start, end: start };
  const last = pieceAt(logical.pieces, range.end - 1, (piece) => piece.logical);
  if (!last) return { start, end: start };
  const end =
    last.length === last.documentLength
      ? last.document + (range.end - last.logical)
      : last.document + last.documentLength;
  return { start, end };
}

/** The document offset of a logical one; the end of the text maps behind the last piece. */
export function documentOffset(logical: LogicalText, offset: number): number {
  const piece = pieceAt(logical.pieces, offset, (one) => one.logical);
  if (!piece) return 0;
  const within = offset - piece.logical;
  if (within >= piece.length) return piece.document + piece.documentLength;
  return piece.length === piece.documentLength ? piece.document + within : piece.document;
}

/** The logical offset of a document one; undefined in what is not part of the message, such as a prefix. */
export function logicalOffset(logical: LogicalText, offset: number): number | undefined {
  const piece = pieceAt(logical.pieces, offset, (one) => one.document);
  if (!piece || offset > piece.document + piece.documentLength) return undefined;
  return piece.length === piece.documentLength ? piece.logical + (offset - piece.document) : piece.logical;
}

/** The last piece that starts at or before the offset. */
function pieceAt(pieces: readonly Piece[], offset: number, key: (piece: Piece) => number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (key(pieces[middle]!) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
