import type { HeaderField } from '../../sip/message.ts';
import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { type Address, parseAddress } from '../../sip/values/name-addr.ts';
import { type Parameter, splitAt } from '../../sip/values/parameters.ts';
import { parseUri } from '../../sip/values/uri.ts';
import { checkContactParameters } from './contact-parameters.ts';
import { checkReferenceId, checkReferredReplaces } from './dialogs.ts';
import { removeFix } from './finding.ts';
import { checkDiversion, checkHistoryIndex, checkServedUser } from './forwarding.ts';
import { isToken } from './grammar.ts';
import { type FieldCheck, type Judged, meantName, type Report } from './judged.ts';
import { checkParameters, checkQuotes, checkSeparators } from './parameters.ts';
import { checkLooseRouting, checkRouteScheme } from './routes.ts';
import { checkUri, emptyUriHeader } from './uris.ts';

/** Header fields that hold addresses: `From`, `To`, `Contact`, `Route` and their like (RFC 3261 §20.10). */

interface AddressField {
  /** Whether commas part several addresses. */
  readonly list: boolean;
  /** Whether the URI must stand in angle brackets. */
  readonly angled: boolean;
}

const single: AddressField = { list: false, angled: false };
const list: AddressField = { list: true, angled: false };
const routes: AddressField = { list: true, angled: true };
const enclosed: AddressField = { list: true, angled: true };

const addressFields: Readonly<Record<string, AddressField>> = {
  From: single,
  To: single,
  'Reply-To': single,
  'Refer-To': single,
  'Referred-By': single,
  Contact: list,
  Route: routes,
  'Record-Route': routes,
  Path: routes,
  'Service-Route': routes,
  'P-Asserted-Identity': list,
  'P-Preferred-Identity': list,
  'P-Associated-URI': enclosed,
  'P-Called-Party-ID': { list: false, angled: true },
  'P-Charge-Info': single,
  'P-DCS-Trace-Party-ID': { list: false, angled: true },
  'P-Profile-Key': single,
  'P-Refused-URI-List': list,
  'P-Served-User': { list: false, angled: true },
  'Permission-Missing': list,
  'Refer-Events-At': { list: false, angled: true },
  'Trigger-Consent': list,
  'History-Info': enclosed,
  'Remote-Party-ID': enclosed,
  Diversion: enclosed,
};

const checkAddressField =
  (kind: AddressField): FieldCheck =>
  (judged, field, report) => {
    if (!checkQuotes(judged, field.value, report)) return;
    if (!checkSeparators(judged, field.value, ',;', report)) return;
    const parts = splitAt(judged.text, field.value, ',');
    if (kind.list) {
      for (const part of withNames(judged, parts)) {
        // `contacts` judges the star.
        if (meantName(judged, field) === 'Contact' && isStar(judged.textOf(part))) continue;
        checkAddress(judged, field, part, kind, report);
      }
      return;
    }
    const second = parts[1];
    if (second && isWhole(judged, parts[0]!)) {
      report('sip.multiple-values', span(second.start, field.value.end), { args: [field.canonical] });
      return;
    }
    checkAddress(judged, field, field.value, kind, report);
  };

/** `*`, which has no parameters, though some give it one. */
export const isStar = (written: string): boolean => /^\*\s*(?:;|$)/.test(written);

/** An unquoted `Doe, Jane <sip:…>` is one address whose comma needs quotes, not two addresses. */
export function withNames(judged: Judged, parts: readonly Span[]): readonly Span[] {
  const addresses: Span[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const next = parts[i + 1];
    const written = judged.textOf(part);
    const isName =
      next &&
      /^[^<>:@"*]+$/.test(written) &&
      /^[^<>:@"]*</.test(judged.textOf(next)) &&
      // `example.com, <sip:…>` are two, the first of which has lost its scheme.
      !(judged.text[next.start] === '<' && /^[\w-]+(?:\.[\w-]+)+$/.test(written));
    addresses.push(isName ? span(part.start, next.end) : part);
    if (isName) i++;
  }
  return addresses;
}

/** Whether a part of a value is an address by itself, so that the comma behind it parts two of them. */
const isWhole = (judged: Judged, part: Span): boolean => /[<>]/.test(judged.textOf(part));

function checkAddress(judged: Judged, field: HeaderField, part: Span, kind: AddressField, report: Report): void {
  if (!checkBrackets(judged, part, report)) return;
  const address = parseAddress(judged.text, part);
  const written = judged.textOf(address.uri);
  const named = address.angled ? undefined : URI_BEHIND_NAME.exec(written)?.[1];
  if (named !== undefined) {
    reportBareUri(judged, span(address.uri.end - named.length, address.uri.end), report);
    return;
  }
  // A name in quotes and no address behind it.
  if (!address.angled && written.startsWith('"')) {
    report('sip.uri-without-scheme', address.uri, { args: [written] });
    return;
  }
  if (!address.angled && (kind.angled || /[?,]/.test(written))) {
    const scheme = parseUri(judged.text, address.uri).scheme;
    if (scheme) {
      // What follows the URI of a route is the URI's own: `;lr`.
      reportBareUri(judged, kind === routes ? part : address.uri, report);
      return;
    }
  }
  const headers = address.angled ? undefined : parameterWithHeaders(judged, address);
  if (headers) {
    reportBareUri(judged, span(address.uri.start, headers.span.end), report);
    return;
  }
  if (!checkDisplayName(judged, address, report)) return;
  const inner = address.angled ? innerUri(judged, address) : address.uri;
  if (!checkUri(judged, inner, report)) return;
  if (kind === routes && !checkRouteScheme(judged, field, inner, report)) return;
  const name = meantName(judged, field);
  if (withoutHeaders.has(name)) checkNoHeaders(judged, inner, report);
  if (name === 'Refer-To') checkReferredReplaces(judged, inner, report);
  if (kind === routes) checkLooseRouting(judged, address, report);
  if (!checkParameters(judged, address.parameters, report)) return;
  if (name === 'Contact') checkContactParameters(judged, address.parameters, report);
  if (name === 'History-Info') checkHistoryIndex(judged, address, part, report);
  if (name === 'Referred-By') checkReferenceId(judged, address.parameters, report);
  if (name === 'P-Served-User') checkServedUser(judged, address.parameters, report);
  if (name === 'Diversion') checkDiversion(judged, address.parameters, report);
}

/** `"Bob" sip:bob@example.com`: behind a display name a URI must be enclosed (RFC 3261 §20.10). */
const URI_BEHIND_NAME = /^(?:"(?:[^"\\]|\\.)*"[ \t]*|[^":<>@]+[ \t])((?:sips?|tel):\S+)$/i;

function reportBareUri(judged: Judged, uri: Span, report: Report): void {
  report('sip.uri-needs-brackets', uri, {
    fix: { title: 'add-brackets', edits: [{ span: uri, newText: `<${judged.textOf(uri)}>` }] },
  });
}

/** Header fields behind a URI are for whoever makes a request of it, and have no place here (RFC 3261 §19.1.1, table 1). */
const withoutHeaders = new Set(['From', 'To', 'Route', 'Record-Route']);

export function checkNoHeaders(judged: Judged, uri: Span, report: Report): void {
  const parsed = parseUri(judged.text, uri);
  const { scheme, headers } = parsed;
  const first = headers[0];
  // Of one without a name or a value the URI's own check tells.
  if (
    !first ||
    headers.some(({ name, value }) => !value || name.start === name.end) ||
    emptyUriHeader(judged.text, parsed) ||
    judged.isWild(uri) ||
    !/^sips?$/i.test(scheme ? judged.textOf(scheme) : '')
  )
    return;
  const place = span(first.span.start - 1, uri.end);
  report('sip.uri-headers', place, { args: [judged.textOf(place)], fix: removeFix(place, judged.textOf(place)) });
}

/** A parameter of the URI that header fields follow (`user=phone?Subject=x`): the `?` belongs into brackets. */
const parameterWithHeaders = (judged: Judged, { parameters }: Address): Parameter | undefined =>
  parameters.find(
    ({ name, value, quoted }) =>
      value && !quoted && uriParameters.has(judged.textOf(name).toLowerCase()) && judged.textOf(value).includes('?'),
  );

const uriParameters = new Set(['lr', 'maddr', 'method', 'transport', 'ttl', 'user']);

/** What stands between the angle brackets, blanks at its ends included: none may be there. */
export function innerUri({ text }: Judged, { uri, span: whole }: Address): Span {
  const open = text.lastIndexOf('<', uri.start);
  const close = indexIn(text, '>', span(uri.end, whole.end));
  return open < whole.start || close === undefined ? uri : span(open + 1, close);
}

/** One `<` and one `>` outside quoted strings, and nothing but parameters behind them. */
export function checkBrackets(judged: Judged, part: Span, report: Report): boolean {
  const { text } = judged;
  let quoted = false;
  let open: number | undefined;
  for (let i = part.start; i < part.end; i++) {
    const letter = text[i];
    if (quoted && letter === '\\') i++;
    else if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '<') {
      if (open !== undefined) return reportBracket(span(open, part.end), report);
      open = i;
    } else if (letter === '>') {
      if (open === undefined) return reportBracket(span(part.start, i + 1), report);
      return checkBehindBrackets(judged, span(i + 1, part.end), report);
    }
  }
  return open === undefined || reportBracket(span(open, part.end), report);
}

const reportBracket = (place: Span, report: Report): boolean => {
  report('sip.unbalanced-brackets', place);
  return false;
};

function checkBehindBrackets(judged: Judged, rest: Span, report: Report): boolean {
  const stray = trimmed(judged.text, rest.start, indexIn(judged.text, ';', rest) ?? rest.end);
  if (stray.start >= stray.end || judged.isWild(stray)) return true;
  const forgotten = /^[\w-]+\s*=/.test(judged.textOf(stray));
  report('sip.unexpected-text', stray, {
    args: [judged.textOf(stray)],
    ...(forgotten
      ? {
          fix: {
            title: 'replace',
            args: [';'],
            edits: [{ span: span(rest.start, stray.start), newText: ';' }],
          } as const,
        }
      : {}),
  });
  return false;
}

/** Unquoted, a display name is words of token characters; false when nobody can tell what it takes of the address. */
function checkDisplayName(judged: Judged, { displayName, displayNameQuoted }: Address, report: Report): boolean {
  if (!displayName || judged.isWild(displayName)) return true;
  const written = judged.textOf(displayName);
  if (displayNameQuoted) {
    if (!/(?:^|[^\\])(?:\\\\)*"/.test(written)) return true;
  } else if (written.split(/\s+/).every(isToken)) return true;
  const bare = written.replaceAll(/["\\]/g, '').trim();
  const place = displayNameQuoted ? span(displayName.start - 1, displayName.end + 1) : displayName;
  // Many phones send letters beyond ASCII as they are, and everybody reads them.
  const isPlain = written.split(/\s+/).every(isWordOfLetters);
  report('sip.unquoted-display-name', place, {
    args: [bare],
    fix: { title: 'quote', args: [`"${bare}"`], edits: [{ span: place, newText: `"${bare}"` }] },
    ...(isPlain ? { slight: true } : {}),
  });
  return isPlain;
}

const isWordOfLetters = (word: string): boolean => isToken(word.replaceAll(/[\u0080-\ufffc]/g, 'a'));

/** What all values with a grammar have in common: what is opened is closed, and separators part something. */
export function checkStructure(judged: Judged, { value }: HeaderField, report: Report): boolean {
  if (!checkQuotes(judged, value, report)) return false;
  const written = judged.textOf(value);
  if (/^[\s,;]+$/.test(written)) {
    report('sip.extra-separator', value, { args: [written] });
    return false;
  }
  const open = unclosedBracket(judged.text, value);
  if (open !== undefined) report('sip.unbalanced-brackets', span(open, value.end));
  return open === undefined;
}

/** Where an angle bracket stands open outside quoted strings at the end of a value. */
function unclosedBracket(text: string, value: Span): number | undefined {
  let quoted = false;
  let open: number | undefined;
  for (let i = value.start; i < value.end; i++) {
    const letter = text[i];
    if (quoted && letter === '\\') i++;
    else if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '<') open ??= i;
    else if (letter === '>') open = undefined;
  }
  return open;
}

export const addressFieldChecks: Readonly<Record<string, FieldCheck>> = Object.fromEntries(
  Object.entries(addressFields).map(([name, kind]) => [name, checkAddressField(kind)]),
);
