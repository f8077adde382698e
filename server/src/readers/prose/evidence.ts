import { q850CauseNamed } from '../../knowledge/names.ts';
import { isTelling } from './answers.ts';
import { type CodeFound, codesIn } from './codes.ts';
import { namesHeader } from './headers.ts';
import { methodsIn } from './methods.ts';
import { namesMethod, speaksOfMethods, usesMethod } from './methods-in-use.ts';
import { speaksOfAnother } from './other-protocols.ts';
import { phraseBehind } from './phrases.ts';
import { CALL, FAINTLY_SIP, MAYBE_SIP, REGISTRATION, SIP_IN_NAME, SURELY_SIP } from './telephony.ts';
import { around, CAUSE_NAME, type Evidence, HTTP_TOO, REACH } from './words.ts';

/**
 * Whether a line speaks of SIP at all. A number or an English word alone is nothing; what a rule takes for SIP needs a
 * witness on the same line, and none of another protocol.
 */

/** A part of a line that speaks of one thing. */
export interface Clause {
  readonly text: string;
  /** Of the clause in the line. */
  readonly start: number;
  /** With none, only what names its own protocol is read. */
  readonly sip: Evidence;
}

/** Where one thing said ends and another begins. */
const CLAUSE_END = /[,;}]\s|\.\s|\s[-–—]\s|\s(?:-+>|=>|→|so|then|and|but)\s/g;
const CODE = /(?<![\w.])[1-6]\d\d(?!\w)/g;
/** Codes that mail, files and web folders have, too. */
const OF_OTHERS: ReadonlySet<number> = new Set([417, 421, 422, 423, 424, 425, 428, 440]);
/** `Server Internal Error` where HTTP says `Internal Server Error`. */
const OWN_WORDS = new Set([302, 500]);

/** The parts of a line in which prose is read, in order. */
export function clausesOf(line: string): readonly Clause[] {
  if (!speaksOfAnother(line)) return [{ text: line, start: 0, sip: evidenceIn(line) }];
  return split(line).map((clause) => ({
    ...clause,
    sip: speaksOfAnother(clause.text) ? 'none' : evidenceIn(clause.text),
  }));
}

function split(line: string): readonly { readonly text: string; readonly start: number }[] {
  const clauses: { text: string; start: number }[] = [];
  let start = 0;
  for (const { index, 0: end } of line.matchAll(CLAUSE_END)) {
    clauses.push({ text: line.slice(start, index), start });
    start = index + end.length;
  }
  return [...clauses, { text: line.slice(start), start }];
}

function evidenceIn(text: string): Evidence {
  if (SURELY_SIP.test(text) || usesMethod(text) || namesHeader(text)) return 'sure';
  const phrase = phraseIn(text);
  if (phrase === 'own') return 'sure';
  const answers = codesIn(text, 'none');
  if (namesMethod(text) && (answers.length > 0 || speaksOfMethods(text))) return 'sure';
  const maybe = MAYBE_SIP.test(text) || SIP_IN_NAME.test(text) || namesCause(text);
  if (maybe || FAINTLY_SIP.test(text)) {
    if (methodsIn(text, 'some').length > 0) return 'sure';
    return maybe ? 'some' : 'faint';
  }
  if ((phrase === 'shared' || answers.length > 0) && REGISTRATION.test(text)) return 'some';
  const own = answers.filter(({ code }) => !HTTP_TOO.has(code));
  return own.length > 1 || (own.length > 0 && CALL.test(text)) || own.some((one) => isAnsweredWith(text, one))
    ? 'some'
    : 'none';
}

/** Whether something is answered with a code that only SIP has. */
function isAnsweredWith(text: string, { code, start }: CodeFound): boolean {
  if (OF_OTHERS.has(code)) return false;
  const { before, after } = around(text, start, start + 3);
  return isTelling(before, after);
}

const namesCause = (text: string): boolean =>
  (text.match(CAUSE_NAME) ?? []).some((name) => q850CauseNamed(name) !== undefined);

/** Whether a code and its phrase are there, and whether HTTP has them, too: `486 Busy Here` is SIP's own. */
function phraseIn(text: string): 'own' | 'shared' | undefined {
  let shared = false;
  for (const { 0: digits, index } of text.matchAll(CODE)) {
    const code = Number(digits);
    const { length, near } = phraseBehind(code, text.slice(index + 3, index + 3 + REACH));
    if (near && (!HTTP_TOO.has(code) || (length > 0 && OWN_WORDS.has(code)))) return 'own';
    shared ||= length > 0;
  }
  return shared ? 'shared' : undefined;
}
