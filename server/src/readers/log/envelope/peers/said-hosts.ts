import { span } from '../../../../sip/span.ts';
import type { AddressPlace } from './endpoints.ts';

/** What is sent or received, and whom to or from. */
const MESSAGE_TO_OR_FROM =
  '\\b(?:message|request|response|packet|datagram)s? (?:(?:sent|received) )?(?:(?<to>to)|from) ';
const FILE = '(?![\\w.-]*\\.(?:log|txt|json|xml|pcap|csv|conf|cfg|py|js|ts|java|cpp|go|rs)\\b)';
/** A name without a port, where nothing else follows: `OUTGOING SIP MESSAGE to sip.example.com ---`. */
const NAME = `${FILE}(?<name>[A-Za-z0-9][\\w-]{0,62}(?:\\.[\\w-]{1,63}){0,6}\\.[A-Za-z]{2,24})(?=\\s*(?:$|[:,;]|[-=*]{3}|(?:over|via|using|on) ))`;
/** The address in a Request-URI: a From header field is said with `from` as well, and says nothing of the peer. */
const URI = '(?<=to )<?sips?:(?:[^\\s@<>:]{1,64}@)?(?<address>\\d{1,3}(?:\\.\\d{1,3}){3}):(?<port>\\d{2,5})';
const SAID = new RegExp(`${MESSAGE_TO_OR_FROM}(?:${NAME}|${URI})`, 'di');

/** Whom a message is said to have been sent to, or to have come from, by a name alone, or by the URI that it was sent to. */
export function saidHost(text: string): { readonly [role in 'source' | 'destination']?: AddressPlace } | undefined {
  const { to, name, address, port } = SAID.exec(text)?.indices?.groups ?? {};
  const host = name ?? address;
  if (!host) return undefined;
  const place = { host: span(...host), port: port && span(...port), lacksBrackets: false };
  return to ? { destination: place } : { source: place };
}
