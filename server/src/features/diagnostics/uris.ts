import { values } from '../../knowledge/facts.ts';
import { indexIn, type Span, span } from '../../sip/span.ts';
import { type Parameter, parameterNamed, parseParameters } from '../../sip/values/parameters.ts';
import { parseUri, type Uri } from '../../sip/values/uri.ts';
import { checkWord, open } from './choices.ts';
import { removeFix, replaceFix } from './finding.ts';
import { isHost, isNumberUpTo } from './grammar.ts';
import { checkHost, checkHostPort } from './hosts.ts';
import type { Judged, Report } from './judged.ts';
import { checkMethodName } from './names.ts';
import { checkParameters, checkSeparators, type ParameterKind } from './parameters.ts';
import { editDistance, nearest } from './spelling.ts';

/** URIs as they stand in start lines and addresses (RFC 3261 §19.1). Schemes other than SIP's are taken as they are. */

const knownSchemes = ['sip', 'sips', 'tel'];

/** Judges one URI, without its angle brackets; true when it can be read further. */
export function checkUri(judged: Judged, uri: Span, report: Report): boolean {
  if (judged.isWild(uri)) return true;
  const written = judged.textOf(uri);
  const blank = /\s/.exec(written);
  if (blank) {
    report('sip.uri-blank', uri, {
      fix: { title: 'remove-blanks', edits: [{ span: uri, newText: written.replace(/\s+/g, '') }] },
    });
    return false;
  }
  const parsed = parseUri(judged.text, uri);
  const scheme = parsed.scheme && judged.textOf(parsed.scheme).toLowerCase();
  // `example.com:5060` has no scheme, though what stands before its colon could be one.
  if (scheme === undefined || (scheme.includes('.') && /^[\w.-]+:\d+$/.test(written))) {
    report('sip.uri-without-scheme', uri, { args: [written], ...(isAddress(written) ? sipBefore(uri) : {}) });
    return false;
  }
  if (/^sips?$/.test(scheme) && judged.text.startsWith('//', parsed.scheme!.end + 1)) {
    const place = span(parsed.scheme!.start, parsed.scheme!.end + 3);
    const meant = `${scheme}:`;
    report('sip.misspelt-scheme', place, { args: [judged.textOf(place), meant], fix: replaceFix(place, meant) });
    return false;
  }
  if (scheme === 'urn') return checkUrn(judged, uri, report);
  if (!knownSchemes.includes(scheme)) return checkScheme(parsed.scheme!, scheme, report);
  return scheme === 'tel' ? checkNumber(judged, parsed, report) : checkSipUri(judged, parsed, report);
}

/**
 * `tel:+1-201-555-0123`, `tel:*21#;phone-context=example.com` (RFC 3966 §3); a letter that needs an escape is none, but
 * `#` begins a fragment, so that it is sent as `%23` (RFC 3986 §3.5).
 */
function checkNumber(judged: Judged, uri: Uri, report: Report): boolean {
  const start = uri.scheme!.end + 1;
  const number = span(start, indexIn(judged.text, ';', span(start, uri.span.end)) ?? uri.span.end);
  const written = judged.textOf(number);
  // A global number has digits alone; signs of the keypad in one are passed on by many.
  if (/^(?:(?:[0-9A-Fa-f*#().-]|%2[3Aa])+|\+[0-9*#().-]+)$/.test(written) && /[0-9*#]/.test(written)) {
    // Everybody sends local numbers without saying where they are local.
    const parameters = span(Math.min(number.end + 1, uri.span.end), uri.span.end);
    if (!checkParameters(judged, parseParameters(judged.text, parameters), report, ofUris)) return false;
    if (!checkContext(judged, parameters, report)) return true;
    // Further behind they are borne; with one in front nothing says whose number it is.
    if (/^\+[().-]*[*#]/.test(written)) {
      report('sip.malformed-value', number, { args: ['tel:', written, '+1-201-555-0123'], slight: true });
      return true;
    }
    if (!checkNumberParameters(judged, parameters, report)) return true;
    const isLocal = !written.startsWith('+') && !/;\s*phone-context=/i.test(judged.textOf(uri.span));
    if (isLocal) report('sip.missing-parameter', number, { args: ['tel:', 'phone-context'], slight: true });
    return true;
  }
  report('sip.malformed-value', written === '' ? uri.span : number, {
    args: ['tel:', written, '+1-201-555-0123'],
    // A plus sign amid the digits is passed on by many as it is.
    ...(/^[0-9A-Fa-f*#().+-]+$/.test(written) && written.lastIndexOf('+') > 0 ? { slight: true } : {}),
  });
  return false;
}

/** Where a number is local: a domain, or the digits that all of its numbers begin with (RFC 3966 §5.1.5). */
function checkContext(judged: Judged, parameters: Span, report: Report): boolean {
  const context = parameterNamed(judged.text, parseParameters(judged.text, parameters), 'phone-context')?.value;
  const written = context && judged.textOf(context);
  if (!context || judged.isWild(context) || isHost(written!) || /^\+[\d().-]*\d[\d().-]*$/.test(written!)) return true;
  report('sip.malformed-value', context, { args: ['phone-context', written!, 'example.com'], slight: true });
  return false;
}

/** Parameters of numbers that are numbers themselves (RFC 3966 §3, RFC 4694 §4), and peers that need none of them. */
const numberForms: readonly (readonly [name: string, form: RegExp, example: string])[] = [
  ['ext', /^[().-]*\d[\d().-]*$/, '102'],
  ['rn', /^(?:\+[().-]*\d[\d().-]*|[\dA-Fa-f*#().-]+)$/, '+1-201-555-0100'],
  ['cic', /^(?:\+[().-]*\d[\d().-]*|[\dA-Fa-f*#().-]+)$/, '+1-6789'],
];

function checkNumberParameters(judged: Judged, parameters: Span, report: Report): boolean {
  for (const [name, form, example] of numberForms) {
    const parameter = parameterNamed(judged.text, parseParameters(judged.text, parameters), name);
    if (!parameter || judged.isWild(parameter.span)) continue;
    const written = parameter.value ? judged.textOf(parameter.value) : '';
    if (form.test(written)) continue;
    report('sip.malformed-value', parameter.value ?? parameter.span, { args: [name, written, example], slight: true });
    return false;
  }
  return true;
}

/** `urn:service:sos`: a namespace and a name in it (RFC 8141 §2). */
function checkUrn(judged: Judged, uri: Span, report: Report): boolean {
  const written = judged.textOf(uri);
  if (/^urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:[^:]/i.test(written)) return true;
  report('sip.malformed-value', uri, { args: ['urn:', written, 'urn:service:sos'] });
  return false;
}

const isAddress = (written: string): boolean => /^[\w.+-]+@[\w.-]+(?::\d+)?$/.test(written);

const sipBefore = (uri: Span) => ({
  fix: { title: 'replace', args: ['sip:'], edits: [{ span: span(uri.start, uri.start), newText: 'sip:' }] } as const,
});

function checkScheme(place: Span, scheme: string, report: Report): boolean {
  const meant = ['sip', 'sips'].find((known) => editDistance(scheme, known, 1) <= 1);
  if (meant === undefined) return true;
  report('sip.misspelt-scheme', place, { args: [scheme, meant], fix: replaceFix(place, meant) });
  return false;
}

function checkSipUri(judged: Judged, uri: Uri, report: Report): boolean {
  const { text } = judged;
  const authority = span(uri.host.start, uri.port?.end ?? uri.host.end);
  const escapesGood =
    checkEscapes(judged, span(uri.span.start, authority.start), report) &&
    checkEscapes(judged, span(authority.end, uri.span.end), report);
  if (escapesGood && uri.user) checkUser(judged, uri.user, report);
  if (uri.user && uri.user.start === uri.user.end) {
    const at = span(uri.user.end, uri.user.end + 1);
    report('sip.empty-user', at, { fix: removeFix(at, '@') });
    return false;
  } else if (uri.user && text[uri.user.start] === ':') {
    // A password without a user.
    report('sip.empty-user', span(uri.user.start, uri.user.start + 1));
  }
  const good = checkHostPort(judged, authority, report);
  const parametersEnd = indexIn(text, '?', span(authority.end, uri.span.end)) ?? uri.span.end;
  if (authority.end < parametersEnd) {
    const region = span(authority.end + 1, parametersEnd);
    if (region.start === region.end) {
      report('sip.extra-separator', span(authority.end, parametersEnd), { args: [';'] });
    } else if (
      checkSeparators(judged, region, ';', report) &&
      checkParameters(judged, uri.parameters, report, ofUris)
    ) {
      checkUriTransport(judged, uri.parameters, report);
      const user = parameterNamed(text, uri.parameters, 'user')?.value;
      if (user && user.start < user.end) checkWord(judged, user, 'user', users, report);
      const method = parameterNamed(text, uri.parameters, 'method')?.value;
      if (method && method.start < method.end) checkMethodName(judged, method, report);
      const maddr = parameterNamed(text, uri.parameters, 'maddr')?.value;
      if (maddr && maddr.start < maddr.end) checkHost(judged, maddr, report);
      const ttl = parameterNamed(text, uri.parameters, 'ttl')?.value;
      if (ttl && !judged.isWild(ttl) && !isNumberUpTo(judged.textOf(ttl), 255))
        report('sip.invalid-ttl', ttl, { args: [judged.textOf(ttl)] });
    }
  }
  // `?Subject=` has a value, though an empty one.
  const header = uri.headers.find(
    ({ name, value, span: whole }) => (!value || name.start === name.end) && !judged.isWild(whole),
  );
  const empty = good ? emptyUriHeader(text, uri) : undefined;
  if (empty) reportEmptyUriHeader(judged, empty, report);
  else if (good && header) report('sip.malformed-parameter', header.span, { args: [judged.textOf(header.span)] });
  else if (good && escapesGood && uri.headers.length > 0) checkUriHeaders(judged, uri.headers, report);
  return good;
}

/** `?`, `?a=b&`, `?a=b&&c=d`: the sign behind or before which a header field is missing (RFC 3261 §25.1, headers). */
export function emptyUriHeader(text: string, uri: Uri): Span | undefined {
  const question = indexIn(text, '?', span(uri.port?.end ?? uri.host.end, uri.span.end));
  if (question === undefined) return undefined;
  const written = text.slice(question, uri.span.end);
  const [signs] = /[?&]&+|[?&]$/.exec(written) ?? [];
  if (signs === undefined) return undefined;
  const start = question + written.indexOf(signs);
  // Of several signs one parts two fields, or leads to the first.
  return start + signs.length < uri.span.end ? span(start + 1, start + signs.length) : span(start, uri.span.end);
}

function reportEmptyUriHeader(judged: Judged, place: Span, report: Report): void {
  const written = judged.textOf(place);
  if (!judged.isWild(place)) report('sip.extra-separator', place, { args: [written], fix: removeFix(place, written) });
}

/** What may stand unescaped behind the `?` of a URI (RFC 3261 §25.1, hnv-unreserved). */
const URI_HEADER = /[^A-Za-z0-9\-_.!~*'()[\]/?:+$%]/;

/** `?Replaces=1%40example.com%3Bto-tag%3D2`, in which all that parts the value must be escaped. */
function checkUriHeaders(judged: Judged, headers: readonly Parameter[], report: Report): void {
  for (const { value } of headers) {
    if (!value || judged.isWild(value)) continue;
    const at = judged.textOf(value).search(URI_HEADER);
    if (at < 0) continue;
    reportUnescaped(judged, value, at, report);
    return;
  }
}

/** What is none of the characters of which parameters of a URI are made (RFC 3261 §25.1, paramchar). */
const NO_PARAMETER = /[^A-Za-z0-9\-_.!~*'()[\]/:&+$%]/;

/** Parameters whose values have checks of their own. */
const checkedByValue = new Set(['maddr', 'transport', 'ttl']);

/** Parameters of URIs have other characters than those of header fields, and no quotes: the others are escaped. */
const ofUris: ParameterKind = {
  isWithoutQuotes: true,
  isName: (text) => text !== '' && !NO_PARAMETER.test(text),
  checkCharacters(judged, parameter, value, report) {
    const at = judged.textOf(value).search(NO_PARAMETER);
    if (at < 0 || checkedByValue.has(judged.textOf(parameter.name).toLowerCase())) return;
    reportUnescaped(judged, value, at, report);
  },
};

/** RFC 3261 §19.1.1, RFC 4967 §3 */
const users = open('phone', 'ip', 'dialstring');

const transports = (values['transport'] ?? []).map((fact) => fact.name.toLowerCase());

/** `;transport=udp`; others may stand there (RFC 3261 §25.1), so that only what resembles a known one is told of. */
function checkUriTransport(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  const parameter = parameterNamed(judged.text, parameters, 'transport');
  const place = parameter?.value;
  if (parameter && !place && !judged.isWild(parameter.span)) {
    report('sip.malformed-parameter', parameter.span, { args: [judged.textOf(parameter.span)], slight: true });
  }
  const written = place ? judged.textOf(place) : '';
  if (!place || written.length > 8 || judged.isWild(place) || transports.includes(written.toLowerCase())) return;
  const meant = nearest(written, transports);
  if (meant) report('sip.unknown-transport', place, { args: [written], fix: replaceFix(place, meant) });
}

/** `%` starts an escape of two hexadecimal digits wherever it stands in a SIP URI. */
function checkEscapes(judged: Judged, uri: Span, report: Report): boolean {
  const written = judged.textOf(uri);
  const open = written.indexOf('[');
  const close = open < 0 ? -1 : written.indexOf(']', open);
  for (let at = written.indexOf('%'); at >= 0; at = written.indexOf('%', at + 1)) {
    if (/^%[0-9A-Fa-f]{2}/.test(written.slice(at, at + 3))) continue;
    // The zone of an IPv6 address is no escape; nobody routes by it, but hosts write it.
    if (at > open && at < close) continue;
    const place = span(uri.start + at, Math.min(uri.start + at + 3, uri.end));
    const fix = {
      title: 'escape',
      args: ['%25'],
      edits: [{ span: span(uri.start + at, uri.start + at + 1), newText: '%25' }],
    };
    report('sip.invalid-escape', place, { args: [judged.textOf(place)], fix: { ...fix, title: 'escape' } });
    return false;
  }
  return true;
}

/** What RFC 3261 §25.1 does not let stand unescaped in a user, and in the password behind its first colon. */
const NO_USER = /[^A-Za-z0-9\-_.!~*'()&=+$,;?/%\u0000-\u001f\u007f]/u;
const NO_PASSWORD = /[^A-Za-z0-9\-_.!~*'()&=+$,%\u0000-\u001f\u007f]/u;

function checkUser(judged: Judged, user: Span, report: Report): void {
  // Control characters are told of once for the whole head.
  const colon = indexIn(judged.text, ':', user) ?? user.end;
  const name = span(user.start, colon);
  const password = span(Math.min(colon + 1, user.end), user.end);
  const inName = judged.textOf(name).search(NO_USER);
  if (inName >= 0) {
    reportUnescaped(judged, name, inName, report);
    return;
  }
  const inPassword = judged.textOf(password).search(NO_PASSWORD);
  if (inPassword >= 0) reportUnescaped(judged, password, inPassword, report);
}

/** Reports the character at an offset of a range. */
function reportUnescaped(judged: Judged, range: Span, offset: number, report: Report): void {
  const letter = String.fromCodePoint(judged.text.codePointAt(range.start + offset) ?? 0);
  const escaped = [...new TextEncoder().encode(letter)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
  const place = span(range.start + offset, range.start + offset + letter.length);
  report('sip.unescaped-character', place, {
    args: [letter, escaped],
    fix: { title: 'escape', args: [escaped], edits: [{ span: place, newText: escaped }] },
  });
}
