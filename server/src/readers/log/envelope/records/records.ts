import type { Frame } from '../../frame.ts';
import { alignedRecord } from './aligned-records.ts';
import { closedRecord } from './closed-records.ts';
import { describedRecord } from './described-records.ts';
import { drawnRecord } from './drawn-records.ts';
import { dumpedRecord } from './dumped-records.ts';
import { elementRecord } from './element-records.ts';
import { fieldRecord } from './field-records.ts';
import { followedRecord } from './followed-records.ts';
import { framedRecord } from './framed-records.ts';
import { indentedRecord } from './indented-records.ts';
import { insertedRecord } from './inserted-records.ts';
import { layeredRecord } from './layered-records.ts';
import { listedRecord } from './listed-records.ts';
import { memberRecord } from './member-records.ts';
import { numberedRecord } from './numbered-records.ts';
import type { MessageRecord, ReadRecord } from './record.ts';
import { tracedRecord } from './traced-records.ts';

/** The kinds of records: what is told most surely comes first. */
const KINDS: readonly ReadRecord[] = [
  insertedRecord,
  closedRecord,
  listedRecord,
  memberRecord,
  dumpedRecord,
  layeredRecord,
  numberedRecord,
  elementRecord,
  tracedRecord,
  indentedRecord,
  framedRecord,
  followedRecord,
  drawnRecord,
  describedRecord,
  alignedRecord,
];

/** The record in which a message stands; one of fields where it is of no other kind. */
export function recordOf(text: string, frame: Frame, floor: number, above: readonly string[]): MessageRecord {
  for (const read of KINDS) {
    const record = read(text, frame, floor, above);
    if (record) return record;
  }
  return fieldRecord(text, frame, floor);
}
