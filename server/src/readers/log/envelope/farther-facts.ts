import { type Direction, firstDirection } from './direction/direction.ts';
import type { Place } from './lines-around.ts';
import { nearestPeers } from './peers/nearest-peers.ts';
import type { Peers } from './peers/peers.ts';
import { sidesOf } from './peers/sides.ts';
import { type Envelope, isSaid, type Said, saidIn, withInferred } from './said.ts';
import { fartherRecord } from './surroundings/farther-lines.ts';
import { tellsOfOthers } from './surroundings/telling.ts';

/** What nothing near a message says, the record in which it stands may say farther up. */
export function withFarther(envelope: Envelope, { text, frame, floor, message }: Place): Envelope {
  if (envelope.time && envelope.direction) return envelope;
  const record = fartherRecord(text, frame, floor);
  const time = record && (envelope.time ?? record.time);
  if (!time) return envelope;
  const lines = record.lines.filter((line) => !tellsOfOthers(line));
  const direction = envelope.direction ?? firstDirection(lines);
  const hasPeer = isSaid(envelope, 'source') || isSaid(envelope, 'destination');
  const sides = direction === undefined || hasPeer ? {} : saidSides(nearestPeers(lines, []), direction);
  return withInferred({ ...sides, ...saidIn(envelope), time, ...(direction && { direction }) }, message);
}

const saidSides = (peers: Peers, direction: Direction): Said => ({
  ...(peers.transport && { transport: peers.transport }),
  ...sidesOf(peers, direction),
});
