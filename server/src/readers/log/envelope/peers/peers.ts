import { digitBlind } from '../digit-blind.ts';
import { addressAt, bracketed } from './endpoints.ts';
import { isUsual, type PeerPlaces, peerPlacesIn } from './peer-places.ts';
import type { Role } from './roles.ts';

/** Who speaks to whom, as a stretch of a log says it. */
export interface Peers {
  readonly source?: string;
  readonly destination?: string;
  /** The program that logs, and whom it speaks to: which of them is the source follows from the direction. */
  readonly local?: string;
  readonly remote?: string;
  readonly transport?: string;
  /** What an arrow before the only address says. */
  readonly direction?: 'in' | 'out';
}

const ROLES: readonly Role[] = ['source', 'destination', 'local', 'remote'];

/** Whether anybody is named at all. */
export const namesPeers = ({ source, destination, local, remote, direction }: Peers): boolean =>
  (source ?? destination ?? local ?? remote ?? direction) !== undefined;

export const peersIn = (text: string): Peers => peersAt(text, placesIn(text));

/** Whether a text names anybody. */
export function hasPeers(text: string): boolean {
  const { roles, direction } = placesIn(text);
  return direction !== undefined || ROLES.some((role) => roles[role] !== undefined);
}

function placesIn(text: string): PeerPlaces {
  const likely = placesByShape(text);
  return holdFor(text, likely) ? likely : peerPlacesIn(text);
}

const placesByShape = digitBlind(peerPlacesIn);

/** Whether what was found in a text of the same shape stands in this one as well: its digits make the same addresses. */
const holdFor = (text: string, { addresses, isForAnyDigits }: PeerPlaces): boolean =>
  isForAnyDigits && addresses.every((place) => isUsual(text, place));

export function peersAt(text: string, { roles, transport, direction }: PeerPlaces): Peers {
  const peers: { -readonly [Key in keyof Peers]: Peers[Key] } = {};
  for (const role of ROLES) {
    const place = roles[role];
    if (place) peers[role] = addressAt(text, place);
  }
  if (transport) peers.transport = transport;
  if (direction) peers.direction = direction;
  return peers;
}

/** What the layers between TCP and SIP make of it. */
function overTcp(layers: string): string {
  const isSecure = /^Transport Layer Security/m.test(layers);
  return /^WebSocket/m.test(layers) ? (isSecure ? 'WSS' : 'WS') : isSecure ? 'TLS' : 'TCP';
}

const ADDRESSES = /\bInternet Protocol[^\n]*?Src(?: Addr)?: (\S+?)(?: \([^)]*\))?, Dst(?: Addr)?: (\S+)/g;
const PORTS =
  /\b(User Datagram|Transmission Control|Stream Control Transmission) Protocol[^\n]*?Src Port: (?:[^\n,(]* \()?(\d+)\)?, Dst Port: (?:[^\n,(]* \()?(\d+)/g;

/** The peers as the layers above SIP have them in a tree that `tshark -V` draws. */
export function peersInTree(text: string): Peers {
  // Of a tunnel's layers those nearest to the message are its own.
  const addresses = [...text.matchAll(ADDRESSES)].at(-1);
  const ports = [...text.matchAll(PORTS)].at(-1);
  if (!addresses?.[1] || !addresses[2]) return {};
  const joined = (address: string, port: string | undefined) => {
    const host = bracketed(address);
    return port ? `${host}:${port}` : host;
  };
  const lower = ports?.[1] && { User: 'UDP', Transmission: 'TCP', Stream: 'SCTP' }[ports[1].split(' ')[0] ?? ''];
  const transport = lower === 'TCP' ? overTcp(text) : lower;
  return {
    source: joined(addresses[1], ports?.[2]),
    destination: joined(addresses[2], ports?.[3]),
    ...(transport ? { transport } : {}),
  };
}
