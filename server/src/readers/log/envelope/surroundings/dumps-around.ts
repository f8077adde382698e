import { isOffset } from '../../dumps/code-rows.ts';
import { dumpStart } from '../../dumps/dumps.ts';
import type { Frame } from '../../frame.ts';
import { withoutColours } from '../../shapes/colours.ts';
import { lineStartBefore } from '../../shapes/physical-lines.ts';
import { saysDirection } from '../direction/direction.ts';
import { hasPeers } from '../peers/peers.ts';
import { followedRecord } from '../records/followed-records.ts';
import { linesAbove } from './lines-above.ts';

/** What tells of a message in a dump whose rows begin with offsets. */
export interface DumpAround {
  readonly around: readonly string[];
  readonly record: string;
}

/** `own` is what stands before the message on its row; undefined where it stands in no such dump. */
export function dumpAround(text: string, frame: Frame, floor: number, own: string): DumpAround | undefined {
  const { start, layout } = frame;
  if (layout.kind !== 'coded' || !layout.rows || !isOffset(withoutColours(layout.rows.before))) return undefined;
  const followed = followedRecord(text, frame, floor, []);
  if (followed) return { around: [], record: followed.fields };
  const lineStart = lineStartBefore(text, start, floor);
  const sign = OF_CONNECTION.exec(text.slice(lineStart, lineStart + LONGEST_ROW))?.[1];
  if (sign) return { around: [sign === '>' ? '->' : '<-'], record: '' };
  const words = own.replace(FIRST_OFFSET, '');
  if (words !== own && (hasPeers(words) || saysDirection(words))) return { around: [words], record: '' };
  const first = dumpStart(text, start, layout.rows, floor);
  // Rows before it that are of another message tell nothing.
  if (first === floor && floor > 0) return { around: [], record: '' };
  return { around: linesAbove(text, { ...frame, start: first }, floor, first), record: '' };
}

/** A row of what a connection carries, with which way it went (`nc -o`): a mail that quotes a dump has no such column. */
const OF_CONNECTION = /^([<>]) [\da-f]{8}(?: [\da-f]{2}){1,16} {1,48}# /;
const LONGEST_ROW = 72;

/** Behind the words of a log the first row of a dump: `UDP 192.0.2.1:5060 < 192.0.2.2:5060 | 00000000: 4f 50`. */
const FIRST_OFFSET = /(?<=\s)0{4,8}:?(?: .*)?$/;
