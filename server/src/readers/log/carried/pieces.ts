import { ownCopy } from '../../../sip/own-copy.ts';
import { START_LINES_IN_BODY } from '../reach.ts';
import { isKnownHeaderLine, knownHeaderIn } from '../shapes/header-lines.ts';
import { isBlankRange, lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { Pieces } from './carrier.ts';
import type { Content } from './content.ts';

/**
 * Messages of which every line, or every few, is a record of its own below a head of one or more lines, as
 * `adb logcat -v long` writes them. An empty line may end each record.
 */

const LONGEST_LINE = 512;
const MOST_HEAD_LINES = 4;
/** The head of the next record stands within so many lines. */
const LINES_LOOKED_AT = 32;
const MOST_PIECES = 512;

/** The head above the message on a line, where it comes again before what the message goes on with. */
export function piecesAt(text: string, own: PhysicalLine, at: number): Pieces | undefined {
  const nearest = lineAbove(text, own.start);
  if (nearest === undefined || !mayBeHead(text, nearest)) return undefined;
  const shown = text.slice(nearest.start, nearest.end);
  const again = nextLike(text, own, shown);
  const prefix = ownCopy(text.slice(own.start, at));
  if (!again || !goesOnAt(text, again.next, prefix)) return undefined;
  const head = [shown];
  let [one, other] = [lineAbove(text, nearest.start), lineAbove(text, again.start)];
  while (one && other && other.start > own.start && head.length < MOST_HEAD_LINES && mayBeHead(text, one)) {
    if (!isLike(text, other, text.slice(one.start, one.end))) break;
    head.unshift(text.slice(one.start, one.end));
    [one, other] = [lineAbove(text, one.start), lineAbove(text, other.start)];
  }
  const isParted = other !== undefined && other.start > own.start && isBlankRange(text, other.start, other.end);
  return { kind: 'pieces', head: head.map(ownCopy), prefix, isParted };
}

/** Whether the line above a message comes again behind its end, before what the message goes on with. */
export function goesOnInPieces(text: string, start: number, end: number): boolean {
  const lineStart = lineStartBefore(text, start, Math.max(0, start - LONGEST_LINE));
  const head = lineAbove(text, lineStart);
  const again = head && physicalLineAt(text, end);
  if (!again || !mayBeHead(text, head) || !isLike(text, again, text.slice(head.start, head.end))) return false;
  return goesOnAt(text, again.next, text.slice(lineStart, start));
}

/** Whether a line says something, and is none of a message. */
const mayBeHead = (text: string, { start, end }: PhysicalLine): boolean =>
  end - start <= LONGEST_LINE && /[\p{L}\d]/u.test(text.slice(start, end)) && !isKnownHeaderLine(text, start, end);

function lineAbove(text: string, lineStart: number): PhysicalLine | undefined {
  if (lineStart === 0) return undefined;
  const start = lineStartBefore(text, lineStart - 1, Math.max(0, lineStart - LONGEST_LINE));
  return physicalLineAt(text, start);
}

/** Whether a line is a line of a head but for its digits. */
const isLike = (text: string, { start, end }: PhysicalLine, wanted: string): boolean =>
  prefixEnd(text, start, end, wanted) === end && !isBlankRange(text, start, end);

function nextLike(text: string, own: PhysicalLine, wanted: string): PhysicalLine | undefined {
  let line = own;
  for (let i = 0; i < LINES_LOOKED_AT && line.next < text.length; i++) {
    line = physicalLineAt(text, line.next);
    if (isLike(text, line, wanted)) return line;
  }
  return undefined;
}

/** A line of a session description, perhaps behind other words. */
const SESSION_LINE = /(?:^|[\s:|>])[a-z]=/;
const NEAR = 96;

/** Whether a message goes on at a line: with a header field, a line of a session description, or an empty line. */
function goesOnAt(text: string, at: number, prefix: string): boolean {
  const { start, end } = physicalLineAt(text, at);
  if (at >= text.length) return false;
  const content = prefixEnd(text, start, end, prefix) ?? start;
  if (isBlankRange(text, content, end) || knownHeaderIn(text, start, end) !== undefined) return true;
  return SESSION_LINE.test(text.slice(start, Math.min(end, start + NEAR)));
}

/** Behind the head that begins at a line. */
function behindHead(text: string, at: number, { head }: Pieces): number | undefined {
  let next = at;
  for (const wanted of head) {
    const line = physicalLineAt(text, next);
    if (next >= text.length || !isLike(text, line, wanted)) return undefined;
    next = line.next;
  }
  return next;
}

/**
 * The lines from the one on which an offset is, without the heads between the pieces of a message. What stands above its
 * start line keeps its heads, but for one that says the same as the one before it: both are of what happened at once.
 */
export function* contentsOfPieces(text: string, from: number, limit: number, pieces: Pieces): Generator<Content> {
  let at = lineStartBefore(text, from, Math.max(0, from - LONGEST_LINE));
  let startLines = 0;
  let said: string | undefined;
  for (let heads = 0; at < limit && heads < MOST_PIECES && startLines <= START_LINES_IN_BODY; ) {
    const line = physicalLineAt(text, at);
    const headStart = pieces.isParted && isBlankRange(text, line.start, line.end) ? line.next : at;
    const next = behindHead(text, headStart, pieces);
    if (next === undefined) {
      if (isStartLine(text, line)) startLines++;
      yield line;
      at = line.next;
      continue;
    }
    const head = text.slice(headStart, next);
    const goesOn = startLines > 0 ? goesOnAt(text, next, pieces.prefix) : head === said;
    if (goesOn) yield { start: at, end: at, next, goesOn };
    else if (startLines === 0 || isStartLine(text, physicalLineAt(text, next))) yield* linesBetween(text, at, next);
    else return;
    said = head;
    heads++;
    at = next;
  }
}

const START_LINE = /SIP\/2\.0(?:\s*$| \d{3} )/;

const isStartLine = (text: string, { start, end }: PhysicalLine): boolean =>
  START_LINE.test(text.slice(start, Math.min(end, start + LONGEST_LINE)));

function* linesBetween(text: string, from: number, to: number): Generator<Content> {
  for (let at = from; at < to; ) {
    const line = physicalLineAt(text, at);
    yield line;
    at = line.next;
  }
}
