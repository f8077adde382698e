import { withoutColours } from '../../shapes/colours.ts';

/** Lines as a reader sees them: without what colours them, makes them bold or spells their signs. */

/** Arrows and brackets as JSON and HTML may spell them, `\\u003c-`, `&lt;-`, and letters beyond ASCII: `"y\\u00f6n"`. */
export const withoutEscapes = (line: string): string =>
  !/[\\&]/.test(line)
    ? line
    : line.replace(
        /\\{1,3}u([\da-f]{4})|&([lg])t;/gi,
        (escape, digits: string | undefined, letter: string | undefined) => {
          if (digits === undefined) return /l/i.test(letter ?? '') ? '<' : '>';
          const code = Number.parseInt(digits, 16);
          return code === 0x3c || code === 0x3e || code > 0x7f ? String.fromCharCode(code) : escape;
        },
      );

/** Addresses without the links that Markdown makes of them: `[192.0.2.1:5060](http://192.0.2.1:5060/)`. */
export const withoutLinks = (line: string): string =>
  line.includes('](')
    ? line.replace(/\[([^\s[\]]{1,256})\]\((?:https?|mailto|tel|sips?|about):[^\s()]{0,256}\)/g, '$1')
    : line;

/** Line breaks before a message that are spelt in octal digits, as its own are: a day may begin right behind one. */
export const withOctalBreaks = (text: string): string => text.replace(/(?:[#\\]015)*[#\\]012/g, '\n');

/** The cells of an HTML table, or of one that is drawn, as those of any other one; `cat -A` shows a tab as `^I`. */
export function withTabs(text: string): string {
  const shown = text.includes('^I') ? text.replaceAll('^I', '\t') : text;
  const cells = shown.includes('</') ? shown.replace(/<\/t[dh]>\s{0,8}<t[dh][^<>]{0,80}>/gi, '\t') : shown;
  return DRAWN_BARS.some((bar) => cells.includes(bar)) ? cells.replace(/[│┃║]/g, '|') : cells;
}
const DRAWN_BARS = ['│', '┃', '║'];

/** Without colours, and without what makes words bold in Markdown and its kind: `*Direction:* inbound`. */
export const withoutEmphasis = (record: string): string =>
  withoutColours(record.includes('*') ? record.replace(/\*{1,2}(?=[\w:])|(?<=[\w:])\*{1,2}/g, '') : record);

/** The fields of a row of colons, in which those of a field are escaped, as those of one of tabs. */
export const withTabsForColons = (row: string): string =>
  row
    .replace(/\\?:/g, (colon) => (colon === ':' ? '\t' : ':'))
    .replace(MICROSECONDS, (digits) => digits.padStart(6, '0'));

/** Microseconds in the field behind the one of the seconds since 1970, which such a row writes as a number. */
const MICROSECONDS = /(?<=(?:^|\t)1[5-9]\d{8}\t)\d{1,5}(?=\t)/;

/** A list of attributes, the name and the value of each in members of their own, as OpenTelemetry writes them. */
const ATTRIBUTE =
  /\{\s?"key": ?("[^"]{1,64}"),\s?"value": ?\{\s?"\w{1,16}Value": ?("[^"]{0,512}"|[^"{}\s]{0,64})\s?\}\s?\}/g;
/** Each attribute as a member with its name. */
export const withMembersForAttributes = (fields: string): string =>
  fields.includes('"key":') ? fields.replace(ATTRIBUTE, '$1:$2') : fields;
