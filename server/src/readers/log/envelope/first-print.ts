import type { Gist } from '../../../sip/message.ts';
import type { Frame } from '../frame.ts';
import type { MessageBefore } from './message-before.ts';
import { type Envelope, saidIn, withInferred } from './said.ts';
import { hasClock } from './surroundings/telling.ts';

/** A message that a program prints in its parts and then as it was sent: what leads to the first print leads to both. */

/** The envelope with what the log says of the message before, where that is the same one. */
export function withFirstPrint(
  envelope: Envelope,
  first: MessageBefore | undefined,
  text: string,
  frame: Frame,
  message: Gist,
): Envelope {
  if (!first || !isOtherPrint(text, first.frame, frame)) return envelope;
  return withInferred({ ...saidIn(first.envelope()), ...saidIn(envelope) }, message);
}

/** Names of parts may stand between: `Body:`, `Raw:`. */
const LONGEST_BETWEEN = 128;

/** Whether a message is the one before it, printed in another way right behind that. */
function isOtherPrint(text: string, previous: Frame, frame: Frame): boolean {
  if (previous.start < 0 || frame.start - previous.end > LONGEST_BETWEEN || previous.layout.kind === frame.layout.kind)
    return false;
  const startLine = /^.*SIP\/2\.0(?: \d{3})?/.exec(text.slice(previous.start, previous.end))?.[0];
  return (
    startLine !== undefined &&
    text.startsWith(startLine, frame.start) &&
    !hasClock(text.slice(previous.end, frame.start))
  );
}
