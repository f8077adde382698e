import { ownCopy } from '../../../sip/own-copy.ts';
import { type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import { type CodeSpelling, spellings } from './code-spellings.ts';
import { type Codes, codesFrom, MOST_IN_ROW } from './codes.ts';

/** How the rows of a dump or the lines of a list look. */
export interface RowShape {
  readonly spelling: CodeSpelling;
  /** What stands before the codes of every row: an offset, a log's own prefix, a border; nothing but blanks where it is empty. */
  readonly before: string;
}

/** A row is no longer; a longer line is a list of its own. */
export const LONGEST_ROW = 1024;

/** The line at an offset; of a line that is too long for a row no more than tells so. */
export function rowLineAt(document: string, at: number): PhysicalLine {
  const limit = at + LONGEST_ROW + 2;
  const isLong = limit < document.length && !document.slice(at, limit).includes('\n');
  return isLong ? { start: at, end: limit, next: limit } : physicalLineAt(document, at);
}

/** The codes of a line; undefined where it is no row of the shape. */
export function rowAt(document: string, line: PhysicalLine, { spelling, before }: RowShape): Codes | undefined {
  if (line.end === line.start || line.end - line.start > LONGEST_ROW) return undefined;
  const from = before === '' ? line.start : prefixEnd(document, line.start, line.end, before);
  if (from === undefined) return undefined;
  const codes = codesFrom(document, firstColumn(from, before, spelling), line.end, spelling, MOST_IN_ROW + 1);
  if (codes.bytes.length === 0 || codes.bytes.length > MOST_IN_ROW) return undefined;
  return before !== '' || codes.shown || isRestOfRow(document, codes.end, line.end) ? codes : undefined;
}

/** Columns begin with the blank that parts the first one from what stands before it. */
const firstColumn = (from: number, before: string, { columns }: CodeSpelling): number =>
  columns === undefined || before === '' ? from : from - 1;

/** What may stand behind the last code of a row that has nothing before its first one: what parts it from the next row, or closes the list. */
const REST_OF_ROW = /^[ \t]*[,:;|]?[ \t]*\\?[\])}>"']{0,3}[,;)]{0,3}[ \t]*$/;

const isRestOfRow = (document: string, from: number, end: number): boolean =>
  end - from < 64 && REST_OF_ROW.test(document.slice(from, end));

/** Whether a list is closed behind the codes of a row, or cut. */
export const isClosed = (document: string, { end, shown }: Codes, lineEnd: number): boolean =>
  !shown && /^[ \t]?(?:[\])}>]|\.\.\.)/.test(document.slice(end, Math.min(lineEnd, end + 8)));

/** What stands before codes, with the first of the blanks that part it from them. */
export function beforeCodes(document: string, start: number, codes: number): string {
  const before = document.slice(start, codes + 1);
  const ink = before.slice(0, codes - start).trimEnd().length;
  return ownCopy(ink === 0 ? '' : before.slice(0, /[ \t]/.test(before[ink] ?? '') ? ink + 1 : ink));
}

/** An offset of zero, with what parts it from the codes. */
const FIRST_OFFSET = /(?:^|[^0-9a-z]|\[[\d;]{0,16}m)(?:0x)?0{4,16}[:|]?[ \t|-]*$/i;
/** What stands before the offset may end as an offset does, and the bytes behind that may be zeros, too: as little as can be. */
const FIRST_ROW = /^(?:[ \t|<>]*|[^\n]{0,64}?[\]|>:)][ \t]{1,3})(?:0x)?0{4,16}(?:[:|](?=[ \t])|(?=[ \t]))/i;
/** With a log's own prefix before it. */
const LONGEST_FIRST_OFFSET = 96;

const BYTES_BEHIND_OFFSET = /^[ \t|<>]*(?:0x)?[0-9a-f]{4,16}[:|]?[ \t]{1,3}[0-9a-f]{2}/i;
const HALVES = /^ {2}[0-9a-f]{2}(?: [0-9a-f]{2}){0,7} {4}/i;

/** Whether a line by itself looks like a row of a dump in hexadecimal. */
export function looksLikeRow(document: string, start: number, end: number): boolean {
  const line = document.slice(start, Math.min(end, start + 64));
  return BYTES_BEHIND_OFFSET.test(line) || HALVES.test(line);
}

/** Whether what stands before the codes of every row is no more than an offset, perhaps behind the number of the line. */
export const isOffset = (before: string): boolean =>
  /^(?:[ \t]{0,12}\d{1,9}[\t:])?[ \t|<>]*(?:0x)?[0-9a-f`]{0,20}[ \t:|-]*$/i.test(before);

/** Whether a packet begins with a row. */
export const isFirstOffset = (before: string): boolean => FIRST_OFFSET.test(before);

/** Whether a packet begins with a line. */
export const isFirstRow = (document: string, lineStart: number): boolean =>
  FIRST_ROW.test(document.slice(lineStart, lineStart + LONGEST_FIRST_OFFSET));

/** The shapes that a packet's first row may have, the likeliest one first. */
export function shapesOfFirstRow(document: string, lineStart: number): readonly RowShape[] {
  const line = physicalLineAt(document, lineStart);
  const offset = FIRST_ROW.exec(document.slice(lineStart, lineStart + LONGEST_FIRST_OFFSET))?.[0];
  if (offset === undefined || line.end - line.start > LONGEST_ROW) return [];
  const from = lineStart + offset.length;
  const read = spellings.map((spelling) => {
    const codes = codesFrom(document, firstColumn(from + 1, offset, spelling), line.end, spelling);
    return { spelling, codes, key: codes.bytes.join() };
  });
  const furthest = Math.max(...read.map(({ codes }) => codes.end));
  const before = ownCopy(document.slice(lineStart, from + 1));
  return read
    .filter(
      ({ codes, key }, i) => key !== '' && codes.end === furthest && read.findIndex((one) => one.key === key) === i,
    )
    .sort((one, other) => Number(other.codes.shown) - Number(one.codes.shown))
    .map(({ spelling }) => ({ spelling, before }));
}
