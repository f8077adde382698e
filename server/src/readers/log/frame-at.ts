import { framesCarried } from './carried/carried.ts';
import type { Carrier } from './carried/carrier.ts';
import { leavesDoubt, readLines } from './carried/doubt.ts';
import { frameCoded } from './coded/coded.ts';
import { type Frame, isOfStrand } from './frame.ts';
import { layoutAfter } from './layout.ts';
import { frameOnLines } from './lines/lines.ts';
import { frameMarked } from './markup/marked.ts';
import { frameMembers } from './members/members.ts';
import type { ReadFrame } from './remade.ts';
import { isDeclared } from './start-lines/declared-strings.ts';
import type { StartLineHit } from './start-lines/start-lines.ts';
import { frameTree } from './tree.ts';
import { unfold } from './unfold.ts';
import { frameWrapped } from './wrap/wrapped.ts';

/** Reads a message as it stands, and where that is not well, as it stood before tools marked, broke or carried its lines. */

type NextStart = (from: number) => number;

/** So many ways to carry its lines are tried for a message, and so many for what is carried in what others carry. */
const CARRIERS_TRIED = [8, 3, 1];

/** The frame of the message behind a start line. One with marks for the eye is read without them. */
export const frameAt = (text: string, hit: StartLineHit, nextStart: NextStart, depth = 0): Frame | undefined =>
  frameMarked(text, hit, nextStart, (plain, start, next) => frameUncarried(plain, start, next, depth)) ??
  frameUncarried(text, hit, nextStart, depth);

/** A start line and two header fields: less is an excerpt where only a carrier makes a message of it. */
const FEWEST_LINES = 3;

/** As it stands, the lines of others, or what was put before every line, read as lines of the message. */
const SURE: ReadonlySet<Carrier['kind']> = new Set(['flat-lines', 'partial-lines']);

/** Whether a start line is in a part of a body that a packet tree shows for itself. */
const isOfFragment = (text: string, { start }: StartLineHit): boolean =>
  text.slice(Math.max(0, start - 24), start).includes('sipfrag');

/** What a tool broke may be carried by one other. */
const readBroken: ReadFrame = (text, hit, nextStart) => frameAt(text, hit, nextStart, CARRIERS_TRIED.length - 1);

/** A message that is not read well as it stands is read without what may carry its lines, where that is better. */
function frameUncarried(text: string, hit: StartLineHit, nextStart: NextStart, depth: number): Frame | undefined {
  if (isOfFragment(text, hit) || isDeclared(text, hit)) return undefined;
  const read: ReadFrame = (inner, start, next) => frameAt(inner, start, next, depth + 1);
  const frame = frameWithoutMarks(text, hit, nextStart);
  let left = CARRIERS_TRIED[depth] ?? 0;
  if (left === 0 || (frame && !leavesDoubt(text, frame))) return frame;
  const linesOf = (of: Frame): number => readLines(unfold(text, of).text);
  let best = frame;
  let most: number | undefined;
  for (const carried of framesCarried(text, hit, nextStart, read, frame?.layout.kind === 'coded')) {
    most ??= frame ? linesOf(frame) : FEWEST_LINES - 1;
    const count = linesOf(carried);
    const isSure = (SURE.has(carried.layout.carrier.kind) || isOfStrand(carried.layout)) && count >= FEWEST_LINES;
    const isWhole = carried.state === 'complete' && best?.state === 'partial';
    const isBetter = isSure || count > most || (count === most && isWhole);
    if (isBetter) [best, most] = [carried, count];
    // What tells most surely comes first; only of the prefixes of lines there are several.
    if ((isBetter && carried.layout.carrier.kind !== 'sides') || --left === 0) break;
  }
  // A tool may have broken the lines of what carries others.
  return best ?? (depth === 0 ? frameWrapped(text, hit, nextStart, readBroken, undefined) : undefined);
}

/** A message whose lines look as if a tool had broken them is read as it was before that. */
function frameWithoutMarks(text: string, hit: StartLineHit, nextStart: NextStart): Frame | undefined {
  const frame = hit.isTorn ? undefined : frameAsItStands(text, hit, nextStart);
  return frame && !mayBeWrapped(frame) ? frame : (frameWrapped(text, hit, nextStart, frameAsItStands, frame) ?? frame);
}

const mayBeWrapped = ({ layout, state }: Frame): boolean =>
  layout.kind === 'coded'
    ? state === 'partial' && layout.wrap === undefined
    : layout.kind === 'lines' && (state === 'partial' || layout.mixed || layout.folded === true);

/** Whether not a single header field of a message has a value: bytes of something else may hold its start line. */
const saysNothing = (text: string, frame: Frame): boolean => readLines(unfold(text, frame).text) < FEWEST_LINES - 1;

function frameAsItStands(text: string, hit: StartLineHit, nextStart: (from: number) => number): Frame | undefined {
  const layout = layoutAfter(text, hit, nextStart(hit.end));
  switch (layout?.kind) {
    case 'lines':
      return frameOnLines(text, hit, layout, nextStart);
    case 'coded': {
      const frame = frameCoded(text, hit, layout, nextStart);
      return frame && layout.rows && frame.state === 'partial' && saysNothing(text, frame) ? undefined : frame;
    }
    case 'tree':
      return frameTree(text, hit, layout);
    case 'members':
      return frameMembers(text, hit, layout, nextStart(hit.end));
    default:
      return undefined;
  }
}
