import type { Frame } from '../../frame.ts';
import { isBlankRange, lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { beginsLogLine } from '../surroundings/envelope-lines.ts';
import { linesDown, linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';
import { ownBehind } from './shared-records.ts';

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
  if (!isIndented(text, lineStart) || !above.every((line, i) => OPENS.test(line) || isHead(frame, line, i)))
    return undefined;
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
    if (!TIME_FIRST.test(line) || !beginsLogLine(line)) return undefined;
    const fields = lines.join('\n');
    return { fields: `${fields}\n${ownBehind(fields, termsBehind(text, frame))}`, head };
  }
  return undefined;
};

/** Whether a line is the first of a record that shows a term over several lines, of which the message stands in one. */
const isHead = ({ layout }: Frame, line: string, index: number): boolean =>
  layout.kind === 'coded' && index > 0 && TIME_FIRST.test(line) && beginsLogLine(line);

/** The terms behind a message that stands in a string of one line, as deep as its own line. */
function termsBehind(text: string, { start, end, layout }: Frame): string {
  if (layout.kind !== 'coded' || layout.rows) return '';
  const depth =
    /^[ \t]*/.exec(text.slice(lineStartBefore(text, start, Math.max(0, start - LONGEST_OWN)), start))?.[0] ?? '';
  const terms: string[] = [];
  for (const { line } of linesDown(text, physicalLineAt(text, end).next, LINES_BETWEEN)) {
    if (depth === '' || !line.startsWith(depth)) break;
    terms.push(line.trim());
  }
  return terms.join('\n');
}
const LONGEST_OWN = 256;

const isIndented = (text: string, lineStart: number): boolean => {
  const code = text.charCodeAt(lineStart);
  return code === 32 || code === 9;
};
