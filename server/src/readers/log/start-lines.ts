import { byteListAround, VERSION_IN_LIST } from './byte-lists.ts';
import {
  bareRowsStart,
  FIRST_ROWS,
  type HexDump,
  hexDumpAt,
  isFirstRow,
  isRowOfHalves,
  isRowOfOffset,
} from './hex-dumps.ts';
import { HexRuns, hexStringAround, VERSION_IN_HEX } from './hex-strings.ts';
import { headerNameAt, isKnownHeaderLine, lineStartBefore, type PhysicalLine } from './line-shapes.ts';
import { methodNames } from './patterns.ts';
import { type StartLine, startLineAt } from './start-line-at.ts';
import { startLineFromFirstPart, startLineOverBreak, TORN_VERSIONS } from './torn-versions.ts';

/** A start line that stands somewhere in a log, found by its `SIP/2.0`. */
export interface StartLineHit extends StartLine {
  /** The line feed that ends its line, or the end of the text. */
  readonly lineFeed: number;
  /** How its characters are spelt, where they are numbers. */
  readonly spelling?: 'bytes' | 'hexdump' | 'hexstring' | undefined;
  /** Whether its version stands on two lines, for a tool broke it. */
  readonly isTorn?: boolean | undefined;
  /** Behind the rows or the string of bytes that hold it, where it stands in a dump. */
  readonly rowsEnd?: number | undefined;
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
  readonly #hexRuns: HexRuns;
  /** Where `SIP/` stands next. */
  #nextUsual = -1;
  /** Where another spelling stands next; none of them begins between what was looked at and `#lookedTo`. */
  #nextOther = -1;
  #lookedTo = 0;
  /** Found, and not yet forgotten. */
  #hits: StartLineHit[] = [];
  #at: number;
  /** The first line feed behind the start line that was found last: looked for once, however long the line is. */
  #lineFeed = -1;

  /** Where the rows of a dump go on that is longer than what was read of it. */
  #rows: number | undefined;
  /** Rows before this were read: a packet that begins there is no new one. */
  #rowsReadTo = 0;

  /** The spellings that are looked for besides the usual one. */
  readonly #others: RegExp;

  /** `inDump`: rows of a dump before `from` were read already. `inWrapped`: versions may stand on two lines. */
  constructor(text: string, from: number, { inDump = false, inWrapped = false } = {}) {
    this.#text = text;
    this.#others = inWrapped ? OTHERS_IN_WRAPPED : OTHERS;
    this.#hexRuns = new HexRuns(text);
    this.#at = from;
    // No line feed stands before a packet that begins the text.
    if (from === 0 && isFirstRow(text, 0)) this.#rows = 0;
    else if (inDump) this.#rows = lineStartBefore(text, from, Math.max(0, from - LONGEST_ROW));
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
      const end = Math.min(this.#text.length, from + STRETCH);
      const found = this.#text.slice(from, end).search(this.#others);
      // A longer spelling may begin before one that ends the stretch.
      const isSure = found >= 0 && (end === this.#text.length || from + found + LONGEST_SPELLING <= end);
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
      this.#readRows(this.#rows);
      return true;
    }
    for (;;) {
      const version = this.#nextVersion();
      if (version === Number.POSITIVE_INFINITY) return false;
      this.#at = version + 4;
      const rows = rowsAround(this.#text, version);
      if (rows !== undefined && rows >= this.#rowsReadTo) {
        this.#readRows(rows);
        return true;
      }
      const hit = hitAt(this.#text, version, this.#hexRuns);
      if (!hit) continue;
      this.#hits.push(this.#withLineFeed(hit));
      return true;
    }
  }

  /** What the rows show beside the bytes is not looked at once more. */
  #readRows(from: number): void {
    const dump = hexDumpAt(this.#text, from);
    const found = startLinesInDump(dump);
    this.#rowsReadTo = dump.end;
    // The last message may go on in the rows that are read next.
    const last = dump.isCut ? lastRowsToKeep(this.#text, dump, found) : undefined;
    const goesOn = dump.isCut || (dump.form === 'offset' && isRowOfOffset(this.#text, dump.end));
    this.#rows = last !== undefined && last > from ? last : goesOn ? dump.end : undefined;
    const end = this.#rows ?? dump.end;
    for (const hit of found) if (hit.start < end) this.#hits.push(this.#withLineFeed(hit));
    // The line feed before the end begins the spelling of a packet's first row.
    if (found.length > 0 || dump.form !== 'offset') this.#at = Math.max(this.#at, end - 1);
  }

  #withLineFeed(hit: Hit): StartLineHit {
    if (this.#lineFeed < hit.end) this.#lineFeed = Math.min(indexOr(this.#text, '\n', hit.end), this.#text.length);
    const { kind, start, end, spelling, rowsEnd, isTorn } = hit;
    return { kind, start, end, lineFeed: this.#lineFeed, spelling, rowsEnd, isTorn };
  }
}

/** What is looked for: the version, or where a packet begins in which it may be. */
const USUAL = 'SIP/';
const SPELLINGS = ['sip/', ...VERSION_IN_LIST, ...FIRST_ROWS, ...VERSION_IN_HEX];
const LONGEST_SPELLING = Math.max(...SPELLINGS.map((spelling) => spelling.length));
/** All at once: an engine passes over what none of them can begin with. */
const OTHERS = new RegExp(SPELLINGS.join('|'));
const OTHERS_IN_WRAPPED = new RegExp([...TORN_VERSIONS, ...SPELLINGS].join('|'));
/** So much is searched at once for the other spellings. */
const STRETCH = 65_536;

type Hit = Omit<StartLineHit, 'lineFeed'>;

function hitAt(text: string, at: number, hexRuns: HexRuns): Hit | undefined {
  const first = text.charCodeAt(at);
  if (first === 83 || first === 115) return startLineAt(text, at) ?? torn(startLineFromFirstPart(text, at));
  if (first === 10) return torn(startLineOverBreak(text, at));
  if (text.startsWith('83', at)) return startLineInList(text, at);
  return text.startsWith('53', at) ? startLineInHexString(text, at, hexRuns) : undefined;
}

const torn = (hit: StartLine | undefined): Hit | undefined => hit && { ...hit, isTorn: true };

/** Where the rows of bytes begin in which a version stands, or the first row of a packet; undefined where it is no dump. */
function rowsAround(text: string, at: number): number | undefined {
  const first = text.charCodeAt(at);
  if (text.startsWith('53', at)) return bareRowsStart(text, at);
  if (first === 10 && /[IP/]/.test(text[at + 1] ?? '')) return undefined;
  if (first === 10) return /[45]/.test(text[at + 3] ?? '') && !isRowOfHalves(text, at + 1) ? undefined : at + 1;
  return first === 48 ? lineStartBefore(text, at, Math.max(0, at - 64)) : undefined;
}

/** Longer than any row is. */
const LONGEST_ROW = 768;
const BYTES_TO_KEEP = 1024;

/** Where the rows begin in which the last message of a dump stands that was not read to its end. */
function lastRowsToKeep(text: string, { offsets }: HexDump, hits: readonly Hit[]): number {
  const at = hits.at(-1)?.start ?? offsets.at(-BYTES_TO_KEEP) ?? 0;
  return lineStartBefore(text, at, Math.max(0, at - LONGEST_ROW));
}

/** A start line in bytes counts where a header line follows it. */
function startLineInHexString(text: string, at: number, runs: HexRuns): Hit | undefined {
  const bytes = hexStringAround(text, at);
  const hit = startLineAt(bytes.text, bytes.version);
  if (!hit) return undefined;
  const feed = bytes.text.indexOf('\n', hit.end);
  if (feed < 0 || !isKnownHeaderLine(bytes.text, feed + 1, bytes.text.length)) return undefined;
  if (runs.isShownElsewhere(at)) return undefined;
  return {
    kind: hit.kind,
    start: bytes.offsetOf(hit.kind === 'request' ? methodStart(bytes.text, hit.start) : hit.start),
    end: bytes.offsetOf(hit.end),
    spelling: 'hexstring',
    rowsEnd: runs.endOf(at),
  };
}

/** A byte of the layer below may look like the method's first letter. */
function methodStart(bytes: string, start: number): number {
  const method = /^[A-Z]+/.exec(bytes.slice(start))?.[0] ?? '';
  const known = methodNames.find((name) => method.endsWith(name));
  return known ? start + method.length - known.length : start;
}

function startLineInList(text: string, version: number): Hit | undefined {
  // The last digits of a greater number.
  if (isDigit(text.charCodeAt(version - 1))) return undefined;
  const list = byteListAround(text, version);
  const hit = startLineAt(list.text, list.version);
  return hit && { kind: hit.kind, start: list.offsets[hit.start]!, end: list.offsets[hit.end]!, spelling: 'bytes' };
}

/** The first start line of a packet, and those behind it that header lines follow. */
function startLinesInDump(dump: HexDump): readonly Hit[] {
  const found: Hit[] = [];
  for (let version = dump.text.indexOf('SIP/'); version >= 0; version = dump.text.indexOf('SIP/', version + 4)) {
    const hit = startLineAt(dump.text, version);
    if (hit) found.push(hit);
  }
  const headed = found.filter((hit, i) => {
    const feed = dump.text.indexOf('\n', hit.end);
    // Of a packet little more than the start line may have been taken.
    if (i === 0 && (feed < 0 || dump.text.indexOf('\n', feed + 1) < 0)) return true;
    const isHeader = i === 0 ? headerNameAt : isKnownHeaderLine;
    return feed >= 0 && isHeader(dump.text, feed + 1, dump.text.length);
  });
  return headed.map((hit) => {
    const start = hit.kind === 'request' ? methodStart(dump.text, hit.start) : hit.start;
    return {
      kind: hit.kind,
      start: dump.offsets[start]!,
      end: dump.offsets[hit.end] ?? dump.end,
      spelling: 'hexdump',
      rowsEnd: dump.end,
    };
  });
}

function indexOr(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
