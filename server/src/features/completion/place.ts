import { type Analysis, frameIndexAt, placedMessage, placedSpan } from '../../analysis.ts';
import type { Frame } from '../../readers/log/frame.ts';
import { documentOffset, logicalOffset } from '../../readers/log/logical.ts';
import { isKnownHeaderLine } from '../../readers/log/shapes/header-lines.ts';
import { isBlankRange, physicalLineAt } from '../../readers/log/shapes/physical-lines.ts';
import type { Message } from '../../sip/message.ts';
import { parseMessage } from '../../sip/parse.ts';
import { type Span, span } from '../../sip/span.ts';
import { begunMessageStart } from './begun-message.ts';

/** A place in a message where somebody may write. */
export interface Place {
  /** The message as it goes over the wire. Every other offset is one in this text. */
  readonly text: string;
  readonly message: Message;
  readonly caret: number;
  /** The line of the caret, without its line break. */
  readonly line: Span;
  /** Whether whole messages can be written here: in a message file, not in a log. */
  readonly isFile: boolean;
  /** Differs from place to place; what has to be unique is made of it. */
  readonly seed: number;
  documentSpan(range: Span): Span;
  /** The nearest request before this message in a message file. */
  requestBefore(): Message | undefined;
}

/** The place at an offset of a document; undefined outside messages. */
export function placeAt(analysis: Analysis, offset: number): Place | undefined {
  if (analysis.dialect !== 'message') return placeInFrame(analysis, frameIndexAt(analysis, offset), offset);
  const index = lastStartingBefore(analysis.frames, offset);
  const frame = analysis.frames[index];
  const asItStands = !frame || (isPlain(frame) && !(isDoubled(frame) && hasInk(analysis.text.whole, offset)));
  return asItStands ? placeInFile(analysis, index, offset) : placeInFrame(analysis, index, offset);
}

/** In a log a message is what the log says it is: nothing is written before it or behind it. */
function placeInFrame(analysis: Analysis, index: number | undefined, offset: number): Place | undefined {
  const frame = index === undefined ? undefined : analysis.frames[index];
  if (!frame || offset < frame.start || offset > frame.end) return undefined;
  if (offset === frame.end && analysis.text.slice(offset - 1, offset) === '\n') return undefined;
  const placed = placedMessage(analysis.text, frame);
  const caret = logicalOffset(placed.logical, offset);
  if (caret === undefined || documentOffset(placed.logical, caret) !== offset) return undefined;
  return {
    text: placed.logical.text,
    message: placed.message,
    caret,
    line: lineAt(placed.logical.text, caret),
    isFile: false,
    seed: offset,
    documentSpan: (range) => placedSpan(placed, range),
    requestBefore: () => undefined,
  };
}

/**
 * In a message file the line that is being typed may not look like SIP yet, so that the reader takes it for the body
 * of the message before it: where that one is over, another begins.
 */
function placeInFile(analysis: Analysis, index: number, offset: number): Place {
  const { frames } = analysis;
  const text = analysis.text.whole;
  const line = lineAt(text, offset);
  const first = firstOfMessage(text, frames, index);
  const end = frames[firstBehindMessage(text, frames, index)]?.start ?? text.length;
  const regionStart = frames[first]?.start ?? line.start;
  const start = regionStart > line.start ? line.start : begunMessageStart(text, span(regionStart, end), line.start);
  const own = text.slice(start, end);
  return {
    text: own,
    message: parseMessage(own),
    caret: offset - start,
    line: span(line.start - start, line.end - start),
    isFile: true,
    seed: start + text.length,
    documentSpan: (range) => span(range.start + start, range.end + start),
    requestBefore: () => requestBefore(analysis, first, start),
  };
}

/** A header line begins no message: an empty line in front of it is one that somebody is about to fill. */
function firstOfMessage(text: string, frames: readonly Frame[], index: number): number {
  let first = index;
  while (first > 0 && beginsWithHeader(text, frames[first])) first--;
  return first;
}

function firstBehindMessage(text: string, frames: readonly Frame[], index: number): number {
  let behind = index + 1;
  while (beginsWithHeader(text, frames[behind])) behind++;
  return behind;
}

function beginsWithHeader(text: string, frame: Frame | undefined): boolean {
  if (!frame || !isPlain(frame)) return false;
  const line = physicalLineAt(text, frame.start);
  return isKnownHeaderLine(text, line.start, line.end);
}

/** How many messages are looked through for a request. */
const FARTHEST_REQUEST = 8;

function requestBefore({ text, frames }: Analysis, index: number, end: number): Message | undefined {
  for (let i = index; i >= 0 && i > index - FARTHEST_REQUEST; i--) {
    const frame = frames[i];
    if (!frame || frame.start >= end) continue;
    const message = isPlain(frame)
      ? parseMessage(text.slice(frame.start, Math.min(frame.end, end)))
      : placedMessage(text, frame).message;
    if (message.startLine.kind === 'request') return message;
  }
  return undefined;
}

/** Whether the lines of a message stand in the file as they are; a line between them is one that is being written. */
const isPlain = ({ layout }: Frame): boolean =>
  layout.kind === 'lines' && layout.prefix === '' && layout.suffixes.length === 0 && !layout.quote;

/** One empty line below the start line looks like this as well. */
const isDoubled = ({ layout }: Frame): boolean => layout.kind === 'lines' && layout.doubled;

function hasInk(text: string, offset: number): boolean {
  const line = lineAt(text, offset);
  return !isBlankRange(text, line.start, line.end);
}

/** The index of the last frame that starts at or before an offset; -1 when there is none. */
function lastStartingBefore(frames: readonly Frame[], offset: number): number {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (frames[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function lineAt(text: string, offset: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return span(start, Math.max(physicalLineAt(text, start).end, offset));
}

/** Which part of its message a place is in. */
export function partAt({ message, line }: Place): 'start' | 'head' | 'body' {
  if (line.start <= message.startLine.span.start) return 'start';
  return !message.separator || line.start <= message.separator.start ? 'head' : 'body';
}
