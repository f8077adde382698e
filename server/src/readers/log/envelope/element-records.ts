import type { Frame } from '../frame.ts';
import { lineStartBefore, physicalLineAt } from '../line-shapes.ts';

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

/** The fields that the elements beside a message make; undefined where it stands in none, or each line in one. */
export function elementsAround(text: string, { start, end, layout }: Frame, floor: number): string | undefined {
  if (layout.kind === 'lines' && layout.prefix.includes('<')) return undefined;
  const isHeld = MAY_HOLD.test(text.slice(Math.max(floor, start - 24), start));
  // A program's own words may stand before the message.
  if (!isHeld && !(layout.kind === 'lines' && endsBehind(text, end))) return undefined;
  let lineStart = lineStartBefore(text, start, floor);
  const own = text
    .slice(lineStart, Math.min(start, lineStart + LONGEST_LINE))
    .replace(CDATA, '')
    .trim();
  let holder = elementLine(own);
  if (own !== '' && !holder) return undefined;
  for (let i = isHeld ? LINES_OF_WORDS : 1; !holder && i <= LINES_OF_WORDS; i++) {
    const above = lineAbove(text, lineStart, floor);
    holder = above && elementLine(above.line.replace(CDATA, ''));
    lineStart = above?.start ?? floor;
  }
  if (!holder || holder.open < 1) return undefined;
  let fields = holder.fields;
  // How many elements that end below are open at a line; the one that holds them all is the record.
  for (let depth = 1 - holder.open, i = 0; depth >= 0 && i < LINES_BESIDE; i++) {
    const above = lineAbove(text, lineStart, floor);
    const elements = above && elementLine(above.line);
    if (!elements) break;
    depth -= elements.open;
    fields = elements.fields + fields;
    lineStart = above.start;
  }
  return (fields + elementsBehind(text, end)).replace(NAME_AND_VALUE, '$1: ');
}

/** An element that names what the next one holds: `<key>direction</key>`, `<string>in</string>`. */
const NAME_AND_VALUE =
  /\b(?:key|name): ([\w.-]{1,64}), (?:, )?(?:(?:value|string|integer|real|date|int|i4): {0,2}){1,2}/g;

/** The same behind the message, as far as the end of the record. */
function elementsBehind(text: string, end: number): string {
  let fields = ', ';
  for (let depth = 1, at = end, i = 0; at < text.length && i < LINES_BESIDE; i++) {
    const line = physicalLineAt(text, at);
    const shown = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE)).replace(']]>', '');
    const elements = elementLine(shown);
    if (!elements && shown.trim() !== '') break;
    depth += elements?.open ?? 0;
    if (depth < 0) break;
    fields += elements?.fields ?? '';
    at = line.next;
  }
  return fields;
}

function lineAbove(text: string, lineStart: number, floor: number): { line: string; start: number } | undefined {
  if (lineStart <= floor) return undefined;
  const start = lineStartBefore(text, lineStart - 1, floor);
  return { start, line: text.slice(start, Math.min(lineStart - 1, start + LONGEST_LINE)) };
}
