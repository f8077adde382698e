import { type Span, span, words } from '../../sip/span.ts';
import { isToken } from './grammar.ts';
import type { FieldCheck } from './judged.ts';
import { unterminatedQuote } from './parameters.ts';

/** `User-Agent` and `Server`: products and comments in parentheses (RFC 3261 §20.35, §20.41). */

export const checkProducts: FieldCheck = (judged, field, report) => {
  const place = oddPlace(judged.text, field.value);
  if (!place) return;
  // Nobody acts upon the value, and many read it as plain text.
  report('sip.malformed-value', place, {
    args: [field.canonical, judged.textOf(place), 'product/1.0 (comment)'],
    slight: true,
  });
};

/** A comment that is not closed, or a product at the end of the value whose version is missing: `Proxy/`. */
function oddPlace(text: string, value: Span): Span | undefined {
  if (unterminatedQuote(text, value) !== undefined) return undefined;
  const open = openComment(text, value);
  if (open !== undefined) return span(open, value.end);
  const last = words(text, value).at(-1);
  return last && text.endsWith('/', last.end) && isToken(text.slice(last.start, last.end - 1)) ? last : undefined;
}

/** Where the outermost comment starts that does not end in the value. */
function openComment(text: string, value: Span): number | undefined {
  const open: number[] = [];
  for (let i = value.start; i < value.end; i++) {
    const letter = text[i];
    if (letter === '\\' && open.length > 0) i++;
    else if (letter === '(') open.push(i);
    else if (letter === ')') open.pop();
  }
  return open[0];
}
