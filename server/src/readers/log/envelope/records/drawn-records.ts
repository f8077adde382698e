import { lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import type { ReadRecord } from './record.ts';

/**
 * A row of a drawn table that holds the message in the last of its columns, and is as many lines high: what stands in
 * the other columns may be halfway down.
 */

/** A higher row, or a wider one before the message, is none. */
const MOST_LINES = 256;
const WIDEST = 512;

const BARS = /[|│┃║]/;
/** Before the first line of the message stand cells without anything in them. */
const EMPTY_CELLS = /^[|│┃║](?:\s{0,200}[|│┃║]){1,16}\s?$/;
const REST_OF_ROW = /^\s*[|│┃║]?\s*$/;

/** The cells before the message's column, each with all its lines. */
export const drawnRecord: ReadRecord = (text, { start, end, layout }, floor) => {
  const lineStart = lineStartBefore(text, start, floor);
  const own = text.slice(lineStart, start);
  if (layout.kind !== 'lines' || own.length > WIDEST || !EMPTY_CELLS.test(own)) return undefined;
  const width = own.trimEnd().length;
  const bar = own[width - 1];
  const cells: string[] = [];
  for (let at = lineStart, i = 0; i < MOST_LINES; i++) {
    const line = physicalLineAt(text, at);
    if (line.start + width > line.end || text[line.start + width - 1] !== bar) break;
    // What stands below the message belongs to another one where its column is not empty.
    if (at >= end && !REST_OF_ROW.test(text.slice(line.start + width, line.end))) break;
    addLine(cells, text.slice(line.start + 1, line.start + width - 1).split(BARS));
    at = line.next;
  }
  return { fields: `|${cells.join('|')}|` };
};

/** A cell that is full to its border was broken there. */
function addLine(cells: string[], line: readonly string[]): void {
  line.forEach((content, i) => {
    const before = cells[i] ?? '';
    const gap = before === '' || !/\s$/.test(before) ? '' : ' ';
    if (content.trim() !== '') cells[i] = `${before.trimEnd()}${gap}${content.trimStart()}`;
    else cells[i] = before;
  });
}
