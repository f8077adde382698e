import type { PhysicalLine } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';

/** Whether somebody only speaks of a message where a start line stands. */

/**
 * A request's version ends its line; words behind it, or behind the quote that ends it, make a sentence that only
 * quotes one. The name of a logger in parentheses makes none: `  (SipStack)`.
 */
export const isSentence = (text: string, hit: StartLineHit, { end }: PhysicalLine): boolean =>
  hit.kind === 'request' && WORDS_BEHIND.test(text.slice(hit.end, Math.min(end, hit.end + LONGEST_WORD)));

const WORDS_BEHIND = /^(?! {2}\([^\s()]+\)$)(?:[`'"\u201d],?)?[ \t]+(?!Via:)\(?[A-Za-z]/;
const LONGEST_WORD = 48;

/** Whether words lead to a start line and a full stop ends its line: `The proxy answers SIP/2.0 100 Trying.` */
export const endsSentence = (text: string, ownPrefix: string, { end }: PhysicalLine): boolean =>
  text[end - 1] === '.' && /[A-Za-z] [a-z]+,? ["'\u201c]?$/.test(ownPrefix);

/** Whether words stand before the start line that do not stand before the line behind it. */
export const isProse = (ownPrefix: string, prefix: string): boolean =>
  /[A-Za-z]{2}/.test(ownPrefix) && !isSameShape(ownPrefix, prefix);

/** Whether what stands before the start line stands before the line behind it as well, but for its numbers. */
export const isSameShape = (ownPrefix: string, prefix: string): boolean =>
  prefixEnd(ownPrefix, 0, ownPrefix.length, prefix) === ownPrefix.length;
