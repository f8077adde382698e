import { utf8Length } from '../../../sip/span.ts';
import { escapeStyles } from '../escapes.ts';
import type { LinesLayout } from '../frame.ts';
import { START_LINES_IN_BODY } from '../reach.ts';
import { beginsStamp, isBlankRange, isLogLine, isSeparatorLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { type ContentLine, contentLineAt, LONGEST_INTERRUPTION, type Take, type Walk } from './content-lines.ts';

const SDP_LINE = /^[a-z]=/;

/**
 * Follows the body. `Content-Length` is believed where lines of this message add up to it, in bytes as they stand
 * or with CRLF line breaks, which an editor may have made LF. Elsewhere the kind of body tells where it ends.
 */
export function walkBody(
  text: string,
  start: number,
  layout: LinesLayout,
  contentLength: number | undefined,
  contentType: string,
  nextStart: (from: number) => number,
  take: Take | undefined,
): Walk {
  if (contentLength === 0) return { end: start, complete: true, mixed: false };
  if (contentLength !== undefined) {
    const measured = (bytesOf: Count) =>
      measuredEnd(text, start, layout, contentLength, contentType, nextStart, bytesOf);
    const isMisread = ONE_CHARACTER_A_BYTE.test(text.slice(start, start + Math.min(2 * contentLength, LONGEST_LOOK)));
    const end = measured(utf8Length) ?? (isMisread ? measured(characters) : undefined);
    if (end !== undefined) {
      takeLines(text, start, end, layout, take);
      return { end, complete: true, mixed: false };
    }
  }
  const limit = contentType.startsWith('message/sip') ? behindFragment(text, start, nextStart) : nextStart(start);
  return structuralBody(text, start, layout, contentLength, contentType, limit, take);
}

/** How many bytes a stretch of a text had on the wire. */
type Count = (text: string, start: number, end: number) => number;

/** What a writer that took bytes for Latin-1, or could not read them, has left of others than those of ASCII. */
const ONE_CHARACTER_A_BYTE = /[\x80-\xff\ufffd]/;
const characters: Count = (_, start, end) => end - start;
/** It shows so soon. */
const LONGEST_LOOK = 16_384;

/** The start line behind a body that begins with one itself (RFC 3420). */
function behindFragment(text: string, start: number, nextStart: (from: number) => number): number {
  const first = nextStart(start);
  const isOfBody = first < text.length && text.slice(start, first).trim() === '';
  return isOfBody ? nextStart(physicalLineAt(text, first).next) : first;
}

/** The end of the line at which `Content-Length` bytes are reached; undefined when they do not fit. */
function measuredEnd(
  text: string,
  start: number,
  layout: LinesLayout,
  contentLength: number,
  contentType: string,
  nextStart: (from: number) => number,
  bytesOf: Count,
): number | undefined {
  const holdsMessages = /^(?:message|multipart)\//.test(contentType) || contentType.startsWith('text/');
  const sdp = contentType.startsWith('application/sdp');
  let limit = nextStart(start);
  let startLines = 0;
  let bytes = 0;
  let lineBreaks = 0;
  for (let at = start; at < text.length; ) {
    const line = contentLineAt(text, at, layout);
    if (line.foreign) return undefined;
    if (limit < line.next) {
      // Streams of bytes have no line break between a body and what follows.
      const glued = bytes + bytesIn(text, line.start, Math.min(limit, line.end), layout, bytesOf);
      if (glued + lineBreaks === contentLength || glued + 2 * lineBreaks === contentLength) return limit;
      if (!holdsMessages || ++startLines > START_LINES_IN_BODY) return undefined;
      limit = nextStart(line.next);
    }
    if (sdp && line.end > line.start && !SDP_LINE.test(text.slice(line.start, line.start + 2))) return undefined;
    const glued = endMarkIn(text, line);
    if (glued !== undefined) {
      const all = bytes + bytesIn(text, line.start, glued, layout, bytesOf);
      if (all + lineBreaks === contentLength || all + 2 * lineBreaks === contentLength) return glued;
    }
    const own = bytesIn(text, line.start, line.end, layout, bytesOf);
    if (bytes + own + lineBreaks > contentLength) {
      const behind = [1, 2].map((size) => line.start + contentLength - bytes - size * lineBreaks);
      return behind.find((end) => isStamped(text, line, end, bytesOf));
    }
    bytes += own;
    // The last line break may be the log's own, or missing.
    if (bytes + lineBreaks === contentLength || bytes + 2 * lineBreaks === contentLength) {
      return bodyContinues(text, line.next, layout, sdp) ? undefined : line.next;
    }
    lineBreaks++;
    if (bytes + lineBreaks === contentLength || bytes + 2 * lineBreaks === contentLength) {
      return bodyContinues(text, line.next, layout, sdp) ? undefined : line.next;
    }
    if (bytes + lineBreaks > contentLength) return undefined;
    at = line.next;
  }
  return undefined;
}

/** Whether the body ends within a line, as bytes that need no decoding, right before what begins the next record. */
const isStamped = (text: string, { start, end: lineEnd }: ContentLine, end: number, bytesOf: Count): boolean =>
  end > start && end < lineEnd && beginsStamp(text, end) && bytesOf(text, start, end) === end - start;

/** How many bytes a stretch of a line had on the wire. */
function bytesIn(text: string, start: number, end: number, { escapes }: LinesLayout, bytesOf: Count): number {
  if (escapes === undefined) return bytesOf(text, start, end);
  const { pattern, decode } = escapeStyles[escapes];
  const decoded = text.slice(start, end).replace(pattern, decode);
  return bytesOf(decoded, 0, decoded.length);
}

/** Where the mark begins that a log puts right behind a body without a line break at its end, or how long it took: ` +2ms`. */
function endMarkIn(text: string, { start, end }: ContentLine): number | undefined {
  const last = text.charCodeAt(end - 1);
  if (last !== HYPHEN && last !== GREATER && last !== LETTER_S) return undefined;
  const mark = /(?:-{2,}[\w+ -]{0,40}-{2,}|\]\]>| \+\d{1,6}m?s)$/.exec(text.slice(Math.max(start, end - 64), end));
  return mark ? end - mark[0].length : undefined;
}

const HYPHEN = 45;
const GREATER = 62;
const LETTER_S = 115;

/** A count of bytes that ends in the middle of a session description has not met its end. */
function bodyContinues(text: string, at: number, layout: LinesLayout, sdp: boolean): boolean {
  if (!sdp || at >= text.length) return false;
  const line = contentLineAt(text, at, layout);
  return !line.foreign && SDP_LINE.test(text.slice(line.start, line.start + 2));
}

/** Whether a line parts records or begins one. */
const isOfLog = (text: string, { start, end }: ContentLine): boolean =>
  isSeparatorLine(text, start, end) || isLogLine(text, start, end);

/** A body whose length does not fit: as far as its lines look like it. */
function structuralBody(
  text: string,
  start: number,
  layout: LinesLayout,
  contentLength: number | undefined,
  contentType: string,
  limit: number,
  take: Take | undefined,
): Walk {
  const sdp =
    contentType.startsWith('application/sdp') || text.startsWith('v=0', contentLineAt(text, start, layout).start);
  if (!sdp && contentLength === undefined && contentType === '') return { end: start, complete: true, mixed: false };
  const closed = contentType.startsWith('multipart/') ? closedEnd(text, start, layout, contentType, limit) : undefined;
  if (closed !== undefined) {
    takeLines(text, start, closed, layout, take);
    return { end: closed, complete: true, mixed: false };
  }
  let end = start;
  let mixed = false;
  let interruption = 0;
  for (let at = start; at < text.length && at < limit; ) {
    const line = contentLineAt(text, at, layout);
    if (line.next > limit) break;
    const belongs = sdp
      ? !line.foreign && SDP_LINE.test(text.slice(line.start, line.start + 2))
      : !line.foreign && !isBlankRange(text, line.start, line.end) && !isOfLog(text, line);
    if (belongs) {
      if (interruption > 0) mixed = true;
      take?.(line.start, line.end, line.next);
      interruption = 0;
      end = line.next;
    } else if (!sdp || isBlankRange(text, line.start, line.end) || ++interruption > LONGEST_INTERRUPTION) break;
    at = line.next;
  }
  return { end, complete: contentLength === undefined && end > start, mixed };
}

function takeLines(text: string, start: number, end: number, layout: LinesLayout, take: Take | undefined): void {
  for (let at = start; take && at < end; ) {
    const line = contentLineAt(text, at, layout);
    take(line.start, line.end, line.next);
    at = line.next;
  }
}

const LONGEST_MULTIPART = 2000;

/** Behind the line that closes a multipart body (RFC 2046 §5.1.1); undefined when other lines come before it. */
function closedEnd(
  text: string,
  start: number,
  layout: LinesLayout,
  contentType: string,
  limit: number,
): number | undefined {
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,70})"|([^\s;"]{1,70}))/.exec(contentType);
  if (!boundary) return undefined;
  const closing = `--${boundary[1] ?? boundary[2]}--`;
  let at = start;
  for (let i = 0; i < LONGEST_MULTIPART && at < text.length && at < limit; i++) {
    const line = contentLineAt(text, at, layout);
    if (line.foreign) return undefined;
    // The type was read in lower case.
    const isClosing = line.end - line.start < 80 && text.slice(line.start, line.end).trim().toLowerCase() === closing;
    if (isClosing) return line.next;
    at = line.next;
  }
  return undefined;
}
