import { headerFieldNamed, headersOfEveryMessage } from '../../knowledge/names.ts';
import { headerAlternatives } from './patterns.ts';
import { headerNameAt } from './shapes/header-lines.ts';
import { lineStartBefore, type PhysicalLine, physicalLineAt } from './shapes/physical-lines.ts';
import { prefixEnd } from './shapes/prefixes.ts';

/** A message that a log cut over several records, each with the same kind of head before its text. */

/** What a product puts behind the text of a record: ` [Time:22-11@18:48:06.123]`. */
const TAIL = / ?\[[A-Za-z]{2,12}:[^\][]{1,64}\][ \t]*$/;
const LONGEST_TAIL = 96;

/** Where the text of a record ends that began before `from`: before what the product puts behind it. */
export function recordTextEnd(text: string, from: number, lineEnd: number): number {
  if (!/[\] \t]/.test(text[lineEnd - 1] ?? '')) return lineEnd;
  const start = Math.max(from, lineEnd - LONGEST_TAIL);
  const tail = TAIL.exec(text.slice(start, lineEnd));
  return tail ? start + tail.index : lineEnd;
}

const SHORTEST_HEAD = 12;
/** What logcat puts before what a program prints, and before what it prints next: `I/System.out:`. */
const TAG = /^[VDIWEF]\/[\w.-]+:$/;

/** The head that a line shares with what stands before a start line: all of it, or as much as ends in `]` or `:`. */
export function sharedHead(own: string, text: string, line: PhysicalLine): string | undefined {
  const whole = own.trimEnd().length;
  for (let at = own.length; at >= SHORTEST_HEAD; at--) {
    if ((at !== whole && own[at - 1] !== ']' && own[at - 1] !== ':') || (own[at] ?? ' ') !== ' ') continue;
    const head = own.slice(0, at);
    if ((/\d/.test(head) || TAG.test(head)) && prefixEnd(text, line.start, line.end, head) !== undefined) return head;
  }
  return undefined;
}

const CONTINUES = new RegExp(`^ {0,2}(?:(?:${headerAlternatives})[ \\t]*:|[a-z]=\\S)`, 'i');

/** Whether a text that follows a head begins with a header line or a line of a session description. */
export const beginsWithHeader = (text: string, start: number, end: number): boolean =>
  CONTINUES.test(text.slice(start, Math.min(end, start + 64)));

/** Where the text behind a head starts: one blank parts them, and more where a new line begins. */
export function textBehind(text: string, headEnd: number, lineEnd: number): number {
  const blanks = /^ */.exec(text.slice(headEnd, Math.min(lineEnd, headEnd + 4)))?.[0].length ?? 0;
  return headEnd + (beginsWithHeader(text, headEnd, lineEnd) ? blanks : Math.min(1, blanks));
}

/** One record's share of a message. */
export interface RecordPart {
  readonly start: number;
  readonly end: number;
}

/** The parts of a message in the records of a range whose first one begins the message. */
export function recordParts(text: string, start: number, end: number, head: string): readonly RecordPart[] {
  const parts: RecordPart[] = [];
  for (let at = start; at < end; ) {
    const line = physicalLineAt(text, at);
    const headEnd = at === start ? at : prefixEnd(text, line.start, line.end, head);
    const from = at === start ? at : textBehind(text, headEnd ?? line.start, line.end);
    const to = Math.min(end, recordTextEnd(text, from, line.end));
    if (to > from) parts.push({ start: from, end: to });
    at = line.next;
  }
  return parts;
}

/**
 * Where a header line starts behind the head of a further record, in which the log goes on with a message it cut: the
 * head is that of the record in which the message begins, and the message lacks something yet or is known to be cut.
 */
export function behindHead(
  text: string,
  messageStart: number,
  { start, end }: { readonly start: number; readonly end: number },
  isCut: boolean,
): number | undefined {
  const record = recordLineBefore(text, messageStart);
  const head = record === undefined ? undefined : sharedHead(record, text, { start, end, next: end });
  const headEnd = head === undefined ? undefined : prefixEnd(text, start, end, head);
  if (headEnd === undefined || !beginsWithHeader(text, headEnd, end)) return undefined;
  const content = textBehind(text, headEnd, end);
  if (headerNameAt(text, content, end) === undefined) return undefined;
  const before = isCut ? '' : text.slice(messageStart, Math.min(start, messageStart + LONGEST_LOOK));
  return !isCut && NEVER_LACKING.every((name) => name.test(before)) ? undefined : content;
}

/** What no message lacks stands within so much of it. */
const LONGEST_LOOK = 8192;
const NEVER_LACKING = headersOfEveryMessage.map((name) => {
  const { compact = name } = headerFieldNamed(name) ?? {};
  return new RegExp(`^(?:${name}|${compact})[ \\t]*:`, 'im');
});

/** The line with which the record begins that holds a message: its own, or one of the three above. */
function recordLineBefore(text: string, messageStart: number): string | undefined {
  let end = messageStart;
  for (let i = 0; i < 4 && end > 0; i++) {
    const start = lineStartBefore(text, end, Math.max(0, end - 512));
    const line = text.slice(start, end);
    if (/\d:\d\d:\d\d/.test(line) || (i === 0 && line.length >= SHORTEST_HEAD)) return line;
    end = start - 1;
  }
  return undefined;
}
