import { arrowBefore, arrowToUs } from './arrows-beside.ts';
import { type AddressPlace, addressAt, type Endpoint, endpointsLike, isAddress, isAny } from './endpoints.ts';
import { namedHost, namedHosts } from './named-hosts.ts';
import { connectionEnds, flowEnds, listedEnds, packetIn, rowEnds, rowPeer, socketPeer } from './packet-lines.ts';
import { withPort } from './port-fields.ts';
import {
  hasInterfaceBehind,
  isBeforeSender,
  isInterfaceOf,
  isOwnSocket,
  type Role,
  roleBefore,
  roleBehind,
} from './roles.ts';
import { saidHost } from './said-hosts.ts';
import { transportIn, transportWord } from './transports.ts';

/** Where a stretch of a log says who speaks to whom. */
export interface PeerPlaces {
  readonly roles: { readonly [role in Role]?: AddressPlace };
  readonly transport: string | undefined;
  /** What an arrow before the only address says. */
  readonly direction: 'in' | 'out' | undefined;
  /** Every address in the text, of which numbers could make another one or none. */
  readonly addresses: readonly AddressPlace[];
  /** Whether another text with other digits in the same places says the same. */
  readonly isForAnyDigits: boolean;
}

/** Addresses that no message came from or went to, whatever word stands before them, and where none does. */
const NO_PEER =
  /\b(?:media|offer|sdp|s?rtc?p|stun|turn|(?:bound|binds?|mapped|resolved|resolves|translated|set|changed) to)\b[^\d\n]{0,24}$|\bhttps?:\/\/$/i;
/** The last is a database and who asks it: `[0 192.0.2.1:37176]`. */
const NO_PEER_ALONE =
  /\b(?:contact|binding|registrar|mapping|listening|listens?|bound|external|public|advertised)\b[^\d\n]{0,24}$|\[\d{1,2} $/i;

const WEB_SOCKET = /^wss?:\/\//i;

/** How far before an address its word stands at most: `from IPv4Address(type='UDP', host='`. */
const LONGEST_GAP = 36;

/** Behind the address that a message came from, before the program's own one: `from UDP:192.0.2.1:5060 at UDP:192.0.2.2:5060`. */
const AT_OURS = /^["')\]]*\s+(?:at|@)\s+["'([]{0,3}$/i;
/** `192.0.2.1:5060`, `[2001:db8::1]:5060` */
const NUMERIC = /^[\d.]+:\d+$|^\[/;
const BETWEEN_NEIGHBOURS = /^["']?\s*[,;|\t]\s*["']?$/;
const BLANKS = /^[ \t]{1,24}$/;
/** What stands in the column before the one of the source: over what the message went, or which way: `TX udp `. */
const COLUMN_BEFORE =
  /(?:^|[\s|,;\])])[([]?(?:udp|tcp|tls|wss?|sctp|[rt]x|in|out|recv|rcvd?|received|send|sent|snd|incoming|outgoing|inbound|outbound)[46]?[)\]]?[:|,;]?[ \t]{1,24}$/i;

/**
 * Digits that patterns ask for by name: `udp4`, `ipv6`, `proto: 17`, the version before `/UDP`, SIP's port behind an
 * IPv6 address.
 */
const NAMED_DIGITS =
  /(?:ipv?|inet|udp|tcp|tls|ws|wss|sctp)\d|(?:proto|protocol|transport)["']?\s*[:=>]?\s*["']?\d|\d\.\d\/|:[\da-f]{0,4}:\d{4}(?![\w:])/i;

/** An address that is one whatever the digits in its place, as long as they are usual ones as well. */
export const isUsual = (text: string, { host }: AddressPlace): boolean =>
  text[host.start] !== '0' && isAddress(text, host);

export function peerPlacesIn(text: string): PeerPlaces {
  const packet = packetIn(text);
  const roles = packet
    ? { source: packet.source, destination: packet.destination }
    : (flowEnds(text) ??
      connectionEnds(text) ??
      socketPeer(text) ??
      listedEnds(text) ??
      rowEnds(text) ??
      rowPeer(text));
  if (roles) {
    const transport = packet?.transport ?? transportWord(text);
    return { roles, transport, direction: undefined, addresses: [], isForAnyDigits: !NAMED_DIGITS.test(text) };
  }
  const all = endpointsLike(text);
  const endpoints = all.filter(({ place }) => isAddress(text, place.host));
  const reading = readEndpoints(text, endpoints);
  const other = missingEnd(reading.roles);
  const named = other && namedHost(text, other);
  return {
    ...reading,
    ...(named && { roles: { ...reading.roles, [other]: named } }),
    ...(Object.keys(reading.roles).length === 0 && { roles: namedHosts(text) ?? saidHost(text) ?? {} }),
    transport: reading.transport ?? transportIn(text),
    addresses: endpoints.map(({ place }) => place),
    isForAnyDigits:
      reading.isForAnyDigits && all.every(({ place }) => isUsual(text, place)) && !NAMED_DIGITS.test(text),
  };
}

/** Which end a text does not name that names the other one. */
const missingEnd = ({ source, destination }: PeerPlaces['roles']): 'source' | 'destination' | undefined =>
  !source === !destination ? undefined : source ? 'destination' : 'source';

type Reading = Pick<PeerPlaces, 'roles' | 'transport' | 'direction' | 'isForAnyDigits'>;

function readEndpoints(text: string, endpoints: readonly Endpoint[]): Reading {
  const found: { [role in Role]?: AddressPlace } = {};
  let transport: string | undefined;
  let direction: 'in' | 'out' | undefined;
  let isForAnyDigits = true;
  const unnamed: Endpoint[] = [];
  let passedOver: Endpoint | undefined;
  const isAt = (role: Role, { address }: Endpoint): boolean => {
    const place = found[role];
    // Whether two addresses are the same one depends on their digits.
    if (place) isForAnyDigits = false;
    return place !== undefined && addressAt(text, place) === address;
  };
  endpoints.forEach((endpoint, index) => {
    const previous = endpoints[index - 1];
    const before = text.slice(Math.max(previous?.end ?? 0, endpoint.start - 64), endpoint.start);
    const arrow = arrowBefore(before, previous);
    const near = before.slice(Math.max(before.length - LONGEST_GAP, before.lastIndexOf('\n') + 1));
    const isBehindPeer =
      previous !== undefined &&
      ((AT_OURS.test(before) && isAt('source', previous)) ||
        (isInterfaceOf(before) && (isAt('source', previous) || isAt('destination', previous))));
    const isOurs = isBehindPeer || isBeforeSender(text, endpoint);
    const role = arrow
      ? undefined
      : isOurs
        ? 'local'
        : (roleBehind(text, endpoint, endpoints[index + 1]) ?? roleBesideInterface(text, endpoint, roleBefore(near)));
    if (!arrow && (NO_PEER.test(near) || (!role && NO_PEER_ALONE.test(near)))) {
      passedOver = endpoint;
      return;
    }
    // A server of WebSockets that a client goes through may be either side.
    if (role === 'local' && WEB_SOCKET.test(text.slice(endpoint.start, endpoint.place.host.start))) return;
    if (arrow?.linked && previous === passedOver) return;
    if (arrow && previous && arrow.linked && isOwnSocket(text, previous)) found.remote ??= endpoint.place;
    else if (arrow && previous && arrow.linked) {
      const [from, to] = arrow.right ? [previous, endpoint] : [endpoint, previous];
      // An arrow says more than the word before it: `read from 192.0.2.1:5060 <- 192.0.2.9:5060`.
      if (isAt('source', previous)) delete found.source;
      if (isAt('destination', previous)) delete found.destination;
      found.source ??= from.place;
      found.destination ??= to.place;
      remove(unnamed, previous);
    } else if (arrow) {
      direction ??= arrow.right ? 'out' : 'in';
      found[arrow.right ? 'destination' : 'source'] ??= endpoint.place;
    } else if (role) {
      // A socket that listens everywhere is no address.
      if (role !== 'local' || !isAny(endpoint.address)) found[role] ??= withPort(endpoint, text, role);
    } else if (
      previous &&
      unnamed.at(-1) === previous &&
      ((BETWEEN_NEIGHBOURS.test(before) && bothSpelt(previous, endpoint)) ||
        (BLANKS.test(before) && areColumns(text, previous, endpoint)))
    ) {
      found.source ??= previous.place;
      found.destination ??= endpoint.place;
      unnamed.pop();
    } else {
      const way = arrowToUs(text, endpoint.end);
      direction ??= way;
      if (way === undefined) unnamed.push(endpoint);
      else found[way === 'out' ? 'destination' : 'source'] ??= endpoint.place;
    }
    if (endpoint.transport) transport ??= endpoint.transport;
  });
  // The only address that nothing is said of is the other side's.
  const others = unnamed.filter(
    (endpoint) =>
      endpoint.hasPort &&
      !isAny(endpoint.address) &&
      !/@$|(?<!\b(?:IP|addr|address|host|UA|client|device|phone|endpoint|[RT]X|in|out|(?:in|out)bound|incoming|outgoing|sent|received|recv|TxTo|RxFrom)):$/i.test(
        text.slice(Math.max(0, endpoint.start - 9), endpoint.start),
      ),
  );
  const numeric = others.filter(({ address }) => NUMERIC.test(address));
  // What looks like a name and a port may be a number behind a word: `leg.a:13`.
  const [other, ...more] = others.length > 1 && numeric.length === 1 ? numeric : others;
  if (other && more.length === 0 && !found.source && !found.destination) found.remote ??= other.place;
  return { roles: found, transport, direction, isForAnyDigits };
}

/** What comes or goes on a connection has the other side's address before the interface of the program. */
const roleBesideInterface = (text: string, endpoint: Endpoint, role: Role | undefined): Role | undefined =>
  (role === undefined || role === 'local') && hasInterfaceBehind(text, endpoint) ? 'remote' : role;

/** Whether two addresses with nothing but blanks between are columns of a row. */
const areColumns = (text: string, one: Endpoint, other: Endpoint): boolean =>
  one.hasPort && other.hasPort && COLUMN_BEFORE.test(text.slice(Math.max(0, one.start - 40), one.start));

const bothSpelt = (one: Endpoint, other: Endpoint): boolean =>
  one.transport !== undefined && other.transport !== undefined;

function remove(endpoints: Endpoint[], endpoint: Endpoint): void {
  const index = endpoints.indexOf(endpoint);
  if (index >= 0) endpoints.splice(index, 1);
}
