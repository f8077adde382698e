import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { parameterNamed, parseParameters } from '../../sip/values/parameters.ts';
import { type FieldCheck, fieldsNamed, hasField, type Judged, type MessageCheck, type Report } from './judged.ts';
import {
  checkOneValue,
  checkParameters,
  checkQuotes,
  checkSeparators,
  ofHeaderFields,
  type ParameterKind,
} from './parameters.ts';
import { checkClaims, isSignature } from './passport.ts';

/** `info` has a URI in angle brackets (RFC 8224 §4, ident-info). */
const ofIdentities: ParameterKind = {
  ...ofHeaderFields,
  checkCharacters(judged, parameter, value, report) {
    if (!judged.text.startsWith('<', value.start)) ofHeaderFields.checkCharacters(judged, parameter, value, report);
  },
};

/** A signature as RFC 4474 had it, quoted or not: none is as short as a word. */
const OLD_SIGNATURE = /^(?:"[^"]*"|[A-Za-z0-9+/=\s]{40,})$/;

/**
 * `Identity: header.payload.signature;info=<https://…>;alg=ES256;ppt=shaken` (RFC 8224 §4), whose compact form has
 * `..signature` alone. The form of RFC 4474, a signature and nothing else, is let through.
 */
export const checkIdentity: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ';', report)) return;
  // Several of them stand in header fields of their own.
  if (!checkOneValue(judged, field, report)) return;
  const semicolon = indexIn(judged.text, ';', field.value);
  const token = trimmed(judged.text, field.value.start, semicolon ?? field.value.end);
  const written = judged.textOf(token);
  if (semicolon === undefined && !written.includes('.')) {
    if (!OLD_SIGNATURE.test(written)) report('sip.malformed-identity', token);
    return;
  }
  const parts = written.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  const isCompact = header === '' && payload === '';
  if (parts.length !== 3 || signature === '' || !parts.every((part) => /^[A-Za-z0-9_-]*=*$/.test(part))) {
    report('sip.malformed-identity', token);
    return;
  }
  const parameters = semicolon === undefined ? [] : parseParameters(judged.text, span(semicolon + 1, field.value.end));
  const info = parameterNamed(judged.text, parameters, 'info');
  const page = info?.value && judged.textOf(info.value);
  if (info?.value && page?.startsWith('<') !== page?.endsWith('>')) {
    report('sip.unbalanced-brackets', info.value);
    return;
  }
  if (!checkParameters(judged, parameters, report, ofIdentities)) return;
  if (!info) report('sip.missing-parameter', token, { args: ['Identity', 'info'] });
  else if (info.value && /^https?:/i.test(page ?? '')) {
    const fix = { title: 'add-brackets', edits: [{ span: info.value, newText: `<${page}>` }] } as const;
    report('sip.uri-needs-brackets', info.value, { fix });
  }
  // Verifiers that compare texts fail on what base64url has no use for (RFC 7515 §2); most drop it.
  const isPadded = written.includes('=');
  if (isPadded) report('sip.malformed-identity', token, { slight: true });
  if (isCompact) return;
  const decoded = decodeObject(header);
  const claims = decodeObject(payload);
  if (!decoded || !claims) {
    const start = decoded ? token.start + header.length + 1 : token.start;
    report('sip.malformed-identity', span(start, start + (decoded ? payload : header).length));
    return;
  }
  const places = [
    span(token.start, token.start + header.length),
    span(token.start + header.length + 1, token.end - signature.length - 1),
  ] as const;
  if (!isPadded && !isSignature(decoded['alg'], signature)) {
    // Whoever shows a message to others cuts what nobody reads.
    report('sip.malformed-identity', span(token.end - signature.length, token.end), { slight: true });
  }
  if (!checkClaims(judged, { place: places[0], json: decoded }, { place: places[1], json: claims }, report)) return;
  for (const [name, claim] of [
    ['ppt', 'ppt'],
    ['alg', 'alg'],
    ['info', 'x5u'],
  ] as const) {
    const value = parameterNamed(judged.text, parameters, name)?.value;
    if (value) compare(judged, value, claim, decoded[claim], report);
  }
  // What the token says of its kind is said beside it (RFC 8224 §4); verifiers read the token.
  if (typeof decoded['ppt'] === 'string' && !parameterNamed(judged.text, parameters, 'ppt')) {
    report('sip.missing-parameter', token, { args: ['Identity', 'ppt'], slight: true });
  }
};

/**
 * Whoever signs says when beside the token (RFC 8224 §4.1). The short form leaves out the payload, whose `iat` the
 * verifier takes from `Date`; of the full form it reads the payload.
 */
const dateOfSignature: MessageCheck = (judged, report) => {
  const { context, request, method } = judged;
  if (!request || !context.complete || judged.holdsUnknownFields || hasField(judged, 'Date')) return;
  const tokens = fieldsNamed(judged, 'Identity').map(({ value }) => judged.textOf(value));
  const isCompact = tokens.some((token) => /^\.\.[\w-]/.test(token));
  if (!isCompact && !tokens.some((token) => FULL_FORM.test(token))) return;
  report('sip.missing-header', request.span, { args: ['Date', method ?? ''], ...(isCompact ? {} : { slight: true }) });
};

const FULL_FORM = /^[\w-]+\.[\w-]+\.[\w-]/;

export const identityChecks: readonly MessageCheck[] = [dateOfSignature];

function compare(judged: Judged, value: Span, claim: string, inToken: unknown, report: Report): void {
  const written = judged.textOf(value).replace(/^<(.*)>$/, '$1');
  // A token without an extension says nothing of what the parameter names.
  const said = inToken === undefined && claim === 'ppt' ? '-' : inToken;
  if (typeof said !== 'string' || said === written) return;
  report('sip.identity-mismatch', value, { args: [written, claim, said] });
}

const LONGEST = 65_536;

/** The JSON object in a base64url text; undefined when there is none. */
function decodeObject(base64url: string): Readonly<Record<string, unknown>> | undefined {
  if (base64url === '' || base64url.length > LONGEST) return undefined;
  try {
    const bytes = atob(base64url.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/'));
    const value: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
