import { headerFieldNamed } from '../../knowledge/names.ts';
import type { HeaderField, Message } from '../../sip/message.ts';
import { parseHead } from '../../sip/parse.ts';
import { type Span, span, textOf, trimmed } from '../../sip/span.ts';
import { measure } from './body-size.ts';
import { fieldWord, shortText, tornName } from './header-names.ts';

/** Folded lines that something has cut off from the header field which they go on with (RFC 3261 §7.3.1). */

export interface Rejoined {
  readonly message: Message;
  /** Fields with the lines that lost the blank before them. */
  readonly rejoined: readonly HeaderField[];
  /** The lines themselves. */
  readonly lostFolds: readonly Span[];
  /** An empty line that stands before a folded one. */
  readonly emptyLine: Span | undefined;
}

/** A message whose folded lines belong to their fields again, as they were meant. */
export function rejoined(whole: Message): Rejoined {
  const { message, emptyLine } = beyondEmptyLine(whole);
  if (message.strayLines.length === 0) return { message, rejoined: [], lostFolds: [], emptyLine };
  const longer = new Map<HeaderField, HeaderField>();
  const lostFolds: Span[] = [];
  let above: HeaderField | undefined;
  let next = 0;
  for (const line of message.strayLines) {
    while (next < message.headers.length && message.headers[next]!.span.start < line.start)
      above = message.headers[next++];
    if (!above) continue;
    const field: HeaderField = longer.get(above) ?? above;
    if (!isBelow(message.text, field.span, line) || !goesOn(message.text, field, line)) continue;
    const start = field.value.start < field.value.end ? field.value.start : line.start;
    longer.set(above, { ...field, value: span(start, line.end), span: span(field.span.start, line.end) });
    lostFolds.push(line);
  }
  if (longer.size === 0) return { message, rejoined: [], lostFolds, emptyLine };
  const headers = message.headers.map((field) => longer.get(field) ?? field);
  return { message: { ...message, headers }, rejoined: [...longer.values()], lostFolds, emptyLine };
}

const isBelow = (text: string, field: Span, line: Span): boolean =>
  line.start - field.end < 40 && /^[ \t]*\r*\n$/.test(text.slice(field.end, line.start));

/** Whether a line goes on with the field above: what parts two values stands between them, or one of them is missing. */
function goesOn(text: string, field: HeaderField, line: Span): boolean {
  const written = shortText(text, line);
  const word = fieldWord(written);
  const isFieldItself = word.length > 1 && headerFieldNamed(word) !== undefined;
  if (!field.known || isFieldItself || tornName(written) !== undefined || /^(?:--|[a-z]=)/.test(written)) return false;
  if (/^[;,]/.test(written)) return true;
  if (neverFolded.has(field.canonical)) return false;
  const { start, end } = field.value;
  if (start === end || text[end - 1] === ';' || text[end - 1] === ',') return true;
  const value = shortText(text, field.value);
  if (ofCredentials.has(field.canonical)) return /^[\w-]+$/.test(value) && /^\w+[ \t]*=/.test(written);
  return written.startsWith('<') && ofAddresses.has(field.canonical) && !/[<:]/.test(value);
}

/** Numbers, behind which a body without an empty line before it may begin. */
const neverFolded = new Set(['Content-Length', 'CSeq', 'Max-Forwards', 'Expires']);
const ofCredentials = new Set(['Authorization', 'Proxy-Authorization', 'WWW-Authenticate', 'Proxy-Authenticate']);
const ofAddresses = new Set(['From', 'To', 'Contact', 'Reply-To', 'Refer-To', 'Referred-By', 'P-Asserted-Identity']);

/**
 * Reads on behind an empty line that a folded one follows, where the head surely goes on: header fields follow, or the
 * session description that it announces.
 */
function beyondEmptyLine(message: Message): { readonly message: Message; readonly emptyLine: Span | undefined } {
  const { text, headers, separator, body } = message;
  const last = headers.at(-1);
  const asItIs = { message, emptyLine: undefined };
  if (!separator || !last || !/^[ \t]+\S/.test(text.slice(body.start, body.start + 40))) return asItIs;
  let end = body.start;
  let lines = 0;
  while (/^[ \t]+\S/.test(text.slice(end, end + 40)) && lines++ < MOST_FOLDS) {
    const feed = text.indexOf('\n', end);
    end = feed < 0 ? text.length : feed + 1;
  }
  if (!isHeadAt(text, end) || isBodyOf(message)) return asItIs;
  const rest = parseHead(text, end, text.length);
  const value = trimmed(text, last.value.start, end);
  const longer = { ...last, value, span: span(last.span.start, value.end) };
  return {
    message: {
      ...message,
      headers: [...headers.slice(0, -1), longer, ...rest.headers],
      strayLines: [...message.strayLines, ...rest.strayLines],
      separator: rest.separator,
      body: rest.body,
    },
    emptyLine: separator,
  };
}

const MOST_FOLDS = 20;

function isHeadAt(text: string, start: number): boolean {
  const line = text.slice(start, start + 80);
  const name = /^([A-Za-z][A-Za-z-]*)[ \t]*:/.exec(line)?.[1];
  return name === undefined ? /^\r*\nv=0\r*\n/.test(line) : headerFieldNamed(name) !== undefined;
}

/** Whether what follows the empty line is a body all the same: of the length or of a type that it may have. */
function isBodyOf({ text, headers, body }: Message): boolean {
  const valueOf = (name: string): string | undefined => {
    const field = headers.find(({ canonical }) => canonical === name);
    return field && textOf(text, field.value);
  };
  const length = valueOf('Content-Length') ?? '';
  if (/^\d{1,9}$/.test(length) && measure(text, body).fits(Number(length))) return true;
  return /^(?!application\/sdp)/i.test(valueOf('Content-Type') ?? 'application/sdp');
}
