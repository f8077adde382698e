import { type Frame, rowsOf } from './frame.ts';
import { frameAt } from './frame-at.ts';
import { isPrintedFullerBehind, type Next } from './fuller-prints.ts';
import { isShownAgain } from './second-prints.ts';
import { frameOfBareStartLine } from './start-lines/bare-start-lines.ts';
import { StartLines } from './start-lines/start-lines.ts';

/**
 * Finds the messages of a text from an offset on, in order; `before` is the one that ends before it. One pass: text without SIP is passed over by
 * `indexOf`, and what is inside a message is not looked at for another.
 */
export function* framesIn(text: string, from = 0, before?: Frame): Generator<Frame> {
  let startLines = startLinesBehind(text, from, before);
  const nextStart = (offset: number) => startLines.after(offset)?.start ?? Number.POSITIVE_INFINITY;
  const behind = ({ end }: Frame): Next => {
    const next = startLines.after(end);
    return {
      start: next?.start ?? Number.POSITIVE_INFINITY,
      frame: () => next && frameAt(text, next, nextStart),
    };
  };
  let previous = before;
  for (let hit = startLines.after(from); hit; ) {
    const found = frameAt(text, hit, nextStart);
    const frame = found ?? frameOfBareStartLine(text, hit, previous);
    if (
      frame &&
      !(found && isNoMessage(text, found, behind(found))) &&
      !(previous && isShownAgain(text, previous, frame))
    ) {
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

const isNoMessage = (text: string, frame: Frame, next: Next): boolean =>
  isExcerpt(text, frame) || isPrintedFullerBehind(text, frame, next);

/**
 * Whether a program tells what came of a request: a start line and the fields that it thinks worth telling, none of
 * which says what the message belongs to. At the end of the text the rest may be yet to come.
 */
const isExcerpt = (text: string, { layout, start, end }: Frame): boolean =>
  layout.kind === 'lines' &&
  (end < text.length || /\n[ \t\r]*\n$/.test(text.slice(Math.max(start, end - 8), end))) &&
  !TELLING.test(text.slice(start, Math.min(end, start + LONGEST_HEAD)));
