import { span } from '../../../../sip/span.ts';
import { type AddressPlace, type Endpoint, PORT_WORD } from './endpoints.ts';
import { ROLE_WORDS, type Role } from './roles.ts';

/** An address whose port stands in a field of its own: `src_ip: 192.0.2.1`, `src_port: 5060`. */
export function withPort({ hasPort, place, address }: Endpoint, text: string, role: Role): AddressPlace {
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
