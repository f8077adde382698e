import { type Span, span, trimmed } from '../../../sip/span.ts';
import type { Cut } from '../blocks.ts';
import { indexWithin } from '../index-within.ts';

/** A section header, `[name](template,!)`. */
export interface IniSection {
  readonly name: Span;
  /** The names between the parentheses: templates, `!` and `+`. */
  readonly bases: readonly string[];
  readonly start: number;
}

/** A line `key = value` or `key => value`, without comment. */
export interface IniEntry {
  readonly key: Span;
  readonly value: Span;
  /** The semicolon of the comment behind the value, or -1. */
  readonly comment: number;
}

export interface IniHandlers {
  readonly section: (section: IniSection) => void;
  readonly entry: (entry: IniEntry) => void;
}

/**
 * Goes over a file of Asterisk's own ini form in one pass: `;` begins a comment unless `\` stands before it,
 * `;--` … `--;` are block comments and nest, `#include` and its like are left out.
 */
export function readIni(text: string, { section, entry }: IniHandlers): void {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let semicolon = -2;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const start = skipBlanks(text, at, lineEnd);
    semicolon = nextComment(text, start, semicolon);
    const comment = semicolon >= 0 && semicolon < lineEnd ? semicolon : -1;
    const content = trimmed(text, start, comment < 0 ? lineEnd : comment);
    if (content.end > content.start) readLine(text, content, comment, section, entry);
    at = comment >= 0 && isBlockStart(text, comment) ? endOfBlock(text, comment + 3) : lineEnd + 1;
  }
}

/** A line that opens a section. */
export const opensSection = /^[ \t]*\[/;

/** The end of the block that starts at an offset: the next line that opens one, outside of comments. */
export function iniCut(text: string, start: number, opens: RegExp): Cut {
  let at = start;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = text.slice(at, lineEnd);
    if (at > start && text[at - 1] === '\n' && opens.test(line)) {
      return { end: at, seen: newline < 0 ? Number.POSITIVE_INFINITY : newline + 1 };
    }
    let comment = line.indexOf(';');
    while (comment > 0 && line[comment - 1] === '\\') comment = line.indexOf(';', comment + 1);
    at = comment >= 0 && isBlockStart(text, at + comment) ? endOfBlock(text, at + comment + 3) : lineEnd + 1;
  }
  return { end: text.length, seen: Number.POSITIVE_INFINITY };
}

function readLine(
  text: string,
  content: Span,
  comment: number,
  section: IniHandlers['section'],
  entry: IniHandlers['entry'],
): void {
  const first = text.charCodeAt(content.start);
  if (first === 35) return;
  if (first === 91) {
    const found = sectionAt(text, content);
    if (found) section(found);
    return;
  }
  const equals = indexWithin(text, '=', content.start, content.end);
  if (equals < 0) return;
  const keyEnd = text[equals - 1] === '+' ? equals - 1 : equals;
  const valueStart = text[equals + 1] === '>' ? equals + 2 : equals + 1;
  const key = trimmed(text, content.start, Math.max(content.start, keyEnd));
  if (key.end > key.start) entry({ key, value: trimmed(text, valueStart, Math.max(valueStart, content.end)), comment });
}

function sectionAt(text: string, content: Span): IniSection | undefined {
  const close = indexWithin(text, ']', content.start, content.end);
  if (close < 0) return undefined;
  const open = text[close + 1] === '(' ? close + 2 : -1;
  const end = open < 0 ? -1 : indexWithin(text, ')', open, content.end);
  const bases = end < 0 ? [] : text.slice(open, end).split(',');
  return { name: span(content.start + 1, close), bases: bases.map((base) => base.trim()), start: content.start };
}

/** The next unescaped semicolon from an offset on; `known` is the answer to the question before, kept while it holds. */
function nextComment(text: string, from: number, known: number): number {
  if (known === -1 || known >= from) return known;
  let at = text.indexOf(';', from);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf(';', at + 1);
  return at;
}

const isBlockStart = (text: string, at: number): boolean => text.startsWith(';--', at) && text[at + 3] !== '-';

/** The offset behind the `--;` that ends the block comment, or the text's end. */
function endOfBlock(text: string, from: number): number {
  let depth = 1;
  let at = text.indexOf(';', from);
  while (at >= 0) {
    if (isBlockStart(text, at)) depth++;
    else if (at >= from + 2 && text[at - 1] === '-' && text[at - 2] === '-' && --depth === 0) return at + 1;
    at = text.indexOf(';', at + 1);
  }
  return text.length;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}
