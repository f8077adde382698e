import type { PhysicalLine } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { LABEL, LONGEST_LABEL } from './suffixes.ts';

/** Whether somebody only speaks of a message where a start line stands. */

/**
 * A request's version ends its line; words behind it, or behind the quote that ends it, make a sentence that only
 * quotes one. The name of a logger makes none.
 */
export function isSentence(text: string, hit: StartLineHit, { end }: PhysicalLine): boolean {
  if (hit.kind !== 'request') return false;
  const behind = text.slice(hit.end, Math.min(end, hit.end + LONGEST_LABEL + 1));
  return WORDS_BEHIND.test(behind) && LABEL.exec(behind)?.index !== 0;
}

const WORDS_BEHIND = /^(?:[`'"\u201d],?)?[ \t]+(?!Via:)\(?[A-Za-z]/;

/** Whether words lead to a start line and a full stop ends its line: `The proxy answers SIP/2.0 100 Trying.` */
export const endsSentence = (text: string, ownPrefix: string, { end }: PhysicalLine): boolean =>
  text[end - 1] === '.' && /[A-Za-z] [a-z]+,? ["'\u201c]?$/.test(ownPrefix);

/** Whether words stand before the start line that do not stand before the line behind it. */
export const isProse = (ownPrefix: string, prefix: string): boolean =>
  /[A-Za-z]{2}/.test(ownPrefix) && !isSameShape(ownPrefix, prefix);

/** Whether what stands before the start line stands before the line behind it as well, but for its numbers. */
export const isSameShape = (ownPrefix: string, prefix: string): boolean =>
  prefixEnd(ownPrefix, 0, ownPrefix.length, prefix) === ownPrefix.length;
