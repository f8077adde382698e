import { looksLikeRow } from '../dumps/code-rows.ts';
import { hasOpenBracket, hasOpenQuote } from '../lines/wrapped-lines.ts';
import { headerNameAt, isKnownHeaderLine } from '../shapes/header-lines.ts';
import { isLogLine, isSeparatorLine } from '../shapes/physical-lines.ts';
import { LONGEST_ROW, type Row, rowAt } from './rows.ts';
import type { Sides } from './wrap.ts';

/** What begins a line of a message, so that it goes on with no other one: that depends on the part it stands in. */

export type Part = 'head' | 'description' | 'body';

/** What follows the empty line behind a head. */
export const partBehind = (text: string, at: number, sides: Sides): Part =>
  text.startsWith('v=0', rowAt(text, at, sides).content) ? 'description' : 'body';

/** A line of another program, which has no part in the message. */
export const isForeign = (text: string, { start, content, end }: Row): boolean =>
  content === start &&
  isLogLine(text, start, end) &&
  !isKnownHeaderLine(text, start, end) &&
  // A level of a log is a method, too.
  !/^INFO(?:, |$)/.test(text.slice(start, Math.min(end, start + 8)));

/** A line that parts records, or one of a dump of bytes. */
export const isMark = (text: string, { content, end }: Row): boolean =>
  isSeparatorLine(text, content, end) || looksLikeRow(text, content, end);

const START_LINE = /^(?:SIP\/\d\.\d \d|[A-Z]{3,16} \w+:\S+ SIP\/\d\.\d$)/;

export const isStartLine = (text: string, { content, end }: Row): boolean =>
  START_LINE.test(text.slice(content, Math.min(end, content + LONGEST_ROW)));

/** Whether a line begins something, and so does not go on with the one before it. */
export function begins(text: string, row: Row, part: Part, before: Row | undefined): boolean {
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
  return hasOpenBracket(line) || hasOpenQuote(line);
}
