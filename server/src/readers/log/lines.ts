import { headerFieldNamed } from '../../knowledge/names.ts';
import { utf8Length } from '../../sip/span.ts';
import { isBrokenHeaderLine } from './broken-headers.ts';
import { escapeStyles } from './escapes.ts';
import type { Frame, LinesLayout } from './frame.ts';
import {
  ANSI_SEQUENCE,
  colourlessEnd,
  headerNameAt,
  inkEnd,
  isBlankRange,
  isKnownHeaderLine,
  isLogLine,
  isQuote,
  isSeparatorLine,
  physicalLineAt,
  prefixEnd,
  stringEnd,
  withoutColours,
} from './line-shapes.ts';
import { type LogicalText, LogicalTextBuilder, verbatim } from './logical.ts';
import { behindHead, recordTextEnd } from './record-parts.ts';
import type { StartLineHit } from './start-lines.ts';
import { type BrokenLine, glueBetween } from './wrapped-lines.ts';

/** Reads messages whose lines stand on physical lines, behind prefixes and between the lines of other programs. */

/** So much of a head is searched for a header field. */
const LONGEST_HEAD = 16_384;
/** How many lines of other programs may stand together inside a message. */
const LONGEST_INTERRUPTION = 5;
/** A body whose length the log does not confirm is not followed over more start lines than this. */
const START_LINES_IN_BODY = 16;

/** The content of one physical line behind its prefix and before its suffix; `foreign` lines have another prefix. */
interface ContentLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly foreign: boolean;
}

/** `behindPrefix`: `at` is where the content starts, as it is for the start line. */
function contentLineAt(text: string, at: number, layout: LinesLayout, behindPrefix = false): ContentLine {
  const line = physicalLineAt(text, at);
  let { start, end } = line;
  let foreign = false;
  if (layout.suffix !== '') {
    const inked = inkEnd(text, start, end);
    const padded = layout.suffix.startsWith('\u001b') ? inked : colourlessEnd(text, start, inked);
    if (padded - start >= layout.suffix.length && text.startsWith(layout.suffix, padded - layout.suffix.length)) {
      end = padded - layout.suffix.length;
      if (layout.suffix === PADDED) end = paddedEnd(text, start, end);
    }
  }
  if (layout.prefix !== '' && !behindPrefix) {
    const prefix = strippedPrefix(text, start, end, layout);
    if (prefix !== undefined) start = prefix;
    else if (isBlankRange(text, start, end)) start = end;
    else foreign = true;
  }
  if (layout.escapes === 'string' && !foreign) end = stringContentEnd(text, start, end, text[start - 1] ?? '"');
  // A colour that is set and taken back is an empty line.
  if (text.charCodeAt(start) === 27 && text.slice(start, end).replace(ANSI_SEQUENCE, '').trim() === '') start = end;
  let next = line.next;
  if (layout.escapes === 'quoted-printable') ({ end, next } = softenedEnd(text, start, end, next));
  if (layout.doubled && next < text.length) {
    const gap = physicalLineAt(text, next);
    if (isBlankRange(text, gap.start, gap.end)) next = gap.next;
  }
  return { start, end, next, foreign };
}

/** psql ends every line of a field but the last with a `+` in the last column, CR being `\\r`. */
const PADDED = '+';

function paddedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] === ' ') at--;
  return text.startsWith('\\r', at - 2) ? Math.max(start, at - 2) : at;
}

/** The end of the string that a line holds, without the line break spelt out in it. */
function stringContentEnd(text: string, start: number, end: number, quote: string): number {
  let at = stringEnd(text, start, end, quote) ?? end;
  while (at - 2 >= start && (text.startsWith('\\r', at - 2) || text.startsWith('\\n', at - 2))) at -= 2;
  return at;
}

/** A line that a mail program broke goes on behind `=` (RFC 2045 §6.7). */
function softenedEnd(text: string, start: number, lineEnd: number, lineNext: number): { end: number; next: number } {
  let [end, next] = [lineEnd, lineNext];
  while (end > start && text[end - 1] === '=' && next < text.length) ({ end, next } = physicalLineAt(text, next));
  return { end, next };
}

function strippedPrefix(text: string, start: number, end: number, layout: LinesLayout): number | undefined {
  const { prefix } = layout;
  // A program that prints a string takes the quotes that the line itself has none of.
  if (layout.escapes === 'string' && withoutColours(prefix).trim().length === 1) {
    const quote = prefixEnd(text, start, end, prefix.slice(0, -1));
    return quote !== undefined && isQuote(text, quote) ? quote + 1 : undefined;
  }
  if (isBlankRange(prefix, 0, prefix.length)) {
    if (text.startsWith(prefix, start)) return start + prefix.length;
    return isBlankRange(text, start, end) ? end : undefined;
  }
  return prefixEnd(text, start, end, prefix) ?? (PANE.test(prefix) ? sameColumn(text, start, end, prefix) : undefined);
}

/** The border of a pane: what stands left of it differs from line to line, its column does not. */
const PANE = /[\u2502|]$/;

function sameColumn(text: string, start: number, end: number, prefix: string): number | undefined {
  const border = prefix.at(-1);
  const at = start + prefix.length - 1;
  return at < end && text[at] === border ? at + 1 : undefined;
}

/** What was found of a message while walking over its lines. */
interface Walk {
  readonly end: number;
  readonly complete: boolean;
  readonly mixed: boolean;
}

/** The frame of a message that starts at `hit`; `nextStart` tells of the start line behind an offset. */
export function frameOnLines(
  document: string,
  hit: StartLineHit,
  layout: LinesLayout,
  nextStart: (from: number) => number,
): Frame {
  const text = layout.quoted ? document.slice(0, closingQuote(document, hit.end)) : document;
  const walk = walkMessage(text, hit, layout, nextStart);
  return {
    start: hit.start,
    end: walk.end,
    layout: walk.mixed === layout.mixed ? layout : { ...layout, mixed: walk.mixed },
    state: walk.complete ? 'complete' : 'partial',
    identity: {},
  };
}

/** Where the field of a table ends: at a quote that is not doubled. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/**
 * Calls `take` for the content of every line of the message, the empty one behind the head included; `glue` stands for
 * the line break before it where a tool broke one line in two.
 */
type Take = (start: number, end: number, next: number, glue?: string) => void;

function walkMessage(
  text: string,
  hit: { start: number; end: number },
  layout: LinesLayout,
  nextStart: (from: number) => number,
  take?: Take,
): Walk {
  const first = physicalLineAt(text, hit.end);
  const firstContent = contentLineAt(text, first.start, layout, true);
  takeStartLine(text, hit.start, firstContent, layout, take);
  let at = firstContent.next;
  let end = at;
  let mixed = layout.mixed;
  let contentLength: number | undefined;
  let contentType = '';
  const limit = nextStart(hit.end);
  /** Whether the log cut the message and went on with it behind the head of another record. */
  let isCut = false;
  let field: BrokenLine = { start: hit.start, lastStart: hit.start, end: firstContent.end, joined: 0 };
  let widest = layout.prefix.length + firstContent.end - hit.start;
  while (at < text.length) {
    let line = contentLineAt(text, at, layout);
    let name = line.foreign ? undefined : headerNameAt(text, line.start, line.end);
    if (name === undefined && !line.foreign && isBlankRange(text, line.start, line.end)) {
      if (line.next < limit && headGoesOn(text, hit.start, line, layout, isCut)) {
        at = line.next;
        end = at;
        mixed = true;
        continue;
      }
      take?.(line.start, line.start, line.next);
      const bodyStart = line.next;
      const hasContent = contentLength !== undefined || contentType !== '';
      if (!hasContent && isTornHead(text, hit.end, at, bodyStart, layout, limit)) {
        at = bodyStart;
        continue;
      }
      const body = walkBody(text, bodyStart, layout, contentLength, contentType, nextStart, take);
      return { end: body.end, complete: body.complete, mixed: mixed || body.mixed };
    }
    // The empty line is missing.
    if (name === undefined && !line.foreign && line.end - line.start === 3 && text.startsWith('v=0', line.start)) {
      const body = walkBody(text, at, layout, contentLength, contentType, nextStart, take);
      return { end: body.end, complete: body.complete, mixed: mixed || body.mixed };
    }
    if (
      name === undefined &&
      (!isFold(text, line) || isLogLine(text, line.start, line.end) || isTail(text, line)) &&
      !isBrokenField(text, line, layout, limit)
    ) {
      const behind = line.start < limit ? behindHead(text, hit.start, line, isCut) : undefined;
      if (behind === undefined) {
        const glue =
          at === end && !line.foreign && line.start < limit && !isLogLine(text, line.start, line.end)
            ? glueBetween(text, field, line, widest, layout.prefix.length)
            : undefined;
        if (glue !== undefined) {
          take?.(line.start, line.end, line.next, glue);
          field = { start: field.start, lastStart: line.start, end: line.end, joined: field.joined + 1 };
          at = line.next;
          end = at;
          mixed = true;
          continue;
        }
        const resumed = resumesAt(text, hit.start, at, layout, limit, isCut);
        if (resumed === undefined) break;
        at = resumed;
        mixed = true;
        continue;
      }
      line = { ...line, start: behind, foreign: false };
      name = headerNameAt(text, behind, line.end);
      isCut = true;
      mixed = true;
    }
    if (name && line.start >= limit) break;
    if (name) {
      const length = contentLengthIn(text, name, line.end);
      if (length !== undefined) contentLength = length;
      contentType = contentTypeIn(text, name, line.end) ?? contentType;
    }
    take?.(line.start, line.end, line.next);
    field = { start: name ? line.start : field.start, lastStart: line.start, end: line.end, joined: 0 };
    widest = Math.max(widest, layout.prefix.length + line.end - line.start);
    at = line.next;
    end = at;
  }
  // The empty line is often lost; a head that says there is no body has said everything.
  return { end, complete: contentLength === 0, mixed };
}

/** A header field with a slip in it, between others or at the end of the head. */
function isBrokenField(text: string, line: ContentLine, layout: LinesLayout, limit: number): boolean {
  if (line.foreign || line.start >= limit || line.next >= text.length) return false;
  if (!isBrokenHeaderLine(text, line.start, line.end) || isLogLine(text, line.start, line.end)) return false;
  const next = contentLineAt(text, line.next, layout);
  if (next.foreign) return false;
  return isBlankRange(text, next.start, next.end) || headerNameAt(text, next.start, next.end) !== undefined;
}

const CALL_ID = /^\W?(?:call-id|i)\s*:/im;

/**
 * Whether an empty line stands inside a head: a header field follows it, and there was no Call-ID yet; or the log cuts
 * the message and goes on with it in the next record.
 */
function headGoesOn(text: string, start: number, blank: ContentLine, layout: LinesLayout, isCut: boolean): boolean {
  if (blank.next >= text.length) return false;
  const line = contentLineAt(text, blank.next, layout);
  if (isCut && behindHead(text, start, line, isCut) !== undefined) return true;
  return (
    !line.foreign &&
    isKnownHeaderLine(text, line.start, line.end) &&
    !CALL_ID.test(text.slice(start, Math.min(blank.start, start + LONGEST_HEAD)))
  );
}

/** The start line, and the first header line where it stands on the same line. */
function takeStartLine(
  text: string,
  start: number,
  { end, next }: ContentLine,
  { startLine }: LinesLayout,
  take: Take | undefined,
): void {
  const startLineEnd = startLine ? start + startLine.length : end;
  if (startLine?.rest !== 'header') {
    take?.(start, startLineEnd, next);
    return;
  }
  let header = startLineEnd;
  while (text.charCodeAt(header) === 32 || text.charCodeAt(header) === 9) header++;
  take?.(start, startLineEnd, header);
  take?.(header, end, next);
}

/** What a product puts behind the text of a record, on a line of its own. */
const isTail = (text: string, { start, end }: ContentLine): boolean =>
  end - start < 96 && recordTextEnd(text, start, end) === start;

const EVERYWHERE = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];
const MOST_HEADER_FIELDS = 100;

/**
 * Whether an empty line came too early: header fields follow it without which the head is none, or those that tell
 * of the content.
 */
function isTornHead(
  text: string,
  headStart: number,
  headEnd: number,
  from: number,
  layout: LinesLayout,
  limit: number,
): boolean {
  const next = contentLineAt(text, from, layout);
  if (next.foreign || next.start >= limit || !isKnownHeaderLine(text, next.start, next.end)) return false;
  const before = knownNames(text, physicalLineAt(text, headStart).next, headEnd, layout);
  const behind = knownNames(text, from, Math.min(limit, text.length), layout);
  if (behind.has('Content-Length') || behind.has('Content-Type')) return true;
  return EVERYWHERE.some((name) => behind.has(name) && !before.has(name));
}

/** The header fields from an offset to the next line that is none. */
function knownNames(text: string, from: number, end: number, layout: LinesLayout): ReadonlySet<string> {
  const names = new Set<string>();
  let at = from;
  for (let i = 0; i < MOST_HEADER_FIELDS && at < end; i++) {
    const line = contentLineAt(text, at, layout);
    const name = line.foreign ? undefined : headerNameAt(text, line.start, line.end);
    if (name === undefined && isBlankRange(text, line.start, line.end)) break;
    if (name) names.add(headerFieldNamed(text.slice(name.start, name.end))?.name ?? '');
    at = line.next;
  }
  return names;
}

const isFold = (text: string, line: ContentLine): boolean => {
  const code = text.charCodeAt(line.start);
  return !line.foreign && (code === 32 || code === 9);
};

/** Where the head goes on behind lines of other programs; undefined when it does not. */
function resumesAt(
  text: string,
  messageStart: number,
  from: number,
  layout: LinesLayout,
  limit: number,
  isCut: boolean,
): number | undefined {
  let at = from;
  for (let i = 0; i < LONGEST_INTERRUPTION && at < Math.min(text.length, limit); i++) {
    const line = contentLineAt(text, at, layout);
    if (!line.foreign && isBlankRange(text, line.start, line.end)) return undefined;
    if (i > 0 && !line.foreign && line.start < limit && headerNameAt(text, line.start, line.end)) return at;
    if (i > 0 && line.start < limit && behindHead(text, messageStart, line, isCut) !== undefined) return at;
    at = line.next;
  }
  return undefined;
}

function contentLengthIn(text: string, name: { start: number; end: number }, end: number): number | undefined {
  const length = name.end - name.start;
  if (length !== 1 && length !== 14) return undefined;
  const written = text.slice(name.start, name.end);
  if (written !== 'l' && written !== 'L' && written.toLowerCase() !== 'content-length') return undefined;
  const digits = /^\s*:\s*(\d{1,9})\s*$/.exec(text.slice(name.end, Math.min(end, name.end + 64)))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function contentTypeIn(text: string, name: { start: number; end: number }, end: number): string | undefined {
  const length = name.end - name.start;
  if (length !== 1 && length !== 12) return undefined;
  const written = text.slice(name.start, name.end).toLowerCase();
  if (written !== 'c' && written !== 'content-type') return undefined;
  return text
    .slice(text.indexOf(':', name.end) + 1, end)
    .trim()
    .toLowerCase();
}

const SDP_LINE = /^[a-z]=/;

/**
 * Follows the body. `Content-Length` is believed where lines of this message add up to it, in bytes as they stand
 * or with CRLF line breaks, which an editor may have made LF. Elsewhere the kind of body tells where it ends.
 */
function walkBody(
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
    const end = measuredEnd(text, start, layout, contentLength, contentType, nextStart);
    if (end !== undefined) {
      takeLines(text, start, end, layout, take);
      return { end, complete: true, mixed: false };
    }
  }
  const limit = contentType.startsWith('message/sip') ? behindFragment(text, start, nextStart) : nextStart(start);
  return structuralBody(text, start, layout, contentLength, contentType, limit, take);
}

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
      const glued = bytes + bytesIn(text, line.start, Math.min(limit, line.end), layout);
      if (glued + lineBreaks === contentLength || glued + 2 * lineBreaks === contentLength) return limit;
      if (!holdsMessages || ++startLines > START_LINES_IN_BODY) return undefined;
      limit = nextStart(line.next);
    }
    if (sdp && line.end > line.start && !SDP_LINE.test(text.slice(line.start, line.start + 2))) return undefined;
    const glued = endMarkIn(text, line);
    if (glued !== undefined) {
      const all = bytes + bytesIn(text, line.start, glued, layout);
      if (all + lineBreaks === contentLength || all + 2 * lineBreaks === contentLength) return glued;
    }
    bytes += bytesIn(text, line.start, line.end, layout);
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

/** How many bytes a stretch of a line had on the wire. */
function bytesIn(text: string, start: number, end: number, { escapes }: LinesLayout): number {
  if (escapes === undefined) return utf8Length(text, start, end);
  const { pattern, decode } = escapeStyles[escapes];
  const decoded = text.slice(start, end).replace(pattern, decode);
  return utf8Length(decoded, 0, decoded.length);
}

/** Where the mark begins that a log puts right behind a body without a line break at its end. */
function endMarkIn(text: string, { start, end }: ContentLine): number | undefined {
  const last = text.charCodeAt(end - 1);
  if (last !== HYPHEN && last !== GREATER) return undefined;
  const mark = /(?:-{2,}[\w+ -]{0,40}-{2,}|\]\]>)$/.exec(text.slice(Math.max(start, end - 64), end));
  return mark ? end - mark[0].length : undefined;
}

const HYPHEN = 45;
const GREATER = 62;

/** A count of bytes that ends in the middle of a session description has not met its end. */
function bodyContinues(text: string, at: number, layout: LinesLayout, sdp: boolean): boolean {
  if (!sdp || at >= text.length) return false;
  const line = contentLineAt(text, at, layout);
  return !line.foreign && SDP_LINE.test(text.slice(line.start, line.start + 2));
}

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
      : !line.foreign && !isBlankRange(text, line.start, line.end) && !isSeparatorLine(text, line.start, line.end);
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

/** The text of a message on lines, from the frame that `frameOnLines` made. */
export function unfoldLines(text: string, frame: Frame, layout: LinesLayout): LogicalText {
  if (isVerbatim(text, frame, layout)) return verbatim(text, frame.start, frame.end);
  const builder = new LogicalTextBuilder();
  const take: Take = (start, end, next, glue) => {
    if (glue !== undefined) builder.replaceLineBreak(glue);
    copyDecoded(builder, text, start, end, layout);
    if (next > end) builder.decode('\n', end, Math.min(next, frame.end));
  };
  if (layout.whole) {
    takeAll(text.slice(0, frame.end), frame, layout, take);
    return builder.build();
  }
  // Within the frame the body's end is known, so that start lines in it need not be looked for again.
  walkMessage(
    text.slice(0, frame.end),
    { start: frame.start, end: frame.start },
    layout,
    () => Number.POSITIVE_INFINITY,
    take,
  );
  return builder.build();
}

function takeAll(text: string, frame: Frame, layout: LinesLayout, take: Take): void {
  const first = contentLineAt(text, frame.start, layout, true);
  take(frame.start, Math.min(first.end, frame.end), first.next);
  for (let at = first.next; at < frame.end; ) {
    const line = contentLineAt(text, at, layout);
    take(line.start, Math.min(line.end, frame.end), line.next);
    at = line.next;
  }
}

function isVerbatim(text: string, frame: Frame, layout: LinesLayout): boolean {
  if (layout.prefix !== '' || layout.suffix !== '' || layout.doubled || layout.mixed || layout.quoted) return false;
  if (layout.escapes !== undefined || layout.startLine !== undefined) return false;
  return !text.slice(frame.start, frame.end).includes('\u001b');
}

/** A quote inside a quoted field of a table is doubled. */
const QUOTES_AND_COLOURS = new RegExp(`""|${ANSI_SEQUENCE.source}`, 'g');

function copyDecoded(builder: LogicalTextBuilder, text: string, start: number, end: number, layout: LinesLayout): void {
  const style = layout.escapes && escapeStyles[layout.escapes];
  const codes = style?.pattern ?? (layout.quoted ? QUOTES_AND_COLOURS : ANSI_SEQUENCE);
  const line = text.slice(start, end);
  if (codes === ANSI_SEQUENCE && !line.includes('\u001b')) {
    builder.copy(text, start, end);
    return;
  }
  let at = start;
  for (const match of line.matchAll(codes)) {
    const code = start + match.index;
    const to = code + match[0].length;
    builder.copy(text, at, code);
    const decoded = style ? style.decode(match[0]) : match[0] === '""' ? '"' : '';
    if (decoded !== '') builder.decode(decoded, code, to);
    at = to;
  }
  builder.copy(text, at, end);
}
