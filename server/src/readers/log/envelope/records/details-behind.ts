import type { Frame } from '../../frame.ts';
import { isBlankRange } from '../../shapes/physical-lines.ts';
import { linesDown } from './near-lines.ts';

/**
 * What a record adds below a message whose lines are indented: lines that are indented as deep, behind one of two
 * hyphens, as bunyan prints the members of a record below a text of several lines.
 */

/** So many of them are looked at. */
const MOST_LINES = 24;

export function detailsBehind(text: string, { end, layout }: Frame): string {
  if (layout.kind !== 'lines' || !/^[ \t]+$/.test(layout.prefix)) return '';
  let details: string[] | undefined;
  for (const { line } of linesDown(text, end, MOST_LINES)) {
    if (details === undefined && isBlankRange(line, 0, line.length)) continue;
    if (!line.startsWith(layout.prefix)) break;
    if (details) details.push(line.trim());
    else if (line.trim() === '--') details = [];
    else break;
  }
  return details?.join('') ?? '';
}
