import { statusCode } from '../../knowledge/names.ts';
import { methodAlternatives } from '../log/patterns.ts';

/** Words that prose rules share. */

/** `some`: a word of telephony is there; `sure`: something that nothing but SIP writes. */
export type Evidence = 'none' | 'some' | 'sure';

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

/** What stands before and behind a place, no further than `REACH`. */
export const around = (
  text: string,
  from: number,
  to: number,
): { readonly before: string; readonly after: string } => ({
  before: text.slice(Math.max(0, from - REACH), from),
  after: text.slice(to, to + REACH),
});

/** From a code to its phrase, which may stand in the next field. */
const TO_PHRASE =
  /^["'\])>]?(?:[;, |]{0,2}["']?(?:sip_?|response[_-]?)?(?:reason|phrase|text|message|msg|description)[_-]?(?:phrase|text)?["']?(?:[:=] ?| ?[[(] ?)|[ ,:|/–—-]{1,4})["'(<[]?(?=[A-Za-z])/i;

/** The phrase behind a code. */
export interface PhraseBehind {
  /** Where it begins in the text. */
  readonly start: number;
  /** Of the standard phrase, 0 where it is not there. Letter case aside, and with `_` for the blank, as in `BUSY_HERE`. */
  readonly length: number;
  /** Whether at least a word of the phrase is there: `Declined` for `Decline`, `Busy` for `Busy Here`. */
  readonly near: boolean;
}

/** The phrase of a code in the text behind it. */
export function phraseBehind(code: number, text: string): PhraseBehind {
  const start = TO_PHRASE.exec(text)?.[0].length;
  const phrase = statusCode(code)?.phrase.toLowerCase();
  if (start === undefined || phrase === undefined) return { start: 0, length: 0, near: false };
  const rest = text.slice(start);
  const same = rest.slice(0, phrase.length).replaceAll('_', ' ').toLowerCase() === phrase;
  const length = same && !/^[A-Za-z]/.test(rest.slice(phrase.length)) ? phrase.length : 0;
  return { start, length, near: length > 0 || beginsLike(rest, phrase) };
}

function beginsLike(text: string, phrase: string): boolean {
  const word = /^[A-Z][A-Za-z]{2,}/.exec(text)?.[0].toLowerCase();
  if (word === undefined) return false;
  const own = phrase.match(/[a-z]{3,}/g) ?? [];
  return own.some(
    (one) =>
      one === word ||
      (word.length > 3 && one.startsWith(word)) ||
      (one.length > 3 && word.startsWith(one) && word.length <= one.length + 3 && !word.endsWith('s')),
  );
}
