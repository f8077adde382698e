import type { LogicalTextBuilder } from './logical.ts';

/** Messages as lists of bytes, `[73,78,86,73,84,69,…]`: so journald writes text that holds control characters. */

/** `SIP/` as a list has it, with blanks behind the commas and without. */
export const VERSION_IN_LIST = ['83,73,80,47', '83, 73, 80, 47'] as const;

/** A start line in a list is followed back and forth so far. */
const LONGEST_START_LINE = 2048;

interface ByteList {
  readonly text: string;
  /** Where the number of each character starts, and behind the last one. */
  readonly offsets: readonly number[];
  /** The index of the version in the text. */
  readonly version: number;
}

/** The bytes around a version that stands at `version` in a document, as one character each. */
export function byteListAround(document: string, version: number): ByteList {
  let start = version;
  const floor = Math.max(0, version - LONGEST_START_LINE);
  while (start > floor && isListCharacter(document.charCodeAt(start - 1))) start--;
  while (start < version && !isDigit(document.charCodeAt(start))) start++;
  let end = version;
  const ceiling = Math.min(document.length, version + LONGEST_START_LINE);
  while (end < ceiling && isListCharacter(document.charCodeAt(end))) end++;
  let text = '';
  let index = 0;
  const offsets: number[] = [];
  for (const match of document.slice(start, end).matchAll(/\d+/g)) {
    const offset = start + match.index;
    if (offset === version) index = text.length;
    offsets.push(offset);
    text += String.fromCharCode(Number(match[0]) & 0xff);
  }
  return { text, offsets: [...offsets, end], version: index };
}

/** Takes the bytes of a list as UTF-8. */
export function decodeByteList(builder: LogicalTextBuilder, document: string, start: number, end: number): void {
  let sequence: number[] = [];
  let sequenceStart = start;
  let sequenceEnd = start;
  const flush = () => {
    if (sequence.length > 0) builder.decode(UTF8.decode(new Uint8Array(sequence)), sequenceStart, sequenceEnd);
    sequence = [];
  };
  for (const match of document.slice(start, end).matchAll(/\d+/g)) {
    const byte = Number(match[0]) & 0xff;
    const offset = start + match.index;
    if ((byte & 0xc0) !== 0x80) flush();
    if (sequence.length === 0) sequenceStart = offset;
    sequence.push(byte);
    sequenceEnd = offset + match[0].length;
  }
  flush();
}

const UTF8 = new TextDecoder();
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isListCharacter = (code: number): boolean => isDigit(code) || code === 44 || code === 32;
