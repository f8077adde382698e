import type { LogTime } from './log-time.ts';

/** Which number of a date is the month where both may be one, told by the dates around that leave no choice. */

/** So far before and behind a message another date is looked for, in UTF-16 code units. */
const NEAR = 16_384;

/** The time with its day and month as the nearest date written in the same way has them that can be read in one way only. */
export function inOrderAround(time: LogTime, text: string, at: number): LogTime {
  const { guessedOrder } = time;
  if (!guessedOrder) return time;
  const year = time.text.slice(0, 4);
  const pattern = datesLike(guessedOrder.separator, year, time.precision > 0);
  const isDayFirst =
    lastOrder(text.slice(Math.max(0, at - NEAR), at), pattern) ?? firstOrder(text.slice(at, at + NEAR), pattern);
  return isDayFirst === undefined || isDayFirst === guessedOrder.isDayFirst ? time : turned(time);
}

const datesLike = (separator: string, year: string, isFine: boolean): RegExp =>
  new RegExp(
    `(?<![\\d./-])(\\d\\d?)[${separator}](\\d\\d?)[${separator}](?:${year}|${year.slice(2)})[ T,|-]{1,3}\\d\\d?:\\d\\d:\\d\\d${isFine ? '[.,:]\\d' : '(?![.,:]\\d)'}`,
    'g',
  );

function lastOrder(text: string, pattern: RegExp): boolean | undefined {
  let order: boolean | undefined;
  for (const match of text.matchAll(pattern)) order = orderOf(match) ?? order;
  return order;
}

function firstOrder(text: string, pattern: RegExp): boolean | undefined {
  for (const match of text.matchAll(pattern)) {
    const order = orderOf(match);
    if (order !== undefined) return order;
  }
  return undefined;
}

/** Whether the day stands first; undefined where either number may be a month. */
function orderOf([, first, second]: RegExpMatchArray): boolean | undefined {
  const isDayFirst = Number(first) > 12;
  return isDayFirst === Number(second) > 12 ? undefined : isDayFirst;
}

function turned(time: LogTime): LogTime {
  const [, year, month, day, rest] = /^(\d{4})-(\d\d)-(\d\d)(T.*)$/.exec(time.text) ?? [];
  if (rest === undefined) return time;
  const apart =
    Date.UTC(Number(year), Number(day) - 1, Number(month)) - Date.UTC(Number(year), Number(month) - 1, Number(day));
  return { ...time, text: `${year}-${day}-${month}${rest}`, milliseconds: time.milliseconds + apart };
}
