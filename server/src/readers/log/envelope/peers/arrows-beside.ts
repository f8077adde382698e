import { methodAlternatives } from '../../patterns.ts';
import { LEFT_HEAD, LEFT_SIGN, RIGHT_HEAD, RIGHT_SIGN, SHAFT, TO_THE_LEFT, TO_THE_RIGHT } from '../arrows.ts';
import type { Endpoint } from './endpoints.ts';

/** Arrows that lead to an address or from it. */

/** What an arrow may carry: `-(SIP over UDP)->`, `--[TLS]-->`, `--TLS-->`, `--INVITE-->`. */
const CARRIED = `(?:[([][\\w /.]{1,24}[)\\]]${SHAFT}+| ?(?:SIP|UDP|TCP|TLS|WSS?|SCTP|${methodAlternatives}) ?${SHAFT}+)?`;
const OPENING = '\\s*(?:SIP\\s+)?["\'`*/([]{0,5}$';
const RIGHT = new RegExp(
  `(?:${SHAFT}+${CARRIED}(?:>+|${RIGHT_HEAD}\\uFE0F?)|${RIGHT_SIGN}\\uFE0F?|(?<![\\w"']|[a-z_]["'] {1,24}|(?:^|\\n)[ \\t]{1,64}\\[[\\w ]{1,40}\\] )=+(?:>+|${RIGHT_HEAD})|~+>|[›»]|>+)${OPENING}`,
);
const LEFT = new RegExp(
  `(?:<${SHAFT}+${CARRIED}|${LEFT_SIGN}\\uFE0F?|${LEFT_HEAD}\\uFE0F?(?:${SHAFT}|=)*|<=+|<~+|<<+|(?<=(?:\\d|\\bSIP) ?)<)${OPENING}`,
);
/** What comes in comes down from somewhere; between two addresses such an arrow says nothing. */
const UPRIGHT = new RegExp(`(?:(?<up>[⬆↑])|[⬇↓])\\uFE0F?${OPENING}`);
/** What may stand between an address and the arrow that leads from it. */
const BEFORE_ARROW =
  /^["'`*)\]]*\s*(?:[(/]?(?:udp|tcp|tls|wss?|sctp)\)?\s*|(?<=\s)(?:recv|send|sent|received|[rt]x)\s)?$/i;
/** The same where the arrow stands on both sides of what went: ` -> WebSocket text message `. */
const BEFORE_SECOND_ARROW = new RegExp(
  `^["'\`*)\\]]*\\s(?:(?<right>${TO_THE_RIGHT})|${TO_THE_LEFT}) (?:[a-z]+ ){1,4}$`,
  'i',
);
/** The word for an arrow between two addresses. */
const TO_NEIGHBOUR = /^["'`*)\]]*\s+(?:\(?(?:udp|tcp|tls|wss?|sctp)\)?\s+)?to\s+["'`*([]{0,5}$/i;
/** The arrow that leads to an address; `linked`: from another address right before it. */
export function arrowBefore(
  before: string,
  previous: Endpoint | undefined,
): { right: boolean; linked: boolean } | undefined {
  if (previous && TO_NEIGHBOUR.test(before)) return { right: true, linked: true };
  if (previous && before === ' < ') return { right: false, linked: true };
  const upright = UPRIGHT.exec(before)?.groups;
  if (upright) return previous ? undefined : { right: upright['up'] !== undefined, linked: false };
  const left = LEFT.exec(before);
  const arrow = left ?? RIGHT.exec(before);
  // One with two heads says who speaks to each other.
  if (!arrow || (!left && /[<◄◀]/.test(before[arrow.index - 1] ?? ''))) return undefined;
  const linked = previous !== undefined && leadsFromNeighbour(before.slice(0, arrow.index), left === null);
  // A lone `>` ends an element or a prompt, but behind a clock or a number; a lone `»` opens a quotation.
  if (!linked && /^[>›»](?:[\s"'/([]|$)/.test(arrow[0]) && !/(?:\d |\bSIP ?)$/.test(before.slice(0, arrow.index)))
    return undefined;
  return { right: left === null, linked };
}

/** Whether nothing but what went stands between an address and the arrow that leads from it or to it. */
function leadsFromNeighbour(between: string, isRight: boolean): boolean {
  const second = BEFORE_SECOND_ARROW.exec(between);
  return second ? (second.groups?.['right'] !== undefined) === isRight : BEFORE_ARROW.test(between);
}

/** Behind an address: an arrow between it and the program that logs. */
const FROM_OR_TO_US = new RegExp(
  `^["'\`*)\\]]*\\s*(?:${TO_THE_RIGHT}|>{2,}|${TO_THE_LEFT}|<{2,})\\s*\\(?(?:us|me|self|ours(?:elves)?|local(?![.:-]))\\b`,
  'i',
);

const TO_THE_ADDRESS = /^["'`*)\]]*\s*[<◄◀←⇐⟵⟸⬅]/;

/** Which way an arrow leads between an address that ends at an offset and the program that logs. */
export const arrowToUs = (text: string, end: number): 'in' | 'out' | undefined =>
  FROM_OR_TO_US.test(text.slice(end, end + 24))
    ? TO_THE_ADDRESS.test(text.slice(end, end + 4))
      ? 'out'
      : 'in'
    : undefined;
