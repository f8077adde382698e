import type { Gist } from '../../../sip/message.ts';
import type { Frame } from '../frame.ts';
import type { Envelope } from './said.ts';

/** The message before another one, and what the log says of it. */
export interface MessageBefore {
  readonly frame: Frame;
  readonly message: () => Gist;
  readonly envelope: () => Envelope;
}
