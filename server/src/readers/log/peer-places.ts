import { type Span, span } from '../../sip/span.ts';
import { type AddressPlace, addressAt, type Endpoint, endpointsLike, isAddress } from './endpoints.ts';
import { namedHosts } from './named-hosts.ts';

/** What an address is to the message: `source`, or the other program where the direction tells which that is. */
export type Role = 'source' | 'destination' | 'local' | 'remote';

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

/** Words that say which part an address plays, and what may stand between the word and the address. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  source: 'from|src|source|sender',
  destination: 'to|dst|dest|destination|towards|target',
  local: 'local(?!\\d\\.[a-z])|loc|my|own|on|via|listener',
  remote: 'remote|rem|peer|far',
};
const PART = '(?:[_ .-]?(?:ip|ipv[46]|addr|address|host|hostname|ipaddr|socket|uri)(?:/port)?)';
const wordOf = (words: string): string => `(?:${words})(?=${PART}|[^a-z]|(?<![A-Z])[A-Z])`;
const ROLE = new RegExp(
  `(?:(?<![A-Za-z])|(?<=(?<![A-Za-z])IP))(?:${Object.entries(ROLE_WORDS)
    .map(([role, words]) => `(?<${role}>${wordOf(words)})`)
    .join('|')})`,
  'gi',
);
/** How far before an address its word stands at most. */
const LONGEST_GAP = 28;

/** What an arrow may carry: `-(SIP over UDP)->`, `--[TLS]-->`. */
const CARRIED = '(?:[([][\\w /.]{1,24}[)\\]]-+)?';
const RIGHT = new RegExp(`(?:-+${CARRIED}>|→|=+>|›|>+)\\s*[([]?$`);
const LEFT = new RegExp(`(?:<-+${CARRIED}|←|<=+|<<+)\\s*[([]?$`);
/** What may stand between an address and the arrow that leads from it. */
const BEFORE_ARROW = /^["')\]]*\s*(?:\((?:udp|tcp|tls|wss?|sctp)\)\s*)?$/i;
const BETWEEN_NEIGHBOURS = /^["']?\s*[,;|\t]\s*["']?$/;

/** tcpdump writes a port behind a dot, and both address and port as names where it may. */
const PACKET_LINE =
  /(?:\bIP6? |^ {4}|\) )([\w:$-][\w.:${}-]{0,253})\.(\d{1,5}|sips?|sip-tls) > ([\w:$-][\w.:${}-]{0,253})\.(\d{1,5}|sips?|sip-tls): ?(UDP|Flags|SIP)?/d;
const NAMED_PORTS: Readonly<Record<string, string>> = { sip: '5060', sips: '5061', 'sip-tls': '5061' };

function packetPeers(text: string): PeerPlaces['roles'] | undefined {
  const match = PACKET_LINE.exec(text);
  const [, source, sourcePort, destination, destinationPort] = match?.indices ?? [];
  if (!source || !sourcePort || !destination || !destinationPort) return undefined;
  return {
    source: placeOf(text, span(...source), span(...sourcePort)),
    destination: placeOf(text, span(...destination), span(...destinationPort)),
  };
}

const placeOf = (text: string, host: Span, port: Span): AddressPlace => ({
  host,
  port: NAMED_PORTS[text.slice(port.start, port.end)] ?? port,
  lacksBrackets: text.slice(host.start, host.end).includes(':'),
});

/** An address as strace writes it: `sin_port=htons(5060), sin_addr=inet_addr("192.0.2.1")`. */
const SOCKET_ADDRESS = /htons\((\d{1,5})\)[^()]{0,60}\((?:AF_INET6, )?"([\da-fA-F.:]{2,45})"/d;

function socketPeer(text: string): PeerPlaces['roles'] | undefined {
  const [, port, address] = SOCKET_ADDRESS.exec(text)?.indices ?? [];
  return port && address ? { remote: placeOf(text, span(...address), span(...port)) } : undefined;
}

/** Neighbouring fields of a table's row: an address and a port, or an address alone, twice. */
const IN_A_ROW =
  /(?:^|[\t,;|\n])["']?(\d{1,3}(?:\.\d{1,3}){3})["']?([\t,;|])["']?(?:(\d{2,5})["']?\2["']?)?(\d{1,3}(?:\.\d{1,3}){3})["']?\2(?:["']?(\d{2,5})["']?(?:\2|$))?/d;

function rowPeers(text: string): PeerPlaces['roles'] | undefined {
  const [, source, , port, destination, otherPort] = IN_A_ROW.exec(text)?.indices ?? [];
  if (!source || !destination) return undefined;
  const place = (host: [number, number], own: [number, number] | undefined): AddressPlace =>
    port && otherPort && own
      ? placeOf(text, span(...host), span(...own))
      : { host: span(...host), port: undefined, lacksBrackets: false };
  return { source: place(source, port), destination: place(destination, otherPort) };
}

/** Digits that patterns ask for by name: `udp4`, `ipv6`, `proto: 17`, the version before `/UDP`. */
const NAMED_DIGITS =
  /(?:ipv?|inet|udp|tcp|tls|ws|wss|sctp)\d|(?:proto|protocol|transport)["']?\s*[:=]\s*["']?\d|\d\.\d\//i;

/** An address that is one whatever the digits in its place, as long as they are usual ones as well. */
export const isUsual = (text: string, { host }: AddressPlace): boolean =>
  text[host.start] !== '0' && isAddress(text, host);

export function peerPlacesIn(text: string): PeerPlaces {
  const packet = packetPeers(text);
  const roles = packet ?? socketPeer(text) ?? rowPeers(text);
  if (roles) {
    const kind = packet && PACKET_LINE.exec(text)?.[5];
    const transport = kind === 'UDP' ? 'UDP' : kind === 'Flags' ? 'TCP' : transportWord(text);
    return { roles, transport, direction: undefined, addresses: [], isForAnyDigits: !NAMED_DIGITS.test(text) };
  }
  const all = endpointsLike(text);
  const endpoints = all.filter(({ place }) => isAddress(text, place.host));
  const reading = readEndpoints(text, endpoints);
  return {
    ...reading,
    ...(Object.keys(reading.roles).length === 0 && { roles: namedHosts(text) ?? {} }),
    transport: reading.transport ?? transportField(text) ?? letterTransport(text) ?? transportWord(text),
    addresses: endpoints.map(({ place }) => place),
    isForAnyDigits:
      reading.isForAnyDigits && all.every(({ place }) => isUsual(text, place)) && !NAMED_DIGITS.test(text),
  };
}

type Reading = Pick<PeerPlaces, 'roles' | 'transport' | 'direction' | 'isForAnyDigits'>;

function readEndpoints(text: string, endpoints: readonly Endpoint[]): Reading {
  const found: { [role in Role]?: AddressPlace } = {};
  let transport: string | undefined;
  let direction: 'in' | 'out' | undefined;
  let isForAnyDigits = true;
  const unnamed: Endpoint[] = [];
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
    const role = arrow ? undefined : roleBefore(before);
    if (arrow && previous && arrow.linked) {
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
      BETWEEN_NEIGHBOURS.test(before) &&
      bothSpelt(previous, endpoint)
    ) {
      found.source ??= previous.place;
      found.destination ??= endpoint.place;
      unnamed.pop();
    } else unnamed.push(endpoint);
    if (endpoint.transport) transport ??= endpoint.transport;
  });
  // The only address that nothing is said of is the other side's.
  const [other, ...more] = unnamed.filter(
    (endpoint) => endpoint.hasPort && !isAny(endpoint.address) && !/[@:]$/.test(text.slice(0, endpoint.start)),
  );
  if (other && more.length === 0 && !found.source && !found.destination) found.remote ??= other.place;
  return { roles: found, transport, direction, isForAnyDigits };
}

const isAny = (address: string): boolean => address.startsWith('0.0.0.0') || address.startsWith('[::]');
const bothSpelt = (one: Endpoint, other: Endpoint): boolean =>
  one.transport !== undefined && other.transport !== undefined;

function remove(endpoints: Endpoint[], endpoint: Endpoint): void {
  const index = endpoints.indexOf(endpoint);
  if (index >= 0) endpoints.splice(index, 1);
}

/** The arrow that leads to an address; `linked`: from another address right before it. */
function arrowBefore(before: string, previous: Endpoint | undefined): { right: boolean; linked: boolean } | undefined {
  const left = LEFT.exec(before);
  const arrow = left ?? RIGHT.exec(before);
  if (!arrow) return undefined;
  const linked = previous !== undefined && BEFORE_ARROW.test(before.slice(0, arrow.index));
  // A lone `>` ends an element or a prompt.
  if (!linked && arrow[0].trim().replace(/[([]$/, '').length < 2) return undefined;
  return { right: left === null, linked };
}

function roleBefore(before: string): Role | undefined {
  const near = before.slice(Math.max(before.length - LONGEST_GAP, before.lastIndexOf('\n') + 1));
  if (/[{ /]L$/.test(near)) return 'local';
  if (/[{ /]R$/.test(near)) return 'remote';
  let last: Role | undefined;
  for (const match of near.matchAll(ROLE)) {
    last = (Object.keys(ROLE_WORDS) as Role[]).find((role) => match.groups?.[role] !== undefined);
  }
  return last;
}

/** An address whose port stands in a field of its own: `src_ip: 192.0.2.1`, `src_port: 5060`. */
function withPort({ hasPort, place, address }: Endpoint, text: string, role: Role): AddressPlace {
  if (hasPort) return place;
  const port = portFields[role].exec(text)?.indices?.[1];
  if (port === undefined) return place;
  return { host: place.host, port: span(...port), lacksBrackets: address.includes(':') && !address.startsWith('[') };
}

const portField = (words: string): RegExp =>
  new RegExp(`(?<![A-Za-z])(?:${words})[_ .-]?port["']?\\s*[:=]\\s*["']?(\\d{1,5})(?!\\d)`, 'di');
const portFields: Readonly<Record<Role, RegExp>> = {
  source: portField(ROLE_WORDS.source),
  destination: portField(ROLE_WORDS.destination),
  local: portField(ROLE_WORDS.local),
  remote: portField(ROLE_WORDS.remote),
};

/** The address of a user, whose `transport` tells how to reach that user and not how this message went. */
const USER_URI = 'sips?:[^\\s<>"@]{1,80}@[^\\s<>"]{1,120}';
const TRANSPORT_FIELD = new RegExp(
  `(?:^|[\\n,{;|\\s"'.])(?:ip_?)?(?:proto|transport|protocol)["']?\\s*[:=]\\s*["']?(udp|tcp|tls|wss?|sctp|17|6|132)(?![\\w.])(?<!${USER_URI})`,
  'i',
);
/** The numbers of the transports in an IP packet. */
const TRANSPORT_NUMBERS: Readonly<Record<string, string>> = { '6': 'TCP', '17': 'UDP', '132': 'SCTP' };

function transportField(text: string): string | undefined {
  const written = TRANSPORT_FIELD.exec(text)?.[1];
  return written && (TRANSPORT_NUMBERS[written] ?? written.toUpperCase());
}

/** ngrep begins a record with `U` for UDP or `T` for TCP. */
function letterTransport(text: string): string | undefined {
  const letter = /^(U|T)(?:\(\d+\))? (?:\d{4}\/|\d{1,3}\.|\[?[0-9a-f]{0,4}:)/.exec(text)?.[1];
  return letter && (letter === 'U' ? 'UDP' : 'TCP');
}

const TRANSPORT_WORD = new RegExp(
  `(?<![\\w.]|2\\.0\\/)(?:UDP|TCP|TLS|WSS|WS|SCTP|udp|tcp|tls|wss|ws|sctp)(?![\\w.])(?<!${USER_URI})`,
  'g',
);

/** A transport that stands alone as a word; where several do, none is said. */
function transportWord(text: string): string | undefined {
  const words = new Set([...text.matchAll(TRANSPORT_WORD)].map((match) => match[0].toUpperCase()));
  const [only] = words;
  return words.size === 1 ? only : undefined;
}
