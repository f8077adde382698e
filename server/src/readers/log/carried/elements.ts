import type { PhysicalLine } from '../shapes/physical-lines.ts';
import type { Element } from './carrier.ts';
import type { Content } from './content.ts';
import { stringFrom } from './strings.ts';

/** Lists that are printed with a string a line, which is a line of the text. */

const OPENING = /^[ \t]*(?:[[(][ \t]*|- )?[bu]?(["'])/;
const LONGEST_OPENING = 160;
/** A comma, or what ends the list, on the same line or on the next one. Strings of a program stand without. */
const BEHIND = /^["'][ \t]*(?:,|[\])}]{1,2}[,;]?|(?=\s*\n\s*[\])]))[ \t\r]*(?:\n|$)/;

export function elementOn(text: string, line: PhysicalLine, at: number): Element | undefined {
  const quote = OPENING.exec(text.slice(line.start, Math.min(at, line.start + LONGEST_OPENING)))?.[1];
  return quote === undefined ? undefined : { kind: 'element', quote };
}

export function contentOfElement(text: string, line: PhysicalLine, { quote }: Element): Content | undefined {
  const opening = OPENING.exec(text.slice(line.start, Math.min(line.end, line.start + LONGEST_OPENING)));
  if (opening?.[1] !== quote) return undefined;
  const { content, end } = stringFrom(text, line.start + opening[0].length, line.end, quote);
  return BEHIND.test(text.slice(end, end + 32)) ? { ...content, next: line.next } : undefined;
}
