import { frameCoded, unfoldCoded } from './coded/coded.ts';
import { isOffset, type RowShape } from './dumps/code-rows.ts';
import { dumpStart } from './dumps/dumps.ts';
import type { Frame } from './frame.ts';
import { layoutAfter } from './layout.ts';
import { frameOnLines, unfoldLines } from './lines/lines.ts';
import type { LogicalText } from './logical.ts';
import { frameMembers, unfoldMembers } from './members/members.ts';
import { frameOfBareStartLine } from './start-lines/bare-start-lines.ts';
import { type StartLineHit, StartLines } from './start-lines/start-lines.ts';
import { frameTree, unfoldTree } from './tree.ts';
import { frameWrapped, unfoldWrapped } from './wrap/wrapped.ts';

/**
 * Finds the messages of a text from an offset on, in order; `before` is the one that ends before it. One pass: text without SIP is passed over by
 * `indexOf`, and what is inside a message is not looked at for another.
 */
export function* framesIn(text: string, from = 0, before?: Frame): Generator<Frame> {
  let startLines = startLinesBehind(text, from, before);
  const nextStart = (offset: number) => startLines.after(offset)?.start ?? Number.POSITIVE_INFINITY;
  let previous = before;
  for (let hit = startLines.after(from); hit; ) {
    const found = frameAt(text, hit, nextStart);
    const frame = found ?? frameOfBareStartLine(text, hit, previous);
    if (
      frame &&
      !(found && isExcerpt(text, found)) &&
      !(previous && (isSecondPrint(text, previous, frame) || isNestedField(text, previous, frame)))
    ) {
      yield frame;
      // What the one looked for may have passed over what the other one looks for.
      if (isWrapped(frame) !== isWrapped(previous)) startLines = startLinesBehind(text, frame.end, frame);
      previous = frame;
    }
    const next = Math.max(frame?.end ?? 0, hit.end);
    startLines.forget(next);
    hit = startLines.after(next);
  }
}

/** Behind a message whose lines a tool broke it may have broken a version as well. */
const startLinesBehind = (text: string, from: number, before: Frame | undefined): StartLines =>
  new StartLines(text, from, rowsOf(before), isWrapped(before));

const isWrapped = (frame: Frame | undefined): boolean => frame?.layout.kind === 'wrapped';

/** What every message has, one of them at least among the first header fields that a log shows of it. */
const TELLING = /(?:via|from|call-id|cseq)[ \t]*[:=]|(?<![\w-])[vfi][ \t]*:/i;
const LONGEST_HEAD = 16_384;

/**
 * Whether a program tells what came of a request: a start line and the fields that it thinks worth telling, none of
 * which says what the message belongs to. At the end of the text the rest may be yet to come.
 */
const isExcerpt = (text: string, { layout, start, end }: Frame): boolean =>
  layout.kind === 'lines' &&
  (end < text.length || /\n[ \t\r]*\n$/.test(text.slice(Math.max(start, end - 8), end))) &&
  !TELLING.test(text.slice(start, Math.min(end, start + LONGEST_HEAD)));

/** A message whose lines look as if a tool had broken them is read as it was before that. */
function frameAt(text: string, hit: StartLineHit, nextStart: (from: number) => number): Frame | undefined {
  const frame = hit.isTorn ? undefined : frameAsItStands(text, hit, nextStart);
  return frame && !mayBeWrapped(frame) ? frame : (frameWrapped(text, hit, nextStart, frameAsItStands, frame) ?? frame);
}

const mayBeWrapped = ({ layout, state }: Frame): boolean =>
  layout.kind === 'coded'
    ? state === 'partial' && layout.wrap === undefined
    : layout.kind === 'lines' && (state === 'partial' || layout.mixed || layout.folded === true);

function frameAsItStands(text: string, hit: StartLineHit, nextStart: (from: number) => number): Frame | undefined {
  const layout = layoutAfter(text, hit, nextStart(hit.end));
  switch (layout?.kind) {
    case 'lines':
      return frameOnLines(text, hit, layout, nextStart);
    case 'coded':
      return frameCoded(text, hit, layout, nextStart);
    case 'tree':
      return frameTree(text, hit, layout);
    case 'members':
      return frameMembers(text, hit, layout, nextStart(hit.end));
    default:
      return undefined;
  }
}

/** The text of the message that a frame holds, as it went over the wire. */
export function unfold(text: string, frame: Frame): LogicalText {
  switch (frame.layout.kind) {
    case 'lines':
      return unfoldLines(text, frame, frame.layout);
    case 'coded':
      return unfoldCoded(text, frame, frame.layout);
    case 'tree':
      return unfoldTree(text, frame, frame.layout);
    case 'members':
      return unfoldMembers(text, frame, frame.layout);
    case 'wrapped':
      return unfoldWrapped(text, frame, frame.layout, unfold);
    case 'own':
      return frame.layout.unfold(text, frame);
  }
}

/** A packet is no longer than this in a tree of fields. */
const LARGEST_PACKET = 262_144;

/** A message in the body of another one, which a tree of a packet's fields shows once more as fields. */
function isNestedField(text: string, previous: Frame, frame: Frame): boolean {
  if (!isTsharkFrame(previous) || !isTsharkFrame(frame) || frame.start - previous.end > LARGEST_PACKET) return false;
  const between = text.slice(previous.end, frame.start);
  return /mime_multipart|msg_body|message_sip/.test(between) && !/"layers"|<packet>/.test(between);
}

const isTsharkFrame = ({ layout }: Frame): boolean => layout.kind === 'coded' && layout.code === 'tshark';

/** The packet's own bytes, which a dump prints before the message: so many at most. */
const LONGEST_JUNK = 160;

/**
 * Dumps print a packet in their own words, as `tcpdump -v` and `tshark -V` do, and then its bytes once more: as text
 * behind those of the layers below it, as hexadecimal rows, or line by line. The second print is no message.
 */
function isSecondPrint(text: string, previous: Frame, frame: Frame): boolean {
  const first = previous.layout;
  if (first.kind === 'coded' && frame.layout.kind === 'coded' && first.code === frame.layout.code)
    return (
      isOtherMember(text.slice(previous.end, frame.start)) && unfold(text, previous).text === unfold(text, frame).text
    );
  // What a dump does not show to its end, the text behind it does.
  if (areBytes(previous) && previous.state === 'partial') return false;
  const inBytesToo = areBytes(previous) !== areBytes(frame);
  if (!inBytesToo && first.kind !== 'tree' && (first.kind !== 'lines' || first.prefix === '')) return false;
  const start = secondPrintStart(text, previous, frame);
  if (start === undefined || start < previous.end || start - previous.end > LONGEST_JUNK) return false;
  if (/\d\d:\d\d:\d\d|^Frame \d/m.test(text.slice(previous.end, start))) return false;
  const printed = unfold(text, previous).text.replaceAll('\r', '');
  const again = unfold(text, frame).text.replaceAll('\r', '');
  if (areBytes(frame) && frame.state === 'partial') return printed.startsWith(withoutCutLine(again));
  return firstLines(printed) === firstLines(again);
}

const firstLines = (message: string): string => message.split('\n', 2).join('\n');

/** Without the line that a dump does not show to its end, unless that is its start line. */
const withoutCutLine = (message: string): string => message.slice(0, message.lastIndexOf('\n') + 1) || message;

/** How the rows of codes look that a message stands in. */
const rowsOf = (frame: Frame | undefined): RowShape | undefined =>
  frame?.layout.kind === 'coded' ? frame.layout.rows : undefined;

const areBytes = (frame: Frame): boolean => rowsOf(frame) !== undefined;

/** What stands between two members of one object on one line: `","record":{"message":"`, but no row and no object that ends. */
const isOtherMember = (between: string): boolean =>
  between.length < LARGEST_RECORD && /^[^\n]*["'],/.test(between) && !/\n|[)}\]]\s*,\s*[({[]/.test(between);
const LARGEST_RECORD = 4096;

/** Where the second print of a packet begins. */
function secondPrintStart(text: string, previous: Frame, frame: Frame): number | undefined {
  const { layout: first } = previous;
  const { layout, start } = frame;
  const rows = rowsOf(frame);
  if (rows) return isOffset(rows.before) ? dumpStart(text, start, rows, previous.end) : start;
  if (rowsOf(previous)) return start;
  if (layout.kind !== 'lines') return undefined;
  if (first.kind === 'tree') return start;
  return layout.prefix === '' && text[start - 1] !== '\n' ? start : undefined;
}
