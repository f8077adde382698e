import { span } from '../../../../sip/span.ts';
import { type AddressPlace, type Endpoint, PORT_WORD } from './endpoints.ts';
import { portNamed } from './packet-lines.ts';
import { ROLE_WORDS, type Role } from './roles.ts';

/** An address whose port stands in a field of its own: `src_ip: 192.0.2.1`, `src_port: 5060`. */
export function withPort({ hasPort, place, address }: Endpoint, text: string, role: Role): AddressPlace {
  if (hasPort) return place;
  const port = portFields[role].exec(text)?.indices?.[1] ?? portBefore(text, place.host.start);
  if (port === undefined) return place;
  const named = portNamed(text.slice(...port));
  const lacksBrackets = address.includes(':') && !address.startsWith('[');
  return { host: place.host, port: named ?? span(...port), lacksBrackets };
}

/** The port of an object that names it before its address: `'to' => {'port' => 5060, 'ip' => '`. */
const IN_OBJECT = new RegExp(
  `[{([]\\s{0,16}["':]?(?:${PORT_WORD})["']?\\s{0,3}(?:=>|[:=])\\s{0,3}["']?(\\d{2,5})["']?\\s{0,3},\\s{0,16}["':]?\\w{1,16}["']?\\s{0,3}(?:=>|[:=])\\s{0,3}["']$`,
  'di',
);
const LONGEST_OBJECT = 96;

function portBefore(text: string, end: number): [number, number] | undefined {
  const start = Math.max(0, end - LONGEST_OBJECT);
  const [from, to] = IN_OBJECT.exec(text.slice(start, end))?.indices?.[1] ?? [];
  return from === undefined || to === undefined ? undefined : [start + from, start + to];
}

const portField = (words: string, whole: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z])(?:(?:${words})[_ .-]?(?:${PORT_WORD})|${whole})(?:["']?\\s*[:=]\\s*["']?|\\s{1,4})(\\d{1,5}|sips?\\b)(?![\\d.])`,
    'di',
  );
const portFields: Readonly<Record<Role, RegExp>> = {
  source: portField(ROLE_WORDS.source, 'sport|spt|orig_p'),
  destination: portField(ROLE_WORDS.destination, 'dport|dpt|resp_p'),
  local: portField(ROLE_WORDS.local, 'lport'),
  remote: portField(ROLE_WORDS.remote, 'rport'),
};

/** Both ports of a packet on a line of their own, below the one with its addresses: `[ UDP Port (5060 => 5070), Len (512) ]`. */
const PORTS = /(?<![A-Za-z])ports?\s?[:=]?\s?\(?(\d{1,5}) ?(?:[-=]+>|→) ?(\d{1,5})(?![\w.:])/i;
export const portsIn = (text: string): readonly [source: string, destination: string] | undefined => {
  const [, source, destination] = PORTS.exec(text) ?? [];
  return source && destination ? [source, destination] : undefined;
};
