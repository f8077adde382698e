import type { LinesLayout } from '../frame.ts';
import { behindHead } from '../record-parts.ts';
import { headerNameAt } from '../shapes/header-lines.ts';
import { isBlankRange, isLogLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { contentLineAt, type Take, type Walk } from './content-lines.ts';
import { walkBody } from './lines-body.ts';
import {
  contentLengthIn,
  contentTypeIn,
  headGoesOn,
  isBrokenField,
  isFold,
  isTail,
  isTornHead,
  resumesAt,
  takeStartLine,
} from './lines-head.ts';
import { type BrokenLine, glueBetween } from './wrapped-lines.ts';

/** Follows a message over its lines, from the start line to the end of the body. */
export function walkMessage(
  text: string,
  hit: { start: number; end: number },
  layout: LinesLayout,
  nextStart: (from: number) => number,
  take?: Take,
): Walk {
  const first = physicalLineAt(text, hit.end);
  const firstContent = contentLineAt(text, first.start, layout, true);
  takeStartLine(text, hit.start, firstContent, layout, take);
  let at = firstContent.next;
  let end = at;
  let mixed = layout.mixed;
  let folded = false;
  let contentLength: number | undefined;
  let contentType = '';
  const limit = nextStart(hit.end);
  /** Whether the log cut the message and went on with it behind the head of another record. */
  let isCut = false;
  let field: BrokenLine = { start: hit.start, lastStart: hit.start, end: firstContent.end, joined: 0 };
  let widest = layout.prefix.length + firstContent.end - hit.start;
  while (at < text.length) {
    let line = contentLineAt(text, at, layout);
    let name = line.foreign ? undefined : headerNameAt(text, line.start, line.end);
    if (name === undefined && !line.foreign && isBlankRange(text, line.start, line.end)) {
      if (line.next < limit && headGoesOn(text, hit.start, line, layout, isCut)) {
        at = line.next;
        end = at;
        mixed = true;
        continue;
      }
      take?.(line.start, line.start, line.next);
      const bodyStart = line.next;
      const hasContent = contentLength !== undefined || contentType !== '';
      if (!hasContent && isTornHead(text, hit.end, at, bodyStart, layout, limit)) {
        at = bodyStart;
        continue;
      }
      const body = walkBody(text, bodyStart, layout, contentLength, contentType, nextStart, take);
      return { end: body.end, complete: body.complete, mixed: mixed || body.mixed, folded };
    }
    // The empty line is missing.
    if (name === undefined && !line.foreign && line.end - line.start === 3 && text.startsWith('v=0', line.start)) {
      const body = walkBody(text, at, layout, contentLength, contentType, nextStart, take);
      return { end: body.end, complete: body.complete, mixed: mixed || body.mixed, folded };
    }
    if (
      name === undefined &&
      (!isFold(text, line) || isLogLine(text, line.start, line.end) || isTail(text, line)) &&
      !isBrokenField(text, line, layout, limit)
    ) {
      const behind = line.start < limit ? behindHead(text, hit.start, line, isCut) : undefined;
      if (behind === undefined) {
        const glue =
          at === end && !line.foreign && line.start < limit && !isLogLine(text, line.start, line.end)
            ? glueBetween(text, field, line, widest, layout.prefix.length)
            : undefined;
        if (glue !== undefined) {
          take?.(line.start, line.end, line.next, glue);
          field = { start: field.start, lastStart: line.start, end: line.end, joined: field.joined + 1 };
          at = line.next;
          end = at;
          mixed = true;
          continue;
        }
        const resumed = resumesAt(text, hit.start, at, layout, limit, isCut);
        if (resumed === undefined) break;
        at = resumed;
        mixed = true;
        continue;
      }
      line = { ...line, start: behind, foreign: false };
      name = headerNameAt(text, behind, line.end);
      isCut = true;
      mixed = true;
    }
    if (name && line.start >= limit) break;
    if (name === undefined) folded = true;
    else {
      const length = contentLengthIn(text, name, line.end);
      if (length !== undefined) contentLength = length;
      contentType = contentTypeIn(text, name, line.end) ?? contentType;
    }
    take?.(line.start, line.end, line.next);
    field = { start: name ? line.start : field.start, lastStart: line.start, end: line.end, joined: 0 };
    widest = Math.max(widest, layout.prefix.length + line.end - line.start);
    at = line.next;
    end = at;
  }
  // The empty line is often lost; a head that says there is no body has said everything.
  return { end, complete: contentLength === 0, mixed, folded };
}
