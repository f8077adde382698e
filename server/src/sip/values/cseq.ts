import { type Span, span } from '../span.ts';

/** `314159 INVITE` (RFC 3261 §20.16). A part that is not there is undefined. */
export interface CSeq {
  readonly number: Span | undefined;
  readonly method: Span | undefined;
}

export function parseCSeq(text: string, value: Span): CSeq {
  const match = /^(\S*)\s*(\S*)/.exec(text.slice(value.start, Math.min(value.end, value.start + 512)));
  const first = match?.[1] ?? '';
  const second = match?.[2] ?? '';
  const secondStart = value.start + (match?.[0].length ?? 0) - second.length;
  return {
    number: first === '' ? undefined : span(value.start, value.start + first.length),
    method: second === '' ? undefined : span(secondStart, secondStart + second.length),
  };
}
