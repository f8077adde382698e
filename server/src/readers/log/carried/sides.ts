import { ownCopy } from '../../../sip/own-copy.ts';
import { endsWith, withoutSuffix } from '../lines/suffixes.ts';
import { isBlankRange, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { Sides } from './carrier.ts';
import type { Content } from './content.ts';

/** Lines with the same before each of them, but for digits: a time, a pane, the number of the line, a frame. */

const LONGEST_PREFIX = 512;
/** So many places are tried at which the prefix of the text may end. */
const MOST_ENDS = 16;
/** So many lines behind the start line must begin alike. */
const LINES_ALIKE = 2;
const SUFFIXES = ['^M$', '$', '^M', ' \u2502', ' \u2503', ' \u2551', ' | |', ' |', '\\'];

/** What stands alike beside the lines, the longest prefix first, then what stands before the first sign of a structure. */
export function sidesOf(text: string, own: PhysicalLine, at: number): readonly Sides[] {
  if (at - own.start > LONGEST_PREFIX) return [];
  const others = linesBehind(text, own);
  const isLast = others.length > 0 && others.at(-1)!.next >= text.length;
  if (others.length < LINES_ALIKE && !isLast) return [];
  const suffix = SUFFIXES.find((end) => [own, ...others].every((line) => endsWith(text, line, end))) ?? '';
  const before = text.slice(own.start, at);
  const shared = longestShared(text, before, others);
  const outer = longestShared(text, /^.[^<{"']*/.exec(before)?.[0] ?? '', others);
  // Other lines may stand less deep, such as the line in which an object begins whose members these are.
  const shallow = shared.trim() === '' ? shared : shared.replace(/\s{2,}$/, ' ');
  const prefixes = new Set([shallow, shared, outer, shared.trimEnd()]);
  return [...prefixes]
    .filter((prefix) => prefix !== '' || suffix !== '')
    .map((prefix) => ({ kind: 'sides', prefix: ownCopy(prefix), suffix }));
}

function linesBehind(text: string, own: PhysicalLine): readonly PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  for (let at = own.next, looked = 0; at < text.length && lines.length < LINES_ALIKE && looked < 8; looked++) {
    const line = physicalLineAt(text, at);
    if (!isBlankRange(text, line.start, line.end)) lines.push(line);
    at = line.next;
  }
  return lines;
}

/** A hyphen ends what `grep` puts before a line, the number of the line or the name of its file. */
const END_OF_PREFIX = /[\s:|>\])\u2502]$|[\d.]\w{0,8}-$/;
/** No such end is longer. */
const LONGEST_END = 10;

/** The longest beginning that ends behind a blank or a sign and that the lines have as well. */
function longestShared(text: string, before: string, lines: readonly PhysicalLine[]): string {
  let end = before.length;
  for (let i = 0; i < MOST_ENDS && end > 0; i++, end--) {
    while (end > 0 && !END_OF_PREFIX.test(before.slice(Math.max(0, end - LONGEST_END), end))) end--;
    const prefix = before.slice(0, end);
    if (end > 0 && lines.every((line) => prefixEnd(text, line.start, line.end, prefix) !== undefined)) return prefix;
  }
  return '';
}

export function contentBetween(text: string, line: PhysicalLine, { prefix, suffix }: Sides): Content | undefined {
  const { next } = line;
  const start = prefixEnd(text, line.start, line.end, prefix);
  if (start === undefined) return isBlankRange(text, line.start, line.end) ? { ...line, start: line.end } : undefined;
  return { start, end: suffix === '' ? line.end : withoutSuffix(text, start, line.end, suffix), next };
}
