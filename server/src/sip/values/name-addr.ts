import { indexIn, type Span, span, trimmed } from '../span.ts';
import { type Parameter, parseParameters, splitAt } from './parameters.ts';

/** `"Bob" <sip:bob@example.com>;tag=1` or `sip:bob@example.com;tag=1` (RFC 3261 §20.10). */
export interface Address {
  /** The display name, without its quotes. */
  readonly displayName: Span | undefined;
  readonly displayNameQuoted: boolean;
  /** The URI without its angle brackets. */
  readonly uri: Span;
  readonly angled: boolean;
  /** The parameters of the header field; without angle brackets every parameter is one (RFC 3261 §20). */
  readonly parameters: readonly Parameter[];
  readonly span: Span;
}

/** Every address of a value that may be a comma-separated list. */
export const parseAddresses = (text: string, value: Span): readonly Address[] =>
  splitAt(text, value, ',')
    .filter((part) => part.start < part.end)
    .map((part) => parseAddress(text, part));

export function parseAddress(text: string, value: Span): Address {
  const open = openingBracket(text, value);
  if (open === undefined) {
    const end = indexIn(text, ';', value) ?? value.end;
    return {
      displayName: undefined,
      displayNameQuoted: false,
      uri: trimmed(text, value.start, end),
      angled: false,
      parameters: end < value.end ? parseParameters(text, span(end + 1, value.end)) : [],
      span: value,
    };
  }
  const uriEnd = indexIn(text, '>', span(open, value.end)) ?? value.end;
  const name = trimmed(text, value.start, open);
  const quoted = name.end - name.start >= 2 && text[name.start] === '"' && text[name.end - 1] === '"';
  const rest = indexIn(text, ';', span(uriEnd, value.end));
  return {
    displayName: name.start === name.end ? undefined : quoted ? span(name.start + 1, name.end - 1) : name,
    displayNameQuoted: quoted,
    uri: trimmed(text, open + 1, uriEnd),
    angled: true,
    parameters: rest !== undefined ? parseParameters(text, span(rest + 1, value.end)) : [],
    span: value,
  };
}

/** The `<` that opens the URI: the first one outside a quoted display name. */
function openingBracket(text: string, value: Span): number | undefined {
  let quoted = false;
  for (let i = value.start; i < value.end; i++) {
    const code = text.charCodeAt(i);
    if (quoted && code === 92) i++;
    else if (code === 34) quoted = !quoted;
    else if (code === 60 && !quoted) return i;
  }
  return undefined;
}
