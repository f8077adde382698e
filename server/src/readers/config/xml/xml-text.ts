import { indexWithin } from '../index-within.ts';

/** Where the names, the values and the marks of XML end, in text that may be broken anywhere; offsets are UTF-16 code units. */

export const SLASH = 47;
export const EXCLAMATION = 33;
export const QUESTION = 63;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const DOUBLE_QUOTE = 34;
export const SINGLE_QUOTE = 39;

export const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;
export const isNameStart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
export const isName = (code: number): boolean =>
  isNameStart(code) || (code >= 45 && code <= 46) || (code >= 48 && code <= 58);

/** A value that goes on over a line which begins with a tag lost its closing quote. */
const RUNAWAY = /\n[ \t]*<[/!A-Za-z]/;

/** Whether a value lost its closing quote. */
export const runsAway = (value: string): boolean => RUNAWAY.test(value);

/** Where a value without a closing quote ends: before the `>` of its line, or with the line. */
export function runawayEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  const lineEnd = feed < 0 ? text.length : feed;
  const close = indexWithin(text, '>', start, lineEnd);
  if (close < 0) return text[lineEnd - 1] === '\r' ? Math.max(start, lineEnd - 1) : lineEnd;
  return text[close - 1] === '/' ? Math.max(start, close - 1) : close;
}

/** Whether what follows a quote can only stand behind a whole value. */
export const endsValue = (text: string, at: number): boolean =>
  /^\s*(?:\/?>|\?>)|^\s+[\w:.-]+\s*=\s*["']/.test(text.slice(at, at + 80));

/** The end of a value that stands without quotes. */
export function unquotedEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isBlank(text.charCodeAt(at)) && text[at] !== '>' && text[at] !== '<') {
    if (text[at] === '/' && text[at + 1] === '>') break;
    at++;
  }
  return at;
}

/** The offset behind the next mark, or the end of the text. */
export function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** The end of the name that begins at an offset. */
export function nameEndAt(text: string, start: number): number {
  let at = start;
  while (at < text.length && isName(text.charCodeAt(at))) at++;
  return at;
}
