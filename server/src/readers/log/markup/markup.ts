import { type LogicalText, LogicalTextBuilder } from '../logical.ts';
import { ESCAPE, mayBeColoured, SPELT_SEQUENCE } from '../shapes/colours.ts';
import { WORD_TAG } from '../shapes/tags.ts';

/** What programs put among the words of a text for people who look at it: colours, links, tags of a page, bold names. */

/** The link of a terminal, or its end. */
const TERMINAL_LINK = `${ESCAPE}\\]8;[^\\u0007\\u001b\\n]{0,512}?(?:\\u0007|${ESCAPE}\\\\{1,2})`;
const ADDRESS = '[^\\s<>()\\[\\]|"]{1,256}';
const LINKED = '(?:mailto|https?|tel|sips?|about):';

interface Mark {
  /** A pattern without groups. */
  readonly sought: string;
  /** What of it is text. */
  readonly textOf: (mark: string) => string;
}

/** Marks that tell by themselves that a text has some. One row a kind. */
const telling: readonly Mark[] = [
  { sought: SPELT_SEQUENCE, textOf: () => '' },
  { sought: TERMINAL_LINK, textOf: () => '' },
  // Markdown: [bob@example.org](mailto:bob@example.org)
  { sought: `\\[${ADDRESS}\\]\\(${LINKED}${ADDRESS}\\)`, textOf: (mark) => mark.slice(1, mark.indexOf(']')) },
  // Jira: [bob@example.org|mailto:bob@example.org]
  { sought: `\\[${ADDRESS}\\|${LINKED}${ADDRESS}\\]`, textOf: (mark) => mark.slice(1, mark.indexOf('|')) },
  // Slack: <mailto:bob@example.org|bob@example.org>
  {
    sought: `<(?:mailto|https?|tel):${ADDRESS}\\|${ADDRESS}>`,
    textOf: (mark) => mark.slice(mark.indexOf('|') + 1, -1),
  },
  // Mail programs: bob@example.org<mailto:bob@example.org>
  { sought: `(?<=[\\w.-])<mailto:${ADDRESS}>`, textOf: () => '' },
  { sought: `<a [^<>\\n]{0,256}href="?${LINKED}[^<>\\n]{0,256}>`, textOf: () => '' },
  // Markdown: **Via:** SIP/2.0/UDP …
  { sought: '\\*\\*[A-Za-z][\\w-]{0,40}(?::\\*\\*|\\*\\*(?=[ \\t]?:))', textOf: (mark) => mark.replaceAll('*', '') },
];

const marks: readonly Mark[] = [...telling, { sought: WORD_TAG, textOf: () => '' }];

const anyOf = (of: readonly Mark[]): string => of.map(({ sought }) => `(${sought})`).join('|');
const TELLING = new RegExp(anyOf(telling));
const ANY_MARK = new RegExp(anyOf(marks), 'g');
const ANY_TAG = new RegExp(WORD_TAG);

/** One of these stands in every text with marks: they are looked for first, for most texts have none. */
const SIGNS = ['mailto:', '](', '</', '**', ']8;;'];

/** Whether a range has marks. A tag is one where the text's own angle brackets are spelt `&lt;`. */
export function hasMarks(text: string, start: number, end: number): boolean {
  const range = text.slice(start, end);
  if (!mayBeColoured(range) && !SIGNS.some((sign) => range.includes(sign))) return false;
  return TELLING.test(range) || (range.includes('&lt;') && ANY_TAG.test(range));
}

/** The text of a range without its marks, with the way back. */
export function withoutMarks(text: string, start: number, end: number): LogicalText {
  const builder = new LogicalTextBuilder();
  let at = start;
  for (const match of text.slice(start, end).matchAll(ANY_MARK)) {
    const from = start + match.index;
    const to = from + match[0].length;
    builder.copy(text, at, from);
    const kind = match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
    const words = marks[kind]?.textOf(match[0]) ?? '';
    if (words !== '') builder.decode(words, from, to);
    at = to;
  }
  builder.copy(text, at, end);
  return builder.build();
}
