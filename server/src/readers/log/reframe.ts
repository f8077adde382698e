import type { Frame } from './frame.ts';
import { framesIn } from './framing.ts';

/** A message's reading may look ahead over so many further start lines (see `lines.ts`), and then one. */
const FRAMES_THAT_LOOK_AHEAD = 18;
/** The reading of a start line looks back so far on its own line. */
const LOOK_BACK = 2048;
const BLOCK = 65_536;

/**
 * The frames of a text that came from another one by an edit, with the same answer as `framesIn`: what stands before
 * the edit is kept, what stands behind it is moved, and only what is between is read.
 */
export function reframe(oldText: string, oldFrames: readonly Frame[], text: string): readonly Frame[] {
  const prefix = commonPrefix(oldText, text);
  const suffix = commonSuffix(oldText, text, Math.min(oldText.length, text.length) - prefix);
  const moved = text.length - oldText.length;
  const unchangedFrom = oldText.length - suffix;
  const keep = Math.max(0, firstFrameAt(oldFrames, prefix) - FRAMES_THAT_LOOK_AHEAD);
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
      for (let i = old + 1; i < oldFrames.length; i++) frames.push(shifted(oldFrames[i]!, moved));
      break;
    }
  }
  return frames;
}

const shifted = (frame: Frame, by: number): Frame =>
  by === 0 ? frame : { ...frame, start: frame.start + by, end: frame.end + by };

/** The index of the first frame that ends behind an offset. */
function firstFrameAt(frames: readonly Frame[], offset: number): number {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (frames[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many characters two texts have in common at their start; blocks are compared as the engine does, at once. */
export function commonPrefix(one: string, other: string): number {
  const longest = Math.min(one.length, other.length);
  let at = 0;
  while (at + BLOCK <= longest && one.slice(at, at + BLOCK) === other.slice(at, at + BLOCK)) at += BLOCK;
  while (at < longest && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** How many characters two texts have in common at their end, `longest` at most. */
export function commonSuffix(one: string, other: string, longest: number): number {
  let length = 0;
  while (
    length + BLOCK <= longest &&
    one.slice(one.length - length - BLOCK, one.length - length) ===
      other.slice(other.length - length - BLOCK, other.length - length)
  ) {
    length += BLOCK;
  }
  while (length < longest && one.charCodeAt(one.length - length - 1) === other.charCodeAt(other.length - length - 1)) {
    length++;
  }
  return length;
}
