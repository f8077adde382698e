import type { Span } from '../../../sip/span.ts';

/** A member of a structure: its name and one value, without quotes, and how deep it stands. */
export interface Member {
  readonly name: Span;
  readonly value: Span;
  readonly depth: number;
  /** What the value is as SIP writes it, where it is written otherwise. */
  readonly said?: string;
}
