import { isFirstRow, LONGEST_ROW, type RowShape, shapesOfFirstRow } from '../dumps/code-rows.ts';
import { firstRowAt, lastRowsToKeep, startLinesIn, VERSION_OR_FIRST_ROW } from '../dumps/dump-start-lines.ts';
import { type Dump, dumpAround, packetAt } from '../dumps/dumps.ts';
import { speltVersionAt } from '../dumps/version-codes.ts';
import { lineStartBefore, type PhysicalLine } from '../shapes/physical-lines.ts';
import { type StartLine, startLineAt } from './start-line-at.ts';
import { startLineFromFirstPart, startLineOverBreak, TORN_VERSIONS } from './torn-versions.ts';

/** A start line that stands somewhere in a log, found by its `SIP/2.0`. */
export interface StartLineHit extends StartLine {
  /** The line feed that ends its line, or the end of the text. */
  readonly lineFeed: number;
  /** Where it stands in a dump, the rows that hold it and where they end. */
  readonly rows?: { readonly shape: RowShape; readonly end: number } | undefined;
  /** Whether its version stands on two lines, for a tool broke it. */
  readonly isTorn?: boolean | undefined;
}

/** What follows a start line on its own line. */
export function lineOfHit(text: string, { end: start, lineFeed }: StartLineHit): PhysicalLine {
  let end = lineFeed;
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  return { start, end, next: Math.min(lineFeed + 1, text.length) };
}

/**
 * The start lines of a text in order. Every `SIP/` is looked at once; the text between is passed over by `indexOf`,
 * which is why a log without SIP costs one scan.
 */
export class StartLines {
  readonly #text: string;
  /** Where `SIP/` stands next. */
  #nextUsual = -1;
  /** Where another spelling stands next; none of them begins between what was looked at and `#lookedTo`. */
  #nextOther = -1;
  #lookedTo = 0;
  /** So much is searched for them at once: little behind one, for more may follow. */
  #stretch = LONGEST_STRETCH;
  /** Found, and not yet forgotten. */
  #hits: StartLineHit[] = [];
  #at: number;
  /** The first line feed behind the start line that was found last: looked for once, however long the line is. */
  #lineFeed = -1;

  /** Where the rows of a dump go on that is longer than what was read of it, and their shape or those that they may have. */
  #rows: { readonly at: number; readonly shapes: readonly RowShape[] } | undefined;
  /** Behind the rows that were read last. */
  #dumpEnd = 0;

  /** The spellings that are looked for besides the usual one. */
  readonly #others: RegExp;

  /** `dump`: the shape of rows that were read before `from` already. `inWrapped`: versions may stand on two lines. */
  constructor(text: string, from: number, dump?: RowShape, inWrapped = false) {
    this.#text = text;
    this.#others = inWrapped ? OTHERS_IN_WRAPPED : OTHERS;
    this.#at = from;
    // No line feed stands before a packet that begins the text.
    if (from === 0 && isFirstRow(text, 0)) this.#rows = { at: 0, shapes: shapesOfFirstRow(text, 0) };
    else if (dump) this.#rows = { at: lineStartBefore(text, from, Math.max(0, from - LONGEST_ROW)), shapes: [dump] };
  }

  /** The first start line at or behind an offset. It must not stand before one that was forgotten. */
  after(offset: number): StartLineHit | undefined {
    for (let index = 0; ; index++) {
      while (index === this.#hits.length) if (!this.#findMore()) return undefined;
      const hit = this.#hits[index]!;
      if (hit.start >= offset) return hit;
    }
  }

  /** Lets go of the start lines before an offset. */
  forget(before: number): void {
    while (this.#hits[0] && this.#hits[0].start < before) this.#hits.shift();
  }

  /** Where the next version stands in any spelling. */
  #nextVersion(): number {
    if (this.#nextUsual < this.#at) this.#nextUsual = indexOr(this.#text, USUAL, this.#at);
    return Math.min(this.#nextUsual, this.#otherBefore(this.#nextUsual));
  }

  /**
   * The first of the other spellings, which is looked for little further than `limit`, so that the beginning of a long
   * text does not wait for its end.
   */
  #otherBefore(limit: number): number {
    if (this.#nextOther >= this.#at) return this.#nextOther;
    let from = Math.max(this.#at, this.#lookedTo);
    while (from < Math.min(limit, this.#text.length)) {
      const end = Math.min(this.#text.length, from + this.#stretch);
      const found = firstOf(this.#text.slice(from, end), this.#others);
      // A longer spelling may begin before one that ends the stretch.
      const isSure = found >= 0 && (end === this.#text.length || from + found + LONGEST_SPELLING <= end);
      this.#stretch = isSure ? SHORTEST_STRETCH : Math.min(2 * this.#stretch, LONGEST_STRETCH);
      this.#lookedTo = isSure ? from + found : end === this.#text.length ? end : end - LONGEST_SPELLING;
      if (isSure) {
        this.#nextOther = from + found;
        return this.#nextOther;
      }
      from = this.#lookedTo;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Whether there was more to look at: a dump may hold several start lines, and others none that are not known yet. */
  #findMore(): boolean {
    if (this.#rows !== undefined) {
      const { at, shapes } = this.#rows;
      this.#rows = undefined;
      const dump = packetAt(this.#text, at, shapes);
      if (dump) this.#take(dump, at, shapes);
      return true;
    }
    for (;;) {
      const version = this.#nextVersion();
      if (version === Number.POSITIVE_INFINITY) return false;
      this.#at = version + 4;
      if (this.#readDump(version)) return true;
      const hit = hitAt(this.#text, version);
      if (!hit) continue;
      this.#hits.push(this.#withLineFeed(hit));
      return true;
    }
  }

  /** Whether a version in codes or the first row of a packet stands at an offset. */
  #readDump(at: number): boolean {
    const text = this.#text;
    if (at < this.#dumpEnd || isSpeltOut(text, at)) return false;
    const spelt = speltVersionAt(text, at, this.#dumpEnd);
    if (spelt) {
      this.#take(dumpAround(text, spelt, this.#dumpEnd), at, []);
      return true;
    }
    const row = firstRowAt(text, at);
    const shapes = row === undefined ? [] : shapesOfFirstRow(text, row);
    const dump = row === undefined ? undefined : packetAt(text, row, shapes);
    if (dump && row !== undefined) this.#take(dump, row, shapes);
    return dump !== undefined;
  }

  /** Takes the start lines of a dump. What its rows show beside the bytes is not looked at once more. */
  #take(dump: Dump, from: number, shapes: readonly RowShape[]): void {
    const text = this.#text;
    const found = startLinesIn(text, dump);
    // The last message may go on in the rows that are read next.
    const last = dump.isCut ? lastRowsToKeep(text, dump, found) : undefined;
    const next = last !== undefined && last > from ? last : dump.end;
    if (dump.isCut) this.#rows = { at: next, shapes: dump.text.includes('SIP/') ? [dump.shape] : shapes };
    else if (dump.isPacket && isFirstRow(text, next)) this.#rows = { at: next, shapes: shapesOfFirstRow(text, next) };
    for (const hit of found) if (hit.start < next) this.#hits.push(this.#withLineFeed(hit));
    this.#dumpEnd = Math.max(this.#dumpEnd, next);
    // The line feed before the end begins the spelling of a packet's first row.
    if (found.length > 0 || !dump.isPacket) this.#at = Math.max(this.#at, next - 1);
  }

  #withLineFeed(hit: Hit): StartLineHit {
    if (this.#lineFeed < hit.end) this.#lineFeed = Math.min(indexOr(this.#text, '\n', hit.end), this.#text.length);
    const { kind, start, end, rows, isTorn } = hit;
    return { kind, start, end, lineFeed: this.#lineFeed, rows, isTorn };
  }
}

/** What is looked for: the version, or where a packet begins in which it may be. */
const USUAL = 'SIP/';
/** No spelling is longer. */
const LONGEST_SPELLING = 128;
/** In lower case, and with its slash escaped, as PHP and Apple write JSON. */
const TEXTS = ['sip/', 'SIP\\/'];
/** All at once: an engine passes over what none of them can begin with. */
const OTHERS = new RegExp(VERSION_OR_FIRST_ROW);
const OTHERS_IN_WRAPPED = new RegExp([...TORN_VERSIONS, VERSION_OR_FIRST_ROW].join('|'));
const SHORTEST_STRETCH = 1024;
const LONGEST_STRETCH = 65_536;

type Hit = Omit<StartLineHit, 'lineFeed'>;

/** Whether a version stands at an offset as it is, in whatever case. */
const isSpeltOut = (text: string, at: number): boolean => text[at + 1] === 'I' || text[at + 1] === 'i';

function hitAt(text: string, at: number): Hit | undefined {
  if (text[at] === '\n') return torn(startLineOverBreak(text, at));
  return startLineAt(text, at) ?? torn(startLineFromFirstPart(text, at));
}

const torn = (hit: StartLine | undefined): Hit | undefined => hit && { ...hit, isTorn: true };

/** Where one of the other spellings stands in a stretch. Those that are texts cost less when they are looked for alone. */
function firstOf(stretch: string, others: RegExp): number {
  let first = stretch.search(others);
  for (const text of TEXTS) {
    const at = stretch.indexOf(text);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}

function indexOr(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
