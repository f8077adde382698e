import { type Span, span } from '../../sip/span.ts';

/** What the caret stands in within the value of a header field. */
export type Spot =
  /** An item of a list, before its parameters; `word` is what stands there. */
  | { readonly kind: 'item'; readonly item: Span; readonly word: Span }
  /** Between angle brackets. */
  | { readonly kind: 'uri'; readonly item: Span; readonly uri: Span }
  | { readonly kind: 'parameterName'; readonly item: Span; readonly word: Span }
  /** `word` is inside the quotes where there are some. */
  | {
      readonly kind: 'parameterValue';
      readonly item: Span;
      readonly name: string;
      readonly word: Span;
      readonly quoted: boolean;
      /** From the name on. */
      readonly parameter: Span;
    };

/** What parts the items of a value, and what the parameters of an item. */
export interface Separators {
  readonly items: ',' | ';' | undefined;
  readonly parameters: ';' | ',' | undefined;
  /** Whether the first thing in an item is a parameter already. */
  readonly startsWithParameter?: boolean;
}

export const commaList: Separators = { items: ',', parameters: ';' };

/** Reads a value up to the caret (RFC 3261 §7.3.1); undefined in a quoted string that is no parameter's. */
export function spotAt(text: string, value: Span, caret: number, separators: Separators): Spot | undefined {
  let item = value.start;
  let parameter = separators.startsWithParameter ? value.start : undefined;
  let equals: number | undefined;
  let quote: number | undefined;
  let angle: number | undefined;
  for (let i = value.start; i < caret; i++) {
    const character = text[i];
    if (quote !== undefined) {
      if (character === '\\') i++;
      else if (character === '"') quote = undefined;
    } else if (character === '"') quote = i;
    else if (angle !== undefined) {
      if (character === '>') angle = undefined;
    } else if (character === '<') angle = i;
    else if (character === separators.items) {
      item = i + 1;
      parameter = undefined;
      equals = undefined;
    } else if (character === separators.parameters) {
      parameter = i + 1;
      equals = undefined;
    } else if (character === '=' && parameter !== undefined) equals ??= i;
  }
  const wholeItem = span(
    skipBlanks(text, item, caret),
    itemEnd(text, caret, value.end, separators.items, quote !== undefined),
  );
  if (angle !== undefined) {
    const close = text.indexOf('>', caret);
    const end = close < 0 || close > value.end ? spaceOrEnd(text, caret, value.end) : close;
    return { kind: 'uri', item: wholeItem, uri: span(angle + 1, end) };
  }
  if (parameter !== undefined && equals !== undefined) {
    const start = quote === undefined ? skipBlanks(text, equals + 1, caret) : quote + 1;
    const end = quote === undefined ? wordEnd(text, caret, value.end) : quotedEnd(text, caret, value.end);
    const name = text.slice(parameter, equals).trim().toLowerCase();
    const word = span(start, end);
    const whole = span(skipBlanks(text, parameter, caret), end);
    return { kind: 'parameterValue', item: wholeItem, name, word, quoted: quote !== undefined, parameter: whole };
  }
  if (quote !== undefined) return undefined;
  if (parameter !== undefined) {
    return {
      kind: 'parameterName',
      item: wholeItem,
      word: span(skipBlanks(text, parameter, caret), wordEnd(text, caret, value.end)),
    };
  }
  return { kind: 'item', item: wholeItem, word: span(wholeItem.start, wordEnd(text, caret, value.end)) };
}

function skipBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /\s/.test(text[at] ?? '')) at++;
  return at;
}

const wordEnd = (text: string, from: number, limit: number): number => endBefore(text, from, limit, /[\s,;=<>"]/);
const spaceOrEnd = (text: string, from: number, limit: number): number => endBefore(text, from, limit, /\s/);
const quotedEnd = (text: string, from: number, limit: number): number => endBefore(text, from, limit, /["\r\n]/);

function endBefore(text: string, from: number, limit: number, stop: RegExp): number {
  let at = from;
  while (at < limit && !stop.test(text[at] ?? '')) at++;
  return at;
}

/** The end of an item behind the caret. */
function itemEnd(text: string, from: number, limit: number, separator: string | undefined, inQuotes: boolean): number {
  let quoted = inQuotes;
  for (let at = from; at < limit; at++) {
    const character = text[at];
    if (character === '\\' && quoted) at++;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) return at;
  }
  return limit;
}
