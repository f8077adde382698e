import { methodAlternatives } from '../patterns.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';

/** A line that a mail program or a terminal broke is not shorter than this. */
export const SHORTEST_BROKEN_LINE = 50;
export const LONGEST_BROKEN_LINE = 512;

/** What a method begins behind: no word, but for the last bytes of a packet's headers, shown as letters by chance. */
const BEFORE_METHOD = '(?:(?<![\\w-])|(?<=\\.\\.[^\\s.]{1,4}))';
const REQUEST_BEFORE_VERSION = new RegExp(`${BEFORE_METHOD}(?:${methodAlternatives}) (?:sips?|tel|urn):[^\\s"']+ $`);
/** What a tool puts at the end of a line that it breaks, or draws there. */
const TAIL = /(?:[\\\u21a9\u23ce\u00ac]|[ \t]*[|\u2502\u2503\u2551])$/;
/** What it puts before the line that goes on. */
const LEAD = /^[>|\u2502\u2503\u2551\u21aa\u21b3\u00bb\u2026 \t]*/;
/** A Request-URI alone: its method stands on the line above. */
const URI_ALONE = /^\W*(?:sips?|tel|urn):\S+$/;

/** Where a request line begins that was broken before its version or at any other place. */
export function brokenRequestStart(text: string, version: number, floor: number): number | undefined {
  const lineStart = lineStartBefore(text, version, Math.max(floor, version - LONGEST_BROKEN_LINE));
  if (lineStart <= floor || text[lineStart - 1] !== '\n') return undefined;
  let previous = lineStartBefore(text, lineStart - 1, Math.max(floor, lineStart - LONGEST_BROKEN_LINE));
  let line = text.slice(previous, lineStart).trimEnd().replace(TAIL, '');
  const rest = text.slice(lineStart, version).replace(LEAD, '');
  if (line.length + rest.length < SHORTEST_BROKEN_LINE) return undefined;
  if (URI_ALONE.test(line) && previous > floor) {
    previous = lineStartBefore(text, previous - 1, Math.max(floor, previous - LONGEST_BROKEN_LINE));
    line = `${text.slice(previous, lineStart).split('\n', 1)[0]?.trimEnd()} ${line.replace(LEAD, '')}`;
  }
  for (const glue of ['', ' ']) {
    const match = REQUEST_BEFORE_VERSION.exec(line + glue + rest);
    if (match && match.index < line.length) return previous + match.index;
  }
  return undefined;
}
