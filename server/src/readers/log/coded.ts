import { ownCopy } from '../../sip/own-copy.ts';
import { decodeByteList } from './byte-lists.ts';
import type { CodedLayout, Frame } from './frame.ts';
import { decodeHexDump } from './hex-dumps.ts';
import { decodeHexString, hexStringEnd } from './hex-strings.ts';
import { blankCode, cellCode, type EscapeRule, type LineCode, lineCodes, pipeCode, rowCode } from './line-codes.ts';
import { isBlankRange, lineStartBefore, physicalLineAt, prefixEnd } from './line-shapes.ts';
import { type LogicalText, LogicalTextBuilder } from './logical.ts';
import { headerAlternatives } from './patterns.ts';
import {
  beginsWithHeader,
  type RecordPart,
  recordParts,
  recordTextEnd,
  sharedHead,
  textBehind,
} from './record-parts.ts';
import { lineOfHit, type StartLineHit } from './start-lines.ts';
import { decodeTsharkFields, tsharkHead } from './tshark-fields.ts';

/** Reads messages that stand on one physical line, with their line breaks spelt out. */

/** One blank that was a line break: it stands before a header field name that we know, or before an SDP line. */
const blankBeforeName: LineCode = {
  id: 'blank',
  lineBreak: ` (?=(?:${headerAlternatives}|X-[\\w-]+|P-[\\w-]+): ?\\S)| (?=[vostcmabikpruez]=\\S)`,
};

interface Decoder {
  readonly pattern: RegExp;
  /** What escapes stand for that were met before. */
  readonly known: Map<string, string>;
  readonly escapes: readonly { readonly pattern: RegExp; readonly decode: EscapeRule['decode'] }[];
  readonly lineBreak: RegExp;
}

const decoders: ReadonlyMap<string, Decoder> = new Map(
  [...lineCodes, rowCode, cellCode, blankCode, pipeCode, blankBeforeName].map((code) => [code.id, decoderOf(code)]),
);

function decoderOf(code: LineCode): Decoder {
  const escapes = code.escapes ?? [];
  return {
    known: new Map(),
    pattern: new RegExp([`(?:${code.lineBreak})`, ...escapes.map((rule) => rule.pattern)].join('|'), 'g'),
    lineBreak: new RegExp(`^(?:${code.lineBreak.replaceAll('(?=', '(?:$|')})$`),
    escapes: escapes.map((rule) => ({ pattern: new RegExp(`^(?:${rule.pattern})$`, 's'), decode: rule.decode })),
  };
}

/** A message longer than this on one line is somebody's mistake, and is read as far as this. */
const LONGEST_CODED_MESSAGE = 262_144;

/** The frame of a message that starts at `hit`; `nextStart` tells of the start line behind an offset. */
export function frameCoded(
  text: string,
  hit: StartLineHit,
  layout: CodedLayout,
  nextStart: (from: number) => number,
): Frame {
  const region = regionEnd(text, hit, layout);
  // What looks like a start line inside a tree is that one, shown once more.
  const next = layout.code === 'tshark' ? () => Number.POSITIVE_INFINITY : nextStart;
  const { decoded, extent } = extentWithin(text, hit, region, layout, next);
  const end = extent.measured
    ? documentEnd(decoded, extent.end)
    : Math.min(region, nextInRegion(text, hit, region, next));
  const cut = extent.complete || end < region ? undefined : overRecords(text, hit, region, layout, nextStart);
  if (cut) return cut;
  return { start: hit.start, end, layout, state: extent.complete ? 'complete' : 'partial', identity: {} };
}

/** A message is cut over so many records at most. */
const MOST_RECORDS = 16;
/** Spellings that end with their string, list or dump. */
const ENCLOSED = new Set(['bytes', 'hexdump', 'hexstring', 'tshark', 'list', 'double-backslash', 'dots']);

/** The frame of a message that goes on in the next records, where these have the same head and go on in it. */
function overRecords(
  text: string,
  hit: StartLineHit,
  region: number,
  layout: CodedLayout,
  nextStart: (from: number) => number,
): Frame | undefined {
  let line = lineOfHit(text, hit);
  if (layout.wrap !== undefined || ENCLOSED.has(layout.code) || region < recordTextEnd(text, hit.end, line.end))
    return undefined;
  const own = text.slice(lineStartBefore(text, hit.start, Math.max(0, hit.start - 512)), hit.start);
  let head: string | undefined;
  let extent: Extent | undefined;
  let end = region;
  for (let i = 0; i < MOST_RECORDS && line.next < text.length && !extent?.complete; i++) {
    line = physicalLineAt(text, line.next);
    head ??= sharedHead(own, text, line);
    const headEnd = head === undefined ? undefined : prefixEnd(text, line.start, line.end, head);
    if (head === undefined || headEnd === undefined) break;
    const start = textBehind(text, headEnd, line.end);
    // A start line behind a header line stands in the body; before one it begins another message.
    const header = headerFrom(text, start, line.end, layout.code);
    if (header === undefined || nextStart(line.start) < header) break;
    end = recordTextEnd(text, start, line.end);
    extent = messageExtent(decode(text, hit.start, end, { ...layout, recordHead: head }).text);
  }
  if (!extent || head === undefined) return undefined;
  const whole = { ...layout, recordHead: ownCopy(head) };
  const decoded = decode(text, hit.start, end, whole);
  return {
    start: hit.start,
    end: extent.measured ? documentEnd(decoded, extent.end) : end,
    layout: whole,
    state: extent.complete ? 'complete' : 'partial',
    identity: {},
  };
}

/** Where the first header line or line of a session description starts: at once, or behind one of the first line breaks. */
function headerFrom(text: string, start: number, end: number, code: string): number | undefined {
  if (beginsWithHeader(text, start, end)) return start;
  const decoder = decoders.get(code);
  if (!decoder) return undefined;
  for (const match of text.slice(start, Math.min(end, start + 512)).matchAll(decoder.pattern)) {
    const at = start + match.index + match[0].length;
    if (decoder.lineBreak.test(match[0]) && beginsWithHeader(text, at, end)) return at;
  }
  return undefined;
}

/** A body whose length the next start line does not confirm is not followed over more start lines than this. */
const START_LINES_IN_BODY = 16;
/** So much behind a limit is read as well, so that what ends there is not taken for the end of the text. */
const BEYOND = 64;

/**
 * The message is decoded as far as the next start line, and further only where it says that it goes further: a line
 * that holds thousands of messages is not decoded for each of them.
 */
function extentWithin(
  text: string,
  hit: StartLineHit,
  region: number,
  layout: CodedLayout,
  nextStart: (from: number) => number,
): { decoded: LogicalText; extent: Extent } {
  const within = (limit: number) => {
    const decoded = decode(text, hit.start, Math.min(region, limit + BEYOND), layout);
    const lost =
      layout.code === 'blank'
        ? extentWithoutBreaks(decode(text, hit.start, Math.min(region, limit), layout).text)
        : undefined;
    return { decoded, extent: lost ?? messageExtent(decoded.text, closer) };
  };
  const closer = CLOSERS[text[hit.start - 1] ?? ''];
  let limit = nextStart(hit.end);
  const near = within(limit);
  const isSure = near.extent.measured && near.extent.end < near.decoded.text.length - 2;
  if (limit + BEYOND >= region || isSure || !near.extent.hasLength) return near;
  for (let i = 0; i < START_LINES_IN_BODY && limit < region; i++) limit = nextStart(limit + 1);
  const far = within(limit);
  return far.extent.measured ? far : near;
}

export const unfoldCoded = (text: string, frame: Frame, layout: CodedLayout): LogicalText =>
  decode(text, frame.start, frame.end, layout);

/** Another message on the same physical line ends this one, when no length told its end. */
function nextInRegion(text: string, hit: StartLineHit, region: number, nextStart: (from: number) => number): number {
  const next = nextStart(hit.end);
  return next < region && !text.slice(hit.end, next).includes('sipfrag') ? next : region;
}

/** Where the string, the bracket or the line ends that holds the message. */
function regionEnd(text: string, hit: StartLineHit, layout: CodedLayout): number {
  const line = lineOfHit(text, hit);
  if (layout.wrap !== undefined) return wrappedEnd(text, line.next, line.end, layout.wrap);
  const limit = Math.min(line.end, hit.start + LONGEST_CODED_MESSAGE);
  if (layout.code === 'double-backslash' && standsInQuotes(text, hit.start)) return innerQuote(text, hit.end, limit);
  if (layout.code === 'hexdump') return hit.rowsEnd ?? line.end;
  if (layout.code === 'hexstring') return hexStringEnd(text, hit.start);
  if (layout.code === 'tshark') return tsharkHead(text, hit.end)?.end ?? line.end;
  if (layout.code === 'bytes') return bracketEnd(text, hit.end, limit);
  if (layout.code === 'backslash-cell') return cellEnd(text, hit.end, limit);
  if (layout.code === 'list') return listEnd(text, hit.end, limit);
  const quote = openQuote(text, hit.start);
  if (quote !== undefined) return closingQuote(text, hit.end, limit, quote, layout.code, hit.start);
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 64));
  let end = recordTextEnd(text, hit.end, limit);
  if (text.slice(lineStart, hit.start).endsWith('[[')) while (end > hit.end && text[end - 1] === ']') end--;
  return end;
}

function bracketEnd(text: string, from: number, limit: number): number {
  const close = text.slice(from, limit).indexOf(']');
  return close < 0 ? limit : from + close;
}

/** A quote behind a line break that a comma or the end of the row follows: others may stand in the field. */
function cellEnd(text: string, from: number, limit: number): number {
  const end = text.slice(from, limit).search(/(?<=\\[rn])"(?:,|\r?$)/);
  return end < 0 ? limit : from + end;
}

function listEnd(text: string, from: number, limit: number): number {
  const close = text.slice(from, limit).search(/["'] ?[\])]/);
  return close < 0 ? limit : from + close;
}

/** Whether a quote stands before an offset on its line. */
const standsInQuotes = (text: string, at: number): boolean =>
  text.slice(lineStartBefore(text, at, Math.max(0, at - 512)), at).includes('"');

/** The quote that opened the string in which the message stands: the last one before it, when it opens something. */
function openQuote(text: string, start: number): '"' | "'" | undefined {
  const floor = lineStartBefore(text, start, Math.max(0, start - 512));
  const before = text.slice(floor, start);
  for (let i = before.length - 1; i >= 0; i--) {
    const character = before[i];
    if (character !== '"' && character !== "'") continue;
    if (before[i - 1] === '\\') continue;
    return i === 0 || /[\s:,=[({bBu]/.test(before[i - 1] ?? '') ? character : undefined;
  }
  return undefined;
}

function closingQuote(text: string, from: number, limit: number, quote: string, code: string, start: number): number {
  const doubled = text.slice(lineStartBefore(text, start, Math.max(0, start - 512)), start).includes(quote + quote);
  const escaped = code.includes('backslash') || code === 'unicode';
  const region = text.slice(0, limit);
  for (let at = region.indexOf(quote, from); at >= 0; at = region.indexOf(quote, at + 1)) {
    // In SQL a quote is doubled, and in a row of commas, unless the row holds an object that has its own.
    if (region[at + 1] === quote && (quote === "'" || !doubled)) at++;
    else if (
      escaped
        ? backslashesBefore(text, at) % 2 === 0 && !/[\w\\]/.test(region[at + 1] ?? '')
        : /^["'][\s,}\])/>;]|^["']$/.test(text.slice(at, Math.min(at + 2, limit)))
    ) {
      return at;
    }
  }
  return limit;
}

/** A string inside a string ends at a quote with one backslash; a quote within it has three. */
function innerQuote(text: string, from: number, limit: number): number {
  const region = text.slice(0, limit);
  for (let at = region.indexOf('"', from); at >= 0; at = region.indexOf('"', at + 1)) {
    const backslashes = backslashesBefore(text, at);
    if (backslashes <= 1) return at - backslashes;
  }
  return limit;
}

function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (text[at - 1 - count] === '\\') count++;
  return count;
}

/** Behind the last physical line that a tool wrapped: the next one is not indented, or is empty. */
function wrappedEnd(text: string, from: number, firstEnd: number, indent: string): number {
  let end = firstEnd;
  for (let at = from; at < text.length && end - firstEnd < LONGEST_CODED_MESSAGE; ) {
    const line = physicalLineAt(text, at);
    if (!text.startsWith(indent, line.start) || isBlankRange(text, line.start, line.end)) break;
    end = line.end;
    at = line.next;
  }
  return end;
}

function decode(text: string, start: number, end: number, layout: CodedLayout): LogicalText {
  const builder = new LogicalTextBuilder();
  if (layout.code === 'bytes') decodeByteList(builder, text, start, end);
  else if (layout.code === 'hexdump') decodeHexDump(builder, text, start, end);
  else if (layout.code === 'hexstring') decodeHexString(builder, text, start, end);
  else if (layout.code === 'tshark')
    decodeTsharkFields(builder, text, start, (from, to, inXml) =>
      decodeRun(builder, text, from, to, inXml ? 'html-break' : 'backslash'),
    );
  else if (layout.recordHead !== undefined) decodeRecords(builder, text, start, end, layout.code, layout.recordHead);
  else if (layout.wrap === undefined) decodeRun(builder, text, start, end, layout.code);
  else decodeWrapped(builder, text, start, end, layout.wrap);
  return builder.build();
}

function decodeRun(builder: LogicalTextBuilder, text: string, start: number, end: number, code: string): void {
  const decoder = decoders.get(code);
  if (!decoder) return;
  let at = start;
  for (const match of text.slice(start, end).matchAll(decoder.pattern)) {
    const from = start + match.index;
    const escape = match[0];
    const to = from + escape.length;
    builder.copy(text, at, from);
    builder.decode(decodedEscape(decoder, escape), from, to);
    at = to;
  }
  builder.copy(text, at, end);
}

/**
 * A record that begins with a header line begins a line, even where the one before it lost its line break; but not
 * where that one ends within a name.
 */
function decodeRecords(
  builder: LogicalTextBuilder,
  text: string,
  start: number,
  end: number,
  code: string,
  head: string,
): void {
  let previous: RecordPart | undefined;
  for (const part of recordParts(text, start, end, head)) {
    if (previous && beginsWithHeader(text, part.start, part.end) && lacksLineBreak(text, previous, code))
      builder.decode('\n', previous.end, part.start);
    decodeRun(builder, text, part.start, part.end, code);
    previous = part;
  }
}

function lacksLineBreak(text: string, { start, end }: RecordPart, code: string): boolean {
  const last = text.slice(Math.max(start, end - 256), end);
  const lineBreaks = [...last.matchAll(decoders.get(code)?.pattern ?? /\n/g)];
  const lineBreak = lineBreaks.at(-1);
  return /[:=]/.test(lineBreak ? last.slice(lineBreak.index + lineBreak[0].length) : last);
}

/** So many escapes are remembered for each spelling. */
const MOST_ESCAPES = 256;

function decodedEscape(decoder: Decoder, escape: string): string {
  const known = decoder.known.get(escape);
  if (known !== undefined) return known;
  const decoded = decoder.lineBreak.test(escape)
    ? '\n'
    : (decoder.escapes.find((rule) => rule.pattern.test(escape))?.decode(escape) ?? '\n');
  if (decoder.known.size < MOST_ESCAPES && escape.length <= LONGEST_ESCAPE)
    decoder.known.set(ownCopy(escape), ownCopy(decoded));
  return decoded;
}

const LONGEST_ESCAPE = 32;

/** ngrep's dump: indented lines of one width, in which `..` is a line break, even where the wrap parts it. */
function decodeWrapped(builder: LogicalTextBuilder, text: string, start: number, end: number, indent: string): void {
  let pendingDot: number | undefined;
  for (let at = start; at < end; ) {
    const line = physicalLineAt(text, at);
    const to = Math.min(line.end, end);
    let from = at === start ? at : Math.min(at + indent.length, to);
    if (pendingDot !== undefined) {
      if (text[from] === '.') {
        from++;
        builder.decode('\n', pendingDot, from);
      } else builder.copy(text, pendingDot, pendingDot + 1);
      pendingDot = undefined;
    }
    for (let dots = text.indexOf('..', from); dots >= 0 && dots + 2 <= to; dots = text.indexOf('..', from)) {
      builder.copy(text, from, dots);
      builder.decode('\n', dots, dots + 2);
      from = dots + 2;
    }
    if (from < to && text[to - 1] === '.' && line.next < end) {
      builder.copy(text, from, to - 1);
      pendingDot = to - 1;
    } else builder.copy(text, from, to);
    at = line.next;
  }
  if (pendingDot !== undefined) builder.copy(text, pendingDot, pendingDot + 1);
}

interface Extent {
  readonly end: number;
  readonly hasLength: boolean;
  readonly measured: boolean;
  readonly complete: boolean;
}

/** What closes the brackets that a message may stand in. */
const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

/** Where the message ends in its decoded text, by its empty line and its `Content-Length`. */
function messageExtent(text: string, closer?: string): Extent {
  const separator = /\r?\n[ \t]*\r?\n/.exec(text);
  const head = separator ? text.slice(0, separator.index) : text;
  const length = /^(?:content-length|l)[ \t]*:[ \t]*(\d{1,9})[ \t\r]*$/im.exec(head)?.[1];
  const hasLength = length !== undefined;
  if (!separator) return { end: text.length, hasLength, measured: false, complete: length === '0' };
  const bodyStart = separator.index + separator[0].length;
  if (length === undefined)
    return { end: text.length, hasLength, measured: false, complete: text.slice(bodyStart).trim() === '' };
  const bodyEnd = endOfBytes(text, bodyStart, Number(length), closer);
  if (bodyEnd !== undefined) return { end: bodyEnd, hasLength, measured: true, complete: true };
  return { end: text.length, hasLength, measured: false, complete: false };
}

/**
 * Where a message ends whose line breaks became blanks, so that the log's words go on behind it: behind a length of 0
 * in its last header line, or behind so many bytes of a session description.
 */
function extentWithoutBreaks(text: string): Extent | undefined {
  const length = /^(?:content-length|l)[ \t]*:[ \t]*(\d{1,9})(?=[ \t\n])/im.exec(text);
  if (!length) return undefined;
  const headEnd = length.index + length[0].length;
  const whole = { hasLength: true, measured: true, complete: true };
  if (Number(length[1]) === 0) return text.includes('\n', headEnd) ? undefined : { ...whole, end: headEnd };
  const body = text.indexOf('\nv=0\n', headEnd);
  if (body < 0) return undefined;
  // The line break that ends the body is one of the lost.
  const end =
    endOfBytes(text, body + 1, Number(length[1]) - 2, ' ') ?? endOfBytes(text, body + 1, Number(length[1]), ' ');
  return end === undefined ? undefined : { ...whole, end };
}

/** The end of a body of so many bytes, with line breaks of two bytes or of one; undefined when it is not there. */
function endOfBytes(text: string, start: number, wanted: number, closer?: string): number | undefined {
  if (wanted === 0) return start;
  for (const lineBreak of [2, 1]) {
    let bytes = 0;
    let at = start;
    while (at < text.length && bytes < wanted) {
      const code = text.charCodeAt(at++);
      bytes +=
        code === 10
          ? lineBreak
          : code === 13
            ? 2 - lineBreak
            : code < 0x80
              ? 1
              : code < 0x800
                ? 2
                : code >= 0xd800 && code <= 0xdfff
                  ? 2
                  : 3;
    }
    const atLineEnd =
      at === text.length ||
      text.charCodeAt(at - 1) === 10 ||
      text.charCodeAt(at) === 10 ||
      text[at] === closer ||
      // The next field of the row, or the log's own words behind the message.
      text.charCodeAt(at) === 9 ||
      (text.startsWith(' [', at) && text.indexOf('\n', at) < 0);
    if (bytes === wanted && atLineEnd) return at;
    // The last line break is often lost.
    if (at === text.length && text.slice(start).trim() !== '' && wanted - bytes > 0 && wanted - bytes <= 2) return at;
  }
  return undefined;
}

function documentEnd(decoded: LogicalText, end: number): number {
  const last = decoded.pieces.findLast((piece) => piece.logical < end);
  if (!last) return decoded.pieces[0]?.document ?? 0;
  return last.length === last.documentLength
    ? last.document + (end - last.logical)
    : last.document + last.documentLength;
}
