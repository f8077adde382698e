import { lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';

/** The lines beside a message, one after the other, as far as a record may reach. */

/** Of a longer line the rest is not looked at. */
const LONGEST_LINE = 256;

export interface NearLine {
  readonly start: number;
  /** What it says, as much of it as is looked at. */
  readonly line: string;
}

/** At most so many lines above the line that starts at `lineStart`, the nearest first, none from before `floor`. */
export function* linesUp(
  text: string,
  lineStart: number,
  floor: number,
  most: number,
  longest = LONGEST_LINE,
): Generator<NearLine> {
  for (let at = lineStart, i = 0; at > floor && i < most; i++) {
    const start = lineStartBefore(text, at - 1, floor);
    yield { start, line: text.slice(start, Math.min(at - 1, start + longest)) };
    at = start;
  }
}

/** At most so many lines from an offset on; the first may be the rest of one. */
export function* linesDown(text: string, from: number, most: number, longest = LONGEST_LINE): Generator<NearLine> {
  for (let at = from, i = 0; at < text.length && i < most; i++) {
    const { start, end, next } = physicalLineAt(text, at);
    yield { start, line: text.slice(start, Math.min(end, start + longest)) };
    at = next;
  }
}

/** How far a line is indented, in UTF-16 code units. */
export const depthOf = (line: string): number => line.length - line.trimStart().length;
