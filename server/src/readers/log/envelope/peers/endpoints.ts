import { type Span, span } from '../../../../sip/span.ts';
import { TO_THE_LEFT, TO_THE_RIGHT } from '../arrows.ts';

/** Where a text holds an address. */
export interface AddressPlace {
  readonly host: Span;
  /** Where its digits stand; a number where a name stands for it. */
  readonly port: Span | string | undefined;
  /** Whether the host is an IPv6 address to which brackets must be put. */
  readonly lacksBrackets: boolean;
}

export function addressAt(text: string, { host, port, lacksBrackets }: AddressPlace): string {
  const bare = unpadded(text.slice(host.start, host.end).replaceAll(/, ?/g, '.'));
  const boxed = lacksBrackets ? bracketed(bare) : bare;
  if (port === undefined) return boxed;
  return `${boxed}:${typeof port === 'string' ? port : text.slice(port.start, port.end).replace(/^0+(?=\d)/, '')}`;
}

/** A host as it stands before a port: an IPv6 address in brackets. */
export const bracketed = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);

/** An address whose numbers are all filled up with zeros to three digits, so that lists of them can be sorted. */
const unpadded = (host: string): string =>
  /^\d{3}\.\d{3}\.\d{3}\.\d{3}$/.test(host) ? host.replace(/(?<!\d)0{1,2}(?=\d)/g, '') : host;

/** Addresses as logs write them: where they stand, and with what transport and port. */
export interface Endpoint {
  /** `192.0.2.1:5060`, `[2001:db8::1]:5060`, `proxy.example.com:5060`; the port only where there is one. */
  readonly address: string;
  readonly hasPort: boolean;
  readonly place: AddressPlace;
  /** In capitals. */
  readonly transport: string | undefined;
  /** The transport included. */
  readonly start: number;
  readonly end: number;
}

const TRANSPORT = '(?<transport>(?<![A-Za-z])(?:udp|tcp|tls|wss?|sctp))[46]?(?:://|[:/$ ])';
const IPV4 = '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}';
/** With `::` or all its groups, for a clock is no address; the last groups may be an IPv4 address. */
const IPV6 = '(?=[0-9A-Fa-f:]{0,39}::|(?:[0-9A-Fa-f]{1,4}:){6})(?=:{0,2}[0-9A-Fa-f])[0-9A-Fa-f:]{2,39}';
/**
 * An IPv6 address without brackets behind which a port stands: more digits than a group has, a usual port of SIP, more
 * groups than an address has, anything behind `::1` or an IPv4 address, or where a transport stands before it
 * (`udp:::1:5080`).
 */
const IPV6_BEFORE_PORT = [
  `(?=[0-9A-Fa-f:]{0,39}::)${IPV6}?(?<!:)(?=:(?:\\d{5}|50[6-9]\\d)(?![\\w:.]))`,
  '(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?=:\\d{2,5}(?![\\w:.]))',
  '::\\d(?=:\\d{4}(?![\\w:.]))',
  `::(?:ffff:)?${IPV4}(?=:\\d{2,5}(?![\\w:.]))`,
];
const TRANSPORT_BEFORE = '(?<=(?<![A-Za-z])(?:udp|tcp|tls|wss?|sctp):)';
const ZONE = '(?:%[\\w.-]{1,16})?';
/** What follows a name and a colon in a source file is the number of a line. */
const SOURCE_FILE =
  '[\\w.-]*\\.(?:c|cc|cpp|cxx|cs|h|hpp|m|py|lua|java|html?|jsx?|mjs|tsx?|vue|php|go|rs|rb|pl|kt|swift|dart|erl|ex|ttcn3?|cfg|conf):';
/** A port that only stands there, with nothing behind it that it could count. */
const LONE_PORT =
  ' (?<lone>\\d{4,5})(?=\\s{0,3}(?:$|[\\r\\n,;)\\]}>]|-+>|=+>|→|(?:dst|dest|to|from|src|udp|tcp|tls)\\b))';
/** What a port is called in the languages that logs are written in. */
export const PORT_WORD = 'porta?|puerto|poort|kapı|порт|端口|ポート|포트';
/**
 * Ports as they stand behind an address: `:5060`, `.5060`, `/5060`, ` / 5060`, `#5060`, `(5060)`, `:[5060]`, ` port 5060`,
 * `: 5060`, ` on port=5060`, `---- Port: 5060`, `('192.0.2.1', 5060)`, `{{192,0,2,1},5060}`, ` 5060`. Two digits behind a slash
 * are the length of a network's prefix.
 */
const PORT =
  '(?:(?:[:.](?<port>\\d{2,5})|[/#](?<parted>\\d{3,5})| / (?<apart>\\d{4,5}))(?![\\w.]*\\d\\.)' +
  '|(?::\\[|\\()(?<boxed>\\d{2,5})[\\])]' +
  `|["']?[,;\\s-]{0,8}(?:["']?family["']?[=:] ?["']?\\w{1,8}["']?, ?)?["':]?(?:on )?(?<!\\w)(?:${PORT_WORD})["']?(?: ?=> ?|[ =:]{1,3})["']?(?<spelt>\\d{1,5})` +
  `|["'], ?(?<paired>\\d{2,5})(?=(?:, ?\\d{1,3}){0,2}[)\\]}])|(?<=\\{[\\d, ]{7,18})\\}[,:]\\s?(?<tupled>\\d{2,5})(?![\\d.])` +
  `|: (?<behind>\\d{4,5})(?=\\s{0,3}(?:$|[\\r\\n]))|${LONE_PORT})`;

/** Behind `from UDP` and the like, even a name without a dot is an address: `to TLS edge-a:5061:`, `from UDP x.x.x.x:5060`. */
const SAID_TO_BE_ONE = '(?<=(?:from|to) (?:udp|tcp|tls|wss?|sctp)[ :])(?!sips?:)';
/** Names with a transport before and a port behind each, side by side: `udp:caller_addr:27982 | udp:proxy_addr:5060`. */
const SPELT_TRANSPORT = '(?<![A-Za-z])(?:udp|tcp|tls|wss?|sctp):';
const BESIDE = ' {0,8}[|,;\\t] {0,8}';
const NAMES_SIDE_BY_SIDE =
  `(?:(?<=${SPELT_TRANSPORT})[A-Za-z]\\w{0,62}(?=:\\d{4,5}${BESIDE}${SPELT_TRANSPORT}[\\w.-]{1,63}:\\d{4,5}(?!\\w))` +
  `|(?<=${SPELT_TRANSPORT}[\\w.-]{1,63}:\\d{4,5}${BESIDE}${SPELT_TRANSPORT})[A-Za-z]\\w{0,62}(?=:\\d{4,5}(?!\\w)))`;
/** The brackets of a transport's address, in which somebody put a name for the address: `udp/[EDGE_A]:5060`. */
const BOXED_BEHIND_TRANSPORT = '(?<=(?:udp|tcp|tls|wss?|sctp)[46]?[/: ])';

/** Between two addresses. */
const ARROW = ` ?(?:${TO_THE_RIGHT}|${TO_THE_LEFT}) ?`;
/** A name without a dot, or what somebody put for an address: an arrow that leads to or from an address with a port tells that it is one. */
const NAME_FOR_ONE =
  '(?:(?!(?:udp|tcp|tls|wss?|sctp):)[A-Za-z][\\w-]{0,62}|\\[\\w[\\w .-]{0,62}\\]|<\\w[\\w .-]{0,62}>' +
  // `192.0.2xx.xxx`, digits of it made unreadable
  '|(?=[\\d.]{0,11}x)[\\dx]{1,3}(?:\\.[\\dx]{1,3}){3})';
const OTHER_END =
  '(?:(?:udp|tcp|tls|wss?|sctp)[:/ ])?(?:<[\\w .-]{1,62}>|\\[[\\w .:%-]{1,62}\\]|\\w[\\w.:%-]{0,62}):\\d{4,5}(?!\\w)';

const ENDPOINT = new RegExp(
  `(?:${TRANSPORT})?(?<host>` +
    `(?<!@)\\[(?:${IPV6}(?:(?<=:)${IPV4})?${ZONE}|${IPV4}|::)\\]` +
    `|(?<=\\{)${IPV4.replaceAll('\\.', ', ?')}(?=\\})` +
    `|(?:(?<![\\w.@]|[^\\s<-]-|:[0-9A-Fa-f]{0,4}:)|(?<=[{ /][LR]))(?:${IPV4}(?!\\.?\\d)|${IPV4}(?=\\.\\d{2,5}(?![.\\d])))${ZONE}` +
    `|(?<![\\w:.@-])(?:${IPV6_BEFORE_PORT.join('|')})` +
    `|(?<![\\w:.@-])${IPV6}%[\\w.-]{1,16}(?=:\\d{2,5}(?![\\w:.]))` +
    `|${TRANSPORT_BEFORE}${IPV6}?(?<!:)(?=:\\d{2,5}(?![\\w:.]))` +
    `|(?<![\\w:.@-])${IPV6}(?:(?<=:)${IPV4})?${ZONE}(?![\\w:]|\\.\\d{1,3}\\.)` +
    `|(?<![\\w.@-])(?!${SOURCE_FILE})(?:[A-Za-z0-9][\\w-]{0,62}(?:\\.[A-Za-z0-9-]{1,63}){0,7}\\.[A-Za-z][A-Za-z0-9-]{0,62}|localhost)(?=:\\d{2,5}(?![\\w:]))` +
    `|${SAID_TO_BE_ONE}[A-Za-z][\\w.-]{0,62}(?=:\\d{2,5}(?!\\w))` +
    `|(?<![\\w:.@-])${NAME_FOR_ONE}(?=:\\d{4,5}${ARROW}${OTHER_END})` +
    `|(?<=\\w[\\]>]?:\\d{4,5}${ARROW})${NAME_FOR_ONE}(?=:\\d{4,5}(?!\\w))` +
    `|${NAMES_SIDE_BY_SIDE}` +
    `|${BOXED_BEHIND_TRANSPORT}\\[\\w[\\w.-]{0,62}\\](?=:\\d{2,5}(?!\\w))` +
    `)${PORT}?`,
  'gi',
);

/** Whether there may be an address at all: most lines are told by it, at the price of a scan. */
const SIGN =
  /\d\.\d{1,3}\.\d|\{\d{1,3}, ?\d|::|[0-9a-f]:[0-9a-f]{1,4}:[0-9a-f]{1,4}:|[a-z]:\d{2}|[a-z_-]\d{1,3}:\d{4}|x\.[\dx]|\w[\]>]:\d{2}/i;

export const endpointsIn = (text: string): readonly Endpoint[] =>
  endpointsLike(text).filter(({ place }) => isAddress(text, place.host));

/** Those among them as well whose numbers are too large for an address. */
export function endpointsLike(text: string): readonly Endpoint[] {
  if (!SIGN.test(text)) return [];
  const endpoints: Endpoint[] = [];
  for (const match of text.matchAll(ENDPOINT)) {
    const { transport, host = '', ...ports } = match.groups ?? {};
    const { boxed } = ports;
    const number = Object.values(ports).find((digits) => digits !== undefined);
    const end = match.index + match[0].length;
    const bare = bareHost(host);
    const hostStart = text.indexOf(bare, match.index + (transport?.length ?? 0));
    const portEnd = boxed === undefined ? end : end - 1;
    const place = {
      host: span(hostStart, hostStart + bare.length),
      port: number === undefined ? undefined : span(portEnd - number.length, portEnd),
      lacksBrackets: number !== undefined && bare.includes(':') && !bare.startsWith('['),
    };
    endpoints.push({
      address: addressAt(text, place),
      hasPort: number !== undefined,
      place,
      transport: transport?.toUpperCase(),
      start: match.index,
      end,
    });
  }
  return endpoints;
}

/** An IPv4 address, a name, or an IPv6 address with an interface behind it: without that, and without brackets. */
const bareHost = (host: string): string =>
  /%|^(?:\[[\w .-]+\]|<[\w .-]+>)$/.test(host) ? host.replace(/^[[<]|%.*|[\]>]$/g, '') : host;

/** False for what looks like an IPv4 address and has a number above 255. */
export function isAddress(text: string, { start, end }: Span): boolean {
  let number = 0;
  let isLarge = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      number = number * 10 + code - 48;
      if (number > 255) isLarge = true;
    } else if (code === 46 || code === 44 || code === 32) number = 0;
    else return true;
  }
  return !isLarge;
}

/** Whether an address stands for all that a host has. */
export const isAny = (address: string): boolean => address.startsWith('0.0.0.0') || address.startsWith('[::]');
