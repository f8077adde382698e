import { type Span, span } from '../../sip/span.ts';
import type { FieldCheck } from './judged.ts';
import { unterminatedQuote } from './parameters.ts';

/** `User-Agent` and `Server`: products and comments in parentheses (RFC 3261 §20.35, §20.41). */

export const checkProducts: FieldCheck = (judged, field, report) => {
  const open = openComment(judged.text, field.value);
  if (open === undefined || unterminatedQuote(judged.text, field.value) !== undefined) return;
  const comment = span(open, field.value.end);
  // Nobody acts upon the value, and many read it as plain text.
  report('sip.malformed-value', comment, {
    args: [field.canonical, judged.textOf(comment), 'product/1.0 (comment)'],
    slight: true,
  });
};

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
