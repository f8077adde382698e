import { type Span, span, trimmed } from '../../sip/span.ts';
import { type Parameter, parameterNamed, parseParameters } from '../../sip/values/parameters.ts';
import { replaceFix } from './finding.ts';
import { isToken } from './grammar.ts';
import type { FieldCheck, Judged, Report } from './judged.ts';
import { checkQuotes, checkSeparators, ofHeaderFields } from './parameters.ts';
import { nearest } from './spelling.ts';

/**
 * Digest challenges and credentials (RFC 3261 §22, RFC 7616, RFC 8760). Of other schemes the parameters of challenges
 * have to be readable, whatever they say; those of Bearer name who gives tokens.
 */

type Kind = 'challenge' | 'credentials' | 'info';

const mandatory: Readonly<Record<Kind, readonly string[]>> = {
  challenge: ['realm', 'nonce'],
  credentials: ['username', 'realm', 'nonce', 'uri', 'response'],
  info: [],
};

/** Parameters whose values are quoted strings, in every kind. */
const quoted = new Set([
  ...['username', 'realm', 'nonce', 'uri', 'response', 'cnonce', 'opaque', 'domain'],
  ...['nextnonce', 'rspauth'],
]);

const checkDigest =
  (kind: Kind): FieldCheck =>
  (judged, field, report) => {
    if (!checkQuotes(judged, field.value, report)) return;
    const scheme = schemeOf(judged, field.value);
    const name = judged.textOf(scheme).toLowerCase();
    const rest = trimmed(judged.text, scheme.end, field.value.end);
    if (name === 'basic') report('sip.basic-authentication', scheme);
    if (name !== 'digest' && nearest(name, ['digest', 'basic', 'bearer']) === 'digest') {
      report('sip.malformed-credentials', scheme, {
        args: [judged.textOf(scheme)],
        fix: replaceFix(scheme, 'Digest'),
      });
      return;
    }
    if (!isToken(name) || rest.start === rest.end || judged.text[rest.start] === '=') {
      report('sip.malformed-credentials', field.value, { args: [judged.textOf(field.value)] });
      return;
    }
    if (name === 'digest') checkParameterList(judged, field.value, rest, kind, report);
    else if (kind === 'challenge' && PARAMETER_FIRST.test(judged.textOf(rest))) {
      const parameters = readParameters(judged, rest, report);
      // Whoever asks for a token says who gives one (RFC 8898 §4).
      if (name === 'bearer' && parameters && !parameterNamed(judged.text, parameters, 'authz_server'))
        report('sip.missing-parameter', scheme, { args: ['Bearer', 'authz_server'], slight: true });
    }
  };

/** `realm="a"` and not `TlRMTVNTUAAB==`, which other schemes have in the place of parameters (RFC 7235 §2.1, token68). */
const PARAMETER_FIRST = /^[^\s,="]+\s*=\s*[^\s,=]/;

/** `Authentication-Info: nextnonce="…", qop=auth` has no scheme before its parameters (RFC 7616 §3.5). */
const checkInfo: FieldCheck = (judged, field, report) => {
  if (checkQuotes(judged, field.value, report)) checkParameterList(judged, field.value, field.value, 'info', report);
};

/** The parameters of a list that commas part; undefined where one of them cannot be read (RFC 3261 §25.1, auth-param). */
function readParameters(judged: Judged, list: Span, report: Report): readonly Parameter[] | undefined {
  if (!checkSeparators(judged, list, ',', report)) return undefined;
  const parameters = parseParameters(judged.text, list, ',');
  const odd = parameters.find((parameter) => !isWellFormed(judged, parameter));
  if (!odd) return parameters;
  report('sip.malformed-credentials', odd.span, { args: [judged.textOf(odd.span)] });
  return undefined;
}

function checkParameterList(judged: Judged, value: Span, list: Span, kind: Kind, report: Report): void {
  const parameters = readParameters(judged, list, report);
  if (!parameters) return;
  checkPresence(judged, value, parameters, kind, report);
  checkValues(judged, parameters, kind, report);
}

function schemeOf({ text }: Judged, value: Span): Span {
  const match = /^[^\s,="]*/.exec(text.slice(value.start, Math.min(value.end, value.start + 64)));
  return span(value.start, value.start + (match?.[0].length ?? 0));
}

/** A value that goes on behind its quotes has lost a comma. */
function isWellFormed(judged: Judged, parameter: Parameter): boolean {
  if (judged.isWild(parameter.span)) return true;
  if (!parameter.value || !isToken(judged.textOf(parameter.name))) return false;
  const value = judged.textOf(parameter.value);
  return parameter.quoted ? !/(?:^|[^\\])(?:\\\\)*"/.test(value) : !/[\s"]/.test(value);
}

function checkPresence(
  judged: Judged,
  value: Span,
  parameters: readonly Parameter[],
  kind: Kind,
  report: Report,
): void {
  const has = (name: string): boolean => parameterNamed(judged.text, parameters, name) !== undefined;
  // A name beyond ASCII may stand in `username*` (RFC 7616 §3.4).
  const missing = mandatory[kind].filter((name) => !has(name) && !(name === 'username' && has('username*')));
  // With `qop` comes protection against replay, which takes both of these (RFC 7616 §3.4).
  if (kind === 'credentials' && has('qop')) missing.push(...['nc', 'cnonce'].filter((name) => !has(name)));
  for (const name of missing) report('sip.digest-missing-parameter', value, { args: [name] });
  // A server that proves itself repeats both of the client (RFC 7616 §3.5), who knows them anyway.
  if (kind === 'info' && has('qop')) {
    const name = ['nc', 'cnonce'].find((wanted) => !has(wanted));
    if (name) report('sip.digest-missing-parameter', value, { args: [name], slight: true });
  }
  // What counts requests is there where a `qop` is, though servers without one pass over it.
  if (kind === 'credentials' && has('nc') && !has('qop'))
    report('sip.digest-missing-parameter', value, { args: ['qop'], slight: true });
}

/** What both sides must know; a word of another kind makes the peer pass over the challenge. */
const choices: readonly (readonly [parameter: string, known: RegExp, examples: string])[] = [
  ['algorithm', /^(?:(?:md5|sha-256|sha-512|sha-512-256)(?:-sess)?|akav\d-\S+|token)$/i, 'MD5, SHA-256'],
  ['qop', /^\s*auth(?:-int(?:-conf)?|-conf)?(?:\s*,\s*auth(?:-int(?:-conf)?|-conf)?)*\s*$/i, 'auth, auth-int'],
  ['stale', /^(?:true|false)$/i, 'true, false'],
  // RFC 7616 §3.3
  ['userhash', /^(?:true|false)$/i, 'true, false'],
  ['charset', /^utf-8$/i, 'UTF-8'],
];

function checkChoices(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  for (const [name, known, examples] of choices) {
    const value = parameterNamed(judged.text, parameters, name)?.value;
    if (!value || judged.isWild(value)) continue;
    if (value.start === value.end) {
      report('sip.empty-value', span(value.start - 1, value.end), { args: [name] });
      continue;
    }
    const written = judged.textOf(value);
    if (!known.test(written)) report('sip.unknown-digest-value', value, { args: [name, written, examples] });
  }
}

/** Words that stand without quotes, but for a challenge's `qop`, which may be a list (RFC 7616 §3.3, §3.4). */
function checkForeignQuoting(judged: Judged, parameters: readonly Parameter[], kind: Kind, report: Report): void {
  for (const { name, value, quoted: isQuoted } of parameters) {
    const written = judged.textOf(name).toLowerCase();
    if (!value || judged.isWild(value)) continue;
    if (written === 'qop' && kind === 'challenge' && !isQuoted) {
      const fix = replaceFix(value, `"${judged.textOf(value)}"`);
      report('sip.digest-quoting', value, { args: [written], fix, slight: true });
    } else if (
      isQuoted &&
      /^(?:nc|algorithm|stale)$|^qop$/.test(written) &&
      !(written === 'qop' && kind === 'challenge')
    ) {
      const whole = span(value.start - 1, value.end + 1);
      const bare = judged.textOf(value);
      // Who answers a challenge chooses one of what it offers (RFC 7616 §3.4).
      if (bare.includes(',')) {
        report('sip.malformed-value', whole, { args: [written, judged.textOf(whole), 'auth'] });
        continue;
      }
      report('sip.malformed-value', whole, {
        args: [written, judged.textOf(whole), bare],
        fix: replaceFix(whole, bare),
        slight: true,
      });
    }
  }
}

/** Hexadecimal digits of a response, by its hash. */
const responseLengths: Readonly<Record<string, number>> = { md5: 32, 'sha-256': 64, 'sha-512-256': 64 };

function checkValues(judged: Judged, parameters: readonly Parameter[], kind: Kind, report: Report): void {
  const seen = new Set<string>();
  for (const parameter of parameters) {
    const name = judged.textOf(parameter.name).toLowerCase();
    if (seen.has(name)) report('sip.duplicate-parameter', parameter.span, { args: [name] });
    seen.add(name);
    const { value } = parameter;
    if (!value || parameter.quoted || judged.isWild(value)) continue;
    if (value.start === value.end) reportNothing(judged, parameter, name, kind, report);
    else if (!quoted.has(name)) checkForeignValue(judged, parameter, name, report);
    else {
      report('sip.digest-quoting', value, {
        args: [name],
        fix: replaceFix(value, `"${judged.textOf(value)}"`),
      });
    }
  }
  checkForeignQuoting(judged, parameters, kind, report);
  checkChoices(judged, parameters, report);
  if (kind !== 'challenge') checkHashes(judged, parameters, kind, report);
}

/** `opaque=`: what is empty stands in quotes at least. Of other words and of URIs their own checks tell. */
function reportNothing(judged: Judged, parameter: Parameter, name: string, kind: Kind, report: Report): void {
  if (isChoice(name) || (name === 'uri' && kind !== 'challenge')) return;
  if (!quoted.has(name)) report('sip.malformed-parameter', parameter.span, { args: [judged.textOf(parameter.span)] });
  else {
    const end = span(parameter.span.end, parameter.span.end);
    // Of the others nobody knows what they should have held.
    const fix = name === 'opaque' ? { fix: { ...replaceFix(end, '""'), title: 'quote' as const } } : {};
    report('sip.malformed-value', parameter.span, { args: [name, '', '"…"'], ...fix });
  }
}

/** Whatever else servers and clients say is a token or stands in quotes (RFC 3261 §25.1, auth-param). */
function checkForeignValue(judged: Judged, parameter: Parameter, name: string, report: Report): void {
  if (!isChoice(name) && parameter.value) ofHeaderFields.checkCharacters(judged, parameter, parameter.value, report);
}

const isChoice = (name: string): boolean => name === 'nc' || choices.some(([known]) => known === name);

function checkHashes(judged: Judged, parameters: readonly Parameter[], kind: Kind, report: Report): void {
  const valueNamed = (name: string): Span | undefined => parameterNamed(judged.text, parameters, name)?.value;
  const algorithm = valueNamed('algorithm');
  const hash = (algorithm ? judged.textOf(algorithm) : 'MD5').toLowerCase().replace(/^akav\d-|-sess$/g, '');
  const wanted = responseLengths[hash];
  const answer = parameterNamed(judged.text, parameters, 'response');
  const response = answer?.value;
  const nonce = valueNamed('nonce');
  // A client that knows no nonce yet sends an empty response, and so does one that trusts no challenge of AKA (3GPP TS
  // 24.229 §5.1.1).
  const isAnswer =
    nonce !== undefined && nonce.start < nonce.end && !/^akav/i.test(algorithm ? judged.textOf(algorithm) : '');
  if (
    response &&
    answer.quoted &&
    response.start === response.end &&
    wanted &&
    kind === 'credentials' &&
    isAnswer &&
    !valueNamed('auts')
  ) {
    report('sip.invalid-digest-value', span(response.start - 1, response.end + 1), {
      args: ['response', '""', String(wanted)],
    });
  }
  if (response && response.start < response.end && wanted && !judged.isWild(response)) {
    const written = judged.textOf(response);
    if (written.length !== wanted || !/^[0-9a-f]+$/i.test(written)) {
      report('sip.invalid-digest-value', response, { args: ['response', written, String(wanted)] });
    } else if (/[A-F]/.test(written)) {
      // Most servers read capitals as well (RFC 7616 §3.4, LHEX).
      const fix = replaceFix(response, written.toLowerCase());
      report('sip.invalid-digest-value', response, { args: ['response', written, String(wanted)], fix, slight: true });
    }
  }
  // The server proves itself with a hash of the same kind, whose algorithm the challenge has named.
  const proof = valueNamed('rspauth');
  if (
    kind === 'info' &&
    proof &&
    !judged.isWild(proof) &&
    !/^(?:[0-9a-f]{32}|[0-9a-f]{64})?$/i.test(judged.textOf(proof))
  ) {
    // Whoever knows no better takes the server's word for it.
    report('sip.invalid-digest-value', proof, { args: ['rspauth', judged.textOf(proof), '32'], slight: true });
  }
  checkDigestUri(judged, parameterNamed(judged.text, parameters, 'uri'), report);
  const count = valueNamed('nc');
  if (count && !judged.isWild(count) && !/^[0-9a-f]{8}$/i.test(judged.textOf(count))) {
    report('sip.invalid-digest-value', count, { args: ['nc', judged.textOf(count), '8'] });
  } else if (count && /^0+$/.test(judged.textOf(count))) {
    // The first request that answers a nonce counts as one (RFC 7616 §3.4).
    report('sip.unknown-digest-value', count, { args: ['nc', judged.textOf(count), '00000001'] });
  }
}

/** What the client took for the Request-URI; peers compare it as text, so that a scheme too few is borne by many. */
function checkDigestUri(judged: Judged, uri: Parameter | undefined, report: Report): void {
  if (!uri?.value || judged.isWild(uri.value)) return;
  const written = judged.textOf(uri.value);
  if (written === '') report('sip.empty-value', uri.span, { args: ['uri'] });
  else if (!/^[a-z][a-z0-9+.-]*:|^[*/]/i.test(written) || /^[\w.-]+:\d+$/.test(written)) {
    report('sip.uri-without-scheme', uri.value, { args: [written], slight: true });
  }
}

export const digestFieldChecks: Readonly<Record<string, FieldCheck>> = {
  Authorization: checkDigest('credentials'),
  'Proxy-Authorization': checkDigest('credentials'),
  'Authentication-Info': checkInfo,
  'Proxy-Authentication-Info': checkInfo,
  'WWW-Authenticate': checkDigest('challenge'),
  'Proxy-Authenticate': checkDigest('challenge'),
};
