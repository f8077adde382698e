import type { Gist } from '../../../sip/message.ts';
import { isTsharkFrame } from '../coded/tshark-fields.ts';
import { type Frame, rowsOf } from '../frame.ts';
import { holdsPacket } from '../packet-objects.ts';
import { inferredFrom } from './inferred.ts';
import type { MessageBefore } from './message-before.ts';
import { type Envelope, isSaid, saidIn, withInferred } from './said.ts';

/**
 * Several messages that one segment of a stream carried, or one read of a socket: what the log says of the packet it
 * says of them all (RFC 3261 §18.3).
 */

/** So many messages share a packet at most. */
const MOST_IN_PACKET = 8;

/**
 * The index of the message before one of which the log may tell for both: the first of those that stand right behind
 * each other. Undefined where more of them do so than a packet holds, as in a file of messages alone.
 */
export function tellingBefore(frames: readonly Frame[], index: number): number | undefined {
  for (let i = index - 1; i >= 0 && index - i < MOST_IN_PACKET; i--)
    if (frames[i - 1]?.end !== frames[i]!.start) return i;
  return undefined;
}

/** The envelope with what the log says of the message before, where this one follows right behind it in the same packet. */
export function withPacket(
  envelope: Envelope,
  before: MessageBefore | undefined,
  text: string,
  frame: Frame,
  message: Gist,
): Envelope {
  if (!before || !follows(text, frame, before.frame) || saysWhose(envelope) || !isOfSameWay(message, before.message()))
    return envelope;
  const packet = before.envelope();
  if (packet.transport === 'UDP' || !tellsOfPacket(packet)) return envelope;
  return withInferred({ ...saidIn(packet), ...saidIn(envelope) }, message);
}

/** What a dump shows beside the bytes of a row, and the offset of the next one, may stand between. */
const LONGEST_REST_OF_ROW = 96;
/** The line that begins the layer of the next message, as `tshark -V` shows it. */
const NEXT_LAYER = /^\s*Session Initiation Protocol\b[^\n]{0,80}\n\s*(?:Request|Status)-Line: $/;
const LARGEST_LAYER = 65_536;

/** Whether a message follows right behind another one, in the same packet. */
function follows(text: string, frame: Frame, { start, end, layout }: Frame): boolean {
  if (start < 0 || layout.kind !== frame.layout.kind) return false;
  if (end === frame.start) return true;
  if (frame.start - end > LARGEST_LAYER) return false;
  const between = text.slice(end, frame.start);
  if (layout.kind === 'tree') return NEXT_LAYER.test(between);
  if (rowsOf(frame)) return between.length <= LONGEST_REST_OF_ROW && !/\n[\s\S]*\n|\d:\d\d:\d\d/.test(between);
  return isTsharkFrame(frame) && !holdsPacket(between);
}

/** Whether the log says anything of a message itself. */
const saysWhose = (envelope: Envelope): boolean =>
  envelope.time !== undefined ||
  envelope.direction !== undefined ||
  isSaid(envelope, 'source') ||
  isSaid(envelope, 'destination');

/** Somebody who puts messages together below one line says less than a tool that shows packets. */
const tellsOfPacket = (envelope: Envelope): boolean =>
  (isSaid(envelope, 'source') && isSaid(envelope, 'destination')) ||
  (envelope.time !== undefined && envelope.direction !== undefined);

/** Whether two requests come from the same side, or two answers go to it. */
function isOfSameWay(one: Gist, other: Gist): boolean {
  if (one.startLine.kind !== other.startLine.kind) return false;
  const [mine, its] = [one, other].map((message) => inferredFrom(message, {}));
  return mine?.source === its?.source && mine?.destination === its?.destination;
}
