import { ownCopy } from '../../../sip/own-copy.ts';
import { utf8Length } from '../../../sip/span.ts';
import { looksLikeRow } from '../dumps/code-rows.ts';
import { COMMON_WIDTHS } from '../lines/wrapped-lines.ts';
import { headerNameAt, isKnownHeaderLine } from '../shapes/header-lines.ts';
import {
  inkEnd,
  isBlankRange,
  isLogLine,
  isSeparatorLine,
  lineStartBefore,
  physicalLineAt,
} from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { StartLine } from '../start-lines/start-line-at.ts';

/**
 * How a terminal, an editor or a mail program broke the lines of a message at a width of its own: told from which of
 * them are full, and from what begins the lines behind those.
 */
export interface Wrap {
  /** The width of a full line in columns, with all that stands before its content; 0 where its tail alone tells. */
  readonly width: number;
  /** Whether lines are broken anywhere, or at blanks only. */
  readonly at: 'column' | 'blank';
  /** What stands before the content of every line, broken off another one or not. */
  readonly margin: string;
  /** What stands before the content of a line that goes on with another one, behind the margin if it has that. */
  readonly lead: string;
  /** What stands at the end of a line that is broken. */
  readonly tail: string;
  /** The right border of the box around the lines. */
  readonly border: string;
  /** Whether the whole message stood on one line: what follows a full line goes on with it, whatever it looks like. */
  readonly oneLine: boolean;
  /** Whether that is evident, so that no `Content-Length` need confirm it. */
  readonly isSure: boolean;
}

/** A physical line without the border of its box and the blanks before that. */
export interface Row {
  readonly start: number;
  /** Where its content starts: behind the margin, if it has that. */
  readonly content: number;
  readonly end: number;
  readonly next: number;
}

type Sides = Pick<Wrap, 'margin' | 'border' | 'oneLine'>;

export function rowAt(text: string, at: number, { margin, border, oneLine }: Sides): Row {
  const line = physicalLineAt(text, at);
  if (oneLine) return { ...line, content: line.start };
  const edge = border !== '' && text.startsWith(border, line.end - border.length) ? line.end - border.length : line.end;
  const end = inkEnd(text, line.start, edge);
  const content =
    margin === ''
      ? undefined
      : (prefixEnd(text, line.start, end, margin) ?? blankMargin(text, line.start, end, margin));
  return { start: line.start, content: content ?? line.start, end, next: line.next };
}

/** Beside a line that goes on stand blanks instead of its number. */
const blankMargin = (text: string, start: number, end: number, { length }: string): number | undefined =>
  start + length <= end && isBlankRange(text, start, start + length) ? start + length : undefined;

/** No wrapped line is longer, and no other one tells how lines are wrapped. */
const LONGEST_ROW = 512;
const NARROWEST = 50;
/** So many lines of a message tell how they are wrapped. */
const MOST_ROWS = 64;

/** The ways in which the lines of the message behind a start line may have been wrapped, the surest first. */
export function wrapsAt(text: string, { start, end }: StartLine): readonly Wrap[] {
  const lineStart = lineStartBefore(text, start, Math.max(0, start - LONGEST_ROW));
  if (start - lineStart >= LONGEST_ROW) return [];
  const oneLine = escapedLineWrap(text, lineStart, end) ?? oneLineWrap(text, lineStart, end);
  const margin = text.slice(lineStart, start);
  const lines = wrapOfLines(text, lineStart, margin, borderOf(text, lineStart, margin));
  return [oneLine, lines].filter((wrap) => wrap !== undefined);
}

/** Several lines on end that are equally long, and more behind the start line than its line holds. */
function oneLineWrap(text: string, lineStart: number, startLineEnd: number): Wrap | undefined {
  const first = physicalLineAt(text, lineStart);
  const width = columns(text, first.start, first.end);
  if (width < NARROWEST || width > LONGEST_ROW) return undefined;
  let full = 1;
  let padded = 0;
  let line = physicalLineAt(text, first.next);
  for (; full < MOST_ROWS && isWide(text, line.start, line.end, width); full++) {
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
  const lead = /^[ \t]*/.exec(text.slice(first.next, first.next + MOST_BLANKS))?.[0] ?? '';
  const sides = { margin: '', border: '', oneLine: true };
  return { ...sides, width: 0, at: 'column', lead: ownCopy(lead), tail: '\\', isSure: true };
}

const MOST_BLANKS = 64;

/** Whether a line ends in a backslash that is not escaped itself. */
const endsInBackslash = (text: string, start: number, end: number): boolean =>
  /(?<!\\)(?:\\\\){0,8}\\$/.test(text.slice(Math.max(start, end - 20), end));

/** A box has the same line at both of its sides. */
function borderOf(text: string, lineStart: number, margin: string): string {
  const left = /^ ?([\u2502\u2503\u2551|]) ?$/.exec(margin)?.[1];
  const { end } = physicalLineAt(text, lineStart);
  return left !== undefined && text[end - 1] === left ? left : '';
}

function wrapOfLines(text: string, lineStart: number, margin: string, border: string): Wrap | undefined {
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

export type Part = 'head' | 'description' | 'body';

/** What follows the empty line behind a head. */
export const partBehind = (text: string, at: number, sides: Sides): Part =>
  text.startsWith('v=0', rowAt(text, at, sides).content) ? 'description' : 'body';

/** A line of another program, which has no part in the message. */
const isForeign = (text: string, { start, content, end }: Row): boolean =>
  content === start &&
  isLogLine(text, start, end) &&
  !isKnownHeaderLine(text, start, end) &&
  // A level of a log is a method, too.
  !/^INFO(?:, |$)/.test(text.slice(start, Math.min(end, start + 8)));

/** A line that parts records, or one of a dump of bytes. */
const isMark = (text: string, { content, end }: Row): boolean =>
  isSeparatorLine(text, content, end) || looksLikeRow(text, content, end);

const START_LINE = /^(?:SIP\/\d\.\d \d|[A-Z]{3,16} \w+:\S+ SIP\/\d\.\d$)/;

const isStartLine = (text: string, { content, end }: Row): boolean =>
  START_LINE.test(text.slice(content, Math.min(end, content + LONGEST_ROW)));

/** Whether a line begins something, and so does not go on with the one before it. */
function begins(text: string, row: Row, part: Part, before: Row | undefined): boolean {
  const { content, end } = row;
  if (isForeign(text, row) || isMark(text, row)) return true;
  if (part === 'description') return /^[a-z]=/.test(text.slice(content, content + 2));
  if (part === 'body') return /^[ \t]*</.test(text.slice(content, content + 64));
  if (isStartLine(text, row)) return true;
  const name = headerNameAt(text, content, end);
  if (name === undefined) return false;
  const colon = text.indexOf(':', name.end);
  if (colon + 1 === end || text[colon + 1] === ' ') return true;
  const isCompact = name.end - name.start === 1;
  return isKnownHeaderLine(text, content, end) && !(isCompact && before !== undefined && isOpen(text, before));
}

/** Whether a line ends within brackets or quotes. */
function isOpen(text: string, { content, end }: Row): boolean {
  const line = text.slice(content, end);
  return line.lastIndexOf('<') > line.lastIndexOf('>') || (line.split('"').length - 1) % 2 === 1;
}

/** What stood between a line and the next one before they were parted; undefined where they are two lines. */
export function glueOf(text: string, row: Row, next: Row, wrap: Wrap, part: Part): '' | ' ' | undefined {
  if (next.content >= next.end && !wrap.oneLine) return undefined;
  if (wrap.oneLine) return isFullLine(text, row.start, wrap) ? '' : undefined;
  if (begins(text, next, part, row)) return undefined;
  if (wrap.at === 'column') {
    if (!isFull(text, row, wrap.width)) return undefined;
    return columns(text, row.start, row.end) === wrap.width - 1 && text[behindLead(text, next, wrap)] !== ' '
      ? ' '
      : '';
  }
  if (!overflows(text, row, next, wrap.width)) return undefined;
  // A word that is too long for a line is broken where the line is full.
  const word = wordBefore(text, row) + firstWord(text, next).length;
  const isList = text[row.end - 1] === ',' || text.startsWith('SIP/', next.content);
  const isTorn =
    !isList && word > wrap.width - (next.content - next.start) && columns(text, row.start, row.end) === wrap.width;
  return isTorn ? '' : ' ';
}

/** Where the content of a line starts that goes on with the one before it. */
export const behindLead = (text: string, { content }: Row, { lead }: Wrap): number =>
  text.startsWith(lead, content) ? content + lead.length : content;

/** Whether the first word of a line did not fit on the one before it. */
const overflows = (text: string, row: Row, next: Row, width: number): boolean =>
  columns(text, row.start, row.end) + 1 + firstWord(text, next).length > width;

const firstWord = (text: string, { content, end }: Row): string => /^\S*/.exec(text.slice(content, end))?.[0] ?? '';
const wordBefore = (text: string, { content, end }: Row): number =>
  end - content - text.slice(content, end).lastIndexOf(' ') - 1;

/** Whether a line reaches to the width, or to the blank before it. */
const isFull = (text: string, { start, end }: Row, width: number): boolean =>
  isWide(text, start, end, width) || (end - start >= width - 1 && columns(text, start, end) === width - 1);

/** `fold` counts bytes. */
const isWide = (text: string, start: number, end: number, width: number): boolean =>
  end - start <= 2 * width && (columns(text, start, end) === width || utf8Length(text, start, end) === width);

export function isFullLine(text: string, at: number, { width }: Wrap): boolean {
  const { start, end } = physicalLineAt(text, at);
  return width === 0 ? endsInBackslash(text, start, end) : isWide(text, start, end, width);
}

function columns(text: string, start: number, end: number): number {
  let count = end - start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xdc00 && code <= 0xdfff) count--;
  }
  return count;
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
