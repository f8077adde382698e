import type { InferredFact } from '../../server/src/readers/log/envelope/inferred.ts';
import { methodOf } from '../../server/src/sip/fields.ts';
import type { Message } from '../../server/src/sip/message.ts';
import { textOf } from '../../server/src/sip/span.ts';
import type { ListedMessage, MessageRecord } from './messages.ts';
import { paint, printable } from './paint.ts';

/**
 * One message on a line for people: place, time, direction, transport and peers, start line, Call-ID, and `partial`
 * where the log cut it. `~` stands before what is inferred.
 */
export function messageLine({ record, message }: ListedMessage, partial: string, color: boolean): string {
  const parts = [
    printable(`${record.file}:${record.line}:${record.column}`),
    record.time,
    record.direction,
    paint.dim(printable(peersOf(record)), color),
    startLineOf(record, message, color),
    printable(record.callId ?? ''),
    record.state === 'partial' && paint.yellow(`[${partial}]`, color),
  ];
  return parts.filter((part) => part && part !== paint.dim('', color)).join('  ');
}

/** `UDP 192.0.2.1:5060 -> ~192.0.2.9:5060`, as far as it is known. */
function peersOf(record: MessageRecord): string {
  const fact = (name: InferredFact): string => {
    const value = record[name];
    return value === undefined ? '' : `${record.inferred.includes(name) ? '~' : ''}${value}`;
  };
  const source = fact('source');
  const destination = fact('destination');
  const arrow = source || destination ? '->' : '';
  return [fact('transport'), source, arrow, destination].filter((part) => part !== '').join(' ');
}

function startLineOf(record: MessageRecord, message: Message, color: boolean): string {
  switch (record.kind) {
    case 'request':
      return `${paint.bold(printable(record.method ?? ''), color)} ${printable(record.uri ?? '')}`;
    case 'response': {
      const { status = Number.NaN, reason = '' } = record;
      const shade = status < 300 ? paint.green : status < 400 ? paint.yellow : paint.red;
      const method = methodOf(message);
      return [shade(String(status), color), printable(reason), method && `(${printable(method)})`]
        .filter((part) => part)
        .join(' ');
    }
    case 'malformed':
      return paint.red(printable(textOf(message.text, message.startLine.span)), color);
  }
}
