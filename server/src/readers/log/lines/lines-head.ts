import { headerFieldNamed, headersOfEveryMessage } from '../../../knowledge/names.ts';
import type { LinesLayout } from '../frame.ts';
import { behindHead, recordTextEnd } from '../record-parts.ts';
import { isWordCharacter } from '../shapes/characters.ts';
import { headerNameAt, isKnownHeaderLine } from '../shapes/header-lines.ts';
import { isBlankRange, isLogLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { PACKET_ENDS } from '../shapes/tcpdump-lines.ts';
import { isBrokenHeaderLine } from './broken-headers.ts';
import { type ContentLine, contentLineAt, LONGEST_INTERRUPTION, type Take } from './content-lines.ts';

/** Where the head of a message on lines goes on, and what its header fields say of the body. */

/** A header field with a slip in it, between others or at the end of the head. */
export function isBrokenField(text: string, line: ContentLine, layout: LinesLayout, limit: number): boolean {
  if (line.foreign || line.start >= limit || line.next >= text.length) return false;
  if (!isBrokenHeaderLine(text, line.start, line.end) || isLogLine(text, line.start, line.end)) return false;
  const next = contentLineAt(text, line.next, layout);
  if (next.foreign) return false;
  return isBlankRange(text, next.start, next.end) || headerNameAt(text, next.start, next.end) !== undefined;
}

const NAME_PART = /^[A-Za-z][A-Za-z-]{0,24}$/;
const LONGEST_NAME = 48;

/** The next line, where a name that we know begins on one line and goes on there, for a program logs what it reads in pieces. */
export function restOfName(text: string, line: ContentLine, layout: LinesLayout): ContentLine | undefined {
  const part = text.slice(line.start, Math.min(line.end, line.start + LONGEST_NAME));
  if (line.foreign || line.next >= text.length || !NAME_PART.test(part)) return undefined;
  const next = contentLineAt(text, line.next, layout);
  const joined = part + text.slice(next.start, Math.min(next.end, next.start + LONGEST_NAME));
  return !next.foreign && isKnownHeaderLine(joined, 0, joined.length) ? next : undefined;
}

/** A head without one of these is not at its end. */
const LAST_FIELDS = ['Call-ID', 'CSeq'];

/**
 * Whether an empty line stands inside a head: a header field follows it, and there was no Call-ID or no CSeq yet, or the
 * head has other gaps and no Content-Length; or the log cuts
 * the message and goes on with it in the next record.
 */
export function headGoesOn(
  text: string,
  start: number,
  blank: ContentLine,
  layout: LinesLayout,
  { isCut, hasGaps }: { readonly isCut: boolean; readonly hasGaps: boolean },
): boolean {
  if (blank.next >= text.length) return false;
  const line = contentLineAt(text, blank.next, layout);
  if (isCut && behindHead(text, start, line, isCut) !== undefined) return true;
  if (line.foreign || !isKnownHeaderLine(text, line.start, line.end)) return false;
  if (hasGaps) return true;
  const names = namesBetween(text, physicalLineAt(text, start).next, blank.start, layout);
  return !LAST_FIELDS.every((name) => names.has(name));
}

/** The start line, and the first header line where it stands on the same line. */
export function takeStartLine(
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
  while (header < end && !isWordCharacter(text.charCodeAt(header))) header++;
  take?.(start, startLineEnd, header);
  take?.(header, end, next);
}

/** What a product puts behind the text of a record, on a line of its own. */
export const isTail = (text: string, { start, end }: ContentLine): boolean =>
  end - start < 96 && recordTextEnd(text, start, end) === start;

const MOST_HEADER_FIELDS = 100;

/**
 * Whether an empty line came too early: header fields follow it without which the head is none, or those that tell
 * of the content.
 */
export function isTornHead(
  text: string,
  headStart: number,
  headEnd: number,
  from: number,
  layout: LinesLayout,
  limit: number,
): boolean {
  const next = contentLineAt(text, from, layout);
  if (next.foreign || next.start >= limit || !isKnownHeaderLine(text, next.start, next.end)) return false;
  const before = namesBetween(text, physicalLineAt(text, headStart).next, headEnd, layout);
  const behind = namesBetween(text, from, headEndBehind(text, from, Math.min(limit, text.length), layout), layout);
  if (behind.has('Content-Length') || behind.has('Content-Type')) return true;
  return headersOfEveryMessage.some((name) => behind.has(name) && !before.has(name));
}

/** The header fields on the lines of a range. */
function namesBetween(text: string, from: number, end: number, layout: LinesLayout): ReadonlySet<string> {
  const names = new Set<string>();
  let at = from;
  for (let i = 0; i < MOST_HEADER_FIELDS && at < end; i++) {
    const line = contentLineAt(text, at, layout);
    const name = line.foreign ? undefined : headerNameAt(text, line.start, line.end);
    if (name) names.add(headerFieldNamed(text.slice(name.start, name.end))?.name ?? '');
    at = line.next;
  }
  return names;
}

/** Where the next empty line is. */
function headEndBehind(text: string, from: number, limit: number, layout: LinesLayout): number {
  let at = from;
  for (let i = 0; i < MOST_HEADER_FIELDS && at < limit; i++) {
    const line = contentLineAt(text, at, layout);
    if (isBlankRange(text, line.start, line.end)) return at;
    at = line.next;
  }
  return at;
}

export const isFold = (text: string, line: ContentLine): boolean => {
  const code = text.charCodeAt(line.start);
  return !line.foreign && (code === 32 || code === 9) && !beginsPacket(text, line) && !isSize(text, line);
};

/** How many bytes went the other way next, as `tshark -z follow` says it behind a tab. */
const isSize = (text: string, { start, end }: ContentLine): boolean =>
  end - start < LONGEST_SIZE && /^\t\d+\r?$/.test(text.slice(start, end));
const LONGEST_SIZE = 10;

/** What `tcpdump -v` indents below the fields of IP, where a filter has taken the empty line before those. */
const PACKET = new RegExp(`^ {4}${PACKET_ENDS}`);
const LONGEST_ENDS = 384;

const beginsPacket = (text: string, { start, end }: ContentLine): boolean =>
  text.startsWith('    ', start) && PACKET.test(text.slice(start, Math.min(end, start + LONGEST_ENDS)));

/** Where the head goes on behind lines of other programs; undefined when it does not. */
export function resumesAt(
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
    if (i > 0 && !line.foreign && line.start < limit && isHeaderWithValue(text, line)) return at;
    if (i > 0 && line.start < limit && behindHead(text, messageStart, line, isCut) !== undefined) return at;
    at = line.next;
  }
  return undefined;
}

/** A header field of any name; a name alone is a word before what the next lines show. */
function isHeaderWithValue(text: string, { start, end }: ContentLine): boolean {
  const name = headerNameAt(text, start, end);
  return name !== undefined && (isKnownHeaderLine(text, start, end) || /:\s*\S/.test(text.slice(name.end, end)));
}

export function contentLengthIn(text: string, name: { start: number; end: number }, end: number): number | undefined {
  const length = name.end - name.start;
  if (length !== 1 && length !== 14) return undefined;
  const written = text.slice(name.start, name.end);
  if (written !== 'l' && written !== 'L' && written.toLowerCase() !== 'content-length') return undefined;
  const value = text.slice(name.end, Math.min(end, name.end + 64));
  const digits = /^\s*:\s*(\d{1,9})\s*$/.exec(value)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function contentTypeIn(text: string, name: { start: number; end: number }, end: number): string | undefined {
  const length = name.end - name.start;
  if (length !== 1 && length !== 12) return undefined;
  const written = text.slice(name.start, name.end).toLowerCase();
  if (written !== 'c' && written !== 'content-type') return undefined;
  return text
    .slice(text.indexOf(':', name.end) + 1, end)
    .trim()
    .toLowerCase();
}
