import { type Span, span } from '../../../sip/span.ts';

/** A string or a number of Lua: `value` is without the quotes, `end` is behind them. */
export interface LuaLiteral {
  readonly value: Span;
  readonly end: number;
}

export function literalAt(text: string, at: number): LuaLiteral | undefined {
  const character = text[at];
  if (character === '"' || character === "'") {
    const end = endOfString(text, at);
    return text[end - 1] === character && end > at + 1 ? { value: span(at + 1, end - 1), end } : undefined;
  }
  if (character === '[') {
    const level = bracketLevel(text, at);
    if (level < 0) return undefined;
    const end = endOfString(text, at);
    return { value: span(at + level + 2, Math.max(at + level + 2, end - level - 2)), end };
  }
  let end = at;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end > at ? { value: span(at, end), end } : undefined;
}

/** The offset behind a string that begins at `at`; a quoted one ends with its line at the latest. */
export function endOfString(text: string, at: number): number {
  const quote = text[at]!;
  if (quote === '[') {
    const level = bracketLevel(text, at);
    if (level < 0) return at + 1;
    const close = text.indexOf(`]${'='.repeat(level)}]`, at);
    return close < 0 ? text.length : close + level + 2;
  }
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === quote) return end + 1;
    else if (text[end] === '\n') return end;
  }
  return text.length;
}

/** The first offset from `at` on that is neither blank nor comment. */
export function endOfBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 32) at++;
    if (text[at] !== '-' || text[at + 1] !== '-') return at;
    if (text[at + 2] === '[' && bracketLevel(text, at + 2) >= 0) at = endOfString(text, at + 2);
    else {
      const newline = text.indexOf('\n', at);
      at = newline < 0 ? text.length : newline;
    }
  }
}

/** The number of equals signs of `[==[`; -1 where no long bracket begins. */
function bracketLevel(text: string, at: number): number {
  let end = at + 1;
  while (text[end] === '=') end++;
  return text[end] === '[' ? end - at - 1 : -1;
}
