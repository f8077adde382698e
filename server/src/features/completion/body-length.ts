import type { Span } from '../../sip/span.ts';

/** The bytes of a range in UTF-8; each half of a surrogate pair stands for two of the four. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = end - start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/** What `Content-Length` has to say of a body as it goes over the wire: every line ends in CRLF (RFC 3261 §20.14). */
export function wireLength(text: string, body: Span): number {
  const content = text.slice(body.start, body.end).trimEnd();
  if (content === '') return 0;
  return content.split(/\r*\n/).reduce((bytes, line) => bytes + utf8Length(line, 0, line.length) + 2, 0);
}
