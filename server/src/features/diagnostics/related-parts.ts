import { indexIn, type Span, span } from '../../sip/span.ts';
import { type Parameter, parameterNamed, parseParameters } from '../../sip/values/parameters.ts';
import { mediaTypeIn } from './body-kinds.ts';
import { identity, idsWritten } from './content-ids.ts';
import type { Judged, Report } from './judged.ts';

/** Parameters without which a media type says too little, and the part that a body of related parts begins with. */

const parametersOf = ({ text }: Judged, contentType: Span): readonly Parameter[] => {
  const semicolon = indexIn(text, ';', contentType);
  return semicolon === undefined ? [] : parseParameters(text, span(semicolon + 1, contentType.end));
};

/** Parameters that types need, the weightiest first; what peers find out for themselves is told of in a low voice. */
const needs: Readonly<Record<string, readonly (readonly [name: string, slight?: 'slight'])[]>> = {
  // Where a body is that is elsewhere (RFC 2046 §5.2.3).
  'message/external-body': [['access-type']],
  // Of what type the first part is (RFC 2387 §3.1), which peers look at.
  'multipart/related': [['type', 'slight']],
  // RFC 1847 §2.1, §2.2; the hash is told of in most signatures as well.
  'multipart/signed': [['protocol'], ['micalg', 'slight']],
  'multipart/encrypted': [['protocol']],
};

export function checkNeededParameters(judged: Judged, contentType: Span, report: Report): void {
  const type = mediaTypeIn(judged.textOf(contentType));
  if (!Object.hasOwn(needs, type) || judged.isWild(contentType)) return;
  const parameters = parametersOf(judged, contentType);
  const missing = needs[type]?.find(([name]) => !parameterNamed(judged.text, parameters, name));
  if (!missing) return;
  const [name, slight] = missing;
  report('sip.missing-parameter', contentType, { args: [type, name], ...(slight ? { slight: true } : {}) });
}

/** `start="<a@example.com>"`: the part that the others belong to, by its `Content-ID` (RFC 2387 §3.2). */
export function checkStart(judged: Judged, contentType: Span, body: Span, report: Report): void {
  if (mediaTypeIn(judged.textOf(contentType)) !== 'multipart/related' || judged.isWild(body)) return;
  const start = parameterNamed(judged.text, parametersOf(judged, contentType), 'start')?.value;
  if (!start || start.start === start.end) return;
  const id = judged.textOf(start).replaceAll(/[<>\s]/g, '');
  const known = idsWritten(judged.textOf(body));
  if (known && !known.has(identity(id))) report('sip.unknown-content-id', start, { args: [`<${id}>`] });
}
