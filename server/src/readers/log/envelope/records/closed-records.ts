import { withoutColours } from '../../shapes/colours.ts';
import { lineStartBefore } from '../../shapes/physical-lines.ts';
import { saysDirection } from '../direction/direction.ts';
import { linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * An object printed over several lines that tells of the message and ends right before it, or on the line above where
 * its first line says which way the message went: `received {`,
 * `  address: '192.0.2.1',`, `  port: 5060`, `} INVITE sip:…`.
 */

/** So many lines has such an object. */
const MOST_LINES = 32;

/** All that stands before the start line on its line. */
const END = /^([ \t]*)[}\])]{1,3}[,:]?\s*$/;
/** The line in which the object begins: no deeper than the one in which it ends. */
const BEGINNING = /^[ \t]*\S.{0,200}[{([]\s*$|^[ \t]*[{([]\s*$/;

/** The members of the object; the line in which it begins tells of the message. */
export const closedRecord: ReadRecord = (text, { start, layout }, floor) => {
  if (layout.kind !== 'lines' && layout.kind !== 'coded') return undefined;
  const ownStart = lineStartBefore(text, start, floor);
  const isBelow = ownStart === start && start > floor;
  const lineStart = isBelow ? lineStartBefore(text, start - 1, floor) : ownStart;
  const depth = END.exec(withoutColours(text.slice(lineStart, isBelow ? start - 1 : start)))?.[1];
  if (depth === undefined) return undefined;
  const members: string[] = [];
  for (const { line: written } of linesUp(text, lineStart, floor, MOST_LINES)) {
    const line = withoutColours(written);
    const indent = line.length - line.trimStart().length;
    if (indent > depth.length) members.unshift(line.trim());
    else if (indent !== depth.length || !BEGINNING.test(line) || (isBelow && !saysDirection(line))) return undefined;
    else return { fields: members.join(''), head: line };
  }
  return undefined;
};
