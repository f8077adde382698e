import { values } from '../../knowledge/facts.ts';
import { parameterWords } from '../../knowledge/parameter-words.ts';
import type { Span } from '../../sip/span.ts';
import { splitAt } from '../../sip/values/parameters.ts';
import { replaceFix } from './finding.ts';
import { isToken } from './grammar.ts';
import type { FieldCheck, Judged, Report } from './judged.ts';
import { checkQuotes, checkSeparators } from './parameters.ts';
import { nearest } from './spelling.ts';

/** Header fields and parameters that hold words out of a few. */

export interface Choice {
  readonly words: readonly string[];
  /** Whether the grammar lets anybody add a word: one that resembles no other may be somebody's own then. */
  readonly open: boolean;
}

export const open = (...words: readonly string[]): Choice => ({ words, open: true });
export const closed = (...words: readonly string[]): Choice => ({ words, open: false });
export const registered = (kind: string): Choice => open(...(values[kind] ?? []).map((fact) => fact.name));

export const subscriptionReasons = registered('subscriptionReason');
export const dispositions = registered('contentDisposition');
/** RFC 3204 §4 */
export const handlings = open(...parameterWords('Content-Disposition', 'handling'));

/** Reports a word that is none of those which a header field or a parameter knows; `what` names it. */
export function checkWord(judged: Judged, word: Span, what: string, choice: Choice, report: Report): void {
  const written = judged.textOf(word);
  if (judged.isWild(word) || choice.words.some((known) => known.toLowerCase() === written.toLowerCase())) return;
  if (choice.open && /^x-/i.test(written)) return;
  const meant = written.length <= LONGEST_WORD ? nearest(written, choice.words) : undefined;
  report('sip.unknown-value', word, {
    args: [written, what, choice.words.join(', ')],
    ...(meant === undefined ? {} : { fix: replaceFix(word, meant) }),
    ...(choice.open && meant === undefined ? { slight: true } : {}),
  });
}

/** Reports a word that is a slip away from a known one, where others may be anybody's own. */
export function checkSlip(judged: Judged, word: Span, what: string, words: readonly string[], report: Report): void {
  const written = judged.textOf(word);
  const isKnown = words.some((known) => known.toLowerCase() === written.toLowerCase());
  if (isKnown || judged.isWild(word) || written.length > LONGEST_WORD || !nearest(written, words)) return;
  checkWord(judged, word, what, open(...words), report);
}

/** What is longer is nobody's slip, and comparing it takes time. */
const LONGEST_WORD = 40;

/** `proxy, no-fork`: several words. */
const someOf =
  (choice: Choice, separator: ',' | ';'): FieldCheck =>
  (judged, field, report) => {
    if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, separator, report)) return;
    for (const part of splitAt(judged.text, field.value, separator)) {
      if (isToken(judged.textOf(part))) checkWord(judged, part, field.canonical, choice, report);
      else if (!judged.isWild(part)) {
        report('sip.malformed-value', part, { args: [field.canonical, judged.textOf(part), choice.words[0] ?? ''] });
        return;
      }
    }
  };

const wordsOf = (written: string, separator: ',' | ';'): readonly string[] =>
  written
    .toLowerCase()
    .split(separator)
    .map((word) => word.trim());

const checkPrivacyWords = someOf(registered('privacy'), ';');

/** `id;critical`; `none` asks for no privacy, so that every other word gainsays it (RFC 3323 §4.2). */
const checkPrivacy: FieldCheck = (judged, field, report) => {
  checkPrivacyWords(judged, field, report);
  const written = judged.textOf(field.value);
  const words = wordsOf(written, ';');
  if (!words.includes('none') || words.every((word) => word === 'none' || word === 'critical')) return;
  report('sip.malformed-value', field.value, { args: [field.canonical, written, 'none'] });
};

/** Wishes that gainsay each other: of each pair a request has one (RFC 3841 §9.1). */
const OPPOSITES = [
  ['proxy', 'redirect'],
  ['cancel', 'no-cancel'],
  ['fork', 'no-fork'],
  ['recurse', 'no-recurse'],
  ['parallel', 'sequential'],
  ['queue', 'no-queue'],
] as const;

const checkDispositionWords = someOf(closed(...OPPOSITES.flat()), ',');

const checkDisposition: FieldCheck = (judged, field, report) => {
  checkDispositionWords(judged, field, report);
  const written = judged.textOf(field.value);
  const words = wordsOf(written, ',');
  const pair = OPPOSITES.find((both) => both.every((word) => words.includes(word)));
  if (pair) report('sip.malformed-value', field.value, { args: [field.canonical, written, pair[0]] });
};

export const choiceFieldChecks: Readonly<Record<string, FieldCheck>> = {
  'P-Early-Media': someOf(open('supported', 'sendrecv', 'sendonly', 'recvonly', 'inactive', 'gated'), ','),
  Privacy: checkPrivacy,
  'Request-Disposition': checkDisposition,
};
