import { lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { stringEnd } from '../shapes/strings.ts';
import type { Events } from './carrier.ts';
import type { Content } from './content.ts';
import { openingQuote } from './strings.ts';

/** Recordings of a terminal: a list a line, with a time, what happened and a text that goes on in the next list. */

const OPENING = /^[ \t]*\[[ \t]*\d[\d.e+-]{0,24}[ \t]*,[ \t]*"([a-z])"[ \t]*,[ \t]*"/;
const LONGEST_OPENING = 96;
const BEHIND = /^"[ \t]*\],?[ \t]*\r?$/;
const OUTPUT = 'o';
const events: Events = { kind: 'events' };

const openingOf = (text: string, start: number, end: number): RegExpExecArray | null =>
  OPENING.exec(text.slice(start, Math.min(end, start + LONGEST_OPENING)));

export function eventsAt(text: string, at: number): Events | undefined {
  const quote = openingQuote(text, at);
  if (quote === undefined) return undefined;
  const lineStart = lineStartBefore(text, quote, Math.max(0, quote - LONGEST_OPENING));
  const opening = openingOf(text, lineStart, quote + 1);
  return opening?.[1] === OUTPUT && opening[0].length === quote + 1 - lineStart ? events : undefined;
}

/** What a program printed from an offset on: from the string that holds it, or from the line that begins there. */
export function* contentsOfEvents(text: string, from: number, limit: number): Generator<Content> {
  let at = from;
  if (from > 0 && text[from - 1] !== '\n') {
    const quote = openingQuote(text, from);
    if (quote === undefined) return;
    const line = lineBefore(text, from, limit);
    const end = stringEnd(text, from, line.end, '"') ?? line.end;
    yield { start: quote + 1, end, next: line.next, goesOn: true };
    at = line.next;
  }
  while (at < limit) {
    const content = contentOfEvent(text, lineBefore(text, at, limit));
    if (!content) return;
    yield content;
    at = content.next;
  }
}

/** The line from an offset on, as far as it stands before a limit: it may be long. */
function lineBefore(text: string, at: number, limit: number): PhysicalLine {
  const { end, next } = physicalLineAt(text.slice(at, limit), 0);
  return { start: at, end: at + end, next: at + next };
}

/** What a program printed; nothing where somebody typed or did something else. */
export function contentOfEvent(text: string, line: PhysicalLine): Content | undefined {
  const opening = openingOf(text, line.start, line.end);
  if (!opening) return undefined;
  const start = line.start + opening[0].length;
  const end = stringEnd(text, start, line.end, '"') ?? line.end;
  if (end < line.end && !BEHIND.test(text.slice(end, Math.min(line.end, end + 16)))) return undefined;
  return { start: opening[1] === OUTPUT ? start : end, end, next: line.next, goesOn: true };
}

/** Whether a text goes on behind an offset in the next event. */
export const goesOnInEvent = (text: string, at: number): boolean =>
  text[at] === '"' && BREAK.test(text.slice(at, at + LONGEST_OPENING));

const BREAK = /^"[ \t]*\],?[ \t]*\r?\n[ \t]*\[[ \t]*\d[\d.e+-]{0,24}[ \t]*,[ \t]*"[a-z]"/;
