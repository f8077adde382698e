import type { StatusCodeFact } from '../../knowledge/facts.ts';
import { statusCode, statusWithPhrase } from '../../knowledge/names.ts';

/** Standard reason phrases in prose: beside their code, and alone where a word says what they are. */

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

const PHRASE_BEFORE = /([A-Z][A-Za-z/ -]{1,40}) [[(]$/;

/** The standard phrase beside a code that starts at `start`, as a half-open range in the text. */
export function phraseBeside(
  code: number,
  start: number,
  before: string,
  after: string,
): readonly [number, number] | undefined {
  const behind = phraseBehind(code, after);
  if (behind.length > 0) return [start + 3 + behind.start, start + 3 + behind.start + behind.length];
  const standard = statusCode(code)?.phrase;
  const ahead = PHRASE_BEFORE.exec(before)?.[1];
  const written = standard && ahead?.slice(-standard.length);
  if (!written || written.toLowerCase() !== standard.toLowerCase() || !/^[A-Z]/.test(written)) return undefined;
  return [start - 2 - standard.length, start - 2];
}

export interface PhraseFound {
  readonly fact: StatusCodeFact;
  readonly start: number;
  readonly end: number;
}

const PHRASE_ALONE =
  /(?:(?<![A-Za-z])[rpt]|(?<![A-Z])[RPT])(?:eason|hrase|esponse|ext)(?:[_-]?(?:[Pp]hrase|[Tt]ext))?["']?\s?[:=]\s{0,2}["'<([]([A-Z][A-Za-z/ -]{1,40})["'>)\]]/dg;

/** Standard phrases without their code, in quotes or brackets behind the word for them: `reason: <Busy Here>`. */
export function phrasesIn(text: string): readonly PhraseFound[] {
  return [...text.matchAll(PHRASE_ALONE)].flatMap(({ 1: phrase = '', indices }) => {
    const fact = statusWithPhrase(phrase);
    const [start, end] = indices?.[1] ?? [0, 0];
    return fact ? [{ fact, start, end }] : [];
  });
}
