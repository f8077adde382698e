import { ownCopy } from '../../../sip/own-copy.ts';
import type { LinesLayout } from '../frame.ts';
import { hyphenatedHeaderNames } from '../patterns.ts';
import { inkEnd, type PhysicalLine } from '../shapes/physical-lines.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { endsWith, LABEL, LONGEST_LABEL, withoutSuffix } from './suffixes.ts';

/** What stands behind the content of a message's lines: ends that tools put there, borders of tables, remarks. */

/** Ends that tools put behind every line. */
const SUFFIXES = [
  '\\r\\n',
  '\\r',
  '\\n',
  '#015#012',
  '#015',
  '^M',
  '\\r$',
  '$',
  '",',
  "',",
  '"',
  ' \\',
  // MySQL puts a backslash before the line feeds of a field, Lua before those of a string.
  '\r\\',
  '\\13\\',
  '\\r\\',
  ' 0D',
  '<CR>',
  ' | |',
  '+|',
  '+\u2502',
  ' |',
  ' \u2502',
  ' \u2503',
  ' \u2551',
  '\u21b5\u2502',
  '\u21b5',
  '+',
  '.',
];

/** The end of a line, of a cell or of a row of a page: `</span><br>`, `</td></tr>`, `<o:p></o:p></p>`. */
const END_TAGS = /(?:<\/?[A-Za-z][A-Za-z0-9:]{0,9} ?\/?>){1,6}$/;
const LONGEST_END_TAGS = 96;

/** The sign that `ngrep -P` was told to show for what cannot be printed. */
const SIGNS = '_|#*?@%&!^~=+-';

const LAST_OF_SUFFIX = new Set([...SUFFIXES.map((suffix) => suffix.slice(-1)), '>', ...SIGNS]);

/**
 * How far behind its content the column of a table ends that holds the message, other cells being behind it: the
 * border stands there in the next lines as well.
 */
export function borderOf(
  text: string,
  hit: StartLineHit,
  { end }: PhysicalLine,
  ownPrefix: string,
  others: readonly PhysicalLine[],
): number | undefined {
  const mark = /[|\u2502](?= ?$)/.exec(ownPrefix)?.[0];
  if (mark === undefined) return undefined;
  const at = text.slice(hit.end, Math.min(end, hit.end + LONGEST_CELL)).indexOf(mark);
  if (at < 0) return undefined;
  const column = ownPrefix.length + hit.end + at - hit.start;
  const isTable = others.every(
    (line) =>
      line.start + column < line.end &&
      text[line.start + column] === mark &&
      text.startsWith(mark, line.start + ownPrefix.trimEnd().length - 1),
  );
  return isTable ? hit.end + at - hit.start : undefined;
}

const LONGEST_CELL = 2048;

/** Carriage returns as logs spell them: what stands behind one on the start line's line is not of the message. */
const SPELT_RETURNS = ['\\r\\n', '\\r', '#015#012', '#015', '^M', '<CR>'];

/** So many tools, one after the other, have put something at the ends of lines: `.^M`, `^M^M`, `. │`. */
const MOST_SUFFIXES = 3;

type FirstLines = readonly [PhysicalLine, ...PhysicalLine[]];

/**
 * What stands at the ends of the start line and of one of the next two lines, the outermost first; `prefix` is what
 * stands before each of them.
 */
export function commonSuffixes(text: string, hit: StartLineHit, lines: FirstLines, prefix: string): readonly string[] {
  const suffixes: string[] = [];
  let [startLine, ...others] = lines;
  while (suffixes.length < MOST_SUFFIXES) {
    const closing = suffixes.length === 0 ? closingOf(text, prefix, lines) : undefined;
    const suffix = closing ?? commonSuffix(text, hit, [startLine, ...others]);
    if (suffix === '') break;
    suffixes.push(suffix);
    const shorter = (line: PhysicalLine): PhysicalLine => ({
      ...line,
      end: withoutSuffix(text, line.start, line.end, suffix),
    });
    startLine = shorter(startLine);
    others = others.map(shorter);
  }
  return suffixes.length === 0 ? none : suffixes;
}

const CLOSING = /[ \t]{0,4}[>)\]}]$/;
const OPENED: Readonly<Record<string, string>> = { '>': '<', ')': '(', ']': '[', '}': '{' };

/** What closes at the end of every line the bracket that stands open before each: `<Field line: `, `  >`. */
function closingOf(text: string, prefix: string, lines: FirstLines): string | undefined {
  if (!/[<([{]/.test(prefix)) return undefined;
  const ends = lines.map(({ start, end }) => {
    const inked = inkEnd(text, start, end);
    return CLOSING.exec(text.slice(Math.max(start, inked - 5), inked))?.[0];
  });
  const [closing = ''] = ends;
  const bracket = closing.slice(-1);
  const isOpen = prefix.lastIndexOf(OPENED[bracket] ?? '\n') > prefix.lastIndexOf(bracket);
  return closing !== '' && isOpen && ends.every((end) => end?.endsWith(closing)) ? ownCopy(closing) : undefined;
}

const none: readonly string[] = [];

/** The first of the known line ends that they have. */
function commonSuffix(text: string, hit: StartLineHit, [startLine, ...others]: FirstLines): string {
  const label = labelOf(text, [startLine, ...others]);
  if (label !== undefined) return label;
  if (!others.some((line) => LAST_OF_SUFFIX.has(text[inkEnd(text, line.start, line.end) - 1] ?? ''))) return '';
  const endTags = endTagsOf(text, startLine);
  // The start line may have lost a return that the others have.
  const isLostOn = (end: string): boolean =>
    SPELT_RETURNS.includes(end) && others.every((line) => endsWith(text, line, end));
  const known = (endTags === undefined ? SUFFIXES : [endTags]).find(
    (end) =>
      (endsWith(text, startLine, end) || remarkBehind(text, hit, startLine, end) !== undefined || isLostOn(end)) &&
      others.some((line) => endsWith(text, line, end)),
  );
  return known ?? signOf(text, [startLine, ...others]) ?? '';
}

function labelOf(text: string, [{ start, end }, ...others]: FirstLines): string | undefined {
  if (text[end - 1] !== ')' && text[end - 1] !== ']') return undefined;
  const label = LABEL.exec(text.slice(Math.max(start, end - LONGEST_LABEL), end))?.[0];
  return label !== undefined && others.every((line) => endsWith(text, line, label)) ? ownCopy(label) : undefined;
}

/** The sign that all lines end in. */
function signOf(text: string, lines: readonly PhysicalLine[]): string | undefined {
  const [sign = '', ...others] = lines.map(({ start, end }) =>
    text.slice(Math.max(start, inkEnd(text, start, end) - 1), inkEnd(text, start, end)),
  );
  return sign !== '' && SIGNS.includes(sign) && others.every((other) => other === sign) ? sign : undefined;
}

function endTagsOf(text: string, { start, end }: PhysicalLine): string | undefined {
  const inked = inkEnd(text, start, end);
  if (text[inked - 1] !== '>') return undefined;
  const tags = END_TAGS.exec(text.slice(Math.max(start, inked - LONGEST_END_TAGS), inked))?.[0];
  return tags && ownCopy(tags);
}

/** Where the spelt line break stands in the start line's line behind which somebody remarks on it: `SIP/2.0^M <- sent`. */
function remarkBehind(text: string, hit: StartLineHit, { end }: PhysicalLine, suffix: string): number | undefined {
  if (!SPELT_RETURNS.includes(suffix)) return undefined;
  const at = text.slice(hit.end, Math.min(end, hit.end + 256)).indexOf(`${suffix} `);
  return at < 0 ? undefined : hit.end + at;
}

/** A remark behind a request line, as manuals write them: `SIP/2.0 ! the first INVITE`, `SIP/2.0 <- from the gateway`. */
const REMARK = /^[ \t]+(?:!|#|<-+|\/\/|;)[ \t]+\S/;

/** What parts the fields of a row in which the header fields follow the start line; some may be empty, or in quotes. */
export const FIELD_SEPARATORS = '(?:["\']?[#|;,\\t^!~][ "\']{0,2}){1,4}';

/** The first header line: one that messages begin with, or one whose name no reason phrase would say. */
const HEADER_BEHIND = new RegExp(
  `(?: |${FIELD_SEPARATORS})(?=(?:Via|From|To|CSeq|Route|${hyphenatedHeaderNames})[ \\t]*: ?\\S|v: ?SIP\\/)`,
);

export function behindStartLine(
  text: string,
  hit: StartLineHit,
  line: PhysicalLine,
  suffix: string,
): LinesLayout['startLine'] {
  const remark = remarkBehind(text, hit, line, suffix);
  if (remark !== undefined) return { length: remark - hit.start, rest: 'remark' };
  // No reason phrase ends in a line break, even where the next lines lost theirs.
  const spelt = suffix === '' ? SPELT_RETURNS.find((lineBreak) => endsWith(text, line, lineBreak)) : undefined;
  if (spelt !== undefined)
    return { length: inkEnd(text, hit.end, line.end) - spelt.length - hit.start, rest: 'remark' };
  // Bold or code in Markdown.
  const mark = /(?:\*\*|__|[*`])$/.exec(text.slice(Math.max(0, hit.start - 2), hit.start))?.[0];
  if (mark !== undefined && text.startsWith(mark, line.end - mark.length))
    return { length: line.end - mark.length - hit.start, rest: 'remark' };
  const rest = text.slice(hit.end, Math.min(line.end, hit.end + 256));
  if (hit.kind === 'request' && REMARK.test(rest)) return { length: hit.end - hit.start, rest: 'remark' };
  const header = HEADER_BEHIND.exec(rest);
  return header ? { length: hit.end + header.index - hit.start, rest: 'header' } : undefined;
}
