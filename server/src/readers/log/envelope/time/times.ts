import { digitBlind } from '../digit-blind.ts';
import { withFractionBeside } from './fractions-beside.ts';
import { addFraction, inUtc, inYear, type LogTime, saysDay, timeOf } from './log-time.ts';
import { finerSinceEpoch } from './since-epoch.ts';
import { withoutStoredTimes } from './stored-times.ts';
import { partsOf, type Row, rows } from './time-patterns.ts';
import { withZoneField } from './zone-fields.ts';

/** Which of the times in a text is the one that counts. */

/** What every time holds: a clock, or digits enough for one. */
const SIGN = /\d:\d\d:\d\d|\d{6}|\d\d[T :_-]\d\d[.-]\d\d[.-]\d\d|\d[时時시]|\d, \d\d?, \d/;

/** What the places of its digits tell of the times in a text. */
interface LikelyTimes {
  /** The patterns that may fit, the fullest first. */
  readonly rows: readonly Row[];
  /** The only time that can be the last one, if it is one at all: nothing fits behind it. */
  readonly last: LikelyTime | undefined;
}

interface LikelyTime {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
  /** Whether nothing fits before it, so that no other time can say its day or its year. */
  readonly isOnly: boolean;
}

const likelyTimes = digitBlind((text): LikelyTimes => {
  if (!SIGN.test(text)) return { rows: [], last: undefined };
  const likely = rows.filter(({ anyDigits }) => matchFrom(anyDigits, text, 0));
  return { rows: likely, last: lastOf(text, likely) };
});

function lastOf(text: string, [fullest, ...others]: readonly Row[]): LikelyTime | undefined {
  const match = fullest && matchFrom(fullest.anyDigits, text, 0);
  if (!match) return undefined;
  const start = match.index;
  const end = start + match[0].length;
  const more = [fullest, ...others].some(({ anyDigits }) => matchFrom(anyDigits, text, end));
  const isOnly = others.every(({ anyDigits }) => matchFrom(anyDigits, text, 0)!.index >= start);
  return more ? undefined : { row: fullest, start, end, isOnly };
}

function matchFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The time where the text can have none but this one; undefined where it may have another one. */
function likelyTime(text: string, { row, start, end, isOnly }: LikelyTime): LogTime | undefined {
  const match = matchFrom(row.here, text, start);
  if (match?.[0].length !== end - start) return undefined;
  const time = timeOf(partsOf(match, row.indices), start, end);
  return time && (isOnly || (time.hasDate && time.precision > 0)) ? time : undefined;
}

/**
 * The time in a text that stands last: of several, the one next to the message is the one of the record. A clock alone
 * counts where no date is.
 */
export function lastTimeIn(text: string): LogTime | undefined {
  const unstored = withoutStoredTimes(text);
  const own = unstored === text ? undefined : lastTimeIn(unstored);
  if (own) return own;
  const { rows: fitting, last } = likelyTimes(text);
  const likely = last && likelyTime(text, last);
  return likely ? withZone(withFraction(likely, text), text) : lastTimeOf(text, fitting);
}

/** The same, looked for in every way of a list. */
export function lastTimeOf(text: string, fitting: readonly Row[] = rows): LogTime | undefined {
  let best: LogTime | undefined;
  let dated: LogTime | undefined;
  let zoned: LogTime | undefined;
  let fine: LogTime | undefined;
  for (const { pattern, indices } of fitting) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      // A clock within a fuller time is part of it.
      if (best && start < best.end && end > best.start) continue;
      const time = timeOf(partsOf(match, indices), start, end);
      if (best && time && isEpochBehind(time, best, text)) continue;
      if (time?.hasDate) dated = time;
      if (time?.hasDate && time.hasZone) zoned = time;
      if (time?.hasDate && time.precision > 0) fine = time;
      if (!time || (best && !isBetter(time, best))) continue;
      best = time;
    }
  }
  if (best && zoned && (isItsUtc(best, zoned) || saysItsZone(best, zoned))) {
    // Of one moment in two zones the one that is named as Universal Time is the program's own.
    const named = withZone(best, text);
    return named.hasZone ? named : zoned;
  }
  if (best && fine && isItsSecond(best, fine)) return fine;
  return best && withZone(withFraction(dated ? withYear(best, dated) : best, text), text);
}

/** The minutes by which zones differ leave seconds and their fraction as they are. */
const SECONDS = /:(\d\d\.\d{3,9})(?!\d)/;

/** Whether a time only says once more, in seconds since 1970, the one right before it: `2026-11-22\t18:48:06.884394\t1795373286.884394: `. */
function isEpochBehind(time: LogTime, before: LogTime, text: string): boolean {
  const gap = text.slice(before.end, time.start);
  if (!/^[ \t]{1,3}$/.test(gap) || !before.hasDate || text[time.start + EPOCH_DIGITS] !== '.') return false;
  const seconds = SECONDS.exec(time.text)?.[1];
  return seconds !== undefined && seconds === SECONDS.exec(before.text)?.[1];
}
const EPOCH_DIGITS = 10;

/** The name of a field says the zone of its value: `"time_utc":"2026-11-22 18:48:06"`, `UTCTime="…`, `Time (UTC): …`. */
const NAMED_UTC =
  /(?<![A-Za-z])(?:[A-Za-z_]{0,24}[_a-z])?utc(?:[ _-]?(?:date)?_?(?:time|stamp|timestamp))?[)\]]?["']?\s?[:=]\s?["']?$/i;
const LONGEST_NAME = 36;

const withZone = (time: LogTime, text: string): LogTime =>
  time.hasDate && !time.hasZone && NAMED_UTC.test(text.slice(Math.max(0, time.start - LONGEST_NAME), time.start))
    ? inUtc(time)
    : withZoneField(time, text);

/** Whether a time that says no zone is the moment of another one in Universal Time, by another clock than that one. */
export const isItsUtc = (time: LogTime, zoned: LogTime): boolean =>
  time.hasDate &&
  !time.hasZone &&
  Math.abs(time.milliseconds - zoned.milliseconds) < 1000 &&
  Math.abs(time.milliseconds - Date.parse(`${zoned.text.slice(0, 19)}Z`)) >= LEAST_OFFSET;
/** No zone is nearer to Universal Time, but those that are it. */
const LEAST_OFFSET = 15 * 60_000;

/**
 * Whether a moment is written once more with its zone, by the same clock: a relay that writes milliseconds as well, or
 * the second of a day without its year.
 */
const saysItsZone = (time: LogTime, zoned: LogTime): boolean =>
  !time.hasZone &&
  (time.hasDate ? time.precision >= MILLISECONDS || zoned.precision === time.precision : saysDay(time)) &&
  fineTextOf(time.text, zoned).startsWith(time.text);
const MILLISECONDS = 3;

/**
 * Whether a time of a whole second is said once more with a fraction, and perhaps with the year and the zone that it
 * lacks: a relay writes the moment itself before the second that the program has written.
 */
export const isItsSecond = ({ text, precision }: LogTime, fine: LogTime): boolean =>
  precision === 0 && fine.precision > 0 && saysDay(fine) && fineTextOf(text, fine).startsWith(`${text}.`);

/** Without its year where the other time has none. */
const fineTextOf = (text: string, fine: LogTime): string =>
  text.startsWith('--') && fine.hasDate ? `-${fine.text.slice(4)}` : fine.text;

/** A day without its year that another time in the same text names with it. */
export function withYear(time: LogTime, dated: LogTime): LogTime {
  const [, month, day] = /^--(\d\d)-(\d\d)/.exec(time.text) ?? [];
  if (month === undefined || day === undefined || dated.text.slice(5, 10) !== `${month}-${day}`) return time;
  return inYear(time, Number(dated.text.slice(0, 4)));
}

/** A relay writes whole seconds, and behind them the program it relays writes the same second with its fraction. */
function withFraction(time: LogTime, text: string): LogTime {
  if (time.precision > 0) return time;
  const clock = /\d\d:\d\d:\d\d/.exec(time.text)?.[0];
  if (clock === undefined) return time;
  const fine = withFractionBeside(time, clock, text);
  if (fine) return fine;
  const again = text.indexOf(clock, time.end);
  if (again < 0) return finerSinceEpoch(time, text) ?? time;
  const fraction = /^[.,](\d{1,9})(?!\d)/.exec(text.slice(again + 8, again + 20))?.[1];
  return fraction === undefined ? time : addFraction(time, clock, fraction);
}

/** The time in a text that stands first, and its fullest reading. */
export function firstTimeIn(text: string): LogTime | undefined {
  let best: LogTime | undefined;
  for (const { pattern, indices } of likelyTimes(text).rows) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    if (!match || (best && match.index >= best.start)) continue;
    best = timeOf(partsOf(match, indices), match.index, match.index + match[0].length) ?? best;
  }
  return best;
}

const isBetter = (time: LogTime, best: LogTime): boolean =>
  isSameMoment(time, best)
    ? time.precision > best.precision
    : saysDay(time) === saysDay(best)
      ? time.start > best.start
      : saysDay(time);

/** Whether two times are one moment, which one of them says to the millisecond and the other more finely. */
export const isSameMoment = (one: LogTime, other: LogTime): boolean =>
  one.precision !== other.precision &&
  Math.min(one.precision, other.precision) >= 3 &&
  one.hasDate &&
  one.hasZone &&
  other.hasDate &&
  other.hasZone &&
  Math.abs(one.milliseconds - other.milliseconds) < 1;

/** A day, its clock and its zone as a time's text has them. */
const DATED = /^(.*T)(\d\d):(\d\d):(\d\d(?:\.\d+)?)(.*)$/;

/** A clock with the day of another time whose own clock is not further from it than two seconds; undefined where it is further. */
export function onDayOf(clock: LogTime, day: LogTime): LogTime | undefined {
  const [, date, hours, minutes, seconds, zone = ''] = DATED.exec(day.text) ?? [];
  if (date === undefined || (clock.hasZone && !(day.hasZone && clock.text.endsWith(zone)))) return undefined;
  const apart = clock.milliseconds - ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  if (Math.abs(apart) > 2000) return undefined;
  return {
    ...clock,
    text: `${date}${clock.text}${clock.hasZone ? '' : zone}`,
    milliseconds: day.milliseconds + apart,
    hasDate: day.hasDate,
    hasZone: day.hasZone,
  };
}
