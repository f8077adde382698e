import { type Span, span } from '../../sip/span.ts';
import { type Fix, replaceFix } from './finding.ts';
import { isDigits, isHost, isIPv6, isReachablePort } from './grammar.ts';
import type { Judged, Report } from './judged.ts';

/** Hosts and their ports as they stand in URIs, in `Via` and in parameters (RFC 3261 §25.1, hostport). */

/** `xn--rnek-5qa.com` for `örnek.com`: how DNS and SIP spell a name with letters beyond ASCII (RFC 5891 §4.4). */
function inLettersOfDns(place: Span, host: string): { readonly fix?: Fix } {
  if (!/[^\u0000-\u007f]/.test(host) || !URL.canParse(`http://${host}`)) return {};
  const spelt = new URL(`http://${host}`).hostname;
  return isHost(spelt) ? { fix: replaceFix(place, spelt) } : {};
}

/** The digits of the shortest number that is a domain; fewer are an address that lost its dots. */
const SHORTEST_DOMAIN = 8;

/** Judges an address that stands in a parameter. */
export function checkHost(judged: Judged, host: Span, report: Report): void {
  const written = judged.textOf(host);
  if (judged.isWild(host)) return;
  if (isHost(written)) checkBorneHost(judged, host, report);
  else if (isIPv6(written)) {
    report('sip.ipv6-without-brackets', host, { args: [written], fix: replaceFix(host, `[${written}]`) });
  } else report('sip.invalid-host', host, { args: [written] });
}

/** Names with `_` and addresses with a zone, which no grammar has and real networks have (RFC 3261 §25.1). */
function checkBorneHost(judged: Judged, host: Span, report: Report): void {
  const written = judged.textOf(host);
  if (!written.includes('_') && !/:.*%/.test(written)) return;
  report('sip.invalid-host', host, { args: [written], slight: true });
}

/** `192.0.2.1:5060:5061`: two colons and a host before them are no address of IPv6. */
function hasSecondPort(written: string): boolean {
  const [host = '', first = '', second, ...more] = written.split(':', 4);
  return second !== undefined && more.length === 0 && /^\d{1,5}$/.test(first) && isHost(host);
}

/** Judges `host`, `host:port`, `[2001:db8::1]:5060`, in URIs and in `Via`. */
export function checkHostPort(judged: Judged, range: Span, report: Report): boolean {
  const written = judged.textOf(range);
  if (judged.isWild(range)) return true;
  if (written === '') {
    report('sip.missing-host', span(Math.max(range.start - 1, 0), range.start));
    return false;
  }
  const at = written.lastIndexOf('@');
  if (at >= 0) {
    // The user ends at the first `@`; a second one should have been escaped.
    const sign = span(range.start - 1, range.start);
    const fix = { title: 'escape', args: ['%40'], edits: [{ span: sign, newText: '%40' }] } as const;
    const isOnlyOne = written.indexOf('@') === at && judged.textOf(sign) === '@';
    report('sip.second-at-sign', span(range.start, range.start + at + 1), { ...(isOnlyOne ? { fix } : {}) });
    return false;
  }
  if (hasSecondPort(written)) {
    const place = span(range.start + written.indexOf(':') + 1, range.end);
    report('sip.invalid-port', place, { args: [judged.textOf(place)] });
    return false;
  }
  if (!written.startsWith('[') && /^[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*:[^\s@]*$/.test(written)) {
    const fix = isIPv6(written) ? { fix: replaceFix(range, `[${written}]`) } : {};
    report('sip.ipv6-without-brackets', range, { args: [written], ...fix });
    return false;
  }
  const bracket = written.startsWith('[') ? written.indexOf(']') : 0;
  const colon = bracket < 0 ? -1 : written.indexOf(':', bracket);
  const host = colon < 0 ? written : written.slice(0, colon);
  const place = span(range.start, range.start + host.trimEnd().length);
  if (host === '') {
    report('sip.missing-host', range);
    return false;
  }
  const isNumber = isDigits(host.trimEnd());
  if (!isHost(host.trimEnd()) && !(isNumber && /^(?:.{10}|.{20})$/.test(host.trimEnd()))) {
    const extraColon = host.replace(':::', '::');
    if (host.includes(':::') && isHost(extraColon)) {
      report('sip.ipv6-extra-colon', place, { args: [host], fix: replaceFix(place, extraColon) });
      return true;
    }
    // Devices of video surveillance (GB/T 28181) have numbers for domains, of ten or twenty digits as a rule.
    const isDomain = isNumber && host.trimEnd().length >= SHORTEST_DOMAIN;
    report('sip.invalid-host', place, {
      args: [host.trimEnd()],
      ...(isDomain ? { slight: true } : {}),
      ...inLettersOfDns(place, host.trimEnd()),
    });
    return false;
  }
  if (isHost(host.trimEnd())) checkBorneHost(judged, place, report);
  if (colon < 0) return true;
  const port = written.slice(colon + 1).trim();
  if (isReachablePort(port)) return true;
  report('sip.invalid-port', span(range.start + colon + (port === '' ? 0 : 1), range.end), { args: [port] });
  return false;
}
