import { byteListAround, VERSION_IN_LIST } from './byte-lists.ts';
import { FIRST_ROWS, hexDumpAt, isFirstRow } from './hex-dumps.ts';
import { hexStringAround, VERSION_IN_HEX } from './hex-strings.ts';
import { ANSI_SEQUENCE, isKnownHeaderLine, lineStartBefore, type PhysicalLine, prefixEnd } from './line-shapes.ts';
import { methodAlternatives, methodNames } from './patterns.ts';

/** A start line that stands somewhere in a log, found by its `SIP/2.0`. */
export interface StartLineHit {
  readonly kind: 'request' | 'response';
  /** The first character of the method or of the version. */
  readonly start: number;
  /** Behind the version of a request, behind the status code of a response. */
  readonly end: number;
  /** The line feed that ends its line, or the end of the text. */
  readonly lineFeed: number;
  /** How its characters are spelt, where they are numbers. */
  readonly spelling?: 'bytes' | 'hexdump' | 'hexstring';
}

/** What follows a start line on its own line. */
export function lineOfHit(text: string, { end: start, lineFeed }: StartLineHit): PhysicalLine {
  let end = lineFeed;
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  return { start, end, next: Math.min(lineFeed + 1, text.length) };
}

/** How far a Request-URI is followed back; longer ones are no use to anyone. */
const LONGEST_REQUEST_LINE = 8192;

/**
 * The start lines of a text in order. Every `SIP/` is looked at once; the text between is passed over by `indexOf`,
 * which is why a log without SIP costs one scan.
 */
export class StartLines {
  readonly #text: string;
  /** Where each spelling of `SIP/` stands next; up to `#lookedTo` only, where it is not known to stand anywhere. */
  readonly #next: number[] = SPELLINGS.map(() => -1);
  readonly #lookedTo: number[] = SPELLINGS.map(() => 0);
  /** Found, and not yet forgotten. */
  #hits: StartLineHit[] = [];
  #at: number;
  /** The first line feed behind the start line that was found last: looked for once, however long the line is. */
  #lineFeed = -1;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#at = from;
    // No line feed stands before a packet that begins the text.
    const dump = from === 0 && isFirstRow(text, 0) ? startLineInDump(text, 0) : undefined;
    if (dump) this.#hits.push(this.#withLineFeed(dump));
  }

  /** The first start line at or behind an offset. It must not stand before one that was forgotten. */
  after(offset: number): StartLineHit | undefined {
    let index = this.#hits.findIndex((hit) => hit.start >= offset);
    while (index < 0) {
      const hit = this.#find();
      if (!hit) return undefined;
      this.#hits.push(hit);
      if (hit.start >= offset) index = this.#hits.length - 1;
    }
    return this.#hits[index];
  }

  /** Lets go of the start lines before an offset. */
  forget(before: number): void {
    while (this.#hits[0] && this.#hits[0].start < before) this.#hits.shift();
  }

  /**
   * Where the next version stands in any spelling. Each spelling is looked for only before the ones found so far, so
   * that the beginning of a long text does not wait for its end.
   */
  #nextVersion(): number {
    const text = this.#text;
    let version = Number.POSITIVE_INFINITY;
    for (let i = 0; i < SPELLINGS.length; i++) {
      const spelling = SPELLINGS[i]!;
      let next = this.#next[i]!;
      if (next < this.#at) {
        const from = Math.max(this.#at, this.#lookedTo[i]!);
        const to = Math.min(version, text.length);
        next = from < to ? indexOr(to === text.length ? text : text.slice(0, to), spelling, from) : Number.NaN;
        if (!Number.isFinite(next)) {
          // One that begins before `to` and ends behind it is found the next time.
          this.#lookedTo[i] = Math.max(from, to - spelling.length + 1);
          next = to === text.length ? Number.POSITIVE_INFINITY : -1;
        }
        this.#next[i] = next;
      }
      if (next >= this.#at) version = Math.min(version, next);
    }
    return version;
  }

  #find(): StartLineHit | undefined {
    for (;;) {
      const version = this.#nextVersion();
      if (version === Number.POSITIVE_INFINITY) return undefined;
      this.#at = version + 4;
      const hit = hitAt(this.#text, version);
      if (hit) return this.#withLineFeed(hit);
    }
  }

  #withLineFeed(hit: Hit): StartLineHit {
    if (this.#lineFeed < hit.end) this.#lineFeed = Math.min(indexOr(this.#text, '\n', hit.end), this.#text.length);
    return { ...hit, lineFeed: this.#lineFeed };
  }
}

/**
 * What is looked for: the version, or where a packet begins in which it may be. The most common is the first: the
 * others are looked for only as far as it stands.
 */
const SPELLINGS = ['SIP/', 'sip/', ...VERSION_IN_LIST, ...VERSION_IN_HEX, ...FIRST_ROWS];

type Hit = Omit<StartLineHit, 'lineFeed'>;

function hitAt(text: string, at: number): Hit | undefined {
  const first = text.charCodeAt(at);
  if (first === 83 || first === 115) return startLineAt(text, at);
  if (text.startsWith('83', at)) return startLineInList(text, at);
  return text.startsWith('53', at) ? startLineInHexString(text, at) : startLineInDump(text, at);
}

/** A start line in bytes counts where a header line follows it. */
function startLineInHexString(text: string, at: number): Hit | undefined {
  const bytes = hexStringAround(text, at);
  const hit = bytes && startLineAt(bytes.text, bytes.version);
  if (!hit) return undefined;
  const feed = bytes.text.indexOf('\n', hit.end);
  if (feed < 0 || !isKnownHeaderLine(bytes.text, feed + 1, bytes.text.length)) return undefined;
  return {
    kind: hit.kind,
    start: bytes.offsetOf(hit.kind === 'request' ? methodStart(bytes.text, hit.start) : hit.start),
    end: bytes.offsetOf(hit.end),
    spelling: 'hexstring',
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

/** The first start line of a packet whose first row begins at an offset, a line feed before it included. */
function startLineInDump(text: string, at: number): Hit | undefined {
  const lineStart = text[at] === '\n' ? at + 1 : lineStartBefore(text, at, Math.max(0, at - 64));
  const dump = hexDumpAt(text, lineStart);
  for (let version = dump.text.indexOf('SIP/'); version >= 0; version = dump.text.indexOf('SIP/', version + 4)) {
    const hit = startLineAt(dump.text, version);
    if (!hit) continue;
    const start = hit.kind === 'request' ? methodStart(dump.text, hit.start) : hit.start;
    return {
      kind: hit.kind,
      start: dump.offsets[start]!,
      end: dump.offsets[hit.end] ?? dump.end,
      spelling: 'hexdump',
    };
  }
  return undefined;
}

function indexOr(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** The start line whose version begins at `version`. */
function startLineAt(text: string, version: number): Hit | undefined {
  let at = version + 4;
  const major = at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === major || text[at] !== '.') return undefined;
  const minor = ++at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === minor) return undefined;
  const next = text.charCodeAt(at);
  if (next === SLASH || isWordCharacter(next)) return undefined;
  const code = statusCodeEnd(text, at);
  if (code !== undefined) return { kind: 'response', start: version, end: code };
  const floor = requestFloor(text, version);
  const start = requestStart(text, version, floor) ?? colouredStart(text, version, floor);
  return start === undefined ? undefined : { kind: 'request', start, end: at };
}

/** Behind the three digits that follow a version. */
function statusCodeEnd(text: string, versionEnd: number): number | undefined {
  let at = versionEnd;
  while (isBlank(text.charCodeAt(at))) at++;
  if (at === versionEnd) return undefined;
  for (let colour = colourEnd(text, at); colour !== undefined; colour = colourEnd(text, at)) at = colour;
  const digits = at;
  while (isDigit(text.charCodeAt(at))) at++;
  // Two or four digits are a broken code, but still one when a phrase or the line's end follows.
  return at - digits >= 2 && at - digits <= 10 && !isWordCharacter(text.charCodeAt(at)) ? at : undefined;
}

/** How far back a request line may begin: not before the version that ends another one. */
function requestFloor(text: string, version: number): number {
  const floor = Math.max(0, version - LONGEST_REQUEST_LINE);
  const before = text.slice(floor, version).lastIndexOf('SIP/2.0');
  return before < 0 ? floor : floor + before + 'SIP/2.0'.length;
}

/** The first character of the method, from the version backwards over the Request-URI. */
function requestStart(text: string, version: number, floor: number): number | undefined {
  let at = version;
  while (at > floor && isBlank(text.charCodeAt(at - 1))) at--;
  if (at === version) return brokenRequestStart(text, version, floor);
  const uriEnd = at;
  while (at > floor && isInk(text.charCodeAt(at - 1))) at--;
  const uriStart = at;
  while (at > floor && isBlank(text.charCodeAt(at - 1))) at--;
  const methodEnd = at;
  while (at > floor && methodEnd - at < 512 && isInk(text.charCodeAt(at - 1))) at--;
  if (at < methodEnd && methodEnd < uriStart && /^<?(?:[A-Za-z][\w+.-]*:|\*$)/.test(text.slice(uriStart, uriEnd))) {
    const method = methodAtEnd(text.slice(at, methodEnd), at === floor || isLineBreak(text.charCodeAt(at - 1)));
    if (method > 0) return methodEnd - method;
  }
  return blankInUri(text, version, floor) ?? brokenRequestStart(text, version, floor);
}

/** Behind the colour that is set at an offset. */
function colourEnd(text: string, at: number): number | undefined {
  const sequence = text.charCodeAt(at) === ESCAPE ? COLOUR.exec(text.slice(at, at + 40)) : null;
  return sequence ? at + sequence[0].length : undefined;
}

const COLOURS = `(?:${ANSI_SEQUENCE.source}){0,4}`;
const COLOUR = new RegExp(`^${ANSI_SEQUENCE.source}`);
const COLOURED_REQUEST = new RegExp(
  `([A-Z][A-Z0-9_-]*)${COLOURS} ${COLOURS}[A-Za-z][\\w+.-]*:[^\\s\\u001b]+${COLOURS} ${COLOURS}$`,
);

/** Where a request line begins that has colours between its words. */
function colouredStart(text: string, version: number, floor: number): number | undefined {
  const line = text.slice(lineStartBefore(text, version, Math.max(floor, version - 1024)), version);
  const match = line.includes('\u001b') ? COLOURED_REQUEST.exec(line) : null;
  return match ? version - line.length + match.index : undefined;
}

/** A line that a mail program or a terminal broke is not shorter than this. */
const SHORTEST_BROKEN_LINE = 50;
const LONGEST_BROKEN_LINE = 512;
const REQUEST_WITHOUT_VERSION = new RegExp(`(?<![\\w-])(?:${methodAlternatives}) (?:sips?|tel|urn):[^\\s"']+$`);

/** Where a request line begins that was broken before its version or within its Request-URI. */
function brokenRequestStart(text: string, version: number, floor: number): number | undefined {
  const lineStart = lineStartBefore(text, version, Math.max(floor, version - LONGEST_BROKEN_LINE));
  if (lineStart <= floor || text[lineStart - 1] !== '\n') return undefined;
  const previous = lineStartBefore(text, lineStart - 1, Math.max(floor, lineStart - LONGEST_BROKEN_LINE));
  const line = text.slice(previous, lineStart).trimEnd();
  const match = line.length < SHORTEST_BROKEN_LINE ? undefined : REQUEST_WITHOUT_VERSION.exec(line);
  if (!match) return undefined;
  const content = match.index === 0 ? lineStart : prefixEnd(text, lineStart, version, line.slice(0, match.index));
  return content !== undefined && /^(?:\S+ )?$/.test(text.slice(content, version)) ? previous + match.index : undefined;
}

/**
 * The length of the method that ends a word: all of it when it is one, or what is left behind a prefix glued to it
 * (`request:#012INVITE`, `..:.NINVITE`, `"msg":"INVITE`).
 */
function methodAtEnd(word: string, startsLine: boolean): number {
  if (/^[A-Z][A-Z0-9_-]*$/.test(word)) return word.length;
  const known = methodNames.find((name) => word.endsWith(name));
  // A quote is legal in a method, but a known one behind it begins a string: `b'INVITE`.
  const glued = known === undefined ? '' : word.slice(0, -known.length);
  const isQuoted = /['`]$/.test(glued);
  // Dots are legal as well, but several are bytes that a dump cannot print: `F..X...NINVITE`.
  if (known && glued.includes('..')) return known.length;
  if (startsLine && !isQuoted && /^[A-Za-z][\w!%*+`'~.-]*$/.test(word)) return word.length;
  if (known) return known.length;
  return startsLine && !/^[\w!%*+`'~.-]+$/.test(word) ? 0 : (/[A-Z][A-Z0-9_-]{2,}$/.exec(word)?.[0].length ?? 0);
}

const METHOD_AND_SCHEME = new RegExp(`(?:${methodAlternatives})[ \\t]+<?(?:sips?|tel|urn|im|pres):[^\\r\\n]*$`, 'i');

/** A Request-URI with blanks in it, or one that a tool wrapped: looked for by a known method and a known scheme. */
function blankInUri(text: string, version: number, floor: number): number | undefined {
  const line = text.slice(lineStartBefore(text, version, Math.max(floor, version - 1024)), version);
  if (!/(?:sips?|tel|urn|im|pres):/i.test(line)) return undefined;
  const match = METHOD_AND_SCHEME.exec(line);
  return match ? version - line.length + match.index : undefined;
}

const SLASH = 47;
const ESCAPE = 27;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isBlank = (code: number): boolean => code === 32 || code === 9;
const isLineBreak = (code: number): boolean => code === 10 || code === 13;
const isInk = (code: number): boolean => code > 32;
const isWordCharacter = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
