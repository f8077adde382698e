import type { HeaderField } from '../../sip/message.ts';
import type { Span } from '../../sip/span.ts';
import type { Address } from '../../sip/values/name-addr.ts';
import { parameterNamed } from '../../sip/values/parameters.ts';
import { parseUri } from '../../sip/values/uri.ts';
import type { Judged, Report } from './judged.ts';

/** What is routed by: `Route`, `Record-Route`, `Path`, `Service-Route` (RFC 3261 §20.30, §20.34). */

/** Schemes of URIs that no SIP request goes to. */
export const foreignSchemes = new Set([
  'cid',
  'data',
  'ftp',
  'http',
  'https',
  'im',
  'mailto',
  'pres',
  'tel',
  'urn',
  'xmpp',
]);

/** What is routed by is a SIP URI (RFC 3261 §16.6, RFC 3327 §5.2, RFC 3608 §6.1). */
export function checkRouteScheme(judged: Judged, field: HeaderField, uri: Span, report: Report): boolean {
  const scheme = parseUri(judged.text, uri).scheme;
  if (!scheme || judged.isWild(uri) || !foreignSchemes.has(judged.textOf(scheme).toLowerCase())) return true;
  report('sip.malformed-value', uri, {
    args: [field.canonical, judged.textOf(uri), '<sip:proxy.example.com;lr>'],
  });
  return false;
}

/**
 * A route without `lr` makes its proxy a strict router, which RFC 3261 left behind; a `Path` and a `Service-Route` that
 * become routes later have it as well (RFC 3327 §5.1, RFC 3608 §6.2).
 */
export function checkLooseRouting(judged: Judged, address: Address, report: Report): void {
  const uri = parseUri(judged.text, address.uri);
  if (parameterNamed(judged.text, uri.parameters, 'lr') || judged.isWild(address.uri)) return;
  if (!uri.scheme || !/^sips?$/i.test(judged.textOf(uri.scheme))) return;
  report('sip.route-without-lr', address.uri, {
    args: [judged.textOf(address.uri)],
  });
}
