import { firstDirection } from '../envelope/direction/direction.ts';
import { type Frame, plainLines } from '../frame.ts';
import { isBlankRange, isLogLine, lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { lineOfHit, type StartLineHit } from './start-lines.ts';

/**
 * Messages of which a log shows the start line alone: the file ends behind it, or the next record begins. So do
 * summaries and sentences. It counts where the log announces its messages, and announces this one as well.
 */
export function frameOfBareStartLine(text: string, hit: StartLineHit, previous: Frame | undefined): Frame | undefined {
  if (previous?.layout.kind !== 'lines' || previous.layout.prefix !== '' || hit.rows) return undefined;
  if (hit.start > 0 && text[hit.start - 1] !== '\n') return undefined;
  const { end, next } = lineOfHit(text, hit);
  const rest = text.slice(hit.end, Math.min(end, hit.end + LONGEST_PHRASE));
  if (hit.kind === 'request' ? rest !== '' : !/^(?: [A-Za-z][A-Za-z '-]*)?$/.test(rest)) return undefined;
  if (!isAnnounced(text, hit.start) || !isAnnounced(text, previous.start) || !endsBehind(text, next)) return undefined;
  return { start: hit.start, end: next, layout: plainLines, state: 'partial', identity: {} };
}

const LONGEST_PHRASE = 64;
const LONGEST_ANNOUNCEMENT = 512;

/** Whether the line above, or the one above an empty line, says which way a message went. */
function isAnnounced(text: string, start: number): boolean {
  let end = start;
  for (let i = 0; i < 2 && end > 0; i++) {
    const lineStart = lineStartBefore(text, end - 1, Math.max(0, end - LONGEST_ANNOUNCEMENT));
    if (!isBlankRange(text, lineStart, end - 1)) return firstDirection([text.slice(lineStart, end - 1)]) !== undefined;
    end = lineStart;
  }
  return false;
}

/** A header field whose name was not written to its end, which ends the text. */
const TORN_NAME = /^[A-Za-z][A-Za-z-]{0,32}$/;

/** Whether the text ends at an offset, or another record begins. */
function endsBehind(text: string, at: number): boolean {
  let line = physicalLineAt(text, at);
  if (isBlankRange(text, line.start, line.end)) line = physicalLineAt(text, line.next);
  const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_ANNOUNCEMENT));
  if (line.next === text.length && (content.trim() === '' || (line.end === text.length && TORN_NAME.test(content))))
    return true;
  return isLogLine(content, 0, content.length) || firstDirection([content]) !== undefined;
}
