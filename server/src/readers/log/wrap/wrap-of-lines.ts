import { ownCopy } from '../../../sip/own-copy.ts';
import { COMMON_WIDTHS } from '../lines/wrapped-lines.ts';
import { isBlankRange } from '../shapes/physical-lines.ts';
import { begins, isForeign, isMark, isStartLine, type Part, partBehind } from './parts.ts';
import { columns, isFull, isWide, LONGEST_ROW, MOST_ROWS, NARROWEST, overflows, type Row, rowAt } from './rows.ts';
import type { Sides, Wrap } from './wrap.ts';

/** How a message was wrapped that stood on several lines: told from those that begin nothing, and from those before them. */

export function wrapOfLines(text: string, lineStart: number, margin: string, border: string): Wrap | undefined {
  const sides = { margin, border, oneLine: false };
  const rows = rowsOfMessage(text, lineStart, sides);
  if (rows.some((row) => row.end - row.start > LONGEST_ROW)) return undefined;
  const broken = rows.flatMap((row, i) => (rows[i + 1]?.goesOn ? [{ row, next: rows[i + 1]! }] : []));
  const width = Math.max(...rows.map((row) => columns(text, row.start, row.end)));
  const outer = border === '' ? width : width + border.length + 1;
  const full = broken.filter(({ row }) => isFull(text, row, width));
  const exact = full.filter(({ row }) => isWide(text, row.start, row.end, width));
  const common = { ...sides, margin: ownCopy(margin), lead: '', tail: '' };
  if (broken.length === 0)
    return arePadded(text, rows) ? { ...common, at: 'column', width: width + 1, isSure: false } : undefined;
  // A line that ends before a blank at its width has lost that.
  if (width >= NARROWEST && exact.length > 0 && (full.length === broken.length || exact.length * 2 > broken.length)) {
    const isSure =
      exact.length >= 2 ||
      (COMMON_WIDTHS.has(outer) && !MAIL_WIDTHS.has(outer)) ||
      hasFullLines(text, lineStart, width);
    const lead = leadOf(full.map(({ next }) => text.slice(next.content, next.end)));
    const tail = tailOf(full.map(({ row }) => text.slice(row.start, row.end)));
    return { ...common, at: 'column', width, lead, tail, isSure };
  }
  // A word that is longer than a line stands alone, and on more than a line.
  const several = rows.filter((row) => text.slice(row.content, row.end).includes(' '));
  const widest = Math.max(0, ...several.map((row) => columns(text, row.start, row.end)));
  const isFolded = broken.some(({ next }) => isBlankRange(text, next.content, next.content + 1));
  if (isFolded || widest < NARROWEST) return undefined;
  if (!broken.every(({ row, next }) => overflows(text, row, next, widest))) return undefined;
  const keepsBlank = broken.every(({ row }) => /^ (?![^\r\n])/.test(text.slice(row.end, row.end + 2)));
  return { ...common, width: widest, at: 'blank', isSure: broken.length > 1 || keepsBlank };
}

/** Whether blanks fill lines up to one width, so that a body is longer than it was. */
const arePadded = (text: string, rows: readonly Row[]): boolean => {
  const lengths = rows.map(({ start, next }) => next - start);
  return (
    rows.length > 2 && lengths.every((length) => length === lengths[0]) && rows.every(({ end }) => text[end] === ' ')
  );
};

/** At these a mail program breaks lines, at blanks. */
const MAIL_WIDTHS: ReadonlySet<number> = new Set([72, 76, 78]);
/** What stands so far before a message tells how wide the text is. */
const LOOK_BACK = 1500;

/** Whether one of the lines before a message is full, and none is longer. */
function hasFullLines(text: string, lineStart: number, width: number): boolean {
  const lines = text
    .slice(Math.max(0, lineStart - LOOK_BACK), lineStart)
    .split('\n')
    .slice(1, -1);
  const lengths = lines.map((line) => columns(line, 0, line.length) - (line.endsWith('\r') ? 1 : 0));
  const longer = lengths.findLastIndex((length) => length > width);
  return lengths.includes(width, longer + 1);
}

interface HeadRow extends Row {
  /** Whether it begins nothing, so that it goes on with the line before it. */
  readonly goesOn: boolean;
}

/** The lines of a head, and those of a session description where the head has none that goes on. */
function rowsOfMessage(text: string, lineStart: number, sides: Sides): readonly HeadRow[] {
  const rows: HeadRow[] = [];
  let part: Part = 'head';
  for (let at = lineStart; rows.length < MOST_ROWS && at < text.length; ) {
    const row = rowAt(text, at, sides);
    at = row.next;
    if (row.content >= row.end) {
      if (part !== 'head' || rows.some(({ goesOn }) => goesOn)) break;
      part = partBehind(text, at, sides);
      continue;
    }
    if (rows.length > 0 && isForeign(text, row)) continue;
    if (isMark(text, row)) break;
    if (rows.length > 0 && isStartLine(text, row)) break;
    rows.push({ ...row, goesOn: rows.length > 0 && !begins(text, row, part, rows.at(-1)) });
  }
  return rows;
}

/** The blanks or the sign with which every line begins that goes on. */
function leadOf(contents: readonly string[]): string {
  const lead = /^(?:[ \t]*[\u21aa\u21b3\u00bb\u2026\\+|]?[ \t]*)/.exec(contents[0] ?? '')?.[0] ?? '';
  // One blank, or the third of three, stood in the line; a sign of this world as well.
  if (contents.length < 2) return /^[ \t]*[+|\\]?[ \t]*$/.test(lead) ? (/^(?: {2})+/.exec(lead)?.[0] ?? '') : lead;
  for (let length = lead.length; length > 0; length--) {
    const shared = lead.slice(0, length);
    if (contents.every((content) => content.startsWith(shared))) return shared;
  }
  return '';
}

const TAILS = ['\\', '\u21a9', '\u23ce', '\u00ac'];

const tailOf = (contents: readonly string[]): string =>
  TAILS.find((tail) => contents.every((content) => content.endsWith(tail))) ?? '';
