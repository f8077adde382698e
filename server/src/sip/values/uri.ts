import { indexIn, type Span, span } from '../span.ts';
import { type Parameter, parseParameters } from './parameters.ts';

/** A SIP or SIPS URI (RFC 3261 §19.1), or as much as holds for another scheme. */
export interface Uri {
  /** Without the colon; undefined when there is none. */
  readonly scheme: Span | undefined;
  /** User and password, without the `@`. */
  readonly user: Span | undefined;
  /** A name, an IPv4 address or an IPv6 reference with its brackets; empty for schemes without a host. */
  readonly host: Span;
  /** The digits, or whatever stands in their place. */
  readonly port: Span | undefined;
  readonly parameters: readonly Parameter[];
  /** What follows the `?`: header fields for a request made from this URI. */
  readonly headers: readonly Parameter[];
  readonly span: Span;
}

export function parseUri(text: string, uri: Span): Uri {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*(?=:)/.exec(text.slice(uri.start, Math.min(uri.end, uri.start + 64)))?.[0];
  const from = scheme === undefined ? uri.start : uri.start + scheme.length + 1;
  const at = indexIn(text, '@', span(from, uri.end));
  const hostStart = at === undefined ? from : at + 1;
  const question = indexIn(text, '?', span(hostStart, uri.end)) ?? uri.end;
  const semicolon = indexIn(text, ';', span(hostStart, question)) ?? question;
  const authority = splitHostPort(text, span(hostStart, semicolon));
  return {
    scheme: scheme === undefined ? undefined : span(uri.start, uri.start + scheme.length),
    user: at === undefined ? undefined : span(from, at),
    host: authority.host,
    port: authority.port,
    parameters: semicolon < question ? parseParameters(text, span(semicolon + 1, question)) : [],
    headers: question < uri.end ? parseParameters(text, span(question + 1, uri.end), '&') : [],
    span: uri,
  };
}

/** `192.0.2.1:5060`, `[2001:db8::1]:5060`, `example.com` in their two parts. */
export function splitHostPort(text: string, range: Span): { host: Span; port: Span | undefined } {
  const bracket = text[range.start] === '[' ? indexIn(text, ']', span(range.start, range.end)) : undefined;
  const colon = indexIn(text, ':', span(bracket ?? range.start, range.end));
  if (colon === undefined) return { host: range, port: undefined };
  return { host: span(range.start, colon), port: span(colon + 1, range.end) };
}
