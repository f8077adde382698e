import { type Span, span } from '../../../sip/span.ts';
import { inkEnd, isBlankRange, physicalLineAt } from '../shapes/physical-lines.ts';
import { joinedValues } from './composed-values.ts';
import type { Member } from './member.ts';

/**
 * A message that a program prints in sections: the start line, below a line that says `Headers:` the header fields,
 * and below one that says `Body:` the body, whose lines may be lists as well: `o: ['alice', '1', '1', 'IN', …]`.
 */

/** Behind the start line's end: a line that names the header fields, perhaps below empty ones. */
const HEADERS =
  /(?:[ \t]*\r*\n){1,3}([ \t]*)(?:[-=*#[(]{1,8} ?)?(?:sip |message )?headers?(?: ?[-=*#\])]{1,8})?:?[ \t]*\r*\n/iy;
const BODY = /^[ \t]*(?:[-=*#[(]{1,8} ?)?(?:sip |message )?(?:body|content|payload|sdp)(?: ?[-=*#\])]{1,8})?:?[ \t]*$/i;
const MEMBER = /^[ \t]*([A-Za-z][\w.!%*+`'~-]{0,63})[ \t]*:[ \t]*(?=\S)/;
const LABEL = 80;
const MOST_LINES = 256;

/** Where the header fields begin, in UTF-16 code units; undefined where no line names them. */
export function headersSection(text: string, startLineEnd: number): number | undefined {
  HEADERS.lastIndex = startLineEnd;
  return HEADERS.test(text) ? HEADERS.lastIndex : undefined;
}

export function* sectionMembers(text: string, startLineEnd: number, end: number): Generator<Member> {
  let at = headersSection(text, startLineEnd) ?? end;
  let hasFields = false;
  for (let i = 0; i < MOST_LINES && at < end; i++) {
    const line = physicalLineAt(text, at);
    const head = text.slice(line.start, Math.min(line.end, line.start + LABEL));
    if (BODY.test(head)) {
      const body = bodyBehind(text, line.next, end);
      if (body) yield { name: labelIn(head, line.start), depth: 0, ...body };
      return;
    }
    const member = MEMBER.exec(head);
    const isBlank = isBlankRange(text, line.start, line.end);
    // Behind an empty line only the body may follow.
    if (!isBlank && !member) return;
    if (isBlank && hasFields && !isBodyNext(text, line.next)) return;
    if (member && line.start + member[0].length < end) {
      const nameStart = line.start + head.indexOf(member[1]!);
      const value = span(line.start + member[0].length, inkEnd(text, line.start, Math.min(end, line.end)));
      yield { name: span(nameStart, nameStart + member[1]!.length), value, depth: 0 };
      hasFields = true;
    }
    at = line.next;
  }
}

const isBodyNext = (text: string, at: number): boolean => {
  const line = physicalLineAt(text, at);
  return BODY.test(text.slice(line.start, Math.min(line.end, line.start + LABEL)));
};

/** The word for the body in the line that names it. */
function labelIn(head: string, lineStart: number): Span {
  const word = /body|content|payload|sdp/i.exec(head);
  const start = lineStart + (word?.index ?? 0);
  return span(start, start + (word?.[0].length ?? 0));
}

/** The lines of a body as far as an empty one. */
function bodyBehind(text: string, from: number, end: number): { value: Span; said: string } | undefined {
  const lines: string[] = [];
  let to = from;
  for (let i = 0, at = from; i < MOST_LINES && at < end; i++) {
    const line = physicalLineAt(text, at);
    if (isBlankRange(text, line.start, line.end)) break;
    to = Math.min(end, line.end);
    lines.push(bodyLine(text.slice(line.start, to).trim()));
    at = line.next;
  }
  return lines.length === 0 ? undefined : { value: span(from, to), said: lines.join('\n') };
}

/** `o: ['alice', '1']` is `o=alice 1`; what a program took further apart stays as it is. */
function bodyLine(line: string): string {
  const [, type, list] = /^([a-z]): ?(\[.*)$/.exec(line) ?? [];
  const values = list === undefined ? undefined : joinedValues(list);
  return values === undefined ? line : `${type}=${values}`;
}
