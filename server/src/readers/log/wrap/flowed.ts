import type { Frame } from '../frame.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';

/** What tells of a message stands so near to it, in UTF-16 code units. */
const NEAR = 4096;

/** A mail program leaves the blank at which it broke a line at the line's end (RFC 3676 §4.1). */
const FLOWS_ON = /(?<=[^\s]) \r?\n(?=\S)/g;

/** What stands around a message, with the lines above it as they were before a mail program broke them. */
export function flowedAround<F extends Frame>(
  text: string,
  frame: F,
  floor: number,
): { readonly text: string; readonly frame: F; readonly floor: number } {
  const from = lineStartBefore(text, Math.max(floor, frame.start - NEAR), floor);
  const broken = text.slice(from, frame.start);
  const above = broken.replace(FLOWS_ON, ' ');
  if (above === broken) return { text, frame, floor };
  const end = above.length + frame.end - frame.start;
  return {
    text: above + text.slice(frame.start, frame.end + NEAR),
    frame: { ...frame, start: above.length, end },
    floor: 0,
  };
}
