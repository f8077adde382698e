import { lineStartBefore } from '../../shapes/physical-lines.ts';
import type { ReadRecord } from './record.ts';
import { ownBehind } from './shared-records.ts';

/**
 * A message in one of the objects of an array that stands on one line, as viewers of logs export them:
 * `[{"line":"INVITE …","timestamp":"1795373286884394000"},{"line":"SIP/2.0 …`. What stands before the brace that opens
 * its object is of another one, what stands behind as far as the brace that closes it tells of this message.
 */

/** So much stands beside a message in its object and the one before it. */
const LONGEST_BESIDE = 16_384;

/** The name of the member that the message is. */
const NAME = /["']?[\w$@.-]{1,64}["']?\s{0,8}(?::|=>)\s{0,8}[bBuU]?["']$/;
const LONGEST_NAME = 88;
/** The brace of an object that is one of several, between the last one's and it. */
const BEHIND_OTHER = /\}\s{0,16},\s{0,16}$/;
const FIRST_OF_LIST = /\[\s{0,16}$/;
const BEFORE_OTHER = /^\s{0,16},\s{0,16}\{/;

export const listedRecord: ReadRecord = (text, { start, end, layout }, floor) => {
  const quote = text[start - 1];
  if (layout.kind !== 'coded' || (quote !== '"' && quote !== "'") || text[end] !== quote) return undefined;
  if (!NAME.test(text.slice(Math.max(floor, start - LONGEST_NAME), start))) return undefined;
  const opened = objectStart(text, start - 1, floor);
  if (!opened) return undefined;
  const closed = objectEnd(text, end + 1, opened.depth);
  if (closed === undefined) return undefined;
  const before = text.slice(Math.max(0, opened.at - 40), opened.at);
  const isListed =
    BEHIND_OTHER.test(before) || (FIRST_OF_LIST.test(before) && BEFORE_OTHER.test(text.slice(closed, closed + 40)));
  if (!isListed) return undefined;
  const above = text.slice(opened.at, start);
  return { fields: `${above}\n${ownBehind(above, text.slice(end, closed))}`, isWhole: true };
};

/** Where the object begins that is one of a list, and in how many the message stands there. */
function objectStart(text: string, quote: number, floor: number): { at: number; depth: number } | undefined {
  const lineStart = lineStartBefore(text, quote, Math.max(floor, quote - LONGEST_BESIDE));
  // Behind the message before, whose string ends there.
  const from = lineStart > floor || floor === 0 ? lineStart : floor + 1;
  const isKnown = from === 0 || /[\n"']/.test(text[from - 1]!);
  if (!isKnown) return undefined;
  const open: number[] = [];
  for (const at of bracketsIn(text, from, quote)) {
    if (text[at] === '{' || text[at] === '[') open.push(at);
    else open.pop();
  }
  for (let depth = 1; depth <= open.length; depth++) {
    const at = open.at(-depth)!;
    if (text[at] !== '{') return undefined;
    if (/[,[]\s*$/.test(text.slice(Math.max(0, at - 16), at))) return { at, depth };
  }
  return undefined;
}

/** Behind the brace that closes so many objects. */
function objectEnd(text: string, from: number, depth: number): number | undefined {
  let open = depth;
  for (const at of bracketsIn(text, from, Math.min(text.length, from + LONGEST_BESIDE))) {
    open += text[at] === '{' || text[at] === '[' ? 1 : -1;
    if (open === 0) return at + 1;
  }
  return undefined;
}

/** The brackets on one line that stand in no string. */
function* bracketsIn(text: string, from: number, to: number): Generator<number> {
  let quote: string | undefined;
  for (let at = from; at < to; at++) {
    const sign = text[at]!;
    if (sign === '\n') return;
    if (sign === '\\') at++;
    else if (quote !== undefined) quote = sign === quote ? undefined : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{' || sign === '[' || sign === '}' || sign === ']') yield at;
  }
}
