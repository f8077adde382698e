import { peersIn } from '../peers/peers.ts';
import type { Envelope } from '../said.ts';

/**
 * The addresses of a table's row and their ports stand in columns of their own, which its first line names:
 * `time|ip.src|ip.dst|udp.srcport|message` above `18:48:06|192.0.2.1|192.0.2.2|5062|INVITE …`.
 */

const SEPARATOR = /[|;,\t]/;
const NAME = /^"?[\w .:()[\]-]{0,64}"?$/;

/** Source and destination with the ports that the row has for them; `row` is what stands before the message, `behind` what stands behind it. */
export function withPeersOfColumns(envelope: Envelope, firstLine: string, row: string, behind: string): Envelope {
  if (!/port/i.test(firstLine) || row === '') return envelope;
  const { fields, isWhole } = namedFields(firstLine, row, behind) ?? { fields: '', isWhole: false };
  const named = peersIn(fields);
  const sides: { -readonly [Side in 'source' | 'destination']?: string } = {};
  for (const side of ['source', 'destination'] as const) {
    const isMissing = envelope[side] === undefined || envelope.inferred.includes(side);
    if (named[side] !== undefined && ((isWhole && isMissing) || isWithPort(named[side], envelope[side])))
      sides[side] = named[side];
  }
  const inferred = envelope.inferred.filter((fact) => !(fact in sides));
  return { ...envelope, ...sides, inferred };
}

interface NamedFields {
  readonly fields: string;
  /** Whether the row has as many fields as there are names, so that the names belong to them. */
  readonly isWhole: boolean;
}

/** The fields beside the message behind the names of their columns; a field with a separator in it has other ones. */
function namedFields(firstLine: string, row: string, behind: string): NamedFields | undefined {
  const separator = SEPARATOR.exec(firstLine)?.[0];
  if (separator === undefined) return undefined;
  const names = firstLine.split(separator);
  const before = row.split(separator);
  const rest = /^["']?(.)/.exec(behind)?.[1] === separator ? behind.slice(behind.indexOf(separator) + 1) : undefined;
  const cells = rest === undefined ? before : [...before, ...rest.split(separator)];
  if (cells.length > names.length || !names.every((name) => NAME.test(name))) return undefined;
  const fields = cells.map((cell, i) => `${names[i]?.replaceAll('"', '')}: ${cell}`).join(', ');
  return { fields, isWhole: rest !== undefined && cells.length === names.length };
}

/** Whether a column names the same host as the log does elsewhere, so that the names belong to these fields, and its port. */
const isWithPort = (named: string | undefined, host: string | undefined): boolean =>
  named !== undefined && host !== undefined && [`${host}:`, `[${host}]:`].some((before) => named.startsWith(before));
