import { isLogLine } from '../../shapes/physical-lines.ts';
import { prefixEnd } from '../../shapes/prefixes.ts';
import { firstDirection, saysDirection } from '../direction/direction.ts';
import { peersIn } from '../peers/peers.ts';
import { hasClock, hasPeers, speaksOfSip, tellsAll, tellsOfMessage } from './telling.ts';

/** Whether the record right above a message's own is one with it, or tells of it. */

const LEVEL = /\b(?:SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST|DEBUG)\b/;

/** Whether a line begins with a level and the one above it has a time and none: Java's own logging writes records so. */
export const isSecondLine = (own: string, above: string | undefined): boolean =>
  above !== undefined && /^[A-Z]{4,7}: /.test(own) && LEVEL.test(own) && hasClock(above) && !LEVEL.test(above);

/** Whether words before the start line only say once more which way the record goes that the line above begins: `TX `. */
export const isEchoOf = (own: string, above: string | undefined): boolean =>
  above !== undefined &&
  !hasClock(own) &&
  !isLogLine(own, 0, own.length) &&
  !hasPeers(own) &&
  hasClock(above) &&
  firstDirection([own]) === firstDirection([above]);

/** Whether a record right above, of the same second and kind, names the peers of the message, which names none. */
export function announces(line: string, own: string): boolean {
  if (!speaksOfSip(line) && !tellsOfMessage(line)) return false;
  const head = /^.{0,120}?\d:\d\d:\d\d/.exec(own)?.[0];
  if (head === undefined || !line.includes(head.slice(-7))) return false;
  if (prefixEnd(line, 0, line.length, head) === undefined || hasPeers(own)) return false;
  const { source, destination, remote } = peersIn(line);
  return source !== undefined && destination !== undefined
    ? true
    : saysDirection(line) && (source ?? destination ?? remote) !== undefined;
}

/** A record that only names what it shows: `DEBUG:scan:packet: '`. */
const SHOWN = /^(.{3,120}[:\]|] ?)([A-Za-z]{3,16})[:=] ?[bu]?["']?$/;

/** Whether the record right above, with a head of the same shape, tells what is done with that: `sending packet to …`. */
export function showsWhat(own: string, line: string): boolean {
  const [, head = '', name = ''] = SHOWN.exec(own) ?? [];
  if (name === '' || prefixEnd(line, 0, line.length, head) === undefined) return false;
  const said = line.slice(head.length);
  return (
    said
      .toLowerCase()
      .split(/[^a-z]+/)
      .includes(name.toLowerCase()) && tellsAll(said)
  );
}
