import type { Frame } from '../../frame.ts';
import { lineStartBefore } from '../../shapes/physical-lines.ts';
import type { Envelope } from '../said.ts';
import { headingsIn, LONGEST_ROW, type Row } from './headings.ts';
import { namedCells, withNamedCells } from './named-cells.ts';
import { inZoneOfColumn } from './zones.ts';

/** What the heading of a table says of the columns below it, which the row of a message does not say. */

/** The envelope of a message with what the columns of its row are called; `firstLines` are those of the document. */
export function withColumns(
  envelope: Envelope,
  firstLines: readonly string[],
  text: string,
  { start, end }: Frame,
): Envelope {
  const headings = headingsOf(firstLines);
  if (headings.length === 0) return envelope;
  const row = text.slice(lineStartBefore(text, start, Math.max(0, start - LONGEST_ROW)), start);
  const [behind = ''] = text.slice(end, end + LONGEST_ROW).split(/\r?\n/, 1);
  const tables = headings.map((heading) => ({ heading, cells: namedCells(heading, row, behind) }));
  const { heading, cells } = tables.find((table) => table.cells?.isWhole) ?? tables[0]!;
  return withNamedCells(inZoneOfColumn(envelope, heading, row), cells);
}

/** The headings that were found last: all messages of a document have the same ones. */
let last: { readonly lines: readonly string[]; readonly headings: readonly Row[] } = { lines: [], headings: [] };

function headingsOf(lines: readonly string[]): readonly Row[] {
  if (lines.length !== last.lines.length || lines.some((line, i) => line !== last.lines[i]))
    last = { lines, headings: headingsIn(lines) };
  return last.headings;
}
