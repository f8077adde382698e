import { span } from '../../sip/span.ts';
import { parseCSeq } from '../../sip/values/cseq.ts';
import { replaceFix } from './finding.ts';
import { isNumberUpTo, isToken } from './grammar.ts';
import type { FieldCheck } from './judged.ts';
import { checkMethodName } from './names.ts';

/** `CSeq: 314159 INVITE`, a number below 2³¹ and the request's method (RFC 3261 §8.1.1.5, §20.16). */
export const checkCSeq: FieldCheck = (judged, field, report) => {
  const { number, method } = parseCSeq(judged.text, field.value);
  const wholeRead = method?.end === field.value.end;
  const numberWild = number !== undefined && judged.isWild(number);
  const digits = number ? judged.textOf(number) : '';
  if (!number || !method || !wholeRead || !(numberWild || /^\d+$/.test(digits)) || !isMethod(judged.textOf(method))) {
    if (!judged.isWild(field.value)) report('sip.malformed-cseq', field.value, { args: [judged.textOf(field.value)] });
    return;
  }
  if (!numberWild && !isNumberUpTo(digits, 2 ** 31 - 1)) report('sip.cseq-out-of-range', number, { args: [digits] });
  const written = judged.textOf(method);
  const { request } = judged;
  if (!request) {
    if (judged.response) checkMethodName(judged, method, report);
    return;
  }
  // A misspelt method in the start line is one fault, whether CSeq repeats it or has it right.
  if (written === judged.textOf(request.method) || written === judged.method) return;
  if (judged.isWild(method) || judged.isWild(request.method) || !isToken(judged.textOf(request.method))) return;
  report('sip.cseq-method-mismatch', method, {
    args: [written, judged.method ?? ''],
    fix: replaceFix(method, judged.method ?? ''),
    related: [{ title: 'method-here', span: span(request.method.start, request.method.end) }],
  });
};

const isMethod = (text: string): boolean => isToken(text) || /[[\]$]/.test(text);
