import { monthNamed } from './months.ts';
import type { Parts } from './time-patterns.ts';
import { type Zone, zoneNamed } from './zones.ts';

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
  /** How its day and month were taken where either may be the other. */
  readonly guessedOrder?: GuessedOrder;
}

export interface GuessedOrder {
  readonly separator: string;
  readonly isDayFirst: boolean;
}

/** Whether a time says its day, with a year or without. */
export const saysDay = (time: LogTime): boolean => time.hasDate || time.text.startsWith('--');

/** The point of time that the parts of one name, which stand in a range of the searched text. */
export function timeOf(parts: Parts, start: number, end: number): LogTime | undefined {
  if (parts.epoch) return epochTime(Number(parts.epoch), fractionOf(parts), start, end);
  if (parts.julian) return epochTime(julianSeconds(Number(parts.julian)), fractionOf(parts), start, end);
  if (parts.tai) return taiTime(parts.tai, parts.nanoseconds, start, end);
  const date = dateOf(parts);
  const fraction = fractionOf(parts);
  const minute = numberOf(parts.minute);
  const second = numberOf(parts.second);
  const isAfternoon = /^ ?(?:p|ös)/i.test(parts.half ?? '');
  const hour = (numberOf(parts.hour) % (parts.half ? 12 : 24)) + (isAfternoon ? 12 : 0);
  const clock = `${two(hour)}:${two(minute)}:${two(second)}${fraction ? `.${fraction}` : ''}`;
  const sinceMidnight = ((hour * 60 + minute) * 60 + second) * 1000 + secondsOf(fraction) * 1000;
  const precision = fraction.length;
  // Written out: engines are slow to add to a copy.
  if (!date) {
    const { text, known: hasZone } = zoneOf(parts.zone, undefined);
    return { precision, start, end, text: clock + text, milliseconds: sinceMidnight, hasDate: false, hasZone };
  }
  const { year, month, day } = date;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const local = dayStart(year ?? 1970, month, day) + sinceMidnight;
  const zone = zoneOf(parts.zone, year === undefined ? undefined : local);
  return {
    precision,
    start,
    end,
    text: `${year ?? '-'}-${two(month)}-${two(day)}T${clock}${zone.text}`,
    milliseconds: local - zone.milliseconds,
    hasDate: year !== undefined,
    hasZone: zone.known,
    ...(date.guessedOrder && { guessedOrder: date.guessedOrder }),
  };
}

/** Devices that do not know the time write 1970, 1980 or 1999 (POSIX has two digits from 69 on in the last century). */
const century = (shortYear: string): string => (Number(shortYear) < 69 ? '20' : '19');

interface DateParts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly guessedOrder?: GuessedOrder | undefined;
}

function dateOf(parts: Parts): DateParts | undefined {
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
  const separator = parts.separator ?? '';
  const isDayFirst = first > 12 || (second <= 12 && separator !== '/');
  const isGuessed = first <= 12 && second <= 12 && first !== second;
  return {
    year: known,
    month: isDayFirst ? second : first,
    day: isDayFirst ? first : second,
    guessedOrder: isGuessed ? { separator, isDayFirst } : undefined,
  };
}

const fractionOf = ({ fraction, behindHalf, padded, microseconds, wholeNanoseconds }: Parts): string =>
  fraction ??
  behindHalf ??
  padded?.replaceAll(' ', '0') ??
  microseconds?.padStart(6, '0') ??
  wholeNanoseconds?.padStart(9, '0') ??
  '';

/** The Julian day on which 1970 began, at midnight. */
const JULIAN_DAY_OF_1970 = 2440587.5;

/** So many seconds are lost in the digits of a day. */
const LOST_IN_DIGITS = 0.01;

/**
 * Whole seconds since 1970. Kamailio stores whole seconds less a half, for its `db_sqlite` rounds what it reads; what
 * stands beside holds their fraction.
 */
function julianSeconds(day: number): number {
  const seconds = (day - JULIAN_DAY_OF_1970) * 86_400;
  const isHalf = Math.abs(seconds - Math.floor(seconds) - 0.5) < LOST_IN_DIGITS;
  return isHalf ? Math.ceil(seconds) : Math.floor(seconds + LOST_IN_DIGITS);
}

/** How many seconds the programs that write TAI64N are ahead of Universal Time (libtai: `tai_now`). */
const AHEAD = 10;

/** Seconds since 1970 above 2^62 and nanoseconds, both in hexadecimal digits (TAI64N). */
const taiTime = (tai: string, nanoseconds = '0', start: number, end: number): LogTime =>
  epochTime(
    Number.parseInt(tai.slice(8), 16) - AHEAD,
    String(Number.parseInt(nanoseconds, 16)).padStart(9, '0'),
    start,
    end,
  );

function epochTime(seconds: number, fraction: string, start: number, end: number): LogTime {
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

const NO_ZONE = { text: '', milliseconds: 0, known: false };
const UTC = { text: 'Z', milliseconds: 0, known: true };

function zoneOf(zone: string | undefined, local: number | undefined): typeof NO_ZONE {
  if (zone === undefined) return NO_ZONE;
  if (zone === 'Z') return UTC;
  const named = zoneNamed(zone, local);
  return named ? { ...named, known: true } : NO_ZONE;
}

/** The number that digits stand for, which is 0 where they are none: an engine takes longer for any text. */
function numberOf(digits = ''): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) value = value * 10 + digits.charCodeAt(i) - 48;
  return value;
}

/** A fraction of a second; up to nine digits give the number that a literal would. */
const secondsOf = (fraction: string): number => numberOf(fraction) / 10 ** fraction.length;

/** A time of a day that is known to be one of Universal Time. */
export const inUtc = (time: LogTime): LogTime => ({ ...time, text: `${time.text}Z`, hasZone: true });

/** A day that says no zone, or no year either, with what another part of its record says of both. */
export function inZoneAndYear(time: LogTime, zone: Zone, year: number): LogTime {
  const local = time.hasDate ? time : inYear(time, year);
  const milliseconds = local.milliseconds - zone.milliseconds;
  return { ...local, text: `${local.text}${zone.text}`, milliseconds, hasZone: true };
}

/** A day without its year, `--11-22T18:48:06`, in a year. */
export function inYear(time: LogTime, year: number): LogTime {
  const [, month, day] = /^--(\d\d)-(\d\d)/.exec(time.text) ?? [];
  const since1970 = (of: number) => Date.UTC(of, Number(month) - 1, Number(day));
  const milliseconds = time.milliseconds + since1970(year) - since1970(1970);
  return { ...time, text: `${year}${time.text.slice(1)}`, milliseconds, hasDate: true };
}

/** A whole second with a fraction; `clock` is how its text says it. */
export const addFraction = (time: LogTime, clock: string, fraction: string): LogTime => ({
  ...time,
  text: time.text.replace(clock, `${clock}.${fraction}`),
  milliseconds: time.milliseconds + secondsOf(fraction) * 1000,
  precision: fraction.length,
});

/** The day that was asked for last: the lines of a log are mostly of the same one. */
let lastDay = { year: 1970, month: 1, day: 1, milliseconds: 0 };

/** Milliseconds from 1970 to the beginning of a day. */
function dayStart(year: number, month: number, day: number): number {
  if (lastDay.year !== year || lastDay.month !== month || lastDay.day !== day)
    lastDay = { year, month, day, milliseconds: Date.UTC(year, month - 1, day) };
  return lastDay.milliseconds;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
