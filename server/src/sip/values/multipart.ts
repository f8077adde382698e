import { indexIn, type Span, span } from '../span.ts';
import { parameterNamed, parseParameters } from './parameters.ts';

/** One part of a multipart body (RFC 2046 §5.1): its own header lines and its content. */
export interface BodyPart {
  readonly head: Span;
  readonly content: Span;
  readonly span: Span;
}

/** The `boundary` parameter of a `Content-Type` value. */
export function boundaryOf(text: string, contentType: Span): string | undefined {
  const semicolon = indexIn(text, ';', contentType);
  if (semicolon === undefined) return undefined;
  const boundary = parameterNamed(text, parseParameters(text, span(semicolon + 1, contentType.end)), 'boundary')?.value;
  return boundary && text.slice(boundary.start, boundary.end);
}

/** The parts between the boundaries; what stands before the first and behind the last is nobody's. */
export function parseMultipart(text: string, body: Span, boundary: string): readonly BodyPart[] {
  const parts: BodyPart[] = [];
  const delimiter = `--${boundary}`;
  let start: number | undefined;
  for (let at = delimiterAt(text, delimiter, body.start, body); at !== undefined; ) {
    if (start !== undefined) parts.push(bodyPart(text, span(start, at)));
    const behind = at + delimiter.length;
    if (text.startsWith('--', behind)) return parts;
    const feed = text.indexOf('\n', behind);
    if (feed < 0 || feed >= body.end) return parts;
    start = feed + 1;
    at = delimiterAt(text, delimiter, start, body);
  }
  if (start !== undefined && start < body.end) parts.push(bodyPart(text, span(start, body.end)));
  return parts;
}

/** A delimiter counts only at the start of a line. */
export function delimiterAt(text: string, delimiter: string, from: number, body: Span): number | undefined {
  const within = (start: number): number | undefined => indexIn(text, delimiter, span(start, body.end));
  for (let at = within(from); at !== undefined; at = within(at + 1)) {
    if (at === body.start || text.charCodeAt(at - 1) === 10) return at;
  }
  return undefined;
}

/** The line break before a delimiter belongs to the delimiter. */
function bodyPart(text: string, part: Span): BodyPart {
  let end = part.end;
  if (end > part.start && text.charCodeAt(end - 1) === 10) end--;
  if (end > part.start && text.charCodeAt(end - 1) === 13) end--;
  let at = part.start;
  while (at < end) {
    const feed = text.indexOf('\n', at);
    const lineEnd = feed < 0 || feed > end ? end : feed;
    if (text.slice(at, lineEnd).trim() === '') {
      return {
        head: span(part.start, at),
        content: span(Math.min(lineEnd + 1, end), end),
        span: span(part.start, end),
      };
    }
    at = lineEnd + 1;
  }
  return { head: span(part.start, end), content: span(end, end), span: span(part.start, end) };
}
