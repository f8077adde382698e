import { ownCopy } from '../../../sip/own-copy.ts';
import { lineEscapesAfter } from '../escapes.ts';
import { type LinesLayout, plainLines } from '../frame.ts';
import { isCutAt } from '../shapes/cut-marks.ts';
import { headerNameAt, isKnownHeaderLine } from '../shapes/header-lines.ts';
import {
  isBlankRange,
  isLogLine,
  lineStartBefore,
  type PhysicalLine,
  physicalLineAt,
} from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import { isQuote, lineInStringEnd } from '../shapes/strings.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { contentBehind } from './content-lines.ts';
import { closerOf, isField, openingOfField } from './enclosures.ts';
import { firstHeaderLine } from './first-header-line.ts';
import { behindStartLine, borderOf, commonSuffixes } from './line-ends.ts';
import { endsSentence, isProse, isSameShape, isSentence } from './sentences.ts';
import { isClosedString, isLaterPiece, isPrinted, isSourceCode, isStringLine } from './string-lines.ts';
import { isEscapedFeed } from './suffixes.ts';

/** How the message is laid out whose header lines follow a start line on lines of their own; undefined where none do. */
export function linesLayout(
  text: string,
  hit: StartLineHit,
  startLine: PhysicalLine,
  nextStart: number,
): LinesLayout | undefined {
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 2048));
  const ownPrefix = text.slice(lineStart, hit.start);
  if (isSentence(text, hit, startLine)) return undefined;
  const first = firstHeaderLine(text, startLine, ownPrefix, nextStart);
  if (!first || (isPatchSign(ownPrefix) && !goesOnInPatch(text, startLine, ownPrefix))) return undefined;
  const { line, content, doubled, passedOver } = first;
  if (!doubled && isExcerpt(text, line)) return undefined;
  const prefix = ownCopy(text.slice(line.start, content));
  if (ITEM.test(prefix) && !isSameShape(ownPrefix, prefix)) return undefined;
  if (
    isProse(ownPrefix, prefix) &&
    !headersGoOn(text, line.next, prefix, ownPrefix) &&
    !isCutShort(text, line, ownPrefix)
  )
    return undefined;
  if (isClosedString(text, ownPrefix, startLine) && !isQuote(prefix, prefix.length - 1)) return undefined;
  const inString = isStringLine(text, prefix, content, line);
  if (inString && isSourceCode(text, content, line, mayBePrinted(text, lineStart, ownPrefix))) return undefined;
  if (endsSentence(text, ownPrefix, startLine)) return undefined;
  const next = doubled ? physicalLineAt(text, physicalLineAt(text, line.next).next) : physicalLineAt(text, line.next);
  const border = doubled ? undefined : borderOf(text, hit, startLine, ownPrefix, [line, next]);
  const beforeBorder = (of: PhysicalLine, column: number): PhysicalLine =>
    border === undefined ? of : { ...of, end: column + border };
  const contentOf = (of: PhysicalLine, start: number, column = start): PhysicalLine =>
    inString ? { ...of, end: lineInStringEnd(text, start, of.end) } : beforeBorder(of, column);
  const firstLines = [
    contentOf(startLine, hit.end, hit.start),
    contentOf(line, content),
    contentOf(next, next.start + prefix.length),
  ] as const;
  const suffixes = commonSuffixes(text, hit, firstLines, prefix);
  const [outermost = ''] = suffixes;
  // A string that a program prints over several lines, with a backslash before each line feed in it.
  const overLines = isEscapedFeed(outermost) && isQuote(ownPrefix, ownPrefix.length - 1);
  const escapes = lineEscapesAfter(text, content, inString || overLines);
  const more = behindStartLine(text, hit, startLine, outermost);
  const opening = inString ? undefined : openingOfField(ownPrefix || wordsAbove(text, lineStart));
  const quote = opening && isField(text, startLine, opening) ? opening : undefined;
  const closer = quote || inString || isSameShape(ownPrefix, prefix) ? undefined : closerOf(ownPrefix);
  return shared({
    kind: 'lines',
    prefix,
    suffixes,
    doubled,
    mixed: passedOver || isBroken(text, hit),
    whole: false,
    ...(quote ? { quote } : {}),
    ...(border === undefined ? {} : { border }),
    ...(closer === undefined ? {} : { closer }),
    ...(escapes ? { escapes } : {}),
    ...(more ? { startLine: more } : {}),
  });
}

/** A line that leads to the message stands in the same field of a table where it opens one and does not close it. */
const wordsAbove = (text: string, lineStart: number): string =>
  text.slice(lineStartBefore(text, lineStart - 1, Math.max(0, lineStart - LONGEST_WORDS)), lineStart).trimEnd();
const LONGEST_WORDS = 512;

/** Before an item of a list, which speaks of a header field: what somebody wrote. */
const ITEM = /^[+>\s]*[-\u2022\u2013] $/;

/** Before a line that a patch puts in or takes out, and in a patch that puts in another one. */
const isPatchSign = (prefix: string): boolean => /^\+?[+-]$/.test(prefix);

/** So many lines behind a start line are put in or taken out with it where the patch does so with a whole message. */
const LINES_OF_PATCH = 2;

function goesOnInPatch(text: string, startLine: PhysicalLine, sign: string): boolean {
  let line = startLine;
  for (let i = 0; i < LINES_OF_PATCH; i++) {
    line = physicalLineAt(text, line.next);
    if (!text.startsWith(sign, line.start)) return false;
    if (!isKnownHeaderLine(text, line.start + sign.length, line.end)) return false;
  }
  return true;
}

/** Most messages stand on lines with nothing around them, and share what says so. */
function shared(layout: LinesLayout): LinesLayout {
  const { prefix, suffixes, doubled, mixed, quote, border, closer, escapes, startLine } = layout;
  const isPlain = prefix === '' && suffixes.length === 0 && !doubled && !mixed && !quote && !escapes && !startLine;
  return isPlain && border === undefined && closer === undefined ? plainLines : layout;
}

/** Whether a start line stands on two lines. */
const isBroken = (text: string, { start, end }: StartLineHit): boolean => text.slice(start, end).includes('\n');

/** One header line, an empty one and no header line behind that: a program that tells the outcome. */
function isExcerpt(text: string, header: PhysicalLine): boolean {
  const next = physicalLineAt(text, header.next);
  if (next.end >= text.length || !isBlankRange(text, next.start, next.end)) return false;
  const behind = physicalLineAt(text, next.next);
  return !isKnownHeaderLine(text, behind.start, behind.end);
}

/** Whether one of the next two lines is a header line as well, or there is none. */
function headersGoOn(text: string, at: number, prefix: string, ownPrefix: string): boolean {
  for (let i = 0, start = at; i < 2 && start < text.length; i++) {
    const line = physicalLineAt(text, start);
    const content = prefix === '' ? line.start : contentBehind(text, line.start, line.end, prefix);
    if (content !== undefined && headerNameAt(text, content, line.end) !== undefined) return true;
    // The log cuts the message and begins every part of it alike.
    const head = prefix === '' && i === 0 ? prefixEnd(text, line.start, line.end, ownPrefix) : undefined;
    if (head !== undefined && isKnownHeaderLine(text, head, line.end)) return true;
    start = line.next;
  }
  // A program that tells the outcome shows a field of it deeper than that.
  return at >= text.length && !/^[+-]?\s+$/.test(prefix);
}

/** Whether a program shows only the beginning of a message behind the head of its record, and says so. */
const isCutShort = (text: string, { start, end }: PhysicalLine, ownPrefix: string): boolean =>
  isLogLine(ownPrefix, 0, ownPrefix.length) && /[:：]\s*$/.test(ownPrefix) && isCutAt(text, start, end);

const mayBePrinted = (text: string, lineStart: number, ownPrefix: string): boolean =>
  isPrinted(ownPrefix, lineAbove(text, lineStart)) || isLaterPiece(text, lineStart, ownPrefix);

const lineAbove = (text: string, lineStart: number): string =>
  lineStart === 0 ? '' : text.slice(lineStartBefore(text, lineStart - 1, Math.max(0, lineStart - 128)), lineStart);
