import { normalizedPhrase, responseUse, statusCode, statusWithPhrase } from '../../knowledge/names.ts';
import { replaceFix } from './finding.ts';
import type { Judged, MessageCheck } from './judged.ts';

/** The Status-Line: code, reason phrase, and whether the code answers the method (RFC 3261 §7.2, §21). */

const code: MessageCheck = (judged, report) => {
  const { response, status } = judged;
  if (!response || judged.isWild(response.code)) return;
  const written = judged.textOf(response.code);
  if (status === undefined) {
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
 * is short for `Not Acceptable Here` and no fault.
 */
const reasonPhrase: MessageCheck = (judged, report) => {
  const { response, status } = judged;
  const own = status === undefined ? undefined : statusCode(status);
  if (!response || !own || response.reason.end - response.reason.start > 200) return;
  const phrase = judged.textOf(response.reason).trim();
  const other = statusWithPhrase(phrase);
  if (!other || other.code === own.code || other.status === 'unregistered' || other.status === 'internal') return;
  // Every success is OK.
  if (other.code === 200 && own.code < 300 && own.code > 200) return;
  if (normalizedPhrase(own.phrase).startsWith(normalizedPhrase(phrase))) return;
  report('sip.reason-phrase-mismatch', response.reason, {
    args: [phrase, String(other.code), String(own.code), own.phrase],
    fix: replaceFix(response.reason, own.phrase),
  });
};

/** False for a response that its RFC keeps for other methods; everything in it is out of place then. */
export function mayAnswer({ status, method }: Judged): boolean {
  const use = status === undefined ? undefined : responseUse(status);
  return !use?.strict || !use.methods || method === undefined || use.methods.includes(method);
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

export const statusLineChecks: readonly MessageCheck[] = [code, reasonPhrase, answersMethod];
