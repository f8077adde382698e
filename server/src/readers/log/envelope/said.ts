import type { Gist } from '../../../sip/message.ts';
import type { Direction } from './direction/direction.ts';
import { type InferredFact, inferredFrom } from './inferred.ts';
import type { LogTime } from './time/log-time.ts';

/** What a log says about a message, and what had to be inferred. */
export interface Envelope {
  readonly time?: LogTime;
  readonly direction?: Direction;
  /** `UDP`, `TCP`, `TLS`, `WS`, `WSS`, `SCTP`. */
  readonly transport?: string;
  /** `192.0.2.1:5060`, `[2001:db8::1]:5060`, or a name. */
  readonly source?: string;
  readonly destination?: string;
  /** The product's own mark of the call: `C-0000002a`, a UUID. */
  readonly mark?: string;
  /** The names of the facts above that the log does not say and the message lets one think. */
  readonly inferred: readonly InferredFact[];
}

/** An envelope as it is put together. */
export type Said = { -readonly [Key in keyof Omit<Envelope, 'inferred'>]: Envelope[Key] };

/** Whether the log says a fact, and the message does not only let one think it. */
export const isSaid = (envelope: Envelope, fact: InferredFact): boolean =>
  envelope[fact] !== undefined && !envelope.inferred.includes(fact);

/** What the log says, without what was inferred. */
export const saidIn = ({ inferred, ...facts }: Envelope): Said =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !(inferred as readonly string[]).includes(name)));

export function withInferred(said: Said, message: Gist): Envelope {
  const facts = inferredFrom(message, said);
  return { inferred: Object.keys(facts) as InferredFact[], ...said, ...facts };
}
