import { indexIn, type Span, span, trimmed } from '../span.ts';

/** `;name=value`, `;name`, or `name=value` in a comma-separated list of credentials. */
export interface Parameter {
  readonly name: Span;
  /** Without the quotes of a quoted string; undefined for a flag such as `lr`. */
  readonly value: Span | undefined;
  readonly quoted: boolean;
  /** Name and value, quotes included. */
  readonly span: Span;
}

/**
 * Splits a value at a separator that stands outside quoted strings and angle brackets (RFC 3261 §7.3.1).
 * The parts are trimmed; an empty part stays, so that `a,,b` has three.
 */
export function splitAt(text: string, range: Span, separator: ',' | ';' | '&'): readonly Span[] {
  const parts: Span[] = [];
  const wanted = separator.charCodeAt(0);
  let from = range.start;
  let quoted = false;
  let angled = false;
  let lastClosing: number | undefined;
  for (let i = range.start; i < range.end; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 60) {
      // A bracket that nothing closes is a character like others.
      lastClosing ??= range.start + text.slice(range.start, range.end).lastIndexOf('>');
      angled = lastClosing > i;
    } else if (code === 62) angled = false;
    else if (code === wanted && !angled) {
      parts.push(trimmed(text, from, i));
      from = i + 1;
    }
  }
  parts.push(trimmed(text, from, range.end));
  return parts;
}

/** The parameters of `a=1;b;c="x"` (without a leading separator). Empty parts are passed over. */
export function parseParameters(text: string, range: Span, separator: ',' | ';' | '&' = ';'): readonly Parameter[] {
  return splitAt(text, range, separator)
    .filter((part) => part.start < part.end)
    .map((part) => parseParameter(text, part));
}

function parseParameter(text: string, part: Span): Parameter {
  const equals = indexIn(text, '=', part);
  if (equals === undefined) return { name: part, value: undefined, quoted: false, span: part };
  const name = trimmed(text, part.start, equals);
  const value = trimmed(text, equals + 1, part.end);
  const quoted = value.end - value.start >= 2 && text[value.start] === '"' && text[value.end - 1] === '"';
  return { name, value: quoted ? span(value.start + 1, value.end - 1) : value, quoted, span: part };
}

/** The first parameter of that name, which is compared without regard to case. */
export function parameterNamed(text: string, parameters: readonly Parameter[], name: string): Parameter | undefined {
  return parameters.find(
    ({ name: { start, end } }) => end - start === name.length && text.slice(start, end).toLowerCase() === name,
  );
}
