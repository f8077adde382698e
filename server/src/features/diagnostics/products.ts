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

/** A comment that is not closed or was not opened, or a product whose version is missing: `Proxy/`, `Proxy/ (1)`. */
function oddPlace(text: string, value: Span): Span | undefined {
  if (unterminatedQuote(text, value) !== undefined) return undefined;
  const { open, stray } = unmatchedParentheses(text, value);
  if (open !== undefined) return span(open, value.end);
  const all = words(text, value);
  const last = all.at(-1);
  if (last && text.endsWith('/', last.end) && isToken(text.slice(last.start, last.end - 1))) return last;
  return oddProduct(text, all) ?? (stray === undefined ? undefined : span(stray, stray + 1));
}

/**
 * The first word outside comments that is no product: `a/b/c`, `/1.0`, `x@y`, `a/` before a comment. An address of a
 * web page is borne.
 */
function oddProduct(text: string, all: readonly Span[]): Span | undefined {
  let depth = 0;
  for (const [index, word] of all.entries()) {
    const written = text.slice(word.start, word.end);
    const isOutside = depth === 0;
    for (const letter of written.replaceAll(/\\./gs, ''))
      depth = Math.max(0, depth + (letter === '(' ? 1 : letter === ')' ? -1 : 0));
    // A comment may follow without a blank.
    const product = written.split('(', 1)[0] ?? '';
    if (!isOutside || product === '' || /^https?:/i.test(product)) continue;
    if (!isProduct(product, index > 0)) return word;
    // Blanks may stand around a slash, but a version follows it.
    const next = all[index + 1];
    const isBeforeComment = product !== written || (next !== undefined && text[next.start] === '(');
    if (product.endsWith('/') && isBeforeComment) return span(word.start, word.start + product.length);
  }
  return undefined;
}

/** `name`, `name/1.0`, or one side of a slash that blanks stand around. */
function isProduct(written: string, hasNameBefore: boolean): boolean {
  const [name = '', version, ...more] = written.split('/', 3);
  const isNamed = isToken(name) || (name === '' && hasNameBefore && version !== undefined);
  return isNamed && (version === undefined || version === '' || isToken(version)) && more.length === 0;
}

/** Where the outermost comment starts that does not end in the value, and the first parenthesis that closes none. */
function unmatchedParentheses(text: string, value: Span): { readonly open?: number; readonly stray?: number } {
  const open: number[] = [];
  let stray: number | undefined;
  for (let i = value.start; i < value.end; i++) {
    const letter = text[i];
    if (letter === '\\' && open.length > 0) i++;
    else if (letter === '(') open.push(i);
    else if (letter === ')' && open.pop() === undefined) stray ??= i;
  }
  return { ...(open[0] === undefined ? {} : { open: open[0] }), ...(stray === undefined ? {} : { stray }) };
}
