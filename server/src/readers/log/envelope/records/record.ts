import type { Frame } from '../../frame.ts';

/** What the record that holds a message says of it. */
export interface MessageRecord {
  /** What stands in it beside the message, as names and values. */
  readonly fields: string;
  /** The line in which it begins, where that tells of the message as one right above it does. */
  readonly head?: string | undefined;
  /** Whether the fields say all that the message's own line does, which is not to be read as it stands. */
  readonly isWhole?: boolean;
  /** Whether the lines right above are fields of it, and tell nothing but as such. */
  readonly isAbove?: boolean;
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
