import type { Frame } from '../../frame.ts';
import { isBlankRange, lineStartBefore } from '../../shapes/physical-lines.ts';
import { linesUp } from '../records/near-lines.ts';
import { beginsLogLine } from './envelope-lines.ts';

/**
 * A record whose first line stands out, with the moment of it, and whose other lines are all indented, however many
 * these are: it may hold a message twice.
 */

/** So far up the first line is looked for. */
const MOST_LINES = 128;
const LONGEST_RECORD = 16_384;

const INDENTED = /^[ \t]/;

/** The first line of the record in which a message stands, whatever other messages stand in it. */
export function headOf(text: string, { start }: Frame): string | undefined {
  const floor = Math.max(0, start - LONGEST_RECORD);
  const lineStart = lineStartBefore(text, start, floor);
  if (!INDENTED.test(text.slice(lineStart, lineStart + 1))) return undefined;
  for (const { line } of linesUp(text, lineStart, floor, MOST_LINES))
    if (!INDENTED.test(line) && !isBlankRange(line, 0, line.length)) return beginsLogLine(line) ? line : undefined;
  return undefined;
}
