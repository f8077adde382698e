import type { Envelope } from '../said.ts';
import { inUtc } from '../time/log-time.ts';
import { lastTimeIn } from '../time/times.ts';
import { cellsOf, type Row } from './headings.ts';

/** What the heading of a table says of the times in a column below it: `TimeGenerated [UTC],Computer,Message`. */

const SAYS_UTC = /(?<![A-Za-z])UTC(?![A-Za-z])|[a-z]U(?:TC|tc)(?![A-Za-z])/;

/** The envelope of a message with its time in Universal Time, where it is that of a column which is said to hold such times. */
export function inZoneOfColumn(envelope: Envelope, { separator, cells: names }: Row, row: string): Envelope {
  const { time } = envelope;
  if (!time?.hasDate || time.hasZone || !names.some((name) => SAYS_UTC.test(name))) return envelope;
  const column = cellsOf(row, separator).findIndex((cell) => lastTimeIn(cell)?.text === time.text);
  return SAYS_UTC.test(names[column] ?? '') ? { ...envelope, time: inUtc(time) } : envelope;
}
