import { addFraction, type LogTime } from './log-time.ts';

/** What seconds since 1970 tell of a time that stands beside them. */

const SINCE_EPOCH = /(?<![\w.])(1[5-9]\d{8})\.(\d{3,9})(?![\w.])/;
/** Zones differ by whole quarters of an hour, here in seconds. */
const ZONE_STEP = 900;

/** A whole second with its fraction where a text says the same moment in seconds since 1970, which tells its zone. */
export function finerSinceEpoch(time: LogTime, text: string): LogTime | undefined {
  const [, seconds, fraction] = (time.hasDate && SINCE_EPOCH.exec(text)) || [];
  const clock = /\d\d:\d\d:\d\d/.exec(time.text)?.[0];
  if (!seconds || !fraction || clock === undefined) return undefined;
  const apart = time.milliseconds / 1000 - Number(seconds);
  if (apart % ZONE_STEP !== 0) return undefined;
  const fine = addFraction(time, clock, fraction);
  const isZone = !time.hasZone && Math.abs(apart) <= FURTHEST_ZONE;
  return isZone ? { ...fine, ...inZone(fine, apart) } : fine;
}

/** Zones are so far from Universal Time at most, in seconds. */
const FURTHEST_ZONE = 14 * 3600;

/** What a time that stands so many seconds before Universal Time says of its zone. */
function inZone({ text, milliseconds }: LogTime, seconds: number): Pick<LogTime, 'text' | 'milliseconds' | 'hasZone'> {
  const minutes = Math.abs(seconds) / 60;
  const two = (value: number) => String(value).padStart(2, '0');
  const offset = `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return { text: text + (seconds === 0 ? 'Z' : offset), milliseconds: milliseconds - seconds * 1000, hasZone: true };
}
