import type { Span } from '../../../sip/span.ts';
import type { LinesLayout } from '../frame.ts';
import { behindHead } from '../record-parts.ts';
import { isCutAt } from '../shapes/cut-marks.ts';
import { headerNameAt, isKnownHeaderLine } from '../shapes/header-lines.ts';
import { isBlankRange, isLogLine, lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { type ContentLine, contentLineAt, type Take } from './content-lines.ts';
import { nextSectionStart } from './enclosures.ts';
import {
  contentLengthIn,
  contentTypeIn,
  headGoesOn,
  isBrokenField,
  isFold,
  isTail,
  isTornHead,
  restOfName,
  resumesAt,
  takeStartLine,
} from './lines-head.ts';
import { type BrokenLine, glueBetween } from './wrapped-lines.ts';

/**
 * What encloses a message in Markdown ends it, wherever it opened, and so does what says that it ends: `$$end_record`,
 * `--end msg--`; of longer lines the rest is not looked at.
 */
const FENCE =
  /^\s*(?:`{3,8}|~{3,8}|(?:\$\$|-{2,6} ?)end[ _-](?:of[ _-])?(?:record|msg|message|packet)(?: ?-{2,6})?)\s*$/i;
const LONGEST_FENCE = 48;

/** Follows the head of a message over its lines, and remembers what it says of the body. */
export class HeadWalk {
  /** Behind the last line that is of the head. */
  end: number;
  /** Whether other lines of the log stand between those of the head, or escapes within them. */
  mixed: boolean;
  /** Whether indented lines go on with the one before them. */
  folded = false;
  contentLength: number | undefined;
  contentType = '';

  readonly #text: string;
  readonly #hit: { readonly start: number; readonly end: number };
  #layout: LinesLayout;
  /** The next start line: header fields behind it are of another message. */
  readonly #limit: number;
  readonly #take: Take | undefined;
  /** Behind the start line. */
  readonly #headStart: number;
  #at: number;
  /** Whether the log cut the message and went on with it behind the head of another record. */
  #isCut = false;
  /** Whether empty lines stood between its header fields. */
  #hasGaps = false;
  /** What a line that a tool broke off may go on with. */
  #field: BrokenLine;
  /** The width of the widest line so far, prefix included. */
  #widest: number;

  constructor(
    text: string,
    hit: { readonly start: number; readonly end: number },
    layout: LinesLayout,
    limit: number,
    take: Take | undefined,
  ) {
    const first = contentLineAt(text, physicalLineAt(text, hit.end).start, layout, true);
    takeStartLine(text, hit.start, first, layout, take);
    this.#text = text;
    this.#hit = hit;
    this.#layout = layout;
    this.#limit = behindLabel(text, hit.start, limit);
    this.#take = take;
    this.#headStart = first.next;
    this.#at = first.next;
    this.end = first.next;
    this.mixed = layout.mixed;
    this.#field = { start: hit.start, lastStart: hit.start, end: first.end, joined: 0 };
    this.#widest = layout.prefix.length + first.end - hit.start;
  }

  /** Goes to the end of the head: where the body starts, or undefined where nothing says that one follows. */
  toBody(): number | undefined {
    const text = this.#text;
    while (this.#at < text.length) {
      const line = contentLineAt(text, this.#at, this.#layout);
      const name = line.foreign ? undefined : headerNameAt(text, line.start, line.end);
      if (name === undefined && !line.foreign) {
        if (isBlankRange(text, line.start, line.end)) {
          if (this.#isEndedBy(line)) return line.next;
          continue;
        }
        // The empty line is missing.
        if (line.end - line.start === 3 && text.startsWith('v=0', line.start)) return this.#at;
      }
      const isOfHead = name === undefined ? this.#isPartOfField(line) : line.start < this.#limit;
      if (isOfHead) this.#takeLine(line, name);
      else if (name !== undefined || !this.#goesOnAt(line)) return undefined;
    }
    return undefined;
  }

  /** Whether the head ends at an empty line; else it goes on behind that. */
  #isEndedBy(line: ContentLine): boolean {
    if (
      line.next < this.#limit &&
      headGoesOn(this.#text, this.#hit.start, line, this.#layout, {
        isCut: this.#isCut,
        hasGaps: this.#hasGaps && this.contentLength === undefined,
      })
    ) {
      this.#hasGaps = true;
      this.#passOver(line);
      return false;
    }
    this.#take?.(line.start, line.start, line.next);
    const hasContent = this.contentLength !== undefined || this.contentType !== '';
    const isTorn = !hasContent && isTornHead(this.#text, this.#hit.end, this.#at, line.next, this.#layout, this.#limit);
    if (isTorn) this.#at = line.next;
    return !isTorn;
  }

  /** Whether a line that begins with no name goes on with a header field, or is one with a slip in it. */
  #isPartOfField(line: ContentLine): boolean {
    const isFolded =
      isFold(this.#text, line) && !isLogLine(this.#text, line.start, line.end) && !isTail(this.#text, line);
    return isFolded || isBrokenField(this.#text, line, this.#layout, this.#limit);
  }

  /** Goes on at or behind a line that is none of the message's as it stands; false where the head ends before it. */
  #goesOnAt(line: ContentLine): boolean {
    const text = this.#text;
    if (!line.foreign && FENCE.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_FENCE))))
      return false;
    const section = this.#at === this.#headStart ? nextSectionStart(text, line, this.#layout.closer) : undefined;
    const inSection = section === undefined ? undefined : headerNameAt(text, section, line.end);
    if (section !== undefined && inSection) {
      this.#takeLine({ ...line, start: section }, inSection);
      return true;
    }
    const isBeforeNext = line.start < this.#limit;
    if (isBeforeNext && this.#isBare(line)) {
      // A program may put its prefix before some lines of a message and write the rest at once.
      this.#layout = { ...this.#layout, prefix: '', mixed: true };
      this.mixed = true;
      return true;
    }
    const behind = isBeforeNext ? behindHead(text, this.#hit.start, line, this.#isCut) : undefined;
    if (behind !== undefined) {
      this.#isCut = true;
      this.mixed = true;
      this.#takeLine({ ...line, start: behind }, headerNameAt(text, behind, line.end));
      return true;
    }
    const rest = isBeforeNext && this.#at === this.end ? restOfName(text, line, this.#layout) : undefined;
    if (rest && rest.start < this.#limit) {
      this.#takeLine(line, line);
      this.#take?.(rest.start, rest.end, rest.next, '');
      this.#field = { ...this.#field, lastStart: rest.start, end: rest.end, joined: 1 };
      this.#passOver(rest);
      return true;
    }
    const mayBeBroken =
      line.end <= this.#limit &&
      this.#at === this.end &&
      !line.foreign &&
      !isCutAt(text, this.#field.lastStart, this.#field.end) &&
      !isLogLine(text, line.start, line.end);
    const glue = mayBeBroken
      ? glueBetween(text, this.#field, line, this.#widest, this.#layout.prefix.length)
      : undefined;
    if (glue !== undefined) {
      this.#take?.(line.start, line.end, line.next, glue);
      const { start, joined } = this.#field;
      this.#field = { start, lastStart: line.start, end: line.end, joined: joined + 1 };
      this.#passOver(line);
      return true;
    }
    const resumed = resumesAt(text, this.#hit.start, this.#at, this.#layout, this.#limit, this.#isCut);
    if (resumed === undefined) return false;
    this.#at = resumed;
    this.mixed = true;
    return true;
  }

  /** Whether a header field begins a line, right below one that has the prefix of the message. */
  #isBare({ foreign }: ContentLine): boolean {
    if (!foreign || this.#at !== this.end || this.#layout.prefix.trim() === '') return false;
    const { start, end } = physicalLineAt(this.#text, this.#at);
    return isKnownHeaderLine(this.#text, start, end);
  }

  /** How the rest of the message stands. */
  get layout(): LinesLayout {
    return this.#layout;
  }

  #takeLine({ start, end, next }: ContentLine, name: Span | undefined): void {
    if (name === undefined) this.folded = true;
    else {
      this.contentLength = contentLengthIn(this.#text, name, end) ?? this.contentLength;
      this.contentType = contentTypeIn(this.#text, name, end) ?? this.contentType;
    }
    this.#take?.(start, end, next);
    this.#field = { start: name ? start : this.#field.start, lastStart: start, end, joined: 0 };
    this.#widest = Math.max(this.#widest, this.#layout.prefix.length + end - start);
    this.#at = next;
    this.end = next;
  }

  /** Counts a line to the head that does not stand there as it was sent. */
  #passOver({ next }: ContentLine): void {
    this.#at = next;
    this.end = next;
    this.mixed = true;
  }
}

/** A program writes the same words before every message: `Message: INVITE …`. */
const LONGEST_LABEL = 64;

/** Where the next message begins, with the words before it where they are those before this one. */
function behindLabel(text: string, start: number, next: number): number {
  if (next >= text.length) return next;
  const label = text.slice(lineStartBefore(text, start, Math.max(0, start - LONGEST_LABEL)), start);
  const labelled = next - label.length;
  const isSame = /[A-Za-z]/.test(label) && text[labelled - 1] === '\n' && text.startsWith(label, labelled);
  return isSame ? labelled : next;
}
