import { headerFieldNamed } from '../../knowledge/names.ts';
import { type Span, span } from '../../sip/span.ts';
import { headerFullNames } from './patterns.ts';

/** What single lines of a log look like. All offsets are in the document. */

/** One physical line without its line break (LF, CRLF, CR CR LF or CR). */
export interface PhysicalLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

export function physicalLineAt(text: string, at: number): PhysicalLine {
  const feed = text.indexOf('\n', at);
  const next = feed < 0 ? text.length : feed + 1;
  let end = feed < 0 ? text.length : feed;
  while (end > at && text.charCodeAt(end - 1) === 13) end--;
  return { start: at, end, next };
}

/** Where the line of an offset starts, `floor` at least. It reads no further back, so that long lines cost nothing. */
export function lineStartBefore(text: string, at: number, floor: number): number {
  return floor >= at ? floor : floor + text.slice(floor, at).lastIndexOf('\n') + 1;
}

export function isBlankRange(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 13) return false;
  }
  return true;
}

/** The end of a range without the blanks that pad it. */
export function inkEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--;
  return at;
}

const HEADER_NAME = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_!%*+`'~") {
  HEADER_NAME[character.charCodeAt(0)] = 1;
}

/** Words that begin the lines of a log, not header fields. */
const LOG_WORDS = new Set(
  'DEBUG INFO NOTICE WARNING WARN ERROR ERR CRITICAL CRIT ALERT EMERG FATAL TRACE VERBOSE DEV LOG MSG http https sip sips tel ws wss'.split(
    ' ',
  ),
);

/**
 * The name of the header field that a line begins with (RFC 3261 §7.3.1); undefined when the line is none.
 * Names with a dot and names that start with a digit are legal, but in a log they are files and times.
 */
export function headerNameAt(text: string, start: number, end: number): Span | undefined {
  const first = text.charCodeAt(start);
  if (!((first >= 65 && first <= 90) || (first >= 97 && first <= 122))) return undefined;
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code > 127 || HEADER_NAME[code] === 0) break;
    at++;
  }
  const nameEnd = at;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  if (text.charCodeAt(at) !== 58 || at >= end) return undefined;
  const name = text.slice(start, nameEnd);
  if (LOG_WORDS.has(name) && !(name === 'WARNING' && /^: *\d{3} /.test(text.slice(at, at + 8)))) return undefined;
  return span(start, nameEnd);
}

/** Whether a line begins with a header field that we know, so that nothing but SIP can be meant. */
export function isKnownHeaderLine(text: string, start: number, end: number): boolean {
  const name = headerNameAt(text, start, end);
  return name !== undefined && headerFieldNamed(text.slice(name.start, name.end)) !== undefined;
}

const KNOWN_HEADER = new RegExp(`(^|[^\\w-])(${headerFullNames})[ \\t]*:|([ \\t>|\u2502])([a-z]): `, 'i');

/** Where in a line the first header field name that we know stands, with a colon behind it. */
export function knownHeaderIn(text: string, start: number, end: number): number | undefined {
  const line = text.slice(start, Math.min(end, start + 1024));
  const match = KNOWN_HEADER.exec(line);
  if (!match) return undefined;
  const compact = match[4];
  if (compact !== undefined && !headerFieldNamed(compact)) return undefined;
  return start + match.index + (match[1] ?? match[3] ?? '').length;
}

/** Where a string ends that began before `start`: at its quote, unless a backslash stands before that. */
export function stringEnd(text: string, start: number, end: number, quote: string): number | undefined {
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

export const isQuote = (text: string, at: number): boolean => /^["'`]$/.test(text[at] ?? '');

/** How the lines of other programs begin, blanks before them or not: a time, a process, a priority. */
const LOG_LINE =
  /^\s*(?:\d+\(\d+\)|<\d{1,3}>|\[?\d{4}[-/]\d\d[-/]\d\d|\[?\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d|(?:DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL)\b)/;

export const isLogLine = (text: string, start: number, end: number): boolean =>
  LOG_LINE.test(text.slice(start, Math.min(end, start + 64)));

/** A line of one character over and over: it parts records. */
export const isSeparatorLine = (text: string, start: number, end: number): boolean =>
  end - start >= 8 && /^([-=~_*#+])\1{7,}/.test(text.slice(start, Math.min(end, start + 16)));

/**
 * Whether a line begins with a prefix of the same shape, and where the prefix ends: digits stand for digits of any
 * number, everything else for itself. A blank line may have lost the blanks that end the prefix.
 */
export function prefixEnd(text: string, start: number, end: number, prefix: string): number | undefined {
  const same = start + prefix.length;
  // An engine compares whole texts at once, and how one begins letter by letter.
  if (same <= end && text.slice(start, same) === prefix && !isDigit(prefix.charCodeAt(prefix.length - 1))) return same;
  let at = start;
  let i = 0;
  while (i < prefix.length) {
    const wanted = prefix.charCodeAt(i);
    if (at >= end) return isBlankRange(prefix, i, prefix.length) ? end : undefined;
    const code = text.charCodeAt(at);
    if (isDigit(wanted) && isDigit(code)) {
      while (i < prefix.length && isDigit(prefix.charCodeAt(i))) i++;
      while (at < end && isDigit(text.charCodeAt(at))) at++;
    } else if (code === wanted || (isMark(code) && isMark(wanted)) || (isBoxDrawing(code) && isBoxDrawing(wanted))) {
      i++;
      at++;
    } else if (wanted === 32 && i > 0 && isDigit(code) && prefix.charCodeAt(i - 1) === 32) {
      // `Nov  2` becomes `Nov 12`: a blank that pads a number.
      i++;
    } else {
      const [wantedEnd, wordEnd] = [hexWordEnd(prefix, i), hexWordEnd(text, at)];
      if (wantedEnd === undefined || wordEnd === undefined || wordEnd > end) return undefined;
      if (wantedEnd === i && wordEnd === at) return undefined;
      i = wantedEnd;
      at = wordEnd;
    }
  }
  return at;
}

/** The end of a word of hexadecimal digits around an offset, a counter or an address: it may differ from line to line. */
function hexWordEnd(text: string, at: number): number | undefined {
  let start = at;
  while (start > at - 16 && isHexDigit(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < at + 16 && isHexDigit(text.charCodeAt(end))) end++;
  if (end - start < 4 || isLetter(text.charCodeAt(start - 1)) || isLetter(text.charCodeAt(end))) return undefined;
  return /\d/.test(text.slice(start, end)) ? end : undefined;
}

const isHexDigit = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
/** `x` may stand before the digits. */
const isLetter = (code: number): boolean => code !== 120 && ((code >= 97 && code <= 122) || (code >= 65 && code <= 90));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** `grep -n` and `grep -A` put a colon behind the number or the file of a line that matched, a hyphen behind others'. */
const isMark = (code: number): boolean => code === 58 || code === 45;
/** A bar at the side of lines begins with one character and ends with another: `\u250c`, `\u2502`, `\u2514`. */
const isBoxDrawing = (code: number): boolean => code >= 0x2500 && code <= 0x257f;

// biome-ignore lint/complexity/useRegexLiterals: an escape character in a literal is unreadable
export const ANSI_SEQUENCE = new RegExp('\\u001b\\[[0-9;?]{0,32}[A-Za-z]', 'g');

export const withoutColours = (line: string): string =>
  line.includes('\u001b') ? line.replace(ANSI_SEQUENCE, '') : line;

// biome-ignore lint/complexity/useRegexLiterals: an escape character in a literal is unreadable
const COLOURS_AT_END = new RegExp('(?:\\u001b\\[[0-9;]{0,16}[mK]){1,4}$');

/** The end of a range without the colours that are set there: they stand behind what a tool puts at the end of a line. */
export function colourlessEnd(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (last !== 109 && last !== 75) return end;
  const colours = COLOURS_AT_END.exec(text.slice(Math.max(start, end - 80), end));
  return colours ? end - colours[0].length : end;
}
