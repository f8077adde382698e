import type { Frame } from '../../frame.ts';
import { lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
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
  { start, end, layout }: Frame,
): Envelope {
  const headings = headingsOf(firstLines);
  if (headings.length === 0) return envelope;
  const row = text.slice(lineStartBefore(text, start, Math.max(0, start - LONGEST_ROW)), start);
  // Below the last line of a message that fills a cell line by line stands another row.
  const isBelow = layout.kind === 'lines' && layout.prefix !== '' && text[end - 1] === '\n';
  const from = behindCell(text, { start, layout }) ?? (isBelow ? undefined : end);
  const [behind = ''] = from === undefined ? [] : text.slice(from, from + LONGEST_ROW).split(/\r?\n/, 1);
  const tables = headings.map((heading) => ({ heading, cells: namedCells(heading, row, behind) }));
  const { heading, cells } = tables.find((table) => table.cells?.isWhole) ?? tables[0]!;
  return withNamedCells(inZoneOfColumn(envelope, heading, row), cells);
}

/** Where the cells go on beside the first line of a message whose lines stand in one of them. */
function behindCell(text: string, { start, layout }: Pick<Frame, 'start' | 'layout'>): number | undefined {
  if (layout.kind !== 'lines' || layout.border === undefined) return undefined;
  return Math.min(physicalLineAt(text, start).end, start + layout.border);
}

/** The headings that were found last: all messages of a document have the same ones. */
let last: { readonly lines: readonly string[]; readonly headings: readonly Row[] } = { lines: [], headings: [] };

function headingsOf(lines: readonly string[]): readonly Row[] {
  if (lines.length !== last.lines.length || lines.some((line, i) => line !== last.lines[i]))
    last = { lines, headings: headingsIn(lines) };
  return last.headings;
}
