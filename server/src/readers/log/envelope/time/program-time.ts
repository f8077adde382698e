import { type LogTime, saysDay } from './log-time.ts';
import { nearestTime } from './nearest-time.ts';
import { isItsSecond, isItsUtc, isSameMoment, onDayOf, withYear } from './times.ts';

/**
 * Two clocks: what collects the lines of a program (a container, a relay of system logs, a store) puts its own before
 * each of them, and the program has written when something happened in the line that tells of it:
 * `2026-11-22T18:48:09Z stdout F 2026-11-22 18:48:06.884 received from 192.0.2.1:5060:`.
 */

/**
 * The time that the program says in the lines that tell of a message, which are given without what a collector put
 * before them; `collected` is that of the nearest line as it stands.
 */
export const programTime = (lines: readonly string[], collected: LogTime | undefined): LogTime | undefined =>
  lines.length === 0 ? collected : nearerToEvent(nearestTime(lines), collected);

/** Which of two clocks is the program's; one without its day counts on the collector's, where it is finer and the two agree. */
export function nearerToEvent(own: LogTime | undefined, collected: LogTime | undefined): LogTime | undefined {
  if (!own || !collected) return collected ?? own;
  if (own.text === collected.text) return collected;
  if (own.hasDate) return isItsUtc(own, collected) || saysMore(collected, own) ? collected : own;
  if (!saysDay(own) && saysDay(collected))
    return (isProgramsOwn(own, collected) && onDayOf(own, collected)) || collected;
  const dated = withYear(own, collected);
  return saysMore(collected, dated) ? collected : dated;
}

/** The time as another text of the same record says it more finely. */
export const finerOf = (time: LogTime, other: LogTime | undefined): LogTime =>
  other && other.precision > time.precision && isSameMoment(time, other) ? other : time;

/**
 * A clock that is as fine, or says milliseconds, begins the line; elsewhere the program says with it what its own time
 * before the line says. Nanoseconds are those of a container.
 */
const isProgramsOwn = (own: LogTime, collected: LogTime): boolean =>
  own.precision > collected.precision ||
  (own.precision >= MILLISECONDS && collected.precision === NANOSECONDS) ||
  (own.start <= LONGEST_BRACKET && (own.precision === collected.precision || own.precision >= MILLISECONDS));
const LONGEST_BRACKET = 2;
const MILLISECONDS = 3;
const NANOSECONDS = 9;

/** Whether a collector only says more finely, or with its zone, what the program has written. */
const saysMore = (collected: LogTime, own: LogTime): boolean =>
  collected.text.startsWith(own.text) || isItsSecond(own, collected);
