import type { Envelope } from '../said.ts';
import { inUtc } from '../time/log-time.ts';
import { lastTimeIn } from '../time/times.ts';

/** What the first line of a table says of the times in a column below it: `TimeGenerated [UTC],Computer,Message`. */

const FIELD = /"(?:[^"]|"")*"|[^,"]+|(?<=,|^)(?=,)/g;
const SAYS_UTC = /(?<![A-Za-z])UTC(?![A-Za-z])|[a-z]U(?:TC|tc)(?![A-Za-z])/;

/** The envelope of a message with its time in Universal Time, where it is that of a column which is said to hold such times. */
export function inZoneOfColumn(envelope: Envelope, firstLine: string, row: string): Envelope {
  const { time } = envelope;
  if (!time?.hasDate || time.hasZone || !SAYS_UTC.test(firstLine)) return envelope;
  const column = fieldsOf(row).findIndex((field) => lastTimeIn(field)?.text === time.text);
  return SAYS_UTC.test(fieldsOf(firstLine)[column] ?? '') ? { ...envelope, time: inUtc(time) } : envelope;
}

const fieldsOf = (row: string): readonly string[] => row.match(FIELD) ?? [];
