import type { Frame } from '../../frame.ts';
import type { LogTime } from './log-time.ts';
import { lastTimeIn } from './times.ts';

/**
 * When a gateway has written a record, at its end in brackets, for what relays the record puts a time of its own before
 * it: `a=sendrecv [Time:22-11@18:48:06.123]`, or below the message.
 */
const TAG = '\\[Time:[^\\][\\n]{8,48}\\]';
const IN_LAST_LINE = new RegExp(`${TAG}\\s*$`, 'i');
const RIGHT_BEHIND = new RegExp(`^(?:\\s|[#\\\\]01[25])*(${TAG})`, 'i');
/** Blanks may stand before it that are as wide as what a relay puts before a line. */
const LONGEST_TAG = 320;

export function closingTime(text: string, { start, end }: Frame): LogTime | undefined {
  const last = IN_LAST_LINE.exec(text.slice(Math.max(start, end - LONGEST_TAG), end))?.[0];
  const tag = last ?? RIGHT_BEHIND.exec(text.slice(end, end + LONGEST_TAG))?.[1];
  return tag === undefined ? undefined : lastTimeIn(tag);
}
