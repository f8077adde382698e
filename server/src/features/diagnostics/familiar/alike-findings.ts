import { ownCopy } from '../../../sip/own-copy.ts';
import { type Span, span, textOf } from '../../../sip/span.ts';
import type { Finding, Fix } from '../finding.ts';
import type { RuleId } from '../rules.ts';

/** A finding of a message, or of its session description, as all have it that are like it. */
export interface AlikeFinding {
  readonly rule: RuleId;
  readonly place: Place;
  readonly args: readonly string[] | undefined;
  readonly fix: AlikeFix | undefined;
}

interface AlikeFix {
  readonly title: Fix['title'];
  readonly args: readonly string[] | undefined;
  readonly edits: readonly { readonly place: Place; readonly newText: string }[];
}

/** A place in a line, by what alike messages have in common there. */
interface Place {
  /** Counted from 0: what alike messages differ in breaks no line. */
  readonly line: number;
  /** What stands before it in its line. */
  readonly before: string;
  /** What is written there; undefined where it reaches to the end of the line, whatever is written. */
  readonly written: string | undefined;
  /** The line from there on, by which the place is found where the line begins otherwise; undefined where it is long. */
  readonly rest: string | undefined;
}

const LONGEST_REST = 128;

/**
 * What these tell, and with which words, depends on the names of the header fields, on the method, the status code,
 * quotes and parameters' names, or on the kinds of lines, attributes and payload types, in which those agree that are
 * alike.
 */
const TOLD_ALIKE: ReadonlySet<RuleId> = new Set<RuleId>([
  'sip.deprecated-status-code',
  'sip.forbidden-header',
  'sip.header-not-applicable',
  'sip.missing-header',
  'sip.missing-max-forwards',
  'sip.missing-option-tag',
  'sip.missing-response-header',
  'sip.missing-to-tag',
  'sip.sdp-bracketed-address',
  'sip.sdp-codec-rate',
  'sip.sdp-duplicate-payload-type',
  'sip.sdp-empty-session-name',
  'sip.sdp-ice-credentials',
  'sip.sdp-invalid-payload-type',
  'sip.sdp-line-order',
  'sip.sdp-malformed-attribute',
  'sip.sdp-malformed-rtpmap',
  'sip.sdp-malformed-time',
  'sip.sdp-misspelt-attribute',
  'sip.sdp-missing-apt',
  'sip.sdp-missing-line',
  'sip.sdp-missing-rtpmap',
  'sip.sdp-static-payload-type',
  'sip.sdp-unknown-mid',
  'sip.sdp-unknown-rid',
  'sip.sdp-unlisted-payload-type',
  'sip.unknown-status-code',
  'sip.unterminated-quote',
]);

/** The findings in a part of a text for those that are like it; undefined where one of them may be this one's alone. */
export function alikeFindings(
  text: string,
  part: Span,
  findings: readonly Finding[],
): readonly AlikeFinding[] | undefined {
  const alike: AlikeFinding[] = [];
  for (const { rule, span: found, args, fix, related, slight } of findings) {
    if (!TOLD_ALIKE.has(rule) || related || slight || found.end > part.end) return undefined;
    const place = placeOf(text, part.start, found);
    const alikeFix = fix && alikeFixOf(text, part.start, fix);
    if (!place || (fix && !alikeFix)) return undefined;
    alike.push({ rule, place, args: args?.map(ownCopy), fix: alikeFix });
  }
  return alike;
}

function alikeFixOf(text: string, from: number, { title, args, edits }: Fix): AlikeFix | undefined {
  const places = edits.map((edit) => ({ place: placeOf(text, from, edit.span), newText: ownCopy(edit.newText) }));
  const isPlaced = places.every((edit): edit is { place: Place; newText: string } => edit.place !== undefined);
  return isPlaced ? { title, args: args?.map(ownCopy), edits: places } : undefined;
}

/** Undefined where it reaches over several lines. */
function placeOf(text: string, from: number, range: Span): Place | undefined {
  if (range.start < from) return undefined;
  const lineStart = range.start === from ? from : Math.max(from, text.lastIndexOf('\n', range.start - 1) + 1);
  const lineEnd = endOfLine(text, lineStart);
  if (range.end > lineEnd) return undefined;
  return {
    line: lineOf(text, from, lineStart),
    before: ownCopy(text.slice(lineStart, range.start)),
    written: range.end === lineEnd ? undefined : ownCopy(textOf(text, range)),
    rest: lineEnd - range.start > LONGEST_REST ? undefined : ownCopy(text.slice(range.start, lineEnd)),
  };
}

function lineOf(text: string, from: number, offset: number): number {
  let line = 0;
  for (let feed = text.indexOf('\n', from); feed >= 0 && feed < offset; feed = text.indexOf('\n', feed + 1)) line++;
  return line;
}

/**
 * The findings in a text that is like theirs from an offset on; undefined where what it differs in stands both before
 * and behind them in their line.
 */
export function findingsIn(text: string, from: number, alike: readonly AlikeFinding[]): readonly Finding[] | undefined {
  if (alike.length === 0) return nothing;
  const found: Finding[] = [];
  const lines = new Lines(text, from);
  for (const { rule, place, args, fix } of alike) {
    const range = rangeOf(lines, place);
    const edits = fix?.edits.map((edit) => ({ span: rangeOf(lines, edit.place), newText: edit.newText }));
    if (!range || edits?.some((edit) => edit.span === undefined)) return undefined;
    found.push({
      rule,
      span: range,
      ...(args && { args }),
      ...(fix && { fix: { title: fix.title, ...(fix.args && { args: fix.args }), edits: edits as Fix['edits'] } }),
    });
  }
  return found;
}

const nothing: readonly Finding[] = [];

function rangeOf(lines: Lines, place: Place): Span | undefined {
  const { text } = lines;
  const { before, written } = place;
  const lineStart = lines.startOf(place.line);
  const start = lineStart + before.length;
  if (text.slice(lineStart, start) !== before) return rangeFromEnd(text, lineStart, place);
  if (written === undefined) return span(start, endOfLine(text, lineStart));
  const end = start + written.length;
  return text.slice(start, end) === written ? span(start, end) : undefined;
}

/** In `m=audio 49170 RTP/AVP 0 101`, where the port differs. */
function rangeFromEnd(text: string, lineStart: number, { before, written, rest }: Place): Span | undefined {
  if (rest === undefined) return undefined;
  const lineEnd = endOfLine(text, lineStart);
  const start = lineEnd - rest.length;
  if (start <= lineStart || text[start - 1] !== before.at(-1) || text.slice(start, lineEnd) !== rest) return undefined;
  return span(start, written === undefined ? lineEnd : start + written.length);
}

/** Where lines start that are asked for in their order, or nearly so, counted from an offset on. */
class Lines {
  readonly text: string;
  readonly #from: number;
  #line = 0;
  #start: number;

  constructor(text: string, from: number) {
    this.text = text;
    this.#from = this.#start = from;
  }

  startOf(line: number): number {
    if (line < this.#line) {
      this.#line = 0;
      this.#start = this.#from;
    }
    for (; this.#line < line; this.#line++) this.#start = this.text.indexOf('\n', this.#start) + 1;
    return this.#start;
  }
}

/** Without the carriage returns before the line feed. */
function endOfLine(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  let end = feed < 0 ? text.length : feed;
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}
