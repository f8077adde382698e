import { type Span, span } from '../../../sip/span.ts';
import { isRouteWord } from './syntax.ts';
import * as token from './tokens.ts';

/** What the tokens of a script are in its grammar; every function takes the index of a token. */

/** An argument of a call: from its first token to the one behind it. */
export interface Argument {
  readonly from: number;
  readonly to: number;
}

/** A call with more tokens is read no further: nobody writes one, and calls may be nested. */
export const MOST_TOKENS = 300;

export const textAt = ({ text, starts, ends }: token.Tokens, i: number): string => text.slice(starts[i], ends[i]);

export const spanAt = ({ starts, ends }: token.Tokens, i: number): Span => span(starts[i] ?? 0, ends[i] ?? 0);

export const isWord = (tokens: token.Tokens, i: number, word: string): boolean =>
  tokens.kinds[i] === token.WORD && textAt(tokens, i) === word;

export const isLiteral = ({ kinds }: token.Tokens, i: number): boolean =>
  kinds[i] === token.STRING || kinds[i] === token.NUMBER;

/** A literal without its quotes. */
export function literalAt({ text, kinds, starts, ends }: token.Tokens, i: number): Span {
  const start = starts[i]!;
  const end = ends[i]!;
  if (kinds[i] === token.NUMBER) return span(start, end);
  const closed = end - start >= 2 && text.charCodeAt(end - 1) === text.charCodeAt(start);
  return span(start + 1, closed ? end - 1 : end);
}

const isUnclosed = (tokens: token.Tokens, i: number): boolean => literalAt(tokens, i).end === tokens.ends[i];

/** Whether a token joins its neighbours to one value: `"a" + $b`, `"a" .. b`, `"a" % b`. */
export const joins = ({ text, kinds, starts }: token.Tokens, i: number): boolean =>
  kinds[i] === token.OTHER && '+.%'.includes(text.charAt(starts[i]!));

/** Whether an argument is one literal. */
export const isLiteralArgument = (tokens: token.Tokens, { from, to }: Argument): boolean =>
  to - from === 1 && isLiteral(tokens, from);

/**
 * The arguments behind an opening bracket; the last one ends at the closing bracket, or where the call breaks off: at
 * a literal that nobody has closed yet, or before a statement or a block.
 */
export function argumentsOf(tokens: token.Tokens, open: number): readonly Argument[] {
  const { kinds } = tokens;
  const list: Argument[] = [];
  const last = Math.min(kinds.length, open + MOST_TOKENS);
  let level = 0;
  let from = open + 1;
  let i = from;
  for (; i < last; i++) {
    const kind = kinds[i];
    if (kind === token.OPEN || kind === token.OPEN_BRACKET) level++;
    else if ((kind === token.CLOSE || kind === token.CLOSE_BRACKET) && level-- === 0) break;
    else if (kind === token.STRING && isUnclosed(tokens, i)) {
      list.push({ from, to: i + 1 });
      return list;
    } else if (kind === token.SEMICOLON || kind === token.OPEN_BRACE || kind === token.CLOSE_BRACE) break;
    else if (kind === token.COMMA && level === 0) {
      list.push({ from, to: i });
      from = i + 1;
    }
  }
  list.push({ from, to: i });
  return list;
}

/** The name of the element of a table that ends at a bracket: `info['code']` and `info["code"]` are one. */
export function elementName(tokens: token.Tokens, close: number): string | undefined {
  const { kinds, text } = tokens;
  const key = close - 1;
  if (kinds[close] !== token.CLOSE_BRACKET || kinds[key] !== token.STRING) return undefined;
  if (kinds[close - 2] !== token.OPEN_BRACKET || kinds[close - 3] !== token.WORD) return undefined;
  const { start, end } = literalAt(tokens, key);
  return `${textAt(tokens, close - 3)}[${text.slice(start, end)}]`;
}

/** The last token of the element of a table that starts at a word, or the word itself. */
export const lastOfElement = (tokens: token.Tokens, word: number): number =>
  elementName(tokens, word + 3) === undefined ? word : word + 3;

/** The token that the operand which ends at this one starts at: the name of a call, or the token itself. */
export function firstOfOperand(tokens: token.Tokens, last: number): number {
  const { kinds } = tokens;
  if (elementName(tokens, last) !== undefined) return last - 3;
  if (kinds[last] !== token.CLOSE) return last;
  let level = 0;
  for (let i = last; i >= 0 && i > last - MOST_TOKENS; i--) {
    if (kinds[i] === token.CLOSE) level++;
    else if (kinds[i] === token.OPEN && --level === 0) return kinds[i - 1] === token.WORD ? i - 1 : i;
  }
  return last;
}

/** Whether a word opens a route's block, and is no call of one: `route[REGISTRAR] {`, `reply_route {`. */
export function isRouteHeader(tokens: token.Tokens, i: number): boolean {
  const next = tokens.kinds[i + 1];
  if (next !== token.OPEN_BRACE && next !== token.OPEN_BRACKET) return false;
  return isRouteWord(textAt(tokens, i));
}
