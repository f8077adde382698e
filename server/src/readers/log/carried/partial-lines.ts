import { ownCopy } from '../../../sip/own-copy.ts';
import type { PhysicalLine } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { PartialLines } from './carrier.ts';
import type { Content } from './content.ts';

/**
 * What the runtime of a container writes of a program's output (Kubernetes' CRI): a time, the stream, whether the line
 * is whole or goes on in the next one, and what was said: `2026-11-22T18:48:06.123456789Z stdout P Via: SIP/2.0/U`.
 */

const OPENING = /^(.{0,160}?\d[\d.:+-]*Z? )(stdout|stderr) [FP](?::\S{0,32})? /;
const TAG = /^ ([FP])(?::\S{0,32})?(?: |\r*$)/;
const LONGEST_OPENING = 224;
const LONGEST_TAG = 40;
/** A line that was cut stands so near behind a start line. */
const NEAR = 16_384;

/** How the lines begin, where one of them behind the one of an offset was cut. */
export function partialLinesAt(text: string, line: PhysicalLine, at: number): PartialLines | undefined {
  const opening = OPENING.exec(text.slice(line.start, Math.min(at, line.start + LONGEST_OPENING)));
  const [, head, stream] = opening ?? [];
  if (head === undefined || stream === undefined) return undefined;
  const isCut = text.slice(line.start, line.start + NEAR).includes(` ${stream} P`);
  return isCut ? { kind: 'partial-lines', head: ownCopy(head), stream: ownCopy(stream) } : undefined;
}

/** What a line says; nothing where it is of the other stream. */
export function contentOfPartialLine(
  text: string,
  { start, end, next }: PhysicalLine,
  { head, stream }: PartialLines,
): Content | undefined {
  const at = prefixEnd(text, start, end, head);
  if (at === undefined) return undefined;
  if (!text.startsWith(stream, at))
    return text.startsWith('std', at) ? { start, end: start, next, goesOn: true } : undefined;
  const from = at + stream.length;
  const tag = TAG.exec(text.slice(from, Math.min(end, from + LONGEST_TAG)));
  return tag ? { start: Math.min(from + tag[0].length, end), end, next, goesOn: tag[1] === 'P' } : undefined;
}
