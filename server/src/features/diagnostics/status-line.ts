import type { StatusCodeFact } from '../../knowledge/facts.ts';
import { methodNamed, normalizedPhrase, responseUse, statusCode, statusWithPhrase } from '../../knowledge/names.ts';
import { span } from '../../sip/span.ts';
import { replaceFix } from './finding.ts';
import type { Judged, MessageCheck } from './judged.ts';

/** The Status-Line: code, reason phrase, and whether the code answers the method (RFC 3261 §7.2, §21). */

const code: MessageCheck = (judged, report) => {
  const { response, status } = judged;
  if (!response || judged.isWild(response.code)) return;
  const written = judged.textOf(response.code);
  if (status === undefined) {
    // Of another version nobody knows where the code stands.
    if (judged.textOf(response.version).toUpperCase() !== 'SIP/2.0') return;
    report('sip.invalid-status-code', response.code, { args: [written] });
    return;
  }
  const fact = statusCode(status);
  if (!fact) report('sip.unknown-status-code', response.code, { args: [written, written.charAt(0)] });
  else if (fact.status === 'deprecated' || fact.status === 'historic') {
    report('sip.deprecated-status-code', response.code, { args: [written, fact.refs?.[0] ?? ''] });
  }
};

/**
 * Reason phrases are free text; one is a fault only when it is another code's standard phrase. `488 Not Acceptable`
 * is short for `Not Acceptable Here` and no fault, and any success may be called `OK` or `Accepted`.
 */
export function misleadingPhrase(
  code: number,
  phrase: string,
): { own: StatusCodeFact; other: StatusCodeFact } | undefined {
  const own = statusCode(code);
  const other = statusWithPhrase(phrase);
  if (!own || !other || other.code === code || other.status === 'unregistered' || other.status === 'internal')
    return undefined;
  if (other.code < 300 && code < 300 && other.code >= 200 && code >= 200) return undefined;
  return normalizedPhrase(own.phrase).startsWith(normalizedPhrase(phrase)) ? undefined : { own, other };
}

const reasonPhrase: MessageCheck = (judged, report) => {
  const { response, status } = judged;
  if (!response || status === undefined || response.reason.end - response.reason.start > 200) return;
  const phrase = judged.textOf(response.reason).trim();
  const misled = misleadingPhrase(status, phrase);
  if (!misled) return;
  report('sip.reason-phrase-mismatch', response.reason, {
    args: [phrase, String(misled.other.code), String(status), misled.own.phrase],
    fix: replaceFix(response.reason, misled.own.phrase),
  });
};

/** False for a response that its RFC keeps for other methods; everything in it is out of place then. */
export const mayAnswer = ({ status, method }: Judged): boolean =>
  status === undefined || method === undefined || codeMayAnswer(status, method);

export function codeMayAnswer(code: number, method: string): boolean {
  const use = responseUse(code);
  if (!use?.strict || !use.methods || use.methods.includes(method)) return true;
  return use.open === true && methodNamed(method) === undefined;
}

const answersMethod: MessageCheck = (judged, report) => {
  const { response, status, method } = judged;
  if (!response || status === undefined || method === undefined) return;
  if (method === 'ACK') {
    report('sip.response-to-ack', response.code, { args: [String(status)] });
    return;
  }
  const use = responseUse(status);
  if (!use?.methods || mayAnswer(judged)) return;
  report('sip.response-not-for-method', response.code, {
    args: [String(status), method, use.methods.join(', '), use.source],
  });
};

/** A blank stands behind the code even where no phrase follows. */
const blankBehindCode: MessageCheck = ({ response, status }, report) => {
  if (!response || status === undefined || response.code.end < response.span.end) return;
  const end = span(response.code.end, response.code.end);
  report('sip.missing-reason-blank', response.code, {
    fix: { title: 'replace', args: [`${status} `], edits: [{ span: end, newText: ' ' }] },
  });
};

export const statusLineChecks: readonly MessageCheck[] = [code, blankBehindCode, reasonPhrase, answersMethod];
