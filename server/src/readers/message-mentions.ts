import { headerNamed, methodOf, tagOf } from '../sip/fields.ts';
import type { Message } from '../sip/message.ts';
import { overlaps, type Span, textOf } from '../sip/span.ts';
import { bodyMentions } from './body-mentions.ts';
import { headerValueMentions } from './header-value-mentions.ts';
import type { Mention, StartLineSummary } from './mention.ts';

/** The mentions of a message that touch a range, in order. All offsets are in the message's own text. */
export function* messageMentions(message: Message, range: Span): Generator<Mention> {
  if (near(message.startLine.span, range)) yield* startLineMentions(message);
  for (const field of message.headers) {
    if (!near(field.span, range)) continue;
    yield { term: { kind: 'headerField', name: textOf(message.text, field.name) }, span: field.name };
    yield* headerValueMentions(message.text, field, requestMethod(message));
  }
  if (near(message.body, range)) {
    yield* bodyMentions(message.text, message.body, contentType(message), range);
  }
}

const near = (part: Span, range: Span): boolean =>
  overlaps(part, range) || part.end === range.start || part.start === range.end;

function contentType(message: Message): Span | undefined {
  return headerNamed(message, 'Content-Type')?.value;
}

/** The method that a response answers. */
const requestMethod = (message: Message): string | undefined =>
  message.startLine.kind === 'response' ? methodOf(message) : undefined;

function* startLineMentions(message: Message): Generator<Mention> {
  const { text, startLine } = message;
  if (startLine.kind === 'malformed') return;
  const summary = summaryOf(message);
  if (startLine.kind === 'request') {
    yield { term: { kind: 'method', name: textOf(text, startLine.method) }, span: startLine.method };
    if (summary) yield { term: { kind: 'startLine', summary }, span: startLine.uri };
    if (summary) yield { term: { kind: 'startLine', summary }, span: startLine.version };
    return;
  }
  if (summary) yield { term: { kind: 'startLine', summary }, span: startLine.version };
  const code = Number(textOf(text, startLine.code));
  if (!Number.isInteger(code)) return;
  yield { term: { kind: 'statusCode', code, ...requestOf(message) }, span: startLine.code };
  if (startLine.reason.end > startLine.reason.start) {
    yield { term: { kind: 'reasonPhrase', phrase: textOf(text, startLine.reason), code }, span: startLine.reason };
  }
}

const requestOf = (message: Message): { request?: string } => {
  const request = requestMethod(message);
  return request === undefined ? {} : { request };
};

/** What the start line says, for a sentence about it; undefined when it is malformed. */
function summaryOf(message: Message): StartLineSummary | undefined {
  const { text, startLine } = message;
  switch (startLine.kind) {
    case 'request':
      return {
        kind: 'request',
        method: textOf(text, startLine.method),
        uri: textOf(text, startLine.uri),
        inDialog: tagOf(message, 'To') !== undefined,
      };
    case 'response':
      return {
        kind: 'response',
        code: Number(textOf(text, startLine.code)),
        phrase: textOf(text, startLine.reason),
        ...requestOf(message),
      };
    case 'malformed':
      return undefined;
  }
}
