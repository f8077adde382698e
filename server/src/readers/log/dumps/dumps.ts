import type { LogicalTextBuilder } from '../logical.ts';
import { isBlankRange, lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { Utf8Bytes } from '../utf8-bytes.ts';
import {
  beforeCodes,
  isClosed,
  isFirstOffset,
  isFirstRow,
  LONGEST_ROW,
  type RowShape,
  rowAt,
  rowLineAt,
} from './code-rows.ts';
import { type Codes, codesFrom, MOST_IN_ROW } from './codes.ts';
import { firstCode, type SpeltVersion } from './version-codes.ts';

/**
 * Packets, whole files or lists as rows of codes: `tshark -x`, `tcpdump -X`, `xxd`, `hexdump -C`, `od -c`, an array of
 * numbers. The bytes before a message are those of the layers below it, or of the log that was dumped.
 */

/** A longer packet than any that holds SIP; of a longer file so many are read at once. */
const MOST_ROWS = 4096;
/** A list on one line has so many bytes at most. */
const MOST_IN_LIST = 65_536;
/** A request line is followed back over so many rows. */
const ROWS_BEFORE = 512;

/** The bytes of the rows from a place on, and where each of them stands. */
export interface Dump {
  readonly shape: RowShape;
  /** One character a byte. */
  readonly text: string;
  readonly starts: readonly number[];
  /** Behind the last row. */
  readonly end: number;
  readonly rows: number;
  /** Whether the bytes are shown as text beside. */
  readonly shown: boolean;
  /** Whether it begins with an offset of zero. */
  readonly isPacket: boolean;
  /** Whether more rows may follow: it is as long as any is read. */
  readonly isCut: boolean;
}

/** So many rows of a shape at most from a line on; `head` is the first code of that line where it begins in another way. */
function dumpAt(document: string, lineStart: number, shape: RowShape, head?: number, most = MOST_ROWS): Dump {
  const starts: number[] = [];
  const parts: string[] = [];
  let shown = false;
  let rows = 0;
  let isLast = false;
  let end = lineStart;
  for (; !isLast && end < document.length && rows < most; rows++) {
    const line = rows === 0 ? physicalLineAt(document, end) : nextRowLine(document, end, shape);
    const codes =
      rows === 0 && head !== undefined ? listFrom(document, head, line.end, shape) : rowAt(document, line, shape);
    if (!codes || (rows > 0 && beginsPacket(document, line, shape, codes))) break;
    for (const start of codes.starts) starts.push(start);
    for (let i = 0; i < codes.bytes.length; i += MOST_IN_CALL)
      parts.push(String.fromCharCode(...codes.bytes.slice(i, i + MOST_IN_CALL)));
    shown ||= codes.shown;
    end = line.next;
    isLast = isClosed(document, codes, line.end);
  }
  const isPacket = isFirstRow(document, lineStart);
  return { shape, text: parts.join(''), starts, end, rows, shown, isPacket, isCut: rows === MOST_ROWS };
}

/** The line at an offset; where it is empty, for a tool doubled the line breaks, and rows have offsets, the next one. */
function nextRowLine(document: string, at: number, { before }: RowShape): PhysicalLine {
  const line = physicalLineAt(document, at);
  const isDoubled = isBlankRange(document, line.start, line.end) && ENDS_IN_OFFSET.test(before);
  return isDoubled ? physicalLineAt(document, line.next) : line;
}

const ENDS_IN_OFFSET = /[0-9a-f]{4}[:|]?[ \t]*$/i;

/** Arguments of one call. */
const MOST_IN_CALL = 1024;

const listFrom = (document: string, from: number, lineEnd: number, { spelling }: RowShape): Codes | undefined => {
  const codes = codesFrom(document, from, lineEnd, spelling, MOST_IN_LIST);
  return codes.bytes.length > 0 ? codes : undefined;
};

const beginsPacket = (document: string, { start }: PhysicalLine, { before }: RowShape, { starts }: Codes): boolean =>
  before !== '' && isFirstOffset(document.slice(start, starts[0]));

/** The dump around a version; rows before `floor` are of another one. */
export function dumpAround(document: string, version: SpeltVersion, floor: number): Dump {
  const { spelling, first } = version;
  const lineStart = lineStartBefore(document, first, Math.max(floor, first - LONGEST_ROW));
  const line = physicalLineAt(document, lineStart);
  const own: RowShape = { spelling, before: beforeCodes(document, lineStart, first) };
  const bare: RowShape = { spelling, before: '' };
  const next = physicalLineAt(document, line.next);
  const isRow = rowAt(document, line, own) !== undefined;
  // A list begins behind other words, and goes on behind none.
  if (own.before !== '' && !(isRow && rowAt(document, next, own)) && rowAt(document, next, bare))
    return dumpAt(document, lineStart, bare, first);
  const offset = FIRST_OFFSET_BEHIND_WORDS.exec(own.before);
  const below: RowShape | undefined = offset ? { spelling, before: offset[0].slice(1) } : undefined;
  if (below && !rowAt(document, next, own) && rowAt(document, next, below))
    return dumpAt(document, lineStart, below, first);
  if (!isRow) return dumpAt(document, lineStart, own, first, 1);
  const start = rowsBefore(document, lineStart, own, floor);
  const head =
    own.before === '' ? headOf(document, start, version, floor) : firstRowBehindWords(document, start, own, floor);
  return head === undefined
    ? dumpAt(document, start, own)
    : dumpAt(document, lineStartBefore(document, head, Math.max(floor, head - LONGEST_ROW)), own, head);
}

/** Where the rows begin that go on at a line. */
function rowsBefore(document: string, lineStart: number, shape: RowShape, floor: number): number {
  let start = lineStart;
  for (let i = 0; i < ROWS_BEFORE && start > floor; i++) {
    const line = rowLineAt(document, start);
    const codes = rowAt(document, line, shape);
    if (codes && beginsPacket(document, line, shape, codes)) break;
    const previous = rowStartBefore(document, start, floor, shape);
    const above = rowAt(document, rowLineAt(document, previous), shape);
    if (!above || isClosed(document, above, start)) break;
    start = previous;
  }
  return start;
}

/** Where the line above one starts, the one above an empty line where rows have offsets. */
function rowStartBefore(document: string, start: number, floor: number, { before }: RowShape): number {
  const above = lineStartBefore(document, start - 1, Math.max(floor, start - LONGEST_ROW - 2));
  const isDoubled = above > floor && isBlankRange(document, above, start - 1) && ENDS_IN_OFFSET.test(before);
  return isDoubled ? lineStartBefore(document, above - 1, Math.max(floor, above - LONGEST_ROW - 2)) : above;
}

/** The first code of the line above rows that have nothing before them, where it ends in codes as well. */
function headOf(document: string, start: number, { spelling, gaps }: SpeltVersion, floor: number): number | undefined {
  if (start <= floor || spelling.columns !== undefined) return undefined;
  const lineStart = lineStartBefore(document, start - 1, Math.max(floor, start - LONGEST_ROW));
  const { end } = physicalLineAt(document, lineStart);
  const head = firstCode(document, lineStart, end, spelling, gaps);
  return codesFrom(document, head, end, spelling).bytes.length > 1 ? head : undefined;
}

/** The first code of the line above rows with offsets, where the row of the first offset stands behind words of a log. */
function firstRowBehindWords(document: string, start: number, shape: RowShape, floor: number): number | undefined {
  if (start <= floor || shape.spelling.columns !== undefined || !ENDS_IN_OFFSET.test(shape.before)) return undefined;
  if (isFirstRow(document, start)) return undefined;
  const lineStart = lineStartBefore(document, start - 1, Math.max(floor, start - LONGEST_ROW));
  const line = document.slice(lineStart, start - 1);
  const offset = FIRST_OFFSET_BEHIND_WORDS.exec(line);
  if (!offset) return undefined;
  const head = lineStart + offset.index + offset[0].length;
  return codesFrom(document, head, start - 1, shape.spelling, MOST_IN_ROW + 1).bytes.length > 1 ? head : undefined;
}

/** `NSE: UDP 192.0.2.1:5062 > 192.0.2.2:5060 | 00000000: ` */
const FIRST_OFFSET_BEHIND_WORDS = /\s(?:0x)?0{4,16}[:|]?[ \t]{1,3}(?=[0-9a-f]{2}|$)/i;

/** The dump of a packet that begins at a line: in the spelling in which a version stands in it, if there is one. */
export function packetAt(document: string, lineStart: number, shapes: readonly RowShape[]): Dump | undefined {
  let likeliest: Dump | undefined;
  for (const shape of shapes) {
    const dump = dumpAt(document, lineStart, shape);
    if (dump.text.includes('SIP/')) return dump;
    likeliest ??= dump;
  }
  return likeliest;
}

/** Where the rows begin that hold an offset, not before `floor`. */
export const dumpStart = (document: string, at: number, shape: RowShape, floor = 0): number =>
  rowsBefore(document, lineStartBefore(document, at, Math.max(floor, at - LONGEST_ROW)), shape, floor);

/** Takes the bytes of the rows as UTF-8. */
export function decodeDump(
  builder: LogicalTextBuilder,
  document: string,
  start: number,
  end: number,
  shape: RowShape,
): void {
  const text = new Utf8Bytes(builder);
  const lineStart = lineStartBefore(document, start, Math.max(0, start - LONGEST_ROW));
  for (let at = lineStart; at < end; ) {
    const line = rowLineAt(document, at);
    const row = rowAt(document, line, shape);
    // Of a long list no more is read than what is asked for.
    const codes = row ?? (at === lineStart ? listFrom(document, start, end, shape) : undefined);
    codes?.bytes.forEach((byte, i) => {
      const from = codes.starts[i]!;
      if (from >= start && from < end) text.take(byte, from, codes.ends[i]!);
    });
    const feed = row ? line.next - 1 : document.slice(at, end).indexOf('\n') + at;
    at = feed < at ? end : feed + 1;
  }
  text.flush();
}
