import { type Span, trimmed } from '../../../sip/span.ts';

/**
 * The offset of the bracket that closes the one at `open`, or `end`. Parentheses, braces and square brackets nest;
 * a backslash takes the meaning from what follows it.
 */
export function closing(text: string, open: number, end: number): number {
  const own = text[open]!;
  const partner = own === '(' ? ')' : own === '{' ? '}' : ']';
  let depth = 0;
  for (let at = open; at < end; at++) {
    const character = text[at]!;
    if (character === '\\') at++;
    else if (character === own) depth++;
    else if (character === partner && --depth === 0) return at;
    else if (character === '$' && own !== '{' && text[at + 1] === '{') at = closing(text, at + 1, end);
  }
  return end;
}

/** The parts of a range between separators that no bracket and no quote encloses, without the blanks around them. */
export function parts(text: string, start: number, end: number, separator: string): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = next(text, start, end, separator); ; at = next(text, from, end, separator)) {
    found.push(trimmed(text, from, at));
    if (at >= end) return found;
    from = at + 1;
  }
}

/** The first such separator from an offset on, or the end. */
export function next(text: string, start: number, end: number, separator: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    if (character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (character === '$' && text[at + 1] === '{') at = closing(text, at + 1, end);
    else if (quoted) continue;
    else if (character === separator && depth === 0) return at;
    else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
  }
  return end;
}
