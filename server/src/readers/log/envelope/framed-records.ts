import type { Frame } from '../frame.ts';
import { isBlankRange, lineStartBefore, physicalLineAt } from '../line-shapes.ts';

/**
 * A record between a line of signs with its time and a line of dashes: `+++ 22-11-2026 18:48:06 INFO`, what the
 * program says, the message, `---`.
 */

/** So many lines stand between the first line and the message. */
const LINES_BETWEEN = 16;
const LONGEST_LINE = 256;

const HEAD = /^([^\w\s])\1{2,7} ?(?:\d|[A-Z][a-z]{2} {1,2}\d).{0,40}\d:\d\d:\d\d/;

const DASHES = /^([-=~_*#+])\1{2,}\s*$/;

/** The first line of the record in which a message stands, which tells its time. */
export function framedHead(text: string, { start: from, end, layout }: Frame, floor: number): string | undefined {
  if (layout.kind !== 'lines' || !endsAtDashes(text, end)) return undefined;
  for (let at = lineStartBefore(text, from, floor), i = 0; at > floor && i <= LINES_BETWEEN; i++) {
    const start = lineStartBefore(text, at - 1, floor);
    const line = text.slice(start, Math.min(at - 1, start + LONGEST_LINE));
    if (HEAD.test(line)) return line;
    if (DASHES.test(line)) return undefined;
    at = start;
  }
  return undefined;
}

/** Whether dashes stand below a message, or below the empty line behind it. */
function endsAtDashes(text: string, end: number): boolean {
  const line = physicalLineAt(text, end);
  const below = isBlankRange(text, line.start, line.end) ? physicalLineAt(text, line.next) : line;
  return DASHES.test(text.slice(below.start, Math.min(below.end, below.start + LONGEST_LINE)));
}
