import { type Span, span } from '../../../sip/span.ts';
import { indexWithin } from '../index-within.ts';
import { nearestName } from '../spelling.ts';
import { keywordPrefixes, plainKeywords } from './table.ts';

/** What stands in square brackets in a text that SIPp fills in. */
export type Bracket = Keyword | UnknownKeyword | BrokenBracket;

export interface Keyword {
  readonly kind: 'keyword';
  /** Brackets included. */
  readonly span: Span;
  /** The keyword's own name, without its offset or parameters; for `[last_Via:]` the `last_` alone. */
  readonly name: Span;
  /** The key of its text in `data/dialects/texts`. */
  readonly key: string;
  /** The header field of `[last_Via:]`. */
  readonly header: Span | undefined;
}

/** A name that SIPp does not know of itself: misspelt, or given on the command line with `-key`. */
export interface UnknownKeyword {
  readonly kind: 'unknown';
  readonly span: Span;
  readonly name: Span;
  readonly written: string;
  /** The keyword that was most likely meant. */
  readonly meant: string | undefined;
}

/** A bracket that can be no keyword at all; SIPp wants it written `\x5b`. */
export interface BrokenBracket {
  readonly kind: 'broken';
  readonly span: Span;
  readonly written: string;
}

/** SIPp's own limit for what stands between the brackets. */
const LONGEST_KEYWORD = 256;

/** The brackets of a range in order; each character is looked at a bounded number of times. */
export function* bracketsIn(text: string, range: Span): Generator<Bracket> {
  for (let at = indexWithin(text, '[', range.start, range.end); at >= 0; ) {
    const bracket = bracketAt(text, at, range.end);
    if (bracket) yield bracket;
    at = indexWithin(text, '[', bracket ? bracket.span.end : at + 1, range.end);
  }
}

function bracketAt(text: string, start: number, end: number): Bracket | undefined {
  const inner = start + 1;
  // `[[local_ip]]` is a keyword in literal brackets.
  if (text[inner] === '[') return undefined;
  const prefix = keywordPrefixes.find((one) => text.startsWith(one, inner));
  const close = closingBracket(text, inner, Math.min(end, inner + LONGEST_KEYWORD + 1), prefix !== undefined);
  if (close === 'nested') return undefined;
  if (close === undefined) {
    const stop = lineEnd(text, inner, Math.min(end, inner + LONGEST_KEYWORD));
    return { kind: 'broken', span: span(start, stop), written: text.slice(start, stop).trimEnd() };
  }
  const whole = span(start, close + 1);
  const written = text.slice(inner, close);
  const name = withoutOffset(written);
  const key = plainKeywords.get(name);
  if (key !== undefined) {
    return { kind: 'keyword', span: whole, name: span(inner, inner + name.length), key, header: undefined };
  }
  if (prefix !== undefined) return prefixedKeyword(text, whole, prefix, close);
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) return { kind: 'broken', span: whole, written: text.slice(start, close + 1) };
  return {
    kind: 'unknown',
    span: whole,
    name: span(inner, inner + name.length),
    written: name,
    meant: meantKeyword(name),
  };
}

function prefixedKeyword(text: string, whole: Span, prefix: string, close: number): Keyword {
  const inner = whole.start + 1;
  if (prefix !== 'last_') {
    const word = /^[$\w.-]*/.exec(text.slice(inner, close))?.[0] ?? prefix;
    return { kind: 'keyword', span: whole, name: span(inner, inner + word.length), key: prefix, header: undefined };
  }
  const headerStart = inner + prefix.length;
  const header = /^[A-Za-z][\w!%*+`'~-]*/.exec(text.slice(headerStart, close))?.[0] ?? '';
  return {
    kind: 'keyword',
    span: whole,
    name: span(inner, headerStart),
    key: prefix,
    header: header === '' ? undefined : span(headerStart, headerStart + header.length),
  };
}

/** `cseq+1` and `branch-3` count from the value of the keyword before the sign. */
function withoutOffset(written: string): string {
  const offset = /[+-]\d/.exec(written);
  return offset && !written.startsWith('tdmmap') ? written.slice(0, offset.index) : written;
}

/**
 * The offset of the bracket that closes one; `nested` where another opens first, which makes the outer one literal.
 * Only a keyword with parameters goes on over a line break, or holds keywords itself.
 */
function closingBracket(
  text: string,
  from: number,
  end: number,
  hasParameters: boolean,
): number | 'nested' | undefined {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const character = text[at];
    if (character === '"') {
      const quote = indexWithin(text, '"', at + 1, end);
      if (quote > 0 && !text.slice(at, quote).includes('\n')) at = quote;
    } else if (character === '[') {
      if (!hasParameters) return 'nested';
      depth++;
    } else if (character === ']') {
      if (depth === 0) return at;
      depth--;
    } else if (character === '\n' && !hasParameters) return undefined;
  }
  return undefined;
}

function lineEnd(text: string, from: number, end: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? end : Math.min(feed, end);
}

const longKeywords = [...plainKeywords.keys(), 'authentication'].filter((name) => name.length >= 6);
const keywordsByLowerCase = new Map([...plainKeywords.keys()].map((name) => [name.toLowerCase(), name]));

/** Names of one's own for `-key` are often made from a keyword (`remote_ip2`), and short ones are near anything. */
function meantKeyword(written: string): string | undefined {
  const sameLetters = keywordsByLowerCase.get(written.toLowerCase().replace(/-/g, '_'));
  if (sameLetters !== undefined) return sameLetters;
  const meant = nearestName(written, longKeywords);
  return meant !== undefined && written.startsWith(meant) ? undefined : meant;
}
