import type { Frame, LinesLayout } from '../frame.ts';
import { isKnownHeaderLine } from '../shapes/header-lines.ts';
import { lineNear, physicalLineAt } from '../shapes/physical-lines.ts';
import { LONGEST_BEFORE, LONGEST_BEHIND } from './carriers.ts';
import { goesOnInEvent } from './events.ts';
import { partialLinesAt } from './partial-lines.ts';
import { goesOnInPieces } from './pieces.ts';
import { hasSharedLines } from './shared-lines.ts';
import { nextSheet } from './sheets.ts';
import { strandAt } from './strands.ts';

/** Whether the reading of a message leaves anything to wish for, and which of several says most. */

const HEAD = 1024;
/** Escapes within escapes, and others that lines as they stand do not have, by the sign that they begin with. */
type Left = readonly { readonly sign: string; readonly spellings: readonly string[] }[];
const LEFT_IN_CODED: Left = [
  { sign: '\\', spellings: ['\\\\', '\\/2.0', '.\\n', '\\"\\"'] },
  { sign: '&', spellings: ['&lt;', '&quot;'] },
  { sign: '"', spellings: ['""'] },
];
/** The codes in whose strings a quote has a backslash. */
const TAKES_BACKSLASHES = /backslash|unicode|joined|-in-json$/;
const LEFT_IN_LINES: Left = [
  { sign: '\\', spellings: ['\\r', '\\n', '\\"', '\\\\'] },
  { sign: '&', spellings: ['&lt;', '&amp;lt;', '&quot;'] },
  { sign: '"', spellings: ['""'] },
  { sign: '</', spellings: ['</'] },
];

/** Most heads have none of the signs, and an engine finds one letter at once. */
const isLeft = (head: string, left: Left): boolean =>
  left.some(({ sign, spellings }) => head.includes(sign) && spellings.some((spelling) => head.includes(spelling)));

export function leavesDoubt(text: string, { start, end, state, layout }: Frame): boolean {
  if (state === 'partial' || goesOnInEvent(text, end) || nextSheet(text, end) !== undefined) return true;
  if (isCutByRuntime(text, start)) return true;
  const head = text.slice(start, Math.min(end, start + HEAD));
  // A page that has lost the blanks of a tree may have put bars behind its lines.
  if (layout.kind === 'tree') return layout.depth === 0 && / \|\r?\n/.test(head);
  if (layout.kind === 'coded')
    return (
      layout.code.startsWith('blank') ||
      isLeft(head, LEFT_IN_CODED) ||
      (head.includes('\\"') && !TAKES_BACKSLASHES.test(layout.code))
    );
  return (
    layout.kind === 'lines' &&
    (layout.mixed ||
      isLeft(head, LEFT_IN_LINES) ||
      hasSharedLines(head) ||
      isAmongOthers(text, start, layout) ||
      goesOnInPieces(text, start, end))
  );
}

/** Whether the lines of a message stand among those of others, the name of who wrote each before it. */
function isAmongOthers(text: string, start: number, { prefix }: LinesLayout): boolean {
  if (prefix.trim() === '') return false;
  const line = lineNear(text, start, LONGEST_BEFORE, LONGEST_BEHIND);
  return line !== undefined && strandAt(text, line, start) !== undefined;
}

/** Whether a container's runtime cut a line of a message. */
function isCutByRuntime(text: string, start: number): boolean {
  const line = text.slice(Math.max(0, start - LONGEST_HEAD), start).includes(' std')
    ? lineNear(text, start, LONGEST_BEFORE, LONGEST_BEHIND)
    : undefined;
  return line !== undefined && partialLinesAt(text, line, start) !== undefined;
}

/** What stands before a line that a container's runtime wrote is no longer. */
const LONGEST_HEAD = 256;

/** How many lines of the head of a message are what they have to be: a start line, and header fields that end as header fields do. */
export function readLines(text: string): number {
  const startLine = physicalLineAt(text, 0);
  let count = /(?:^| )SIP\/\d/i.test(text.slice(0, startLine.end)) ? 1 : 0;
  for (let at = startLine.next, lines = 0; at < text.length && lines < MOST_LINES; lines++) {
    const line = physicalLineAt(text, at);
    if (line.start === line.end) break;
    const shown = text.slice(line.start, line.end);
    if (isKnownHeaderLine(text, line.start, line.end) && !leavesEscapes(shown)) count++;
    else if (isLeftOfPrefix(shown)) count--;
    at = line.next;
  }
  return count;
}

/** Signs that begin no header field and go on with none: `>`. */
const isLeftOfPrefix = (line: string): boolean => /^[^\w\s]{1,4}\s*$/.test(line);
const MOST_LINES = 128;
const leavesEscapes = (line: string): boolean => LEFT_ESCAPED.test(line) || LEFT_AT_END.test(line.slice(-8));

/** Quotes as a string or a table has them, signs as a page has them, and a value that was cut off at one of those. */
const LEFT_ESCAPED = /\\"|""\w|&(?:lt|gt|quot);|:\s*$/;
const LEFT_AT_END = /\\[rn"]?$|\^M$|["'][,}\]]+$|<\/?\w+ ?\/?>$|[^\d.]\$$|\.$|\s[|\u2502]$/;
