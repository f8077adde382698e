import { peersIn } from '../peers/peers.ts';
import type { Envelope } from '../said.ts';

/**
 * The ports of a table's row stand in columns of their own, which its first line names:
 * `time|ip.src|ip.dst|udp.srcport|message` above `18:48:06|192.0.2.1|192.0.2.2|5062|INVITE …`.
 */

const SEPARATOR = /[|;,\t]/;
const NAME = /^"?[\w .:()[\]-]{0,64}"?$/;

/** Source and destination with the ports that the row has for them. */
export function withPortsOfColumns(envelope: Envelope, firstLine: string, row: string): Envelope {
  if (!/port/i.test(firstLine) || row === '') return envelope;
  const fields = namedFields(firstLine, row);
  const named = fields === undefined ? {} : peersIn(fields);
  const sides: { -readonly [Side in 'source' | 'destination']?: string } = {};
  for (const side of ['source', 'destination'] as const)
    if (isWithPort(named[side], envelope[side])) sides[side] = named[side]!;
  return { ...envelope, ...sides };
}

/** The fields before the message behind the names of their columns; a field with a separator in it has other ones. */
function namedFields(firstLine: string, row: string): string | undefined {
  const separator = SEPARATOR.exec(firstLine)?.[0];
  const names = separator === undefined ? [] : firstLine.split(separator);
  const cells = separator === undefined ? [] : row.split(separator);
  if (cells.length > names.length || !names.every((name) => NAME.test(name))) return undefined;
  return cells.map((cell, i) => `${names[i]?.replaceAll('"', '')}: ${cell}`).join(', ');
}

/** Whether a column names the same host as the log does elsewhere, so that the names belong to these fields, and its port. */
const isWithPort = (named: string | undefined, host: string | undefined): boolean =>
  named !== undefined && host !== undefined && [`${host}:`, `[${host}]:`].some((before) => named.startsWith(before));
