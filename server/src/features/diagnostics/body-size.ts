import type { Span } from '../../sip/span.ts';

export interface Measure {
  /** Bytes with CRLF at the end of every line. */
  readonly wire: number;
  fits(length: number): boolean;
}

/**
 * The sizes that a body may have had on the wire. Editors turn every line end into the same one, logs add or drop
 * the last, so each line end counts one byte or two, and those at the end count or not; line ends that differ have
 * been left alone. Bytes are those of UTF-8; a text that was read as Latin-1 has one for each character.
 */
export function measure(text: string, body: Span): Measure {
  let innerEnd = body.end;
  while (innerEnd > body.start && isLineBreak(text.charCodeAt(innerEnd - 1))) innerEnd--;
  const { characters, bytes, breaks, pairs } = count(text, body.start, innerEnd);
  const endBreaks = count(text, innerEnd, body.end).breaks;
  const isEmpty = innerEnd === body.start;
  const mostEndBreaks = isEmpty ? endBreaks : Math.max(endBreaks, 1);
  const fitsBreaks = (length: number, least: number, endSize: number): boolean =>
    length >= least && length <= least + mostEndBreaks * endSize && (length - least) % endSize === 0;
  const fitsSize = (length: number, size: number): boolean =>
    fitsBreaks(length, size + breaks, 1) ||
    fitsBreaks(length, size + breaks * 2, 2) ||
    fitsBreaks(length, size + breaks + pairs, 2);
  return {
    wire: bytes + 2 * (breaks + endBreaks),
    fits: (length) => fitsSize(length, bytes) || fitsSize(length, characters),
  };
}

export const isLineBreak = (code: number): boolean => code === 10 || code === 13;

interface Count {
  /** Without line ends. */
  readonly characters: number;
  /** Those of UTF-8. */
  readonly bytes: number;
  /** Line feeds. */
  readonly breaks: number;
  /** Line feeds with a carriage return before them. */
  readonly pairs: number;
}

function count(text: string, start: number, end: number): Count {
  let characters = 0;
  let bytes = 0;
  let breaks = 0;
  let pairs = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) {
      breaks++;
      if (i > start && text.charCodeAt(i - 1) === 13) pairs++;
    }
    if (isLineBreak(code)) continue;
    characters++;
    if (code < 0x80) bytes++;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 4;
      characters++;
      i++;
    } else bytes += 3;
  }
  return { characters, bytes, breaks, pairs };
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000;
