import { framesCarried } from './carried/carried.ts';
import { leavesDoubt, readLines } from './carried/doubt.ts';
import { frameCoded } from './coded/coded.ts';
import { type Frame, rowsOf } from './frame.ts';
import { layoutAfter } from './layout.ts';
import { frameOnLines } from './lines/lines.ts';
import { frameMarked } from './markup/marked.ts';
import { frameMembers } from './members/members.ts';
import type { ReadFrame } from './remade.ts';
import { isShownAgain } from './second-prints.ts';
import { frameOfBareStartLine } from './start-lines/bare-start-lines.ts';
import { type StartLineHit, StartLines } from './start-lines/start-lines.ts';
import { frameTree } from './tree.ts';
import { unfold } from './unfold.ts';
import { frameWrapped } from './wrap/wrapped.ts';

/**
 * Finds the messages of a text from an offset on, in order; `before` is the one that ends before it. One pass: text without SIP is passed over by
 * `indexOf`, and what is inside a message is not looked at for another.
 */
export function* framesIn(text: string, from = 0, before?: Frame): Generator<Frame> {
  let startLines = startLinesBehind(text, from, before);
  const nextStart = (offset: number) => startLines.after(offset)?.start ?? Number.POSITIVE_INFINITY;
  let previous = before;
  for (let hit = startLines.after(from); hit; ) {
    const found = frameAt(text, hit, nextStart);
    const frame = found ?? frameOfBareStartLine(text, hit, previous);
    if (frame && !(found && isExcerpt(text, found)) && !(previous && isShownAgain(text, previous, frame))) {
      yield frame;
      // What the one looked for may have passed over what the other one looks for.
      if (isWrapped(frame) !== isWrapped(previous)) startLines = startLinesBehind(text, frame.end, frame);
      previous = frame;
    }
    const next = Math.max(frame?.end ?? 0, hit.end);
    startLines.forget(next);
    hit = startLines.after(next);
  }
}

/** Behind a message whose lines a tool broke it may have broken a version as well. */
const startLinesBehind = (text: string, from: number, before: Frame | undefined): StartLines =>
  new StartLines(text, from, rowsOf(before), isWrapped(before));

const isWrapped = (frame: Frame | undefined): boolean => frame?.layout.kind === 'wrapped';

/** One of these at least is among the first header fields that a log shows of a message; not every To has a tag. */
const TELLING =
  /(?:via|from|call-id|cseq)[ \t]*[:=]|(?<![\w-])(?:[vfi][ \t]*:|(?:to|t)[ \t]*:[^\n]{0,512}?;[ \t]*tag[ \t]*=)/i;
const LONGEST_HEAD = 16_384;

/**
 * Whether a program tells what came of a request: a start line and the fields that it thinks worth telling, none of
 * which says what the message belongs to. At the end of the text the rest may be yet to come.
 */
const isExcerpt = (text: string, { layout, start, end }: Frame): boolean =>
  layout.kind === 'lines' &&
  (end < text.length || /\n[ \t\r]*\n$/.test(text.slice(Math.max(start, end - 8), end))) &&
  !TELLING.test(text.slice(start, Math.min(end, start + LONGEST_HEAD)));

type NextStart = (from: number) => number;

/** So many ways to carry its lines are tried for a message, and so many for what is carried in what others carry. */
const CARRIERS_TRIED = [8, 3, 1];

/** A message with marks for the eye is read without them. */
const frameAt = (text: string, hit: StartLineHit, nextStart: NextStart, depth = 0): Frame | undefined =>
  frameMarked(text, hit, nextStart, (plain, start, next) => frameUncarried(plain, start, next, depth)) ??
  frameUncarried(text, hit, nextStart, depth);

/** A message that is not read well as it stands is read without what may carry its lines, where that is better. */
function frameUncarried(text: string, hit: StartLineHit, nextStart: NextStart, depth: number): Frame | undefined {
  const frame = frameWithoutMarks(text, hit, nextStart);
  let left = CARRIERS_TRIED[depth] ?? 0;
  if (left === 0 || (frame && !leavesDoubt(text, frame))) return frame;
  const read: ReadFrame = (inner, start, next) => frameAt(inner, start, next, depth + 1);
  let best = frame;
  let most: number | undefined;
  for (const carried of framesCarried(text, hit, nextStart, read)) {
    most ??= frame ? readLines(unfold(text, frame).text) : 0;
    const count = readLines(unfold(text, carried).text);
    const isBetter = count > most || (count === most && carried.state === 'complete' && best?.state === 'partial');
    if (isBetter) [best, most] = [carried, count];
    // What tells most surely comes first; only of the prefixes of lines there are several.
    if ((isBetter && carried.layout.carrier.kind !== 'sides') || --left === 0) break;
  }
  return best;
}

/** A message whose lines look as if a tool had broken them is read as it was before that. */
function frameWithoutMarks(text: string, hit: StartLineHit, nextStart: (from: number) => number): Frame | undefined {
  const frame = hit.isTorn ? undefined : frameAsItStands(text, hit, nextStart);
  return frame && !mayBeWrapped(frame) ? frame : (frameWrapped(text, hit, nextStart, frameAsItStands, frame) ?? frame);
}

const mayBeWrapped = ({ layout, state }: Frame): boolean =>
  layout.kind === 'coded'
    ? state === 'partial' && layout.wrap === undefined
    : layout.kind === 'lines' && (state === 'partial' || layout.mixed || layout.folded === true);

function frameAsItStands(text: string, hit: StartLineHit, nextStart: (from: number) => number): Frame | undefined {
  const layout = layoutAfter(text, hit, nextStart(hit.end));
  switch (layout?.kind) {
    case 'lines':
      return frameOnLines(text, hit, layout, nextStart);
    case 'coded':
      return frameCoded(text, hit, layout, nextStart);
    case 'tree':
      return frameTree(text, hit, layout);
    case 'members':
      return frameMembers(text, hit, layout, nextStart(hit.end));
    default:
      return undefined;
  }
}
