import { isBlankRange, lineStartBefore } from '../../shapes/physical-lines.ts';
import { saysDirection } from '../direction/direction.ts';
import { beginsLogLine } from '../surroundings/envelope-lines.ts';
import { isField } from '../surroundings/field-lines.ts';
import { lastTimeIn } from '../time/times.ts';
import { fieldRecord } from './field-records.ts';
import { linesUp } from './near-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * An event that gives each of its fields a line of its own, its description the last of them, which goes on below its
 * name: what the program says, and then the message: `Date: 2026-11-22T18:48:06.884Z`, `Level: Verbose`,
 * `Description:`, `The stack received a message.`, `Peer: 192.0.2.1:5060`, `INVITE …`; perhaps behind an empty line.
 */

/** So many lines stand between the first line of an event and the message. */
const LINES_ABOVE = 32;
/** Fewer are no event. */
const FEWEST_FIELDS = 4;
/** Of which lines that are none may stand among the fields: the number of the event, the words of the program. */
const MOST_OTHERS = 3;

/** The fields of the event, no empty line among them but right above the message, above words of a program; that says which way the message went. */
export const describedRecord: ReadRecord = (text, frame, floor) => {
  const lineStart = lineStartBefore(text, frame.start, floor);
  if (frame.layout.kind !== 'lines' || frame.layout.prefix !== '' || lineStart !== frame.start) return undefined;
  const lines: string[] = [];
  const words: string[] = [];
  // Those above the first of the words.
  let fields: string[] = [];
  for (const { start, line } of linesUp(text, lineStart, floor, LINES_ABOVE)) {
    if (isBlankRange(line, 0, line.length)) {
      if (start + line.length + 1 >= lineStart) continue;
      break;
    }
    lines.unshift(line);
    if (isField(line)) fields.push(line);
    else if (beginsLogLine(line) || words.push(line) > MOST_OTHERS) return undefined;
    if (words.length === 0) fields = [];
  }
  if (fields.length < FEWEST_FIELDS || !fields.some(saysMoment)) return undefined;
  return {
    fields: `${fieldRecord(text, frame, floor).fields}\n${lines.join('\n')}`,
    head: words.find((line) => saysDirection(line)),
  };
};

const saysMoment = (field: string): boolean => lastTimeIn(field)?.hasDate === true;
