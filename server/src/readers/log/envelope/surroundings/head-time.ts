import type { Frame } from '../../frame.ts';
import { saysDirection } from '../direction/direction.ts';
import { hasPeers } from '../peers/peers.ts';
import type { LogTime } from '../time/log-time.ts';
import { lastTimeIn } from '../time/times.ts';

/**
 * Where every line has its own moment, that of the line which says who sent the message, or which way it went: the
 * lines of the message were only written a little later. The moment may stand in what carries the lines: `record` is
 * what that says of the message's first line, `recordAbove` of the line above.
 */
export function headTime(
  lines: readonly string[],
  { layout }: Frame,
  record: string | undefined,
  recordAbove: string | undefined,
): LogTime | undefined {
  if (layout.kind !== 'lines' && layout.kind !== 'coded') return undefined;
  const head = lines.findIndex((line) => saysDirection(line) || hasPeers(line));
  if (head <= 0) return undefined;
  if (layout.kind === 'coded' || layout.prefix !== '')
    return justBefore(lines[head]!, lines.slice(0, head).find(lastTimeIn) ?? '');
  const isCarried = head === 1 && recordAbove !== undefined && record !== undefined && !lastTimeIn(lines[head]!);
  return isCarried ? justBefore(recordAbove, record) : undefined;
}

/** The time in a text where another one says, in the same way, that little time has gone by. */
function justBefore(text: string, other: string): LogTime | undefined {
  const time = lastTimeIn(text);
  const later = time && lastTimeIn(other);
  if (!later || later.precision !== time.precision || later.hasDate !== time.hasDate) return undefined;
  const apart = later.milliseconds - time.milliseconds;
  return apart >= 0 && apart <= LONGEST_WRITING ? time : undefined;
}

/** Lines of one record are written within so many milliseconds. */
const LONGEST_WRITING = 1000;
