import { hasParty, isAnswer, isBesideSip, isOfSip, isSourceLine, isSurelyAnswer } from './answers.ts';
import { isAnswerInContext, isApart } from './answers-in-context.ts';
import { isAnswerInTurkish } from './answers-in-turkish.ts';
import { isFigure, isTallied, isTally, isTallyOfMethods } from './figures.ts';
import { namesHeader } from './headers.ts';
import { bareMethod } from './methods.ts';
import { phraseBeside } from './phrases.ts';
import { around, type Evidence, isKnownCode, METHOD, once } from './words.ts';

/** Status codes in prose: numbers that the words around them make an answer of SIP. */

export interface CodeFound {
  readonly code: number;
  /** Of the number in the text. */
  readonly start: number;
  /** The method that it answers, where the words beside it say so. */
  readonly request?: string;
  /** The standard phrase beside it, as a half-open range in the text. */
  readonly phrase?: readonly [number, number];
}

/** Three digits that are no part of an address, a time, a decimal, a date, a version or a name. */
const NUMBER =
  /(?<![\w.@#+$€£%\\]|\d[:,]|(?<!-)-|\b(?:ERROR|WARNING|NOTICE|DEBUG|VERBOSE)\[)(?:[1-6]\d\d|702)(?!\w|[@%€$£]|[.:]\d|,(?![1-6]\d\d(?!\d))\d|\/(?![1-6]\d\d(?!\d))\d|-[\da-z])/g;

const TO_METHOD = new RegExp(`^\\/(${METHOD})`);
const METHOD_BEFORE = new RegExp(
  `(${METHOD})["'\\])]?(?:\\s?(?:-+>|=>|→|:|,|=|\\/|\\||result|with|(?<=ACK )(?:for|to)|iste[ğk]i(?:ne)?|için|['’][aeıiy]{1,2})(?: an?| the)?)?\\s?["'(\\[]?$`,
);
/** `INVITE 486 -> 404`: who calls whom. */
const CALLS_AFTER = /^ ?(?:->|=>|→) ?\d/;
const METHOD_AFTER = new RegExp(
  `^(?:(?:^| )["'(]?[A-Za-z/-]{2,20}["')]?(?= )){0,5} (?:for|to|on|in|of) (?:(?:an?|the|[a-z][a-z-]{2,15}) ){0,2}(${METHOD})`,
);
/** `UPDATE 180, INSERT 20` */
const STATEMENT_BEFORE = /\bUPDATE ["'([]?$/;
/** `INFO: 404 records`: the level of a line. */
const LEVEL_BEFORE =
  /(?:(?<!\b(?:to|for|of|on|method|got|sent|received) )(?:INFO|MESSAGE):|(?:^|[^a-z] )(?:INFO|MESSAGE)) ["'([]?$/;
/** Whoever is spoken of there. */
const METHOD_OR_USER = new RegExp(`${METHOD}|\\bsips?:[^\\s@]{1,64}@`);
/** Between codes that are named together: `180/183`, `408, 480 or 503`, `480 with 486`. */
const NAMED_TOGETHER = /^(?: with | instead of |\/|\||,|, | or | and |, or |, and | then |, then | veya | ve )$/;

/** The line that a number stands in; what is asked of it is worked out once. */
interface Line {
  readonly sip: Evidence;
  /** Whether a method, a user or a header field is named: somebody or something that an answer is about. */
  readonly namesSubject: () => boolean;
  readonly isTally: () => boolean;
  readonly isTallyOfMethods: () => boolean;
}

/** The status codes of a text that speaks of SIP, in order. */
export function codesIn(text: string, sip: Evidence): readonly CodeFound[] {
  const line: Line = {
    sip,
    namesSubject: once(() => METHOD_OR_USER.test(text) || namesHeader(text)),
    isTally: once(() => isTally(text)),
    isTallyOfMethods: once(() => isTallyOfMethods(text)),
  };
  const found: CodeFound[] = [];
  for (const { 0: digits, index } of text.matchAll(NUMBER)) {
    const last = found.at(-1);
    const together = last !== undefined && NAMED_TOGETHER.test(text.slice(last.start + 3, index));
    const place = { code: Number(digits), start: index, ...around(text, index, index + 3), together };
    const one = codeAt(place, line);
    if (one) found.push(one);
  }
  return found;
}

/** Codes beside the name of the protocol itself, which need no other witness: `"sip_code":480`. */
export function codesNamed(text: string): readonly CodeFound[] {
  if (!/sip/i.test(text)) return [];
  return [...text.matchAll(NUMBER)].flatMap(({ 0: digits, index: start }) => {
    const { before, after } = around(text, start, start + 3);
    const code = Number(digits);
    return isKnownCode(code) && (isOfSip(before) || isBesideSip(before, after)) ? [{ code, start }] : [];
  });
}

/** A number and what stands beside it. */
interface Place {
  readonly code: number;
  /** Of the number in the text. */
  readonly start: number;
  readonly before: string;
  readonly after: string;
  /** Whether another code stands right before. */
  readonly together: boolean;
}

function codeAt(place: Place, line: Line): CodeFound | undefined {
  const { code, start, before, after, together } = place;
  if (isFigure(before, after) || (isTallied(before, after) && line.isTally())) return undefined;
  const surely = isSurelyAnswer(before) || TO_METHOD.test(after);
  if (!surely && (!isKnownCode(code) || isSourceLine(before))) return undefined;
  const phrase = phraseBeside(code, start, before, after);
  const request = requestBeside(place, line);
  if (before.endsWith('/') && !together && !request) return undefined;
  if (!surely && !phrase && !request && !together && !isAnswerIn(place, line)) return undefined;
  return { code, start, ...(request ? { request: bareMethod(request) } : {}), ...(phrase ? { phrase } : {}) };
}

/** The method that is answered, as written. */
function requestBeside({ before, after }: Place, { sip, isTallyOfMethods }: Line): string | undefined {
  const behind = TO_METHOD.exec(after) ?? METHOD_AFTER.exec(after);
  if (behind) return behind[1];
  const ahead = METHOD_BEFORE.exec(before);
  if (
    !ahead ||
    CALLS_AFTER.test(after) ||
    LEVEL_BEFORE.test(before) ||
    (sip === 'none' && STATEMENT_BEFORE.test(before))
  )
    return undefined;
  return isTallyOfMethods() ? undefined : ahead[1];
}

const isAnswerIn = ({ code, before, after }: Place, { sip, namesSubject }: Line): boolean =>
  isAnswer(code, before, after) ||
  isAnswerInTurkish(before, after, sip) ||
  (sip !== 'none' && hasParty(after)) ||
  (sip === 'sure' && (isAnswerInContext(code, before, after) || (isApart(before, after) && namesSubject())));
