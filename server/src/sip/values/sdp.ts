import { indexIn, type Span, span, trimmed, words } from '../span.ts';

/** One `x=value` line of a session description (RFC 8866 §5). */
export interface SdpLine {
  /** The letter before `=`; undefined for a line of another shape. */
  readonly type: string | undefined;
  readonly value: Span;
  readonly span: Span;
}

/** `audio 49170 RTP/AVP 0 8 101` (RFC 8866 §5.14). Missing parts are undefined. */
export interface MediaDescription {
  readonly media: Span | undefined;
  readonly port: Span | undefined;
  readonly protocol: Span | undefined;
  readonly formats: readonly Span[];
}

/** `rtpmap:0 PCMU/8000`, `sendrecv` (RFC 8866 §5.13). */
export interface SdpAttribute {
  readonly name: Span;
  readonly value: Span | undefined;
}

/** The lines of a session description; empty lines are passed over. */
export function parseSdp(text: string, body: Span): readonly SdpLine[] {
  const lines: SdpLine[] = [];
  let at = body.start;
  while (at < body.end) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed > body.end ? body.end : feed;
    let end = stop;
    while (end > at && (text.charCodeAt(end - 1) === 13 || text.charCodeAt(end - 1) === 10)) end--;
    if (end > at) {
      const typed = /^[A-Za-z]=/.test(text.slice(at, at + 2));
      lines.push({ type: typed ? text[at] : undefined, value: span(typed ? at + 2 : at, end), span: span(at, end) });
    }
    at = stop + 1;
  }
  return lines;
}

export function parseMediaDescription(text: string, value: Span): MediaDescription {
  const [media, port, protocol, ...formats] = words(text, value);
  return { media, port, protocol, formats };
}

export function parseSdpAttribute(text: string, value: Span): SdpAttribute {
  const colon = indexIn(text, ':', value);
  if (colon === undefined) return { name: trimmed(text, value.start, value.end), value: undefined };
  return { name: trimmed(text, value.start, colon), value: trimmed(text, colon + 1, value.end) };
}
