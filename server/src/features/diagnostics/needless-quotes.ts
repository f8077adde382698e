import { type Span, span } from '../../sip/span.ts';
import { parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { replaceFix } from './finding.ts';
import { isHost, isIPv6, isToken } from './grammar.ts';
import type { FieldCheck, Judged, Report } from './judged.ts';

/**
 * Parameters whose values are numbers, tokens or addresses, and stand in quotes nevertheless: `expires="60"`. Many
 * peers read them as they were meant, others take them for parameters that they do not know.
 */

const ofMechanisms = ['alg', 'ealg', 'mod', 'port-c', 'port-s', 'prot', 'q', 'spi-c', 'spi-s'];

/** By header field: RFC 3261 §25.1, RFC 3326, 3329, 3891, 4028, 5502, 5626, 6665, 7044, 7433. */
const bareParameters: Readonly<Record<string, readonly string[]>> = {
  Accept: ['q'],
  'Accept-Encoding': ['q'],
  'Accept-Language': ['q'],
  'Call-Info': ['purpose'],
  Contact: ['expires', 'q', 'reg-id'],
  'Content-Disposition': ['handling'],
  Diversion: ['counter', 'limit'],
  Event: ['from-tag', 'id', 'to-tag'],
  'History-Info': ['index', 'mp', 'np', 'rc'],
  'P-Served-User': ['regstate', 'sescase'],
  'Retry-After': ['duration'],
  'Security-Client': ofMechanisms,
  'Security-Server': ofMechanisms,
  'Security-Verify': ofMechanisms,
  'Session-Expires': ['refresher'],
  'Subscription-State': ['expires', 'reason', 'retry-after'],
  'User-to-User': ['content', 'encoding', 'purpose'],
  Via: ['comp', 'maddr', 'received', 'rport', 'ttl'],
};

/** The check of a header field, and behind it the look for quotes where none belong. */
export const alsoForQuotes = (name: string, check: FieldCheck): FieldCheck => {
  const bare = bareParameters[name];
  if (!bare) return check;
  return (judged, field, report) => {
    let isReadable = true;
    check(judged, field, (...finding) => {
      isReadable &&= finding[2]?.slight === true;
      report(...finding);
    });
    // Where something else is wrong nobody knows what the quotes are around.
    if (isReadable && judged.textOf(field.value).includes('"')) reportQuoted(judged, field.value, bare, report);
  };
};

function reportQuoted(judged: Judged, value: Span, bare: readonly string[], report: Report): void {
  for (const part of splitAt(judged.text, value, ',')) {
    const [, first] = splitAt(judged.text, part, ';');
    for (const parameter of first ? parseParameters(judged.text, span(first.start, part.end)) : []) {
      const name = judged.textOf(parameter.name);
      if (!parameter.quoted || !parameter.value || !bare.includes(name.toLowerCase())) continue;
      const written = judged.textOf(parameter.value);
      if (!(isToken(written) || isHost(written) || isIPv6(written)) || judged.isWild(parameter.span)) continue;
      const place = span(parameter.value.start - 1, parameter.value.end + 1);
      const args = [name, judged.textOf(place), written];
      report('sip.malformed-value', place, { args, fix: replaceFix(place, written), slight: true });
    }
  }
}
