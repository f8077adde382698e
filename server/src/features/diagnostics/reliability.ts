import { words } from '../../sip/span.ts';
import { splitAt } from '../../sip/values/parameters.ts';
import { isNumberUpTo, isToken } from './grammar.ts';
import {
  type FieldCheck,
  fieldNamed,
  fieldsNamed,
  hasField,
  type Judged,
  type MessageCheck,
  registeredMethods,
} from './judged.ts';
import { checkMethodName } from './names.ts';
import { intendedOptionTag } from './tokens.ts';

/** Reliable provisional responses: `RSeq`, `RAck`, `100rel` (RFC 3262). */

const LARGEST = 2 ** 31 - 1;

export const checkRSeq: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  if (isNumberUpTo(written, 2 ** 32 - 1) && Number(written) > 0) return;
  report('sip.invalid-rseq', field.value, { args: [written] });
};

/** `RAck: 776656 1 INVITE`: the response's `RSeq` and the number and method of its `CSeq`. */
export const checkRAck: FieldCheck = (judged, field, report) => {
  const [rseq, cseq, method, more] = words(judged.text, field.value);
  const isGood =
    rseq !== undefined &&
    cseq !== undefined &&
    method !== undefined &&
    more === undefined &&
    (isToken(judged.textOf(method)) || judged.isWild(method)) &&
    isNumberUpTo(judged.textOf(rseq), 2 ** 32 - 1) &&
    Number(judged.textOf(rseq)) > 0 &&
    isNumberUpTo(judged.textOf(cseq), LARGEST);
  if (!isGood) report('sip.malformed-rack', field.value, { args: [judged.textOf(field.value)] });
  else if (!checkMethodName(judged, method, report) && /^(?!INVITE$)[A-Z]+$/.test(judged.textOf(method))) {
    // Only what answers INVITE is sent reliably, unless an extension says so (RFC 3262 §3).
    report('sip.malformed-rack', field.value, { args: [judged.textOf(field.value)], slight: true });
  }
};

const requires = (judged: Judged, tag: string): boolean =>
  fieldsNamed(judged, 'Require').some((field) =>
    judged
      .textOf(field.value)
      .split(',')
      .map((word) => word.trim().toLowerCase())
      .some((word) => word === tag || intendedOptionTag(word) === tag),
  );

const reliableResponse: MessageCheck = (judged, report) => {
  const { response, status, method } = judged;
  if (!response || status === undefined || status >= 200 || !judged.context.complete) return;
  const rseq = fieldNamed(judged, 'RSeq');
  const wanted = requires(judged, '100rel');
  if (status === 100) {
    if (rseq) report('sip.reliable-trying', rseq.name);
    return;
  }
  const isRequireReadable = fieldsNamed(judged, 'Require').every(({ value }) =>
    judged
      .textOf(value)
      .split(',')
      .map((tag) => tag.trim())
      .every(isToken),
  );
  if (rseq && !wanted && isRequireReadable && !judged.provided.has('require'))
    report('sip.rseq-without-require', rseq.name);
  if (wanted && !hasField(judged, 'RSeq') && method === 'INVITE') {
    report('sip.missing-header', response.span, { args: ['RSeq', String(status)] });
  } else if (wanted && method === 'INVITE' && !hasField(judged, 'Contact') && !judged.holdsUnknownFields) {
    // Its PRACK is sent within the dialog that it makes (RFC 3261 §12.1.1).
    report('sip.missing-response-header', response.span, { args: ['Contact', String(status), method] });
  }
};

/** `100rel` is asked for in INVITE and in what answers it, and nowhere else (RFC 3262 §3, §4). */
const reliabilityElsewhere: MessageCheck = (judged, report) => {
  const { method, text } = judged;
  if (method === undefined || mayAskForIt.has(method) || !registeredMethods.includes(method)) return;
  for (const { value } of fieldsNamed(judged, 'Require')) {
    const tag = splitAt(text, value, ',').find((part) => judged.textOf(part).toLowerCase() === '100rel');
    if (!tag) continue;
    const kind = judged.request ? method : `${judged.status ?? ''} (${method})`;
    report('sip.forbidden-header', tag, { args: ['Require: 100rel', kind, 'RFC 3262 §4'] });
  }
};

/** Of CANCEL and ACK, which may have no `Require` at all, it is told as such. */
const mayAskForIt = new Set(['INVITE', 'CANCEL', 'ACK']);

export const reliabilityChecks: readonly MessageCheck[] = [reliableResponse, reliabilityElsewhere];
