import type { Gist } from '../../../../sip/message.ts';
import type { Frame } from '../../frame.ts';
import { isBlankRange } from '../../shapes/physical-lines.ts';
import { inferredFrom } from '../inferred.ts';
import { peersIn } from '../peers/peers.ts';
import { linesDown } from '../records/near-lines.ts';
import { firstTimeIn } from '../time/times.ts';
import { beginsLogLine, contentOf, wholeLines } from './envelope-lines.ts';
import { hasClock } from './telling.ts';

/**
 * What a program adds right behind a message that it has shown: `(to dest=192.0.2.1:5060)`, `IP:192.0.2.1:5060 -->
 * 192.0.2.2:5060`. It is no heading of the next message.
 */
export interface Afterthoughts {
  /** Of this message. */
  readonly own?: string;
  /** Of the message before it, as it stands among the lines above this one. */
  readonly ofOther?: string;
}

/** Empty ones among them. */
const LINES_BEHIND = 4;

/** `floor` is where the message before it ends. */
export function afterthoughtsOf(text: string, frame: Frame, floor: number, message: Gist): Afterthoughts {
  if (frame.layout.kind !== 'lines') return {};
  const own = behind(text, frame.end, frame);
  const other = floor > 0 ? behind(text, wholeLines(text, floor), frame, frame.start) : undefined;
  return {
    ...(own && (isEnclosed(own) || agrees(own, message)) && { own }),
    ...(other && (isEnclosed(other) || (own && !agrees(other, message) && agrees(own, message))) && { ofOther: other }),
  };
}

/** The first line behind an offset that says something, where it may be an afterthought: another record begins below it. */
function behind(text: string, from: number, frame: Frame, limit = text.length): string | undefined {
  let found: string | undefined;
  for (const { start, line } of linesDown(text, from, LINES_BEHIND)) {
    const content = contentOf(line, frame);
    if (start >= limit) return undefined;
    if (isBlankRange(content, 0, content.length)) continue;
    if (found !== undefined) return isEnclosed(found) || beginsOther(content) ? found : undefined;
    if (!isEnclosed(content) && !namesBoth(content)) return undefined;
    found = content.trimEnd();
  }
  return found;
}

/** Whether a line begins a record, with a moment of any kind or as lines of logs do. */
const beginsOther = (line: string): boolean =>
  beginsLogLine(line) || (firstTimeIn(line)?.start ?? LONGEST_SIGNS) < LONGEST_SIGNS;

/** Signs before the moment: `[[`. */
const LONGEST_SIGNS = 3;

const ENCLOSED = /^\s*\((?:sent |received )?(?:to|from)\b[^()]{1,160}\)\s*$/i;
const isEnclosed = (line: string): boolean => ENCLOSED.test(line);

function namesBoth(line: string): boolean {
  if (!ARROW.test(line) || hasClock(line)) return false;
  const { source, destination } = peersIn(line);
  return source !== undefined && destination !== undefined;
}

const ARROW = /->|=>|<-|<=|→|←/;

/** Whether whom a line names is whom the message lets one think of. */
function agrees(line: string, message: Gist): boolean {
  const { source, destination } = inferredFrom(message, {});
  const said = peersIn(line);
  return source === undefined
    ? destination !== undefined && hostOf(destination) === hostOf(said.destination)
    : hostOf(source) === hostOf(said.source);
}

const hostOf = (address: string | undefined): string | undefined => address?.replace(/:\d+$/, '');
