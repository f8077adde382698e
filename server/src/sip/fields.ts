import type { Gist, HeaderField, Message } from './message.ts';
import { type Span, textOf } from './span.ts';
import { parseCSeq } from './values/cseq.ts';
import { parseAddress } from './values/name-addr.ts';
import { parameterNamed } from './values/parameters.ts';

/** What a message says, read from its first header field of a name; nothing here judges. */

export const headersNamed = (message: Message, canonical: string): readonly HeaderField[] =>
  message.headers.filter((field) => field.canonical === canonical);

export const headerNamed = (message: Gist, canonical: string): HeaderField | undefined =>
  message.headers.find((field) => field.canonical === canonical);

/** The value of the first header field of that name as it is written, folds included. */
export function valueOf(message: Gist, canonical: string): string | undefined {
  const field = headerNamed(message, canonical);
  return field && textOf(message.text, field.value);
}

/** The method of a request, or the one of its `CSeq` for a response. */
export function methodOf(message: Gist): string | undefined {
  if (message.startLine.kind === 'request') return textOf(message.text, message.startLine.method);
  const field = headerNamed(message, 'CSeq');
  const method = field && parseCSeq(message.text, field.value).method;
  return method && textOf(message.text, method);
}

/** The status code of a response when it is a number of three digits. */
export function statusOf(message: Message): number | undefined {
  if (message.startLine.kind !== 'response') return undefined;
  const code = textOf(message.text, message.startLine.code);
  return /^\d{3}$/.test(code) ? Number(code) : undefined;
}

/** The `tag` parameter of `From` or `To` (RFC 3261 §19.3). */
export function tagOf(message: Message, header: 'From' | 'To'): Span | undefined {
  const field = headerNamed(message, header);
  return field && parameterNamed(message.text, parseAddress(message.text, field.value).parameters, 'tag')?.value;
}
