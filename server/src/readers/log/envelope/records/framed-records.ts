import type { Frame } from '../../frame.ts';
import { isBlankRange, lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { fieldRecord } from './field-records.ts';
import { linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * A record between a line of signs with its time and a line of dashes: `+++ 22-11-2026 18:48:06 INFO`, what the
 * program says, the message, `---`.
 */

/** So many lines stand between the first line and the message. */
const LINES_BETWEEN = 16;

const HEAD = /^([^\w\s])\1{2,7} ?(?:\d|[A-Z][a-z]{2} {1,2}\d).{0,40}\d:\d\d:\d\d/;

const LONGEST_DASHES = 256;
const DASHES = /^([-=~_*#+])\1{2,}\s*$/;

/** The fields right beside the message, and the first line, which tells the time. */
export const framedRecord: ReadRecord = (text, frame, floor) => {
  const head = framedHead(text, frame, floor);
  return head === undefined ? undefined : { fields: `${fieldRecord(text, frame, floor).fields}\n${head}` };
};

function framedHead(text: string, { start, end, layout }: Frame, floor: number): string | undefined {
  if (layout.kind !== 'lines' || !endsAtDashes(text, end)) return undefined;
  for (const { line } of linesUp(text, lineStartBefore(text, start, floor), floor, LINES_BETWEEN + 1)) {
    if (HEAD.test(line)) return line;
    if (DASHES.test(line)) return undefined;
  }
  return undefined;
}

/** Whether dashes stand below a message, or below the empty line behind it. */
function endsAtDashes(text: string, end: number): boolean {
  const next = physicalLineAt(text, end);
  const line = isBlankRange(text, next.start, next.end) ? physicalLineAt(text, next.next) : next;
  return DASHES.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_DASHES)));
}
