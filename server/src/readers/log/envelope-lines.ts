import type { Frame } from './frame.ts';
import { isBlankRange, lineStartBefore } from './line-shapes.ts';

/** How many lines above a message may tell of it. */
const LINES_ABOVE = 3;

/** A line that tells of the message below it: an address, a direction, a time. */
const TELLS = /->|<-|→|←|\b(?:received|sent|sending|transmit\w*|retransmit\w*|recv|send|read|RX|TX|from|to|UDP|TCP|TLS|WSS?|SCTP)\b/i;

/**
 * Where the lines start that tell of a message: its own line, or up to three lines above it, not before `floor`,
 * where the message before it ends. An offset in the document, at the start of a line.
 */
export function outerStart(text: string, frame: Frame, floor: number): number {
  const own = lineStartBefore(text, frame.start, floor);
  let outer = own;
  let at = own;
  for (let i = 0; i < LINES_ABOVE && at > floor; i++) {
    const start = lineStartBefore(text, at - 1, floor);
    const end = at - 1;
    if (isBlankRange(text, start, end)) {
      // One empty line may part the message from the line that tells of it.
      if (i > 0) break;
    } else if (!TELLS.test(text.slice(start, Math.min(end, start + 400)))) break;
    else outer = start;
    at = start;
  }
  return outer;
}
