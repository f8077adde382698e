import type { Frame } from '../../frame.ts';
import { elementRecord } from './element-records.ts';
import { fieldRecord } from './field-records.ts';
import { framedRecord } from './framed-records.ts';
import { indentedRecord } from './indented-records.ts';
import { memberRecord } from './member-records.ts';
import { numberedRecord } from './numbered-records.ts';

/** What the record that holds a message says of it. */
export interface MessageRecord {
  /** What stands in it beside the message, as names and values. */
  readonly fields: string;
  /** The line in which it begins, where that tells of the message as one right above it does. */
  readonly head?: string | undefined;
}

/**
 * Reads records of one kind; undefined where the message stands in none of them. `above` are the lines right above
 * the message that tell of it, the nearest first; nothing from before `floor` is of its record.
 */
export type ReadRecord = (
  text: string,
  frame: Frame,
  floor: number,
  above: readonly string[],
) => MessageRecord | undefined;

/** The kinds of records: what is told most surely comes first. */
const KINDS: readonly ReadRecord[] = [memberRecord, numberedRecord, elementRecord, indentedRecord, framedRecord];

/** The record in which a message stands; one of fields where it is of no other kind. */
export function recordOf(text: string, frame: Frame, floor: number, above: readonly string[]): MessageRecord {
  for (const read of KINDS) {
    const record = read(text, frame, floor, above);
    if (record) return record;
  }
  return fieldRecord(text, frame, floor);
}
