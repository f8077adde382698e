import { MONTH } from './months.ts';
import { ABBREVIATION, NAMED_ZONE } from './zones.ts';

/** How logs write times. */

/**
 * Three digits or more behind a colon are a fraction; two are one more unit, and then this is no clock. An address in
 * the next column is no fraction either: `18:48:06,192.0.2.1`. Milliseconds may have blanks before them: `18:48:06. 11 :`.
 */
const CLOCK =
  '(?<hour>[1-9]|[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)(?:(?:[.,](?!\\d{1,3}\\.\\d{1,3}\\.\\d)|:(?=\\d{3}))(?<fraction>\\d{1,9})|(?:\\.(?= [ \\d]\\d [:|\\]])| (?=\\d{3}-{3}))(?<padded> {2}\\d| \\d\\d|\\d{3}))?(?![:_]?\\d)';
const TIGHT_CLOCK =
  '(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9}))?(?!\\d)';
/** Behind a full date the parts of a clock may be parted by dots as well. */
const DOTTED_CLOCK =
  '(?<hour>[01]\\d|2[0-3])\\.(?<minute>[0-5]\\d)\\.(?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9}))?(?![.\\d])';
const HALF = '(?:(?<half> ?(?:[AaPp]\\.?[Mm]\\b\\.?|Ö[ÖS](?![\\wÀ-ž])))(?:[,.](?<behindHalf>\\d{3})(?=\\]))?)?';
/** In Universal Time, or so far from it: `GMT`, `(UTC)`, `UTC+3`, `GMT +05:30`. Some zones have no name but `+03`. */
const FROM_UTC = '(?:UTC|GMT)(?: ?[+-]\\d{1,2}(?::?\\d\\d)?)?';
const ZONE = `(?: ?(?<zone>Z(?!\\w)|\\(${FROM_UTC}\\)|${FROM_UTC}(?!\\w| ?[+-]\\d)|[+-]\\d\\d:?\\d\\d(?!\\w|:\\d)|(?<! )[+-]\\d\\d(?![\\w:.,-])|[+-][01]\\d(?=\\s*$| ?[[|(<]| {1,2}[A-Z])|(?:${ABBREVIATION})(?![\\w/.-])|${NAMED_ZONE}(?![\\w/])))?`;
/** Letters that `\b` does not know begin names of months, too. */
const NO_LETTER = '(?<![\\wÀ-ž])';
/** Nor is when something ends the time at which a program writes. */
const NO_END =
  '(?:expires?|expiry|until|notafter|built|compiled|released)(?: at| on)?["\']?[ :=]{1,3}["\']?(?:[\\d/.-]{1,10}[T ]?)?';
const START = `(?<![\\d.]|\\d[:_]|${NO_END})`;
/** Before a whole day the number of a line may stand, as `grep -n` puts it: `12:2026-11-22 18:48:06`. */
const DAY_START = `(?<![\\d.]|\\d_|${NO_END})`;
/** The same before seconds since 1970, or the name of a file before it: `trace.log:12:1795375768.071`. */
const LINE_NUMBER = '(?<=^(?:[^\\s:]{1,120}[:-])?\\d{1,7}[:-])';
const EPOCH_START = `(?=1[5-9]\\d{8})(?:(?<![\\w.@-])(?<!\\d:)|${LINE_NUMBER})`;

/** The middle of a MAC address is no clock. */
const NO_MAC = '(?<!:[0-9a-f]{2}:)';
/** How long something lasts is no time of day. */
const NO_DURATION =
  '(?<!(?:uptime|elapsed|lasted|took|after|duration|dur|durée|durata|duración|dauer|timer|timeout|expires|age|süre|süresi)["\']?[ :=]{1,3}["\']?)';
/** How long a system has run is no time of day, whatever its field is called: `"__MONOTONIC_TIMESTAMP" : "1484972326"`. */
const NO_UPTIME = '(?<!(?:monotonic|uptime)(?:_?time(?:stamp)?)?["\']?\\s?[:=]>?\\s?["\']?)';
/** The name of a field in any language, whose value is a clock: `time=`, `"saat": "`, `ora=`; not how long something took. */
const CLOCK_FIELD = `[^\\s\\d"'=:,;|<>]{2,24}["']?\\s{0,3}[:=]\\s?["']?${NO_DURATION}`;
/** A day and its time in two fields: `date=2026-11-22 time=18:48:06`. */
const TIME_FIELD = `["']?[\\s,;|]{1,3}["']?${CLOCK_FIELD}`;
/** In two cells of a table, each perhaps in quotes: `"22.11.2026";"18:48:06"`. */
const NEXT_CELL = '["\']? {0,3}[;,|\\t] {0,3}["\']?';
/** The field of a day behind that of its time: `time=18:48:06 date=2026-11-22`. */
const DATE_FIELD =
  '["\']?[ ,;|\\t]{1,3}["\']?(?:date|day|tarih|gün|datum|data|fecha|dato|дата|日付|日期)["\']?\\s?[:=]\\s?["\']?';
/** A day and its time in brackets of their own: `[2026-11-22] [18:48:06]`. */
const NEXT_TAG = '\\] ?\\[';
/** What stands between a day and its time in a sentence: `2026-11-22 um 18:48:06`, `22.11.2026 saat 18:48:06`. */
const AT = ',? (?:at|um|saat|om|kl\\.?|klo|klokken|à|às|a las|a la|alle(?: ore)?|ore|o|v|в|о|la|pukul|lúc) ';
/** The day of the week may stand between a day and its time. */
const WEEKDAY = '(?: [^\\s\\d:,]{3,10},?)?';

/**
 * How logs write times, the fullest first: the first that fits wins where two begin at the same place. One row a
 * way; every pattern is linear.
 */
const patterns: readonly RegExp[] = [
  // 2026-11-22T18:48:06.884394+00:00, 2026/11/22 18:48:06, [2026-11-22 18:48:06,884], 2026-Nov-22 18:48:06
  `${DAY_START}(?<year>(?:19|20)\\d\\d)[-/.](?:(?<monthNumber>0?[1-9]|1[0-2])|${MONTH})[-/.](?<day>[0-3]?\\d)(?:[T ,;_/|\\t-]{1,3}|${NEXT_TAG}|${NEXT_CELL}|${TIME_FIELD}|${AT})${CLOCK}${HALF}${ZONE}`,
  // 2026年11月22日 18:48:06, 2026年11月22日 18时48分06秒
  `${DAY_START}(?<year>20\\d\\d)[年년] ?(?<monthNumber>[01]?\\d)[月월] ?(?<day>[0-3]?\\d)[日일],? ?${CLOCK}${ZONE}`,
  `${DAY_START}(?<year>20\\d\\d)[年년] ?(?<monthNumber>[01]?\\d)[月월] ?(?<day>[0-3]?\\d)[日일],? ?(?<hour>[01]?\\d|2[0-3])[时時시] ?(?<minute>[0-5]?\\d)[分분] ?(?<second>[0-5]?\\d)[秒초]`,
  // datetime.datetime(2026, 11, 22, 18, 48, 6, 884394, tzinfo=datetime.timezone.utc)
  `(?<=(?<!(?:after|until|expir[a-z]{1,3}|valid_to)["']?[=:] ?(?:datetime\\.)?)\\bdatetime\\()(?<year>20\\d\\d), (?<monthNumber>\\d\\d?), (?<day>\\d\\d?), (?<hour>\\d\\d?), (?<minute>\\d\\d?)(?:, (?<second>\\d\\d?)(?:, (?<microseconds>\\d{1,6}))?)?(?:, tzinfo=[\\w.]{0,20}\\b(?<zone>utc))?(?=\\)|, )`,
  // 22 11 2026 18:48:06.884
  `${DAY_START}(?<first>[0-3]\\d)(?<separator> )(?<second2>[01]\\d) (?<year>20\\d\\d) ${CLOCK}${ZONE}`,
  // 2026 Nov 22  18:48:06.884
  `${DAY_START}(?<year>20\\d\\d) ${MONTH} {1,2}(?<day>[0-3]?\\d) {1,2}${CLOCK}${ZONE}`,
  // [2026-11-22 18.48.06.884394], [22-11-2026:18.48.06.884394]
  `${DAY_START}(?<year>20\\d\\d)[-/.](?<monthNumber>0[1-9]|1[0-2])[-/.](?<day>[0-3]\\d)[T :_-]${DOTTED_CLOCK}`,
  `${DAY_START}(?<first>[0-3]\\d)(?<separator>[-/.])(?<second2>[0-3]\\d)[-/.](?<year>20\\d\\d)[T :_-]${DOTTED_CLOCK}`,
  // 2026-11-22_18-48-06
  `${DAY_START}(?<year>20\\d\\d)-(?<monthNumber>0[1-9]|1[0-2])-(?<day>[0-3]\\d)[T _](?<hour>[01]\\d|2[0-3])-(?<minute>[0-5]\\d)-(?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9}))?(?![\\w.-])`,
  // 20261122 18:48:06, 20261122T184806
  `${DAY_START}(?<year>20\\d\\d)(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)[T ,_-]{1,2}${CLOCK}${ZONE}`,
  `${DAY_START}(?<year>20\\d\\d)(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)[T _-]${TIGHT_CLOCK}${ZONE}`,
  // 20261122184806.123456, 20261122184806.123Z
  `(?<![\\w.:@-])(?<year>20\\d\\d)(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)${TIGHT_CLOCK}${ZONE}(?<![+-]\\d{4}(?=\\.))(?![\\w@-])`,
  // 11222026 184806.123456
  `${DAY_START}(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)(?<year>20\\d\\d) ${TIGHT_CLOCK}`,
  // 22/Nov/2026:18:48:06 +0000, 22-Nov-2026 18:48:06, 22 Nov 2026 18:48:06, 22 Kasım 2026 Pazar 18:48:06
  `${DAY_START}(?<day>[0-3]?\\d)[-/ ]${MONTH}[-/ ](?<year>(?:19|20)\\d\\d)${WEEKDAY}(?:[: T,]{1,2}|${AT})${CLOCK}${HALF}${ZONE}`,
  // Sun Nov 22 18:48:06 CET 2026, Sun Nov 22 18:48:06 +03 2026
  `${NO_LETTER}${MONTH} {1,2}(?<day>[0-3]?\\d) ${CLOCK}${HALF} (?<zone>[A-Z]{3,5}|[+-]\\d\\d) (?<lateYear>20\\d\\d)(?!\\d)`,
  // Sun Nov 22 18:48:06.123 2026, November 22, 2026 18:48:06, Nov 22, 2026 @ 18:48:06, *Mar  1 00:01:02.123: (no year)
  `${NO_LETTER}${MONTH} {1,2}(?<day>[0-3]?\\d),?(?: (?<year>(?:19|20)\\d\\d))?(?:,? (?:@ )?|${AT})${CLOCK}${HALF}(?: (?<lateYear>20\\d\\d)(?!\\d))?${ZONE}`,
  // 22-Nov-26 18:48:06.123
  `${START}(?<day>[0-3]?\\d)-${MONTH}-(?<shortYear>\\d\\d)[ T,]{1,2}${CLOCK}${HALF}${ZONE}`,
  // 22 Nov 18:48:06.123
  `${START}(?<day>[0-3]?\\d) ${MONTH} ${CLOCK}${ZONE}`,
  // 11/22/2026 18:48:06 and 22.11.2026 18:48:06: which is the month is told by the numbers, or else by the separator
  `${DAY_START}(?<first>[0-3]?\\d)(?<separator>[-/.])(?<second2>[0-3]?\\d)[-/.](?<year>(?:19|20)\\d\\d)(?:[ T,|-]{1,3}|${NEXT_TAG}|${NEXT_CELL}|${TIME_FIELD}|${AT})${CLOCK}${HALF}${ZONE}`,
  `${START}(?<first>[0-3]?\\d)(?<separator>[/.])(?<second2>[0-3]?\\d)[/.](?<shortYear>[2-9]\\d)[ T,|-]{1,2}${CLOCK}${HALF}${ZONE}`,
  // 26/11/07 18:48:06.123: the last two digits are no year of these, so that the first ones are
  `${START}(?<shortYear>[2-6]\\d)[/.](?<monthNumber>0[1-9]|1[0-2])[/.](?<day>[01]\\d)[ T,|-]{1,2}${CLOCK}${ZONE}`,
  // 26-9-7 18:48:06.123 and 7-9-26 18:48:06.123: one digit is no year, and with two of them nothing tells which is
  `(?<![\\w.-])(?<shortYear>[2-9]\\d)-(?<monthNumber>0?[1-9]|1[0-2])-(?<day>[1-9])[ T]{1,2}${CLOCK}${ZONE}`,
  `(?<![\\w.-])(?<first>[1-9])(?<separator>-)(?<second2>[0-3]?\\d)-(?<shortYear>[2-9]\\d)[ T]{1,2}${CLOCK}${ZONE}`,
  // 11/22-18:48:06.123456
  `${START}(?<monthNumber>0[1-9]|1[0-2])/(?<day>[0-3]\\d)-${CLOCK}`,
  // 11/22 18:48:06.123, 22/11 18:48:06.123
  `(?<![\\w./:-])(?<first>[0-3]\\d)(?<separator>/)(?<second2>[0-3]\\d) ${CLOCK}`,
  // 22-11@18:48:06.123
  `${START}(?<day>[0-3]\\d)-(?<monthNumber>0[1-9]|1[0-2])@${CLOCK}`,
  // 11-22 18:48:06.123
  `${START}(?<monthNumber>0[1-9]|1[0-2])-(?<day>[0-3]\\d) ${CLOCK}${ZONE}`,
  // I1122 18:48:06.123456, a level and the day in one word
  `(?<![\\w.:@-])[DEFIW](?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d) ${CLOCK}`,
  // [7073:7073:1122/184806.123456:INFO:CONSOLE:81]: Chromium
  `(?<=[[:])(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)/${TIGHT_CLOCK}(?=:)`,
  // 1122184806.123|
  `(?<![\\w.:])(?<monthNumber>0[1-9]|1[0-2])(?<day>[0-3]\\d)${TIGHT_CLOCK}(?=\\|)`,
  // 1795375768s.71087000ns: nanoseconds, perhaps without the zeros before them
  `${EPOCH_START}(?<epoch>1[5-9]\\d{8})s\\.(?<wholeNanoseconds>\\d{1,9})ns(?![\\w.])`,
  // 1795375768.071087, 1795375768.071087s; older ones with so many digits that they are nothing else
  `${EPOCH_START}(?<epoch>1[5-9]\\d{8})\\.(?<fraction>\\d{1,9})s?(?![\\w.])`,
  // tcpdump -tt behind bytes that end no line
  '(?<epoch>1[5-9]\\d{8})\\.(?<fraction>\\d{6})(?= IP6? \\S+ > )',
  '(?<![\\w.@:/-])(?<epoch>1[2-4]\\d{8})\\.(?<fraction>\\d{6})s?(?![\\w.])',
  // [1795375768] where a line begins
  `(?=1[5-9]\\d{8})(?:(?<=^\\W?)|${LINE_NUMBER})(?<epoch>1[5-9]\\d{8})(?=[\\])\\s|,;]|(?<=^\\W?\\d{10}):)`,
  // 1795375768 TAB 071087, in columns of a table
  '(?<=\\t)(?<epoch>1[5-9]\\d{8})\\t(?<fraction>\\d{6})(?=\\t)',
  // |1795375768| in a cell of its own
  '(?<=[|\\t]\\s{0,3}["\']?)(?<epoch>1[5-9]\\d{8})(?=["\']?\\s{0,3}[|\\t])',
  // "epochSecond":1795375768,"nanoOfSecond":71087000
  `(?=1\\d{9})(?<=epoch_?seconds?["']?\\s?[:=]\\s?["']?)(?<epoch>1\\d{9})["']?(?=[,\\s])[,\\s]{1,24}["']?nano\\w{0,12}["']?\\s?[:=]\\s?["']?(?<wholeNanoseconds>\\d{1,9})(?!\\d)`,
  // time_stamp = 2461367.28340486, 1,2461367.28340486,884394,: days as SQLite counts them, from noon of the day before
  '(?<=(?:time|stamp|date)["\']?\\s?[:=]\\s?["\']?)(?<julian>24[56]\\d{4}\\.\\d{5,12})(?![\\w.])',
  '(?<=[,;|\\t]["\']?)(?<julian>24[56]\\d{4}\\.\\d{8,12})(?=["\']?[,;|\\t])(?:["\']?[,;|\\t]["\']?(?<microseconds>\\d{1,6})(?=["\']?[,;|\\t]))?',
  // @400000006b02f1a22678c334: TAI64N, as daemontools, runit and s6 write it
  '(?<!\\w)@(?<tai>40{7}[0-9a-f]{8})(?<nanoseconds>[0-9a-f]{8})(?!\\w)',
  // "ts":1795375768071, in micro- and nanoseconds as well
  `${EPOCH_START}${NO_UPTIME}(?<epoch>1[5-9]\\d{8})(?<fraction>\\d{3}|\\d{6}|\\d{9})(?![\\w.])`,
  // "time":1295375768071: a number may be older where it is said what it is
  `(?=1\\d{12})${NO_UPTIME}(?<=(?:time|ts|epoch|date|stamp|created)["']?\\s?[:=]>?\\s?["']?)(?<epoch>1\\d{9})(?<fraction>\\d{3}|\\d{6}|\\d{9})(?![\\w.])`,
  // "ts":1795375768, "timeSeconds":1795375768,"timeUseconds":71087
  `(?=1\\d{9})${NO_UPTIME}(?<=(?:time|tss?|sec|seconds|epoch|date|stamp)["']?\\s?[:=]>?\\s?["']?|\\bat )(?<epoch>1\\d{9})(?![\\w.])(?:["',\\s]{1,4}\\w{0,12}(?:usec|useconds|micro|tsu|tmsec|us)\\w{0,10}["']?\\s?[:=]\\s?["']?(?<microseconds>\\d{1,6})(?!\\d))?`,
  // 18:48:06 22/11/2026, Time: 18:48:06 Date: 22.11.2026, time=18:48:06 date=2026-11-22
  `${START}${NO_MAC}${CLOCK}${HALF}${ZONE}(?:[ ,;]{1,2}|${DATE_FIELD})(?<first>[0-3]?\\d)(?<separator>[-/.])(?<second2>[0-3]?\\d)[-/.](?<year>20\\d\\d)(?![\\d.]|[ T]\\d\\d:)`,
  `${START}${NO_MAC}${CLOCK}${HALF}${ZONE}${DATE_FIELD}(?<year>20\\d\\d)[-/.](?<monthNumber>0[1-9]|1[0-2])[-/.](?<day>[0-3]\\d)(?!\\d|[ T]\\d\\d:)`,
  // 18:48:06:884 2026/11/22
  `${START}${NO_MAC}${CLOCK}[ \\t](?<year>20\\d\\d)[-/](?<monthNumber>0[1-9]|1[0-2])[-/](?<day>[0-3]\\d)(?!\\d|[ T]\\d\\d:)`,
  // 18:48:06.884394, 18:48:06.123 Sun 22 Nov 2026
  `${START}${NO_MAC}${NO_DURATION}${CLOCK}(?!:[0-9a-f]{2}:)${HALF}${ZONE}(?:,? (?:[A-Z][a-z]{2},? )?(?<day>[0-3]?\\d)[-/ ]${MONTH}[-/ ](?<year>(?:19|20)\\d\\d)(?!\\d))?`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** The same pattern for any digits where it asks for certain ones: what it does not fit, the pattern does not. */
const forAnyDigits = ({ source }: RegExp): RegExp =>
  new RegExp(
    source.replace(/\{[\d,]+\}|\(\?<\w+>|\[[^\]]*\]|\d/g, (part) => (/^(?:\d|\[[\d-]+\])$/.test(part) ? '\\d' : part)),
    'gi',
  );

const NAMES = [
  ...['year', 'lateYear', 'shortYear', 'month', 'monthNumber', 'day', 'first', 'second2', 'separator'],
  ...[
    'hour',
    'minute',
    'second',
    'fraction',
    'padded',
    'behindHalf',
    'half',
    'zone',
    'epoch',
    'julian',
    'microseconds',
    'wholeNanoseconds',
    'tai',
    'nanoseconds',
  ],
] as const;
type Name = (typeof NAMES)[number];

/** The parts of a time as they are written. */
export type Parts = Readonly<Record<Name, string | undefined>>;
type Indices = Readonly<Record<Name, number>>;

/** Which capture each name has in a pattern, 0 where it has none: engines are slow to look for names that are not there. */
function indicesOf({ source }: RegExp): Indices {
  const names = [...source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
  return Object.fromEntries(NAMES.map((name) => [name, names.indexOf(name) + 1])) as Indices;
}

export function partsOf(match: RegExpExecArray, indices: Indices): Parts {
  const part = (index: number): string | undefined => (index === 0 ? undefined : match[index]);
  return {
    year: part(indices.year),
    lateYear: part(indices.lateYear),
    shortYear: part(indices.shortYear),
    month: part(indices.month),
    monthNumber: part(indices.monthNumber),
    day: part(indices.day),
    first: part(indices.first),
    second2: part(indices.second2),
    separator: part(indices.separator),
    hour: part(indices.hour),
    minute: part(indices.minute),
    second: part(indices.second),
    fraction: part(indices.fraction),
    padded: part(indices.padded),
    behindHalf: part(indices.behindHalf),
    half: part(indices.half),
    zone: part(indices.zone),
    epoch: part(indices.epoch),
    julian: part(indices.julian),
    microseconds: part(indices.microseconds),
    wholeNanoseconds: part(indices.wholeNanoseconds),
    tai: part(indices.tai),
    nanoseconds: part(indices.nanoseconds),
  };
}

export interface Row {
  readonly pattern: RegExp;
  readonly anyDigits: RegExp;
  /** The pattern where it must fit at one place. */
  readonly here: RegExp;
  readonly indices: Indices;
}

export const rows = patterns.map(
  (pattern): Row => ({
    pattern,
    anyDigits: forAnyDigits(pattern),
    here: new RegExp(pattern.source, 'iy'),
    indices: indicesOf(pattern),
  }),
);
