import { ownCopy } from '../../sip/own-copy.ts';
import { lineEscapesAfter } from './escapes.ts';
import type { CodedLayout, Layout, LinesLayout } from './frame.ts';
import { blankCode, cellCode, type LineCode, lineCodes, pipeCode, rowCode } from './line-codes.ts';
import {
  ANSI_SEQUENCE,
  colourlessEnd,
  headerNameAt,
  inkEnd,
  isBlankRange,
  isKnownHeaderLine,
  isLogLine,
  isQuote,
  knownHeaderIn,
  lineStartBefore,
  type PhysicalLine,
  physicalLineAt,
  prefixEnd,
  stringEnd,
  withoutColours,
} from './line-shapes.ts';
import { headerAlternatives } from './patterns.ts';
import { lineOfHit, type StartLineHit } from './start-lines.ts';
import { isTsharkField, tsharkHead } from './tshark-fields.ts';

/** How many lines of other programs may stand between the start line and the first header line. */
const LINES_BEFORE_HEAD = 3;

/**
 * How the message behind a start line is laid out, told from what follows that line; undefined when no header
 * field does before the next start line, so that this one is only somebody talking about a message.
 */
export function layoutAfter(text: string, hit: StartLineHit, nextStart: number): Layout | undefined {
  const line = lineOfHit(text, hit);
  // A part of a body that a packet tree shows for itself.
  if (text.slice(Math.max(0, hit.start - 24), hit.start).includes('sipfrag')) return undefined;
  return codedLayout(text, hit, line) ?? treeLayout(text, hit) ?? linesLayout(text, hit, line, nextStart);
}

const KNOWN_HEADER_NEXT = new RegExp(`^(?:${headerAlternatives})[ \\t]*:`, 'i');
const LONG_HEADER_NEXT =
  /^(?:Via|From|To|Call-ID|CSeq|Contact|Max-Forwards|Record-Route|Route|Allow|User-Agent|Server)[ \t]*:/;
const asSought = (code: LineCode) => ({ code, pattern: new RegExp(code.lineBreak, 'g') });
const codes = [...lineCodes, blankCode, pipeCode].map(asSought);
const codesInTables = [rowCode, cellCode].map(asSought).concat(codes);

/** Patterns of line breaks look no further behind them: for a header field, and in tables for the end of its line. */
const BEYOND_LINE_BREAK = 400;

/** What can stand between the start line and a header line that follows on the same physical line. */
function codedLayout(text: string, hit: StartLineHit, line: PhysicalLine): CodedLayout | undefined {
  if (hit.spelling) return { kind: 'coded', code: hit.spelling, wrap: undefined };
  if (line.end - hit.end < 2) return undefined;
  if (isTsharkField(text, hit.start))
    return tsharkHead(text, hit.end) && { kind: 'coded', code: 'tshark', wrap: undefined };
  const rest = text.slice(hit.end, Math.min(line.end, hit.end + 512)) + wrappedRest(text, hit, line);
  if (!rest.includes(':')) return undefined;
  let first: { at: number; code: string } | undefined;
  let sought = rest;
  for (const { code, pattern } of rest.includes('\t') || rest.includes('",') ? codesInTables : codes) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sought); match; match = pattern.exec(sought)) {
      if (first && match.index >= first.at) break;
      if (KNOWN_HEADER_NEXT.test(rest.slice(pattern.lastIndex, pattern.lastIndex + 40))) {
        first = { at: match.index, code: code.id };
        // Only what stands before it can be the first one instead.
        sought = rest.slice(0, pattern.lastIndex + BEYOND_LINE_BREAK);
        break;
      }
      if (match[0] === '') pattern.lastIndex++;
    }
  }
  if (!first && hit.kind === 'request' && / /.test(rest[0] ?? '') && LONG_HEADER_NEXT.test(rest.trimStart())) {
    first = { at: 0, code: 'blank' };
  }
  if (!first) {
    const blank = / (?=(?:Via|From|To|Call-ID|CSeq|Max-Forwards|Record-Route)[ \t]*: ?\S)/.exec(rest);
    if (blank) first = { at: blank.index, code: 'blank' };
  }
  if (!first || (first.code.startsWith('blank') && isOneHeaderOnly(text, rest.slice(first.at), line))) return undefined;
  return { kind: 'coded', code: first.code, wrap: wrapIndent(text, hit, first.code) };
}

/** Whether only one header line follows a start line on its own line: a sentence, or the next ones stand on the next lines. */
function isOneHeaderOnly(text: string, rest: string, line: PhysicalLine): boolean {
  const header = /^\s*[\w-]+[ \t]*:/.exec(rest)?.[0];
  if (header === undefined || knownHeaderIn(rest, header.length, rest.length) !== undefined) return false;
  // A sentence that names one header field.
  if (!/^\s*(?:Via|v)[ \t]*:/i.test(header)) return true;
  const next = physicalLineAt(text, line.next);
  const at = knownHeaderIn(text, next.start, next.end);
  return at !== undefined && isBlankRange(text, next.start, at);
}

/** The next line of a dump that was wrapped behind the start line. */
function wrappedRest(text: string, hit: StartLineHit, line: PhysicalLine): string {
  const indent = wrapIndent(text, hit, 'dots');
  if (indent === undefined || !text.slice(hit.end, line.end).includes('..')) return '';
  const next = physicalLineAt(text, line.next);
  return text.startsWith(indent, next.start)
    ? text.slice(next.start + indent.length, Math.min(next.end, next.start + 64))
    : '';
}

/** ngrep wraps its dotted dumps at a width of its own and indents every line alike. */
function wrapIndent(text: string, hit: StartLineHit, code: string): string | undefined {
  if (code !== 'dots') return undefined;
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 512));
  const indent = /^[ \t]+/.exec(text.slice(lineStart, hit.start))?.[0];
  return indent === undefined || lineStart + indent.length > hit.start ? undefined : ownCopy(indent);
}

function treeLayout(text: string, hit: StartLineHit): Layout | undefined {
  const lineStart = lineStartBefore(text, hit.start, Math.max(0, hit.start - 256));
  const label = /^([ \t|]*)(?:Request-Line|Status-Line): $/.exec(text.slice(lineStart, hit.start));
  if (!label) return undefined;
  const depth = label[1]?.length ?? 0;
  let line = lineOfHit(text, hit);
  for (let i = 0; i < 64 && line.next < text.length; i++) {
    line = physicalLineAt(text, line.next);
    const content = text.slice(line.start, Math.min(line.end, line.start + 256));
    const blanks = /^[ \t|]*/.exec(content)?.[0].length ?? 0;
    if (blanks < depth) return undefined;
    if (blanks === depth && content.startsWith('Message Header', blanks)) {
      const header = physicalLineAt(text, line.next);
      const headerDepth = /^[ \t|]*/.exec(text.slice(header.start, Math.min(header.end, header.start + 256)))?.[0]
        .length;
      return headerDepth === undefined || headerDepth <= depth ? undefined : { kind: 'tree', depth: headerDepth };
    }
  }
  return undefined;
}

/** Ends that tools put behind every line. */
const SUFFIXES = [
  '\\r\\n',
  '\\r',
  '\\n',
  '#015#012',
  '#015',
  '^M$',
  '^M',
  '\\r$',
  '$',
  '",',
  "',",
  '"',
  ' \\',
  // MySQL puts a backslash before the line feeds of a field.
  '\r\\',
  ' 0D',
  '<CR>',
  '<br>',
  '<br/>',
  '<br />',
  '</div>',
  '</p>',
  '</li>',
  '</span>',
  '</code>',
  ' | |',
  ' |',
  '+',
  '.',
  '\u001b[0m',
  '\u001b[m',
];

const LAST_OF_SUFFIX = new Set(SUFFIXES.map((suffix) => suffix.slice(-1)));

function linesLayout(
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
    const inString = isStringLine(text, prefix, headerStart, line);
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
    return {
      kind: 'lines',
      prefix,
      suffix,
      doubled,
      mixed: !doubled && i > 0,
      quoted: /(?:^|[,;\t])"$/.test(ownPrefix),
      whole: false,
      ...(border === undefined ? {} : { border }),
      ...(escapes ? { escapes } : {}),
      ...(more ? { startLine: more } : {}),
    };
  }
  return undefined;
}

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
    const content = prefix === '' ? line.start : prefixEnd(text, line.start, line.end, prefix);
    if (content !== undefined && headerNameAt(text, content, line.end) !== undefined) return true;
    // The log cuts the message and begins every part of it alike.
    const head = prefix === '' && i === 0 ? prefixEnd(text, line.start, line.end, ownPrefix) : undefined;
    if (head !== undefined && isKnownHeaderLine(text, head, line.end)) return true;
    start = line.next;
  }
  return at >= text.length;
}

/** Whether a line's content stands in a string of its own: `{"log":"Via: …\\r\\n","stream":…`, `"Via: …",`. */
const isStringLine = (text: string, prefix: string, content: number, line: PhysicalLine): boolean =>
  /["'`]$/.test(prefix) && stringEnd(text, content, line.end, prefix.slice(-1)) !== undefined;

/**
 * A line break spelt out at the end of a string and no comma or brace behind it, unless a program printed it; or a
 * string that something else is added to: a program that writes a message.
 */
function isSourceCode(text: string, content: number, line: PhysicalLine, printed: boolean): boolean {
  const end = stringEnd(text, content, line.end, text[content - 1] ?? '"') ?? line.end;
  const behind = withoutColours(text.slice(end + 1, line.end));
  if (/^\s*\+\s*[\w$(]/.test(behind)) return true;
  return !printed && /\\[rn]$/.test(text.slice(content, end)) && !/^\s*[,}\]]/.test(behind);
}

/** A member of an object that a program prints, or a record of a log: a line for each of a string's lines. */
const isPrinted = (ownPrefix: string, above: string): boolean =>
  /^[ \t]*["':]?[\w$@.-]{1,64}["']?\s*(?::|=>) ?["'`]$/.test(withoutColours(ownPrefix)) ||
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

const INDENTED_QUOTE = new RegExp(`^[ \\t]+(?:${ANSI_SEQUENCE.source}){0,4}["'\`]`);

/**
 * How far behind its content the column of a table ends that holds the message, other cells being behind it: the
 * border stands there in the next lines as well.
 */
function borderOf(
  text: string,
  hit: StartLineHit,
  { end }: PhysicalLine,
  ownPrefix: string,
  others: readonly PhysicalLine[],
): number | undefined {
  const mark = /[|\u2502](?= ?$)/.exec(ownPrefix)?.[0];
  if (mark === undefined) return undefined;
  const at = text.slice(hit.end, Math.min(end, hit.end + LONGEST_CELL)).indexOf(mark);
  // A border with nothing behind it is the end of the line.
  if (at < 0 || hit.end + at + 1 >= inkEnd(text, hit.end, end)) return undefined;
  const column = ownPrefix.length + hit.end + at - hit.start;
  const isTable = others.every(
    (line) =>
      line.start + column < line.end &&
      text[line.start + column] === mark &&
      text.startsWith(mark, line.start + ownPrefix.trimEnd().length - 1),
  );
  return isTable ? hit.end + at - hit.start : undefined;
}

const LONGEST_CELL = 2048;

/** The first of the known line ends that the start line and one of the next two lines have. */
function commonSuffix(
  text: string,
  hit: StartLineHit,
  [startLine, ...others]: readonly [PhysicalLine, ...PhysicalLine[]],
): string {
  if (!others.some((line) => LAST_OF_SUFFIX.has(text[inkEnd(text, line.start, line.end) - 1] ?? ''))) return '';
  return (
    SUFFIXES.find(
      (suffix) =>
        (endsWith(text, startLine, suffix) || remarkBehind(text, hit, startLine, suffix) !== undefined) &&
        others.some((line) => endsWith(text, line, suffix)),
    ) ?? ''
  );
}

/** Carriage returns as logs spell them: what stands behind one on the start line's line is not of the message. */
const SPELT_RETURNS = ['\\r\\n', '\\r', '#015#012', '#015', '^M', '<CR>'];

/** Where the spelt line break stands in the start line's line behind which somebody remarks on it: `SIP/2.0^M <- sent`. */
function remarkBehind(text: string, hit: StartLineHit, { end }: PhysicalLine, suffix: string): number | undefined {
  if (!SPELT_RETURNS.includes(suffix)) return undefined;
  const at = text.slice(hit.end, Math.min(end, hit.end + 256)).indexOf(`${suffix} `);
  return at < 0 ? undefined : hit.end + at;
}

/** A remark behind a request line, as manuals write them: `SIP/2.0 ! the first INVITE`, `SIP/2.0 <- from the gateway`. */
const REMARK = /^[ \t]+(?:!|#|<-+|\/\/|;)[ \t]+\S/;

function behindStartLine(
  text: string,
  hit: StartLineHit,
  line: PhysicalLine,
  suffix: string,
): LinesLayout['startLine'] {
  const remark = remarkBehind(text, hit, line, suffix);
  if (remark !== undefined) return { length: remark - hit.start, rest: 'remark' };
  // Bold or code in Markdown.
  const mark = /(?:\*\*|__|[*`])$/.exec(text.slice(Math.max(0, hit.start - 2), hit.start))?.[0];
  if (mark !== undefined && text.startsWith(mark, line.end - mark.length))
    return { length: line.end - mark.length - hit.start, rest: 'remark' };
  const rest = text.slice(hit.end, Math.min(line.end, hit.end + 256));
  if (hit.kind === 'request' && REMARK.test(rest)) return { length: hit.end - hit.start, rest: 'remark' };
  const header = / (?=(?:(?:Via|From|To|Call-ID|CSeq|Max-Forwards|Record-Route|Route)[ \t]*: ?\S|v: ?SIP\/))/.exec(
    rest,
  );
  return header ? { length: hit.end + header.index - hit.start, rest: 'header' } : undefined;
}

function endsWith(text: string, line: PhysicalLine, suffix: string): boolean {
  const end = suffix.startsWith('\u001b')
    ? line.end
    : colourlessEnd(text, line.start, inkEnd(text, line.start, line.end));
  return end - line.start >= suffix.length && text.startsWith(suffix, end - suffix.length);
}
