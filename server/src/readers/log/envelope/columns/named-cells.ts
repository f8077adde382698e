import { recordDirection } from '../direction/record-direction.ts';
import { peersIn } from '../peers/peers.ts';
import { sidesOf } from '../peers/sides.ts';
import { type Envelope, isSaid } from '../said.ts';
import { isItsSecond, lastTimeIn } from '../time/times.ts';
import { cellsOf, type Row } from './headings.ts';

/**
 * The cells of a table's row behind the names of their columns, as the fields of any other record:
 * `time|way|ip.src|ip.dst|udp.srcport|message` above `18:48:06|in|192.0.2.1|192.0.2.2|5062|INVITE …`.
 */

/** The envelope with which way the message went and between whom, where only the names of the columns tell. */
export function withNamedCells(envelope: Envelope, cells: NamedCells | undefined): Envelope {
  if (cells === undefined || cells.fields.length === 0) return envelope;
  const { fields, isWhole } = cells;
  const said: { -readonly [Fact in 'direction' | 'transport' | 'source' | 'destination']?: Envelope[Fact] } = {};
  const told = envelope.direction === undefined && isWhole ? recordDirection(fields.join('\n')) : undefined;
  if (told) said.direction = told;
  const peers = peersIn(fields.join(', '));
  const sides = sidesOf(peers, told ?? envelope.direction);
  for (const side of ['source', 'destination'] as const) {
    const named = sides[side];
    const isUnsaid = isWhole && (!isSaid(envelope, side) || areSwapped(sides, envelope));
    if (named !== undefined && (isUnsaid || isWithPort(named, envelope[side]))) said[side] = named;
  }
  const transport = peers.transport ?? transportOfPorts(fields);
  if (isWhole && !isSaid(envelope, 'transport') && transport) said.transport = transport;
  const inferred = envelope.inferred.filter((fact) => !(fact in said));
  // The fraction of a second may stand in a column of its own: `time_us`.
  const fine = envelope.time?.precision === 0 ? lastTimeIn(fields.join(', ')) : undefined;
  const time = envelope.time && fine && isItsSecond(envelope.time, fine) ? { time: fine } : {};
  return { ...envelope, ...time, ...said, inferred };
}

/** A port of which the column says what it is of: `udp.srcport: 5060`. */
const PORT = /^(udp|tcp|sctp)\.(?:src|dst)?port: \d/;

const transportOfPorts = (fields: readonly string[]): string | undefined =>
  fields.map((field) => PORT.exec(field)?.[1]?.toUpperCase()).find((transport) => transport !== undefined);

export interface NamedCells {
  readonly fields: readonly string[];
  /** Whether the row has as many fields as there are names, so that the names belong to them. */
  readonly isWhole: boolean;
}

/**
 * The cells beside the message behind the names of their columns; one with a separator in it has other ones. `row` is
 * what stands before the message, `behind` what stands behind it.
 */
export function namedCells({ separator, cells: names }: Row, row: string, behind: string): NamedCells | undefined {
  if (!row.includes(separator) && !behind.includes(separator)) return undefined;
  const before = cellsOf(row, separator);
  const rest = /^["']?\s*(.)/.exec(behind)?.[1] === separator ? behind.slice(behind.indexOf(separator) + 1) : undefined;
  const cells = rest === undefined ? before : [...before, ...cellsOf(rest, separator)];
  if (cells.length > names.length) return undefined;
  const fields = cells.flatMap((cell, i) => (i === before.length - 1 || !names[i] ? [] : `${names[i]}: ${cell}`));
  const isLast = rest === undefined && names.slice(cells.length).every((name) => OF_MESSAGE.test(name));
  return { fields, isWhole: isLast || (rest !== undefined && cells.length === names.length) };
}

/** Columns that hold nothing, or the rest of a message whose start line has one of its own: `sip.Request-Line`, `sip.msg_hdr`. */
const OF_MESSAGE = /^(?:sip\..*)?$/;

/** Whether a column names the same host as the log does elsewhere, so that the names belong to these fields, and its port. */
const isWithPort = (named: string | undefined, host: string | undefined): boolean =>
  named !== undefined && host !== undefined && [`${host}:`, `[${host}]:`].some((before) => named.startsWith(before));

/** Whether the columns name both ends the other way round: a row without names is read as if the source stood first. */
const areSwapped = (named: Pick<Envelope, 'source' | 'destination'>, { source, destination }: Envelope): boolean =>
  source !== undefined && destination !== undefined && named.source === destination && named.destination === source;
