import type { Frame } from './frame.ts';
import { isBlankRange, isLogLine, lineStartBefore } from './line-shapes.ts';

/** How many lines above a message may tell of it. */
const LINES_ABOVE = 3;

/** A line that tells of the message below it: an address, a direction, a time. */
const TELLS =
  /->|<-|→|←| > |<<|>>|\d\d:\d\d:\d\d|\d\.\d+\.\d+\.\d|\b(?:receiv\w*|sent|sending|transmit\w*|retransmit\w*|recv|send|read|RX|TX|from|to|UDP|TCP|TLS|WSS?|SCTP)\b/i;
/** Dashes, or the bytes of a packet's headers as a dump shows them: they part a message from the line that tells of it. */
const BETWEEN =
  /^[\s|]*([-=~_*#+])\1{3,}[\s|]*$|^E?\.{2}|\.{3,}|^\s*-{2,}[\w /]{0,40}-{2,}\s*$|^\s*\[[^\]]{0,40}\]\s*$|^\s*[A-Za-z][\w .-]{0,30}[:=]\s*$|^\s*[^\w\s]{1,3}\s*$/;

/** Only a prefix, or dashes behind it. */
const SAYS_NOTHING = /(?:\]|::|\||(?<!-)>|[-=~_*]{4,})\s*$/;

/** Whether a record begins with a line, so that what stands above it belongs to something else. */
export const beginsRecord = (line: string): boolean =>
  (/\d:\d\d:\d\d/.test(line) || isLogLine(line, 0, line.length)) && !SAYS_NOTHING.test(line);

/**
 * Where the lines start that tell of a message: its own line, or up to three lines above it, not before `floor`,
 * where the message before it ends. Dashes and one empty line may stand between. An offset in the document, at the
 * start of a line.
 */
export function outerStart(text: string, frame: Frame, floor: number): number {
  let outer = lineStartBefore(text, frame.start, floor);
  let at = outer;
  let telling = 0;
  let blank = false;
  for (let i = 0; i <= LINES_ABOVE + 1 && telling < LINES_ABOVE && at > floor; i++) {
    const start = lineStartBefore(text, at - 1, floor);
    const line = text.slice(start, Math.min(at - 1, start + 400));
    at = start;
    if (isBlankRange(line, 0, line.length)) {
      if (blank) break;
      // Where every line break is doubled an empty line parts nothing.
      blank = !(frame.layout.kind === 'lines' && frame.layout.doubled);
    } else if (TELLS.test(line) && !/^E?\.{2}/.test(line)) {
      outer = start;
      telling++;
      if (beginsRecord(line)) break;
    } else if (!BETWEEN.test(line)) break;
  }
  return outer;
}
