import { methodAlternatives, methodNames } from '../patterns.ts';
import { isDigit, isWordCharacter } from '../shapes/characters.ts';
import { ESCAPE, mayBeColoured, SPELT_SEQUENCE } from '../shapes/colours.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import { WORD_TAG } from '../shapes/tags.ts';
import { brokenRequestStart } from './broken-request-lines.ts';
import { SIPP_KEYWORD } from './sipp-keywords.ts';

/** A start line in a text, whatever stands before it on its line. */
export interface StartLine {
  readonly kind: 'request' | 'response';
  /** The first character of the method or of the version. */
  readonly start: number;
  /** Behind the version of a request, behind the status code of a response. */
  readonly end: number;
}

/** How far a Request-URI is followed back; longer ones are no use to anyone. */
const LONGEST_REQUEST_LINE = 8192;

/** The slash may be escaped, and what escapes it as well. */
const LONGEST_ESCAPED_NAME = 'SIP'.length + 7;

/** The start line whose version begins at `version`. */
export function startLineAt(text: string, version: number): StartLine | undefined {
  let at = version + 'SIP'.length;
  while (text[at] === '\\' && at - version < LONGEST_ESCAPED_NAME) at++;
  if (text[at] === '\u001b') at = behindColours(text, at);
  if (text[at++] !== '/') return undefined;
  const major = at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === major || text[at] !== '.') return undefined;
  const minor = ++at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === minor) return undefined;
  const next = text.charCodeAt(at);
  if (next === SLASH || (isWordCharacter(next) && !UNPRINTED.test(text.slice(at, at + 2)))) return undefined;
  const code = statusCodeEnd(text, at);
  if (code !== undefined) {
    const request = CODE_AT_END.test(text.slice(at, code + 1)) ? undefined : knownRequestStart(text, version);
    if (request === undefined) return { kind: 'response', start: version, end: code };
    return { kind: 'request', start: request, end: at };
  }
  const floor = requestFloor(text, version);
  const plain = requestStart(text, version, floor);
  const isColoured = plain === undefined || text.slice(plain, version).includes('\u001b');
  const start = (isColoured ? colouredStart(text, version, floor) : undefined) ?? plain;
  if (start === undefined || SIPP_KEYWORD.test(text.slice(start, version)) || isInPhrase(text, start)) return undefined;
  return { kind: 'request', start, end: at };
}

/** Whether the reason phrase of a response names the request that it answers: `SIP/2.0 404 No such user: INVITE sip:…`. */
const isInPhrase = (text: string, start: number): boolean =>
  text.startsWith(': ', start - 2) &&
  ANSWERED.test(text.slice(lineStartBefore(text, start, Math.max(0, start - LONGEST_PHRASE)), start));

const ANSWERED = /^SIP\/2\.0 [3-6]\d\d [A-Za-z ]{1,64}: $/;
const LONGEST_PHRASE = 96;

/** The sign that `ngrep -P` may show for the returns and line feeds: both, or the one before a line feed that it leaves. */
const UNPRINTED = /^_[_\r\n]/;

/** Three digits as a code has them. */
const CODE_AT_END = /^\s+[1-6]\d\d(?:\s|$)/;
const REQUEST_BEFORE = new RegExp(`(?<![\\w-])(?:${methodAlternatives}) <?(?:sips?|tel|urn|im|pres):[^\\s<>]+ $`);

/** Where a request begins whose version a number follows that is no code: what stood before the next line, in a text without line breaks. */
function knownRequestStart(text: string, version: number): number | undefined {
  const near = text.slice(Math.max(0, version - 512), version);
  const match = REQUEST_BEFORE.exec(near);
  return match ? version - near.length + match.index : undefined;
}

/** Behind the three digits that follow a version. */
function statusCodeEnd(text: string, versionEnd: number): number | undefined {
  const blanks = behindColours(text, versionEnd);
  let at = blanks;
  while (isBlank(text.charCodeAt(at))) at++;
  if (at === blanks) return undefined;
  at = behindColours(text, at);
  const digits = at;
  while (isDigit(text.charCodeAt(at))) at++;
  // Two or four digits are a broken code, but still one when a phrase or the line's end follows.
  // A date is none.
  const isCode = at - digits >= 2 && at - digits <= 10 && !isWordCharacter(text.charCodeAt(at));
  return isCode && !/^[-/.:]\d/.test(text.slice(at, at + 2)) ? at : undefined;
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
  if (at < methodEnd && methodEnd < uriStart) {
    const uri = text.slice(uriStart, uriEnd);
    const word = text.slice(at, methodEnd);
    const startsLine = at === floor || isLineBreak(text.charCodeAt(at - 1));
    const method = HAS_SCHEME.test(uri) ? methodAtEnd(word, startsLine) : 0;
    if (method > 0) return methodEnd - method;
    if (startsLine && LACKS_SCHEME.test(uri) && methodNames.includes(word)) return at;
  }
  return blankInUri(text, version, floor) ?? brokenRequestStart(text, version, floor);
}

/** A link may stand for it: `[sip:bob@example.org](sip:bob@example.org)`. */
const HAS_SCHEME = /^[<[]?(?:[A-Za-z][\w+.-]*\\?:|\*$)/;
/** A Request-URI that is none, as broken clients send it: a number, a user at a host, a host. */
const LACKS_SCHEME = /^<?[\w+.-]+(?:@[\w.-]+)?(?::\d{2,5})?>?$/;

/** Behind the colour that is set at an offset. */
function colourEnd(text: string, at: number): number | undefined {
  const sequence = isDigit(text.charCodeAt(at)) ? null : COLOUR.exec(text.slice(at, at + LONGEST_COLOUR));
  return sequence ? at + sequence[0].length : undefined;
}

/** Behind all colours that are set at an offset. */
function behindColours(text: string, from: number): number {
  let at = from;
  for (let colour = colourEnd(text, at); colour !== undefined; colour = colourEnd(text, at)) at = colour;
  return at;
}

const COLOUR_OR_TAG = `(?:${SPELT_SEQUENCE}|${WORD_TAG})`;
/** A tag may say which colour. */
const LONGEST_COLOUR = 272;
const COLOURS = `${COLOUR_OR_TAG}{0,4}`;
const COLOUR = new RegExp(`^${COLOUR_OR_TAG}`);
/** Where a method may begin: its letters are not those of a colour before it. */
const WORD_START = `(?:(?<![A-Z0-9_-]|${ESCAPE}\\[)|(?<=${ESCAPE}\\[[0-9;]{0,32}[A-Z]))`;
/** What `grep` found in a Request-URI may have colours of its own. */
const SHADES = '(?:\\u001b\\[[0-9;]{0,32}[A-Za-z])';
const COLOURED_URI = `[A-Za-z][\\w+.-]*${SHADES}*:(?:[^\\s\\u001b<>]|${SHADES})+`;
const COLOURED_REQUEST = new RegExp(
  `${WORD_START}([A-Z][A-Z0-9_-]{0,31})${COLOURS} ${COLOURS}${COLOURED_URI}${COLOURS} ${COLOURS}$`,
);

/** Where a request line begins that has colours between its words. */
function colouredStart(text: string, version: number, floor: number): number | undefined {
  const line = text.slice(lineStartBefore(text, version, Math.max(floor, version - 1024)), version);
  const match = line.includes('>') || mayBeColoured(line) ? COLOURED_REQUEST.exec(line) : null;
  return match ? version - line.length + match.index : undefined;
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
  // What `grep` puts before the lines around one that it found is legal as well: `trace.log-12-INVITE`.
  if (known && /(?:-\d+|\.[a-z]{2,8})-$/.test(glued)) return known.length;
  // Dots are legal as well, but several, or one right before it, are bytes that a dump cannot print: `F..X...NINVITE`, `n.x.INVITE`.
  if (known && (glued.includes('..') || glued.endsWith('.'))) return known.length;
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
const isBlank = (code: number): boolean => code === 32 || code === 9;
const isLineBreak = (code: number): boolean => code === 10 || code === 13;
const isInk = (code: number): boolean => code > 32;
