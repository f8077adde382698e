/**
 * One row of a dump: an offset, up to sixteen bytes in hexadecimal and what they look like; the same without an
 * offset, as ngrep -x writes it; or bytes alone, as `xxd -p` and `od -An -tx1` write them.
 */
export type RowForm = 'offset' | 'halves' | 'bare';

export interface HexRow {
  readonly form: RowForm;
  /** The blanks before an offset: `tshark -z follow` sets the rows of one direction apart by them. */
  readonly indent: number;
  /** Where its bytes stand, in order. */
  readonly offsets: readonly number[];
}

const OFFSET = /^[ \t]*(?:0x)?[0-9a-f]{4,8}:?[ \t]{1,3}/i;
/** Two halves of eight bytes; the last row may have fewer. */
const HALVES = /^ {2}[0-9a-f]{2}(?: [0-9a-f]{2}){0,7} {4}/i;
const BARE = /^ {0,2}[0-9a-f]{2}(?: {0,2}[0-9a-f]{2}){0,127}$/i;

const BYTES_IN_ROW = 16;
const BYTES_IN_HALF = 8;
const LONGEST_ROW = 128;
const LONGEST_BARE_ROW = 512;

/** Undefined where the line is no row. */
export function hexRowAt(document: string, start: number, end: number): HexRow | undefined {
  const line = document.slice(start, Math.min(end, start + LONGEST_ROW));
  const offset = OFFSET.exec(line)?.[0].length;
  if (offset !== undefined) return rowOf('offset', start, bytesFrom(line, offset), line.search(/[^ \t]/));
  if (HALVES.test(line)) return rowOf('halves', start, bytesInHalves(line));
  if (end - start > LONGEST_BARE_ROW) return undefined;
  const bare = document.slice(start, end);
  return BARE.test(bare) ? rowOf('bare', start, bareBytes(bare)) : undefined;
}

const rowOf = (form: RowForm, start: number, columns: readonly number[], indent = 0): HexRow | undefined =>
  columns.length === 0 ? undefined : { form, indent, offsets: columns.map((column) => start + column) };

/** Three blanks end the bytes, or what is no byte. */
function bytesFrom(line: string, from: number): readonly number[] {
  const columns: number[] = [];
  for (let at = from; columns.length < BYTES_IN_ROW && isByte(line, at); ) {
    columns.push(at);
    at += 2;
    const blanks = /^ */.exec(line.slice(at, at + 3))?.[0].length ?? 0;
    if (blanks > 2) break;
    at += blanks;
  }
  return columns;
}

/** What a row that is not full looks like stands where it does in full ones. */
function bytesInHalves(line: string): readonly number[] {
  const columns: number[] = [];
  for (let i = 0, at = 2; i < BYTES_IN_ROW && isByte(line, at); i++) {
    columns.push(at);
    at += i === BYTES_IN_HALF - 1 ? 6 : 3;
  }
  return columns;
}

function bareBytes(line: string): readonly number[] {
  const columns: number[] = [];
  for (let at = 0; at < line.length; ) {
    if (line[at] === ' ') at++;
    else {
      columns.push(at);
      at += 2;
    }
  }
  return columns;
}

const isByte = (line: string, at: number): boolean =>
  isHexDigit(line.charCodeAt(at)) && isHexDigit(line.charCodeAt(at + 1));

const isHexDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
