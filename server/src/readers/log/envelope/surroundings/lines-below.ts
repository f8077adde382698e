import type { Frame } from '../../frame.ts';
import { isBlankRange, physicalLineAt } from '../../shapes/physical-lines.ts';
import { firstDirection } from '../direction/direction.ts';
import { linesDown } from '../records/near-lines.ts';
import { contentOf } from './envelope-lines.ts';
import { MOMENT } from './records-above.ts';
import { tellsAll } from './telling.ts';

/**
 * What a program says of a message that it has shown and then sends: `send to: UDP:192.0.2.1:5060`. That it is no
 * heading of the next message is certain where what came back follows: `message received`.
 */

/** Empty ones among them. */
const LINES_BELOW = 8;

const SENT_TO = /^\W?sen[dt]\b.{0,40}\bto\b/i;

/** Fields on the line below a string, one of them both ends: `protocol: 17, length: 604, flow: 192.0.2.1:5060->192.0.2.2:5060`. */
const FLOW = /^(?:[A-Za-z]{2,12}: \w{1,12}, ){1,8}flow: \S+->\S+\s*$/;

/**
 * The record right below a message's own that has the same moment and says whom the message was sent to: `Send message
 * to: /192.0.2.1:5060 by udp`. What stands above was said of another one, then; and so was this, where a message of
 * that moment follows.
 */
export function sentBelow(text: string, frame: Frame, own: string): string | undefined {
  const moment = frame.layout.kind === 'coded' ? MOMENT.exec(own)?.[0] : undefined;
  if (moment === undefined || !AS_FINE_AS_MILLISECONDS.test(moment) || firstDirection([own]) === 'in') return undefined;
  const behind = physicalLineAt(text, frame.end).next;
  const [below, next] = [...linesDown(text, behind, 2, LONGEST_BELOW)].map(({ line }) => line);
  if (!below?.startsWith(moment) || (next?.startsWith(moment) && next.includes('SIP/2.0'))) return undefined;
  return SENDS_TO.test(below) && tellsAll(below.slice(moment.length)) ? below : undefined;
}

/** Records of the same second may be of several messages. */
const AS_FINE_AS_MILLISECONDS = /[.,]\d{3,9}$/;
const LONGEST_BELOW = 512;
const SENDS_TO = /\bsen[dt](?: message)? to\b/i;

export function linesBelow(text: string, frame: Frame): readonly string[] {
  if (frame.layout.kind === 'coded' && text[frame.end] === '"') {
    const [, below] = linesDown(text, frame.end, 2);
    return below && FLOW.test(below.line) ? [below.line] : [];
  }
  if (frame.layout.kind !== 'lines') return [];
  let said: string | undefined;
  for (const { line } of linesDown(text, frame.end, LINES_BELOW)) {
    const content = contentOf(line, frame);
    if (isBlankRange(content, 0, content.length)) continue;
    if (said !== undefined) return firstDirection([content]) === 'in' ? [said] : [];
    if (!SENT_TO.test(content) || !tellsAll(content)) return [];
    said = content;
  }
  return [];
}
