import type { Frame } from '../../frame.ts';
import { withoutColours } from '../../shapes/colours.ts';
import { lineStartBefore } from '../../shapes/physical-lines.ts';
import { digitBlind } from '../digit-blind.ts';
import { saysDirection } from '../direction/direction.ts';
import { hasPeers } from '../peers/peers.ts';
import { depthOf, linesUp } from '../records/near-lines.ts';
import type { LogTime } from '../time/log-time.ts';
import { finerOf } from '../time/program-time.ts';
import { firstTimeIn, lastTimeIn } from '../time/times.ts';
import { withZoneField } from '../time/zone-fields.ts';
import { contentOf, wholeLines } from './envelope-lines.ts';
import { tellsAll } from './telling.ts';

/**
 * The record in which a message stands, as far up as the line that begins it with its moment, whatever stands between:
 * empty lines, marks of the call, fields that no other rule takes for the record's. Where nothing nearer tells when
 * the message was logged, it was after that line, and before the next one that begins so.
 */

const MOST_LINES = 16;

/** A moment that so much of a line stands before is something that the line speaks of. */
const LONGEST_BEFORE = 40;
const MOST_WORDS_BEFORE = 2;
/** The field of a mail (RFC 5322 §3.6.1). */
const MAIL_DATE = /^Date: [A-Z][a-z]{2}, \d/;

/** What ends a record, so that what stands above it is another one: a bracket, an element, dashes. */
const ENDS = /^(?:[\])}]{1,4}[,;]?|<\/[^<>]{1,80}>|[-=~_*+#─━═]{3,})$/;

/** The name of a field whose value stands on the next line, as PHP shows objects: `["peer"]=>`. */
const LEADS_ON = /=>$/;

const SIP = /(?<![A-Za-z])sip(?![a-z])/i;

export interface FartherRecord {
  /** What the line says that begins with the record's moment. */
  readonly time: LogTime;
  /** The lines from the message up to that one, the nearest first, without empty ones. */
  readonly lines: readonly string[];
}

/** Undefined where none is found, or one that has nothing to do with a message. */
export function fartherRecord(text: string, frame: Frame, floor: number): FartherRecord | undefined {
  const lineStart = lineStartBefore(text, frame.start, floor);
  const ownDepth = depthOf(text.slice(lineStart, frame.start));
  const lines: string[] = [];
  let time: LogTime | undefined;
  let isSecondIndented = false;
  let head = '';
  for (const { line } of linesUp(text, lineStart, wholeLines(text, floor), MOST_LINES)) {
    const content = withoutColours(contentOf(line, frame));
    const shown = content.trim();
    // Fields of one record may say the moment twice, the finer one above: `2026-11-22T18:48:06.884394Z`, `1795373286884`.
    if (time) return { time: finerOf(time, lastTimeIn(shown)), lines: [...lines, head] };
    // An object beside the member that is the message, or within one, is of the same record.
    if (ENDS.test(shown) && (ownDepth === 0 || depthOf(content) < ownDepth)) return undefined;
    if (beginsWithMoment(shown)) {
      const moment = isOfMessage(shown, lines, isSecondIndented) ? lastTimeIn(shown) : undefined;
      if (!moment) return undefined;
      // The zone may stand in a field of its own below.
      time = withZoneField(moment, [shown, ...lines.slice(-2).reverse()].join('\n'));
      head = shown;
      continue;
    }
    if (shown === '') continue;
    isSecondIndented = /^[ \t]/.test(content);
    if (LEADS_ON.test(shown) && lines.length > 0) lines.push(`${shown} ${lines.pop()}`);
    else lines.push(shown);
  }
  return time && { time, lines: [...lines, head] };
}

const beginsWithMoment = digitBlind((line): boolean => {
  const start = firstTimeIn(line)?.start;
  if (start === undefined || start > LONGEST_BEFORE || MAIL_DATE.test(line)) return false;
  return (line.slice(0, start).match(/[\p{L}\d]+/gu) ?? []).length <= MOST_WORDS_BEFORE;
});

/**
 * A line right below the head that says everything of a message is a record of its own unless it is indented; where
 * nothing but empty lines stand below, the head says everything.
 */
function isOfMessage(head: string, lines: readonly string[], isSecondIndented: boolean): boolean {
  const second = lines.at(-1);
  if (second === undefined) return SIP.test(head) && tellsAll(head);
  if (tellsAll(second) && !isSecondIndented) return false;
  return SIP.test(head) || lines.some((line) => SIP.test(line) || saysDirection(line) || hasPeers(line));
}
