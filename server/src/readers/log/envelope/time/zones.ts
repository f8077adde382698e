/** Which time of a zone is how far from Universal Time. */

/** A zone as it is written: `text` is what ISO 8601 puts behind the clock. */
export interface Zone {
  readonly text: string;
  readonly milliseconds: number;
}

/**
 * Abbreviations that only one zone has, in minutes: `IST` is said in India, Ireland and Israel, `CST` in Chicago,
 * Havana and Shanghai, `EST` in New York and Sydney, `BST` in London and Dhaka.
 */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  TRT: 180,
  HKT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EDT: -240,
  MDT: -360,
  PDT: -420,
};

/** Any of them, as part of a pattern. */
export const ABBREVIATION = Object.keys(ABBREVIATIONS).join('|');

/** How the names of IANA's zones begin, as part of a pattern: `Europe/Istanbul`, `America/Argentina/Buenos_Aires`. */
export const NAMED_ZONE =
  '(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][\\w+-]{1,30}(?:/[A-Z]\\w{1,20})?';

const UTC: Zone = { text: 'Z', milliseconds: 0 };

/** `+03`, `-0330`, `GMT+3`, `UTC +5:45`. */
const OFFSET = /([+-])(\d{1,2}?):?(\d\d)?\)?$/;
const FURTHEST = 14 * 60;

/**
 * The zone that is written behind a clock; undefined where it is none. `local` is the moment as if the clock were that
 * of Universal Time, which a zone with summer time takes; it is not known where the log says no day.
 */
export function zoneNamed(written: string, local: number | undefined): Zone | undefined {
  if (/^[A-Z][a-z]+\//.test(written)) return local === undefined ? undefined : inPlace(written, local);
  const [, sign, hours, minutes = '00'] = OFFSET.exec(written) ?? [];
  if (sign !== undefined) {
    const offset = Number(hours) * 60 + Number(minutes);
    return offset > FURTHEST ? undefined : zoneOf(sign === '-' ? -offset : offset, '+00:00');
  }
  const minutesApart = ABBREVIATIONS[written];
  if (minutesApart !== undefined) return zoneOf(minutesApart);
  return /^(?:z|\(?(?:utc|gmt)\)?)$/i.test(written) ? UTC : undefined;
}

/** `atZero`: how a zone is written that is not apart from Universal Time. */
function zoneOf(minutes: number, atZero = 'Z'): Zone {
  const apart = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = minutes < 0 ? '-' : '+';
  const text = minutes === 0 ? atZero : `${sign}${two(Math.floor(apart / 60))}:${two(apart % 60)}`;
  return { text, milliseconds: minutes * 60_000 };
}

/** The formatters of the zones that were asked for, `null` for a name that no zone has; there are some hundreds. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();
const MOST_FORMATTERS = 64;

function formatterOf(name: string): Intl.DateTimeFormat | null {
  let formatter = formatters.get(name);
  if (formatter === undefined) {
    if (formatters.size >= MOST_FORMATTERS) formatters.clear();
    try {
      formatter = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    } catch {
      formatter = null;
    }
    formatters.set(name, formatter);
  }
  return formatter;
}

/** A zone by its name at a moment: the offset is asked for once more where the first guess is on the other side of a change. */
function inPlace(name: string, local: number): Zone | undefined {
  const formatter = formatterOf(name);
  if (!formatter) return undefined;
  const first = minutesAt(formatter, local);
  return zoneOf(minutesAt(formatter, local - first * 60_000));
}

/** How many minutes before Universal Time a zone is at a moment: the formatter ends with `GMT+03:00`, or with `GMT`. */
function minutesAt(formatter: Intl.DateTimeFormat, moment: number): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(formatter.format(moment)) ?? [];
  const apart = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -apart : apart;
}
