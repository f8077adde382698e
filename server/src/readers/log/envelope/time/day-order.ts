import { isDigit } from '../../shapes/characters.ts';
import type { LogTime } from './log-time.ts';

/** Which number of a date is the month where both may be one, told by the dates around that leave no choice. */

/** So far before and behind a message another date is looked for, in UTF-16 code units. */
const NEAR = 16_384;

/** The time with its day and month as the nearest date written in the same way has them that can be read in one way only. */
export function inOrderAround(time: LogTime, text: string, at: number): LogTime {
  const { guessedOrder } = time;
  if (!guessedOrder) return time;
  const { separator, isDayFirst } = guessedOrder;
  const year = time.text.slice(0, 4);
  const before = text.slice(Math.max(0, at - NEAR), at);
  const full = `${separator}${year}`;
  const written = before.includes(full) ? full : `${separator}${year.slice(2)}`;
  const clock = time.precision > 0 ? FINE_CLOCK : WHOLE_CLOCK;
  const order =
    ordersIn(before, separator, written, clock).at(-1) ??
    ordersIn(text.slice(at, at + NEAR), separator, written, clock)[0];
  return order === undefined || order === isDayFirst ? time : turned(time);
}

const WHOLE_CLOCK = /^[ T,|-]{1,3}\d\d?:\d\d:\d\d(?![.,:]\d)/;
const FINE_CLOCK = /^[ T,|-]{1,3}\d\d?:\d\d:\d\d[.,:]\d/;
const LONGEST_CLOCK = 16;

/** Of each date in a text that leaves no choice whether its day stands first; `year` is how a year is written, behind its separator. */
function ordersIn(text: string, separator: string, year: string, clock: RegExp): readonly boolean[] {
  const orders: boolean[] = [];
  for (let at = text.indexOf(year); at >= 0; at = text.indexOf(year, at + year.length)) {
    const middle = startOfNumber(text, at);
    if (text[middle - 1] !== separator) continue;
    const isSecondLarge = isAboveTwelve(text, middle, at);
    const isFirstLarge = isAboveTwelve(text, startOfNumber(text, middle - 1), middle - 1);
    const end = at + year.length;
    if (isFirstLarge !== isSecondLarge && clock.test(text.slice(end, end + LONGEST_CLOCK))) orders.push(isFirstLarge);
  }
  return orders;
}

/** Where the one or two digits begin that end at an offset. */
const startOfNumber = (text: string, end: number): number =>
  isDigit(text.charCodeAt(end - 1)) ? (isDigit(text.charCodeAt(end - 2)) ? end - 2 : end - 1) : end;

const isAboveTwelve = (text: string, start: number, end: number): boolean =>
  end - start === 2 &&
  (text.charCodeAt(start) > ONE || (text.charCodeAt(start) === ONE && text.charCodeAt(start + 1) > TWO));
const ONE = 49;
const TWO = 50;

function turned(time: LogTime): LogTime {
  const [, year, month, day, rest] = /^(\d{4})-(\d\d)-(\d\d)(T.*)$/.exec(time.text) ?? [];
  if (rest === undefined) return time;
  const apart =
    Date.UTC(Number(year), Number(day) - 1, Number(month)) - Date.UTC(Number(year), Number(month) - 1, Number(day));
  return { ...time, text: `${year}-${day}-${month}${rest}`, milliseconds: time.milliseconds + apart };
}
