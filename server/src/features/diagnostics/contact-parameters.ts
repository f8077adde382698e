import { type Parameter, parameterNamed } from '../../sip/values/parameters.ts';
import { isNumberUpTo, isQValue, LARGEST_DELTA } from './grammar.ts';
import type { Judged, Report } from './judged.ts';

/** Parameters that a `Contact` has besides those of its URI: `q`, `expires`, those of outbound and of GRUUs. */
export function checkContactParameters(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  const q = parameterNamed(judged.text, parameters, 'q');
  if (q?.value && q.value.start < q.value.end && !judged.isWild(q.value) && !isQValue(judged.textOf(q.value))) {
    report('sip.invalid-q-value', q.value, { args: [judged.textOf(q.value)] });
  }
  checkOutbound(judged, parameters, report);
  checkGruus(judged, parameters, report);
  const expires = parameterNamed(judged.text, parameters, 'expires');
  if (!expires?.value || judged.isWild(expires.value) || judged.textOf(expires.value) === '') return;
  if (!isNumberUpTo(judged.textOf(expires.value), LARGEST_DELTA)) {
    report('sip.invalid-expires', expires.value, { args: ['expires', judged.textOf(expires.value)] });
  }
}

/** `reg-id=1;+sip.instance="<urn:uuid:…>"` (RFC 5626 §4.1, §4.2) */
function checkOutbound(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  const id = parameterNamed(judged.text, parameters, 'reg-id')?.value;
  if (id && !judged.isWild(id) && !(isNumberUpTo(judged.textOf(id), 2 ** 31 - 1) && Number(judged.textOf(id)) > 0)) {
    report('sip.malformed-value', id, { args: ['reg-id', judged.textOf(id), '1'] });
  }
  const instance = parameterNamed(judged.text, parameters, '+sip.instance');
  if (!instance?.value || judged.isWild(instance.value)) return;
  const written = judged.textOf(instance.value);
  if (instance.quoted && /^<[^<>]+>$/.test(written)) return;
  const args = ['+sip.instance', written, '"<urn:uuid:…>"'];
  report('sip.malformed-value', instance.value, { args, ...(instance.quoted ? { slight: true } : {}) });
}

/** `pub-gruu="sip:bob@example.com;gr=urn:uuid:…"`: URIs have semicolons of their own, so they stand in quotes (RFC 5627 §6) */
function checkGruus(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  for (const name of ['pub-gruu', 'temp-gruu']) {
    const gruu = parameterNamed(judged.text, parameters, name);
    if (!gruu?.value || gruu.quoted || judged.isWild(gruu.value)) continue;
    report('sip.malformed-value', gruu.value, { args: [name, judged.textOf(gruu.value), '"sip:…;gr"'] });
  }
}
