import { namesFraction } from './fractions-beside.ts';
import { type LogTime, saysDay } from './log-time.ts';
import { finerSinceEpoch } from './since-epoch.ts';
import { isItsSecond, lastTimeIn, onDayOf, withYear } from './times.ts';

/** The nearest time with a date; the nearest clock where none has one, or none of the same moment. */
export function nearestTime(texts: readonly string[]): LogTime | undefined {
  let clock: LogTime | undefined;
  for (const text of texts) {
    const time = lastTimeIn(text);
    if (!time) continue;
    if (!saysDay(time)) clock ??= time;
    else if (!clock) return finest(time.hasDate ? time : ofYear(time, texts), texts);
    else return finerOnDay(clock, time);
  }
  return clock;
}

/**
 * A clock on the day that the record says; a fraction of nothing but zeros gives way to one that is written, and any
 * to a finer one of the same moment.
 */
function finerOnDay(clock: LogTime, day: LogTime): LogTime {
  const dated = onDayOf(clock, day);
  if (!dated) return clock;
  const isFiner = day.precision > clock.precision && clock.precision > 0 && day.text.includes(`T${clock.text}`);
  return isFiner || (/\.0+$/.test(clock.text) && day.precision > 0) ? day : dated;
}

/** Most texts have no year to give. */
const YEAR = /(?<![\d.])20\d\d|(?<!\d)1[5-9]\d{8}/;

/** A day without its year, which another line of the record names with it, at the same second. */
function ofYear(time: LogTime, texts: readonly string[]): LogTime {
  const second = time.text.slice(1, '--11-22T18:48:06'.length);
  for (const text of texts) {
    const dated = YEAR.test(text) && text.includes(second.slice(-8)) ? lastTimeIn(text) : undefined;
    if (!dated?.hasDate || !dated.text.slice(4).startsWith(second)) continue;
    return dated.text.slice(4).startsWith(time.text.slice(1)) ? dated : withYear(time, dated);
  }
  return time;
}

/** The same second as another line of the record writes it with its fraction. */
function finest(time: LogTime, texts: readonly string[]): LogTime {
  const clock = time.precision > 0 ? undefined : /\d\d:\d\d:\d\d/.exec(time.text)?.[0];
  if (clock === undefined) return time;
  for (const text of texts) {
    const isAgain = text.includes(`${clock}.`) || text.includes(`${clock},`) || namesFraction(text);
    const other = isAgain ? lastTimeIn(text) : finerSinceEpoch(time, text);
    if (other && isItsSecond(time, other)) return other;
  }
  return time;
}
