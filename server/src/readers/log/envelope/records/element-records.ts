import { lineStartBefore } from '../../shapes/physical-lines.ts';
import { prefixEnd } from '../../shapes/prefixes.ts';
import { linesDown, linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';
import { ownBehind } from './shared-records.ts';

/**
 * A message that is the text of an element, among elements that tell of it: `<direction>in</direction>`,
 * `<peer>`, `<ip>192.0.2.1</ip>`, `</peer>`, `<content><![CDATA[INVITE …`.
 */

/** Elements beside a message stand within so many lines of it. */
const LINES_BESIDE = 32;
const LONGEST_LINE = 512;

const TAG = /<(\/?)([A-Za-z_][\w:.-]{0,64})([^<>]{0,400}?)(\/?)>([^<>]{0,200})/y;
/** Elements of a page do not name what they hold. */
const OF_A_PAGE = /^(?:t[dhr]|p|pre|div|span|li|code|br|b|i)$/i;
const CDATA = '<![CDATA[';

/** A line of nothing but elements: what they say as fields of a record, and how many of them stay open (or close). */
interface ElementLine {
  readonly fields: string;
  readonly open: number;
}

function elementLine(line: string): ElementLine | undefined {
  let open = 0;
  let fields = '';
  const end = line.trimEnd().length;
  for (let at = line.length - line.trimStart().length; at < end; at = TAG.lastIndex) {
    TAG.lastIndex = at;
    const match = TAG.exec(line);
    if (!match || OF_A_PAGE.test(match[2] ?? '')) return undefined;
    const [, closes, name, attributes, isEmpty, content] = match;
    if (closes) fields += ', ';
    else fields += `${fieldOf(name, attributes)} ${content?.trim()}`;
    open += closes ? -1 : isEmpty ? 0 : 1;
  }
  return end === 0 ? undefined : { fields, open };
}

/** A log may put the same before every line, as a relay of system logs does: `Nov 22 18:48:06.884 edge sipd[1]: <direction>`. */
const PREFIX = /^(?:<\d{1,3}>)?(?=[^<]*\d)[^\s<][^<]{0,160}(?=<[A-Za-z_])/;

/** A line of elements behind such a prefix. */
function elementBehind(line: string, prefix: string): ElementLine | undefined {
  const start = prefixEnd(line, 0, line.length, prefix);
  return start === undefined ? undefined : elementLine(line.slice(start));
}

/** The name of the field is that of the element, or what its only attribute calls it: `<field name="source_ip">`. */
function fieldOf(name = '', attributes = ''): string {
  const [, called, value] = CALLED.exec(attributes) ?? [];
  return called === undefined ? `${name}:${attributes}` : `${called}: ${value ?? ''}`;
}
const CALLED = /^\s+(?:name|key)\s*=\s*["']([\w.-]{1,64})["'](?:\s+value\s*=\s*["']([^"']{0,200})["'])?\s*$/i;

/** How what stands before the text of an element ends: not with the arrow that ends a line of dashes. */
const MAY_HOLD = /[\w"'/]>\s*$|<!\[CDATA\[\s*$/;

/** The element ends right behind a message that ends in it; before the message so many lines of other words may stand. */
const ENDS_BEHIND = /\s{0,16}(?:\]\]>\s{0,16})?<\/[A-Za-z]/y;
const LINES_OF_WORDS = 3;

function endsBehind(text: string, end: number): boolean {
  ENDS_BEHIND.lastIndex = end;
  return ENDS_BEHIND.test(text);
}

/** Whether the element that a message begins in ends with the first line of it, for each line stands in one of its own. */
function isInLineElement(text: string, start: number): boolean {
  const [line = ''] = text.slice(start, start + LONGEST_LINE).split('\n', 1);
  return CLOSES_LINE.test(line.slice(-LONGEST_CLOSING));
}
const CLOSES_LINE = /<\/[A-Za-z_][\w:.-]{0,40}>\s*$/;
const LONGEST_CLOSING = 48;

/** The elements beside a message as fields, beside the one of its lines where each of those stands in one. */
export const elementRecord: ReadRecord = (text, { start, end, layout }, floor) => {
  const isHeld = MAY_HOLD.test(text.slice(Math.max(floor, start - 24), start));
  // A program's own words may stand before the message.
  if (!isHeld && !(layout.kind === 'lines' && endsBehind(text, end))) return undefined;
  const isInLines = isInLineElement(text, start);
  if (layout.kind === 'lines' && layout.prefix.includes('<') && !isInLines) return undefined;
  let lineStart = lineStartBefore(text, start, floor);
  const ownLine = text.slice(lineStart, Math.min(start, lineStart + LONGEST_LINE));
  const prefix = PREFIX.exec(ownLine)?.[0] ?? '';
  const own = ownLine.slice(prefix.length).replace(CDATA, '').trim();
  let holder = elementLine(own);
  if (own !== '' && !holder) return undefined;
  for (const above of linesUp(text, lineStart, floor, isHeld ? 1 : LINES_OF_WORDS, LONGEST_LINE)) {
    if (holder) break;
    holder = elementLine(above.line.replace(CDATA, ''));
    lineStart = above.start;
  }
  if (!holder || holder.open < 1) return undefined;
  let { fields } = holder;
  // How many elements that end below are open at a line; the one that holds them all is the record.
  let depth = 1 - holder.open + (isInLines ? 1 : 0);
  for (const { line } of linesUp(text, lineStart, floor, LINES_BESIDE, LONGEST_LINE)) {
    const elements = depth < 0 ? undefined : elementBehind(line, prefix);
    if (!elements) break;
    depth -= elements.open;
    fields = elements.fields + fields;
  }
  return {
    fields: (
      fields + ownBehind(fields, elementsBehind(text, end, prefix, isInLines && text[end - 1] !== '\n' ? 2 : 1))
    ).replace(NAME_AND_VALUE, '$1: '),
  };
};

/** An element that names what the next one holds: `<key>direction</key>`, `<string>in</string>`. */
const NAME_AND_VALUE =
  /\b(?:key|name): ([\w.-]{1,64}), (?:, )?(?:(?:value|string|integer|real|date|int|i4): {0,2}){1,2}/g;

/** The same behind the message, as far as the end of the record; `open`: so many elements of it are. */
function elementsBehind(text: string, end: number, prefix: string, open: number): string {
  let fields = ', ';
  let depth = open;
  for (const { start, line } of linesDown(text, end, LINES_BESIDE, LONGEST_LINE)) {
    const shown = line.replace(']]>', '');
    // The first is the rest of the message's own line.
    const elements = start === end ? elementLine(shown) : elementBehind(shown, prefix);
    if (!elements && shown.trim() !== '') break;
    depth += elements?.open ?? 0;
    if (depth < 0) break;
    fields += elements?.fields ?? '';
  }
  return fields;
}
