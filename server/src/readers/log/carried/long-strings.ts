import { LONGEST_ON_ONE_LINE } from '../reach.ts';
import { lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { isEscaped } from '../shapes/strings.ts';
import type { LongString } from './carrier.ts';
import type { Content } from './content.ts';
import { stringFrom } from './strings.ts';

/**
 * A whole log in one string, as `jq -Rs`, the interface of a ticket system or an exported chat write it. Where the string
 * begins may be too far away to be looked at: that there is one is told by the line breaks that are spelt around a line.
 */

/** A line of such a log begins so near before a start line, and a line break is spelt so near behind one. */
const NEAR = 1024;
const SPELT_BREAK = /^[^\n"]*?(?:\\"[^\n"]*?)*\\[nr]/;
const SPELT_LENGTH = 2;
const longString: LongString = { kind: 'long-string' };

export const longStringAt = (text: string, at: number): LongString | undefined =>
  holdsLines(text.slice(at, at + NEAR)) && lineInStringStart(text, at, at - NEAR) !== undefined
    ? longString
    : undefined;

/** Whether a message may stand on one line, or two lines follow on which no other one begins: less is none. */
function holdsLines(near: string): boolean {
  if (!SPELT_BREAK.test(near)) return false;
  const [own = '', first, second] = near.split(/\\+n/, 3);
  if (own.length > SHORTEST_ON_ONE_LINE) return true;
  return first !== undefined && second !== undefined && !OTHER_START.test(first) && !OTHER_START.test(second);
}

/** A start line and header fields that say what it belongs to are longer. */
const SHORTEST_ON_ONE_LINE = 160;
/** The version of a start line; that of a Via goes on with the transport. */
const OTHER_START = /SIP\\*\/\d\.\d(?![\d/])/;

/** What the string says from the line on that holds an offset, none from behind `limit`. */
export function contentOfLongString(text: string, from: number, limit: number): Content {
  const line = physicalLineAt(text.slice(from, Math.min(limit, from + LONGEST_ON_ONE_LINE)), 0);
  const start = lineInStringStart(text, from, from - NEAR) ?? from;
  const { content } = stringFrom(text, start, from + line.end, '"', from);
  return { ...content, next: from + line.next };
}

/** Where the line begins that holds an offset of a string: behind the last line break that is spelt before it, or the quote. */
export const lineInStringStart = (text: string, at: number, floor: number): number | undefined =>
  linesInStringBefore(text, at, floor).next().value;

/** Where the line of a string begins that so many lines stand above, or fewer where no more do behind `floor`. */
export function lineInStringAbove(text: string, at: number, floor: number, lines: number): number | undefined {
  let top: number | undefined;
  let count = 0;
  // A message before it may end behind the line break that ends its last line.
  for (const start of linesInStringBefore(text, at, floor - SPELT_LENGTH)) {
    top = start;
    if (count++ === lines) break;
  }
  return top;
}

/** Where lines of the string begin that holds an offset, the nearest first; in a string that holds another one, lines of that. */
function* linesInStringBefore(text: string, at: number, floor: number): Generator<number, undefined> {
  const from = lineStartBefore(text, at, Math.max(0, floor));
  const before = text.slice(from, at);
  let isFound = false;
  for (let i = before.length - 1; i >= 0; i--) {
    const isBreak = before[i] === 'n' && before[i - 1] === '\\';
    if (isBreak ? isEscaped(before, i - 1) : before[i] !== '"' || isEscaped(before, i)) continue;
    yield from + i + 1;
    isFound = true;
    if (!isBreak) return undefined;
  }
  if (isFound) return undefined;
  // Before the break, which is what tells the one who reads the inner string.
  for (const inner of [...before.matchAll(/\\+n/g)].reverse()) yield from + inner.index;
  return undefined;
}
