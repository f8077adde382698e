import type { Frame } from '../../frame.ts';
import { lineStartBefore } from '../../shapes/physical-lines.ts';
import type { Envelope } from '../said.ts';
import { withPeersOfColumns } from './named-peers.ts';
import { inZoneOfColumn } from './zones.ts';

/** What the first line of a table says of the columns below it, which the row of a message does not say. */

/** Of a longer row the rest is not looked at. */
export const LONGEST_ROW = 2048;

export const firstLineOf = (text: string): string => text.slice(0, LONGEST_ROW).split(/\r?\n/, 1)[0]!;

/** The envelope of a message with what the columns of its row are called. */
export function withColumns(envelope: Envelope, firstLine: string, text: string, { start, end }: Frame): Envelope {
  const row = text.slice(lineStartBefore(text, start, Math.max(0, start - LONGEST_ROW)), start);
  const behind = firstLineOf(text.slice(end, end + LONGEST_ROW));
  return withPeersOfColumns(inZoneOfColumn(envelope, firstLine, row), firstLine, row, behind);
}
