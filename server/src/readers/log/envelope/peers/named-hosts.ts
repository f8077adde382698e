import { span } from '../../../../sip/span.ts';
import type { AddressPlace } from './endpoints.ts';

/** Fields for the ends of a packet that hold names for the addresses. */

const host = (end: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z])(?:${end})[_ .-]?(?:ip|addr|address|host)["']?\\s?[:=]\\s?["']?([A-Za-z][\\w.-]{0,62})(?![\\w.:@-])`,
    'di',
  );
const port = (end: string): RegExp =>
  new RegExp(`(?<![A-Za-z])(?:${end})[_ .-]?port["']?\\s?[:=]\\s?["']?(\\d{1,5})(?!\\d)`, 'di');

const ENDS = { source: 'src|source', destination: 'dst|dest|destination' } as const;
const SOURCE = { host: host(ENDS.source), port: port(ENDS.source) };
const DESTINATION = { host: host(ENDS.destination), port: port(ENDS.destination) };

/** Both ends by names, with ports: `SrcIP:edge-a,DstIP:core,SrcPort:5060,DstPort:5080`. Fewer fields are of anything. */
export function namedHosts(text: string): { source: AddressPlace; destination: AddressPlace } | undefined {
  const source = placeIn(text, SOURCE);
  const destination = source && placeIn(text, DESTINATION);
  return destination && { source, destination };
}

/** One end by its name, with its port, where the other one has an address. */
export const namedHost = (text: string, end: keyof typeof ENDS): AddressPlace | undefined =>
  placeIn(text, end === 'source' ? SOURCE : DESTINATION);

function placeIn(text: string, field: { readonly host: RegExp; readonly port: RegExp }): AddressPlace | undefined {
  const name = field.host.exec(text)?.indices?.[1];
  const number = name && field.port.exec(text)?.indices?.[1];
  return number && { host: span(...name), port: span(...number), lacksBrackets: false };
}

/** A line for an end, which holds a name alone: `Dest: edge-a`. */
const lineFor = (label: string): RegExp =>
  new RegExp(`^[ \\t]*(?:${label})[ \\t]*[:=][ \\t]*(?<name>[A-Za-z][\\w.-]{1,62}(?::\\d{2,5})?)[ \\t\\r]*$`, 'im');
const NAMED = { source: lineFor(ENDS.source), destination: lineFor(ENDS.destination) };

/** The ends that lines of a record name so. */
export function namedEnds(record: string): {
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
} {
  return {
    source: NAMED.source.exec(record)?.groups?.['name'],
    destination: NAMED.destination.exec(record)?.groups?.['name'],
  };
}
