import type { Frame } from '../../frame.ts';
import { lineStartBefore } from '../../shapes/physical-lines.ts';
import type { Envelope } from '../envelope.ts';
import { inUtc } from './log-time.ts';
import { lastTimeIn } from './times.ts';

/** What the first line of a table says of the times in a column below it: `TimeGenerated [UTC],Computer,Message`. */

/** Of a longer row the rest is not looked at. */
export const LONGEST_ROW = 2048;

const FIELD = /"(?:[^"]|"")*"|[^,"]+|(?<=,|^)(?=,)/g;
const SAYS_UTC = /(?<![A-Za-z])UTC(?![A-Za-z])|[a-z]U(?:TC|tc)(?![A-Za-z])/;

export const firstLineOf = (text: string): string => text.slice(0, LONGEST_ROW).split(/\r?\n/, 1)[0]!;

/** The envelope of a message with its time in Universal Time, where it is that of a column which is said to hold such times. */
export function inZoneOfColumn(envelope: Envelope, firstLine: string, text: string, { start }: Frame): Envelope {
  const { time } = envelope;
  if (!time?.hasDate || time.hasZone || !SAYS_UTC.test(firstLine)) return envelope;
  const before = text.slice(lineStartBefore(text, start, Math.max(0, start - LONGEST_ROW)), start);
  const column = fieldsOf(before).findIndex((field) => lastTimeIn(field)?.text === time.text);
  return SAYS_UTC.test(fieldsOf(firstLine)[column] ?? '') ? { ...envelope, time: inUtc(time) } : envelope;
}

const fieldsOf = (row: string): readonly string[] => row.match(FIELD) ?? [];
