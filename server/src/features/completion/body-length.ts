import { type Span, utf8Length } from '../../sip/span.ts';

/** What `Content-Length` has to say of a body as it goes over the wire: every line ends in CRLF (RFC 3261 §20.14). */
export function wireLength(text: string, body: Span): number {
  const content = text.slice(body.start, body.end).trimEnd();
  if (content === '') return 0;
  return content.split(/\r*\n/).reduce((bytes, line) => bytes + utf8Length(line, 0, line.length) + 2, 0);
}
