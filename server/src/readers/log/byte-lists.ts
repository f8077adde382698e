import type { LogicalTextBuilder } from './logical.ts';
import { Utf8Bytes } from './utf8-bytes.ts';

/** Messages as lists of bytes, `[73,78,86,73,84,69,…]`: so journald writes text that holds control characters. */

/** `SIP/` as a list has it, with blanks behind the commas and without. */
export const VERSION_IN_LIST = ['83,73,80,47', '83, 73, 80, 47'] as const;

/** A request line in a list is followed back so far. */
const LONGEST_REQUEST_LINE = 2048;
/** So much behind a version's start tells whether a status code follows. */
const VERSION_AND_CODE = 96;
/** Before the version stand a blank, the Request-URI, a blank and the method. */
const BLANKS_BEFORE_VERSION = 2;

interface ByteList {
  readonly text: string;
  /** Where the number of each character starts, and behind the last one. */
  readonly offsets: readonly number[];
  /** The index of the version in the text. */
  readonly version: number;
}

/** The bytes around a version that stands at `version` in a document, as one character each. */
export function byteListAround(document: string, version: number): ByteList {
  const start = requestLineStart(document, version);
  let end = version;
  const ceiling = Math.min(document.length, version + VERSION_AND_CODE);
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

/** Where the line starts that a version ends; the version itself where no blank stands before it. */
function requestLineStart(document: string, version: number): number {
  const floor = Math.max(0, version - LONGEST_REQUEST_LINE);
  let start = version;
  for (let blanks = 0; start > floor; ) {
    let end = start;
    while (end > floor && isSeparator(document.charCodeAt(end - 1))) end--;
    let number = end;
    while (number > floor && isDigit(document.charCodeAt(number - 1))) number--;
    const written = document.slice(number, end);
    if (written === '32') blanks++;
    if (number === end || blanks === 0 || blanks > BLANKS_BEFORE_VERSION || written === '10' || written === '13') break;
    start = number;
  }
  return start;
}

/** Takes the bytes of a list as UTF-8. */
export function decodeByteList(builder: LogicalTextBuilder, document: string, start: number, end: number): void {
  const bytes = new Utf8Bytes(builder);
  for (const match of document.slice(start, end).matchAll(/\d+/g)) {
    const offset = start + match.index;
    bytes.take(Number(match[0]) & 0xff, offset, offset + match[0].length);
  }
  bytes.flush();
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSeparator = (code: number): boolean => code === 44 || code === 32;
const isListCharacter = (code: number): boolean => isDigit(code) || isSeparator(code);
