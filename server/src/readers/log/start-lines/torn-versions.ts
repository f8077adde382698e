import { lineStartBefore } from '../shapes/physical-lines.ts';
import { LONGEST_BROKEN_LINE, SHORTEST_BROKEN_LINE } from './broken-request-lines.ts';
import { type StartLine, startLineAt } from './start-line-at.ts';

/** What a tool that breaks lines at a width of its own may leave of a version for the next line. */
export const TORN_VERSIONS = ['\nIP/2.0', '\nP/2.0', '\n/2.0'] as const;

/** A version's first line: all of it is looked for by the letters it shares with others. */
const FIRST_PART = /^SIP\/(?:2\.?)?\r?(?=\n)/;
const LONGEST_VERSION_AND_CODE = 32;

/** The start line whose version begins at an offset and goes on behind a line feed. */
export function startLineFromFirstPart(text: string, version: number): StartLine | undefined {
  const part = FIRST_PART.exec(text.slice(version, version + 8));
  return part ? startLineOverBreak(text, version + part[0].length) : undefined;
}

/** The start line whose version stands on both sides of a line feed. */
export function startLineOverBreak(text: string, feed: number): StartLine | undefined {
  const lineEnd = text[feed - 1] === '\r' ? feed - 1 : feed;
  const lineStart = lineStartBefore(text, lineEnd, Math.max(0, lineEnd - LONGEST_BROKEN_LINE));
  if (lineEnd - lineStart < SHORTEST_BROKEN_LINE) return undefined;
  const before = text.slice(Math.max(0, lineStart - LONGEST_BROKEN_LINE), lineEnd);
  const joined = before + text.slice(feed + 1, feed + 1 + LONGEST_VERSION_AND_CODE);
  const version = joined.lastIndexOf('SIP/2.0', before.length);
  if (version < 0 || version + 'SIP/2.0'.length <= before.length) return undefined;
  const hit = startLineAt(joined, version);
  const placed = (at: number) => (at < before.length ? lineEnd - before.length + at : feed + 1 + at - before.length);
  return hit && { kind: hit.kind, start: placed(hit.start), end: placed(hit.end) };
}
