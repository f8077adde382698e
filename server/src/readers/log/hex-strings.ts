import type { LogicalTextBuilder } from './logical.ts';
import { Utf8Bytes } from './utf8-bytes.ts';

/**
 * Messages as their bytes in hexadecimal on one line, `494e56495445…`, `49 4e 56 49 …` or `49:4e:56:49:…`: Wireshark's
 * hex stream, `tshark -T fields -e data`, FortiGate's debug log.
 */

/** `SIP/` as such a line has it, as far as it is the same in small letters and capitals. */
export const VERSION_IN_HEX = ['5349502', '53 49 50 2', '53:49:50:2'] as const;

/** A request line is followed back so far, in bytes. */
const LONGEST_REQUEST_LINE = 2048;
/** So many bytes behind a version's start hold the rest of the start line and the next line's name. */
const VERSION_AND_NAME = 512;
/** A packet is no longer than this, in bytes. */
const LONGEST_PACKET = 65_536;

export interface HexString {
  /** One character a byte. */
  readonly text: string;
  /** The index of the version in the text. */
  readonly version: number;
  /** Where a byte of the text stands. */
  readonly offsetOf: (index: number) => number;
}

/** The bytes around a version that stands at `version` in a document: its own line, and the next one as far as needed. */
export function hexStringAround(document: string, version: number): HexString {
  const step = stepAt(document, version);
  const { floor, ceiling } = lineLimits(document, version, step);
  let start = version;
  while (start - step >= floor) {
    const byte = byteAt(document, start - step);
    if (byte === undefined || byte < 32 || !isJoined(document, start - step, step)) break;
    start -= step;
  }
  const bytes: number[] = [];
  let feeds = 0;
  for (let at = start; feeds < 2 && at < ceiling; at += step) {
    const byte = byteAt(document, at);
    if (byte === undefined || (at > version && !isJoined(document, at - step, step))) break;
    bytes.push(byte);
    if (byte === LINE_FEED) feeds++;
  }
  return {
    text: String.fromCharCode(...bytes),
    version: (version - start) / step,
    offsetOf: (index) => start + index * step,
  };
}

/** A start line begins behind the version before it, and the name of the next line ends before the next version. */
function lineLimits(document: string, version: number, step: number): { floor: number; ceiling: number } {
  const floor = Math.max(0, version - LONGEST_REQUEST_LINE * step);
  const ceiling = version + VERSION_AND_NAME * step;
  const spelling = document.slice(version, version + step * 3 + 1);
  const before = document.slice(floor, version).lastIndexOf(spelling);
  const next = document.slice(version + spelling.length, ceiling).indexOf(spelling);
  return {
    floor: before < 0 ? floor : floor + before,
    ceiling: next < 0 ? ceiling : version + spelling.length + next,
  };
}

/** A string of bytes in a document. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** Between two bytes; empty where nothing is. */
  readonly joint: string;
}

/**
 * The strings of bytes of a document: the one that was asked about last is known, so that thousands of messages in one
 * string do not each measure it.
 */
export class HexRuns {
  readonly #document: string;
  #last: Run = { start: 0, end: 0, joint: '' };

  constructor(document: string) {
    this.#document = document;
  }

  /** Behind the last byte of the string that holds an offset. */
  endOf(at: number): number {
    const { end, joint } = this.#around(at);
    return Math.min(end - (joint === '' ? (end - at) % 2 : 0), at + LONGEST_PACKET * (joint.length + 2));
  }

  /** Whether the bytes are those of a packet whose other fields show the same message. */
  isShownElsewhere(at: number): boolean {
    const { start, joint } = this.#around(at);
    const isOdd = joint === '' && (at - start) % 2 === 1;
    if (isOdd || at - start > LONGEST_PACKET * (joint.length + 2)) return false;
    return SHOWN_ELSEWHERE.test(this.#document.slice(Math.max(0, start - 48), start));
  }

  #around(at: number): Run {
    const joint = stepAt(this.#document, at) === 3 ? this.#document[at + 2]! : '';
    const { start, end, joint: known } = this.#last;
    if (joint !== known || at < start || at >= end) this.#last = runAround(this.#document, at, joint);
    return this.#last;
  }
}

/** The digits around an offset, alone or in pairs; it is followed back over the longest packet only. */
function runAround(document: string, at: number, joint: string): Run {
  const floor = Math.max(0, at - LONGEST_PACKET * (joint.length + 2));
  let start = at;
  let end = at;
  if (joint === '') {
    while (start > floor && isHexDigit(document.charCodeAt(start - 1))) start--;
    while (isHexDigit(document.charCodeAt(end))) end++;
    return { start, end, joint };
  }
  while (start - 3 >= floor && document[start - 1] === joint && byteAt(document, start - 3) !== undefined) start -= 3;
  while (byteAt(document, end) !== undefined) {
    end += 2;
    if (document[end] !== joint) break;
    end++;
  }
  return { start, end, joint };
}

/** Takes the bytes as UTF-8. */
export function decodeHexString(builder: LogicalTextBuilder, document: string, start: number, end: number): void {
  const step = stepAt(document, start);
  const bytes = new Utf8Bytes(builder);
  for (let at = start; at + 2 <= end; at += step) {
    const byte = byteAt(document, at);
    if (byte === undefined) break;
    bytes.take(byte, at, at + 2);
  }
  bytes.flush();
}

/** From one byte to the next: two digits, and what parts them. */
const stepAt = (document: string, at: number): 2 | 3 => (/[ :]/.test(document[at + 2] ?? '') ? 3 : 2);

/** Whether what parts a byte from the next one is what parts those of the version. */
const isJoined = (document: string, at: number, step: number): boolean =>
  step === 2 || document[at + 2] === document[at + 5];

function byteAt(document: string, at: number): number | undefined {
  const isByte = isHexDigit(document.charCodeAt(at)) && isHexDigit(document.charCodeAt(at + 1));
  return isByte ? Number.parseInt(document.slice(at, at + 2), 16) : undefined;
}

/** A field of a packet whose other fields show the same message: `"udp.payload": "49:4e`, `"sip_raw": ["494e`, `value="494e`. */
const SHOWN_ELSEWHERE = /(?:payload|_raw|segment_data|reassembled_data)"?[ \t]*:[ \t]*[[\s]*"?$|(?:value|show)="$/;

const LINE_FEED = 10;
const isHexDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
