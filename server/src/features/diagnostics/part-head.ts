import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import type { Judged, Report } from './judged.ts';

/** The header lines of one part of a multipart body (RFC 2045, RFC 2392). */

/** Reports what is wrong with the lines as such; false when nobody can tell what the part is. */
export function checkPartHead(judged: Judged, head: Span, report: Report): boolean {
  const glued = /(?<=^|\n)v=0(?=\r?\n|$)/.exec(judged.textOf(head));
  if (glued) {
    const start = head.start + glued.index;
    report('sip.missing-blank-line', span(start, start + 3), {
      fix: { title: 'insert-blank-line', edits: [{ span: span(start, start), newText: '\n' }] },
    });
    return false;
  }
  const stray = partLineWithoutColon(judged, head);
  if (stray) {
    report('sip.header-without-colon', stray);
    return false;
  }
  const id = partField(judged.text, head, 'content-id');
  if (id && !judged.isWild(id) && !/^<[^<>\s]+>$/.test(judged.textOf(id))) {
    const written = judged.textOf(id);
    report('sip.malformed-value', id, { args: ['Content-ID', written, '<part1@example.com>'] });
  }
  return true;
}

/** A line of a part's head that names a field and has lost the colon behind it: `Content-Type application/sdp`. */
function partLineWithoutColon(judged: Judged, head: Span): Span | undefined {
  const { text } = judged;
  for (let at = head.start; at < head.end; ) {
    const end = indexIn(text, '\n', span(at, head.end)) ?? head.end;
    if (/^content-[a-z-]+[ \t]+[^\s:]/i.test(text.slice(at, Math.min(end, at + 80)))) {
      const line = trimmed(text, at, end);
      return judged.isWild(line) ? undefined : line;
    }
    at = end + 1;
  }
  return undefined;
}

/** The value of a header line of a body part. */
export function partField(text: string, head: Span, name: string): Span | undefined {
  let at = head.start;
  while (at < head.end) {
    const end = indexIn(text, '\n', span(at, head.end)) ?? head.end;
    const colon = indexIn(text, ':', span(at, end));
    if (colon !== undefined && text.slice(at, colon).trim().toLowerCase() === name) {
      const value = text.slice(colon + 1, end);
      const start = colon + 1 + (value.length - value.trimStart().length);
      return span(start, start + value.trim().length);
    }
    at = end + 1;
  }
  return undefined;
}
