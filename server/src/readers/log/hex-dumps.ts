import { lineStartBefore, physicalLineAt } from './line-shapes.ts';
import type { LogicalTextBuilder } from './logical.ts';

/**
 * Packets as rows of an offset, up to sixteen bytes in hexadecimal and what they look like: `tshark -x`,
 * `tcpdump -X`, `xxd`, `hexdump -C`. The bytes before the message are those of the layers below it.
 */

/** How the first row of a packet begins. */
export const FIRST_ROWS = ['\n0000  ', '0x0000:  ', '\n00000000', '\n    00000000', '\n\t00000000'] as const;

const ROW_OFFSET = /^[ \t]*(?:0x)?[0-9a-f]{4,8}:?[ \t]{1,3}/i;
const BYTES_IN_ROW = 16;
/** A longer packet than any that holds SIP. */
const MOST_ROWS = 4096;

/** The bytes of the rows from a line on, and where each of them stands. */
export interface HexDump {
  /** One character a byte. */
  readonly text: string;
  readonly offsets: readonly number[];
  /** Behind the last row. */
  readonly end: number;
}

export function hexDumpAt(document: string, lineStart: number): HexDump {
  const offsets: number[] = [];
  const parts: string[] = [];
  let end = lineStart;
  for (let at = lineStart, i = 0; at < document.length && i < MOST_ROWS; i++) {
    const line = physicalLineAt(document, at);
    const row = bytesOfRow(document, line.start, line.end);
    if (row.length === 0 || (i > 0 && isFirstRow(document, line.start))) break;
    offsets.push(...row);
    parts.push(...row.map((offset) => String.fromCharCode(byteAt(document, offset))));
    end = line.next;
    at = line.next;
  }
  return { text: parts.join(''), offsets, end };
}

/** Whether a packet begins with a line. */
export const isFirstRow = (document: string, lineStart: number): boolean =>
  /^[ \t]*(?:0x)?0{4,8}:? /.test(document.slice(lineStart, lineStart + 32));

/** Where the rows begin that hold an offset. */
export function hexDumpStart(document: string, at: number): number {
  let start = lineStartBefore(document, at, Math.max(0, at - 256));
  for (let i = 0; i < MOST_ROWS && start > 0 && !isFirstRow(document, start); i++) {
    const previous = lineStartBefore(document, start - 1, Math.max(0, start - 256));
    if (bytesOfRow(document, previous, start - 1).length === 0) break;
    start = previous;
  }
  return start;
}

/** Takes the bytes of the rows as UTF-8, as far as they can be read so. */
export function decodeHexDump(builder: LogicalTextBuilder, document: string, start: number, end: number): void {
  let pending: number[] = [];
  const flush = () => {
    for (const offset of pending) builder.decode(String.fromCharCode(byteAt(document, offset)), offset, offset + 2);
    pending = [];
  };
  for (let at = lineStartBefore(document, start, Math.max(0, start - 256)); at < end; ) {
    const line = physicalLineAt(document, at);
    for (const offset of bytesOfRow(document, line.start, line.end)) {
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

/** The offsets of the bytes in a row; none where the line is no row. Three blanks end them, or what is no byte. */
function bytesOfRow(document: string, start: number, end: number): readonly number[] {
  const line = document.slice(start, Math.min(end, start + 128));
  let at = ROW_OFFSET.exec(line)?.[0].length;
  const offsets: number[] = [];
  while (at !== undefined && offsets.length < BYTES_IN_ROW) {
    if (!isHexDigit(line.charCodeAt(at)) || !isHexDigit(line.charCodeAt(at + 1))) break;
    offsets.push(start + at);
    at += 2;
    const blanks = /^ */.exec(line.slice(at, at + 3))?.[0].length ?? 0;
    if (blanks > 2) break;
    at += blanks;
  }
  return offsets;
}

const isHexDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
