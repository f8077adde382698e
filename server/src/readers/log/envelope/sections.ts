import { withoutColours } from '../shapes/colours.ts';
import { type Direction, firstDirection } from './direction/direction.ts';
import { type Envelope, isSaid } from './said.ts';

/** Sections that hold all messages of one direction, with a title above the first: `Sent SIP Messages`. */

/** So many messages before one may stand below the same title. */
const MOST_BEFORE = 64;
const LONGEST_TITLE = 48;
/** More than one of them, or the title is of the message below it alone. */
const MESSAGES =
  /(?<!\p{L})(?:messages|packets|requests|responses|mesajlar[ıi]?|paketler[i]?|nachrichten|pakete|mensajes|mensagens|messaggi|сообщения)(?!\p{L})/iu;
/** Dashes below a title or between messages. */
const PARTING = /^[\s\-=*_~#]{3,}$/;

/** What stands farther before a message is no part of its section. In UTF-16 code units. */
export const LONGEST_BETWEEN = 256;

/**
 * The envelope with the direction of the section, where nothing else tells of a message. `between(i)` is what stands
 * before message `i` and behind the one before that, undefined where that is longer than `LONGEST_BETWEEN`.
 */
export function withSection(
  envelope: Envelope,
  index: number,
  between: (index: number) => string | undefined,
): Envelope {
  const { time, direction } = envelope;
  if (time || direction || isSaid(envelope, 'source') || isSaid(envelope, 'destination')) return envelope;
  for (let i = index; i >= 0 && i > index - MOST_BEFORE; i--) {
    const text = between(i);
    if (text === undefined) return envelope;
    const title = text.split('\n').findLast((line) => line.trim() !== '' && !PARTING.test(line));
    if (title === undefined) continue;
    const told = titleDirection(withoutColours(title).trim());
    return told ? { ...envelope, direction: told } : envelope;
  }
  return envelope;
}

const titleDirection = (title: string): Direction | undefined =>
  title.length <= LONGEST_TITLE && !/\d/.test(title) && MESSAGES.test(title) ? firstDirection([title]) : undefined;
