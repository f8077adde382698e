import { payloadTypes } from '../knowledge/facts.ts';
import { parseHead, parseMessage } from '../sip/parse.ts';
import { overlaps, type Span, span, textOf, touches } from '../sip/span.ts';
import { boundaryOf, parseMultipart } from '../sip/values/multipart.ts';
import { parseMediaDescription, parseSdp, parseSdpAttribute, type SdpLine } from '../sip/values/sdp.ts';
import { headerValueMentions } from './header-value-mentions.ts';
import type { Mention } from './mention.ts';

/** Multipart bodies in multipart bodies are followed so deep. */
const DEEPEST_PART = 4;

/** What a body mentions within a range, by its type. Offsets are in `text`. */
export function* bodyMentions(
  text: string,
  body: Span,
  contentType: Span | undefined,
  range: Span,
  depth = 0,
): Generator<Mention> {
  const type = contentType ? textOf(text, contentType).toLowerCase() : '';
  if (type.startsWith('multipart/')) {
    const boundary = contentType && boundaryOf(text, contentType);
    if (boundary && depth < DEEPEST_PART) yield* multipartMentions(text, body, boundary, range, depth);
  } else if (type.startsWith('message/sip')) yield* nestedMessageMentions(text, body);
  else if (type.startsWith('application/sdp') || (type === '' && text.startsWith('v=0', body.start))) {
    yield* sdpMentions(text, body, range);
  }
}

function* multipartMentions(
  text: string,
  body: Span,
  boundary: string,
  range: Span,
  depth: number,
): Generator<Mention> {
  for (const part of parseMultipart(text, body, boundary)) {
    if (!overlaps(part.span, range) && part.span.end !== range.start) continue;
    let contentType: Span | undefined;
    for (const field of parseHead(text, part.head.start, part.head.end).headers) {
      yield { term: { kind: 'headerField', name: textOf(text, field.name) }, span: field.name };
      yield* headerValueMentions(text, field);
      if (field.canonical === 'Content-Type') contentType = field.value;
    }
    yield* bodyMentions(text, part.content, contentType, range, depth + 1);
  }
}

const shifted = (range: Span, by: number): Span => span(range.start + by, range.end + by);

/** The start line of a `message/sipfrag` or `message/sip` body (RFC 3420). */
function* nestedMessageMentions(text: string, body: Span): Generator<Mention> {
  const nested = parseMessage(textOf(text, body));
  if (nested.startLine.kind === 'response') {
    const code = Number(textOf(nested.text, nested.startLine.code));
    if (!Number.isInteger(code)) return;
    yield { term: { kind: 'statusCode', code }, span: shifted(nested.startLine.code, body.start) };
  } else if (nested.startLine.kind === 'request') {
    const name = textOf(nested.text, nested.startLine.method);
    yield { term: { kind: 'method', name }, span: shifted(nested.startLine.method, body.start) };
  }
}

function* sdpMentions(text: string, body: Span, range: Span): Generator<Mention> {
  const lines = parseSdp(text, body);
  const codecs = codecsOf(text, lines);
  for (const line of lines) {
    if (line.type === undefined || !(overlaps(line.span, range) || touches(line.span, range.start))) continue;
    if (line.type !== 'a')
      yield { term: { kind: 'sdpLine', type: line.type }, span: span(line.span.start, line.value.start) };
    if (line.type === 'm') yield* mediaMentions(text, line.value, codecs);
    if (line.type === 'b') yield* bandwidthMentions(text, line.value);
    if (line.type === 'a') yield* attributeMentions(text, line, codecs);
  }
}

/** The codec of each payload type that an `a=rtpmap` names (RFC 8866 §6.6). */
function codecsOf(text: string, lines: readonly SdpLine[]): ReadonlyMap<number, string> {
  const codecs = new Map<number, string>();
  for (const line of lines) {
    if (line.type !== 'a') continue;
    const map = /^rtpmap:(\d{1,3})[ \t]+(\S+)/.exec(textOf(text, line.value));
    if (map?.[1] && map[2]) codecs.set(Number(map[1]), map[2]);
  }
  return codecs;
}

function* mediaMentions(text: string, value: Span, codecs: ReadonlyMap<number, string>): Generator<Mention> {
  const { media, protocol, formats } = parseMediaDescription(text, value);
  if (media) yield { term: { kind: 'sdpMedia', name: textOf(text, media) }, span: media };
  if (protocol) yield { term: { kind: 'sdpProtocol', name: textOf(text, protocol) }, span: protocol };
  for (const format of formats) yield* payloadTypeMention(text, format, codecs);
}

function* payloadTypeMention(text: string, format: Span, codecs: ReadonlyMap<number, string>): Generator<Mention> {
  const written = textOf(text, format);
  if (!/^\d{1,3}$/.test(written)) return;
  const number = Number(written);
  const codec = codecs.get(number) ?? payloadTypes.find((type) => type.payloadType === number)?.name;
  yield { term: { kind: 'payloadType', number, ...(codec ? { codec } : {}) }, span: format };
}

function* bandwidthMentions(text: string, value: Span): Generator<Mention> {
  const colon = text.indexOf(':', value.start);
  if (colon > value.start && colon < value.end) {
    const type = span(value.start, colon);
    yield { term: { kind: 'sdpBandwidth', name: textOf(text, type) }, span: type };
  }
}

function* attributeMentions(text: string, line: SdpLine, codecs: ReadonlyMap<number, string>): Generator<Mention> {
  const attribute = parseSdpAttribute(text, line.value);
  const name = textOf(text, attribute.name);
  const value = attribute.value && textOf(text, attribute.value);
  yield {
    term: { kind: 'sdpAttribute', name, ...(value === undefined ? {} : { value }) },
    span: span(line.span.start, attribute.name.end),
  };
  if (!attribute.value || value === undefined) return;
  const first = /^\S+/.exec(value)?.[0] ?? '';
  const firstSpan = span(attribute.value.start, attribute.value.start + first.length);
  if (name === 'rtpmap' || name === 'fmtp' || name === 'rtcp-fb') yield* payloadTypeMention(text, firstSpan, codecs);
  if (name === 'rtpmap') {
    const codec = /^(\d+[ \t]+)([^\s/]+)(?:\/(\d{1,9}))?/.exec(value);
    if (codec?.[1] && codec[2]) {
      const start = attribute.value.start + codec[1].length;
      const clockRate = codec[3] ? { clockRate: Number(codec[3]) } : {};
      yield { term: { kind: 'codec', name: codec[2], ...clockRate }, span: span(start, start + codec[2].length) };
    }
  }
  if (name === 'group') yield { term: { kind: 'sdpGroup', name: first }, span: firstSpan };
}
