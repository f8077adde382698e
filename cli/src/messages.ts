import { analyse, placedMessage } from '../../server/src/analysis.ts';
import { type Envelope, envelopeOf } from '../../server/src/readers/log/envelope.ts';
import { headerNamed, methodOf, statusOf, valueOf } from '../../server/src/sip/fields.ts';
import type { Message } from '../../server/src/sip/message.ts';
import { textOf } from '../../server/src/sip/span.ts';
import { parseCSeq } from '../../server/src/sip/values/cseq.ts';
import { type Input, lineCounter } from './inputs.ts';
import type { Options } from './options.ts';
import { type Output, paint, printable } from './output.ts';
import { cliText } from './texts.ts';

/** One message as `--format json` writes it. */
export interface MessageRecord {
  readonly file: string;
  /** Of the start line, both from 1; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly kind: 'request' | 'response' | 'malformed';
  readonly method?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly uri?: string;
  readonly callId?: string;
  readonly cseq?: { readonly number: number | null; readonly method: string | null };
  readonly state: 'complete' | 'partial';
  readonly time?: string;
  readonly direction?: 'in' | 'out';
  readonly transport?: string;
  readonly source?: string;
  readonly destination?: string;
  readonly mark?: string;
  readonly inferred: readonly string[];
}

/** Lists the messages of one input; returns how many there were. */
export function listMessages(input: Input, options: Options, output: Output): number {
  let count = 0;
  for (const record of messageRecords(input, options)) {
    output.line(options.format === 'json' ? JSON.stringify(record) : messageLine(record, options, output.color));
    count++;
  }
  return count;
}

export function* messageRecords(input: Input, options: Pick<Options, 'as'>): Generator<MessageRecord> {
  const { text, name } = input;
  const analysis = analyse(text, {
    name,
    ...(options.as ? { languageId: options.as === 'message' ? 'sip' : 'log' } : {}),
  });
  const place = lineCounter(text);
  let floor = 0;
  for (const frame of analysis.frames) {
    const { message } = placedMessage(text, frame);
    const envelope = envelopeOf(text, frame, floor, message);
    floor = frame.end;
    yield {
      file: name,
      ...place(frame.start),
      ...startLineRecord(message),
      ...defined({ callId: valueOf(message, 'Call-ID'), cseq: cseqRecord(message) }),
      state: frame.state,
      ...envelopeRecord(envelope),
    };
  }
}

function startLineRecord({
  text,
  startLine,
  ...rest
}: Message): Pick<MessageRecord, 'kind' | 'method' | 'status' | 'reason' | 'uri'> {
  const message = { text, startLine, ...rest };
  switch (startLine.kind) {
    case 'request':
      return { kind: 'request', method: textOf(text, startLine.method), uri: textOf(text, startLine.uri) };
    case 'response': {
      const status = statusOf(message) ?? Number.parseInt(textOf(text, startLine.code), 10);
      return {
        kind: 'response',
        ...(Number.isNaN(status) ? {} : { status }),
        reason: textOf(text, startLine.reason),
        ...defined({ method: methodOf(message) }),
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
  return {
    number: digits !== undefined && /^\d{1,15}$/.test(digits) ? Number(digits) : null,
    method: method ? textOf(message.text, method) : null,
  };
}

function envelopeRecord({ time, direction, transport, source, destination, mark, inferred }: Envelope) {
  return { ...defined({ time: time?.text, direction, transport, source, destination, mark }), inferred };
}

/** Without the members that are undefined. */
const defined = <T extends object>(record: T): { [Key in keyof T]?: NonNullable<T[Key]> } =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;

function messageLine(record: MessageRecord, options: Options, color: boolean): string {
  const arrow = record.direction === 'in' ? '<-' : record.direction === 'out' ? '->' : '  ';
  const peers = [record.source, record.destination].filter((peer) => peer !== undefined).join(' -> ');
  const what = record.kind === 'response' ? responseText(record, color) : requestText(record, color);
  const state = record.state === 'partial' ? paint.yellow(cliText(options.language, 'partial'), color) : '';
  return [
    `${record.file}:${record.line}:${record.column}`,
    record.time,
    arrow,
    what,
    paint.dim(peers, color),
    record.callId,
    state,
  ]
    .filter((part) => part !== undefined && part.trim() !== '')
    .map((part) => (color ? (part ?? '') : printable(part ?? '')))
    .join('  ');
}

const requestText = (record: MessageRecord, color: boolean): string =>
  `${paint.bold(printable(record.method ?? '?'), color)} ${printable(record.uri ?? '')}`.trim();

function responseText({ status = 0, reason = '', method }: MessageRecord, color: boolean): string {
  const shade = status < 300 ? paint.green : status < 400 ? paint.yellow : paint.red;
  return `${shade(String(status), color)} ${printable(reason)}${method ? ` (${printable(method)})` : ''}`;
}
