import { type HexRow, hexRowAt, type RowForm } from './hex-rows.ts';
import { lineStartBefore, physicalLineAt } from './line-shapes.ts';
import type { LogicalTextBuilder } from './logical.ts';

/**
 * Packets or whole files as rows of bytes in hexadecimal: `tshark -x`, `tcpdump -X`, `xxd`, `hexdump -C`. The bytes
 * before a message are those of the layers below it, or of the log that was dumped.
 */

/** How the first row of a packet begins: with its offset, or with the first letter of a start line. */
export const FIRST_ROWS = [
  '\n0000  ',
  '0x0000:  ',
  '\n00000000',
  '\n    00000000',
  '\n\t00000000',
  '\n  4',
  '\n  5',
] as const;

/** A longer packet than any that holds SIP; of a longer file so many are read at once. */
const MOST_ROWS = 4096;

/** The bytes of the rows from a line on, and where each of them stands. */
export interface HexDump {
  /** One character a byte. */
  readonly text: string;
  readonly offsets: readonly number[];
  /** Behind the last row. */
  readonly end: number;
  readonly form: RowForm | undefined;
  /** Whether more rows may follow: it is as long as any is read. */
  readonly isCut: boolean;
}

export function hexDumpAt(document: string, lineStart: number): HexDump {
  const offsets: number[] = [];
  const parts: string[] = [];
  let end = lineStart;
  let first: HexRow | undefined;
  let rows = 0;
  for (; end < document.length && rows < MOST_ROWS; rows++) {
    const line = physicalLineAt(document, end);
    const row = hexRowAt(document, line.start, line.end);
    if (!row || (first && (!goesOn(first, row) || isFirstRow(document, line.start)))) break;
    first ??= row;
    offsets.push(...row.offsets);
    parts.push(String.fromCharCode(...row.offsets.map((offset) => byteAt(document, offset))));
    end = line.next;
  }
  return { text: parts.join(''), offsets, end, form: first?.form, isCut: rows === MOST_ROWS };
}

const goesOn = (row: HexRow, next: HexRow): boolean => row.form === next.form && row.indent === next.indent;

/** Whether a packet begins with a line. */
export const isFirstRow = (document: string, lineStart: number): boolean =>
  /^[ \t]*(?:0x)?0{4,8}:? /.test(document.slice(lineStart, lineStart + 32));

/** Where the rows begin that hold an offset, not before `floor`. */
export function hexDumpStart(document: string, at: number, floor = 0): number {
  let start = lineStartBefore(document, at, Math.max(floor, at - LONGEST_ROW));
  const last = hexRowAt(document, start, physicalLineAt(document, start).end);
  for (let i = 0; i < MOST_ROWS && start > floor && !isFirstRow(document, start); i++) {
    const previous = lineStartBefore(document, start - 1, Math.max(floor, start - LONGEST_ROW));
    const row = hexRowAt(document, previous, physicalLineAt(document, previous).end);
    if (!row || (last && !goesOn(row, last))) break;
    start = previous;
  }
  return start;
}

/** Longer than any row is. */
const LONGEST_ROW = 768;
/** A request line is followed back over so many rows. */
const ROWS_BEFORE = 64;

/** Where rows begin that are bytes alone, around an offset; undefined where it stands in no such row, or in the only one. */
export function bareRowsStart(document: string, at: number): number | undefined {
  let start = lineStartBefore(document, at, Math.max(0, at - LONGEST_ROW));
  // The end of a longer line is not looked for: each version on it would.
  if (start + LONGEST_ROW < document.length && !document.slice(start, start + LONGEST_ROW).includes('\n'))
    return undefined;
  const line = physicalLineAt(document, start);
  if (!isBareRow(document, start, line.end)) return undefined;
  const first = start;
  for (let i = 0; i < ROWS_BEFORE && start > 0; i++) {
    const previous = lineStartBefore(document, start - 1, Math.max(0, start - LONGEST_ROW));
    if (!isBareRow(document, previous, physicalLineAt(document, previous).end)) break;
    start = previous;
  }
  const next = physicalLineAt(document, line.next);
  return start < first || isBareRow(document, next.start, next.end) ? start : undefined;
}

/** Whether rows with offsets go on at a line. */
export const isRowOfOffset = (document: string, start: number): boolean =>
  hexRowAt(document, start, physicalLineAt(document, start).end)?.form === 'offset';

/** Whether a line is a row as ngrep -x writes them. */
export const isRowOfHalves = (document: string, start: number): boolean =>
  hexRowAt(document, start, physicalLineAt(document, start).end)?.form === 'halves';

const isBareRow = (document: string, start: number, end: number): boolean =>
  hexRowAt(document, start, end)?.form === 'bare';

/** Takes the bytes of the rows as UTF-8, as far as they can be read so. */
export function decodeHexDump(builder: LogicalTextBuilder, document: string, start: number, end: number): void {
  let pending: number[] = [];
  const flush = () => {
    for (const offset of pending) builder.decode(String.fromCharCode(byteAt(document, offset)), offset, offset + 2);
    pending = [];
  };
  for (let at = lineStartBefore(document, start, Math.max(0, start - LONGEST_ROW)); at < end; ) {
    const line = physicalLineAt(document, at);
    for (const offset of hexRowAt(document, line.start, line.end)?.offsets ?? []) {
      if (offset < start || offset >= end) continue;
      if ((byteAt(document, offset) & 0xc0) !== 0x80) flush();
      pending.push(offset);
      const bytes = pending.map((each) => byteAt(document, each));
      const character = bytes.length > 1 && bytes.length === sequenceLength(bytes[0]!) ? characterOf(bytes) : undefined;
      if (character !== undefined) {
        builder.decode(character, pending[0]!, offset + 2);
        pending = [];
      } else if (bytes.length >= sequenceLength(bytes[0]!)) flush();
    }
    at = line.next;
  }
  flush();
}

/** How many bytes a character has that begins with this one (RFC 3629 §3). */
const sequenceLength = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1);

function characterOf(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16)}`).join(''));
  } catch {
    return undefined;
  }
}

const byteAt = (document: string, offset: number): number => Number.parseInt(document.slice(offset, offset + 2), 16);
