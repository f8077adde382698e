import { methodNamed } from '../../knowledge/names.ts';
import { isBlankRange, physicalLineAt } from '../../readers/log/shapes/physical-lines.ts';
import type { HeaderField } from '../../sip/message.ts';
import { parseHead, parseStartLine } from '../../sip/parse.ts';
import { type Span, span, textOf, utf8Length } from '../../sip/span.ts';

/**
 * Where the message starts that a line of a message file belongs to, when it begins within the region of another
 * one: behind an empty line, and behind that one's body. The start of the region otherwise.
 */
export function begunMessageStart(text: string, region: Span, lineStart: number): number {
  let start = region.start;
  for (;;) {
    const next = nextStartBehind(text, start, region.end, lineStart);
    if (next === undefined) return start;
    start = next;
  }
}

function nextStartBehind(text: string, start: number, end: number, lineStart: number): number | undefined {
  const head = parseHead(text, physicalLineAt(text, start).next, end);
  if (!head.separator) return undefined;
  const body = bodyOf(text, head.headers);
  let isParted = true;
  let hasInk = false;
  let bytes = 0;
  for (let at = head.body.start; at <= lineStart; ) {
    const line = physicalLineAt(text, at);
    const isBlank = isBlankRange(text, line.start, line.end);
    const isOver = isParted && body.isOver(bytes, hasInk);
    if (isOver && (at === lineStart || looksLikeStart(text, line))) return at;
    hasInk ||= !isBlank;
    isParted = isBlank;
    bytes += utf8Length(text, line.start, line.end) + 2;
    if (line.next === at) return undefined;
    at = line.next;
  }
  return undefined;
}

interface Body {
  /** Whether a body of so many bytes is complete; `hasInk` says whether anything was written in it. */
  isOver(bytes: number, hasInk: boolean): boolean;
}

function bodyOf(text: string, headers: readonly HeaderField[]): Body {
  const lowerCaseValue = (name: string) => {
    const field = headers.find((header) => header.canonical === name);
    return field && textOf(text, field.value).toLowerCase();
  };
  const type = lowerCaseValue('Content-Type');
  // An empty line ends a session description, whatever its length was said to be.
  if (type?.startsWith('application/sdp')) return { isOver: (_, hasInk) => hasInk };
  const length = Number(lowerCaseValue('Content-Length') ?? Number.NaN);
  if (Number.isNaN(length)) return { isOver: () => type === undefined };
  return { isOver: (bytes) => bytes >= length };
}

function looksLikeStart(text: string, line: Span): boolean {
  const start = parseStartLine(text, span(line.start, line.end));
  if (start.kind !== 'malformed') return true;
  return methodNamed(/^\S*/.exec(text.slice(line.start, Math.min(line.end, line.start + 64)))?.[0] ?? '') !== undefined;
}
