import { ownCopy } from '../../../sip/own-copy.ts';
import { lineEscapesAfter } from '../escapes.ts';
import { type LinesLayout, plainLines } from '../frame.ts';
import { ANSI_SEQUENCE, withoutColours } from '../shapes/colours.ts';
import { headerNameAt, isKnownHeaderLine, knownHeaderIn } from '../shapes/header-lines.ts';
import {
  isBlankRange,
  isLogLine,
  lineStartBefore,
  type PhysicalLine,
  physicalLineAt,
} from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import { isQuote, stringEnd } from '../shapes/strings.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { contentBehind } from './content-lines.ts';
import { behindStartLine, borderOf, commonSuffix } from './line-ends.ts';

/** How many lines of other programs may stand between the start line and the first header line. */
const LINES_BEFORE_HEAD = 3;

export function linesLayout(
  text: string,
  hit: StartLineHit,
  startLine: PhysicalLine,
  nextStart: number,
): LinesLayout | undefined {
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 2048));
  const ownPrefix = text.slice(lineStart, hit.start);
  if (isSentence(text, hit, startLine) || /^[+-]$/.test(ownPrefix)) return undefined;
  let line = startLine;
  let blankLines = 0;
  for (let i = 0; i <= LINES_BEFORE_HEAD && line.next < text.length; i++) {
    line = physicalLineAt(text, line.next);
    if (nextStart < line.next) return undefined;
    if (isBlankRange(text, line.start, line.end) && i === 0) {
      blankLines++;
      continue;
    }
    const headerStart = headerStartIn(text, line, ownPrefix);
    if (headerStart === undefined || !saysSomething(text, headerStart, line)) continue;
    const doubled = blankLines > 0 && i === 1;
    if (blankLines > 0 && !doubled) return undefined;
    if (!doubled && isExcerpt(text, line)) return undefined;
    const next = doubled ? physicalLineAt(text, physicalLineAt(text, line.next).next) : physicalLineAt(text, line.next);
    const prefix = ownCopy(text.slice(line.start, headerStart));
    if (isProse(ownPrefix, prefix) && !headersGoOn(text, line.next, prefix, ownPrefix)) return undefined;
    if (isClosedString(text, ownPrefix, startLine) && !isQuote(prefix, prefix.length - 1)) return undefined;
    const inString = isStringLine(text, headerStart, line);
    if (inString && isSourceCode(text, headerStart, line, isPrinted(ownPrefix, lineAbove(text, lineStart))))
      return undefined;
    const escapes = lineEscapesAfter(text, headerStart, inString);
    const border = doubled ? undefined : borderOf(text, hit, startLine, ownPrefix, [line, next]);
    const beforeBorder = (of: PhysicalLine, content: number): PhysicalLine =>
      border === undefined ? of : { ...of, end: content + border };
    const contentOf = (of: PhysicalLine) => of.start + prefix.length;
    const suffix = inString
      ? ''
      : commonSuffix(text, hit, [
          beforeBorder(startLine, hit.start),
          beforeBorder(line, contentOf(line)),
          beforeBorder(next, contentOf(next)),
        ]);
    if (endsSentence(text, ownPrefix, startLine)) return undefined;
    const more = behindStartLine(text, hit, startLine, suffix);
    return shared({
      kind: 'lines',
      prefix,
      suffix,
      doubled,
      mixed: (!doubled && i > 0) || isBroken(text, hit),
      quoted: opensField(ownPrefix),
      whole: false,
      ...(border === undefined ? {} : { border }),
      ...(escapes ? { escapes } : {}),
      ...(more ? { startLine: more } : {}),
    });
  }
  return undefined;
}

/** Most messages stand on lines with nothing around them, and share what says so. */
function shared(layout: LinesLayout): LinesLayout {
  const { prefix, suffix, doubled, mixed, quoted, border, escapes, startLine } = layout;
  const isPlain = prefix === '' && suffix === '' && !doubled && !mixed && !quoted && !escapes && !startLine;
  return isPlain && border === undefined ? plainLines : layout;
}

/** Whether a start line stands on two lines. */
const isBroken = (text: string, { start, end }: StartLineHit): boolean => text.slice(start, end).includes('\n');

/** A request's version ends its line; words behind it make a sentence that only quotes one. */
const isSentence = (text: string, hit: StartLineHit, { end }: PhysicalLine): boolean =>
  hit.kind === 'request' && /^[ \t]+(?!Via:)\(?[A-Za-z]/.test(text.slice(hit.end, Math.min(end, hit.end + 16)));

/** Whether words lead to a start line and a full stop ends its line: `The proxy answers SIP/2.0 100 Trying.` */
const endsSentence = (text: string, ownPrefix: string, { end }: PhysicalLine): boolean =>
  text[end - 1] === '.' && /[A-Za-z] [a-z]+,? ["'\u201c]?$/.test(ownPrefix);

/** Whether words stand before the start line that do not stand before the line behind it. */
const isProse = (ownPrefix: string, prefix: string): boolean =>
  /[A-Za-z]{2}/.test(ownPrefix) && prefixEnd(ownPrefix, 0, ownPrefix.length, prefix) !== ownPrefix.length;

/** One header line and an empty one: a program that tells the outcome. */
function isExcerpt(text: string, header: PhysicalLine): boolean {
  const next = physicalLineAt(text, header.next);
  return next.end < text.length && isBlankRange(text, next.start, next.end);
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
  return at >= text.length;
}

/** Whether a line's content stands in a string of its own: `{"log":"Via: …\\r\\n","stream":…`, `"Via: …",`. */
const isStringLine = (text: string, content: number, line: PhysicalLine): boolean =>
  isQuote(text, content - 1) && stringEnd(text, content, line.end) !== undefined;

/** Whether a start line is a value of its own, `response: "SIP/2.0 200 OK"`: no header line goes on with it. */
const isClosedString = (text: string, ownPrefix: string, { end }: PhysicalLine): boolean =>
  /[\w"'] ?[:=] ?["']$/.test(ownPrefix) && text[end - 1] === ownPrefix.at(-1);

/**
 * A line break spelt out at the end of a string and no comma or brace behind it, unless a program printed it; or a
 * string that something else is added to: a program that writes a message.
 */
function isSourceCode(text: string, content: number, line: PhysicalLine, printed: boolean): boolean {
  const end = stringEnd(text, content, line.end) ?? line.end;
  const behind = withoutColours(text.slice(end + 1, line.end));
  if (/^\s*\+\s*[\w$(]/.test(behind)) return true;
  return !printed && /\\[rn]$/.test(text.slice(content, end)) && !/^\s*(?:>>)?\s*[,}\]]/.test(behind);
}

/**
 * A member of an object that a program prints, bytes as Python and Erlang print them, an answer to what somebody typed,
 * or a record of a log: a line for each of a string's lines.
 */
const isPrinted = (ownPrefix: string, above: string): boolean =>
  /^[ \t]*[{[(]{0,2}["':]?[\w$@.-]{1,64}["']?\s*(?::|=>) ?b?["'`]$/.test(withoutColours(ownPrefix)) ||
  /^[ \t]*[[({]?(?:b["']|<<"|=> ?"|\$\d{1,6} = ")$/.test(ownPrefix) ||
  (/^[ \t]*["'`]$/.test(ownPrefix) && /^[ \t{]*["':]?[\w$@.-]{1,64}["']?\s*(?::|=>)\s*$/.test(above)) ||
  (isQuote(ownPrefix, ownPrefix.length - 1) && isLogLine(ownPrefix, 0, ownPrefix.length));

const lineAbove = (text: string, lineStart: number): string =>
  lineStart === 0 ? '' : text.slice(lineStartBefore(text, lineStart - 1, Math.max(0, lineStart - 128)), lineStart);

/** A name with nothing behind it is what a debugger prints before it prints the rest. */
function saysSomething(text: string, headerStart: number, line: PhysicalLine): boolean {
  const colon = text.indexOf(':', headerStart);
  if (!isBlankRange(text, colon + 1, line.end)) return true;
  const next = physicalLineAt(text, line.next);
  return knownHeaderIn(text, next.start, next.end) !== undefined;
}

/** Where the header field starts in the line behind a start line, when that line is of the same message. */
function headerStartIn(text: string, line: PhysicalLine, ownPrefix: string): number | undefined {
  if (isKnownHeaderLine(text, line.start, line.end)) return line.start;
  const sameShape = ownPrefix === '' ? undefined : prefixEnd(text, line.start, line.end, ownPrefix);
  if (sameShape !== undefined && isKnownHeaderLine(text, sameShape, line.end)) return sameShape;
  const quoted = isQuote(ownPrefix, ownPrefix.length - 1) ? behindQuote(text, line) : undefined;
  if (quoted !== undefined && isKnownHeaderLine(text, quoted, line.end)) return quoted;
  const header = knownHeaderIn(text, line.start, line.end);
  if (header === undefined) return undefined;
  const prefix = text.slice(line.start, header);
  if (/^[ \t]+$/.test(prefix)) return header;
  if (ownPrefix === '') return /^(?:[>|*#]+[ \t]*|["'][ \t]*|\u001b\[[0-9;]*m)+$/.test(prefix) ? header : undefined;
  // Behind the head of its record a header line may be indented.
  const head = prefix.trimEnd();
  const startsAlike = /[^A-Za-z\s]/.test(head) && prefixEnd(ownPrefix, 0, ownPrefix.length, head) !== undefined;
  return startsAlike || prefix.length === ownPrefix.length ? header : undefined;
}

/** Where the string begins that an indented line holds, in colours or not. */
function behindQuote(text: string, { start, end }: PhysicalLine): number | undefined {
  const opening = INDENTED_QUOTE.exec(text.slice(start, Math.min(end, start + 128)));
  return opening ? start + opening[0].length : undefined;
}

const INDENTED_QUOTE = new RegExp(`^[ \\t]+(?:${ANSI_SEQUENCE.source}){0,4}(?:<<|[bu])?["'\`]`);

/** Whether a message begins in a quoted field of a table: with it, or behind other words in the last field of a row. */
const opensField = (before: string): boolean =>
  /(?:^|[,;\t] ?)"$/.test(before) ||
  (/^".*(?:","|";"|"\t").*[^",;\t]$/.test(before) && before.split('"').length % 2 === 0);
