import { type Span, span } from '../../../../sip/span.ts';
import { PACKET_ENDS } from '../../shapes/tcpdump-lines.ts';
import type { AddressPlace } from './endpoints.ts';

/** Both ends of a packet as tools for networks write them: tcpdump's lines, flows, strace's socket addresses. */

export interface Ends {
  readonly source: AddressPlace;
  readonly destination: AddressPlace;
}

/**
 * Ports of SIP and those beside them as systems name them (IANA's Service Names and Port Numbers), but for names with
 * digits: what is remembered of a line holds for any digits.
 */
const NAMED_PORTS: Readonly<Record<string, string>> = {
  sip: '5060',
  sips: '5061',
  'sip-tls': '5061',
  'na-localise': '5062',
  csrpc: '5063',
  authentx: '5067',
  bitforestsrv: '5068',
  vtsas: '5070',
  powerschool: '5071',
  ayiya: '5072',
  'tag-pm': '5073',
  alesquery: '5074',
  mmcc: '5050',
  onscreen: '5080',
  http: '80',
  https: '443',
  'http-alt': '8080',
};
/** The number of a port that systems name so. */
export const portNamed = (name: string): string | undefined => NAMED_PORTS[name];

const PORT = `(\\d{1,5}|${Object.keys(NAMED_PORTS).join('|')})`;
const HOST = '([\\w:$-][\\w.:$}{-]{0,253})';

/** The last number of an address without a port is none. */
const NO_PORT = '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}';

/** tcpdump writes a port behind a dot, and both address and port as names where it may. */
const PACKET_LINE = new RegExp(
  `(?:\\bIP6? |\\blength \\d{1,5}: |^ {4,8}|^(?=${PACKET_ENDS})|^[-*>•] {1,8}|\\) )(?!${NO_PORT} > )${HOST}\\.${PORT} > ${HOST}\\.${PORT}: ?(UDP|Flags|SIP)?`,
  'd',
);
const TRANSPORTS: Readonly<Record<string, string>> = { UDP: 'UDP', Flags: 'TCP' };

type Packet = Ends & { readonly transport: string | undefined };

export function packetIn(text: string): Packet | undefined {
  const match = PACKET_LINE.exec(text);
  const ends = endsOf(text, match);
  return ends ? { ...ends, transport: TRANSPORTS[match?.[5] ?? ''] } : segmentIn(text);
}

/** Host and port of the source, then of the destination, where the first four groups of a pattern with the flag `d` are these. */
function endsOf(text: string, match: RegExpExecArray | null): Ends | undefined {
  const [, source, sourcePort, destination, destinationPort] = match?.indices ?? [];
  if (!source || !sourcePort || !destination || !destinationPort) return undefined;
  return {
    source: placeOf(text, span(...source), span(...sourcePort)),
    destination: placeOf(text, span(...destination), span(...destinationPort)),
  };
}

/** tcpick writes a port behind a colon, by its name where it has one, and the flags of a TCP segment before the arrow. */
const SEGMENT_LINE = new RegExp(
  `(?:^|[\\s\\[])(\\d{1,3}(?:\\.\\d{1,3}){3}):${PORT} [SAPFRUEC]{1,8} > (\\d{1,3}(?:\\.\\d{1,3}){3}):${PORT}(?![\\w.-])`,
  'd',
);

/** Both ends of a packet, a port by its name: `192.0.2.1:sip > 192.0.2.2:5062`, as Scapy sums it up. */
const NAMED_PORT = `(?:${Object.keys(NAMED_PORTS).join('|')})(?![\\w.-])`;
const SUMMARY = new RegExp(
  `(?<![\\w.:])(?=[\\d.]{7,15}:(?:${NAMED_PORT}|\\d{1,5} > [\\d.]{7,15}:${NAMED_PORT}))` +
    `(\\d{1,3}(?:\\.\\d{1,3}){3}):${PORT} > (\\d{1,3}(?:\\.\\d{1,3}){3}):${PORT}(?![\\w.-])`,
  'd',
);

/** Both ends of a packet, a blank before each port: `192.0.2.1 5060 -> 192.0.2.2 5062`. */
const SPACED =
  /(?<![\w.:])(\d{1,3}(?:\.\d{1,3}){3}) (\d{2,5}) (?:[-=]{1,2}>|>|→) (\d{1,3}(?:\.\d{1,3}){3}) (\d{2,5})(?![\w.:])/d;

function segmentIn(text: string): Packet | undefined {
  const segment = endsOf(text, SEGMENT_LINE.exec(text));
  if (segment) return { ...segment, transport: 'TCP' };
  const ends = endsOf(text, SUMMARY.exec(text)) ?? endsOf(text, SPACED.exec(text));
  return ends && { ...ends, transport: undefined };
}

/** tcpflow names what went one way between two programs after both, before what it shows of it. */
const FLOW = /(?:^|[\s[])([\d.]{7,15}|[\da-f:]{2,39})[.:](\d{1,5})-([\d.]{7,15}|[\da-f:]{2,39})[.:](\d{1,5}): ?$/di;

export const flowEnds = (text: string): Ends | undefined => endsOf(text, FLOW.exec(text));

/** A connection by its own end and the other one: `tls:192.0.2.1:5061-192.0.2.2:41022`. */
const CONNECTION =
  /(?<![A-Za-z])(?:udp|tcp|tls|wss?|sctp):(\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]{2,39}\]):(\d{2,5})-(\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]{2,39}\]):(\d{2,5})(?![\w.:])/di;

export function connectionEnds(
  text: string,
): { readonly local: AddressPlace; readonly remote: AddressPlace } | undefined {
  const ends = endsOf(text, CONNECTION.exec(text));
  return ends && { local: ends.source, remote: ends.destination };
}

/** A packet of Wireshark's list, whose columns begin with its number: `648 38.155145 192.0.2.1 192.0.2.2 SIP 408 Request: …`. */
const LISTED =
  /(?:^|\n)[ \t]*\d+[ \t][\d:.TZ /-]{3,32}[ \t](\d{1,3}(?:\.\d{1,3}){3})[ \t]+(?:→[ \t]+)?(\d{1,3}(?:\.\d{1,3}){3})[ \t]+SIP(?:\/[A-Z]+)?[ \t]+\d+[ \t]/d;

export function listedEnds(text: string): Ends | undefined {
  const [, source, destination] = LISTED.exec(text)?.indices ?? [];
  const place = (host: [number, number]): AddressPlace => ({
    host: span(...host),
    port: undefined,
    lacksBrackets: false,
  });
  return source && destination && { source: place(source), destination: place(destination) };
}

const placeOf = (text: string, host: Span, port: Span): AddressPlace => ({
  host,
  port: portNamed(text.slice(port.start, port.end)) ?? port,
  lacksBrackets: text[host.start] !== '[' && text.slice(host.start, host.end).includes(':'),
});

/** An address as strace writes it: `sin_port=htons(5060), sin_addr=inet_addr("192.0.2.1")`. */
const SOCKET_ADDRESS = /htons\((\d{1,5})\)[^()]{0,60}\((?:AF_INET6, )?"([\da-fA-F.:]{2,45})"/d;

export function socketPeer(text: string): { readonly remote: AddressPlace } | undefined {
  const [, port, address] = SOCKET_ADDRESS.exec(text)?.indices ?? [];
  return port && address ? { remote: placeOf(text, span(...address), span(...port)) } : undefined;
}

/** What parts the fields of a row, as part of a class of characters. */
const SEPARATORS = '\\t,;|#^!';

/** An address of either version, without brackets. */
const ADDRESS = '\\d{1,3}(?:\\.\\d{1,3}){3}|(?=[\\da-fA-F:]{0,39}::|(?:[\\da-fA-F]{1,4}:){6})[\\da-fA-F:]{2,39}';

/**
 * Neighbouring fields of a table's row: an address and a port, which may be empty, or an address alone or with its port,
 * twice; or both addresses and then both ports.
 */
const rowWith = (separator: string, padding: string): RegExp => {
  const address = `(${ADDRESS})(?::(\\d{2,5}))?`;
  const quoted = `["']?${padding}`;
  const next = `${quoted}\\3${padding}["']?`;
  const end = `${quoted}(?:\\3|$)`;
  return new RegExp(
    `(?:^|[${SEPARATORS}\\n])${padding}["']?${address}(?=${quoted}(${separator}))${next}(?:(\\d{2,5})?${next})?${address}` +
      `(?:${next}(?:(\\d{4,5})${next}(\\d{4,5})${end}|(\\d{2,5})${end})?|${quoted}(?:$|["'<\\\\#\\n]))`,
    'd',
  );
};
const TIGHT_ROW = rowWith(`[${SEPARATORS}]`, '');
/** Bars stand apart from the fields, which are filled up with blanks; commas with a blank part what a sentence lists. */
const PADDED_ROW = rowWith('\\|', ' {0,40}');
/** Blanks part fields where both ports stand in fields as well, behind another number. */
const SPACED_ROW = /(?:^|\d )(\d{1,3}(?:\.\d{1,3}){3}) (\d{2,5}) (\d{1,3}(?:\.\d{1,3}){3}) (\d{2,5})(?= |$)/d;

export function rowEnds(text: string): Ends | undefined {
  const row = TIGHT_ROW.exec(text) ?? (text.includes(' | ') ? PADDED_ROW.exec(text) : null);
  if (!row) return endsOf(text, SPACED_ROW.exec(text));
  const [, source, sourceOwn, , sourceField, destination, destinationOwn, first, second, only] = row.indices ?? [];
  if (!source || !destination) return undefined;
  const place = (host: [number, number], port: [number, number] | undefined): AddressPlace =>
    port ? placeOf(text, span(...host), span(...port)) : { host: span(...host), port: undefined, lacksBrackets: false };
  const [sourcePort, destinationPort] = sourceField
    ? (only ?? first)
      ? [sourceField, only ?? first]
      : []
    : [first, second];
  return {
    source: place(source, sourceOwn ?? sourcePort),
    destination: place(destination, destinationOwn ?? destinationPort),
  };
}

/** The only address of a row, behind over what the message went or which way, and its port in the next field. */
const PEER_IN_ROW = new RegExp(
  `(?:^|[${SEPARATORS}])["']?(?:in|out|[rt]x|recv|send|sent|received|udp|tcp|tls|wss?|sctp)["']?([${SEPARATORS}])["']?(${ADDRESS})["']?\\1["']?(\\d{2,5})["']?\\1`,
  'di',
);

export function rowPeer(text: string): { readonly remote: AddressPlace } | undefined {
  const [, , address, port] = PEER_IN_ROW.exec(text)?.indices ?? [];
  return address && port ? { remote: placeOf(text, span(...address), span(...port)) } : undefined;
}
