import { type LogicalText, LogicalTextBuilder } from '../logical.ts';
import { lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';

/**
 * Borders that a terminal showed as the letters which stand for its line characters (VT100, special graphics): `x`
 * for what is upright, `q` for what is level.
 */

const UPRIGHT = 'x';
const LEVEL = 'qqqqqqqq';
/** What is level stands so near to a start line beside which something is drawn. */
const NEAR = 2048;
const WIDEST = 512;

/** The column of the letter before a start line that stands for a border. */
export function borderColumn(text: string, { start }: StartLineHit): number | undefined {
  if (text[start - 1] !== UPRIGHT) return undefined;
  if (!text.slice(Math.max(0, start - NEAR), start + NEAR).includes(LEVEL)) return undefined;
  const lineStart = lineStartBefore(text, start, Math.max(0, start - WIDEST));
  const column = start - 1 - lineStart;
  const next = physicalLineAt(text, physicalLineAt(text, start).next);
  return text[next.start + column] === UPRIGHT ? column : undefined;
}

/** The text of a range with the border drawn, with the way back. It begins with a line. */
export function withBorder(text: string, start: number, end: number, column: number): LogicalText {
  const builder = new LogicalTextBuilder();
  let at = start;
  for (let line = start; line < end; line = physicalLineAt(text, line).next) {
    const border = line + column;
    if (border >= end || text[border] !== UPRIGHT || border >= physicalLineAt(text, line).end) continue;
    builder.copy(text, at, border);
    builder.decode('\u2502', border, border + 1);
    at = border + 1;
  }
  builder.copy(text, at, end);
  return builder.build();
}
