import type { Frame } from '../frame.ts';
import { lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { columns, isWide } from './rows.ts';

/** What tells of a message stands so near to it, in UTF-16 code units. */
const NEAR = 4096;

/** A mail program leaves the blank at which it broke a line at the line's end (RFC 3676 §4.1). */
const FLOWS_ON = /(?<=[^\s]) \r?\n(?=\S)/g;

/** What stands around a message, with the lines above it as they were before a tool broke them. */
export function flowedAround<F extends Frame>(
  text: string,
  frame: F,
  floor: number,
): { readonly text: string; readonly frame: F; readonly floor: number } {
  const from = lineStartBefore(text, Math.max(floor, frame.start - NEAR), floor);
  const broken = text.slice(from, frame.start);
  const whole = frame.layout.kind === 'coded' ? withWholeLine(broken, widthAt(text, frame.start)) : broken;
  const above = whole.replace(FLOWS_ON, ' ');
  if (above === broken) return { text, frame, floor };
  const end = above.length + frame.end - frame.start;
  return {
    text: above + text.slice(frame.start, frame.end + NEAR),
    frame: { ...frame, start: above.length, end },
    floor: 0,
  };
}

/** The line of a message may begin so many rows above the one on which the message begins. */
const ROWS_ABOVE = 2;

/** What stands before a message on one line, where the rows right above it are as wide as its own: they are of its line. */
function withWholeLine(before: string, width: number): string {
  let start = lineStartBefore(before, before.length, 0);
  let own = before.slice(start);
  for (let i = 0; i < ROWS_ABOVE && start > 0; i++) {
    const row = physicalLineAt(before, lineStartBefore(before, start - 1, 0));
    if (!isWide(before, row.start, row.end, width)) break;
    own = before.slice(row.start, row.end) + own;
    start = row.start;
  }
  return before.slice(0, start) + own;
}

/** How wide the line of an offset is. */
const widthAt = (text: string, offset: number): number => {
  const { start, end } = physicalLineAt(text, lineStartBefore(text, offset, Math.max(0, offset - NEAR)));
  return columns(text, start, end);
};
