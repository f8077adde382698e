import { type Span, span } from '../../../sip/span.ts';
import { indexWithin } from '../index-within.ts';

/** `${name}`, `$${name}` and `$1`: what FreeSWITCH fills in, so that nobody knows what will stand there. */
export interface Reference {
  readonly span: Span;
  /** The variable's name; empty for `$1` and for what is computed. */
  readonly name: Span;
}

/** The references of a range in order, those inside others as well. */
export function referencesIn(text: string, range: Span): readonly Reference[] {
  const found: Reference[] = [];
  for (
    let at = indexWithin(text, '$', range.start, range.end);
    at >= 0;
    at = indexWithin(text, '$', at + 1, range.end)
  ) {
    const next = text[at + 1] ?? '';
    if (next === '{') found.push(bracedReference(text, at, range.end));
    else if (/\d/.test(next)) found.push({ span: span(at, at + 2), name: span(at, at) });
  }
  return found;
}

/** Where nobody closes a brace, it is not looked for through the whole value again and again. */
const LONGEST_REFERENCE = 512;

function bracedReference(text: string, at: number, end: number): Reference {
  const start = at + 2;
  const close = closingBrace(text, start, Math.min(end, start + LONGEST_REFERENCE));
  const name = /^[\w.-]*/.exec(text.slice(start, Math.min(close, start + 128)))?.[0] ?? '';
  const global = text[at - 1] === '$' ? at - 1 : at;
  return { span: span(global, Math.min(end, close + 1)), name: span(start, start + name.length) };
}

/** The brace that closes the one before `from`, others counted; the end when there is none. */
export function closingBrace(text: string, from: number, end: number, open = '{', close = '}'): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && depth-- === 0) return at;
  }
  return end;
}
