import { span } from '../../../../sip/span.ts';
import { methodAlternatives } from '../../patterns.ts';
import { LEFT_HEAD, LEFT_SIGN, RIGHT_HEAD, RIGHT_SIGN, SHAFT, TO_THE_LEFT, TO_THE_RIGHT } from '../arrows.ts';
import { type AddressPlace, addressAt, type Endpoint, endpointsLike, isAddress, PORT_WORD } from './endpoints.ts';
import { namedHosts } from './named-hosts.ts';
import { flowEnds, packetIn, rowEnds, socketPeer } from './packet-lines.ts';
import { peerWordsAbroad } from './peer-vocabulary.ts';
import { transportIn, transportWord } from './transports.ts';

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
  source: ['from|src|source|sender|saddr|orig_h', ...peerWordsAbroad('source')].join('|'),
  destination: ['to|dst|dest|destination|towards|target|receiver|daddr|resp_h', ...peerWordsAbroad('destination')].join(
    '|',
  ),
  local: [
    'sent by|received by|local(?!\\d\\.[a-z])|laddr|loc|my|own|on(?!\\w)|via(?!\\w)|listener',
    ...peerWordsAbroad('local'),
  ].join('|'),
  remote: ['remote|raddr|rem|peer|far', ...peerWordsAbroad('remote')].join('|'),
};
const PART =
  '(?:[_ .-]?(?:ip|ipv[46]|addr|address|host|hostname|ipaddr|socket|endpoint|uri|adress?e?|adresi|dirección|endereço|indirizzo)(?:/port)?)';
const wordOf = (words: string): string => `(?:${words})(?=${PART}|[^a-z]|(?<![A-Z])[A-Z])`;
const ROLE = new RegExp(
  `(?:(?<![A-Za-z])|(?<=(?<![A-Za-z])IP))(?:${Object.entries(ROLE_WORDS)
    .map(([role, words]) => `(?<${role}>${wordOf(words)})`)
    .join('|')})`,
  'gi',
);
/** Chinese puts no blanks between words. */
const HAS_NO_BLANKS = /[\u4e00-\u9fff]/;
function prepositions(thing: 'from' | 'to' | 'on'): string {
  const words = peerWordsAbroad(thing);
  const apart = words.filter((word) => !HAS_NO_BLANKS.test(word));
  const joined = words.filter((word) => HAS_NO_BLANKS.test(word));
  return [`(?<![^\\s(（])(?:${apart.join('|')})`, ...joined].join('|');
}
/** The short words of other languages for `from`, `to` and `on` are such words only right before an address. */
const PREPOSITION = new RegExp(
  `(?:(?<source>${prepositions('from')})|(?<destination>${prepositions('to')})|(?<local>${prepositions('on')}))\\s?[:：]?\\s*["'([]?$`,
  'i',
);
const LONGEST_PREPOSITION = 16;
/** In some languages the word stands behind the address, or as an ending of it: `192.0.2.1:5060'dan`, `192.0.2.1から`. */
const POSTPOSITION =
  /^["')\]]*(?:(?<source>['’]?[dt][ae]n(?!\p{L})| (?:ip )?adresinden(?!\p{L})| ?(?:から|より|에서|로부터))|(?<destination>['’]y?[ae](?!\p{L})| (?:ip )?adresine(?!\p{L})| ?(?:へ|宛(?!て?先)|으?로(?!\p{L}))))/iu;
/** What an address does to another one: `192.0.2.1:5060 received 618 bytes from 192.0.2.9:5062`, `… sending … to …`. */
const DOES =
  /^["')\]]* (?:(?<destination>received|receives|receiving|got)\b[^\n]{0,60}? from|(?<source>sent|sends|sending)\b[^\n]{0,60}? to) $/i;
/** Addresses that no message came from or went to, whatever word stands before them, and where none does. */
const NO_PEER =
  /\b(?:media|offer|sdp|s?rtc?p|stun|turn|(?:bound|binds?|mapped|resolved|resolves|translated|set|changed) to)\b[^\d\n]{0,24}$|\bhttps?:\/\/$/i;
/** The last is a database and who asks it: `[0 192.0.2.1:37176]`. */
const NO_PEER_ALONE =
  /\b(?:contact|binding|registrar|mapping|listening|listens?|bound|external|public|advertised)\b[^\d\n]{0,24}$|\[\d{1,2} $/i;

const WEB_SOCKET = /^wss?:\/\//i;

const LONGEST_DOING = 96;

/** How far before an address its word stands at most: `from IPv4Address(type='UDP', host='`. */
const LONGEST_GAP = 36;

/** What an arrow may carry: `-(SIP over UDP)->`, `--[TLS]-->`, `--TLS-->`, `--INVITE-->`. */
const CARRIED = `(?:[([][\\w /.]{1,24}[)\\]]${SHAFT}+| ?(?:SIP|UDP|TCP|TLS|WSS?|SCTP|${methodAlternatives}) ?${SHAFT}+)?`;
const OPENING = '\\s*(?:SIP\\s+)?["\'/([]{0,3}$';
const RIGHT = new RegExp(
  `(?:${SHAFT}+${CARRIED}(?:>+|${RIGHT_HEAD}\\uFE0F?)|${RIGHT_SIGN}\\uFE0F?|(?<![\\w"']|[a-z_]["'] {1,24})=+(?:>+|${RIGHT_HEAD})|~+>|[›»]|>+)${OPENING}`,
);
const LEFT = new RegExp(
  `(?:<${SHAFT}+${CARRIED}|${LEFT_SIGN}\\uFE0F?|${LEFT_HEAD}\\uFE0F?(?:${SHAFT}|=)*|<=+|<~+|<<+|(?<=\\d )<)${OPENING}`,
);
/** What comes in comes down from somewhere; between two addresses such an arrow says nothing. */
const UPRIGHT = new RegExp(`(?:(?<up>[⬆↑])|[⬇↓])\\uFE0F?${OPENING}`);
/** What may stand between an address and the arrow that leads from it. */
const BEFORE_ARROW = /^["')\]]*\s*(?:[(/]?(?:udp|tcp|tls|wss?|sctp)\)?\s*)?$/i;
/** The same where the arrow stands on both sides of what went: ` -> WebSocket text message `. */
const BEFORE_SECOND_ARROW = new RegExp(
  `^["')\\]]*\\s(?:(?<right>${TO_THE_RIGHT})|${TO_THE_LEFT}) (?:[a-z]+ ){1,4}$`,
  'i',
);
/** The word for an arrow between two addresses. */
const TO_NEIGHBOUR = /^["')\]]*\s+(?:\(?(?:udp|tcp|tls|wss?|sctp)\)?\s+)?to\s+["'([]{0,3}$/i;
/** Behind the address that a message came from, before the program's own one: `from UDP:192.0.2.1:5060 at UDP:192.0.2.2:5060`. */
const AT_OURS = /^["')\]]*\s+(?:at|@)\s+["'([]{0,3}$/i;
const BETWEEN_NEIGHBOURS = /^["']?\s*[,;|\t]\s*["']?$/;

/** Behind an address: an arrow between it and the program that logs. */
const FROM_OR_TO_US = new RegExp(
  `^["')\\]]*\\s*(?:${TO_THE_RIGHT}|>{2,}|${TO_THE_LEFT}|<{2,})\\s*\\(?(?:us|me|self|ours(?:elves)?|local(?![.:-]))\\b`,
  'i',
);

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
    : (flowEnds(text) ?? socketPeer(text) ?? rowEnds(text));
  if (roles) {
    const transport = packet?.transport ?? transportWord(text);
    return { roles, transport, direction: undefined, addresses: [], isForAnyDigits: !NAMED_DIGITS.test(text) };
  }
  const all = endpointsLike(text);
  const endpoints = all.filter(({ place }) => isAddress(text, place.host));
  const reading = readEndpoints(text, endpoints);
  return {
    ...reading,
    ...(Object.keys(reading.roles).length === 0 && { roles: namedHosts(text) ?? {} }),
    transport: reading.transport ?? transportIn(text),
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
    const isOurs = previous !== undefined && AT_OURS.test(before) && isAt('source', previous);
    const role = arrow
      ? undefined
      : isOurs
        ? 'local'
        : (roleBehind(text, endpoint, endpoints[index + 1]) ?? roleBefore(near));
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
      BETWEEN_NEIGHBOURS.test(before) &&
      bothSpelt(previous, endpoint)
    ) {
      found.source ??= previous.place;
      found.destination ??= endpoint.place;
      unnamed.pop();
    } else if (FROM_OR_TO_US.test(text.slice(endpoint.end, endpoint.end + 24))) {
      const isTo = /^["')\]]*\s*[<◄◀←⇐⟵⟸⬅]/.test(text.slice(endpoint.end, endpoint.end + 4));
      direction ??= isTo ? 'out' : 'in';
      found[isTo ? 'destination' : 'source'] ??= endpoint.place;
    } else unnamed.push(endpoint);
    if (endpoint.transport) transport ??= endpoint.transport;
  });
  // The only address that nothing is said of is the other side's.
  const [other, ...more] = unnamed.filter(
    (endpoint) =>
      endpoint.hasPort &&
      !isAny(endpoint.address) &&
      !/@$|(?<!\b(?:IP|addr|address|host|UA|client|device|phone|endpoint|[RT]X)):$/i.test(
        text.slice(Math.max(0, endpoint.start - 9), endpoint.start),
      ),
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
  if (previous && TO_NEIGHBOUR.test(before)) return { right: true, linked: true };
  const upright = UPRIGHT.exec(before)?.groups;
  if (upright) return previous ? undefined : { right: upright['up'] !== undefined, linked: false };
  const left = LEFT.exec(before);
  const arrow = left ?? RIGHT.exec(before);
  // One with two heads says who speaks to each other.
  if (!arrow || (!left && /[<◄◀]/.test(before[arrow.index - 1] ?? ''))) return undefined;
  const linked = previous !== undefined && leadsFromNeighbour(before.slice(0, arrow.index), left === null);
  // A lone `>` ends an element or a prompt, but behind a clock or a number; a lone `»` opens a quotation.
  if (!linked && /^[>›»](?:[\s"'/([]|$)/.test(arrow[0]) && !/\d $/.test(before.slice(0, arrow.index))) return undefined;
  return { right: left === null, linked };
}

/** Whether nothing but what went stands between an address and the arrow that leads from it or to it. */
function leadsFromNeighbour(between: string, isRight: boolean): boolean {
  const second = BEFORE_SECOND_ARROW.exec(between);
  return second ? (second.groups?.['right'] !== undefined) === isRight : BEFORE_ARROW.test(between);
}

/** The socket of a file descriptor, as `strace -yy` shows it: `sendto(4<UDP:[192.0.2.1:5060]>`, `(4<TCP:[own->other]>`. */
const OWN_SOCKET = /\d<(?:UDP|TCP)(?:v6)?:\[$/;

const isOwnSocket = (text: string, { start }: Endpoint): boolean =>
  OWN_SOCKET.test(text.slice(Math.max(0, start - 16), start));

function roleBehind(text: string, { address, end }: Endpoint, next: Endpoint | undefined): Role | undefined {
  const behind = isAny(address) ? '' : text.slice(end, Math.min(end + LONGEST_DOING, next?.start ?? 0));
  const side = (POSTPOSITION.exec(text.slice(end, end + 24)) ?? DOES.exec(behind))?.groups;
  return side && (side['source'] === undefined ? 'destination' : 'source');
}

function roleBefore(near: string): Role | undefined {
  if (OWN_SOCKET.test(near)) return 'local';
  if (/[{ /,]L(?::\s?\/?)?$/.test(near)) return 'local';
  if (/[{ /,]R(?::\s?\/?)?$/.test(near)) return 'remote';
  const preposition = PREPOSITION.exec(near.slice(-LONGEST_PREPOSITION))?.groups;
  if (preposition) return roleIn(preposition);
  let last: Role | undefined;
  for (const match of near.matchAll(ROLE)) {
    last = roleIn(match.groups ?? {});
  }
  return last;
}

const roleIn = (groups: { readonly [name: string]: string | undefined }): Role | undefined =>
  (Object.keys(ROLE_WORDS) as Role[]).find((role) => groups[role] !== undefined);

/** An address whose port stands in a field of its own: `src_ip: 192.0.2.1`, `src_port: 5060`. */
function withPort({ hasPort, place, address }: Endpoint, text: string, role: Role): AddressPlace {
  if (hasPort) return place;
  const port = portFields[role].exec(text)?.indices?.[1];
  if (port === undefined) return place;
  return { host: place.host, port: span(...port), lacksBrackets: address.includes(':') && !address.startsWith('[') };
}

const portField = (words: string, whole: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z])(?:(?:${words})[_ .-]?(?:${PORT_WORD})|${whole})["']?\\s*[:=]\\s*["']?(\\d{1,5})(?!\\d)`,
    'di',
  );
const portFields: Readonly<Record<Role, RegExp>> = {
  source: portField(ROLE_WORDS.source, 'sport|spt|orig_p'),
  destination: portField(ROLE_WORDS.destination, 'dport|dpt|resp_p'),
  local: portField(ROLE_WORDS.local, 'lport'),
  remote: portField(ROLE_WORDS.remote, 'rport'),
};
