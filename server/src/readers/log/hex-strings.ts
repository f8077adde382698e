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

/** The bytes around a version that stands at `version` in a document; undefined where these are not the bytes. */
export function hexStringAround(document: string, version: number): HexString | undefined {
  const step = stepAt(document, version);
  let start = version;
  while (start - step >= 0 && version - start < LONGEST_REQUEST_LINE * step) {
    const byte = byteAt(document, start - step);
    if (byte === undefined || byte < 32 || !isJoined(document, start - step, step)) break;
    start -= step;
  }
  const end = hexStringEnd(document, version, VERSION_AND_NAME);
  if (isShownElsewhere(document, start, step)) return undefined;
  const bytes: number[] = [];
  for (let at = start; at < end; at += step) bytes.push(byteAt(document, at) ?? 0);
  return {
    text: String.fromCharCode(...bytes),
    version: (version - start) / step,
    offsetOf: (index) => start + index * step,
  };
}

/** Behind the last byte of the string that holds an offset. */
export function hexStringEnd(document: string, from: number, most = LONGEST_PACKET): number {
  const step = stepAt(document, from);
  let end = from;
  for (let i = 0; i < most && byteAt(document, end) !== undefined; i++) {
    end += 2;
    if (step === 3 && document[end] !== document[from + 2]) break;
    end += step - 2;
  }
  return end;
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
  const digits = document.slice(at, at + 2);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

/** A field of a packet whose other fields show the same message: `"udp.payload": "49:4e`, `"sip_raw": ["494e`, `value="494e`. */
const SHOWN_ELSEWHERE = /(?:payload|_raw|segment_data|reassembled_data)"?[ \t]*:[ \t]*[[\s]*"?$|(?:value|show)="$/;

function isShownElsewhere(document: string, from: number, step: number): boolean {
  let start = from;
  for (let i = 0; i < LONGEST_PACKET && byteAt(document, start - step) !== undefined; i++) start -= step;
  return SHOWN_ELSEWHERE.test(document.slice(Math.max(0, start - 48), start));
}
