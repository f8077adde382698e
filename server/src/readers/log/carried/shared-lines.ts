import { physicalLineAt } from '../shapes/physical-lines.ts';
import type { SharedLines } from './carrier.ts';
import type { Content } from './content.ts';

/**
 * Header fields of which several stand on one line, as text has them that was taken from the page of a document:
 * `Call-ID: 7@example.com CSeq: 1 BYE`.
 */

/** Names that a value holds with a blank before and behind only where another header field begins. */
const NAMES = 'Via|From|To|Call-ID|CSeq|Contact|Max-Forwards|User-Agent|Content-Type|Content-Length';
/** What stands before it is a value as such a header field has it, for sentences hold names as well. */
const VALUE =
  '(?:Via: SIP/|(?:From|To|Contact): [^\\n]{0,128}?sips?:|Call-ID: \\S+(?= )|CSeq: \\d{1,10} [A-Z]+(?= )|(?:Max-Forwards|Content-Length): \\d+(?= ))';
const SHARED = new RegExp(`^${VALUE}[^\\n]{0,512}? (?:${NAMES}): \\S`, 'm');
const NEXT_FIELD = new RegExp(` (?=(?:${NAMES}|Allow|Supported|Date): \\S)`, 'g');
/** Most heads have none of those names behind a blank. */
const SIGN = / (?:From|To|CSeq|Call-ID|Max-Forwards|Content-Length): /;
const NEAR = 1024;

const sharedLines: SharedLines = { kind: 'shared-lines' };

/** Whether header fields share a line in the head of a message. */
export const hasSharedLines = (head: string): boolean => SIGN.test(head) && SHARED.test(head);

export const sharedLinesAt = (text: string, at: number): SharedLines | undefined =>
  hasSharedLines(text.slice(at, at + NEAR)) ? sharedLines : undefined;

/** The header fields from the line on that holds an offset, and whatever else stands on its lines, none from behind `limit`. */
export function* contentsOfSharedLines(text: string, from: number, limit: number): Generator<Content> {
  for (let at = from; at < limit; ) {
    const line = physicalLineAt(text, at);
    let start = line.start;
    for (const { index } of text.slice(line.start, line.end).matchAll(NEXT_FIELD)) {
      const end = line.start + index;
      yield { start, end, next: end + 1 };
      start = end + 1;
    }
    yield { start, end: line.end, next: line.next };
    at = line.next;
  }
}
