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
const MONTH = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const CLOCK =
  '(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)(?:[.,:](?<fraction>\\d{1,9})(?!\\d))?';
const ZONE = '(?: ?(?<zone>Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)(?![\\w:]))?';
const START = '(?<![\\d.:])';

/**
 * How logs write times, the fullest first: the first that fits wins where two begin at the same place. One row a
 * way; every pattern is linear.
 */
const patterns: readonly RegExp[] = [
  // 2026-11-22T18:48:06.884394+00:00, 2026/11/22 18:48:06, [2026-11-22 18:48:06,884]
  `${START}(?<year>(?:19|20)\\d\\d)[-/.](?<monthNumber>0?[1-9]|1[0-2])[-/.](?<day>[0-3]?\\d)[T ,;_\\t-]{1,3}${CLOCK}${ZONE}`,
  // 20261122 18:48:06, 20261122T184806
  `${START}(?<year>20\\d\\d)(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)[T ,_-]{1,2}${CLOCK}${ZONE}`,
  // 22/Nov/2026:18:48:06 +0000, 22-Nov-2026 18:48:06, 22 Nov 2026 18:48:06
  `${START}(?<day>[0-3]?\\d)[-/ ]${MONTH}[-/ ](?<year>(?:19|20)\\d\\d)[: T,]{1,2}${CLOCK}${ZONE}`,
  // Sun Nov 22 18:48:06.123 2026, Nov 22 2026 18:48:06, *Mar  1 00:01:02.123: (no year)
  `\\b${MONTH} {1,2}(?<day>[0-3]?\\d),?(?: (?<year>(?:19|20)\\d\\d))?,? ${CLOCK}(?: (?<lateYear>20\\d\\d)(?!\\d))?${ZONE}`,
  // 11/22/2026 18:48:06 and 22.11.2026 18:48:06: which is the month is told by the numbers, or else by the separator
  `${START}(?<first>[0-3]?\\d)(?<separator>[-/.])(?<second2>[0-3]?\\d)[-/.](?<year>(?:19|20)\\d\\d)[ T,]{1,2}${CLOCK}(?<half> ?[AP]M)?${ZONE}`,
  // 11-22 18:48:06.123
  `${START}(?<monthNumber>0[1-9]|1[0-2])-(?<day>[0-3]\\d) ${CLOCK}${ZONE}`,
  // 1795375768.071087
  `(?<![\\w.@-])(?<!\\d:)(?<epoch>1[5-9]\\d{8})\\.(?<fraction>\\d{1,9})(?![\\w.])`,
  // "ts":1795375768071
  `(?<![\\w.@-])(?<!\\d:)(?<epochMilliseconds>1[5-9]\\d{11})(?![\\w.])`,
  // 18:48:06.884394
  `${START}${CLOCK}${ZONE}`,
].map((pattern) => new RegExp(pattern, 'g'));

/** What every time holds: a clock, or the seconds of an epoch. */
const SIGN = /\d:\d\d:\d\d|1[5-9]\d{8}/;

/** The time in a text that stands last: of several, the one next to the message is the one of the record. */
export function lastTimeIn(text: string): LogTime | undefined {
  if (!SIGN.test(text)) return undefined;
  let best: LogTime | undefined;
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      // A clock within a fuller time is part of it.
      if (best && start < best.end && end > best.start) continue;
      if (best && start < best.start) continue;
      best = timeOf(match.groups ?? {}, start, end) ?? best;
    }
  }
  return best;
}

function timeOf(groups: Readonly<Record<string, string | undefined>>, start: number, end: number): LogTime | undefined {
  if (groups['epoch'] || groups['epochMilliseconds']) return epochTime(groups, start, end);
  const date = dateOf(groups);
  const fraction = groups['fraction'] ?? '';
  const half = groups['half']?.trim();
  const hour = (Number(groups['hour']) % (half ? 12 : 24)) + (half === 'PM' ? 12 : 0);
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
  const year = groups['year'] ?? groups['lateYear'];
  const known = year === undefined ? undefined : Number(year);
  if (groups['month'])
    return { year: known, month: MONTHS.indexOf(groups['month'].toLowerCase()) + 1, day: Number(groups['day']) };
  if (groups['monthNumber']) return { year: known, month: Number(groups['monthNumber']), day: Number(groups['day']) };
  if (groups['first'] === undefined || groups['second2'] === undefined) return undefined;
  const [first, second] = [Number(groups['first']), Number(groups['second2'])];
  const dayFirst = first > 12 || (second <= 12 && groups['separator'] === '.');
  return { year: known, month: dayFirst ? second : first, day: dayFirst ? first : second };
}

function epochTime(groups: Readonly<Record<string, string | undefined>>, start: number, end: number): LogTime {
  const fraction = groups['fraction'] ?? (groups['epochMilliseconds'] ?? '').slice(10);
  const seconds = Number(groups['epoch'] ?? (groups['epochMilliseconds'] ?? '').slice(0, 10));
  return {
    text: `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction}Z`,
    milliseconds: seconds * 1000 + Number(`0.${fraction}`) * 1000,
    precision: fraction.length,
    hasDate: true,
    hasZone: true,
    start,
    end,
  };
}

function zoneOf(zone: string | undefined): { text: string; milliseconds: number; known: boolean } {
  if (zone === undefined) return { text: '', milliseconds: 0, known: false };
  if (/^[ZUG]/.test(zone)) return { text: 'Z', milliseconds: 0, known: true };
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  const sign = zone.startsWith('-') ? -1 : 1;
  return {
    text: `${zone.slice(0, 3)}:${zone.slice(-2)}`,
    milliseconds: sign * (hours * 60 + minutes) * 60_000,
    known: true,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
