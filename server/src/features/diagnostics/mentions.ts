import { headerFieldNamed, methodNamed, responseUse, statusCode } from '../../knowledge/names.ts';
import type { Mention, Term } from '../../readers/mention.ts';
import type { DialectFinding } from '../../readers/reading.ts';
import { type Span, span } from '../../sip/span.ts';
import { isQ850Cause } from './causes.ts';
import { replaceFix } from './finding.ts';
import { intendedHeader } from './header-names.ts';
import { intendedMethod } from './judged.ts';
import type { RuleId } from './rules.ts';
import { codeMayAnswer, misleadingPhrase } from './status-line.ts';
import { intendedEvent, intendedOptionTag } from './tokens.ts';

/**
 * What is wrong with the mentions of a configuration file, whatever its dialect. Where the dialect's own reader has
 * said something already (`findings`), nothing is added.
 */
export function judgeMentions(
  mentions: readonly Mention[],
  findings: readonly DialectFinding[] = [],
): readonly DialectFinding[] {
  const said = new Set(findings.map((finding) => placeKey(finding.span)));
  const found: DialectFinding[] = [];
  for (const { term, span } of mentions) {
    const fault = faultOf(term, span);
    if (fault && !said.has(placeKey(span))) found.push(fault);
  }
  return found;
}

const placeKey = (place: Span): string => `${place.start}:${place.end}`;

type Fault = DialectFinding & { readonly rule: RuleId };

function faultOf(term: Term, place: Span): Fault | undefined {
  switch (term.kind) {
    case 'statusCode':
      return statusCodeFault(term.code, term.request, place);
    case 'reasonPhrase':
      return term.code === undefined ? undefined : phraseFault(term.code, term.phrase, place);
    case 'method':
      return methodFault(term.name, place);
    case 'headerField':
      return headerFault(term.name, place);
    case 'optionTag':
      return slipFault('sip.misspelt-option-tag', term.name, intendedOptionTag(term.name), place);
    case 'eventPackage': {
      const slip = intendedEvent(term.name);
      return slip && slipFault('sip.misspelt-event', slip.written, slip.meant, headOf(place, slip.written));
    }
    case 'q850Cause':
      if (isQ850Cause(term.code)) return undefined;
      return { rule: 'sip.unknown-cause', span: place, args: [String(term.code), 'Q.850'] };
    default:
      return undefined;
  }
}

const headOf = (place: Span, written: string): Span => span(place.start, place.start + written.length);

function statusCodeFault(code: number, request: string | undefined, place: Span): Fault | undefined {
  const written = String(code);
  if (code < 100 || code > 699) return { rule: 'sip.invalid-status-code', span: place, args: [written] };
  if (!statusCode(code)) return { rule: 'sip.unknown-status-code', span: place, args: [written, written.charAt(0)] };
  if (request === undefined || codeMayAnswer(code, request)) return undefined;
  if (request === 'ACK') return { rule: 'sip.response-to-ack', span: place, args: [written] };
  const use = responseUse(code);
  return {
    rule: 'sip.response-not-for-method',
    span: place,
    args: [written, request, use?.methods?.join(', ') ?? '', use?.source ?? ''],
  };
}

function phraseFault(code: number, phrase: string, place: Span): Fault | undefined {
  const misled = misleadingPhrase(code, phrase);
  if (!misled) return undefined;
  return {
    rule: 'sip.reason-phrase-mismatch',
    span: place,
    args: [phrase.trim(), String(misled.other.code), String(code), misled.own.phrase],
    fix: replaceFix(place, misled.own.phrase),
  };
}

/** Most products compare methods without regard to case, so that a known one in small letters is no fault. */
const methodFault = (name: string, place: Span): Fault | undefined =>
  methodNamed(name.toUpperCase()) ? undefined : slipFault('sip.misspelt-method', name, intendedMethod(name), place);

/** A name with a number at its end is one of a series, and somebody's own. */
const headerFault = (name: string, place: Span): Fault | undefined =>
  headerFieldNamed(name) || /\d$/.test(name)
    ? undefined
    : slipFault('sip.misspelt-header', name, intendedHeader(name, alwaysPresent), place);

/** Nobody knows which header fields a message will have, so that short names get the benefit of the doubt. */
const alwaysPresent = (): boolean => true;

const slipFault = (rule: RuleId, written: string, meant: string | undefined, place: Span): Fault | undefined =>
  meant === undefined ? undefined : { rule, span: place, args: [written, meant], fix: replaceFix(place, meant) };
