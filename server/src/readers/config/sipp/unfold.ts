import { type Span, span } from '../../../sip/span.ts';
import type { Frame } from '../../log/frame.ts';
import { type LogicalText, LogicalTextBuilder } from '../../log/logical.ts';
import { bracketsIn } from './keywords.ts';
import { type ScenarioMessage, scenarioMessage } from './message.ts';

/** The frame of a message in a CDATA section. */
export function scenarioFrame(message: ScenarioMessage): Frame {
  return {
    start: message.span.start,
    end: message.span.end,
    layout: { kind: 'own', unfold: unfoldScenario },
    state: 'complete',
    identity: {},
  };
}

/**
 * The text of the message in a scenario's frame, as SIPp sends it but for the keywords, which stay as they are. A
 * keyword that brings a whole header field is one: `[last_Via:]` reads `Via: [last_Via:]`, so that nobody misses it.
 */
export function unfoldScenario(text: string, frame: Span): LogicalText {
  const builder = new LogicalTextBuilder();
  const message = scenarioMessage(text, span(frame.start, frame.end));
  if (!message) return builder.build();
  builder.copy(text, message.startLine.start, message.startLine.end);
  let at = message.startLine.end;
  const breakBefore = (line: Span): void => {
    builder.decode('\n', at, line.start);
    at = line.end;
  };
  for (const line of message.head) {
    breakBefore(line);
    copyHeadLine(builder, text, line);
  }
  if (message.separator) {
    breakBefore(message.separator);
    for (const line of message.body) {
      breakBefore(line);
      builder.copy(text, line.start, line.end);
    }
  }
  if (message.endsInBreak || !message.separator) builder.decode('\n', at, frame.end);
  if (!message.separator) builder.decode('\n', frame.end, frame.end);
  return builder.build();
}

function copyHeadLine(builder: LogicalTextBuilder, text: string, line: Span): void {
  if (text[line.start] !== '[') {
    builder.copy(text, line.start, line.end);
    return;
  }
  const [keyword] = bracketsIn(text, line);
  const header = keyword?.kind === 'keyword' && keyword.span.start === line.start ? keyword.header : undefined;
  const colon = header && text[header.end] === ':' ? 1 : 0;
  if (!keyword || !header || (colon === 0 && text[header.end] !== ']')) {
    builder.copy(text, line.start, line.end);
    return;
  }
  const written = text.slice(keyword.span.start, keyword.span.end);
  builder.copy(text, header.start, header.end + colon);
  builder.decode(colon === 1 ? ` ${written}` : `: ${written}`, header.end + colon, keyword.span.end);
  builder.copy(text, keyword.span.end, line.end);
}
