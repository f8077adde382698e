import { envelopeAmong, placedMessage } from '../../server/src/analysis.ts';
import type { Envelope } from '../../server/src/readers/log/envelope/envelope.ts';
import type { InferredFact } from '../../server/src/readers/log/envelope/inferred.ts';
import type { MessageBefore } from '../../server/src/readers/log/envelope/message-before.ts';
import type { UserRow } from '../../server/src/readers/log/envelope/user/user-rows.ts';
import { headerNamed, statusOf, valueOf } from '../../server/src/sip/fields.ts';
import type { Message } from '../../server/src/sip/message.ts';
import { textOf } from '../../server/src/sip/span.ts';
import { parseCSeq } from '../../server/src/sip/values/cseq.ts';
import type { Part } from './inputs/parts.ts';
import type { Place } from './inputs/places.ts';

/** One message as `--format json` writes it. What the log and the message do not say is not there. */
export interface MessageRecord extends Place {
  /** As the call names it; `-` for standard input. */
  readonly file: string;
  readonly kind: 'request' | 'response' | 'malformed';
  /** Of a request. */
  readonly method?: string;
  readonly uri?: string;
  /** Of a response. */
  readonly status?: number;
  readonly reason?: string;
  readonly callId?: string;
  readonly cseq?: { readonly number?: number; readonly method?: string };
  readonly state: 'complete' | 'partial';
  /** ISO 8601 as far as it is known. */
  readonly time?: string;
  readonly direction?: 'in' | 'out';
  readonly transport?: string;
  readonly source?: string;
  readonly destination?: string;
  /** The product's own mark of the call. */
  readonly mark?: string;
  /** Which of the facts above the log does not say and the message lets one think. */
  readonly inferred: readonly InferredFact[];
}

/** One message with its record; `end` is where it ends in the text of its part. */
export interface ListedMessage {
  readonly record: MessageRecord;
  readonly message: Message;
  readonly end: number;
}

export function* messagesOf(
  { file, analysis, floor, firstLines, placeOf }: Part,
  userRows: readonly UserRow[],
): Generator<ListedMessage> {
  const { text, frames } = analysis;
  let before: MessageBefore | undefined;
  for (const [index, frame] of frames.entries()) {
    const { message } = placedMessage(text, frame);
    const envelope = envelopeAmong(analysis, index, {
      text: text.whole,
      frame,
      floor: before?.frame.end ?? floor,
      message,
      before,
      firstLines,
      userRows,
    });
    before = { frame, message: () => message, envelope: () => envelope };
    const record: MessageRecord = {
      file,
      ...placeOf(frame.start),
      ...startLineRecord(message),
      ...present({ callId: oneLine(valueOf(message, 'Call-ID')), cseq: cseqRecord(message) }),
      state: frame.state,
      ...envelopeRecord(envelope),
    };
    yield { record, message, end: frame.end };
  }
}

function startLineRecord(message: Message): Pick<MessageRecord, 'kind' | 'method' | 'status' | 'reason' | 'uri'> {
  const { text, startLine } = message;
  switch (startLine.kind) {
    case 'request':
      return { kind: 'request', method: textOf(text, startLine.method), uri: textOf(text, startLine.uri) };
    case 'response': {
      const status = statusOf(message) ?? Number.parseInt(textOf(text, startLine.code), 10);
      return {
        kind: 'response',
        ...(Number.isNaN(status) ? {} : { status }),
        reason: textOf(text, startLine.reason).trim(),
      };
    }
    case 'malformed':
      return { kind: 'malformed' };
  }
}

function cseqRecord(message: Message): MessageRecord['cseq'] {
  const field = headerNamed(message, 'CSeq');
  if (!field) return undefined;
  const { number, method } = parseCSeq(message.text, field.value);
  const digits = number && textOf(message.text, number);
  return present({
    number: digits !== undefined && /^\d{1,15}$/.test(digits) ? Number(digits) : undefined,
    method: method && textOf(message.text, method),
  });
}

const envelopeRecord = ({ time, direction, transport, source, destination, mark, inferred }: Envelope) => ({
  ...present({ time: time?.text, direction, transport, source, destination, mark }),
  inferred,
});

/** A folded value on one line (RFC 3261 §7.3.1). */
const oneLine = (value: string | undefined): string | undefined => value?.replace(/\s*[\r\n]+\s*/g, ' ');

type Present<T> = { readonly [Key in keyof T]?: NonNullable<T[Key]> };

/** Without the members that are undefined. */
function present<T extends object>(record: T): Present<T> {
  const found: Record<string, unknown> = {};
  for (const key in record) if (record[key] !== undefined) found[key] = record[key];
  return found as Present<T>;
}
