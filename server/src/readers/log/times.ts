import { digitBlind } from './digit-blind.ts';

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

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
/** Three digits or more behind a colon are a fraction; two are one more unit, and then this is no clock. */
const CLOCK =
  '(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)(?:(?:[.,]|:(?=\\d{3}))(?<fraction>\\d{1,9}))?(?![:_]?\\d)';
const TIGHT_CLOCK =
  '(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9}))?(?!\\d)';
/** Behind a full date the parts of a clock may be parted by dots as well. */
const DOTTED_CLOCK =
  '(?<hour>[01]\\d|2[0-3])\\.(?<minute>[0-5]\\d)\\.(?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9}))?(?![.\\d])';
const HALF = '(?<half> ?[AaPp]\\.?[Mm]\\b\\.?)?';
const ZONE = '(?: ?(?<zone>Z(?!\\w)|(?:UTC|GMT)(?:[+-]\\d\\d:?\\d\\d)?(?!\\w)|[+-]\\d\\d:?\\d\\d(?!\\w|:\\d)))?';
const START = '(?<![\\d.]|\\d[:_])';

/** The middle of a MAC address is no clock. */
const NO_MAC = '(?<!:[0-9a-f]{2}:)';

/**
 * How logs write times, the fullest first: the first that fits wins where two begin at the same place. One row a
 * way; every pattern is linear.
 */
const patterns: readonly RegExp[] = [
  // 2026-11-22T18:48:06.884394+00:00, 2026/11/22 18:48:06, [2026-11-22 18:48:06,884], 2026-Nov-22 18:48:06
  `${START}(?<year>(?:19|20)\\d\\d)[-/.](?:(?<monthNumber>0?[1-9]|1[0-2])|${MONTH})[-/.](?<day>[0-3]?\\d)[T ,;_/\\t-]{1,3}${CLOCK}${HALF}${ZONE}`,
  // 2026 Nov 22  18:48:06.884
  `${START}(?<year>20\\d\\d) ${MONTH} {1,2}(?<day>[0-3]?\\d) {1,2}${CLOCK}${ZONE}`,
  // [2026-11-22 18.48.06.884394], [22-11-2026:18.48.06.884394]
  `${START}(?<year>20\\d\\d)[-/.](?<monthNumber>0[1-9]|1[0-2])[-/.](?<day>[0-3]\\d)[T :_-]${DOTTED_CLOCK}`,
  `${START}(?<first>[0-3]\\d)(?<separator>[-/.])(?<second2>[0-3]\\d)[-/.](?<year>20\\d\\d)[T :_-]${DOTTED_CLOCK}`,
  // 20261122 18:48:06, 20261122T184806
  `${START}(?<year>20\\d\\d)(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)[T ,_-]{1,2}${CLOCK}${ZONE}`,
  `${START}(?<year>20\\d\\d)(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)[T _-]${TIGHT_CLOCK}${ZONE}`,
  // 20261122184806.123456
  `(?<![\\w.:@-])(?<year>20\\d\\d)(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)${TIGHT_CLOCK}(?![\\w@-])`,
  // 11222026 184806.123456
  `${START}(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)(?<year>20\\d\\d) ${TIGHT_CLOCK}`,
  // 22/Nov/2026:18:48:06 +0000, 22-Nov-2026 18:48:06, 22 Nov 2026 18:48:06
  `${START}(?<day>[0-3]?\\d)[-/ ]${MONTH}[-/ ](?<year>(?:19|20)\\d\\d)[: T,]{1,2}${CLOCK}${HALF}${ZONE}`,
  // Sun Nov 22 18:48:06 CET 2026
  `\\b${MONTH} {1,2}(?<day>[0-3]?\\d) ${CLOCK}${HALF} (?:(?<zone>UTC|GMT)|[A-Z]{3,5}) (?<lateYear>20\\d\\d)(?!\\d)`,
  // Sun Nov 22 18:48:06.123 2026, November 22, 2026 18:48:06, Nov 22, 2026 @ 18:48:06, *Mar  1 00:01:02.123: (no year)
  `\\b${MONTH} {1,2}(?<day>[0-3]?\\d),?(?: (?<year>(?:19|20)\\d\\d))?,? (?:@ )?${CLOCK}${HALF}(?: (?<lateYear>20\\d\\d)(?!\\d))?${ZONE}`,
  // 22 Nov 18:48:06.123
  `${START}(?<day>[0-3]?\\d) ${MONTH} ${CLOCK}${ZONE}`,
  // 11/22/2026 18:48:06 and 22.11.2026 18:48:06: which is the month is told by the numbers, or else by the separator
  `${START}(?<first>[0-3]?\\d)(?<separator>[-/.])(?<second2>[0-3]?\\d)[-/.](?<year>(?:19|20)\\d\\d)[ T,|-]{1,2}${CLOCK}${HALF}${ZONE}`,
  `${START}(?<first>[0-3]?\\d)(?<separator>[/.])(?<second2>[0-3]?\\d)[/.](?<shortYear>[2-9]\\d)[ T,|-]{1,2}${CLOCK}${HALF}${ZONE}`,
  // 22-11@18:48:06.123
  `${START}(?<day>[0-3]\\d)-(?<monthNumber>0[1-9]|1[0-2])@${CLOCK}`,
  // 11-22 18:48:06.123
  `${START}(?<monthNumber>0[1-9]|1[0-2])-(?<day>[0-3]\\d) ${CLOCK}${ZONE}`,
  // 1122184806.123|
  `(?<![\\w.:])(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)${TIGHT_CLOCK}(?=\\|)`,
  // 1795375768.071087
  `(?<![\\w.@-])(?<!\\d:)(?<epoch>1[5-9]\\d{8})\\.(?<fraction>\\d{1,9})(?![\\w.])`,
  // "ts":1795375768071, in micro- and nanoseconds as well
  `(?<![\\w.@-])(?<!\\d:)(?<epoch>1[5-9]\\d{8})(?<fraction>\\d{3}|\\d{6}|\\d{9})(?![\\w.])`,
  // "time":1295375768071: a number may be older where it is said what it is
  `(?=1\\d{12})(?<=(?:time|ts|epoch|date|stamp|created)["']?\\s?[:=]\\s?["']?)(?<epoch>1\\d{9})(?<fraction>\\d{3}|\\d{6}|\\d{9})(?![\\w.])`,
  // "ts":1795375768, "timeSeconds":1795375768,"timeUseconds":71087
  `(?=1\\d{9})(?<=(?:time|tss?|sec|seconds|epoch|date|stamp)["']?\\s?[:=]\\s?["']?|\\bat )(?<epoch>1\\d{9})(?![\\w.])(?:["',\\s]{1,4}\\w{0,12}(?:usec|useconds|micro|tsu)\\w{0,10}["']?\\s?[:=]\\s?["']?(?<microseconds>\\d{1,6})(?!\\d))?`,
  // 18:48:06.884394, 18:48:06.123 Sun 22 Nov 2026
  `${START}${NO_MAC}${CLOCK}(?!:[0-9a-f]{2}:)${HALF}${ZONE}(?:,? (?:[A-Z][a-z]{2},? )?(?<day>[0-3]?\\d)[-/ ]${MONTH}[-/ ](?<year>(?:19|20)\\d\\d)(?!\\d))?`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** What every time holds: a clock, or digits enough for one. */
const SIGN = /\d:\d\d:\d\d|\d{6}|\d\d[T :_-]\d\d\.\d\d\.\d\d/;

/** The same pattern for any digits where it asks for certain ones: what it does not fit, the pattern does not. */
export const forAnyDigits = ({ source }: RegExp): RegExp =>
  new RegExp(
    source.replace(/\{[\d,]+\}|\(\?<\w+>|\[[^\]]*\]|\d/g, (part) => (/^(?:\d|\[[\d-]+\])$/.test(part) ? '\\d' : part)),
    'gi',
  );

const rows = patterns.map((pattern) => ({
  pattern,
  anyDigits: forAnyDigits(pattern),
  here: new RegExp(pattern.source, 'iy'),
}));

/** What the places of its digits tell of the times in a text. */
interface LikelyTimes {
  /** The patterns that may fit, the fullest first. */
  readonly patterns: readonly RegExp[];
  /** The only time that can be the last one, if it is one at all: nothing fits behind it. */
  readonly last: LikelyTime | undefined;
}

interface LikelyTime {
  readonly here: RegExp;
  readonly start: number;
  readonly end: number;
  /** Whether nothing fits before it, so that no other time can say its day or its year. */
  readonly isOnly: boolean;
}

const likelyTimes = digitBlind((text): LikelyTimes => {
  if (!SIGN.test(text)) return { patterns: [], last: undefined };
  const likely = rows.filter(({ anyDigits }) => matchFrom(anyDigits, text, 0));
  return { patterns: likely.map(({ pattern }) => pattern), last: lastOf(text, likely) };
});

function lastOf(text: string, [fullest, ...others]: typeof rows): LikelyTime | undefined {
  const match = fullest && matchFrom(fullest.anyDigits, text, 0);
  if (!match) return undefined;
  const start = match.index;
  const end = start + match[0].length;
  const more = [fullest, ...others].some(({ anyDigits }) => matchFrom(anyDigits, text, end));
  const isOnly = others.every(({ anyDigits }) => matchFrom(anyDigits, text, 0)!.index >= start);
  return more ? undefined : { here: fullest.here, start, end, isOnly };
}

function matchFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The time where the text can have none but this one; undefined where it may have another one. */
function likelyTime(text: string, { here, start, end, isOnly }: LikelyTime): LogTime | undefined {
  const match = matchFrom(here, text, start);
  if (match?.[0].length !== end - start) return undefined;
  const time = timeOf(match.groups ?? {}, start, end);
  return time && (isOnly || time.hasDate) ? time : undefined;
}

/**
 * The time in a text that stands last: of several, the one next to the message is the one of the record. A clock alone
 * counts where no date is.
 */
export function lastTimeIn(text: string): LogTime | undefined {
  const { patterns: fitting, last } = likelyTimes(text);
  const likely = last && likelyTime(text, last);
  return likely ? withFraction(likely, text) : lastTimeOf(text, fitting);
}

/** The same, looked for with every pattern of a list. */
export function lastTimeOf(text: string, fitting: readonly RegExp[] = patterns): LogTime | undefined {
  let best: LogTime | undefined;
  let dated: LogTime | undefined;
  for (const pattern of fitting) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      // A clock within a fuller time is part of it.
      if (best && start < best.end && end > best.start) continue;
      const time = timeOf(match.groups ?? {}, start, end);
      if (time?.hasDate) dated = time;
      if (!time || (best && !isBetter(time, best))) continue;
      best = time;
    }
  }
  return best && withFraction(dated ? withYear(best, dated) : best, text);
}

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
  const fraction = again < 0 ? undefined : /^[.,](\d{1,9})(?!\d)/.exec(text.slice(again + 8, again + 20))?.[1];
  if (fraction === undefined) return time;
  return {
    ...time,
    text: time.text.replace(clock, `${clock}.${fraction}`),
    milliseconds: time.milliseconds + Number(`0.${fraction}`) * 1000,
    precision: fraction.length,
  };
}

/** The time in a text that stands first, and its fullest reading. */
export function firstTimeIn(text: string): LogTime | undefined {
  let best: LogTime | undefined;
  for (const pattern of likelyTimes(text).patterns) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    if (!match || (best && match.index >= best.start)) continue;
    best = timeOf(match.groups ?? {}, match.index, match.index + match[0].length) ?? best;
  }
  return best;
}

/** Whether a time says its day, with a year or without. */
export const saysDay = (time: LogTime): boolean => time.hasDate || time.text.startsWith('--');

const isBetter = (time: LogTime, best: LogTime): boolean =>
  saysDay(time) === saysDay(best) ? time.start > best.start : saysDay(time);

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

function timeOf(groups: Readonly<Record<string, string | undefined>>, start: number, end: number): LogTime | undefined {
  if (groups['epoch']) return epochTime(groups['epoch'], groups, start, end);
  const date = dateOf(groups);
  const fraction = groups['fraction'] ?? '';
  const half = groups['half']?.trim().slice(0, 1).toUpperCase();
  const hour = (Number(groups['hour']) % (half ? 12 : 24)) + (half === 'P' ? 12 : 0);
  const clock = `${two(hour)}:${groups['minute']}:${groups['second']}${fraction ? `.${fraction}` : ''}`;
  const zone = zoneOf(groups['zone']);
  const sinceMidnight =
    ((hour * 60 + Number(groups['minute'])) * 60 + Number(groups['second'])) * 1000 +
    Number(`0.${fraction || 0}`) * 1000;
  const base = { precision: fraction.length, start, end };
  if (!date)
    return { ...base, text: clock + zone.text, milliseconds: sinceMidnight, hasDate: false, hasZone: zone.known };
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return undefined;
  const day = `${two(date.month)}-${two(date.day)}`;
  return {
    ...base,
    text: `${date.year === undefined ? `--${day}` : `${date.year}-${day}`}T${clock}${zone.text}`,
    milliseconds: Date.UTC(date.year ?? 1970, date.month - 1, date.day) + sinceMidnight - zone.milliseconds,
    hasDate: date.year !== undefined,
    hasZone: zone.known,
  };
}

function dateOf(
  groups: Readonly<Record<string, string | undefined>>,
): { year: number | undefined; month: number; day: number } | undefined {
  const year = groups['year'] ?? groups['lateYear'] ?? (groups['shortYear'] && `20${groups['shortYear']}`);
  const known = year === undefined ? undefined : Number(year);
  if (groups['month'])
    return {
      year: known,
      month: MONTHS.indexOf(groups['month'].slice(0, 3).toLowerCase()) + 1,
      day: Number(groups['day']),
    };
  if (groups['monthNumber']) return { year: known, month: Number(groups['monthNumber']), day: Number(groups['day']) };
  if (groups['first'] === undefined || groups['second2'] === undefined) return undefined;
  const [first, second] = [Number(groups['first']), Number(groups['second2'])];
  const dayFirst = first > 12 || (second <= 12 && groups['separator'] !== '/');
  return { year: known, month: dayFirst ? second : first, day: dayFirst ? first : second };
}

function epochTime(
  epoch: string,
  groups: Readonly<Record<string, string | undefined>>,
  start: number,
  end: number,
): LogTime {
  const fraction = groups['fraction'] ?? groups['microseconds']?.padStart(6, '0') ?? '';
  const seconds = Number(epoch);
  return {
    text: `${new Date(seconds * 1000).toISOString().slice(0, 19)}${fraction ? `.${fraction}` : ''}Z`,
    milliseconds: seconds * 1000 + Number(`0.${fraction || 0}`) * 1000,
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
  const minutes = Number(offset.slice(-2));
  const sign = offset.startsWith('-') ? -1 : 1;
  return {
    text: `${offset.slice(0, 3)}:${offset.slice(-2)}`,
    milliseconds: sign * (hours * 60 + minutes) * 60_000,
    known: true,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
