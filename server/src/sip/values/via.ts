import { indexIn, type Span, span, trimmed } from '../span.ts';
import { type Parameter, parseParameters, splitAt } from './parameters.ts';
import { splitHostPort } from './uri.ts';

/** `SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK74bf9` (RFC 3261 §20.42). */
export interface Via {
  /** `SIP/2.0`, blanks and all. */
  readonly protocol: Span;
  readonly transport: Span | undefined;
  readonly host: Span;
  readonly port: Span | undefined;
  readonly parameters: readonly Parameter[];
  readonly span: Span;
}

export const parseVias = (text: string, value: Span): readonly Via[] =>
  splitAt(text, value, ',')
    .filter((part) => part.start < part.end)
    .map((part) => parseVia(text, part));

export function parseVia(text: string, value: Span): Via {
  const end = indexIn(text, ';', value) ?? value.end;
  const head = text.slice(value.start, Math.min(end, value.start + 1024));
  // Blanks may stand around the slashes: `SIP / 2.0 / UDP host` is as good as any.
  const match = /^([^\s/]+\s*\/\s*[^\s/]+)\s*\/\s*([^\s/;]+)/.exec(head);
  const protocolEnd = value.start + (match?.[1]?.length ?? 0);
  const transportEnd = value.start + (match?.[0].length ?? 0);
  const transport = match?.[2];
  const sentBy = splitHostPort(text, trimmed(text, transportEnd, end));
  return {
    protocol: span(value.start, protocolEnd),
    transport: transport === undefined ? undefined : span(transportEnd - transport.length, transportEnd),
    host: trimmed(text, sentBy.host.start, sentBy.host.end),
    port: sentBy.port && trimmed(text, sentBy.port.start, sentBy.port.end),
    parameters: end < value.end ? parseParameters(text, span(end + 1, value.end)) : [],
    span: value,
  };
}
