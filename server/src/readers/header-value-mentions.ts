import { headerParameters } from '../knowledge/facts.ts';
import { byName, headerFieldNamed } from '../knowledge/names.ts';
import type { HeaderField } from '../sip/message.ts';
import { type Span, span, textOf, words } from '../sip/span.ts';
import { parseCSeq } from '../sip/values/cseq.ts';
import { parseAddresses } from '../sip/values/name-addr.ts';
import { type Parameter, parseParameters, splitAt } from '../sip/values/parameters.ts';
import { parseUri } from '../sip/values/uri.ts';
import { parseVias } from '../sip/values/via.ts';
import type { Mention, Term } from './mention.ts';

/** What the value of a header field mentions, by the field's name. Offsets are in `text`. */
export function headerValueMentions(text: string, field: HeaderField, request?: string): Iterable<Mention> {
  const reader = readers[field.canonical] ?? readParameters;
  return reader(text, field.value, field.canonical, request);
}

type ValueReader = (text: string, value: Span, header: string, request?: string) => Iterable<Mention>;

/** Names of a list, each a term of one kind; parameters behind a name are its own. */
const listOf = (term: (name: string) => Term): ValueReader =>
  function* (text, value, header) {
    for (const item of splitAt(text, value, ',')) {
      const [name, ...parameters] = splitAt(text, item, ';');
      if (name && name.end > name.start) yield { term: term(textOf(text, name)), span: name };
      yield* parameterMentions(text, parameters, header);
    }
  };

const valuesOf = (of: string): ValueReader => listOf((name) => ({ kind: 'value', of, name }));

const readParameters: ValueReader = function* (text, value, header) {
  for (const item of splitAt(text, value, ',')) {
    const [, ...parameters] = splitAt(text, item, ';');
    yield* parameterMentions(text, parameters, header);
  }
};

const readAddresses: ValueReader = function* (text, value, header) {
  for (const address of parseAddresses(text, value)) {
    if (address.angled) yield* uriMentions(text, address.uri);
    for (const parameter of address.parameters) yield* parameterMention(text, parameter, header);
  }
};

/** The parameters of a URI, `transport=tcp`, `lr`, `method=INVITE`, and its header fields: `?Replaces=…`. */
function* uriMentions(text: string, uri: Span): Generator<Mention> {
  const { parameters, headers } = parseUri(text, uri);
  for (const parameter of parameters) {
    const name = textOf(text, parameter.name).toLowerCase();
    const value = parameter.value && textOf(text, parameter.value);
    yield { term: { kind: 'uriParameter', name, ...(value === undefined ? {} : { value }) }, span: parameter.name };
    if (name === 'transport' && parameter.value && value) {
      yield { term: { kind: 'value', of: 'transport', name: value }, span: parameter.value };
    }
    if (name === 'method' && parameter.value && value) {
      yield { term: { kind: 'method', name: value }, span: parameter.value };
    }
  }
  for (const header of headers) {
    const name = textOf(text, header.name);
    if (headerFieldNamed(name)) yield { term: { kind: 'headerField', name }, span: header.name };
  }
}

const readVia: ValueReader = function* (text, value, header) {
  for (const via of parseVias(text, value)) {
    if (via.transport) {
      yield { term: { kind: 'value', of: 'transport', name: textOf(text, via.transport) }, span: via.transport };
    }
    for (const parameter of via.parameters) yield* parameterMention(text, parameter, header);
  }
};

const readCSeq: ValueReader = function* (text, value) {
  const { method } = parseCSeq(text, value);
  if (method) yield { term: { kind: 'method', name: textOf(text, method) }, span: method };
};

const readRAck: ValueReader = function* (text, value) {
  const method = words(text, value)[2];
  if (method) yield { term: { kind: 'method', name: textOf(text, method) }, span: method };
};

/** `Q.850;cause=16;text="…"`, `SIP;cause=487` (RFC 3326 §2). */
const readReason: ValueReader = function* (text, value, header, request) {
  for (const item of splitAt(text, value, ',')) {
    const [protocol, ...parameters] = splitAt(text, item, ';');
    if (!protocol || protocol.end === protocol.start) continue;
    const name = textOf(text, protocol);
    yield { term: { kind: 'reasonProtocol', name }, span: protocol };
    for (const part of parameters) {
      const [parameter] = parseParameters(text, part);
      if (!parameter) continue;
      yield* parameterMention(text, parameter, header);
      const code = causeOf(text, parameter);
      if (code === undefined || !parameter.value) continue;
      if (/^q\.850$/i.test(name)) yield { term: { kind: 'q850Cause', code }, span: parameter.value };
      if (/^sip$/i.test(name)) {
        yield { term: { kind: 'statusCode', code, ...(request ? { request } : {}) }, span: parameter.value };
      }
    }
  }
};

function causeOf(text: string, parameter: Parameter): number | undefined {
  if (textOf(text, parameter.name).toLowerCase() !== 'cause' || !parameter.value) return undefined;
  const value = textOf(text, parameter.value);
  return /^\d{1,4}$/.test(value) ? Number(value) : undefined;
}

/** `399 proxy.example.com "…"` (RFC 3261 §20.43). */
const readWarning: ValueReader = function* (text, value) {
  for (const item of splitAt(text, value, ',')) {
    const code = words(text, item)[0];
    if (code && /^\d{3}$/.test(textOf(text, code))) {
      yield { term: { kind: 'warningCode', code: Number(textOf(text, code)) }, span: code };
    }
  }
};

/** `Digest realm="…", nonce="…"`: a scheme, then parameters parted by commas (RFC 3261 §20.7, §20.44). */
const readAuthentication: ValueReader = function* (text, value, header) {
  const scheme = words(text, value)[0];
  if (!scheme) return;
  const credentials = header === 'Authentication-Info' ? value : span(scheme.end, value.end);
  for (const parameter of parseParameters(text, credentials, ',')) {
    yield* parameterMention(text, parameter, header);
    const name = textOf(text, parameter.name).toLowerCase();
    if (!parameter.value) continue;
    if (name === 'algorithm') {
      yield {
        term: { kind: 'value', of: 'digestAlgorithm', name: textOf(text, parameter.value) },
        span: parameter.value,
      };
    }
    if (name === 'qop') {
      for (const qop of splitAt(text, parameter.value, ',')) {
        yield { term: { kind: 'value', of: 'qop', name: textOf(text, qop) }, span: qop };
      }
    }
  }
};

const readSubscriptionState: ValueReader = function* (text, value, header) {
  const [state, ...parameters] = splitAt(text, value, ';');
  if (state && state.end > state.start) {
    yield { term: { kind: 'value', of: 'subscriptionState', name: textOf(text, state) }, span: state };
  }
  for (const part of parameters) {
    for (const parameter of parseParameters(text, part)) {
      yield* parameterMention(text, parameter, header);
      if (textOf(text, parameter.name).toLowerCase() === 'reason' && parameter.value) {
        yield {
          term: { kind: 'value', of: 'subscriptionReason', name: textOf(text, parameter.value) },
          span: parameter.value,
        };
      }
    }
  }
};

const readSessionExpires: ValueReader = function* (text, value, header) {
  const [, ...parameters] = splitAt(text, value, ';');
  for (const part of parameters) {
    for (const parameter of parseParameters(text, part)) {
      yield* parameterMention(text, parameter, header);
      if (textOf(text, parameter.name).toLowerCase() === 'refresher' && parameter.value) {
        yield { term: { kind: 'value', of: 'refresher', name: textOf(text, parameter.value) }, span: parameter.value };
      }
    }
  }
};

/** `id;user` (RFC 3323 §4.2). */
const readPrivacy: ValueReader = function* (text, value) {
  for (const part of splitAt(text, value, ';')) {
    if (part.end > part.start) yield { term: { kind: 'value', of: 'privacy', name: textOf(text, part) }, span: part };
  }
};

/** The signed token, before the parameters (RFC 8224 §4). */
const readIdentity: ValueReader = function* (text, value, header) {
  const [token, ...parameters] = splitAt(text, value, ';');
  if (token && token.end > token.start) yield { term: { kind: 'passport', token: textOf(text, token) }, span: token };
  yield* parameterMentions(text, parameters, header);
};

function* parameterMentions(text: string, parts: readonly Span[], header: string): Generator<Mention> {
  for (const part of parts) {
    for (const parameter of parseParameters(text, part)) yield* parameterMention(text, parameter, header);
  }
}

const parametersByName = byName(headerParameters);

/** A parameter that the registry knows for this header field. */
function* parameterMention(text: string, parameter: Parameter, header: string): Generator<Mention> {
  const name = textOf(text, parameter.name).toLowerCase();
  const fact = parametersByName.get(name);
  if (!fact?.headers.includes(header)) return;
  const value = parameter.value && textOf(text, parameter.value);
  yield {
    term: { kind: 'headerParameter', name: fact.name, header, ...(value === undefined ? {} : { value }) },
    span: parameter.name,
  };
}

const addressHeaders = [
  'From',
  'To',
  'Contact',
  'Route',
  'Record-Route',
  'Refer-To',
  'Referred-By',
  'Reply-To',
  'Path',
  'Service-Route',
  'P-Asserted-Identity',
  'P-Preferred-Identity',
  'P-Associated-URI',
  'P-Called-Party-ID',
  'P-Served-User',
  'History-Info',
  'Diversion',
  'Remote-Party-ID',
];

const readers: Readonly<Record<string, ValueReader>> = {
  ...Object.fromEntries(addressHeaders.map((name) => [name, readAddresses])),
  Allow: listOf((name) => ({ kind: 'method', name })),
  Supported: listOf((name) => ({ kind: 'optionTag', name })),
  Require: listOf((name) => ({ kind: 'optionTag', name })),
  'Proxy-Require': listOf((name) => ({ kind: 'optionTag', name })),
  Unsupported: listOf((name) => ({ kind: 'optionTag', name })),
  Event: listOf((name) => ({ kind: 'eventPackage', name })),
  'Allow-Events': listOf((name) => ({ kind: 'eventPackage', name })),
  Accept: valuesOf('contentType'),
  'Content-Type': valuesOf('contentType'),
  'Content-Disposition': valuesOf('contentDisposition'),
  Priority: valuesOf('priority'),
  'Info-Package': valuesOf('infoPackage'),
  'Recv-Info': valuesOf('infoPackage'),
  'Security-Client': valuesOf('securityMechanism'),
  'Security-Server': valuesOf('securityMechanism'),
  'Security-Verify': valuesOf('securityMechanism'),
  Privacy: readPrivacy,
  Via: readVia,
  CSeq: readCSeq,
  RAck: readRAck,
  Reason: readReason,
  Warning: readWarning,
  'WWW-Authenticate': readAuthentication,
  'Proxy-Authenticate': readAuthentication,
  Authorization: readAuthentication,
  'Proxy-Authorization': readAuthentication,
  'Authentication-Info': readAuthentication,
  'Subscription-State': readSubscriptionState,
  'Session-Expires': readSessionExpires,
  Identity: readIdentity,
};
