import { ownCopy } from '../../../sip/own-copy.ts';
import { physicalLineAt } from '../shapes/physical-lines.ts';
import { isQuote } from '../shapes/strings.ts';
import type { StartLine } from '../start-lines/start-line-at.ts';
import { MOST_ROWS } from './rows.ts';
import type { Wrap } from './wrap.ts';

/** Strings that a program joins, as it prints one that is too long for a line: they are broken anywhere. */

/** Behind a string another one that goes on with it, with what joins the two: nothing, `+`, `.`, `..` or a backslash. */
const JOINED = /^["']( ?(?:[+.\\]|\.\.)?)\r*\n([ \t]+[bBuU]?)["']/;
const LONGEST_JOINT = 64;
/** How a string ends whose end is a line's. */
const ENDS_LINE = /\\n$/;

/** How the strings are joined in which a message stands; undefined where each of them holds whole lines. */
export function joinedStringsWrap(text: string, { start, end }: Pick<StartLine, 'start' | 'end'>): Wrap | undefined {
  if (!isQuote(text, start - 1)) return undefined;
  let line = physicalLineAt(text, end);
  let sides: Pick<Wrap, 'tail' | 'lead'> | undefined;
  for (let i = 0; i < MOST_ROWS; i++) {
    const quote = lastQuote(text, line.start, line.end);
    if (quote === undefined) return undefined;
    const [, tail, lead] = JOINED.exec(text.slice(quote, Math.min(text.length, line.next + LONGEST_JOINT))) ?? [];
    if (tail === undefined || lead === undefined) return undefined;
    if (sides && (sides.tail !== tail || sides.lead !== lead)) return undefined;
    sides = { tail, lead };
    if (!ENDS_LINE.test(text.slice(quote - 2, quote))) return wrapOf(sides);
    line = physicalLineAt(text, line.next);
  }
  return undefined;
}

const wrapOf = ({ tail, lead }: Pick<Wrap, 'tail' | 'lead'>): Wrap => ({
  width: 0,
  at: 'column',
  margin: '',
  lead: ownCopy(lead),
  tail: ownCopy(tail),
  border: '',
  oneLine: true,
  isSure: true,
  inStrings: true,
});

/** The quote that ends a line, but for what may join it to the next one. */
function lastQuote(text: string, start: number, end: number): number | undefined {
  for (let at = end - 1; at >= Math.max(start, end - 4); at--) if (isQuote(text, at)) return at;
  return undefined;
}
