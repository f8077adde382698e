import { addFraction, inZoneAndYear, type LogTime, saysDay } from './log-time.ts';
import { zoneNamed } from './zones.ts';

/** Fractions of a second that stand beside a time of whole seconds. */

/**
 * The field right behind the time that holds its microseconds, as tables of a database keep them:
 * `time_stamp: 2026-11-22 18:48:06`, `time_us: 884394`. How many microseconds something took has another name.
 */
const MICROSECONDS =
  /["']?[ \t]{0,8}(?:[,;|]\s{0,64}|\s{1,64})["']?(?:(?:time|timestamp|time_stamp|stamp|ts|tv|date)_?us(?:ecs?)?|(?:time|timestamp|ts|tv)?_?(?:usecs?|useconds?|micros(?:ec(?:ond)?s?)?|microseconds?))["']?\s{0,4}[:=]\s{0,4}["']?(\d{1,6})(?![\w.])/iy;
/** The same of milliseconds, which Python's own logging calls `msecs` and fills with a fraction of them: `"msecs": 884.394`. */
const MILLISECONDS =
  /["']?[ \t]{0,8}(?:[,;|]\s{0,64}|\s{1,64})["']?(?:(?:timestamp|time_stamp|stamp|ts|tv|date)_?ms(?:ecs?)?|(?:time|timestamp|ts|tv)?_?(?:msecs?|mseconds?|millis(?:ec(?:ond)?s?)?|milliseconds?))["']?\s{0,4}[:=]\s{0,4}["']?(\d{1,3})(?:\.(\d{1,6})\d{0,12})?(?![\w.])/iy;

/** Microseconds in brackets behind the year, as ettercap writes them: `Sun Nov 22 18:48:06 2026 [884394]`. */
const IN_BRACKETS = / \[(\d{6})\]/y;

/** Whether a text may hold such a field: most do not. */
export const namesFraction = (text: string): boolean => /_us["'\s:=]|usec|micros|msec|millis|_ms["'\s:=]/i.test(text);

/**
 * What a program behind the head of a system log begins with, where that lacks it: its zone, the year and the
 * milliseconds: `Nov 22 18:48:06 192.0.2.1 SIPMESSAGE: +01:00 2026 884 1 .TEL | 0 `.
 */
const ZONE_YEAR_MILLISECONDS = /: ([+-]\d\d:\d\d) (20\d\d) (\d{3}) /;
/** The host and the tag of a system log stand between. */
const LONGEST_HEAD = 192;

/** The time with what such fields say. */
export function withFractionBeside(time: LogTime, clock: string, text: string): LogTime | undefined {
  MICROSECONDS.lastIndex = MILLISECONDS.lastIndex = IN_BRACKETS.lastIndex = time.end;
  const microseconds = (MICROSECONDS.exec(text) ?? IN_BRACKETS.exec(text))?.[1];
  if (microseconds !== undefined) return addFraction(time, clock, microseconds.padStart(6, '0'));
  const [, milliseconds, rest = ''] = MILLISECONDS.exec(text) ?? [];
  if (milliseconds !== undefined) return addFraction(time, clock, milliseconds.padStart(3, '0') + rest);
  return time.hasZone || !saysDay(time) ? undefined : withZoneBehind(time, clock, text);
}

function withZoneBehind(time: LogTime, clock: string, text: string): LogTime | undefined {
  const [, zone = '', year = '', milliseconds = ''] =
    ZONE_YEAR_MILLISECONDS.exec(text.slice(time.end, time.end + LONGEST_HEAD)) ?? [];
  const known = zoneNamed(zone, undefined);
  if (!known || (time.hasDate && !time.text.startsWith(year))) return undefined;
  return addFraction(inZoneAndYear(time, known, Number(year)), clock, milliseconds);
}
