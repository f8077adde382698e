import { type Span, span } from '../../../sip/span.ts';

/** So far a variable may reach: one without its closing bracket must not swallow a line of a megabyte. */
const LONGEST = 512;

/** A pseudo-variable, taken apart: `$(<request>hdr(Via)[0]{s.trim})`. Spans are in the document. */
export interface Variable {
  /** `hdr`, `rm`, `err.rcode`, without its context. */
  readonly name: string;
  /** What stands between the brackets behind the name: `Via`. */
  readonly inner: Span | undefined;
  /** `{s.trim}`, `{s.substr,0,1}`, all of them as they are written. */
  readonly transformations: string;
}

const isNamePart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 46;

/** Behind the variable that starts with the `$` here; behind the `$` alone when it starts none. */
export function variableEnd(text: string, at: number, limit: number): number {
  const end = Math.min(limit, at + LONGEST);
  if (text.charCodeAt(at + 1) === 40) {
    const close = closingOf(text, at + 1, end);
    return close < 0 ? at + 1 : close + 1;
  }
  const nameEnd = endOfName(text, at + 1, end);
  if (nameEnd === at + 1) return nameEnd;
  if (text.charCodeAt(nameEnd) !== 40) return nameEnd;
  const close = closingOf(text, nameEnd, end);
  return close < 0 ? nameEnd : close + 1;
}

export function parseVariable(text: string, start: number, end: number): Variable {
  const wrapped = text.charCodeAt(start + 1) === 40;
  const limit = wrapped ? end - 1 : end;
  let from = start + (wrapped ? 2 : 1);
  if (text.charCodeAt(from) === 60) from = Math.min(limit, text.indexOf('>', from) + 1);
  const nameEnd = endOfName(text, from, limit);
  const name = text.slice(from, nameEnd);
  const close = text.charCodeAt(nameEnd) === 40 ? closingOf(text, nameEnd, limit) : -1;
  const brace = wrapped ? text.indexOf('{', close < 0 ? nameEnd : close) : -1;
  return {
    name,
    inner: close < 0 ? undefined : span(nameEnd + 1, close),
    transformations: brace < 0 || brace >= limit ? '' : text.slice(brace, limit),
  };
}

function endOfName(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && isNamePart(text.charCodeAt(end))) end++;
  while (end > from && text.charCodeAt(end - 1) === 46) end--;
  return end;
}

/** The bracket that closes the one here; brackets of regular expressions in transformations do not count. */
function closingOf(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return -1;
    if (code === 40) depth++;
    else if (code === 41 && --depth === 0) return i;
    else if (code === 123) {
      const close = closingBrace(text, i, limit);
      if (close > 0) i = close;
    }
  }
  return -1;
}

function closingBrace(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return i;
    else if (code === 10) return -1;
  }
  return -1;
}

/** The variables in a literal, in order. */
export function* variablesIn(text: string, literal: Span): Generator<Span> {
  let at = literal.start;
  while (at < literal.end) {
    if (text.charCodeAt(at) !== 36) {
      at++;
      continue;
    }
    const end = variableEnd(text, at, literal.end);
    if (end > at + 1) yield span(at, end);
    at = end;
  }
}
