import { isDigit, isLetter } from '../shapes/characters.ts';

/** Bytes as a dump or a list spells them: how one code looks, and the codes that stand one behind the other. */
export interface CodeSpelling {
  /** One code with its digits in group 1; sticky. */
  readonly code: RegExp;
  /** Undefined where the digits stand for more than a byte holds. */
  readonly bytesOf: (digits: string) => readonly number[] | undefined;
  /** Codes that stand in columns of so many characters; others are parted by blanks and marks. */
  readonly columns?: number;
  /** Whether a hyphen belongs to the number behind it. */
  readonly isSigned?: true;
}

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

const sticky = (source: string): RegExp => new RegExp(source, 'iy');
const inByte = (value: number): readonly number[] | undefined => (value < 256 ? [value] : undefined);
/** The bytes of a word, the first byte first. */
function bigEndian(digits: string): readonly number[] {
  const bytes: number[] = [];
  for (let i = 0; i < digits.length; i += 2) bytes.push(Number.parseInt(digits.slice(i, i + 2), 16));
  return bytes;
}
const littleEndian = (value: number, bytes: number): readonly number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);

/** More digits in one go than any tool puts into a group: bytes that nothing parts. */
const WIDEST_CODE = 64;
const hexSpellings: readonly CodeSpelling[] = Array.from({ length: WIDEST_CODE / 2 + 1 }, (_, bytes) => ({
  code: sticky(bytes === 0 ? '([0-9a-f]{2})' : `((?:[0-9a-f]{2}){1,${bytes}})(?!\\w)`),
  bytesOf: bigEndian,
}));
/** Bytes in hexadecimal, `49 4e`, or several in one group of so many digits; the last group of a row may have fewer. */
export const hexOf = (digits: number): CodeSpelling =>
  hexSpellings[digits > WIDEST_CODE ? 0 : Math.ceil(digits / 2)] ?? hexSpellings[0]!;

const wordsOf = (digits: 4 | 8): CodeSpelling => ({
  code: sticky(`([0-9a-f]{${digits}})(?!\\w)`),
  bytesOf: (word: string) => littleEndian(Number.parseInt(word, 16), digits / 2),
});
/** Words as a machine has them that writes the last byte first: `4e49` is `IN`. */
export const words = wordsOf(4);

/** `49, d, a` and `0x49, 0xd`: as many digits as it takes. */
export const hexInList: CodeSpelling = {
  code: sticky('([0-9a-f]{1,2})(?!\\w)'),
  bytesOf: (digits) => inByte(Number.parseInt(digits, 16)),
};
export const markedHex: CodeSpelling = { ...hexInList, code: sticky('(?:0x|\\\\x)([0-9a-f]{1,2})(?![0-9a-z])') };
/** Bytes with a sign are those of Java and of `od -t d1`. */
export const decimal: CodeSpelling = {
  code: sticky('(-?\\d{1,3})(?!\\w)'),
  bytesOf: (digits) =>
    Number(digits) < -128 ? undefined : inByte(Number(digits) < 0 ? Number(digits) + 256 : Number(digits)),
  isSigned: true,
};
export const octal: CodeSpelling = {
  code: sticky('([0-3][0-7]{2})(?!\\w)'),
  bytesOf: (digits) => [Number.parseInt(digits, 8)],
};
const octalWords: CodeSpelling = {
  code: sticky('([01][0-7]{5})(?!\\w)'),
  bytesOf: (digits) => littleEndian(Number.parseInt(digits, 8), 2),
};
export const binary: CodeSpelling = {
  code: sticky('([01]{8})(?!\\w)'),
  bytesOf: (digits) => [Number.parseInt(digits, 2)],
};

/** Control characters as `od -a` names them, from 0 on. */
const CONTROLS =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
    ' ',
  );
const ESCAPES: Readonly<Record<string, number>> = { 0: 0, a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };
const encoder = new TextEncoder();

/** `od -c`, `od -a` and `hexdump -c`: characters, or what stands for them, at the end of columns of four. */
export const characters: CodeSpelling = {
  code: /( {3}[^\n]| {2}\\[0abtnvfr]| [0-7]{3}| {2}[a-z]{2}| [a-z]{3}| {2}\*\*)(?= |$)/my,
  columns: 4,
  bytesOf: (cell) => {
    const name = cell.trimStart();
    if (name.length < 2) return name === '' ? [32] : [...encoder.encode(name)];
    if (name === '**') return [];
    if (name.startsWith('\\')) return [ESCAPES[name[1] ?? ''] ?? 0];
    if (/^\d/.test(name)) return inByte(Number.parseInt(name, 8));
    const control = name === 'del' ? 127 : name === 'lf' ? 10 : CONTROLS.indexOf(name);
    return control < 0 ? undefined : [control];
  },
};

/** What may be told apart by how far a row can be read, the likelier ones first. */
export const spellings: readonly CodeSpelling[] = [
  binary,
  octalWords,
  octal,
  decimal,
  hexOf(2),
  hexOf(4),
  words,
  hexOf(8),
  wordsOf(8),
  hexOf(2 * WIDEST_CODE),
  characters,
];

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

/** A border, the end of a comment or nothing. */
const TEXT_END = /^[ \t|<>*/"'`]{0,16}$/;
const SPACE = 32;
const isShownAs = (byte: number, shown: number): boolean =>
  byte > SPACE && byte < 127
    ? byte === shown
    : byte === SPACE
      ? shown === SPACE || shown === 46
      : shown < SPACE || !isLetterOrDigit(shown);
const isLetterOrDigit = (code: number): boolean => isDigit(code) || isLetter(code);
