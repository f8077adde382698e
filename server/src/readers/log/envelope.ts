import type { Frame } from './frame.ts';

/** What a log says about a message, and what had to be inferred. */
export interface Envelope {
  readonly time?: EnvelopeTime;
  readonly direction?: 'in' | 'out';
  /** `UDP`, `TCP`, `TLS`, `WS`, `WSS`, `SCTP`. */
  readonly transport?: string;
  /** `192.0.2.1:5060`, `[2001:db8::1]:5060`, or a name. */
  readonly source?: string;
  readonly destination?: string;
  /** The product's own mark of the call: `C-0000002a`, a UUID. */
  readonly mark?: string;
  /** The names of the facts above that the log does not say and the message lets one think. */
  readonly inferred: readonly ('direction' | 'transport' | 'source' | 'destination')[];
}

export interface EnvelopeTime {
  /** ISO 8601 as far as it is known: `2026-11-22T18:48:06.884Z`, `--11-22T18:48:06`, `18:48:06.884394`. */
  readonly text: string;
  /** Milliseconds since 1970 where the date is known (without a zone: as if UTC), else since midnight. */
  readonly milliseconds: number;
  /** Digits behind the second. */
  readonly precision: number;
  readonly hasDate: boolean;
  readonly hasZone: boolean;
}

/** The envelope of a message from the lines around it; `floor` is where the message before it ends. */
export function envelopeOf(_text: string, _frame: Frame, _floor: number): Envelope {
  return { inferred: [] };
}
