import type { Message } from '../../sip/message.ts';
import { ownCopy } from '../../sip/own-copy.ts';
import { type Span, span, textOf } from '../../sip/span.ts';
import type { Finding, Fix } from './finding.ts';
import type { RuleId } from './rules.ts';

/** A finding of a message as every message that is like it has it. */
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
}

/**
 * What these tell, and with which words, depends on the names of the header fields, on the method, the status code,
 * quotes and parameters' names, in which alike messages agree.
 */
const TOLD_ALIKE: ReadonlySet<RuleId> = new Set<RuleId>([
  'sip.deprecated-status-code',
  'sip.forbidden-header',
  'sip.header-not-applicable',
  'sip.missing-header',
  'sip.missing-max-forwards',
  'sip.missing-response-header',
  'sip.missing-to-tag',
  'sip.unknown-status-code',
  'sip.unterminated-quote',
]);

/** The findings of a message for those that are like it; undefined where one of them may be this message's alone. */
export function alikeFindings(message: Message, findings: readonly Finding[]): readonly AlikeFinding[] | undefined {
  const alike: AlikeFinding[] = [];
  for (const { rule, span: found, args, fix, related, slight } of findings) {
    if (!TOLD_ALIKE.has(rule) || related || slight || found.end > message.body.start) return undefined;
    const place = placeOf(message.text, found);
    const alikeFix = fix && alikeFixOf(message.text, fix);
    if (!place || (fix && !alikeFix)) return undefined;
    alike.push({ rule, place, args: args?.map(ownCopy), fix: alikeFix });
  }
  return alike;
}

function alikeFixOf(text: string, { title, args, edits }: Fix): AlikeFix | undefined {
  const places = edits.map((edit) => ({ place: placeOf(text, edit.span), newText: ownCopy(edit.newText) }));
  const isPlaced = places.every((edit): edit is { place: Place; newText: string } => edit.place !== undefined);
  return isPlaced ? { title, args: args?.map(ownCopy), edits: places } : undefined;
}

/** Undefined where it reaches over several lines. */
function placeOf(text: string, range: Span): Place | undefined {
  const lineStart = range.start === 0 ? 0 : text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = endOfLine(text, lineStart);
  if (range.end > lineEnd) return undefined;
  return {
    line: lineOf(text, lineStart),
    before: ownCopy(text.slice(lineStart, range.start)),
    written: range.end === lineEnd ? undefined : ownCopy(textOf(text, range)),
  };
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let feed = text.indexOf('\n'); feed >= 0 && feed < offset; feed = text.indexOf('\n', feed + 1)) line++;
  return line;
}

/** The findings in the text of a message that is like theirs; undefined where what it differs in stands before them. */
export function findingsIn(text: string, alike: readonly AlikeFinding[]): readonly Finding[] | undefined {
  const found: Finding[] = [];
  const lines = new Lines(text);
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

function rangeOf(lines: Lines, { line, before, written }: Place): Span | undefined {
  const { text } = lines;
  const lineStart = lines.startOf(line);
  const start = lineStart + before.length;
  if (text.slice(lineStart, start) !== before) return undefined;
  if (written === undefined) return span(start, endOfLine(text, lineStart));
  const end = start + written.length;
  return text.slice(start, end) === written ? span(start, end) : undefined;
}

/** Where lines start that are asked for in their order, or nearly so. */
class Lines {
  readonly text: string;
  #line = 0;
  #start = 0;

  constructor(text: string) {
    this.text = text;
  }

  startOf(line: number): number {
    if (line < this.#line) this.#line = this.#start = 0;
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
