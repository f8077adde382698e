import { type Endpoint, endpointsIn } from './endpoints.ts';

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

type Role = 'source' | 'destination' | 'local' | 'remote';

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
const BETWEEN_NEIGHBOURS = /^["']?\s*[,;]\s*["']?$/;

/** tcpdump writes a port behind a dot, and both address and port as names where it may. */
const PACKET_LINE =
  /(?:\bIP6? |^ {4}|\) )([\w:-][\w.:-]{0,253})\.(\d{1,5}|sips?|sip-tls) > ([\w:-][\w.:-]{0,253})\.(\d{1,5}|sips?|sip-tls): ?(UDP|Flags|SIP)?/;
const portNumber = (port: string): string => (/^\d/.test(port) ? port : port === 'sip' ? '5060' : '5061');

function packetPeers(text: string): Peers | undefined {
  const [, source, sourcePort, destination, destinationPort, kind] = PACKET_LINE.exec(text) ?? [];
  if (!source || !sourcePort || !destination || !destinationPort) return undefined;
  const joined = (host: string, port: string) => `${host.includes(':') ? `[${host}]` : host}:${portNumber(port)}`;
  return {
    source: joined(source, sourcePort),
    destination: joined(destination, destinationPort),
    ...(kind === 'UDP' ? { transport: 'UDP' } : kind === 'Flags' ? { transport: 'TCP' } : {}),
  };
}

/** An address as strace writes it: `sin_port=htons(5060), sin_addr=inet_addr("192.0.2.1")`. */
const SOCKET_ADDRESS = /htons\((\d{1,5})\)[^()]{0,60}\((?:AF_INET6, )?"([\da-fA-F.:]{2,45})"/;

function socketPeer(text: string): Peers | undefined {
  const [, port, address] = SOCKET_ADDRESS.exec(text) ?? [];
  if (port === undefined || address === undefined) return undefined;
  return { remote: `${address.includes(':') ? `[${address}]` : address}:${port}` };
}

export function peersIn(text: string): Peers {
  const packet = packetPeers(text) ?? socketPeer(text);
  if (packet) return { ...(transportWord(text) ? { transport: transportWord(text) } : {}), ...packet };
  const found: { -readonly [Key in keyof Peers]: Peers[Key] } = {};
  const endpoints = endpointsIn(text);
  const unnamed: Endpoint[] = [];
  endpoints.forEach((endpoint, index) => {
    const previous = endpoints[index - 1];
    const before = text.slice(Math.max(previous?.end ?? 0, endpoint.start - 64), endpoint.start);
    const arrow = arrowBefore(before, previous);
    const role = arrow ? undefined : roleBefore(before);
    if (arrow && previous && arrow.linked) {
      const [from, to] = arrow.right ? [previous, endpoint] : [endpoint, previous];
      // An arrow says more than the word before it: `read from 192.0.2.1:5060 <- 192.0.2.9:5060`.
      if (found.source === previous.address) delete found.source;
      if (found.destination === previous.address) delete found.destination;
      found.source ??= from.address;
      found.destination ??= to.address;
      remove(unnamed, previous);
    } else if (arrow) {
      found.direction ??= arrow.right ? 'out' : 'in';
      found[arrow.right ? 'destination' : 'source'] ??= endpoint.address;
    } else if (role) {
      // A socket that listens everywhere is no address.
      if (role !== 'local' || !isAny(endpoint.address)) found[role] ??= withPort(endpoint, text, role);
    } else if (
      previous &&
      unnamed.at(-1) === previous &&
      BETWEEN_NEIGHBOURS.test(before) &&
      bothSpelt(previous, endpoint)
    ) {
      found.source ??= previous.address;
      found.destination ??= endpoint.address;
      unnamed.pop();
    } else unnamed.push(endpoint);
    if (endpoint.transport) found.transport ??= endpoint.transport;
  });
  // The only address that nothing is said of is the other side's.
  const [other, ...more] = unnamed.filter(
    (endpoint) => endpoint.hasPort && !isAny(endpoint.address) && !/[@:]$/.test(text.slice(0, endpoint.start)),
  );
  if (other && more.length === 0 && !found.source && !found.destination) found.remote ??= other.address;
  const transport = found.transport ?? transportField(text) ?? letterTransport(text) ?? transportWord(text);
  if (transport) found.transport = transport;
  return found;
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
function withPort(endpoint: Endpoint, text: string, role: Role): string {
  if (endpoint.hasPort) return endpoint.address;
  const port = portFields[role].exec(text)?.[1];
  if (port === undefined) return endpoint.address;
  const isBareIpv6 = endpoint.address.includes(':') && !endpoint.address.startsWith('[');
  return `${isBareIpv6 ? `[${endpoint.address}]` : endpoint.address}:${port}`;
}

const portField = (words: string): RegExp =>
  new RegExp(`(?<![A-Za-z])(?:${words})[_ .-]?port["']?\\s*[:=]\\s*["']?(\\d{1,5})(?!\\d)`, 'i');
const portFields: Readonly<Record<Role, RegExp>> = {
  source: portField(ROLE_WORDS.source),
  destination: portField(ROLE_WORDS.destination),
  local: portField(ROLE_WORDS.local),
  remote: portField(ROLE_WORDS.remote),
};

const TRANSPORT_FIELD =
  /(?:^|[\n,{;|\s"'.])(?:ip_?)?(?:proto|transport|protocol)["']?\s*[:=]\s*["']?(udp|tcp|tls|wss?|sctp|17|6|132)(?![\w.])/i;
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

/** A transport that stands alone as a word; where several do, none is said. */
function transportWord(text: string): string | undefined {
  const words = new Set(
    [...text.matchAll(/(?<![\w.]|2\.0\/)(UDP|TCP|TLS|WSS|WS|SCTP|udp|tcp|tls|wss|ws|sctp)(?![\w.])/g)].map((match) =>
      match[0].toUpperCase(),
    ),
  );
  const [only] = words;
  return words.size === 1 ? only : undefined;
}

/** The peers as the layers above SIP have them in a tree that `tshark -V` draws. */
export function peersInTree(text: string): Peers {
  const addresses = /\bInternet Protocol[^\n]*?Src: (\S+?)(?: \([^)]*\))?, Dst: (\S+)/.exec(text);
  const ports =
    /\b(User Datagram|Transmission Control|Stream Control Transmission) Protocol[^\n]*?Src Port: \D*?(\d+)\)?, Dst Port: \D*?(\d+)/.exec(
      text,
    );
  if (!addresses?.[1] || !addresses[2]) return {};
  const joined = (address: string, port: string | undefined) => {
    const host = address.includes(':') ? `[${address}]` : address;
    return port ? `${host}:${port}` : host;
  };
  const transport = ports?.[1] && { User: 'UDP', Transmission: 'TCP', Stream: 'SCTP' }[ports[1].split(' ')[0] ?? ''];
  return {
    source: joined(addresses[1], ports?.[2]),
    destination: joined(addresses[2], ports?.[3]),
    ...(transport ? { transport } : {}),
  };
}
