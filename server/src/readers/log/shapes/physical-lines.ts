/** The lines of a text, and what those of a log look like. All offsets are in the document. */

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
  if (floor >= at) return floor;
  return text.charCodeAt(at - 1) === 10 ? at : floor + lastIn(text.slice(floor, at), '\n') + 1;
}

/** Where a sign stands last. Engines are many times quicker to tell that there is none when they look from the front. */
export const lastIn = (text: string, sign: string): number => (text.includes(sign) ? text.lastIndexOf(sign) : -1);

/** The line around an offset, where it begins no farther before that than `before`, and ends no farther behind it than `behind`. */
export function lineNear(text: string, at: number, before: number, behind: number): PhysicalLine | undefined {
  const floor = Math.max(0, at - before);
  const start = lineStartBefore(text, at, floor);
  if (start > 0 && text[start - 1] !== '\n') return undefined;
  const near = text.slice(start, at + behind);
  const line = physicalLineAt(near, 0);
  if (line.next === near.length && !near.endsWith('\n') && start + near.length < text.length) return undefined;
  return { start, end: start + line.end, next: start + line.next };
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

/** How the lines of other programs begin, blanks before them or not: a time, the number of a record and its time, a process, a priority. */
const LOG_LINE =
  /^\s*(?:\d+\(\d+\)|<\d{1,3}>|\[?\d{4}[-/]\d\d[-/]\d\d|\[?\d\d:\d\d:\d\d|(?:\d{1,10}: [*.]?)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d|(?:DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL)\b)/;

export const isLogLine = (text: string, start: number, end: number): boolean =>
  LOG_LINE.test(text.slice(start, Math.min(end, start + 64)));

/** What a program that shows streams of bytes puts before each: perhaps an arrow, a day and a time: `< 2026/11/22 18:48:06.884394`. */
const STAMP = /^(?:[<>] )?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d/;
const LONGEST_STAMP = 32;

export const beginsStamp = (text: string, at: number): boolean => STAMP.test(text.slice(at, at + LONGEST_STAMP));

/** A line of one character over and over: it parts records. */
export const isSeparatorLine = (text: string, start: number, end: number): boolean =>
  end - start >= 8 && /^([-=~_*#+])\1{7,}/.test(text.slice(start, Math.min(end, start + 16)));
