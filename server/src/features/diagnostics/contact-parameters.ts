import { type Parameter, parameterNamed } from '../../sip/values/parameters.ts';
import { isNumberUpTo, isQValue, LARGEST_DELTA } from './grammar.ts';
import type { Judged, Report } from './judged.ts';

/** Parameters that a `Contact` has besides those of its URI: `q`, `expires`, those of outbound and of GRUUs. */
export function checkContactParameters(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  checkQ(judged, parameters, report);
  checkOutbound(judged, parameters, report);
  checkGruus(judged, parameters, report);
  const expires = parameterNamed(judged.text, parameters, 'expires');
  if (!expires?.value || judged.isWild(expires.value) || judged.textOf(expires.value) === '') return;
  if (!isNumberUpTo(judged.textOf(expires.value), LARGEST_DELTA)) {
    report('sip.invalid-expires', expires.value, { args: ['expires', judged.textOf(expires.value)] });
  }
}

/** `q=0.7`: how much one of several is liked. */
export function checkQ(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  const q = parameterNamed(judged.text, parameters, 'q')?.value;
  if (!q || q.start === q.end || judged.isWild(q) || isQValue(judged.textOf(q))) return;
  report('sip.invalid-q-value', q, { args: [judged.textOf(q)] });
}

/** `reg-id=1;+sip.instance="<urn:uuid:…>"` (RFC 5626 §4.1, §4.2) */
function checkOutbound(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  const regId = parameterNamed(judged.text, parameters, 'reg-id');
  const id = regId?.value;
  if (id && !judged.isWild(id) && !(isNumberUpTo(judged.textOf(id), 2 ** 31 - 1) && Number(judged.textOf(id)) > 0)) {
    report('sip.malformed-value', id, { args: ['reg-id', judged.textOf(id), '1'] });
  }
  const instance = parameterNamed(judged.text, parameters, '+sip.instance');
  // A registrar passes over a `reg-id` that no instance stands beside (RFC 5626 §6).
  if (regId && !instance) report('sip.missing-parameter', regId.span, { args: ['Contact', '+sip.instance'] });
  if (!instance?.value || judged.isWild(instance.value)) return;
  const written = judged.textOf(instance.value);
  // Registrars compare the letters, whatever they are (RFC 4122 §3).
  const isOddUuid =
    /^<urn:uuid:/i.test(written) && !/^<urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>$/i.test(written);
  if (instance.quoted && /^<[^<>]+>$/.test(written) && !isOddUuid) return;
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
