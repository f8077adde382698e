import { ARTICLE_AFTER } from './answers.ts';
import { APART_AFTER, APART_BEFORE, anyOf, DONE_AFTER } from './words.ts';

/** What makes a number an answer in a line that is surely of SIP, where less is enough. */

/** `ACK never came for 200`: what an ACK is for is an answer. */
const ACKED = /\b(?:PR)?ACK(?: [a-z]{2,12}){0,4} (?:for|to|of|after|on) (?:an? |the |our |its |final )?$/;
/** How often it was sent. */
const REPEATED_AFTER = /^ (?:\d{1,3} (?:times|kez|kere|defa)|twice|again|repeatedly)(?!\p{L})/u;
/** What stands before a noun as an article does: `no 180`, `second 401`, `three 408`. */
const DETERMINER_BEFORE = new RegExp(
  `(?<![\\p{L}\\d])${anyOf`no another any each every this that its our their first second third last final now two three four five both`} ["'(]?$`,
  'iu',
);
/** Where something leads to, other than from one number to the next: `empty body -> 400`. */
const LEADS_TO = /[\p{L})"'] ?(?:->|=>|→) ?$/u;
/** What came in between: `sent UPDATE after 183, offer changed`. */
const FOLLOWED_BEFORE = /\b(?:after|before|until|upon) (?:the |an? |final )?$/;
/** `after 500, 1000 and 2000 ms` */
const LISTED_AFTER = /^,? (?:and |or )?\d/;
/** In brackets behind what was wrong: `value too small (422)`. */
const IN_BRACKETS_BEFORE = /\p{Ll} \($/u;
const IN_BRACKETS_AFTER = /^\)(?:[,.;]|\s*$)/;

/** Whether the number stands between marks, or apart from what was said of. */
export const isApart = (before: string, after: string): boolean =>
  APART_BEFORE.test(before) && (APART_AFTER.test(after) || DONE_AFTER.test(after));

/** Whether the words beside a number are those of an answer where nothing but SIP is spoken of. */
export const isAnswerInContext = (code: number, before: string, after: string): boolean =>
  ACKED.test(before) ||
  REPEATED_AFTER.test(after) ||
  (FOLLOWED_BEFORE.test(before) && APART_AFTER.test(after) && !LISTED_AFTER.test(after)) ||
  (LEADS_TO.test(before) && APART_AFTER.test(after)) ||
  (DETERMINER_BEFORE.test(before) && ARTICLE_AFTER.test(after)) ||
  (code >= 400 && IN_BRACKETS_BEFORE.test(before) && IN_BRACKETS_AFTER.test(after));
