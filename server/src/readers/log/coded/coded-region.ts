import type { CodedLayout } from '../frame.ts';
import { LONGEST_ON_ONE_LINE } from '../reach.ts';
import { recordTextEnd } from '../record-parts.ts';
import { isBlankRange, lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { backslashesBefore, isEscaped, stringEnd } from '../shapes/strings.ts';
import { lineOfHit, type StartLineHit } from '../start-lines/start-lines.ts';
import { bracesCode, idInJson, JOINED, JOINT } from './line-codes.ts';
import { tsharkHead } from './tshark-fields.ts';

/** Another message on the same physical line ends this one, when no length told its end. */
export function nextInRegion(
  text: string,
  hit: StartLineHit,
  region: number,
  nextStart: (from: number) => number,
): number {
  const next = nextStart(hit.end);
  return next < region && !text.slice(hit.end, next).includes('sipfrag') ? next : region;
}

/** Where the string, the bracket or the line ends that holds the message. */
export function regionEnd(text: string, hit: StartLineHit, layout: CodedLayout): number {
  const line = lineOfHit(text, hit);
  if (layout.wrap !== undefined) return wrappedEnd(text, line.next, line.end, layout.wrap);
  const limit = Math.min(line.end, hit.start + LONGEST_ON_ONE_LINE);
  if (layout.code === 'double-backslash' && standsInInnerString(text, hit.start))
    return innerQuote(text, hit.end, limit);
  if (hit.rows) return hit.rows.end;
  if (layout.code === 'tshark') return tsharkHead(text, hit.end)?.end ?? line.end;
  if (layout.code.startsWith('backslash-cell')) return cellEnd(text, hit.end, limit);
  if (layout.code === 'backslash-colons') return stringEnd(text, hit.end, limit, ':') ?? limit;
  if (layout.code === bracesCode.id) return bracesEnd(text, hit.end, limit);
  if (layout.code === 'list') return listEnd(text, hit.end, limit);
  if (layout.code === JOINED) return joinedEnd(text, hit.end, limit);
  const quote = openQuote(text, hit.start);
  if (quote !== undefined) return closingQuote(text, hit.end, limit, quote, layout.code, hit.start);
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 64));
  let end = beforeCells(text, hit.end, recordTextEnd(text, hit.end, limit), layout.code);
  if (text.slice(lineStart, hit.start).endsWith('[[')) while (end > hit.end && text[end - 1] === ']') end--;
  return end;
}

/** The last cells of a row of a table, of nothing but figures, a time among them: ` | 427 | 16:38:42.496`. */
const CELLS_OF_FIGURES = /(?: \| *\d[\d:.,/TZ +-]{0,40})+(?: \|)?\s*$/;
const LONGEST_CELLS = 128;

/** Where a message ends whose line breaks became blanks, so that the other cells of its row are not told from its last line. */
function beforeCells(text: string, from: number, end: number, code: string): number {
  if (!code.startsWith('blank')) return end;
  const start = Math.max(from, end - LONGEST_CELLS);
  const cells = CELLS_OF_FIGURES.exec(text.slice(start, end));
  return cells && /\d:\d\d:\d\d/.test(cells[0]) ? start + cells.index : end;
}

/** More quotes than a message has of its own: a line of thousands of messages is not searched to its end for each. */
const MOST_QUOTES = 256;

/** A quote behind a line break that a separator or the end of the row follows: others may stand in the field. */
function cellEnd(text: string, from: number, limit: number): number {
  const end = text.slice(from, limit).search(/(?<=\\[rn])["'](?:[,;|\t ]|\r?$)/);
  return end < 0 ? limit : from + end;
}

function listEnd(text: string, from: number, limit: number): number {
  const close = text.slice(from, limit).search(/["'](?:>>)? ?[\])]/);
  return close < 0 ? limit : from + close;
}

/** Where the last element of a list ends whose first one stands in braces: before what closes the list, and its own. */
function bracesEnd(text: string, from: number, limit: number): number {
  let depth = 1;
  for (let at = from; at < limit && depth >= 0; at++) {
    if (text[at] === '{' && !isEscaped(text, at)) depth++;
    else if (text[at] === '}' && !isEscaped(text, at) && --depth < 0) return text[at - 1] === '}' ? at - 1 : at;
  }
  return limit;
}

/** So many strings are joined at most. */
const MOST_JOINTS = 4096;
const LONGEST_JOINT = 8;

/** The quote that ends the last one of strings that are joined. */
function joinedEnd(text: string, from: number, limit: number): number {
  const region = text.slice(0, limit);
  const quote = /\\n(["'`])/.exec(region.slice(from))?.[1];
  if (quote === undefined) return limit;
  let joints = 0;
  for (let at = region.indexOf(quote, from); at >= 0; at = region.indexOf(quote, at + 1)) {
    if (isEscaped(text, at)) continue;
    const joint = JOINT.exec(text.slice(at, at + LONGEST_JOINT));
    if (!joint || joints++ === MOST_JOINTS) return at;
    at += joint[0].length - 1;
  }
  return limit;
}

/** Whether an escaped quote stands before an offset on its line, so that it may be in a string of a string. */
const standsInInnerString = (text: string, at: number): boolean =>
  text.slice(lineStartBefore(text, at, Math.max(0, at - 512)), at).includes('\\"');

/** The quote that opened the string in which the message stands: the last one before it, when it opens something. */
export function openQuote(text: string, start: number): '"' | "'" | undefined {
  const floor = lineStartBefore(text, start, Math.max(0, start - 512));
  const before = text.slice(floor, start);
  for (let i = before.length - 1; i >= 0; i--) {
    const character = before[i];
    if (character !== '"' && character !== "'") continue;
    if (before[i - 1] === '\\') continue;
    const name = DISPLAY_NAME_BEHIND.test(before.slice(i + 1, i + 8)) ? before.lastIndexOf(character, i - 1) : -1;
    if (name >= 0 && i - name <= LONGEST_NAME) {
      i = name;
      continue;
    }
    return i === 0 || OPENS.test(before.slice(Math.max(0, i - 2), i)) ? character : undefined;
  }
  return undefined;
}

/** What stands behind the quotes of a name in a message before this one, in the same string: `"Alice" <sip:`. */
const DISPLAY_NAME_BEHIND = /^ ?<sips?:/;
const LONGEST_NAME = 96;

/** Before a quote that opens a string; letters say what kind of string it is in Python, and behind a sign in SQL. */
const OPENS = /[\s:,=[({<bBu]$|[\s,(][EN]$/;

function closingQuote(text: string, from: number, limit: number, quote: string, code: string, start: number): number {
  const doubled = text.slice(lineStartBefore(text, start, Math.max(0, start - 512)), start).includes(quote + quote);
  const escaped = code.includes('backslash') || code === 'unicode' || code.endsWith(idInJson(''));
  const region = text.slice(0, limit);
  let passedOver = 0;
  for (let at = region.indexOf(quote, from); at >= 0; at = region.indexOf(quote, at + 1)) {
    if (passedOver++ === MOST_QUOTES) break;
    // In SQL a quote is doubled, and in a row of commas, unless the row holds an object that has its own.
    if (region[at + 1] === quote && (quote === "'" || !doubled)) at++;
    else if (
      escaped
        ? !isEscaped(text, at) && !/[\w\\]/.test(region[at + 1] ?? '')
        : /^["'][\s,}\])/>;]|^["']$/.test(text.slice(at, Math.min(at + 2, limit)))
    ) {
      return at;
    }
    // A quoted string of the message's own, whose quotes the log has left as they were: `From: "Bob" <sip:`.
    else if (!escaped && /[\s:=,;(]/.test(region[at - 1] ?? '')) {
      const partner = region.indexOf(quote, at + 1);
      if (partner >= 0 && partner - at <= LONGEST_VALUE) at = partner;
    }
  }
  return limit;
}

const LONGEST_VALUE = 256;

/** A string inside a string ends at a quote with one backslash; a quote within it has three. */
function innerQuote(text: string, from: number, limit: number): number {
  const region = text.slice(0, limit);
  let passedOver = 0;
  for (let at = region.indexOf('"', from); at >= 0; at = region.indexOf('"', at + 1)) {
    if (passedOver++ === MOST_QUOTES) break;
    const backslashes = backslashesBefore(text, at);
    if (backslashes <= 1) return at - backslashes;
  }
  return limit;
}

/** Behind the last physical line that a tool wrapped: the next one is not indented, or is empty. */
function wrappedEnd(text: string, from: number, firstEnd: number, indent: string): number {
  let end = firstEnd;
  for (let at = from; at < text.length && end - firstEnd < LONGEST_ON_ONE_LINE; ) {
    const line = physicalLineAt(text, at);
    if (!text.startsWith(indent, line.start) || isBlankRange(text, line.start, line.end)) break;
    end = line.end;
    at = line.next;
  }
  return end;
}
