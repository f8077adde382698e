import { inZoneAndYear, type LogTime } from './log-time.ts';
import { ABBREVIATION, NAMED_ZONE, zoneNamed } from './zones.ts';

/**
 * A field right behind a day and its time that holds their zone, as PHP prints such objects:
 * `date: 2026-11-22 18:48:06.884394, timezone_type: 3, timezone: Europe/Istanbul`.
 */
const ZONE_FIELD = new RegExp(
  `["']?\\s{0,3}(?:[,;|]\\s{0,16}|\\s{1,16})(?:["'[]{0,2}timezone_type["'\\]]{0,2} ?[:=]>? ?\\d\\s{0,3},?\\s{0,16})?` +
    `["'[]{0,2}(?:time_?zone|tz|zone|utc_?offset|(?:saat_?)?dilimi|zeitzone)["'\\]]{0,2} ?[:=]>? ?["']?` +
    `([+-]\\d\\d:?\\d\\d|UTC|GMT|Z|${ABBREVIATION}|${NAMED_ZONE})(?![\\w/:])`,
  'y',
);

/** A time without its zone as such a field says it. */
export function withZoneField(time: LogTime, text: string): LogTime {
  if (time.hasZone || !time.hasDate) return time;
  ZONE_FIELD.lastIndex = time.end;
  const written = ZONE_FIELD.exec(text)?.[1];
  const zone = written === undefined ? undefined : zoneNamed(written, time.milliseconds);
  return zone ? inZoneAndYear(time, zone, 0) : time;
}
