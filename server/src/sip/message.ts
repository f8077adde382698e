import type { Span } from './span.ts';

/** `INVITE sip:bob@example.com SIP/2.0` (RFC 3261 §7.1). */
export interface RequestLine {
  readonly kind: 'request';
  readonly span: Span;
  readonly method: Span;
  readonly uri: Span;
  readonly version: Span;
}

/** `SIP/2.0 486 Busy Here` (RFC 3261 §7.2); `reason` may be empty. */
export interface StatusLine {
  readonly kind: 'response';
  readonly span: Span;
  readonly version: Span;
  readonly code: Span;
  readonly reason: Span;
}

/** A first line that is neither a Request-Line nor a Status-Line, with what can be told of it. */
export interface MalformedStartLine {
  readonly kind: 'malformed';
  readonly span: Span;
}

export type StartLine = RequestLine | StatusLine | MalformedStartLine;

export interface HeaderField {
  /** The name as it is written, without the blanks before the colon. */
  readonly name: Span;
  /** The full name in its registered spelling (`Via` for `v` and `VIA`), the name as written when nobody knows it. */
  readonly canonical: string;
  /** Whether the name, or its compact form, is one that we know. */
  readonly known: boolean;
  /** The value with its folds, without the blanks around it. */
  readonly value: Span;
  /** From the first character of the name to the last of the value, folds included. */
  readonly span: Span;
}

/**
 * One request or response. Every span is an offset in `text`, which holds the message alone: what a log put
 * before, between and after its lines is gone (see `readers/log/logical.ts`).
 *
 * Parsing never fails: what is odd is beside what was understood.
 */
export interface Message {
  readonly text: string;
  readonly startLine: StartLine;
  readonly headers: readonly HeaderField[];
  /** Lines in the head that are no header field: no colon, or nothing before it. */
  readonly strayLines: readonly Span[];
  /** The empty line after the head; undefined when the text ends before it. */
  readonly separator: Span | undefined;
  /** Everything behind the empty line; empty when there is none. */
  readonly body: Span;
}

/**
 * What lists and logs ask of a message: its start line and the first header fields of some names (`Via`, `Call-ID`,
 * `CSeq`). A message tells it as well.
 */
export type Gist = Pick<Message, 'text' | 'startLine' | 'headers'>;
