import { statusCode } from '../../knowledge/names.ts';
import { methodAlternatives } from '../log/patterns.ts';

/** Words that prose rules share. */

/**
 * `faint`: a word is there that telephony shares with call centres and their figures; `some`: a word of telephony;
 * `sure`: something that nothing but SIP writes.
 */
export type Evidence = 'none' | 'faint' | 'some' | 'sure';

/** Alternatives of a regular expression, written with blanks between; `\\s` stands for a blank inside one. */
export const anyOf = (list: TemplateStringsArray): string => `(?:${(list.raw[0] ?? '').trim().split(/\s+/).join('|')})`;

/** A method in capitals that is no part of a longer name; `re-INVITE` is one, `STATE_INVITE` and `BYE-reason` are none. */
export const METHOD = `(?<!\\w\\.?|[A-Za-z0-9]-)(?:[Rr]e-?)?(?:${methodAlternatives})(?!\\w|-(?!(?:[Rr]equest|[Rr]esponse|[Rr]eply)\\b)[A-Za-z0-9])`;

/** `USER_BUSY`, `NO_ANSWER`: names in the manner of Asterisk's and FreeSWITCH's causes. */
export const CAUSE_NAME = /(?<![A-Z_])[A-Z]+(?:_[A-Z]+)+(?![A-Z_])/g;

/** How far prose rules look before and behind a word, in code units: a rule's cost does not grow with the line. */
export const REACH = 80;

/** 702 is the code that pjsip gives a name that does not resolve; it is never on the wire. */
export const isKnownCode = (code: number): boolean => code === 702 || statusCode(code) !== undefined;

/** Codes whose phrases HTTP has, too: these speak of SIP only beside a method or a registration. */
export const HTTP_TOO: ReadonlySet<number> = new Set(
  '200 202 204 300 301 302 305 400 401 402 403 404 405 406 407 408 410 411 413 414 415 500 501 502 503'
    .split(' ')
    .map(Number),
);

/** What stands before and behind a place, no further than `REACH`. */
export const around = (
  text: string,
  from: number,
  to: number,
): { readonly before: string; readonly after: string } => ({
  before: text.slice(Math.max(0, from - REACH), from),
  after: text.slice(to, to + REACH),
});

/** Between marks, or behind what was said of: `re-INVITE sent, 200 in 18 ms`, `event not supported: 489`. */
export const APART_BEFORE =
  /(?:^|^[\w.-]{2,40}:\s|(?<!(?<!\w)\d{1,6})[,;|]\s|\s[([]|\s[-–—|/]\s|leg |\S\s[\w.:@>"')-]{2,40}:\s)["']?$/;
/** What follows on a number that stands alone. */
export const APART_AFTER = /^["']?(?:\s?[,;)\]|/]|\.?\s*$|\.\s| (?:in|after|within) \d| because\b| due to\b| \()/;
/** What is done with an answer, where nothing follows that it could count. */
export const DONE_AFTER = new RegExp(
  `^["']? ${anyOf`sent returned received replied relayed forwarded ignored expected seen upstream back out next to\sfollow`}(?= ?(?:$|[.,;)]|${anyOf`and to from by upstream back instead as in after at`}\\b))`,
);

/** A value that is worked out when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
