import { type Frame, isRemade, plainLines } from './log/frame.ts';
import { framesIn } from './log/framing.ts';
import { isKnownHeaderLine } from './log/shapes/header-lines.ts';
import { isBlankRange, lineStartBefore, type PhysicalLine, physicalLineAt } from './log/shapes/physical-lines.ts';

/**
 * The messages of a file that holds messages and nothing else. Unlike in a log, everything belongs to one: a first
 * line that is no start line is a broken one, and a body goes on to the next message whatever its length says, but
 * for a remark before a message.
 */
export function messageFileFrames(text: string): readonly Frame[] {
  const found = withoutFragments(text, [...framesIn(text)]).map((frame) => withGluedCharacters(text, frame));
  const starts = [...brokenStarts(text, found), ...found.map((frame) => frame.start)].sort((one, other) => one - other);
  const frameByStart = new Map(found.map((frame) => [frame.start, frame]));
  return starts.map((start, index) => {
    const frame = frameByStart.get(start);
    const next = starts[index + 1];
    const isRemarked = next !== undefined && frame?.state === 'complete' && isRemarkBehind(text, frame.end, next);
    const end = trimmedEnd(text, start, isRemarked ? frame.end : (next ?? text.length));
    const isItsOwn = frame && !isRemade(frame.layout) && !isSlip(text, frame);
    const layout = isItsOwn ? frame.layout : plainLines;
    if (layout.kind !== 'lines') return frame ?? { start, end, layout, state: 'complete', identity: {} };
    return {
      start,
      end: Math.max(end, frame?.state === 'complete' ? frame.end : end),
      layout: { ...layout, whole: true },
      state: 'complete',
      identity: {},
    };
  });
}

/** With what stands before the start line: before header lines with nothing before them it is no prefix of a log. */
function withGluedCharacters(text: string, frame: Frame): Frame {
  if (frame.layout.kind !== 'lines' || frame.layout.prefix !== '') return frame;
  const start = lineStartBefore(text, frame.start, Math.max(0, frame.start - LONGEST_GLUED));
  const isWholeLine = start === 0 || text[start - 1] === '\n';
  if (!isWholeLine || !/^(?:[^\w\s]+|[ \t]+)$/.test(text.slice(start, frame.start))) return frame;
  if (!frame.layout.quote || frame.state === 'complete') return { ...frame, start };
  // No field of a table: the quote that closes it is one of the message's own.
  return { ...frame, start, end: physicalLineAt(text, frame.end).next, layout: plainLines };
}

const LONGEST_GLUED = 256;

/**
 * An empty line behind the start line, or a blank before the next one, and none further on: a slip, and neither a
 * text of doubled line breaks nor one that is indented.
 */
function isSlip(text: string, { start, layout }: Frame): boolean {
  if (layout.kind !== 'lines') return false;
  const second = physicalLineAt(text, physicalLineAt(text, start).next);
  const third = physicalLineAt(text, second.next);
  if (layout.doubled) {
    const fourth = physicalLineAt(text, third.next);
    return !isBlankRange(text, fourth.start, fourth.end);
  }
  const isIndent = layout.prefix !== '' && isBlankRange(layout.prefix, 0, layout.prefix.length);
  return isIndent && third.end > third.start && !text.startsWith(layout.prefix, third.start);
}

/** Without the parts of messages that stand in bodies, which an empty line too much has torn from their messages. */
function withoutFragments(text: string, frames: readonly Frame[]): readonly Frame[] {
  const kept: Frame[] = [];
  for (const frame of frames) {
    const before = kept.at(-1);
    if (!before || !isFragment(text, before, frame.start)) kept.push(frame);
  }
  return kept;
}

const ANNOUNCES_FRAGMENT = /^(?:content-type|c)[ \t]*:[ \t]*message\/sip/im;
const START_LINE = /\n(?:SIP\/2\.0 \d|[A-Z]+ \S+ SIP\/2\.0)/;

/** Whether the first start line behind a message's own is of the body that its head announces (RFC 3420). */
function isFragment(text: string, before: Frame, start: number): boolean {
  const between = text.slice(before.start, start);
  return ANNOUNCES_FRAGMENT.test(between) && !START_LINE.test(between);
}

/** What somebody writes who begins another message behind one that is complete. */
const START_OF_LINE = /^(?:SIP\/|[A-Z]{2,}(?:$|[ \t]))/;

/** Where messages begin whose start line cannot be read: the first line of the file, or one that headers follow. */
function* brokenStarts(text: string, found: readonly Frame[]): Generator<number> {
  let blankBefore = true;
  let frame = 0;
  // Behind its start, up to the frame before which it was looked for, there are no header fields.
  let remark = { frame: -1, start: 0 };
  for (let at = 0; at < text.length; ) {
    while (found[frame] && found[frame]!.end <= at) frame++;
    const inside = found[frame];
    const line = physicalLineAt(text, at);
    if (inside && inside.start < line.next && inside.start <= line.end) {
      at = Math.max(inside.end, line.next);
      blankBefore = true;
      continue;
    }
    const blank = isBlankRange(text, line.start, line.end);
    const first = frame === 0 && !blank && text.slice(0, line.start).trim() === '';
    const before = found[frame - 1];
    const begun = before?.state === 'complete' && START_OF_LINE.test(text.slice(line.start, line.end));
    if (inside && (first || begun) && remark.frame !== frame) {
      remark = { frame, start: headersEnd(text, line.start, inside.start) };
    }
    const alone = (first || begun) && !(inside && line.start >= remark.start);
    const begins = !blank && blankBefore && (alone || isStartOfHead(text, line));
    if (begins && !(before && isFragment(text, before, line.start))) yield line.start;
    blankBefore = blank;
    at = line.next;
  }
}

/** Where the last header field of a range ends; the start where there is none, and the range is a remark. */
function headersEnd(text: string, start: number, end: number): number {
  let last = start;
  for (let at = start; at < end; ) {
    const line = physicalLineAt(text, at);
    if (isKnownHeaderLine(text, line.start, line.end)) last = line.next;
    at = line.next;
  }
  return last;
}

/** What bodies go on with: a line of a session description, an element, an object, a delimiter of parts. */
const GOES_ON = /^(?:[a-z]=|[<{]|--\S)/;

/** Whether a remark, an empty line before it, is all that stands behind a body that its length fits. */
function isRemarkBehind(text: string, start: number, next: number): boolean {
  const rest = text.slice(start, next);
  const written = rest.trimStart();
  if (written === '' || (GOES_ON.test(written) && !/^-{3,}/.test(written))) return false;
  const gap = text.slice(Math.max(0, start - 4), next - written.length);
  return gap.split('\n').length > 2 && headersEnd(text, start, next) === start;
}

/**
 * Whether a line that is no header field stands before two that are. Behind an empty line too much, header fields
 * go on with header fields, and those of a body part all describe content.
 */
function isStartOfHead(text: string, line: PhysicalLine): boolean {
  if (isKnownHeaderLine(text, line.start, line.end)) return false;
  const first = physicalLineAt(text, line.next);
  const second = physicalLineAt(text, first.next);
  return [first, second].every(
    ({ start, end }) => isKnownHeaderLine(text, start, end) && !/^content-/i.test(text.slice(start, start + 8)),
  );
}

/** Without the empty lines that part one message from the next. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  // No further: where one line holds many messages, its end is far away.
  const feed = text.slice(at, end).indexOf('\n');
  return feed < 0 ? end : at + feed + 1;
}
