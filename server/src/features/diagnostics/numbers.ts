import { type Span, span, trimmed } from '../../sip/span.ts';
import { parseParameters } from '../../sip/values/parameters.ts';
import { isDigits, isNumberUpTo, LARGEST_DELTA } from './grammar.ts';
import type { FieldCheck, Judged, Report } from './judged.ts';
import { checkParameters, checkSeparators } from './parameters.ts';

/** Header fields that hold one number, and `Call-ID`. */

export const checkMaxForwards: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  if (!isNumberUpTo(written, 255)) report('sip.invalid-max-forwards', field.value, { args: [written] });
};

/** `Max-Breadth: 60` (RFC 5393 §5.3.3) */
export const checkMaxBreadth: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  if (!isDigits(written)) report('sip.malformed-value', field.value, { args: [field.canonical, written, '60'] });
};

/** `Expires`, `Min-Expires`, `Flow-Timer`: seconds. */
export const checkDelta: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  if (!isNumberUpTo(written, LARGEST_DELTA)) {
    report('sip.invalid-expires', field.value, { args: [field.canonical, written] });
  }
};

/** `120`, `18000;duration=3600`, `120 (I'm in a meeting)` (RFC 3261 §20.33). */
export const checkRetryAfter: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  const digits = /^\d*/.exec(written)?.[0] ?? '';
  const rest = written.slice(digits.length).trim();
  const behind = rest.slice(commentLength(rest)).trim();
  const isGood = digits !== '' && PARAMETERS.test(behind) && isDurationGood(rest);
  const number: Span = span(field.value.start, field.value.start + digits.length);
  if (!isGood) {
    report('sip.invalid-retry-after', field.value, { args: [written] });
    return;
  }
  if (!isNumberUpTo(digits, LARGEST_DELTA)) report('sip.excessive-retry-after', number, { args: [digits] });
  const parameters = span(field.value.end - behind.length, field.value.end);
  checkParameters(judged, parseParameters(judged.text, parameters), report);
};

/** `;duration=3600;x="y z"` */
const PARAMETERS = /^(?:;\s*[\w-]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;"]+))?\s*)*$/;

/** `;duration=3600`, where it stands at all. */
const isDurationGood = (rest: string): boolean =>
  !/;\s*duration\b/i.test(rest) || /;\s*duration\s*=\s*(?:\d+|"\d+")\s*(?:;|$)/i.test(rest);

/** The length of the comment that a text begins with, 0 when it is none or is not closed; `\(` opens nothing. */
function commentLength(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    if (depth <= 0) return text[0] === '(' ? i + 1 : 0;
  }
  return 0;
}

/** `Timestamp: 54.3 0.2` (RFC 3261 §20.38). */
export const checkTimestamp: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  if (!/^\d+(?:\.\d*)?(?:\s+\d*(?:\.\d*)?)?$/.test(written)) {
    report('sip.malformed-value', field.value, { args: [field.canonical, written, '54.2'] });
  }
};

/** `MIME-Version: 1.0` */
export const checkMimeVersion: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  const [major, minor] = written.split('.', 2);
  if (!isDigits(major ?? '') || !isDigits(minor ?? '')) {
    report('sip.malformed-value', field.value, { args: [field.canonical, written, '1.0'] });
  }
};

/** `70710@saturn.example.com, 17320@saturn.example.com` (RFC 3261 §20.21). A quote in a Call-ID is a letter like others. */
export const checkInReplyTo: FieldCheck = (judged, field, report) => {
  if (!checkSeparators(judged, field.value, ',', report)) return;
  for (const match of judged.textOf(field.value).matchAll(/[^,]+/g)) {
    const start = field.value.start + match.index;
    const callId = trimmed(judged.text, start, start + match[0].length);
    if (callId.start < callId.end && !judged.isWild(callId)) checkCallIdText(judged, callId, report);
  }
};

/** What a Call-ID has on either side of its `@` (RFC 3261 §25.1, word). */
const WORD = /^[A-Za-z0-9\-.!%*_+`'~()<>:\\"/[\]?{}]+(?:@[A-Za-z0-9\-.!%*_+`'~()<>:\\"/[\]?{}]+)?$/;

export const checkCallId: FieldCheck = (judged, field, report) => {
  checkCallIdText(judged, field.value, report);
};

/** `f81d4fae-7dec@192.0.2.4`. Everybody compares bytes, so that a character too many is borne; false when there is one. */
export function checkCallIdText(judged: Judged, callId: Span, report: Report): boolean {
  const written = judged.textOf(callId);
  if (written === '' || /[\s,]/.test(written) || /^@|@$/.test(written)) {
    report('sip.malformed-call-id', callId, { args: [written] });
    return false;
  }
  if (WORD.test(written)) return true;
  const odd = written.search(/[^A-Za-z0-9\-.!%*_+`'~()<>:\\"/[\]?{}@]/);
  // Where every character may stand, there is one `@` too many.
  const at = callId.start + (odd >= 0 ? odd : written.indexOf('@', written.indexOf('@') + 1));
  report('sip.call-id-character', span(at, at + 1), { args: [judged.textOf(span(at, at + 1))] });
  return false;
}
