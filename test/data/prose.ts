/** What goes on the wire stands in code spans; all else is prose. */
const CODE_SPAN = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gu;

export const codeSpans = (text: string): readonly string[] =>
  [...text.matchAll(CODE_SPAN)].map((span) => span[2] ?? '');

export const withoutCode = (text: string): string => text.replace(CODE_SPAN, 'code');

export const placeholders = (text: string): readonly string[] => text.match(/\{\d\}/g) ?? [];

/** What plain Markdown must not hold, by name; code spans may. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  HTML: /<\/?[a-z!][^<]*>|&[a-z]+;/i,
  'a link': /\]\(|https?:/,
  'a heading or a list': /^(#|[-*+] |\d+\. )/,
  emphasis: /\*\*|__/,
  'a code span without its end': /`/,
  'two blanks': / {2}/,
};

/** The names of what does not belong in a text. */
export function offences(text: string): readonly string[] {
  const prose = withoutCode(text);
  return Object.entries(FORBIDDEN).flatMap(([name, pattern]) => (pattern.test(prose) ? [name] : []));
}
