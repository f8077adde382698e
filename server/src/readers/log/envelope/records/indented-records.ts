import { isBlankRange, lineStartBefore } from '../../shapes/physical-lines.ts';
import { beginsLogLine } from '../surroundings/envelope-lines.ts';
import { linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/** A record whose first line stands out, with its time; all others are indented, the message's among them. */

/** So many lines stand between the first line and the message. */
const LINES_BETWEEN = 16;

/** A sentence that names a time somewhere begins no record; a level may stand before it between signs: `=INFO REPORT==== `. */
const TIME_FIRST = /^(?:\W?|[=*#-]{1,4} ?[A-Z ]{2,24}[=*#-]{1,4} ?)(?:\d|[A-Z][a-z]{2} {1,2}\d)/;
/**
 * A term or an object that the first line leads to, in lines that are indented below its own, perhaps behind what was
 * done with it: `{send,{192,0,2,1},`, `sent {udp,`.
 */
const OPENS = /^(?:(?<sign>[^\w\s]{1,3} )?[\w ]{1,60}:? )?[{[(].*[,{[(]\s*$/;
/** Signs that stand before such a line stand before the others of the record as well: `** Generic server a terminating`. */
const LINES_WITH_SIGN = 3;

/** What stands above a message in its record, where nothing right above it tells of it, or only what opens the term. */
export const indentedRecord: ReadRecord = (text, frame, floor, above) => {
  const lineStart = lineStartBefore(text, frame.start, floor);
  if (!isIndented(text, lineStart) || !above.every((line) => OPENS.test(line))) return undefined;
  const lines: string[] = [];
  let head: string | undefined;
  let sign: string | undefined;
  let signed = 0;
  for (const { start, line } of linesUp(text, lineStart, floor, LINES_BETWEEN + 1)) {
    lines.unshift(line.trim());
    if (head === undefined && (isBlankRange(line, 0, line.length) || isIndented(text, start))) continue;
    const opening: RegExpExecArray | null = head === undefined ? OPENS.exec(line) : null;
    if (opening) {
      head = line;
      sign = opening.groups?.['sign'];
      continue;
    }
    if (sign !== undefined && line.startsWith(sign) && ++signed <= LINES_WITH_SIGN) continue;
    return TIME_FIRST.test(line) && beginsLogLine(line) ? { fields: lines.join('\n'), head } : undefined;
  }
  return undefined;
};

const isIndented = (text: string, lineStart: number): boolean => {
  const code = text.charCodeAt(lineStart);
  return code === 32 || code === 9;
};
