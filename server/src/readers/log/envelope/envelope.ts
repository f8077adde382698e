import { headerNamed } from '../../../sip/fields.ts';
import type { Gist } from '../../../sip/message.ts';
import { textOf } from '../../../sip/span.ts';
import { parameterNamed } from '../../../sip/values/parameters.ts';
import { parseVia } from '../../../sip/values/via.ts';
import type { Frame } from '../frame.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import { digitBlind } from './digit-blind.ts';
import { arrowBefore, type Direction, firstDirection, impliedDirection, recordDirection } from './direction.ts';
import { namesPeers, type Peers, peersIn, peersInTree } from './peers.ts';
import { surroundingsOf } from './surroundings.ts';
import { tellsOfOthers } from './telling.ts';
import { finerSinceEpoch, type LogTime, lastTimeIn, onDayOf, saysDay } from './times.ts';
import { type UserFacts, type UserRow, userFacts } from './user-rows.ts';

/** What a log says about a message, and what had to be inferred. */
export interface Envelope {
  readonly time?: LogTime;
  readonly direction?: Direction;
  /** `UDP`, `TCP`, `TLS`, `WS`, `WSS`, `SCTP`. */
  readonly transport?: string;
  /** `192.0.2.1:5060`, `[2001:db8::1]:5060`, or a name. */
  readonly source?: string;
  readonly destination?: string;
  /** The product's own mark of the call: `C-0000002a`, a UUID. */
  readonly mark?: string;
  /** The names of the facts above that the log does not say and the message lets one think. */
  readonly inferred: readonly InferredFact[];
}

export type InferredFact = 'transport' | 'source' | 'destination';

/**
 * The envelope of a message from the lines around it; `floor` is where the message before it ends. What a line says by
 * a row of the user goes before what the reader makes of it.
 */
export function envelopeOf(
  text: string,
  whole: Frame,
  floor: number,
  message: Gist,
  userRows: readonly UserRow[] = [],
): Envelope {
  // The lines around a wrapped message are those around any other.
  const frame = whole.layout.kind === 'wrapped' ? { ...whole, layout: whole.layout.layout } : whole;
  const lineStart = lineStartBefore(text, frame.start, floor);
  if (frame.layout.kind === 'tree')
    return treeEnvelope(text.slice(Math.max(floor, lineStart - LARGEST_TREE), lineStart), message);
  const { around: beside, asides, record } = surroundingsOf(text, frame, floor, message);
  const around = beside.filter((line, i) => i === 0 || !tellsOfOthers(line));
  const told = toldByUser(userRows, text, frame, floor);
  const peers = withOtherSide(firstOf(around, [record, ...asides]), record);
  const direction =
    told?.direction ??
    firstDirection(QUOTATION.test(around[0] ?? '') ? around.map((line) => line.replace(QUOTED, '')) : around) ??
    recordDirection(record) ??
    firstDirection(asides) ??
    peers.direction ??
    arrowBefore(around[0] ?? '') ??
    loneArrow(around) ??
    (peers.source && peers.destination ? undefined : impliedDirection(around));
  const time = told?.time ?? firstTime([...beside, record]);
  const said: Said = {};
  if (time) said.time = time;
  if (direction) said.direction = direction;
  addSides(said, peers, direction);
  const mark = told?.mark || markIn(beside);
  if (mark) said.mark = mark;
  if (told) addSides(said, told, direction);
  return withInferred(message, said);
}

/** An arrow at the end of the line above a message that begins a line: `18:48:06.123 -->`; not the end of `<---  --->`. */
const loneArrow = ([own = '', above = '']: readonly string[]): Direction | undefined =>
  own.trim() === '' && !above.includes('<') ? arrowBefore(above) : undefined;

/** What a mail program puts before every line of a mail it answers is no arrow. */
const QUOTATION = /^(?:> ?){2,16}$/;
const QUOTED = /^(?:> ?){2,16}/;

/** An envelope as it is put together. */
type Said = { -readonly [Key in keyof Omit<Envelope, 'inferred'>]: Envelope[Key] };

/** How many lines above a message a row of the user may speak of. */
const USER_LINES = 6;

/** What the nearest line says that a row of the user fits. */
function toldByUser(rows: readonly UserRow[], text: string, frame: Frame, floor: number): UserFacts | undefined {
  if (rows.length === 0) return undefined;
  let end = frame.start;
  for (let i = 0; i <= USER_LINES; i++) {
    const start = lineStartBefore(text, end, floor);
    const facts = userFacts(rows, text.slice(start, end));
    if (facts) return facts;
    if (start <= floor) return undefined;
    end = start - 1;
  }
  return undefined;
}

/** An arrow before the only address that goes against the word for the direction only points to the address. */
function agreeing(peers: Peers, direction: Direction | undefined): Peers {
  const { direction: arrow, source, destination, ...rest } = peers;
  if (!arrow || !direction || arrow === direction || (source && destination)) return peers;
  return { ...rest, ...(destination ? { source: destination } : {}), ...(source ? { destination: source } : {}) };
}

/** Source, destination and transport; whose address is the source's follows from the direction. */
function addSides(said: Said, peers: Peers, direction: Direction | undefined): void {
  const { source, destination, local, remote, transport } = agreeing(peers, direction);
  const far = direction === 'in' ? remote : direction === 'out' ? local : undefined;
  const near = direction === 'in' ? local : direction === 'out' ? remote : undefined;
  const from = source ?? (far === destination ? undefined : far);
  const to = destination ?? (near === source ? undefined : near);
  if (transport) said.transport = transport;
  if (from) said.source = from;
  if (to) said.destination = to;
}

/** The layers that a tree draws above SIP. */
const LARGEST_TREE = 16_384;

function treeEnvelope(above: string, message: Gist): Envelope {
  const packet = above.slice(Math.max(0, above.lastIndexOf('\nFrame ')));
  const summary = /\n *\d+ [^\n]*\n\s*$/.exec(above.slice(0, above.length - packet.length))?.[0] ?? '';
  const time = lastTimeIn(/Arrival Time: [^\n]*/.exec(packet)?.[0] ?? summary);
  const said: Said = {};
  if (time) said.time = time;
  addSides(said, peersInTree(packet), undefined);
  return withInferred(message, said);
}

/**
 * The nearest line that names a peer has named both, or another line of the message's own names the other, or there is
 * only one to name; the transport may stand further, even in what lies farther off.
 */
function firstOf(lines: readonly string[], further: readonly string[]): Peers {
  let found: Peers = {};
  let naming = '';
  for (const line of lines) {
    if (found.transport !== undefined && namesPeers(found) && !isOneSide(found)) break;
    const more = peersIn(line);
    if (!namesPeers(found)) {
      found = { ...more, ...found };
      naming = line;
    } else if (isOtherSide(found, more) && !goesBack(line, naming)) found = { ...more, ...found };
    else found = withTransport(found, more);
  }
  for (const text of further) {
    if (found.transport !== undefined && namesPeers(found)) break;
    const more = peersIn(text);
    found = namesPeers(found) ? withTransport(found, more) : { ...more, ...found };
  }
  return found;
}

const withTransport = (found: Peers, { transport }: Peers): Peers => (transport ? { transport, ...found } : found);

/** Whether a line tells of a message that went the other way: `send to:` above `received from:`. */
function goesBack(one: string, other: string): boolean {
  const direction = firstDirection([one]);
  return direction !== undefined && direction !== (firstDirection([other]) ?? direction);
}

/** Whether only one side is named, which a line of its own names: `** From: 192.0.2.1:5060` above `** To: …`. */
const isOneSide = ({ source, destination, local, remote }: Peers): boolean =>
  [source, destination, local, remote].filter(Boolean).length === 1;
const isOtherSide = (one: Peers, other: Peers): boolean =>
  isOneSide(one) &&
  isOneSide(other) &&
  (one.source !== undefined
    ? other.destination !== undefined
    : one.destination !== undefined
      ? other.source !== undefined
      : one.local !== undefined
        ? other.remote !== undefined
        : other.local !== undefined);

/** The fields of an object stand in any order: one side before the message's text, the other behind it. */
function withOtherSide(peers: Peers, record: string): Peers {
  const { source, destination } = peers;
  if (!source === !destination) return peers;
  const fields = peersIn(record);
  const isSame = (field: string | undefined, known: string | undefined) => field === undefined || field === known;
  if (source && fields.destination && isSame(fields.source, source))
    return { ...peers, destination: fields.destination };
  if (destination && fields.source && isSame(fields.destination, destination))
    return { ...peers, source: fields.source };
  return peers;
}

/** The nearest time with a date; the nearest clock where none has one, or none of the same moment. */
function firstTime(texts: readonly string[]): LogTime | undefined {
  let clock: LogTime | undefined;
  for (const text of texts) {
    const time = lastTimeIn(text);
    if (!time) continue;
    if (!saysDay(time)) clock ??= time;
    else if (!clock) return finest(time, texts);
    else return finerOnDay(clock, time);
  }
  return clock;
}

/** A clock on the day that the record says; a fraction of nothing but zeros gives way to one that is written. */
function finerOnDay(clock: LogTime, day: LogTime): LogTime {
  const dated = onDayOf(clock, day);
  return dated && /\.0+$/.test(clock.text) && day.precision > 0 ? day : (dated ?? clock);
}

/** The same second as another line of the record writes it with its fraction. */
function finest(time: LogTime, texts: readonly string[]): LogTime {
  const clock = time.precision > 0 ? undefined : /\d\d:\d\d:\d\d/.exec(time.text)?.[0];
  if (clock === undefined) return time;
  for (const text of texts) {
    const isAgain = text.includes(`${clock}.`) || text.includes(`${clock},`);
    const other = isAgain ? lastTimeIn(text) : finerSinceEpoch(time, text);
    if (other?.text.startsWith(`${time.text}.`)) return other;
  }
  return time;
}

/** The marks that products give all lines of one call. */
const MARKS = [
  /\[(C-[0-9a-f]{8})\]/d,
  /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/di,
  /\{\d+ \d+ [A-Z]+ ([^}\s]+)\}/d,
];

const markPlaces = digitBlind((text) => MARKS.map((mark) => mark.exec(text)?.indices?.[1]));

function markIn(texts: readonly string[]): string | undefined {
  const places = texts.map(markPlaces);
  for (let kind = 0; kind < MARKS.length; kind++) {
    for (let i = 0; i < texts.length; i++) {
      const place = places[i]?.[kind];
      if (place) return texts[i]!.slice(...place);
    }
  }
  return undefined;
}

/** With what the topmost Via lets one think where the log says nothing (RFC 3261 §18.2.1, §18.2.2). */
function withInferred(message: Gist, said: Said): Envelope {
  const inferred: InferredFact[] = [];
  const { kind } = message.startLine;
  const side = kind === 'request' ? 'source' : kind === 'response' ? 'destination' : undefined;
  if (said.transport !== undefined && (side === undefined || said[side] !== undefined)) return { inferred, ...said };
  const field = headerNamed(message, 'Via');
  const via = field && parseVia(message.text, field.value);
  if (!via) return { inferred, ...said };
  const facts: { transport?: string; source?: string; destination?: string } = {};
  const add = (name: InferredFact, value: string | undefined) => {
    if (said[name] !== undefined || !value) return;
    facts[name] = value;
    inferred.push(name);
  };
  add('transport', via.transport && textOf(message.text, via.transport).toUpperCase());
  const value = (name: string) => {
    const parameter = parameterNamed(message.text, via.parameters, name)?.value;
    return parameter && textOf(message.text, parameter);
  };
  const host = value('received') ?? textOf(message.text, via.host);
  const port = value('rport') || (via.port && textOf(message.text, via.port));
  const sender = host && (port ? `${host}:${port}` : host);
  if (side) add(side, sender);
  return { inferred, ...said, ...facts };
}
