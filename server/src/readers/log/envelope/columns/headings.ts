/**
 * The line that names the columns of a table. It may stand some lines down: below a prompt and a query, a remark, or
 * a border; below it stands perhaps a row of dashes.
 */

/** Of a longer row the rest is not looked at. */
export const LONGEST_ROW = 2048;

/** So many lines of a document may stand above what names the columns, that line among them. */
const MOST_LINES = 10;

/** The first lines of a document, among which that line is. */
export const firstLinesOf = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST_ROW)
    .split(/\r?\n/, MOST_LINES)
    .map((line, i) => (i === 0 ? line.replace(/^\uFEFF/, '') : line));

/** A row's cells without the quotes around them, and the sign between them. */
export interface Row {
  readonly separator: string;
  readonly cells: readonly string[];
}

const SEPARATOR = /[|;,\t]/;
const DRAWN_BAR = /[│┃║]/g;
const NAME = /^[\p{L}\p{M}\w .:()[\]/-]{0,64}$/u;
const LETTER = /\p{L}/u;
/** No name holds a clock, a day or an address. */
const VALUE = /\d[:./-]\d/;
/** Fewer names make no heading below the first line. */
const FEWEST_NAMES = 3;

/** The cells of a row: a sign within quotes parts none. */
export function cellsOf(row: string, separator: string): readonly string[] {
  const bars = separator === '|' ? row.replace(DRAWN_BAR, '|') : row;
  const cells: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < bars.length; i++) {
    if (bars[i] === '"' && (isQuoted || bars.slice(from, i).trim() === '')) isQuoted = !isQuoted;
    else if (bars[i] === separator && !isQuoted) {
      cells.push(bars.slice(from, i));
      from = i + 1;
    }
  }
  cells.push(bars.slice(from));
  return cells.map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'));
}

/** What a line calls the columns of a table; undefined where it names none, or two alike. */
function namesIn(line: string, fewest: number): Row | undefined {
  const separator = SEPARATOR.exec(line.replace(DRAWN_BAR, '|'))?.[0];
  if (separator === undefined) return undefined;
  const cells = cellsOf(line, separator);
  const names = cells.filter((name) => name !== '');
  const areNames = names.every((name) => NAME.test(name) && LETTER.test(name[0]!) && !VALUE.test(name));
  return areNames && names.length >= fewest && new Set(names).size === names.length ? { separator, cells } : undefined;
}

/** Lines that may name the columns of a table, the first one first: a query may name them as well. */
export const headingsIn = (lines: readonly string[]): readonly Row[] =>
  lines.flatMap((line, i) => namesIn(line, i === 0 ? 2 : FEWEST_NAMES) ?? []);
