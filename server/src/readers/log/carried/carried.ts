import { copyDecoded, doubledQuotes, type EscapeStyle, escapeStyles } from '../escapes.ts';
import { type CarriedLayout, type Frame, messageEnd } from '../frame.ts';
import { type LogicalText, LogicalTextBuilder, logicalOffset } from '../logical.ts';
import { frameInRemade, type ReadFrame, unfoldRemade } from '../remade.ts';
import { isBlankRange, lineNear, physicalLineAt } from '../shapes/physical-lines.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { type Carrier, escapesOf, type FlatLines, type Strand } from './carrier.ts';
import { carriersAt, contentOn, contentsFrom, type LineCarrier, LONGEST_BEFORE, LONGEST_BEHIND } from './carriers.ts';
import { flatLineAbove } from './flat-lines.ts';
import { lineInStringAbove, lineInStringStart } from './long-strings.ts';
import { besideMember } from './members.ts';
import { LONGEST_IN_STRAND, strandAt, tellsInStrand } from './strands.ts';

/**
 * Reads messages whose lines a tool carries each for itself, in a record, a field, a string or between the same signs:
 * as they stood before, in any other layout.
 */

/** The frames of a message without what may carry its lines; `read` knows the other layouts. */
export function* framesCarried(
  text: string,
  hit: StartLineHit,
  nextStart: (from: number) => number,
  read: ReadFrame,
  isCoded: boolean,
): Generator<Frame & { readonly layout: CarriedLayout }> {
  if (hit.rows) return;
  const carriers = headerFollows(text, hit, nextStart) ? carriersAt(text, hit.start) : strandsAt(text, hit.start);
  for (const carrier of isCoded ? pageFirst(carriers) : carriers) {
    // Of a strand so little stands before an end that a message may not have ended there.
    const least = carrier.kind === 'strand' ? hit.start + LONGEST_IN_STRAND : 0;
    const remake = (end: number) => gathered(text, hit.start, Math.max(end, least), carrier);
    const frame = frameInRemade(text, hit, nextStart, remake, read);
    if (!frame) continue;
    const layout: CarriedLayout = { kind: 'carried', carrier, layout: frame.layout };
    const end =
      carrier.kind === 'strand' ? endBeforeOthers(text, frame, nextStart(hit.end), nextStart, carrier) : frame.end;
    yield end < frame.end ? { ...frame, end, layout, reach: frame.end - frame.start } : { ...frame, layout };
  }
}

/** What carries a line behind which the first one of others begins another message. */
function strandsAt(text: string, at: number): readonly Carrier[] {
  const line = lineNear(text, at, LONGEST_BEFORE, LONGEST_BEHIND);
  const strand = line && strandAt(text, line, at);
  return strand ? [strand] : [];
}

/** Where a frame ends in whose message others begin one: before the first of their lines, for frames do not overlap. */
function endBeforeOthers(
  text: string,
  { start, end }: Frame,
  firstStart: number,
  nextStart: (from: number) => number,
  strand: Strand,
): number {
  let begin = firstStart;
  let cut: number | undefined;
  for (const { start: at, next, goesOn } of contentsFrom(text, start, end, strand)) {
    if (goesOn) cut ??= at;
    for (; begin < next; begin = nextStart(begin + 1)) if (goesOn) return cut ?? end;
    if (begin >= end) return end;
  }
  return end;
}

/** A message on one line stands in a record that is read as it is where only its signs are spelt as a page has them. */
const pageFirst = (carriers: readonly Carrier[]): readonly Carrier[] =>
  [...carriers].sort((one, other) => Number(other.kind === 'page') - Number(one.kind === 'page'));

/** A header field stands so near behind a start line, whatever is around both, in UTF-16 code units. */
const NEAR = 1024;
const HEADER_NAME =
  /(?:Via|From|To|Call-?ID|CSeq|Contact|Max-Forwards|Route)(?![\w-])|(?:^|[^\w-]|\\[rn])[vftim][ \t]*:/i;

const headerFollows = (text: string, hit: StartLineHit, nextStart: (from: number) => number): boolean =>
  HEADER_NAME.test(text.slice(hit.end, Math.min(hit.end + NEAR, nextStart(hit.end))));

export function unfoldCarried(
  text: string,
  frame: Frame,
  { carrier, layout }: CarriedLayout,
  unfold: (text: string, frame: Frame) => LogicalText,
): LogicalText {
  return unfoldRemade(gathered(text, frame.start, messageEnd(frame), carrier), frame, layout, unfold);
}

/** So many lines around a message may tell of it. */
const LINES_AROUND = 48;

/** What stands around a message, without what carries it: where the message and the end of the one before it are, and what the record beside it says. */
export interface Uncarried {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly floor: number;
  readonly record: string;
  /** The same beside the line above. */
  readonly recordAbove?: string | undefined;
}

/** What stands around a message, each line without what carries it. */
export function uncarriedAround(text: string, frame: Frame, floorOfFrame: number, carrier: Carrier): Uncarried {
  const { start } = frame;
  const end = messageEnd(frame);
  // The message before may be of others, and go on where this one is told of.
  const floor = carrier.kind === 'strand' ? Math.max(0, start - LONGEST_ABOVE) : floorOfFrame;
  if (carrier.kind === 'member') {
    const { others, above } = besideMember(text, start, floor, carrier, LINES_AROUND);
    const before = above.reduceRight((lines, line) => `${lines}${line}\n`, '');
    const whole = gathered(text, start, behind(text, end), carrier);
    const at = before.length + (logicalOffset(whole, start) ?? 0);
    const to = before.length + (logicalOffset(whole, end) ?? whole.text.length);
    return { text: before + whole.text, start: at, end: to, floor: 0, record: others };
  }
  const isOnOneLine = carrier.kind === 'long-string' || isFlat(carrier);
  const limit = isOnOneLine ? beforeNextStart(text, end, behind(text, end)) : behind(text, end);
  const own = isOnOneLine ? undefined : ownLine(text, start, limit, floor, carrier);
  const furthest = Math.max(floor, start - LONGEST_ABOVE);
  const top = own?.top ?? topOnOneLine(text, start, furthest, carrier);
  const whole = gathered(text, top ?? start, limit, carrier);
  return {
    text: whole.text,
    start: logicalOffset(whole, start) ?? 0,
    end: logicalOffset(whole, end) ?? whole.text.length,
    floor: Math.max(0, logicalOffset(whole, floor) ?? 0),
    record: own?.beside ?? (isFlat(carrier) ? prefixBefore(text, start, carrier) : ''),
    recordAbove: own?.besideAbove,
  };
}

/** The first of the lines above that may tell of a message, and what stands beside it on its own line; undefined where that is too long. */
function ownLine(text: string, start: number, limit: number, floor: number, carrier: LineCarrier) {
  const line = lineNear(text, start, LONGEST_BEFORE, LONGEST_BEHIND);
  const content = line && contentOn(text, line, carrier, limit);
  // Several objects may stand on one line.
  if (!content || content.start > start || start > content.end) return undefined;
  const beside = `${text.slice(line.start, content.start)}${text.slice(content.end, content.next)}`;
  return {
    top: topmost(text, line.start, floor, carrier),
    // Another message on the line says nothing of this one.
    beside: /SIP\\*\//i.test(beside) ? '' : beside,
    besideAbove: line.start > floor ? besideLine(text, line.start - 1, line.start, carrier) : undefined,
  };
}

/** What stands beside the content of a line that the carrier has put. */
function besideLine(text: string, at: number, limit: number, carrier: LineCarrier): string | undefined {
  const line = lineNear(text, at, LONGEST_LINE, 1);
  const content = line && contentOn(text, line, carrier, limit);
  return content && `${text.slice(line.start, content.start)}${text.slice(content.end, content.next)}`;
}

/** What stood before the line of a message: when it was written, for instance. */
const isFlat = (carrier: Carrier): carrier is FlatLines =>
  carrier.kind === 'flat-lines' || carrier.kind === 'flat-strings';

const prefixBefore = (text: string, start: number, { prefix }: FlatLines): string =>
  text.slice(Math.max(0, start - prefix.length), start);

/** The first of the lines above where the carrier has put them and the message on one physical line. */
function topOnOneLine(text: string, start: number, floor: number, carrier: Carrier): number | undefined {
  switch (carrier.kind) {
    case 'flat-lines':
    case 'flat-strings':
      return flatLineAbove(text, start, floor, LINES_AROUND, carrier);
    case 'long-string':
    case 'json-member':
      return lineInStringAbove(text, start, floor, LINES_AROUND);
    default:
      return undefined;
  }
}

/** The first of the lines above that are carried alike and may tell of a message. */
function topmost(text: string, lineStart: number, floor: number, carrier: LineCarrier): number {
  let top = lineStart;
  let at = carrier.kind === 'strand' ? aboveEmptyLine(text, lineStart, floor, carrier) : lineStart;
  for (let i = 0; i < LINES_AROUND && at > floor; i++) {
    const above = lineNear(text, at - 1, LONGEST_LINE, 1);
    const content = above && contentOn(text, above, carrier, at);
    if (!content || (carrier.kind === 'strand' && !tellsInStrand(text, content))) break;
    top = at = above.start;
  }
  return top;
}

/** Where the empty line begins that stands between what leads to a message and the message, or the message itself. */
function aboveEmptyLine(text: string, lineStart: number, floor: number, strand: Strand): number {
  const above = lineStart > floor ? lineNear(text, lineStart - 1, LONGEST_LINE, 1) : undefined;
  const content = above && contentOn(text, above, strand, lineStart);
  const isEmpty = content && !content.goesOn && isBlankRange(text, content.start, content.end);
  return isEmpty ? above.start : lineStart;
}

const LONGEST_LINE = 16_384;
/** The lines above in the same string are looked for so far back. */
const LONGEST_ABOVE = 4096;
const MOST_BEHIND = 8192;

function behind(text: string, end: number): number {
  const near = text.slice(end, end + MOST_BEHIND);
  let to = 0;
  for (let i = 0; i < LINES_AROUND && to < near.length; i++) to = physicalLineAt(near, to).next;
  return end + to;
}

/** As far as the next start line on the same line: what stands behind it tells of others, and would be made anew for each message. */
function beforeNextStart(text: string, end: number, limit: number): number {
  const next = text.slice(end, limit).search(/SIP\/\d\.\d(?!\d*\/)/);
  return next < 0 ? limit : end + next;
}

const styleOf = ({ kind }: Carrier): EscapeStyle | undefined => {
  const escapes = escapesOf[kind];
  return escapes === 'doubled-quotes' ? doubledQuotes['"'] : escapes && escapeStyles[escapes];
};

/** What stands so far before a message in the same string is of no use to read it. */
const LONGEST_CONTEXT = 1024;

/** Behind what stands for the line break of a line: the rest of the line that carries it, unless that holds another message. */
const breakEnd = (text: string, end: number, next: number): number =>
  next - end > SHORTEST_MESSAGE && /SIP\\*\//i.test(text.slice(end, next)) ? end + 1 : next;

const SHORTEST_MESSAGE = 16;

/** What the lines say from the one of an offset on, with the way back. */
function gathered(text: string, from: number, limit: number, carrier: Carrier): LogicalText {
  const builder = new LogicalTextBuilder();
  const style = styleOf(carrier);
  let isFirst = true;
  for (const { start, end, next, goesOn } of contentsFrom(text, from, limit, carrier)) {
    const begin =
      isFirst && from - start > LONGEST_CONTEXT
        ? (lineInStringStart(text, from, from - LONGEST_CONTEXT) ?? from)
        : start;
    const to = Math.min(end, limit);
    copyDecoded(builder, text, begin, to, style);
    if (to === end && next > end && limit > end && !goesOn)
      builder.decode('\n', end, Math.min(breakEnd(text, end, next), limit));
    isFirst = false;
  }
  return builder.build();
}
