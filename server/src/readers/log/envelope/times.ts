import { digitBlind } from './digit-blind.ts';
import { monthNamed } from './months.ts';
import { type Parts, partsOf, type Row, rows } from './time-patterns.ts';

/** A point of time as a log writes it, with what is known of it. */
export interface LogTime {
  /** ISO 8601 as far as it is known: `2026-11-22T18:48:06.884Z`, `--11-22T18:48:06`, `18:48:06.884394`. */
  readonly text: string;
  /** Milliseconds since 1970 where the date is known (without a zone: as if UTC), else since midnight. */
  readonly milliseconds: number;
  /** Digits behind the second. */
  readonly precision: number;
  readonly hasDate: boolean;
  readonly hasZone: boolean;
  /** Where it stands in the searched text. */
  readonly start: number;
  readonly end: number;
}

/** What every time holds: a clock, or digits enough for one. */
const SIGN = /\d:\d\d:\d\d|\d{6}|\d\d[T :_-]\d\d\.\d\d\.\d\d|\d[时時시]|\d, \d\d?, \d/;

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
  return time && (isOnly || time.hasDate) ? time : undefined;
}

/**
 * The time in a text that stands last: of several, the one next to the message is the one of the record. A clock alone
 * counts where no date is.
 */
export function lastTimeIn(text: string): LogTime | undefined {
  const { rows: fitting, last } = likelyTimes(text);
  const likely = last && likelyTime(text, last);
  return likely ? withFraction(likely, text) : lastTimeOf(text, fitting);
}

/** The same, looked for in every way of a list. */
export function lastTimeOf(text: string, fitting: readonly Row[] = rows): LogTime | undefined {
  let best: LogTime | undefined;
  let dated: LogTime | undefined;
  let zoned: LogTime | undefined;
  for (const { pattern, indices } of fitting) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      // A clock within a fuller time is part of it.
      if (best && start < best.end && end > best.start) continue;
      const time = timeOf(partsOf(match, indices), start, end);
      if (time?.hasDate) dated = time;
      if (time?.hasDate && time.hasZone) zoned = time;
      if (!time || (best && !isBetter(time, best))) continue;
      best = time;
    }
  }
  if (best && zoned && isItsUtc(best, zoned)) return zoned;
  return best && withFraction(dated ? withYear(best, dated) : best, text);
}

/** Whether a time that says no zone is the moment of another one in Universal Time, by another clock than that one. */
const isItsUtc = (time: LogTime, zoned: LogTime): boolean =>
  time.hasDate &&
  !time.hasZone &&
  Math.abs(time.milliseconds - zoned.milliseconds) < 1000 &&
  !zoned.text.startsWith(time.text.slice(0, 19));

/** A day without its year that another time in the same text names with it. */
function withYear(time: LogTime, dated: LogTime): LogTime {
  const [, month, day] = /^--(\d\d)-(\d\d)/.exec(time.text) ?? [];
  if (month === undefined || day === undefined || dated.text.slice(5, 10) !== `${month}-${day}`) return time;
  const year = dated.text.slice(0, 4);
  const since1970 = (of: number) => Date.UTC(of, Number(month) - 1, Number(day));
  return {
    ...time,
    text: `${year}${time.text.slice(1)}`,
    milliseconds: time.milliseconds + since1970(Number(year)) - since1970(1970),
    hasDate: true,
  };
}

/** A relay writes whole seconds, and behind them the program it relays writes the same second with its fraction. */
function withFraction(time: LogTime, text: string): LogTime {
  if (time.precision > 0) return time;
  const clock = /\d\d:\d\d:\d\d/.exec(time.text)?.[0];
  if (clock === undefined) return time;
  const again = text.indexOf(clock, time.end);
  if (again < 0) return finerSinceEpoch(time, text) ?? time;
  const fraction = /^[.,](\d{1,9})(?!\d)/.exec(text.slice(again + 8, again + 20))?.[1];
  return fraction === undefined ? time : addFraction(time, clock, fraction);
}

const addFraction = (time: LogTime, clock: string, fraction: string): LogTime => ({
  ...time,
  text: time.text.replace(clock, `${clock}.${fraction}`),
  milliseconds: time.milliseconds + secondsOf(fraction) * 1000,
  precision: fraction.length,
});

const SINCE_EPOCH = /(?<![\w.])(1[5-9]\d{8})\.(\d{3,9})(?![\w.])/;
/** Zones differ by whole quarters of an hour, here in seconds. */
const ZONE_STEP = 900;

/** A whole second with its fraction where a text says the same moment in seconds since 1970, in whatever zone. */
export function finerSinceEpoch(time: LogTime, text: string): LogTime | undefined {
  const [, seconds, fraction] = (time.hasDate && SINCE_EPOCH.exec(text)) || [];
  const clock = /\d\d:\d\d:\d\d/.exec(time.text)?.[0];
  if (!seconds || !fraction || clock === undefined) return undefined;
  const isSame = (time.milliseconds / 1000 - Number(seconds)) % ZONE_STEP === 0;
  return isSame ? addFraction(time, clock, fraction) : undefined;
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

/** Whether a time says its day, with a year or without. */
export const saysDay = (time: LogTime): boolean => time.hasDate || time.text.startsWith('--');

const isBetter = (time: LogTime, best: LogTime): boolean =>
  isSameMoment(time, best)
    ? time.precision > best.precision
    : saysDay(time) === saysDay(best)
      ? time.start > best.start
      : saysDay(time);

/** Whether two times are one moment, which one of them says to the millisecond and the other more finely. */
const isSameMoment = (one: LogTime, other: LogTime): boolean =>
  one.precision !== other.precision &&
  Math.min(one.precision, other.precision) >= 3 &&
  one.hasDate &&
  one.hasZone &&
  other.hasDate &&
  other.hasZone &&
  Math.abs(one.milliseconds - other.milliseconds) < 1;

/** A clock with the day of another time that is not further from it than two seconds; undefined where it is further. */
export function onDayOf(clock: LogTime, day: LogTime): LogTime | undefined {
  const sinceMidnight = ((day.milliseconds % 86_400_000) + 86_400_000) % 86_400_000;
  if (day.hasZone !== clock.hasZone || Math.abs(sinceMidnight - clock.milliseconds) > 2000) return undefined;
  return {
    ...clock,
    text: `${day.text.slice(0, day.text.indexOf('T') + 1)}${clock.text}`,
    milliseconds: day.milliseconds - sinceMidnight + clock.milliseconds,
    hasDate: day.hasDate,
  };
}

function timeOf(parts: Parts, start: number, end: number): LogTime | undefined {
  if (parts.epoch) return epochTime(parts.epoch, parts, start, end);
  const date = dateOf(parts);
  const fraction = parts.fraction ?? parts.microseconds?.padStart(6, '0') ?? '';
  const minute = numberOf(parts.minute);
  const second = numberOf(parts.second);
  const isAfternoon = /^ ?(?:p|ös)/i.test(parts.half ?? '');
  const hour = (numberOf(parts.hour) % (parts.half ? 12 : 24)) + (isAfternoon ? 12 : 0);
  const clock = `${two(hour)}:${two(minute)}:${two(second)}${fraction ? `.${fraction}` : ''}`;
  const zone = zoneOf(parts.zone);
  const sinceMidnight = ((hour * 60 + minute) * 60 + second) * 1000 + secondsOf(fraction) * 1000;
  const precision = fraction.length;
  const hasZone = zone.known;
  // Written out: engines are slow to add to a copy.
  if (!date)
    return { precision, start, end, text: clock + zone.text, milliseconds: sinceMidnight, hasDate: false, hasZone };
  const { year, month, day } = date;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return {
    precision,
    start,
    end,
    text: `${year ?? '-'}-${two(month)}-${two(day)}T${clock}${zone.text}`,
    milliseconds: dayStart(year ?? 1970, month, day) + sinceMidnight - zone.milliseconds,
    hasDate: year !== undefined,
    hasZone,
  };
}

/** Devices that do not know the time write 1970, 1980 or 1999 (POSIX has two digits from 69 on in the last century). */
const century = (shortYear: string): string => (Number(shortYear) < 69 ? '20' : '19');

function dateOf(parts: Parts): { year: number | undefined; month: number; day: number } | undefined {
  const year = parts.year ?? parts.lateYear ?? (parts.shortYear && century(parts.shortYear) + parts.shortYear);
  const known = year === undefined ? undefined : numberOf(year);
  if (parts.month)
    return {
      year: known,
      month: monthNamed(parts.month),
      day: numberOf(parts.day),
    };
  if (parts.monthNumber) return { year: known, month: numberOf(parts.monthNumber), day: numberOf(parts.day) };
  if (parts.first === undefined || parts.second2 === undefined) return undefined;
  const [first, second] = [Number(parts.first), Number(parts.second2)];
  const dayFirst = first > 12 || (second <= 12 && parts.separator !== '/');
  return { year: known, month: dayFirst ? second : first, day: dayFirst ? first : second };
}

function epochTime(epoch: string, parts: Parts, start: number, end: number): LogTime {
  const fraction = parts.fraction ?? parts.microseconds?.padStart(6, '0') ?? '';
  const seconds = Number(epoch);
  return {
    text: `${new Date(seconds * 1000).toISOString().slice(0, 19)}${fraction ? `.${fraction}` : ''}Z`,
    milliseconds: seconds * 1000 + secondsOf(fraction) * 1000,
    precision: fraction.length,
    hasDate: true,
    hasZone: true,
    start,
    end,
  };
}

function zoneOf(zone: string | undefined): { text: string; milliseconds: number; known: boolean } {
  if (zone === undefined) return { text: '', milliseconds: 0, known: false };
  const offset = zone.slice(Math.max(zone.indexOf('+'), zone.indexOf('-')));
  if (!/^[+-]/.test(offset)) return { text: 'Z', milliseconds: 0, known: true };
  const hours = Number(offset.slice(1, 3));
  const minutes = offset.length > 3 ? offset.slice(-2) : '00';
  const sign = offset.startsWith('-') ? -1 : 1;
  return {
    text: `${offset.slice(0, 3)}:${minutes}`,
    milliseconds: sign * (hours * 60 + Number(minutes)) * 60_000,
    known: true,
  };
}

/** The number that digits stand for, which is 0 where they are none: an engine takes longer for any text. */
function numberOf(digits = ''): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) value = value * 10 + digits.charCodeAt(i) - 48;
  return value;
}

/** A fraction of a second; up to nine digits give the number that a literal would. */
const secondsOf = (fraction: string): number => numberOf(fraction) / 10 ** fraction.length;

/** The day that was asked for last: the lines of a log are mostly of the same one. */
let lastDay = { year: 1970, month: 1, day: 1, milliseconds: 0 };

/** Milliseconds from 1970 to the beginning of a day. */
function dayStart(year: number, month: number, day: number): number {
  if (lastDay.year !== year || lastDay.month !== month || lastDay.day !== day)
    lastDay = { year, month, day, milliseconds: Date.UTC(year, month - 1, day) };
  return lastDay.milliseconds;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
