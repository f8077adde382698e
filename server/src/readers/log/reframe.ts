import type { DocumentText, Stretch } from '../../document/document-text.ts';
import { span } from '../../sip/span.ts';
import { beneathMarks, type Frame, firstFrameEndingAt, shifted } from './frame.ts';
import { framesIn } from './framing.ts';
import { LONGEST_ON_ONE_LINE, LOOK_BACK, START_LINES_IN_BODY } from './reach.ts';
import { lineStartBefore } from './shapes/physical-lines.ts';

/** A message's reading may look ahead over its own start line, those in its body, and then one. */
const FRAMES_THAT_LOOK_AHEAD = START_LINES_IN_BODY + 2;
/** What is read again needs so much before it, for the line on which it begins may start there. */
const LOOK_BEHIND = LONGEST_ON_ONE_LINE;
/** Behind a message that is no longer than this, nothing is looked at but start lines. */
const LOOK_AHEAD = 2 * LONGEST_ON_ONE_LINE;
/** So much behind an edit is read first; more where that does not tell. */
const FIRST_REACH = 786_432;

/**
 * The frames of a text that came from another one by an edit, with the same answer as `framesIn`: what stands before
 * the edit is kept, what stands behind it is moved, and only what is between is read.
 */
export function reframe(oldText: DocumentText, oldFrames: readonly Frame[], text: DocumentText): readonly Frame[] {
  const { prefix, suffix } = commonEnds(oldText, text);
  const keep = framesToKeep(text, oldFrames, prefix);
  const edit: Edit = { oldFrames, keep, unchangedFrom: oldText.length - suffix, moved: text.length - oldText.length };
  const start = oldFrames[keep - 1]?.end ?? 0;
  for (let reach = FIRST_REACH; ; reach *= 4) {
    const end = Math.min(text.length, text.length - suffix + reach);
    const window = text.around(span(start, end), LOOK_BEHIND, 0);
    const frames = framesAfterEdit(edit, window, window.start + window.text.length === text.length);
    if (frames) return frames;
  }
}

interface Edit {
  readonly oldFrames: readonly Frame[];
  /** How many of them cannot have seen the edit. */
  readonly keep: number;
  /** The offset in the old text behind which the new one holds the same, moved by `moved`. */
  readonly unchangedFrom: number;
  readonly moved: number;
}

/** All frames, or undefined when the window is too small to be sure of those that the edit changed. */
function framesAfterEdit(edit: Edit, window: Stretch, isLast: boolean): readonly Frame[] | undefined {
  const { oldFrames, keep, unchangedFrom, moved } = edit;
  const surelyRead = isLast ? Number.POSITIVE_INFINITY : window.start + window.text.length - LOOK_AHEAD;
  const frames = oldFrames.slice(0, keep);
  const last = frames.at(-1);
  const before = last && shifted(last, -window.start);
  let old = keep;
  for (const found of framesIn(window.text, before?.end ?? 0, before)) {
    const frame = shifted(found, window.start);
    if (frame.end > surelyRead) return undefined;
    frames.push(frame);
    const start = frame.start - moved;
    if (start - LOOK_BACK < unchangedFrom) continue;
    while (old < oldFrames.length && oldFrames[old]!.start < start) old++;
    const same = oldFrames[old];
    if (!(same && same.start === start && same.end === frame.end - moved && same.state === frame.state)) continue;
    const furthestSeen = oldFrames[old + FRAMES_THAT_LOOK_AHEAD];
    if (!isLast && !(furthestSeen && furthestSeen.end + moved <= surelyRead)) return undefined;
    if (moved === 0) return frames.concat(oldFrames.slice(old + 1));
    for (let i = old + 1; i < oldFrames.length; i++) frames.push(shifted(oldFrames[i]!, moved));
    return frames;
  }
  return isLast ? frames : undefined;
}

/** How many of the frames before an edit cannot have seen so far. */
function framesToKeep(text: DocumentText, frames: readonly Frame[], edit: number): number {
  let keep = Math.max(0, firstFrameEndingAt(frames, edit) - FRAMES_THAT_LOOK_AHEAD);
  const floor = Math.max(0, edit - LONGEST_ON_ONE_LINE);
  const lineStart = lineStartBefore(text.slice(floor, edit), edit - floor, 0) + floor;
  for (; keep > 0; keep--) {
    const { start, layout: shown } = frames[keep - 1]!;
    const layout = beneathMarks(shown);
    const isWrapped =
      layout.kind === 'wrapped' ? layout.wrap.oneLine : layout.kind === 'coded' && layout.wrap !== undefined;
    const mayBeOneLine = isWrapped || layout.kind === 'coded' || layout.kind === 'carried';
    if (!mayBeOneLine || start < (isWrapped ? floor : lineStart)) break;
  }
  return keep;
}

/**
 * Frames that were found anew, with the identities of those of an earlier version that an edit only moved: for texts
 * that are read as a whole every time.
 */
export function withKnownIdentities(
  oldText: DocumentText,
  oldFrames: readonly Frame[],
  text: DocumentText,
  frames: readonly Frame[],
): readonly Frame[] {
  if (frames.length === 0 || oldFrames.length === 0) return frames;
  const { prefix, suffix } = commonEnds(oldText, text);
  const moved = text.length - oldText.length;
  const known = new Map(oldFrames.map((frame) => [frame.start, frame]));
  return frames.map((frame) => {
    const by = frame.end <= prefix ? 0 : frame.start >= text.length - suffix ? moved : undefined;
    const same = by === undefined ? undefined : known.get(frame.start - by);
    if (same?.identity === frame.identity) return frame;
    const isSame =
      same !== undefined &&
      same.end === frame.end - by! &&
      same.state === frame.state &&
      JSON.stringify(same.layout) === JSON.stringify(frame.layout);
    return isSame ? { ...frame, identity: same.identity } : frame;
  });
}

/** How much two texts have in common at both ends, without counting anything twice. */
function commonEnds(oldText: DocumentText, text: DocumentText): { prefix: number; suffix: number } {
  const prefix = oldText.commonPrefix(text);
  return { prefix, suffix: oldText.commonSuffix(text, Math.min(oldText.length, text.length) - prefix) };
}
