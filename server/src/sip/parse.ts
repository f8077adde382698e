import { headerFieldNamed } from '../knowledge/names.ts';
import type { Gist, HeaderField, Message, StartLine } from './message.ts';
import { indexIn, type Span, span, trimmed } from './span.ts';

const SPACE = 32;
const TAB = 9;
const LF = 10;
const CR = 13;
const COLON = 58;

/**
 * Parses the text of one message (RFC 3261 §7). Lines may end in CRLF, LF or CR CR LF; empty lines before the
 * start line are passed over (§7.5). Never throws and reads every character a bounded number of times.
 */
export function parseMessage(text: string): Message {
  const first = firstLine(text);
  const startLine = parseStartLine(text, first.content);
  return { text, startLine, ...parseHead(text, first.next, text.length) };
}

/** The gist of a message, as `parseMessage` finds it in all of it. Nothing behind the last of its fields is read. */
export function parseGist(text: string): Gist {
  const first = firstLine(text);
  const headers: HeaderField[] = [];
  takeFields(text, first.next, text.length, (start, end) => {
    const field = beginsTellingName(text, start) ? parseHeaderField(text, start, end) : undefined;
    if (field && TELLING.has(field.canonical) && headers.every((one) => one.canonical !== field.canonical))
      headers.push(field);
    return headers.length < TELLING.size;
  });
  return { text, startLine: parseStartLine(text, first.content), headers };
}

const TELLING: ReadonlySet<string> = new Set(['Via', 'Call-ID', 'CSeq']);

/** Whether a line may begin with one of those names or with the compact form of one. */
function beginsTellingName(text: string, start: number): boolean {
  let at = start;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
  const letter = text.charCodeAt(at) | 0x20;
  if (letter !== LETTER_C) return letter === LETTER_V || letter === LETTER_I;
  const second = text.charCodeAt(at + 1) | 0x20;
  return second === LETTER_A || second === LETTER_S;
}

const LETTER_A = 97;
const LETTER_C = 99;
const LETTER_I = 105;
const LETTER_S = 115;
const LETTER_V = 118;

/** The first line that is not empty. */
function firstLine(text: string): Line {
  let at = 0;
  while (at < text.length && isLineBreak(text.charCodeAt(at))) at++;
  return lineAt(text, at);
}

/**
 * Parses header fields up to the empty line behind them, or to `end`: the head of a message or of a part of a
 * multipart body. What stands between the empty line and `end` is the body.
 */
export function parseHead(
  text: string,
  start: number,
  end: number,
): Pick<Message, 'headers' | 'strayLines' | 'separator' | 'body'> {
  const headers: HeaderField[] = [];
  const strayLines: Span[] = [];
  const empty = takeFields(text, start, end, (from, to, isJoined) => {
    const field = parseHeaderField(text, from, to);
    if (field) headers.push(field);
    else if (!isJoined) strayLines.push(trimmed(text, from, to));
    return true;
  });
  if (!empty) return { headers, strayLines, separator: undefined, body: span(end, end) };
  const separator = span(empty.content.start, empty.next);
  return { headers, strayLines, separator, body: span(empty.next, Math.max(empty.next, end)) };
}

/** What stands between two names: a line and its folds, or the parts of one; whether more of them are wanted. */
type TakeField = (start: number, end: number, isJoined: boolean) => boolean;

/** Gives the empty line behind the fields, where there is one before `end`. */
function takeFields(text: string, start: number, end: number, take: TakeField): Line | undefined {
  let at = start;
  while (at < end) {
    const line = lineAt(text, at);
    if (line.content.start === line.content.end) return line;
    let fieldEnd = line.content.end;
    at = line.next;
    if (fieldEnd - line.content.start === ONE_LINE.length && text.startsWith(ONE_LINE, line.content.start)) {
      const joined = linesAsOne(text, at, end);
      if (joined) {
        if (!take(joined.content.start, joined.content.end, true)) return undefined;
        at = joined.next;
        continue;
      }
    }
    while (at < end && isFold(text, at)) {
      const fold = lineAt(text, at);
      fieldEnd = fold.content.end;
      at = fold.next;
    }
    if (!take(line.content.start, fieldEnd, false)) return undefined;
  }
  return undefined;
}

const ONE_LINE = '<allOneLine>';
/** RFCs fit a page; nobody prints a longer line in this way. */
const MOST_PARTS = 40;

/** RFCs print a line that is too long for them in parts, between two marks (RFC 4475 §2.1). */
function linesAsOne(text: string, start: number, end: number): Line | undefined {
  let contentEnd = start;
  for (let at = start, count = 0; at < end && count < MOST_PARTS; count++) {
    const line = lineAt(text, at);
    if (text.startsWith('</allOneLine>', line.content.start))
      return { content: span(start, contentEnd), next: line.next };
    contentEnd = line.content.end;
    at = line.next;
  }
  return undefined;
}

/** A folded line starts with a blank and holds more than blanks (RFC 3261 §7.3.1). */
function isFold(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== SPACE && code !== TAB) return false;
  let i = at + 1;
  while (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === TAB) i++;
  return i < text.length && !isLineBreak(text.charCodeAt(i));
}

/** One line: its content without the line break, and where the next one starts. */
interface Line {
  readonly content: Span;
  readonly next: number;
}

function lineAt(text: string, at: number): Line {
  const feed = text.indexOf('\n', at);
  const next = feed < 0 ? text.length : feed + 1;
  let end = feed < 0 ? text.length : feed;
  while (end > at && text.charCodeAt(end - 1) === CR) end--;
  return { content: span(at, end), next };
}

const isLineBreak = (code: number): boolean => code === LF || code === CR;

const STATUS_LINE = /^(sip\/[^ \t]+)([ \t]+)([^ \t]+)(?:([ \t]+)(.*))?$/i;
/** Longer first lines are somebody's attack, and are only looked at by their ends. */
const LONGEST_START_LINE = 65_536;

export function parseStartLine(text: string, line: Span): StartLine {
  if (line.end - line.start > LONGEST_START_LINE) return { kind: 'malformed', span: line };
  const start = startOfText(text, line);
  const content = text.slice(start, line.end);
  const status = STATUS_LINE.exec(content);
  if (status) {
    const [, version = '', gap = '', code = '', , reason = ''] = status;
    const codeStart = start + version.length + gap.length;
    return {
      kind: 'response',
      span: line,
      version: span(start, start + version.length),
      code: span(codeStart, codeStart + code.length),
      reason: span(line.end - reason.length, line.end),
    };
  }
  const request = requestParts(content);
  if (!request) return { kind: 'malformed', span: line };
  return {
    kind: 'request',
    span: line,
    method: span(start + request.method.start, start + request.method.end),
    uri: span(start + request.uri.start, start + request.uri.end),
    version: span(start + request.version.start, start + request.version.end),
  };
}

/** Behind the blanks at the start of a line, which no start line has and every reader can do without. */
function startOfText(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++;
  return at;
}

/** The three parts of a Request-Line, from its two ends: what stands between is the Request-URI, blanks and all. */
function requestParts(content: string): { method: Span; uri: Span; version: Span } | undefined {
  const end = content.trimEnd().length;
  const versionStart = Math.max(content.lastIndexOf(' ', end - 1), content.lastIndexOf('\t', end - 1)) + 1;
  if (!/^sip\//i.test(content.slice(versionStart, end))) return undefined;
  const methodEnd = /^[^\s]+/.exec(content)?.[0].length ?? 0;
  const uri = trimmed(content, methodEnd, versionStart);
  if (methodEnd === 0 || uri.start >= uri.end) return undefined;
  return { method: span(0, methodEnd), uri, version: span(versionStart, end) };
}

function parseHeaderField(text: string, start: number, end: number): HeaderField | undefined {
  const colon = indexIn(text, ':', span(start, end));
  if (colon === undefined) return undefined;
  const name = trimmed(text, start, colon);
  if (name.start === name.end || text.charCodeAt(colon) !== COLON) return undefined;
  const written = text.slice(name.start, name.end);
  if (/[\s"<>;,]/.test(written)) return undefined;
  const entry = headerFieldNamed(written);
  return {
    name,
    canonical: entry?.name ?? written,
    known: entry !== undefined,
    value: trimmed(text, colon + 1, end),
    span: span(name.start, end),
  };
}
