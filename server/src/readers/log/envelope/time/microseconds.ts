import { addFraction, type LogTime } from './log-time.ts';

/**
 * The field right behind a time of whole seconds that holds their microseconds, as tables of a database keep them:
 * `time_stamp: 2026-11-22 18:48:06`, `time_us: 884394`. How many microseconds something took has another name.
 */
const MICROSECONDS =
  /["']?[ \t]{0,8}(?:[,;|]\s{0,64}|\s{1,64})["']?(?:(?:time|timestamp|time_stamp|stamp|ts|tv|date)_?us(?:ecs?)?|(?:time|timestamp|ts|tv)?_?(?:usecs?|useconds?|micros(?:ec(?:ond)?s?)?|microseconds?))["']?\s{0,4}[:=]\s{0,4}["']?(\d{1,6})(?![\w.])/iy;

/** Microseconds in brackets behind the year, as ettercap writes them: `Sun Nov 22 18:48:06 2026 [884394]`. */
const IN_BRACKETS = / \[(\d{6})\]/y;

/** Whether a text may hold such a field: most do not. */
export const namesMicroseconds = (text: string): boolean => /_us["'\s:=]|usec|micros/i.test(text);

/** The time with what such a field says. */
export function withMicroseconds(time: LogTime, clock: string, text: string): LogTime | undefined {
  MICROSECONDS.lastIndex = IN_BRACKETS.lastIndex = time.end;
  const microseconds = (MICROSECONDS.exec(text) ?? IN_BRACKETS.exec(text))?.[1];
  return microseconds === undefined ? undefined : addFraction(time, clock, microseconds.padStart(6, '0'));
}
