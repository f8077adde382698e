import { hasClock, tellsAll } from '../surroundings/telling.ts';
import { type Direction, firstDirection, saysDirection } from './direction.ts';

/**
 * A field of a record that holds a line of a log, which tells of the message as one above it would:
 * `"event": "18:48:06.884 sent to 192.0.2.1:5060"` beside `"raw": "INVITE …`.
 */

/** What parts the fields of a record. */
const BETWEEN_FIELDS = /\n|(?<=["'\]}]) {0,8}[,;] {0,8}|<\/|\t/;
const LONGEST_SENTENCE = 320;
/** A name before a value in quotes, or the tag of an element. */
const NAMED = /^[\s,{[(-]{0,16}(?:["']?[\p{L}\w.@-]{1,32}["']?\s{0,4}[:=]\s{0,4}["']|[\w.-]{1,32}: )/u;

/** Words of a program, on a line of their own among the fields. */
const WORDS = /^\s*(?:[\p{L}-]{1,24} ){2}/u;

/** The direction that the first such field says. */
export const sentenceDirection = (record: string): Direction | undefined =>
  /\d:\d\d:\d\d|\d\.\d{1,3}\.\d|::/.test(record)
    ? firstDirection(record.split(BETWEEN_FIELDS).filter(isLineOfLog))
    : undefined;

const isLineOfLog = (field: string): boolean =>
  field.length <= LONGEST_SENTENCE &&
  (NAMED.test(field)
    ? tellsAll(field) || (hasClock(field) && saysDirection(field))
    : WORDS.test(field) && tellsAll(field));
