import { headerFieldNamed } from '../../knowledge/names.ts';
import type { Message } from '../../sip/message.ts';
import { type Span, span } from '../../sip/span.ts';
import { fieldWord, shortText, tornName } from './header-names.ts';

/** How bodies of a type begin, whatever `Content-Length` says of them. */
const beginnings: readonly (readonly [type: RegExp, firstLine: RegExp])[] = [
  [/^[\w-]+\/(?:[\w.-]+\+)?xml\b/i, /^<[?!A-Za-z]/],
  [/^[\w-]+\/(?:[\w.-]+\+)?json\b/i, /^[{[]/],
  [/^application\/dtmf/i, /^(?:Signal\s*=|[\dA-D*#]$)/i],
  [/^message\/sipfrag\b/i, /^SIP\/2\.0 [1-6]\d\d\b/],
  // A description and parts begin with what nothing else does, so that they are known already.
  [/^(?!application\/sdp\b|multipart\/)[\w-]+\//i, /^\S/],
];

/** Types whose first line looks like a header field. */
const SUMMARY = /^application\/simple-message-summary\b/i;

/**
 * The line in the head that begins the body which the head announces and which is not there, because the empty line
 * before it is missing. `first` is the first line behind the known fields that is no field.
 */
export function bodyLineInHead(message: Message, first: Span | undefined, type: string): Span | undefined {
  const { text, headers, strayLines } = message;
  if (SUMMARY.test(type)) {
    const field = headers.find(({ canonical }) => /^messages-waiting$/i.test(canonical));
    return field && span(field.span.start, field.span.end);
  }
  const [, firstLine] = beginnings.find(([kind]) => kind.test(type)) ?? [];
  // Fields may follow the status line of a fragment.
  const line = /sipfrag/i.test(type) ? strayLines.find((stray) => firstLine?.test(shortText(text, stray))) : first;
  if (!line || !firstLine) return undefined;
  const written = shortText(text, line);
  return firstLine.test(written) && !isField(written) ? line : undefined;
}

/** A header field that has lost its colon, or whose name is torn. */
function isField(line: string): boolean {
  const word = fieldWord(line);
  return tornName(line) !== undefined || (word.length > 1 && headerFieldNamed(word) !== undefined);
}
