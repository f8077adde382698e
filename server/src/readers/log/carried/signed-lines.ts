import { ownCopy } from '../../../sip/own-copy.ts';
import { isKnownHeaderLine } from '../shapes/header-lines.ts';
import { lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { SignedLines } from './carrier.ts';
import type { Content } from './content.ts';

/**
 * Lines of a message that begin with the same sign, among others that do not: a page parted each from its stamp, or a
 * program says behind each what it made of it.
 */

const LONGEST_PREFIX = 96;
/** A sign, perhaps behind a stamp: `>`, `18:48:06.884 -> -_ `. */
const SIGNED = /[^A-Za-z0-9\s"'`({[,;:] ?$/;
/** So many lines on end may be none of the message; in records of fields, as `journalctl -o export` writes them, more. */
const mostBetween = (prefix: string): number => (prefix.endsWith('=') ? 30 : 6);
/** So many of them in a row are looked at for the first header fields. */
const STRETCHES = 4;
/** Fewer header fields tell of no message. */
const FEWEST_FIELDS = 3;

/** The sign before the message on a line, where its first header fields have it and other lines stand between. */
export function signedLinesAt(text: string, own: PhysicalLine, at: number): SignedLines | undefined {
  const prefix = text.slice(own.start, at);
  if (prefix.length > LONGEST_PREFIX || !SIGNED.test(prefix)) return undefined;
  let fields = 0;
  let others = 0;
  let line = own;
  for (let i = 0; i < STRETCHES * mostBetween(prefix) && line.next < text.length && fields < FEWEST_FIELDS; i++) {
    line = physicalLineAt(text, line.next);
    const start = behindSign(text, line, prefix);
    if (start !== undefined && isKnownHeaderLine(text, start, line.end)) fields++;
    else if (start !== undefined || isKnownHeaderLine(text, line.start, line.end)) return undefined;
    else others++;
  }
  return fields === FEWEST_FIELDS && others > 0 ? { kind: 'signed-lines', prefix: ownCopy(prefix) } : undefined;
}

/** Where a line goes on behind the sign; an empty line of the message may have lost the blank at its end. */
const behindSign = (text: string, { start, end }: PhysicalLine, prefix: string): number | undefined =>
  prefixEnd(text, start, end, prefix) ?? prefixEnd(text, start, end, prefix.trimEnd());

/** What a line says behind the sign; nothing where it has none. */
export function contentOfSignedLine(text: string, line: PhysicalLine, { prefix }: SignedLines): Content {
  const start = behindSign(text, line, prefix);
  return start === undefined ? { ...line, end: line.start, goesOn: true } : { ...line, start };
}

/** What is said behind the sign from the line of an offset on, as far as lines with it are near each other. */
export function* contentsOfSignedLines(
  text: string,
  from: number,
  limit: number,
  signed: SignedLines,
): Generator<Content> {
  let at = lineStartBefore(text, from, Math.max(0, from - LONGEST_PREFIX));
  for (let others = 0; at < limit && others <= mostBetween(signed.prefix); ) {
    const line = physicalLineAt(text, at);
    const content = contentOfSignedLine(text, line, signed);
    others = content.goesOn ? others + 1 : 0;
    yield content;
    at = line.next;
  }
}
