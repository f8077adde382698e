import { type Frame, firstFrameEndingAt } from './frame.ts';
import { framesIn } from './framing.ts';
import { lineStartBefore } from './line-shapes.ts';

/** A message's reading may look ahead over so many further start lines (see `lines.ts`), and then one. */
const FRAMES_THAT_LOOK_AHEAD = 18;
/** The reading of a start line looks back so far on its own line. */
const LOOK_BACK = 2048;
/** A message on one physical line may be measured over so much of the line, whatever else stands there. */
const LONGEST_CODED_MESSAGE = 262_144;
/** Texts are compared in blocks, as the engine does it at once, and where they differ in smaller ones. */
const BLOCKS = [65_536, 1024, 32];

/**
 * The frames of a text that came from another one by an edit, with the same answer as `framesIn`: what stands before
 * the edit is kept, what stands behind it is moved, and only what is between is read.
 */
export function reframe(oldText: string, oldFrames: readonly Frame[], text: string): readonly Frame[] {
  const { prefix, suffix } = commonEnds(oldText, text);
  const moved = text.length - oldText.length;
  const unchangedFrom = oldText.length - suffix;
  const keep = framesToKeep(text, oldFrames, prefix);
  const frames = oldFrames.slice(0, keep);
  const last = frames.at(-1);
  let old = keep;
  for (const frame of framesIn(text, last?.end ?? 0, last)) {
    frames.push(frame);
    const start = frame.start - moved;
    if (start - LOOK_BACK < unchangedFrom) continue;
    while (old < oldFrames.length && oldFrames[old]!.start < start) old++;
    const same = oldFrames[old];
    if (same && same.start === start && same.end === frame.end - moved && same.state === frame.state) {
      if (moved === 0) return frames.concat(oldFrames.slice(old + 1));
      for (let i = old + 1; i < oldFrames.length; i++) frames.push(shifted(oldFrames[i]!, moved));
      break;
    }
  }
  return frames;
}

/** How many of the frames before an edit cannot have seen so far. */
function framesToKeep(text: string, frames: readonly Frame[], edit: number): number {
  let keep = Math.max(0, firstFrameEndingAt(frames, edit) - FRAMES_THAT_LOOK_AHEAD);
  const floor = Math.max(0, edit - LONGEST_CODED_MESSAGE);
  const lineStart = lineStartBefore(text, edit, floor);
  for (; keep > 0; keep--) {
    const { layout, start } = frames[keep - 1]!;
    if (layout.kind !== 'coded' || start < (layout.wrap === undefined ? lineStart : floor)) break;
  }
  return keep;
}

/**
 * Frames that were found anew, with the identities of those of an earlier version that an edit only moved: for texts
 * that are read as a whole every time.
 */
export function withKnownIdentities(
  oldText: string,
  oldFrames: readonly Frame[],
  text: string,
  frames: readonly Frame[],
): readonly Frame[] {
  if (frames.length === 0 || oldFrames.length === 0) return frames;
  const { prefix, suffix } = commonEnds(oldText, text);
  const moved = text.length - oldText.length;
  const known = new Map(oldFrames.map((frame) => [frame.start, frame]));
  return frames.map((frame) => {
    const by = frame.end <= prefix ? 0 : frame.start >= text.length - suffix ? moved : undefined;
    const same = by === undefined ? undefined : known.get(frame.start - by);
    const isSame =
      same !== undefined &&
      same.end === frame.end - by! &&
      same.state === frame.state &&
      JSON.stringify(same.layout) === JSON.stringify(frame.layout);
    return isSame ? { ...frame, identity: same.identity } : frame;
  });
}

/** Written out, for an edit at the start moves every frame behind it. */
const shifted = ({ start, end, layout, state, identity }: Frame, by: number): Frame => ({
  start: start + by,
  end: end + by,
  layout,
  state,
  identity,
});

/** How much two texts have in common at both ends, without counting anything twice. */
export function commonEnds(oldText: string, text: string): { prefix: number; suffix: number } {
  const prefix = commonPrefix(oldText, text);
  return { prefix, suffix: commonSuffix(oldText, text, Math.min(oldText.length, text.length) - prefix) };
}

/** How many characters two texts have in common at their start. */
export function commonPrefix(one: string, other: string): number {
  const longest = Math.min(one.length, other.length);
  let at = 0;
  for (const size of BLOCKS) {
    while (at + size <= longest && one.slice(at, at + size) === other.slice(at, at + size)) at += size;
  }
  while (at < longest && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** How many characters two texts have in common at their end, `longest` at most. */
export function commonSuffix(one: string, other: string, longest: number): number {
  let length = 0;
  for (const size of BLOCKS) {
    while (
      length + size <= longest &&
      one.slice(one.length - length - size, one.length - length) ===
        other.slice(other.length - length - size, other.length - length)
    ) {
      length += size;
    }
  }
  while (length < longest && one.charCodeAt(one.length - length - 1) === other.charCodeAt(other.length - length - 1)) {
    length++;
  }
  return length;
}
