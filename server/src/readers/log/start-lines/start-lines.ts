import { isFirstRow, LONGEST_ROW, type RowShape, shapesOfFirstRow } from '../dumps/code-rows.ts';
import { firstRowAt, isShownElsewhere, lastRowsToKeep, startLinesIn } from '../dumps/dump-start-lines.ts';
import { type Dump, dumpAround, packetAt } from '../dumps/dumps.ts';
import { speltVersionAt } from '../dumps/version-codes.ts';
import { lineStartBefore, type PhysicalLine } from '../shapes/physical-lines.ts';
import { type StartLine, startLineAt } from './start-line-at.ts';
import { startLineFromFirstPart, startLineOverBreak } from './torn-versions.ts';
import { indexOr, Versions } from './versions.ts';

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
  readonly #versions: Versions;
  /** Found, and not yet forgotten. */
  #hits: StartLineHit[] = [];
  #at: number;
  /** The first line feed behind the start line that was found last: looked for once, however long the line is. */
  #lineFeed = -1;

  /** Where the rows of a dump go on that is longer than what was read of it, and their shape or those that they may have. */
  #rows: { readonly at: number; readonly shapes: readonly RowShape[] } | undefined;
  /** Behind the rows that were read last. */
  #dumpEnd = 0;

  /** `dump`: the shape of rows that were read before `from` already. `inWrapped`: versions may stand on two lines. */
  constructor(text: string, from: number, dump?: RowShape, inWrapped = false) {
    this.#text = text;
    this.#versions = new Versions(text, inWrapped);
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
      const version = this.#versions.next(this.#at);
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
    // What looks like a first row may hold no bytes: it is not read again.
    if (next <= from) this.#rows = undefined;
    else if (dump.isCut) this.#rows = { at: next, shapes: dump.text.includes('SIP/') ? [dump.shape] : shapes };
    else if (dump.isPacket && isFirstRow(text, next)) this.#rows = { at: next, shapes: shapesOfFirstRow(text, next) };
    for (const hit of found) if (hit.start < next) this.#hits.push(this.#withLineFeed(hit));
    this.#dumpEnd = Math.max(this.#dumpEnd, next);
    // The line feed before the end begins the spelling of a packet's first row; behind a field others may stand.
    const behind = isShownElsewhere(text, dump) ? (dump.starts.at(-1) ?? from) : next - 1;
    if (found.length > 0 || !dump.isPacket) this.#at = Math.max(this.#at, behind);
  }

  #withLineFeed(hit: Hit): StartLineHit {
    if (this.#lineFeed < hit.end) this.#lineFeed = Math.min(indexOr(this.#text, '\n', hit.end), this.#text.length);
    const { kind, start, end, rows, isTorn } = hit;
    return { kind, start, end, lineFeed: this.#lineFeed, rows, isTorn };
  }
}

type Hit = Omit<StartLineHit, 'lineFeed'>;

/** Whether a version stands at an offset as it is, in whatever case. */
const isSpeltOut = (text: string, at: number): boolean => text[at + 1] === 'I' || text[at + 1] === 'i';

function hitAt(text: string, at: number): Hit | undefined {
  if (text[at] === '\n') return torn(startLineOverBreak(text, at));
  return startLineAt(text, at) ?? torn(startLineFromFirstPart(text, at));
}

const torn = (hit: StartLine | undefined): Hit | undefined => hit && { ...hit, isTorn: true };
