import { isBlankRange, lineStartBefore } from '../../shapes/physical-lines.ts';
import { beginsLogLine } from '../surroundings/envelope-lines.ts';
import { linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * A message among what Python shows of where a program failed, or in the error that ends it: the record of the log
 * right above tells of it.
 */

const MOST_LINES = 64;

/** Lines of a trace are indented, but for the first one and the error. */
const OWN = /^(?:\s|[A-Za-z_][\w.]{0,80}(?:Error|Exception)\b)/;
const FIRST = /^Traceback \(most recent call last\):\s*$/;

export const tracedRecord: ReadRecord = (text, { start }, floor) => {
  const lineStart = lineStartBefore(text, start, Math.max(floor, start - 2048));
  if (!OWN.test(text.slice(lineStart, start))) return undefined;
  let isTrace = false;
  for (const { line } of linesUp(text, lineStart, floor, MOST_LINES)) {
    if (isTrace) return beginsLogLine(line) ? { fields: line, head: line } : undefined;
    isTrace = FIRST.test(line);
    if (!isTrace && !/^\s/.test(line) && !isBlankRange(line, 0, line.length)) return undefined;
  }
  return undefined;
};
