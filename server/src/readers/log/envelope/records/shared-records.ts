import { lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { hasPeers } from '../peers/peers.ts';
import { lastTimeIn } from '../time/times.ts';

/**
 * A record that holds two messages, a request and what was answered, each below what is said of it: `received_at`,
 * `peer`, `request`, `answered_at`, `answered_to`, `response`. What stands between them is told of the second one.
 */

/**
 * The fields behind a message that are its own: none, where they lead to another message of the record and say once
 * more what those above have said.
 */
export function ownBehind(above: string, behind: string): string {
  const next = behind.indexOf('SIP/2.0');
  return next >= 0 && saysAgain(above, behind.slice(0, next)) ? '' : behind;
}

/** Whether the fields behind a message say when or between whom, as those above it do. */
export const saysAgain = (above: string, behind: string): boolean =>
  (lastTimeIn(behind) !== undefined && lastTimeIn(above) !== undefined) || (hasPeers(behind) && hasPeers(above));

/** A name whose value stands below it, in YAML as it is. */
const NAME_ALONE = /^\s*[\p{L}\w.-]{1,64}\s*[:=]\s*(?:[|>][-+]?)?\s*$/u;
const LONGEST_LINE = 512;

/** Whether the line that ends at an offset, or the one below it, is a name with a message below it. */
export function leadsToMessage(text: string, end: number): boolean {
  let line = physicalLineAt(text, lineStartBefore(text, end, Math.max(0, end - LONGEST_LINE)));
  for (let i = 0; i < 2; i++) {
    const next = physicalLineAt(text, line.next);
    if (NAME_ALONE.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE))))
      return text.slice(next.start, Math.min(next.end, next.start + LONGEST_LINE)).includes('SIP/2.0');
    line = next;
  }
  return false;
}
