import { ownCopy } from '../../../sip/own-copy.ts';
import { span } from '../../../sip/span.ts';
import type { CodedLayout, Frame } from '../frame.ts';
import { documentSpan, type LogicalText } from '../logical.ts';
import { START_LINES_IN_BODY } from '../reach.ts';
import { beginsWithHeader, recordTextEnd, sharedHead, textBehind } from '../record-parts.ts';
import { lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import { lineOfHit, type StartLineHit } from '../start-lines/start-lines.ts';
import { CLOSERS, type Extent, extentWithoutBreaks, messageExtent } from './coded-extent.ts';
import { nextInRegion, regionEnd } from './coded-region.ts';
import { decode, decoders } from './decode-coded.ts';
import { idInJson, JOINED } from './line-codes.ts';

/** Reads messages that stand on one physical line, with their line breaks spelt out. */

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
  const last = documentSpan(decoded, span(0, extent.end)).end;
  const furthest = isListOnItsLine(text, hit, region, last) ? last : region;
  const end = extent.measured ? last : Math.min(furthest, nextInRegion(text, hit, region, next));
  const cut = extent.complete || end < region ? undefined : overRecords(text, hit, region, layout, nextStart);
  if (cut) return cut;
  return { start: hit.start, end, layout, state: extent.complete ? 'complete' : 'partial', identity: {} };
}

/** Whether the bytes of a message are a list on one line, behind which its record goes on. */
const isListOnItsLine = (text: string, hit: StartLineHit, region: number, lastByte: number): boolean =>
  hit.rows !== undefined &&
  region <= lineOfHit(text, hit).next &&
  /^\s?[\]}>]/.test(text.slice(lastByte, lastByte + 2));

/** A message is cut over so many records at most. */
const MOST_RECORDS = 16;
/** Spellings that end with their string, list or dump. */
const ENCLOSED = new Set(['rows', 'tshark', 'list', JOINED, 'double-backslash', 'dots']);

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
    end: extent.measured ? documentSpan(decoded, span(0, extent.end)).end : end,
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
      layout.code === 'blank' || layout.code === idInJson('blank')
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
