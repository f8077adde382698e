import { type Direction, firstDirection } from '../direction/direction.ts';
import { namedEnds } from './named-hosts.ts';
import { namesPeers, type Peers, peersIn } from './peers.ts';
import { portsIn } from './port-fields.ts';
import { finerTransport } from './transports.ts';

/**
 * The nearest line that names a peer has named both, or another line of the message's own names the other, or there is
 * only one to name; the transport may stand further, even in what lies farther off.
 */
export function nearestPeers(lines: readonly string[], further: readonly string[]): Peers {
  let found: Peers = {};
  let naming = '';
  let way: Direction | undefined;
  for (const line of lines) {
    const its = firstDirection([line]);
    // What a line farther off tells of a message that went the other way is of that one.
    if (way && its && its !== way) continue;
    way ??= its;
    if (found.transport !== undefined && namesPeers(found) && !isOneSide(found)) break;
    const more = peersIn(line);
    if (!namesPeers(found)) {
      found = { ...more, ...found };
      naming = line;
    } else if (isOtherSide(found, more) && !goesBack(line, naming)) found = { ...more, ...found };
    else found = withTransport(found, more);
  }
  for (const text of further) {
    if (found.transport !== undefined && namesPeers(found)) break;
    const more = peersIn(text);
    found = namesPeers(found) ? withTransport(found, more) : { ...more, ...found };
  }
  return withPorts(found, lines);
}

const IPV4 = /^\d+(?:\.\d+){3}$/;

/** Two addresses without ports with those that a line of their own has. */
function withPorts(peers: Peers, lines: readonly string[]): Peers {
  const { source = '', destination = '' } = peers;
  if (!IPV4.test(source) || !IPV4.test(destination)) return peers;
  for (const line of lines) {
    const ports = portsIn(line);
    if (ports) return { ...peers, source: `${source}:${ports[0]}`, destination: `${destination}:${ports[1]}` };
  }
  return peers;
}

/** The same with the transport that a field of the record names more exactly. */
export function withFinerTransport(peers: Peers, record: string): Peers {
  const { transport } = peers;
  const finer = transport === undefined ? undefined : finerTransport(transport, record);
  return finer === undefined || finer === transport ? peers : { ...peers, transport: finer };
}

const withTransport = (found: Peers, { transport }: Peers): Peers => (transport ? { transport, ...found } : found);

/** Whether a line tells of a message that went the other way: `send to:` above `received from:`. */
function goesBack(one: string, other: string): boolean {
  const direction = firstDirection([one]);
  return direction !== undefined && direction !== (firstDirection([other]) ?? direction);
}

/** Whether only one side is named, which a line of its own names: `** From: 192.0.2.1:5060` above `** To: …`. */
const isOneSide = ({ source, destination, local, remote }: Peers): boolean =>
  [source, destination, local, remote].filter(Boolean).length === 1;
const isOtherSide = (one: Peers, other: Peers): boolean =>
  isOneSide(one) &&
  isOneSide(other) &&
  (one.source !== undefined
    ? other.destination !== undefined
    : one.destination !== undefined
      ? other.source !== undefined
      : one.local !== undefined
        ? other.remote !== undefined
        : other.local !== undefined);

/** The fields of an object stand in any order: one side before the message's text, the other behind it. */
export function withOtherSide(peers: Peers, record: string): Peers {
  const { source, destination, local, remote } = peers;
  if (local && !remote && !source && !destination) {
    const other = peersIn(record).remote;
    return other ? { ...peers, remote: other } : peers;
  }
  if (!source === !destination) return peers;
  const fields = peersIn(record);
  const [near, far] = source ? (['source', 'destination'] as const) : (['destination', 'source'] as const);
  if (fields[near] !== undefined && fields[near] !== peers[near]) return peers;
  const other = fields[far] ?? (fields.local === undefined ? namedEnds(record)[far] : undefined);
  return other === undefined ? withLocal(peers, fields) : { ...peers, [far]: other };
}

/** Which of the sides it is follows from the direction. */
const withLocal = (peers: Peers, { local }: Peers): Peers =>
  local === undefined || peers.local !== undefined || peers.remote !== undefined ? peers : { ...peers, local };
