import { LONGEST_ON_ONE_LINE } from '../reach.ts';
import { isDigit } from '../shapes/characters.ts';
import { isBlankRange, lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import type { Sheets } from './carrier.ts';
import type { Content } from './content.ts';

/** A text on sheets of paper: between two of them stand empty lines, a foot, a form feed and a head. */

const sheets: Sheets = { kind: 'sheets' };
/** A sheet may end so far behind a start line. */
const NEAR = 4096;
const FORM_FEED = '\f';
const LONGEST_LINE = 240;
/** As `pr` writes it: `2026-11-22 18:48   trace.log   Page 3`. */
const HEAD = /\d\d:\d\d.*\s\p{L}{1,16}\.?[ \t]+\d{1,5}[ \t]*$/u;
/** As documents of plain text have it: `Example            Informational            [Page 3]`. */
const FOOT = /[ \t]\[\p{L}{1,16}\.? \d{1,5}\][ \t]*$/u;
/** So many empty lines end a sheet of `pr` and begin the next one before its head, and so many stand behind that. */
const BEFORE_HEAD = 7;
const BEHIND_HEAD = 2;
/** A document fills its sheets with more. */
const MOST_BLANKS = 64;
const LONGEST_BREAK = 1024;

export function sheetsAt(text: string, at: number): Sheets | undefined {
  const near = text.slice(at, at + NEAR);
  if (!near.includes(FORM_FEED) && !mayHaveHead(near)) return undefined;
  for (let from = physicalLineAt(near, 0).next; from < near.length; from = physicalLineAt(near, from).next)
    if (nextSheet(near, from) !== undefined) return sheets;
  return undefined;
}

/** How an empty line begins, the line feed before it included: texts, for an engine finds them sooner than a pattern. */
const EMPTY_LINES = ['\n\n', '\n\r', '\n ', '\n\t'];

/** Whether an empty line, or an indented one, stands behind one that ends as a head does. */
const mayHaveHead = (near: string): boolean =>
  EMPTY_LINES.some((empty) => {
    for (let feed = near.indexOf(empty); feed >= 0; feed = near.indexOf(empty, feed + 1))
      if (endsLikeHead(near, feed)) return true;
    return false;
  });

/** Whether a word or a full stop, blanks and a number stand at the end of a line. */
function endsLikeHead(near: string, lineEnd: number): boolean {
  const end = behindInk(near, lineEnd);
  let number = end;
  while (isDigit(near.charCodeAt(number - 1))) number--;
  const word = behindInk(near, number);
  return number < end && word < number && /[\p{L}.]/u.test(near[word - 1] ?? '');
}

function behindInk(near: string, end: number): number {
  let at = end;
  while (isBlank(near.charCodeAt(at - 1))) at--;
  return at;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;

/** The lines from the one on which an offset is, without what stands between sheets. */
export function* contentsOfSheets(text: string, from: number, limit: number): Generator<Content> {
  for (let at = lineStartBefore(text, from, Math.max(0, from - LONGEST_ON_ONE_LINE)); at < limit; ) {
    const behind = nextSheet(text, at);
    const line = behind === undefined ? physicalLineAt(text, at) : undefined;
    if (line) yield line;
    at = line?.next ?? behind ?? limit;
  }
}

/** Where the next sheet begins when one ends at an offset. */
export function nextSheet(text: string, at: number): number | undefined {
  if (!/[ \t\r\n\f]/.test(text[at] ?? '')) return undefined;
  const next = nextSheetIn(text.slice(at, at + LONGEST_BREAK));
  return next === undefined ? undefined : at + next;
}

function nextSheetIn(near: string): number | undefined {
  const { line, blanks } = behindBlanks(near, 0, MOST_BLANKS);
  if (blanks === 0) return near[line.start] === FORM_FEED ? behindFormFeed(near, line) : undefined;
  if (isLike(FOOT, near, line)) {
    const feed = behindBlanks(near, line.next, BEHIND_HEAD).line;
    if (near[feed.start] !== FORM_FEED) return undefined;
    return behindHead(near, behindBlanks(near, feed.start + 1, BEHIND_HEAD).line);
  }
  return blanks > 1 && blanks <= BEFORE_HEAD && isLike(HEAD, near, line) ? behindHead(near, line) : undefined;
}

/** Behind the head that follows a form feed, or the feed alone. */
function behindFormFeed(near: string, { start }: PhysicalLine): number {
  const { line } = behindBlanks(near, start + 1, BEHIND_HEAD + 1);
  return (isLike(HEAD, near, line) ? behindHead(near, line) : undefined) ?? start + 1;
}

function behindHead(near: string, head: PhysicalLine): number | undefined {
  const { line, blanks } = behindBlanks(near, head.next, BEHIND_HEAD);
  return blanks > 0 ? line.start : undefined;
}

/** The first line from an offset on that is not empty, or the one behind so many empty ones. */
function behindBlanks(
  near: string,
  at: number,
  most: number,
): { readonly line: PhysicalLine; readonly blanks: number } {
  let line = physicalLineAt(near, at);
  let blanks = 0;
  while (blanks < most && line.next < near.length && isBlankRange(near, line.start, line.end)) {
    line = physicalLineAt(near, line.next);
    blanks++;
  }
  return { line, blanks };
}

const isLike = (pattern: RegExp, near: string, { start, end }: PhysicalLine): boolean =>
  end - start <= LONGEST_LINE && pattern.test(near.slice(start, end));
