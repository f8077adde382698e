/** Addresses and transports as logs write them beside a message. */

export interface Peers {
  readonly source?: string;
  readonly destination?: string;
  readonly transport?: string;
}

/** An IPv4 address with a port behind `:`, `.` or nothing; an IPv6 one in brackets or, with a port behind `.`, bare. */
const IPV4 = '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}';
const IPV6 = '[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:%\\w+)?';
const HOST = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9-]+)+';
const NAME = '(?<transport>udp|tcp|tls|wss?|sctp)';

/** Something to send to, with the transport that may stand before it: `UDP:192.0.2.1:5060`, `ws/[2001:db8::1]:80`. */
const endpoint = (group: string): string =>
  `(?:sips?:)?(?:(?<${group}Transport>udp|tcp|tls|wss?|sctp)(?::|/| ))?(?<${group}>\\[(?:${IPV6}|${IPV4})\\](?::\\d{1,5})?|${IPV4}(?:[:.]\\d{1,5}|:(?=\\D|$))?|${IPV6}[.]\\d{1,5}|${IPV6}|(?:(?![\\w.-]+\\.(?:c|cc|cpp|h|py|lua|java|js|ts|go|rs|cfg|conf|pl|rb):)${HOST}|localhost):\\d{1,5})(?![\\w])`;

interface PeerRule {
  readonly pattern: RegExp;
  /** What every match holds, and what is looked for much faster. */
  readonly sign?: RegExp;
}

const TO_THE_RIGHT = '(?:-+>|→|=+>|>|›)';
const TO_THE_LEFT = '(?:<-+|←|<=+)';

/** Ways to name both peers, or one of them; the first rule that finds a peer gives it. */
const rules: readonly PeerRule[] = [
  // A -> B, A > B, A → B, A --> B
  {
    pattern: new RegExp(`${endpoint('source')}\\)?\\s*${TO_THE_RIGHT}\\s*\\(?${endpoint('destination')}`, 'i'),
    sign: new RegExp(`[\\w\\]:)]\\s*${TO_THE_RIGHT}\\s*\\(?[\\w[:]`),
  },
  // A <- B
  {
    pattern: new RegExp(`${endpoint('destination')}\\s*${TO_THE_LEFT}\\s*${endpoint('source')}`, 'i'),
    sign: new RegExp(`[\\w\\]:]\\s*${TO_THE_LEFT}\\s*[\\w[:]`),
  },
  // from A to B, from A via B
  {
    pattern: new RegExp(
      `\\bfrom[ :=]{1,2}(?:the )?${endpoint('source')}[^\\n]{0,60}?\\bto[ :=]{1,2}${endpoint('destination')}`,
      'i',
    ),
  },
  {
    pattern: new RegExp(
      `\\bfrom[ :=]{1,2}${endpoint('source')}[^\\n]{0,20}?\\bvia[ :=]{1,2}${endpoint('destination')}`,
      'i',
    ),
  },
  // to B from A
  {
    pattern: new RegExp(
      `\\bto[ :=]{1,2}${endpoint('destination')}[^\\n]{0,60}?\\bfrom[ :=]{1,2}${endpoint('source')}`,
      'i',
    ),
  },
  // from A
  {
    pattern: new RegExp(
      `\\b(?:from|src|source|fromip)["']?\\s*[ :=]{1,3}["'(<\\[]?(?:${NAME}[ :/]{1,2})?${endpoint('source')}`,
      'i',
    ),
  },
  // to B
  {
    pattern: new RegExp(
      `\\b(?:to|dst|dest|destination|toip|towards)["']?\\s*[ :=]{1,3}["'(<\\[]?(?:${NAME}[ :/]{1,2})?${endpoint('destination')}`,
      'i',
    ),
  },
  // udp:A,udp:B: neighbours in a table's row
  {
    pattern: new RegExp(
      `(?:udp|tcp|tls|wss?|sctp):${endpoint('source')}["']?[,;]["']?(?:udp|tcp|tls|wss?|sctp):${endpoint('destination')}`,
      'i',
    ),
  },
];

/** Records that give each part a line of its own: `srcip: 192.0.2.1`, `srcport: 5060`. */
const part = (names: string): RegExp =>
  new RegExp(`(?:^|[\\n,{;|\\s"'])(?:${names})["']?\\s*[:=]\\s*["']?([\\w.:[\\]-]+)`, 'i');
const SOURCE_HOST = part('src_?ip|src_?addr|source_?ip|srchost|src_host|source_address|ip_src|ip\\.src');
const SOURCE_PORT = part('src_?port|source_?port|udp\\.srcport|srcport');
const DESTINATION_HOST = part(
  'dst_?ip|dst_?addr|dest_?ip|destination_?ip|dsthost|dst_host|destination_address|ip_dst|ip\\.dst',
);
const DESTINATION_PORT = part('dst_?port|dest_?port|destination_?port|udp\\.dstport|dstport');
const TRANSPORT = part('proto|transport|protocol');

export function peersIn(text: string): Peers {
  const found: { source?: string; destination?: string; transport?: string } = {};
  for (const { pattern, sign } of rules) {
    if (sign && !sign.test(text)) continue;
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    if (groups['source']) found.source ??= normalized(groups['source']);
    if (groups['destination']) found.destination ??= normalized(groups['destination']);
    const transport = groups['transport'] ?? groups['sourceTransport'] ?? groups['destinationTransport'];
    if (transport) found.transport ??= transport.toUpperCase();
    if (found.source && found.destination) break;
  }
  const separate = separateParts(text);
  found.source ??= separate.source;
  found.destination ??= separate.destination;
  found.transport ??= separate.transport ?? letterTransport(text) ?? transportWord(text);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function separateParts(text: string): {
  source: string | undefined;
  destination: string | undefined;
  transport: string | undefined;
} {
  const joined = (host: RegExp, port: RegExp): string | undefined => {
    const address = host.exec(text)?.[1];
    if (!address || !/[.:]/.test(address)) return undefined;
    const number = port.exec(text)?.[1];
    const bracketed = address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
    return number && /^\d{1,5}$/.test(number) ? `${bracketed}:${number}` : address;
  };
  const transport = /^(udp|tcp|tls|wss?|sctp)/i.exec(TRANSPORT.exec(text)?.[1] ?? '')?.[1]?.toUpperCase();
  return {
    source: joined(SOURCE_HOST, SOURCE_PORT),
    destination: joined(DESTINATION_HOST, DESTINATION_PORT),
    transport,
  };
}

/** ngrep begins a record with `U` for UDP or `T` for TCP. */
function letterTransport(text: string): string | undefined {
  const letter = /^(U|T)(?:\(\d+\))? (?:\d{4}\/|\d{1,3}\.|\[?[0-9a-f]{0,4}:)/.exec(text)?.[1];
  return letter && (letter === 'U' ? 'UDP' : 'TCP');
}

/** A transport that stands alone as a word; where several do, none is said. */
function transportWord(text: string): string | undefined {
  const words = new Set(
    [...text.matchAll(/(?<![\w/.])(UDP|TCP|TLS|WSS|WS|SCTP|udp|tcp|tls|wss|ws|sctp)(?![\w.])/g)].map((match) =>
      match[0].toUpperCase(),
    ),
  );
  const [only] = words;
  return words.size === 1 ? only : undefined;
}

/** `192.0.2.1.5060` is tcpdump's way to write `192.0.2.1:5060`. */
function normalized(address: string): string {
  const dotted = new RegExp(`^(${IPV4})\\.(\\d{1,5})$`).exec(address);
  if (dotted) return `${dotted[1]}:${dotted[2]}`;
  const six = new RegExp(`^(${IPV6})\\.(\\d{1,5})$`).exec(address);
  if (six) return `[${six[1]}]:${six[2]}`;
  return address.replace(/:$/, '');
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
