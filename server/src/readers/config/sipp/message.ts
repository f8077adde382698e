import { type Span, span } from '../../../sip/span.ts';

/** The SIP message in a CDATA section, in the lines that SIPp sends: blanks at their ends are not sent. */
export interface ScenarioMessage {
  readonly startLine: Span;
  readonly head: readonly Span[];
  /** The empty line behind the head; SIPp adds one where there is none. */
  readonly separator: Span | undefined;
  /** Without the empty lines at the end, which SIPp drops. */
  readonly body: readonly Span[];
  /** Whether the last line is sent with a line break: `]]>` stands on a line of its own. */
  readonly endsInBreak: boolean;
  /** From the first character of the start line to behind the last line. */
  readonly span: Span;
  /** What stands before the first header line. */
  readonly indent: string;
}

/** Undefined when there is nothing but blanks. */
export function scenarioMessage(text: string, cdata: Span): ScenarioMessage | undefined {
  const lines = linesIn(text, cdata);
  let first = 0;
  while (lines[first] && isEmpty(lines[first]!)) first++;
  let last = lines.length;
  while (last > first && isEmpty(lines[last - 1]!)) last--;
  const startLine = lines[first];
  if (!startLine) return undefined;
  let separator = first + 1;
  while (separator < last && !isEmpty(lines[separator]!)) separator++;
  const lastLine = lines[last - 1]!;
  const firstHeader = lines[first + 1] && first + 1 < separator ? lines[first + 1]! : startLine;
  return {
    startLine,
    head: lines.slice(first + 1, separator),
    separator: separator < last ? lines[separator] : undefined,
    body: lines.slice(separator + 1, last),
    endsInBreak: last < lines.length,
    span: span(startLine.start, last < lines.length ? lineBreakBehind(text, lastLine.end, cdata.end) : lastLine.end),
    indent: text.slice(text.lastIndexOf('\n', firstHeader.start - 1) + 1, firstHeader.start),
  };
}

const isEmpty = (line: Span): boolean => line.start === line.end;

function linesIn(text: string, range: Span): readonly Span[] {
  const lines: Span[] = [];
  for (let at = range.start; ; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 || feed >= range.end ? range.end : feed;
    lines.push(sentPart(text, at, end));
    if (end === range.end) return lines;
    at = end + 1;
  }
}

/** SIPp takes the blanks from both ends of every line, then the tabs. */
function sentPart(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (to > from && text.charCodeAt(to - 1) === CR) to--;
  while (from < to && text.charCodeAt(from) === BLANK) from++;
  while (to > from && text.charCodeAt(to - 1) === BLANK) to--;
  while (from < to && text.charCodeAt(from) === TAB) from++;
  while (to > from && text.charCodeAt(to - 1) === TAB) to--;
  // A line of nothing but blanks and tabs is empty in whatever order they stand.
  while (from < to && text.slice(from, to).trim() === '') to--;
  return span(from, to);
}

function lineBreakBehind(text: string, at: number, end: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 || feed >= end ? end : feed + 1;
}

const CR = 13;
const BLANK = 32;
const TAB = 9;

/** One header line of a scenario: its name and its value. */
export interface ScenarioHeader {
  readonly name: string;
  readonly value: Span;
  readonly line: Span;
}

const HEADER = /^([A-Za-z][\w!%*+`'~.-]*)[ \t]*:[ \t]*/;

/** The header line in a line of the head; undefined for a keyword that brings its own header fields. */
function headerOf(text: string, line: Span): ScenarioHeader | undefined {
  const match = HEADER.exec(text.slice(line.start, line.end));
  return match ? { name: match[1] ?? '', value: span(line.start + match[0].length, line.end), line } : undefined;
}

/** The first header line with one of these names, in any letter case. */
export function headerNamed(
  text: string,
  message: ScenarioMessage,
  ...names: readonly string[]
): ScenarioHeader | undefined {
  for (const line of message.head) {
    const header = headerOf(text, line);
    if (header && names.includes(header.name.toLowerCase())) return header;
  }
  return undefined;
}

/** The method of a request, `undefined` for a response and for a start line that SIPp fills in. */
export function methodOf(text: string, message: ScenarioMessage): string | undefined {
  const word = /^\S+/.exec(text.slice(message.startLine.start, message.startLine.end))?.[0] ?? '';
  return /^[A-Za-z]+$/.test(word) ? word : undefined;
}
