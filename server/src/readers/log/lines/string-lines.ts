import { isLogLine, lineStartBefore, type PhysicalLine } from '../shapes/physical-lines.ts';
import { isFilledIn, isQuote, stringEnd } from '../shapes/strings.ts';

/** Messages whose lines stand in strings: what a program printed is one, what a program will write is none. */

/** Whether a line's content stands in a string of its own: `{"log":"Via: …\\r\\n","stream":…`, `"Via: …",`, `{"log":"DEBUG Via: …`. */
export const isStringLine = (text: string, prefix: string, content: number, line: PhysicalLine): boolean =>
  (isQuote(text, content - 1) || isOpenString(prefix)) && stringEnd(text, content, line.end) !== undefined;

/** Whether a string begins behind a sign of a structure and does not end: `{"log":"2026-11-22 DEBUG `. */
const isOpenString = (prefix: string): boolean =>
  prefix.includes('"') && prefix.split('"').length % 2 === 0 && /^[^"]{0,64}[{[(].*[:,=[(] ?"[^"]*$/.test(prefix);

/** Whether a start line is a value of its own, `response: "SIP/2.0 200 OK"`: no header line goes on with it. */
export const isClosedString = (text: string, ownPrefix: string, { end }: PhysicalLine): boolean =>
  /[\w"'] ?[:=] ?["']$/.test(ownPrefix) && text[end - 1] === ownPrefix.at(-1);

/**
 * A line break spelt out at the end of a string and no comma or brace behind it, unless a program printed it; or a
 * string that something else is added to: a program that writes a message.
 */
export function isSourceCode(text: string, content: number, line: PhysicalLine, printed: boolean): boolean {
  const end = stringEnd(text, content, line.end) ?? line.end;
  const behind = text.slice(end + 1, line.end);
  if (/^\s*\+\s*[\w$(]/.test(behind) || isFilledIn(text.slice(end, line.end))) return true;
  return !printed && /\\[rn]$/.test(text.slice(content, end)) && !/^\s*(?:>>)?\s*[,}\]]/.test(behind);
}

/**
 * A member of an object that a program prints, bytes as Python and Erlang print them, an answer to what somebody typed,
 * or a record of a log: a line for each of a string's lines.
 */
export const isPrinted = (ownPrefix: string, above: string): boolean =>
  /^[ \t]*[{[(]{0,2}["':]?[\w$@.-]{1,64}["']?\s*(?::|=>) ?b?["'`]$/.test(ownPrefix) ||
  /^[ \t]*[[({]?(?:b["']|<<"|=> ?"|\$\d{1,6} = ")$/.test(ownPrefix) ||
  (/^[ \t]*["'`]$/.test(ownPrefix) && /^[ \t{]*["':]?[\w$@.-]{1,64}["']?\s*(?::|=>)\s*$/.test(above)) ||
  (isQuote(ownPrefix, ownPrefix.length - 1) && isLogLine(ownPrefix, 0, ownPrefix.length));

/** A string of several lines as Node.js prints it, each in quotes of its own: `log: 'received:\\n' +`, `'INVITE …\\n' +`. */
const PIECE = /^[ \t]+(["'`]).*\1 \+\s*$/;
const FIRST_PIECE = /^[ \t]*[{[(]{0,2}["']?[\w$@.-]{1,64}["']?: (["'`]).*\1 \+\s*$/;
const MOST_PIECES = 256;
const LONGEST_PIECE = 1024;

/** Whether a line goes on with a member's string that a program prints in pieces, of which others stand above it. */
export function isLaterPiece(text: string, lineStart: number, ownPrefix: string): boolean {
  if (!/^[ \t]+["'`]$/.test(ownPrefix)) return false;
  let end = lineStart - 1;
  for (let i = 0; i < MOST_PIECES && end > 0; i++) {
    const start = lineStartBefore(text, end, Math.max(0, end - LONGEST_PIECE));
    const line = text.slice(start, end);
    if (FIRST_PIECE.test(line)) return true;
    if (!PIECE.test(line)) return false;
    end = start - 1;
  }
  return false;
}
