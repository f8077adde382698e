import { type Span, span } from '../../sip/span.ts';
import { boundaryOf, delimiterAt } from '../../sip/values/multipart.ts';
import { parseAddress } from '../../sip/values/name-addr.ts';
import { parameterNamed } from '../../sip/values/parameters.ts';
import { fieldNamed, fieldsNamed, hasField, type Judged, type MessageCheck } from './judged.ts';

/** `cid:` URIs in the head, and the like, which name a part of the body by its `Content-ID` (RFC 2392, RFC 6442 §4.1). */

// In `Alert-Info` PBXs name ring tones so (`<cid:internal@example.com>`), whether or not the message has parts.
const referring = ['Call-Info', 'Error-Info', 'Geolocation', 'Refer-To'];

export const contentIds: MessageCheck = (judged, report) => {
  const inFields = (...names: readonly string[]): readonly Span[] =>
    names.flatMap((name) => fieldsNamed(judged, name)).flatMap(({ value }) => cidsIn(judged, value));
  const references = [
    ...inFields(...referring),
    ...fieldsNamed(judged, 'Referred-By').flatMap(({ value }) => tokenIn(judged, value)),
  ];
  if (references.length === 0) return;
  const known = isInParts(judged) ? idsOfParts(judged) : idOfWhole(judged);
  if (!known) return;
  // Of a body without an id nobody but who is referred to it asks what it is.
  if (known.size === 0 && !isInParts(judged)) references.splice(0, references.length, ...inFields('Refer-To'));
  const missing = references.find((reference) => !known.has(identity(judged.textOf(reference))));
  if (missing) report('sip.unknown-content-id', missing, { args: [`<${judged.textOf(missing)}>`] });
};

/** What follows `<cid:` in a value. */
function cidsIn(judged: Judged, value: Span): readonly Span[] {
  if (judged.isWild(value)) return [];
  return [...judged.textOf(value).matchAll(/<cid:([^<>\s]+)>/gi)].map((match) => {
    const start = value.start + match.index + '<cid:'.length;
    return span(start, start + match[1]!.length);
  });
}

/** `Referred-By: <sip:bob@example.com>;cid="token@example.com"`: the part that proves who refers (RFC 3892 §3). */
function tokenIn(judged: Judged, value: Span): readonly Span[] {
  const cid = parameterNamed(judged.text, parseAddress(judged.text, value).parameters, 'cid')?.value;
  // Of signs that no id has, such as those that part or close something, the field's own check tells.
  return cid && ID.test(judged.textOf(cid)) && !judged.isWild(cid) ? [cid] : [];
}

const ID = /^[^\s"(),;<>\\]+$/;

const isInParts = (judged: Judged): boolean =>
  /^multipart\//i.test(judged.textOf(fieldNamed(judged, 'Content-Type')?.value ?? span(0, 0)));

/** The id that the head gives to a body of one piece (RFC 8262 §3), if any; undefined where nobody can tell. */
function idOfWhole(judged: Judged): ReadonlySet<string> | undefined {
  const { message, context } = judged;
  if (!context.complete || !context.trustedBodyEnd || judged.holdsUnknownFields || judged.bodyInHead) return undefined;
  const isEmpty = judged.textOf(message.body).trim() === '';
  if ((!isEmpty && !fieldNamed(judged, 'Content-Type')) || judged.isWild(message.body)) return undefined;
  const own = fieldNamed(judged, 'Content-ID')?.value;
  if (!own) return hasField(judged, 'Content-ID') ? undefined : new Set();
  return judged.isWild(own) ? undefined : new Set([identity(judged.textOf(own).replaceAll(/[<>\s]/g, ''))]);
}

/** The `Content-ID`s of a body with parts, however deep; undefined where parts may be missing. */
function idsOfParts(judged: Judged): ReadonlySet<string> | undefined {
  const { message, context, text } = judged;
  const { body } = message;
  const type = fieldNamed(judged, 'Content-Type')?.value;
  if (!type || !context.complete || !context.trustedBodyEnd || judged.isWild(type) || judged.isWild(body))
    return undefined;
  if (fieldsNamed(judged, 'Content-Encoding').length > 0) return undefined;
  const boundary = boundaryOf(text, type);
  if (!boundary || delimiterAt(text, `--${boundary}--`, body.start, body) === undefined) return undefined;
  const ids = idsWritten(judged.textOf(body));
  const own = fieldNamed(judged, 'Content-ID');
  if (own) ids?.add(identity(judged.textOf(own.value).replaceAll(/[<>\s]/g, '')));
  return ids;
}

/** The ids in the heads of a body's parts, however deep; undefined where one of them cannot be read. */
export function idsWritten(body: string): Set<string> | undefined {
  const ids = new Set<string>();
  for (const line of body.split('\n')) {
    // Of one that is no id its own check tells.
    if (/^[ \t]*content-id[ \t]*:[ \t]*<[^>]*[ \t]/i.test(line)) return undefined;
    const id = /^[ \t]*content-id[ \t]*:?[ \t]*<?([^<>\s]*)/i.exec(line)?.[1];
    // A name alone is followed by its value on the next line.
    if (id === '') return undefined;
    if (id !== undefined) ids.add(identity(id));
  }
  return ids;
}

/** An id without regard to how it is written: URIs escape what header fields do not. */
export function identity(id: string): string {
  try {
    return decodeURIComponent(id).toLowerCase();
  } catch {
    return id.toLowerCase();
  }
}
