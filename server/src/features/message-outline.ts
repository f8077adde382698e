import { gistAt } from '../analysis.ts';
import type { DocumentText } from '../document/document-text.ts';
import type { Frame } from '../readers/log/frame.ts';
import { methodOf, valueOf } from '../sip/fields.ts';
import type { Gist } from '../sip/message.ts';
import { ownCopy } from '../sip/own-copy.ts';
import { textOf } from '../sip/span.ts';
import { Kept } from './kept.ts';

/** What an outline or a list says of a message. */
export interface MessageOutline {
  readonly kind: 'request' | 'response' | 'malformed';
  /** `INVITE sip:bob@example.com`, `486 Busy Here (INVITE)`. */
  readonly label: string;
  readonly callId: string | undefined;
}

const outlines = new Kept<MessageOutline>();

/** The outline of a message; kept as long as edits only move it. */
export function outlineOf(text: DocumentText, frame: Frame): MessageOutline {
  const known = outlines.of(frame);
  if (known) return known;
  const { kind, label, callId } = outlineOfMessage(gistAt(text, frame));
  // Editors refuse symbols without a name.
  const outline = { kind, label: ownCopy(label) || '?', callId: callId === undefined ? undefined : ownCopy(callId) };
  return outlines.keep(frame, outline);
}

function outlineOfMessage(message: Gist): MessageOutline {
  const { text, startLine } = message;
  const callId = valueOf(message, 'Call-ID');
  switch (startLine.kind) {
    case 'request':
      return {
        kind: 'request',
        label: plain(`${textOf(text, startLine.method)} ${textOf(text, startLine.uri)}`),
        callId,
      };
    case 'response': {
      const method = methodOf(message);
      const status = `${textOf(text, startLine.code)} ${textOf(text, startLine.reason)}`.trim();
      return { kind: 'response', label: plain(method ? `${status} (${method})` : status), callId };
    }
    case 'malformed':
      return { kind: 'malformed', label: plain(textOf(text, startLine.span)), callId };
  }
}

const LONGEST_LABEL = 120;

/** One line of bounded length without control characters. */
export function plain(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  return line.length > LONGEST_LABEL ? `${line.slice(0, LONGEST_LABEL)}…` : line;
}
