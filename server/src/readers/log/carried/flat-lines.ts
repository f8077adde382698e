import { ownCopy } from '../../../sip/own-copy.ts';
import { headerAlternatives } from '../patterns.ts';
import { LONGEST_ON_ONE_LINE } from '../reach.ts';
import { isDigit } from '../shapes/characters.ts';
import { lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { stringEnd } from '../shapes/strings.ts';
import type { FlatLines } from './carrier.ts';
import type { Content } from './content.ts';

/**
 * Lines that had the same before each of them, but for digits, and that somebody pasted where line breaks become
 * blanks: `… SIP/2.0 15|app | Via: … 15|app | From: …`; or that stand in strings of their own in records on one line:
 * `[{"line":"… SIP/2.0","at":1},{"line":"Via: …","at":2},…`.
 */

/** The first header field begins so near behind the version, in UTF-16 code units; the next ones are not much longer. */
const NEAR_VERSION = 320;
const NEAR_HEADERS = 2048;
const LONGEST_PREFIX = 240;
/** So many header fields stand behind it. */
const HEADERS_ALIKE = 3;

const VERSION = /SIP\/\d\.\d(?!\/)/g;
const HEADER_BEHIND = new RegExp(`[ "](?:${headerAlternatives})[ \\t]?:`, 'gi');
/** A prefix ends with a sign, and says something before that. */
const PREFIX = /^ \S.*[|:>\])-] ?$/;
/** One that ends a string ends its record as well, and begins another string in the next one. */
const BETWEEN_STRINGS = /^"[^\n]*[}\]],? ?[{[].*"$/;

/** The prefix before the header fields behind a start line on its line; undefined where there is none. */
export function flatLinesAt(text: string, at: number): FlatLines | undefined {
  // The end of the line is not looked for beyond them, for a line may hold all messages of a log.
  const near = text.slice(at, at + NEAR_HEADERS);
  const end = near.indexOf('\n');
  const rest = end < 0 ? near : near.slice(0, end);
  VERSION.lastIndex = 0;
  if (!VERSION.test(rest)) return undefined;
  const from = VERSION.lastIndex;
  let prefix: string | undefined;
  let count = 0;
  HEADER_BEHIND.lastIndex = from;
  for (let match = HEADER_BEHIND.exec(rest); match; match = HEADER_BEHIND.exec(rest)) {
    const start = match.index + 1;
    const before = rest.slice(Math.max(from, start - LONGEST_PREFIX), start);
    if (prefix === undefined && (start - from > NEAR_VERSION || before.includes('SIP/'))) return undefined;
    const shared: string = prefix === undefined ? before : prefix.slice(prefix.length - sharedEnd(prefix, before));
    const first = shared.search(shared.endsWith('"') ? /"/ : / /);
    prefix = first < 0 ? '' : shared.slice(first);
    if (!PREFIX.test(prefix) && !BETWEEN_STRINGS.test(prefix)) return undefined;
    if (++count === HEADERS_ALIKE)
      return { kind: prefix.startsWith('"') ? 'flat-strings' : 'flat-lines', prefix: ownCopy(prefix) };
  }
  return undefined;
}

/** How much of the end of a text another one ends with as well, where digits stand for any. */
function sharedEnd(one: string, other: string): number {
  let at = one.length;
  let there = other.length;
  while (at > 0 && there > 0) {
    const [code, its] = [one.charCodeAt(at - 1), other.charCodeAt(there - 1)];
    if (isDigit(code) && isDigit(its)) {
      while (at > 0 && isDigit(one.charCodeAt(at - 1))) at--;
      while (there > 0 && isDigit(other.charCodeAt(there - 1))) there--;
    } else if (code === its) {
      at--;
      there--;
    } else break;
  }
  return one.length - at;
}

/** What stands between two lines: the prefix, whatever its digits. */
const breaksLike = (prefix: string): RegExp =>
  new RegExp(prefix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\d+/g, '\\d{1,20}'), 'g');

/** The lines from the one on that holds an offset, none from behind `limit`; the last one ends with the physical line. */
export function* contentsOfFlatLines(
  text: string,
  from: number,
  limit: number,
  carrier: FlatLines,
): Generator<Content> {
  const line = physicalLineAt(text.slice(from, Math.min(limit, from + LONGEST_ON_ONE_LINE)), 0);
  const isInString = carrier.kind === 'flat-strings' && text[from - 1] === '"';
  let start = isInString ? from : flatLineAbove(text, from, from - NEAR_HEADERS, 0, carrier);
  for (const { index, 0: between } of text.slice(from, from + line.end).matchAll(breaksLike(carrier.prefix))) {
    const end = from + index;
    yield { start, end, next: end + between.length };
    start = end + between.length;
  }
  const close = carrier.kind === 'flat-strings' ? stringEnd(text, start, from + line.end) : undefined;
  yield { start, end: close ?? from + line.end, next: from + line.next };
}

/** Where the line begins that so many lines stand above the one of an offset, or fewer where no more do behind `floor`. */
export function flatLineAbove(text: string, at: number, floor: number, lines: number, { prefix }: FlatLines): number {
  const from = lineStartBefore(text, at, Math.max(0, floor));
  const breaks = [...text.slice(from, at).matchAll(breaksLike(prefix))];
  const top = breaks.at(-1 - Math.min(lines, breaks.length));
  return top === undefined ? from : from + top.index + top[0].length;
}
