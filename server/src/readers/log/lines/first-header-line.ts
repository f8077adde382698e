import { isKnownHeaderLine, knownHeaderIn } from '../shapes/header-lines.ts';
import { isBlankRange, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import { isQuote } from '../shapes/strings.ts';

/** How many lines of other programs may stand between the start line and the first header line. */
const LINES_BEFORE_HEAD = 3;

interface FirstHeaderLine {
  readonly line: PhysicalLine;
  /** Where its content starts, behind its prefix. */
  readonly content: number;
  /** Whether an empty line parts it from the start line, as one follows every line of the message then. */
  readonly doubled: boolean;
  /** Whether lines of other programs stand before it. */
  readonly passedOver: boolean;
}

/** The first header line behind a start line, in the message that begins with that. */
export function firstHeaderLine(
  text: string,
  startLine: PhysicalLine,
  ownPrefix: string,
  nextStart: number,
): FirstHeaderLine | undefined {
  let line = startLine;
  let isBehindBlank = false;
  for (let i = 0; i <= LINES_BEFORE_HEAD && line.next < text.length; i++) {
    line = physicalLineAt(text, line.next);
    if (nextStart < line.next) return undefined;
    if (i === 0 && isBlankRange(text, line.start, line.end)) {
      isBehindBlank = true;
      continue;
    }
    const content = headerStartIn(text, line, ownPrefix);
    if (content === undefined || !saysSomething(text, content, line)) continue;
    const doubled = isBehindBlank && i === 1;
    return isBehindBlank && !doubled ? undefined : { line, content, doubled, passedOver: !doubled && i > 0 };
  }
  return undefined;
}

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
  if (ownPrefix === '') return /^(?:[>|*#]+[ \t]*|["'][ \t]*)+$/.test(prefix) ? header : undefined;
  // Behind the head of its record a header line may be indented, or quoted as in a mail.
  const head = prefix
    .trimEnd()
    .replace(/(?<=\S )[>|]{1,3}$/, '')
    .trimEnd();
  const startsAlike = /[^A-Za-z\s]/.test(head) && prefixEnd(ownPrefix, 0, ownPrefix.length, head) !== undefined;
  return startsAlike || prefix.length === ownPrefix.length ? header : undefined;
}

/** Where the string begins that an indented line holds. */
function behindQuote(text: string, { start, end }: PhysicalLine): number | undefined {
  const opening = INDENTED_QUOTE.exec(text.slice(start, Math.min(end, start + 128)));
  return opening ? start + opening[0].length : undefined;
}

const INDENTED_QUOTE = /^[ \t]+(?:<<|[bu])?["'`]/;
