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

/** Where a body is that is elsewhere (RFC 2046 §5.2.3), and of what type the first part is (RFC 2387 §3.1). */
export function checkNeededParameters(judged: Judged, contentType: Span, report: Report): void {
  const type = mediaTypeIn(judged.textOf(contentType));
  const needed = type === 'message/external-body' ? 'access-type' : type === 'multipart/related' ? 'type' : undefined;
  if (needed === undefined || judged.isWild(contentType)) return;
  if (parameterNamed(judged.text, parametersOf(judged, contentType), needed)) return;
  report('sip.missing-parameter', contentType, {
    args: [type, needed],
    // Peers look at the part itself.
    ...(needed === 'type' ? { slight: true } : {}),
  });
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
