import type { Span } from '../sip/span.ts';
import { commonPrefix, commonSuffix } from './common-ends.ts';
import { Piece } from './piece.ts';

/** A part of a document in one string, and where it begins in the document. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

/** An edit takes so much of its surroundings into a piece of its own, where further edits stay cheap. */
const AROUND_EDIT = 32_768;
/** So many pieces are made one again. */
const MOST_PIECES = 1000;
/** A stretch that is made of pieces is made longer than it was asked for: the next one is mostly in it. */
const SPARE = 262_144;

/**
 * One version of a document's text, immutable, in pieces that it shares with the versions before it: an edit of a
 * long text costs what was edited, where a string would be copied. A text that was not edited is one piece.
 */
export class DocumentText {
  readonly length: number;
  readonly #pieces: readonly Piece[];
  readonly #starts: readonly number[];
  #linesBefore: readonly number[] | undefined;
  #whole: string | undefined;
  #stretch: Stretch | undefined;

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    const starts: number[] = [];
    let length = 0;
    for (const piece of pieces) {
      starts.push(length);
      length += piece.length;
    }
    this.#starts = starts;
    this.length = length;
  }

  static of(text: string): DocumentText {
    return new DocumentText([new Piece(text)]);
  }

  /** All of it in one string, which is made once: for what reads the whole anyway. */
  get whole(): string {
    this.#whole ??= this.#pieces.length === 1 ? this.#pieces[0]!.text : this.#pieces.map(({ text }) => text).join('');
    return this.#whole;
  }

  slice(start: number, end = this.length): string {
    if (end <= start) return '';
    const { text, start: from } = this.#pieceAt(start);
    if (end <= from + text.length) return text.slice(start - from, end - from);
    return this.#parts(start, end)
      .map((part) => part.text)
      .join('');
  }

  /** `NaN` outside the text. */
  charCodeAt(offset: number): number {
    if (offset < 0 || offset >= this.length) return Number.NaN;
    const { text, start } = this.#pieceAt(offset);
    return text.charCodeAt(offset - start);
  }

  /** A range with so much before and behind it as a reader may look at, or more where that costs nothing. */
  around(range: Span, before: number, behind: number): Stretch {
    const start = Math.max(0, range.start - before);
    const end = Math.min(this.length, range.end + behind);
    if (this.#whole !== undefined) return { text: this.#whole, start: 0 };
    if (this.#stretch && holds(this.#stretch, start, end)) return this.#stretch;
    const piece = this.#pieceAt(start);
    if (holds(piece, start, end)) return piece;
    const from = Math.max(0, start - SPARE);
    this.#stretch = { text: this.slice(from, Math.min(this.length, end + SPARE)), start: from };
    return this.#stretch;
  }

  /** Where a text that is not empty stands, in order. */
  *indicesOf(wanted: string): Generator<number> {
    for (let i = 0; i < this.#pieces.length; i++) {
      const { text } = this.#pieces[i]!;
      const start = this.#starts[i]!;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) yield start + at;
      const seam = start + text.length;
      const from = Math.max(start, seam - wanted.length + 1);
      if (seam === this.length) return;
      const over = this.slice(from, Math.min(this.length, seam + wanted.length - 1));
      for (let at = over.indexOf(wanted); at >= 0 && from + at < seam; at = over.indexOf(wanted, at + 1)) {
        yield from + at;
      }
    }
  }

  /** The next version, in which `inserted` stands for a range. */
  replaced(range: Span, inserted: string): DocumentText {
    const start = this.#cutBefore(range.start);
    const end = this.#cutBehind(range.end);
    const middle = [this.slice(start, range.start), inserted, this.slice(range.end, end)].join('');
    const around = [...this.#parts(0, start), new Piece(middle), ...this.#parts(end, this.length)];
    const pieces = around.filter((piece) => piece.length > 0);
    if (pieces.length === 0) return DocumentText.of('');
    const next = new DocumentText(pieces);
    return pieces.length <= MOST_PIECES ? next : DocumentText.of(next.whole);
  }

  /** How many characters two texts have in common at their start. What they share is not compared. */
  commonPrefix(other: DocumentText): number {
    const longest = Math.min(this.length, other.length);
    let at = 0;
    while (at < longest) {
      const [one, two] = [this.#pieceAt(at), other.#pieceAt(at)];
      const end = Math.min(one.start + one.text.length, two.start + two.text.length, longest);
      if (!(one.piece === two.piece && one.start === two.start)) {
        const same = commonPrefix(
          one.text.slice(at - one.start, end - one.start),
          two.text.slice(at - two.start, end - two.start),
        );
        if (at + same < end) return at + same;
      }
      at = end;
    }
    return at;
  }

  /** How many characters two texts have in common at their end, `longest` at most. */
  commonSuffix(other: DocumentText, longest: number): number {
    let length = 0;
    while (length < longest) {
      const [ends, otherEnds] = [this.length - length, other.length - length];
      const [one, two] = [this.#pieceAt(ends - 1), other.#pieceAt(otherEnds - 1)];
      const compared = Math.min(ends - one.start, otherEnds - two.start, longest - length);
      if (!(one.piece === two.piece && ends - one.start === otherEnds - two.start)) {
        const same = commonSuffix(
          one.text.slice(ends - one.start - compared, ends - one.start),
          two.text.slice(otherEnds - two.start - compared, otherEnds - two.start),
          compared,
        );
        if (same < compared) return length + same;
      }
      length += compared;
    }
    return length;
  }

  get lineCount(): number {
    return this.#lines.at(-1)! + this.#pieces.at(-1)!.lines.count + 1;
  }

  /** The line, counted from 0, on which an offset stands. */
  lineAt(offset: number): number {
    const index = this.#indexAt(offset);
    return this.#lines[index]! + this.#pieces[index]!.lines.upTo(offset - this.#starts[index]!);
  }

  /** Where a line starts that the text has. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    const index = lastAtMost(this.#lines, line - 1);
    return this.#starts[index]! + this.#pieces[index]!.lines.at(line - 1 - this.#lines[index]!);
  }

  /** How many lines start in the pieces before each. */
  get #lines(): readonly number[] {
    if (this.#linesBefore) return this.#linesBefore;
    const before: number[] = [];
    let count = 0;
    for (const piece of this.#pieces) {
      before.push(count);
      count += piece.lines.count;
    }
    this.#linesBefore = before;
    return before;
  }

  #indexAt(offset: number): number {
    return lastAtMost(this.#starts, offset);
  }

  #pieceAt(offset: number): Stretch & { readonly piece: Piece } {
    const index = this.#indexAt(offset);
    const piece = this.#pieces[index]!;
    return { piece, text: piece.text, start: this.#starts[index]! };
  }

  #parts(start: number, end: number): readonly Piece[] {
    const parts: Piece[] = [];
    for (let i = this.#indexAt(start); i < this.#pieces.length && this.#starts[i]! < end; i++) {
      const [from, piece] = [this.#starts[i]!, this.#pieces[i]!];
      const part = piece.part(Math.max(0, start - from), Math.min(piece.length, end - from));
      parts.push(part);
    }
    return parts;
  }

  /** Where the piece of an edit begins: at a seam that is near, never at the edit itself or within a CRLF. */
  #cutBefore(offset: number): number {
    if (offset === 0) return 0;
    const { start } = this.#pieceAt(offset - 1);
    if (offset - start <= AROUND_EDIT) return start;
    return this.#besideCrlf(offset - AROUND_EDIT, -1);
  }

  #cutBehind(offset: number): number {
    if (offset === this.length) return offset;
    const { start, text } = this.#pieceAt(offset);
    const end = start + text.length;
    if (end - offset <= AROUND_EDIT) return end;
    return this.#besideCrlf(offset + AROUND_EDIT, 1);
  }

  #besideCrlf(offset: number, step: 1 | -1): number {
    return this.charCodeAt(offset) === LF && this.charCodeAt(offset - 1) === CR ? offset + step : offset;
  }
}

const CR = 13;
const LF = 10;

const holds = ({ text, start }: Stretch, from: number, to: number): boolean =>
  start <= from && to <= start + text.length;

/** The index of the last of the numbers, which grow, that is not greater; the last one of the same. */
function lastAtMost(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
