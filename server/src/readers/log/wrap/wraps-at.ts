import { ownCopy } from '../../../sip/own-copy.ts';
import { COMMON_WIDTHS } from '../lines/wrapped-lines.ts';
import { lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { StartLine } from '../start-lines/start-line-at.ts';
import { joinedStringsWrap } from './joined-strings.ts';
import { isForeign } from './parts.ts';
import { columns, endsInBackslash, isWide, LONGEST_ROW, MOST_ROWS, NARROWEST, overflows, rowAt } from './rows.ts';
import type { Wrap } from './wrap.ts';
import { wrapOfLines } from './wrap-of-lines.ts';

/** The ways in which the lines of the message behind a start line may have been wrapped, the surest first. */
export function wrapsAt(text: string, { start, end }: StartLine): readonly Wrap[] {
  const lineStart = lineStartBefore(text, start, Math.max(0, start - LONGEST_ROW));
  if (start - lineStart >= LONGEST_ROW) return [];
  const oneLine =
    escapedLineWrap(text, lineStart, end) ??
    joinedStringsWrap(text, { start, end }) ??
    oneLineWrap(text, lineStart, { start, end });
  const margin = text.slice(lineStart, start);
  const lines = wrapOfLines(text, lineStart, margin, borderOf(text, lineStart, margin));
  return [oneLine, foldedStringWrap(text, lineStart, end), dottedWrap(text, lineStart, end), lines].filter(
    (wrap) => wrap !== undefined,
  );
}

/** With what a record begins as others do: `2026-11-22`, `Nov 22 18:48:06`. */
const HEAD_OF_RECORD = /^(?=.{0,24}\d).{7,24}?\S(?=\s)/;

/** Several lines on end that are equally long, and more behind the start line than its line holds. */
function oneLineWrap(
  text: string,
  lineStart: number,
  { start, end: startLineEnd }: Pick<StartLine, 'start' | 'end'>,
): Wrap | undefined {
  const first = physicalLineAt(text, lineStart);
  const width = columns(text, first.start, first.end);
  if (width < NARROWEST || width > LONGEST_ROW) return undefined;
  const head = HEAD_OF_RECORD.exec(text.slice(lineStart, start))?.[0];
  let full = 1;
  let padded = 0;
  let line = physicalLineAt(text, first.next);
  for (; full < MOST_ROWS && isWide(text, line.start, line.end, width); full++) {
    if (head !== undefined && prefixEnd(text, line.start, line.end, head) !== undefined) break;
    if (/[ +|\u2502\u2503\u2551]/.test(text[line.end - 1] ?? '')) padded++;
    line = physicalLineAt(text, line.next);
  }
  const isEvident = full >= 3 || (full === 2 && COMMON_WIDTHS.has(width));
  if (!isEvident || padded * 2 > full || line.end - line.start > width || startLineEnd > line.end) return undefined;
  return { width, at: 'column', margin: '', lead: '', tail: '', border: '', oneLine: true, isSure: true };
}

/** A string of YAML, whose lines go on behind a backslash and begin with blanks that are not of it. */
function escapedLineWrap(text: string, lineStart: number, startLineEnd: number): Wrap | undefined {
  const first = physicalLineAt(text, lineStart);
  if (first.end - first.start > LONGEST_ROW || !endsInBackslash(text, first.start, first.end)) return undefined;
  if (!/\\(?:\r?\n[ \t]*\\)?[rn]/.test(text.slice(startLineEnd, first.next + MOST_BLANKS))) return undefined;
  // A terminal may have broken an escape, and goes on where a line begins.
  const lead = /^[ \t]+/.exec(text.slice(first.next, first.next + MOST_BLANKS))?.[0];
  if (lead === undefined) return undefined;
  const sides = { margin: '', border: '', oneLine: true };
  return { ...sides, width: 0, at: 'column', lead: ownCopy(lead), tail: '\\', isSure: true };
}

/** A string of YAML that spells line breaks, whose own lines are parted at blanks and indented. */
function foldedStringWrap(text: string, lineStart: number, startLineEnd: number): Wrap | undefined {
  const first = physicalLineAt(text, lineStart);
  if (first.end - first.start > LONGEST_ROW || !/(?:\\r)?\\n\S/.test(text.slice(startLineEnd, first.end)))
    return undefined;
  const lead = /^[ \t]+(?=\S)/.exec(text.slice(first.next, first.next + MOST_BLANKS))?.[0];
  if (lead === undefined || /^[\w-]+: /.test(text.slice(first.next + lead.length, first.next + MOST_BLANKS)))
    return undefined;
  const sides = { margin: '', border: '', oneLine: true };
  return { ...sides, width: 0, at: 'blank', lead: ownCopy(lead), tail: '', isSure: false };
}

/** So many lines go on with the one before them where a page evidently broke one line. */
const EVIDENT_LINES = 2;

/** A dump that has dots for line ends, which a page broke at blanks: no line could have held the next one's first word. */
function dottedWrap(text: string, lineStart: number, startLineEnd: number): Wrap | undefined {
  const first = physicalLineAt(text, lineStart);
  if (!/^\.\.[A-Za-z][\w-]{0,30} ?:/.test(text.slice(startLineEnd, Math.min(first.end, startLineEnd + MOST_BLANKS))))
    return undefined;
  const sides = { margin: '', border: '', oneLine: true };
  const rows = [rowAt(text, lineStart, sides)];
  while (rows.length < MOST_ROWS) {
    const row = rowAt(text, rows.at(-1)!.next, sides);
    if (row.end - row.start > LONGEST_ROW || !/^[^\s]/.test(text.slice(row.start, row.end)) || isForeign(text, row))
      break;
    rows.push(row);
  }
  const width = Math.max(...rows.slice(1).map(({ start, end }) => columns(text, start, end)));
  const going = rows.findIndex((row, i) => i + 1 === rows.length || !overflows(text, row, rows[i + 1]!, width));
  if (going < EVIDENT_LINES || width < NARROWEST) return undefined;
  return { ...sides, width, at: 'blank', lead: '', tail: '', isSure: true };
}

const MOST_BLANKS = 64;

/** A box, or a column of a table, has the same line at both of its sides. */
function borderOf(text: string, lineStart: number, margin: string): string {
  const left = /([\u2502\u2503\u2551|]) ?$/.exec(margin)?.[1];
  const { end } = physicalLineAt(text, lineStart);
  return left !== undefined && text[end - 1] === left ? left : '';
}
