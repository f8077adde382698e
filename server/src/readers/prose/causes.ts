import { q850Cause, q850CauseNamed } from '../../knowledge/names.ts';
import type { Term } from '../mention.ts';
import { CAUSE_NAME, type Evidence, REACH } from './words.ts';

/** Causes of Q.850 in prose: beside the name of a protocol that has them, or by name. */

export interface CauseFound {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

const CAUSE_NUMBER: readonly RegExp[] = [
  /\bQ\.?850\b["')]{0,2}(?:\s*;\s*cause\s*=\s*|[ :=]*(?:cause|code)?(?: code| value)?[ :=#(]{1,3})["']?(\d{1,3})(?![\w.])/dgi,
  /\bRemote Reason: (\d{1,3})(?![\w.])/dg,
  /(?<![A-Za-z])(?:hangup|isdn|q\.?931|isup|pri|release|clearing|disconnect|disconnection)[ _-]?cause(?:[ _-]?(?:code|value|q850|is|was|of))?(?: ?\(CC\))?["']?(?:\s{0,4}[:=#]|\s)\s?["'(]?(\d{1,3})(?![\w.])/dgi,
  /(?<![A-Za-z])Cause Value["']?\s?[:=]\s?(\d{1,3})(?![\w.])/dg,
];
/** A cause below 128 where telephony is spoken of: no status code is so small. */
const CAUSE =
  /(?<![\p{L}\d_;-]|[Rr]oot )(?:[Cc]ause(?: code| value|Code)?|[Nn]eden(?:i| kodu)?)["']?(?:\s?[:=#]|\s)\s?["'(]?(\d{1,3})(?![\w.%]| ?(?:ms|times|of)\b)/dgu;
/** Without one of these, nothing is numbered. */
const SPOKEN_OF = /[Cc]ause|CAUSE|[Nn]eden|850|Remote Reason/;
const TELEPHONY =
  /\bQ\.?(?:850|931)\b|\bIsup[A-Z]|\b(?:H\.?323|ISDN|ISUP|PRI|BRI|SS7|SIP|VOICE|VoIP|VOIP)\b|\bhang-?up|Cause-txt/i;
const PROTOCOL = /(?<![\w.])(Q\.850)(?!\w)/dg;
const NUMBER_BEFORE_NAME = /(?<![\w.])(\d{1,3}) ?[-([/:;,|]{0,2}$/d;
const NUMBER_AFTER_NAME = /^\]?\s?[([=/:;,|]\s?(\d{1,3})(?![\w.])/d;

export function causesIn(text: string, sip: Evidence): readonly CauseFound[] {
  const numbers = SPOKEN_OF.test(text) ? [...numbered(text, sip), ...protocols(text)] : [];
  return [...numbers, ...named(text)];
}

function* numbered(text: string, sip: Evidence): Generator<CauseFound> {
  const causes = sip !== 'none' || TELEPHONY.test(text) ? [CAUSE] : [];
  for (const pattern of [...CAUSE_NUMBER, ...causes]) {
    for (const match of text.matchAll(pattern)) {
      const code = Number(match[1]);
      if (q850Cause(code)) yield { term: { kind: 'q850Cause', code }, ...rangeOf(match) };
    }
  }
}

function* protocols(text: string): Generator<CauseFound> {
  for (const match of text.matchAll(PROTOCOL)) {
    yield { term: { kind: 'reasonProtocol', name: 'Q.850' }, ...rangeOf(match) };
  }
}

/** `USER_BUSY`, `NO_ANSWER (19)`, `19 [NO_ANSWER]`. */
function* named(text: string): Generator<CauseFound> {
  for (const { 0: name, index } of text.matchAll(CAUSE_NAME)) {
    const cause = q850CauseNamed(name);
    if (!cause) continue;
    const term: Term = { kind: 'q850Cause', code: cause.code };
    const end = index + name.length;
    yield { term, start: index, end };
    const floor = Math.max(0, index - REACH);
    const before = NUMBER_BEFORE_NAME.exec(text.slice(floor, index));
    if (before && Number(before[1]) === cause.code) yield { term, ...rangeOf(before, floor) };
    const after = NUMBER_AFTER_NAME.exec(text.slice(end, end + REACH));
    if (after && Number(after[1]) === cause.code) yield { term, ...rangeOf(after, end) };
  }
}

function rangeOf(
  match: RegExpExecArray | RegExpMatchArray,
  offset = 0,
): { readonly start: number; readonly end: number } {
  const [start, end] = match.indices?.[1] ?? [0, 0];
  return { start: offset + start, end: offset + end };
}
