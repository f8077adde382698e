import type { PhysicalLine } from '../shapes/physical-lines.ts';
import { stringEnd } from '../shapes/strings.ts';
import type { Element } from './carrier.ts';
import type { Content } from './content.ts';
import { stringFrom } from './strings.ts';

/** Lists that are printed with a string a line, which is a line of the text, and lines that `jq -R` made a string of each. */

const OPENING = /^[ \t]*(?:[[(][ \t]*|- )?[bu]?(["'])/;
const LONGEST_OPENING = 160;
/** A comma, or what ends the list, on the same line or on the next one. Strings of a program stand without. */
const BEHIND = /^["'][ \t]*(?:,|[\])}]{1,2}[,;]?|(?=\s*\n\s*[\])]))[ \t\r]*(?:\n|$)/;
/** Nothing else on the line. */
const BEHIND_ALONE = /^"\r*(?:\n|$)/;

export function elementOn(text: string, line: PhysicalLine, at: number): Element | undefined {
  if (isAlone(text, line, at)) return { kind: 'element', quote: '"', isAlone: true };
  const quote = OPENING.exec(text.slice(line.start, Math.min(at, line.start + LONGEST_OPENING)))?.[1];
  return quote === undefined ? undefined : { kind: 'element', quote, isAlone: false };
}

/** Whether a line and the next one are a string each, without the line break at its end that a program spells in its own. */
function isAlone(text: string, line: PhysicalLine, at: number): boolean {
  if (text[line.start] !== '"' || at === line.start || text[line.next] !== '"') return false;
  const end = stringEnd(text, at, line.end, '"');
  return end !== undefined && BEHIND_ALONE.test(text.slice(end, end + 4)) && !text.slice(at, end).endsWith('\\n');
}

export function contentOfElement(text: string, line: PhysicalLine, { quote, isAlone }: Element): Content | undefined {
  const opening = OPENING.exec(text.slice(line.start, Math.min(line.end, line.start + LONGEST_OPENING)));
  if (opening?.[1] !== quote) return undefined;
  const { content, end } = stringFrom(text, line.start + opening[0].length, line.end, quote);
  const behind = isAlone ? BEHIND_ALONE : BEHIND;
  return behind.test(text.slice(end, end + 32)) ? { ...content, next: line.next } : undefined;
}
