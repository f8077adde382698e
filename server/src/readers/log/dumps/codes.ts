import { isDigit, isLetter } from '../shapes/characters.ts';
import type { CodeSpelling } from './code-spellings.ts';

/** Codes of one row. A byte of a code of several stands at its part of the digits. */
export interface Codes {
  readonly bytes: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Behind the last code. */
  readonly end: number;
  /** Whether what follows shows the same bytes as text. */
  readonly shown: boolean;
}

/** What parts two codes: blanks and one mark. */
const GAP = /[ \t]{0,5}(?:[,:;|-][ \t]{0,5})?/y;
const SIGNED_GAP = /[ \t]{0,5}(?:[,:;|][ \t]{0,5})?/y;
/** Blanks before the first code of a row. */
const INDENT = /[ \t]{0,40}/y;

/** The codes from an offset of a line on. */
export function codesFrom(
  document: string,
  from: number,
  lineEnd: number,
  spelling: CodeSpelling,
  most = MOST_IN_ROW,
): Codes {
  const { code, bytesOf, columns, isSigned } = spelling;
  const bytes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  /** How many codes there are where the text may begin that shows them once more. */
  const pauses = new Set<number>();
  let at = columns === undefined ? from + lengthAt(INDENT, document, from) : from;
  let end = at;
  while (at < lineEnd && bytes.length < most) {
    code.lastIndex = at;
    const match = code.exec(document);
    const values = match && at + match[0].length <= lineEnd ? bytesOf(match[1] ?? '') : undefined;
    if (!match || !values) break;
    const size = match[0].length / Math.max(1, values.length);
    for (let i = 0; i < values.length; i++) {
      bytes.push(values[i]!);
      starts.push(Math.round(at + i * size));
      ends.push(Math.round(at + (i + 1) * size));
    }
    at += match[0].length;
    end = at;
    if (columns !== undefined) continue;
    const gap = lengthAt(isSigned ? SIGNED_GAP : GAP, document, at);
    if (gap > 1) pauses.add(bytes.length);
    at += gap;
  }
  if (isShown(document, end, lineEnd, bytes, bytes.length)) return { bytes, starts, ends, end, shown: true };
  // What the text begins with may look like codes itself.
  for (let count = 1; count < bytes.length && bytes.length <= MOST_SHOWN; count++) {
    const codesEnd = ends[count - 1]!;
    if (!pauses.has(count) && count < bytes.length - MOST_IN_TEXT) continue;
    if (isShown(document, codesEnd, lineEnd, bytes, count))
      return {
        bytes: bytes.slice(0, count),
        starts: starts.slice(0, count),
        ends: ends.slice(0, count),
        end: codesEnd,
        shown: true,
      };
  }
  return { bytes, starts, ends, end, shown: false };
}

/** A row of a dump has no more bytes. */
export const MOST_IN_ROW = 128;
/** Nor one that shows them as text beside. */
const MOST_SHOWN = 64;
/** So many words of a text of 16 characters may look like codes. */
const MOST_IN_TEXT = 6;
/** So many blanks and marks may stand between the codes and the text. */
const WIDEST_PAUSE = 96;
const LONGEST_MARK = 6;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Whether a line goes on with the bytes as text: what can be printed as itself, what cannot as something else. */
function isShown(document: string, from: number, lineEnd: number, bytes: readonly number[], count: number): boolean {
  if (count === 0 || count > MOST_SHOWN || from >= lineEnd) return false;
  let ink = from;
  while (ink < lineEnd && ink - from < WIDEST_PAUSE && /[ \t]/.test(document[ink] ?? '')) ink++;
  for (let start = from + 1; start <= ink + LONGEST_MARK && start < lineEnd; start++) {
    if (start > from + 1 && isLetterOrDigit(document.charCodeAt(start - 1))) break;
    if (isShownFrom(document, start, lineEnd, bytes, count, 0)) return true;
    if (count > HALF_ROW && isShownFrom(document, start, lineEnd, bytes, count, 1)) return true;
    if (isShownEscaped(document, start, lineEnd, bytes, count)) return true;
  }
  return false;
}

/** Bytes of which some tools show one half apart from the other. */
const HALF_ROW = 8;

/** Whether bytes are shown from an offset on, with so many blanks between the first half of a row and the rest. */
function isShownFrom(
  document: string,
  start: number,
  lineEnd: number,
  bytes: readonly number[],
  count: number,
  blanks: number,
): boolean {
  if (blanks > 0 && document.charCodeAt(start + HALF_ROW) !== SPACE) return false;
  for (let i = 0; i < count; i++) {
    const at = start + i + (i < HALF_ROW ? 0 : blanks);
    if (!isShownAs(bytes[i]!, at < lineEnd ? document.charCodeAt(at) : SPACE)) return false;
  }
  return TEXT_END.test(document.slice(Math.min(start + count + blanks, lineEnd), lineEnd));
}

/** The same in a string, a quoted field of a table or a page, where a quote or a bracket is not spelt as itself. */
function isShownEscaped(
  document: string,
  start: number,
  lineEnd: number,
  bytes: readonly number[],
  count: number,
): boolean {
  let at = start;
  for (const byte of bytes.slice(0, count)) {
    const escape = escapeAt(document, at, byte);
    if (at >= lineEnd || (escape === 0 && !isShownAs(byte, document.charCodeAt(at)))) return false;
    at += escape || 1;
  }
  const rest = document.slice(Math.min(at, lineEnd), lineEnd);
  return TEXT_END.test(rest) || IN_STRING.test(rest);
}

/** Printable bytes that strings, tables and pages spell in another way. */
const ESCAPES: Readonly<Record<number, readonly string[]>> = {
  34: ['\\"', '""', '&quot;'],
  38: ['&amp;'],
  60: ['&lt;'],
  62: ['&gt;'],
  92: ['\\\\'],
};

/** How long the escape is that stands for a byte at an offset; 0 where none does. */
const escapeAt = (document: string, at: number, byte: number): number =>
  ESCAPES[byte]?.find((escape) => document.startsWith(escape, at))?.length ?? 0;

/** A border, the end of a comment or nothing, and what a tool put behind the line: a sign, a colour. */
const TEXT_END = /^[ \t|<>*/"'`]{0,16}(?:\$|\u001b\[[\d;]{0,16}[mK])?$/;
/** The end of a string that is a member of an object or a string of a list. */
const IN_STRING = /^[ \t|<>*]{0,16}(?:\\[nr]){0,2}"[ \t]*(?:[,}\]]|$)/;
const SPACE = 32;
const isShownAs = (byte: number, shown: number): boolean =>
  byte > SPACE && byte < 127
    ? byte === shown
    : byte === SPACE
      ? shown === SPACE || shown === 46
      : shown < SPACE || !isLetterOrDigit(shown);
const isLetterOrDigit = (code: number): boolean => isDigit(code) || isLetter(code);
