import { DocumentText } from './document/document-text.ts';
import { dialectOf } from './readers/dialect.ts';
import { withColumns } from './readers/log/envelope/columns/columns.ts';
import { firstLinesOf, LONGEST_ROW } from './readers/log/envelope/columns/headings.ts';
import { type Envelope, envelopeOf } from './readers/log/envelope/envelope.ts';
import { withFirstPrint } from './readers/log/envelope/first-print.ts';
import type { MessageBefore } from './readers/log/envelope/message-before.ts';
import { tellingBefore, withPacket } from './readers/log/envelope/same-packet.ts';
import { LONGEST_BETWEEN, withSection } from './readers/log/envelope/sections.ts';
import type { UserRow } from './readers/log/envelope/user/user-rows.ts';
import { type Frame, firstFrameEndingAt, messageEnd, shifted } from './readers/log/frame.ts';
import { framesIn } from './readers/log/framing.ts';
import { documentSpan, inDocument, type LogicalText, logicalOffset } from './readers/log/logical.ts';
import { reframe, withKnownIdentities } from './readers/log/reframe.ts';
import { lineStartBefore } from './readers/log/shapes/physical-lines.ts';
import { unfold } from './readers/log/unfold.ts';
import type { Mention } from './readers/mention.ts';
import { messageFileFrames } from './readers/message-file.ts';
import { messageMentions } from './readers/message-mentions.ts';
import { proseMentions } from './readers/prose.ts';
import type { ConfigReading, Dialect } from './readers/reading.ts';
import type { Gist, Message } from './sip/message.ts';
import { parseGist, parseMessage } from './sip/parse.ts';
import { overlaps, type Span, span, touches } from './sip/span.ts';

/** What one version of a document holds. Immutable; everything a person sees is a function of it. */
export interface Analysis {
  readonly text: DocumentText;
  readonly dialect: Dialect;
  /** The messages, in document order. */
  readonly frames: readonly Frame[];
  /** What a configuration file's own reader found. */
  readonly config: ConfigReading | undefined;
}

/** Where a document comes from, as far as it tells what kind of text it is. */
export interface Origin {
  /** A path or URI; only its last part counts. */
  readonly name: string;
  /** The editor's language id, where there is an editor. */
  readonly languageId?: string;
}

/** Analyses a text; `previous` is the analysis of an earlier version, of which as much is kept as holds. */
export function analyse(source: string | DocumentText, origin: Origin, previous?: Analysis): Analysis {
  const text = typeof source === 'string' ? DocumentText.of(source) : source;
  const { dialect, read } = dialectOf(text, origin);
  const config = read?.(text.whole, previous?.config);
  const reuse = (frames: readonly Frame[]) =>
    previous?.dialect === dialect ? withKnownIdentities(previous.text, previous.frames, text, frames) : frames;
  if (config) return { text, dialect, frames: reuse(config.frames), config };
  if (dialect === 'message') return { text, dialect, frames: reuse(messageFileFrames(text.whole)), config };
  if (dialect === 'none') return { text, dialect, frames: [], config };
  const frames =
    previous?.dialect === 'log' ? reframe(previous.text, previous.frames, text) : [...framesIn(text.whole)];
  return { text, dialect, frames, config };
}

/** A message with the way from its own text to the document. */
export interface PlacedMessage {
  readonly frame: Frame;
  readonly message: Message;
  readonly logical: LogicalText;
}

/** The unfolding of a message looks so far before and behind it. */
const BESIDE_MESSAGE = 16_384;

export function placedMessage(text: DocumentText, frame: Frame): PlacedMessage {
  const logical = logicalTextOf(text, frame);
  return { frame, logical, message: parseMessage(logical.text) };
}

export const gistAt = (text: DocumentText, frame: Frame): Gist => parseGist(logicalTextOf(text, frame).text);

/** The text of a message as it went over the wire. */
export function logicalTextOf(text: DocumentText, frame: Frame): LogicalText {
  const near = text.around(frame, BESIDE_MESSAGE, BESIDE_MESSAGE);
  return near.start === 0
    ? unfold(near.text, frame)
    : inDocument(unfold(near.text, shifted(frame, -near.start)), near.start);
}

/** A record's lines and the layers of a packet around a message that may tell of it. */
const AROUND_MESSAGE = 131_072;

/** What the log says of the message with an index, and what had to be inferred. */
export const envelopeAt = (analysis: Analysis, index: number, userRows: readonly UserRow[] = []): Envelope =>
  envelopeBehind(analysis, index, userRows, MOST_ASKED);

/** So many messages before one are asked what the log says of them, each for the one behind it. */
const MOST_ASKED = 2;

/** The same with what is told of so many messages before it. */
function envelopeBehind(analysis: Analysis, index: number, userRows: readonly UserRow[], most: number): Envelope {
  const { text, frames } = analysis;
  const frame = frames[index]!;
  const near = text.around(frame, AROUND_MESSAGE, AROUND_MESSAGE);
  const previous = frames[index - 1];
  const told = most > 0 ? tellingBefore(frames, index) : undefined;
  const before = previous && shifted(previous, -near.start);
  return envelopeAmong(analysis, index, {
    text: near.text,
    frame: shifted(frame, -near.start),
    floor: Math.max(0, before?.end ?? 0),
    message: gistAt(text, frame),
    before:
      before && told !== undefined
        ? {
            frame: before,
            message: () => gistAt(text, previous),
            envelope: () => envelopeBehind(analysis, told, userRows, most - 1),
          }
        : undefined,
    firstLines: firstLinesOf(text.slice(0, LONGEST_ROW)),
    userRows,
  });
}

/** A message in a text that may be no more than what stands near it. */
interface AmongOthers {
  readonly text: string;
  readonly frame: Frame;
  /** Where the message before it ends. */
  readonly floor: number;
  readonly message: Gist;
  /** The message before it, of which it may be another print, or with which it may share a packet. */
  readonly before: MessageBefore | undefined;
  /** The first lines of the document, which may name the columns of a table. */
  readonly firstLines: readonly string[];
  readonly userRows: readonly UserRow[];
}

/** The same from what is at hand of the message and the one before it. */
export function envelopeAmong({ text, frames }: Analysis, index: number, among: AmongOthers): Envelope {
  const { frame, message, before } = among;
  const own = envelopeOf(among.text, frame, among.floor, message, among.userRows);
  const said = withPacket(withFirstPrint(own, before, among.text, frame, message), before, among.text, frame, message);
  return withSection(withColumns(said, among.firstLines, among.text, frame), index, (i) => {
    const start = frames[i - 1]?.end ?? 0;
    const end = frames[i]!.start;
    return end - start > LONGEST_BETWEEN ? undefined : text.slice(start, end);
  });
}

/** The document span of a span of the message's text. */
export const placedSpan = (placed: PlacedMessage, range: Span): Span => documentSpan(placed.logical, range);

/** The index of the frame that holds an offset or ends at it; undefined between messages. */
export function frameIndexAt(analysis: Analysis, offset: number): number | undefined {
  const index = firstFrameEndingAt(analysis.frames, offset);
  const frame = analysis.frames[index];
  return frame && touches(frame, offset) ? index : undefined;
}

/** The lines of a message may stand among those of so many others. */
const FRAMES_AMONG = 16;

const goesOnBehind =
  (offset: number) =>
  (frame: Frame): boolean =>
    frame.reach !== undefined && messageEnd(frame) > offset;

/** The frames that touch a range, and those whose messages go on in it among the lines of others. */
export function framesTouching(analysis: Analysis, range: Span): readonly Frame[] {
  const first = firstFrameEndingAt(analysis.frames, range.start);
  const frames = analysis.frames.slice(Math.max(0, first - FRAMES_AMONG), first).filter(goesOnBehind(range.start));
  for (let i = first; i < analysis.frames.length; i++) {
    const frame = analysis.frames[i]!;
    if (frame.start > range.end) break;
    frames.push(frame);
  }
  return frames;
}

/** The mentions that touch a range, in document order within each message and each stretch of prose. */
export function* mentionsIn(analysis: Analysis, range: Span): Generator<Mention> {
  if (analysis.config) {
    for (const mention of analysis.config.mentionsNear(range)) if (touching(mention.span, range)) yield mention;
  }
  let at = range.start;
  for (const frame of framesTouching(analysis, range)) {
    if (!analysis.config && frame.start > at) yield* proseIn(analysis, span(at, frame.start));
    yield* mentionsOfFrame(analysis, frame, range);
    at = Math.max(at, frame.end);
  }
  if (!analysis.config && at <= range.end) yield* proseIn(analysis, span(at, range.end));
}

const touching = (one: Span, range: Span): boolean => overlaps(one, range) || touches(one, range.start);

function* mentionsOfFrame(analysis: Analysis, frame: Frame, range: Span): Generator<Mention> {
  const placed = placedMessage(analysis.text, frame);
  const start = logicalOffset(placed.logical, Math.max(range.start, frame.start));
  const end = range.end >= frame.end ? placed.logical.text.length : logicalOffset(placed.logical, range.end);
  // A range that begins or ends in a prefix is widened to the whole message; the mentions are sifted below.
  const within = span(start ?? 0, end ?? placed.logical.text.length);
  for (const mention of messageMentions(placed.message, within)) {
    const placedMention = { term: mention.term, span: placedSpan(placed, mention.span) };
    if (touching(placedMention.span, range)) yield placedMention;
  }
}

/** Of a longer line the rest is not looked at. */
const LONGEST_LINE = 4096;

/** The mentions in the lines of a stretch between messages. */
function* proseIn(analysis: Analysis, range: Span): Generator<Mention> {
  if (analysis.dialect !== 'log') return;
  const { text, frames } = analysis;
  const floor = frames[firstFrameEndingAt(frames, range.start) - 1]?.end ?? 0;
  const from = Math.max(floor, range.start - 2048);
  const first = from + lineStartBefore(text.slice(from, range.start), range.start - from, 0);
  // Taken once, for a document that was edited is made of pieces. What a line holds far behind the range is not looked
  // for, so that a line of megabytes costs no more.
  const near = text.slice(first, Math.min(text.length, range.end + LONGEST_LINE));
  for (let at = 0; first + at <= range.end && at < near.length; ) {
    const feed = near.indexOf('\n', at);
    const lineEnd = feed < 0 ? near.length : feed;
    for (const mention of proseMentions(near.slice(at, Math.min(lineEnd, at + LONGEST_LINE)), first + at)) {
      if (touching(mention.span, range)) yield mention;
    }
    at = lineEnd + 1;
  }
}
