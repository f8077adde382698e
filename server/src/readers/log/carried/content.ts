import type { Span } from '../../../sip/span.ts';

/** What one line of a text says, without what carries it. */
export interface Content extends Span {
  /** Behind the line break of the last physical line that carries it. */
  readonly next: number;
  /** Whether the line goes on in what the next one says. */
  readonly goesOn?: boolean;
}
