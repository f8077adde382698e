import type { Gist } from '../../../sip/message.ts';
import { uncarriedAround } from '../carried/carried.ts';
import { carriersAt } from '../carried/carriers.ts';
import { type Frame, isRemade } from '../frame.ts';
import { framesIn } from '../framing.ts';
import { plainAround } from '../markup/marked.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import { flowedAround } from '../wrap/flowed.ts';
import { arrowBefore, type Direction, firstDirection, impliedDirection, recordDirection } from './direction.ts';
import { type InferredFact, inferredFrom } from './inferred.ts';
import type { LogTime } from './log-time.ts';
import { markIn } from './marks.ts';
import { nearestPeers, withOtherSide } from './nearest-peers.ts';
import { nearestTime } from './nearest-time.ts';
import { type Peers, peersInTree } from './peers.ts';
import { surroundingsOf } from './surroundings.ts';
import { tellsOfOthers } from './telling.ts';
import { lastTimeIn } from './times.ts';
import { type UserFacts, userFacts } from './user-facts.ts';
import type { UserRow } from './user-rows.ts';

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

/**
 * The envelope of a message from the lines around it; `floor` is where the message before it ends. What a line says by
 * a row of the user goes before what the reader makes of it.
 */
export function envelopeOf(
  text: string,
  frame: Frame,
  floor: number,
  message: Gist,
  userRows: readonly UserRow[] = [],
): Envelope {
  return fullEnvelope(text, frame, floor, message, userRows, []);
}

/** `outerRecords` is what the records that carry these lines say beside them. */
function fullEnvelope(
  text: string,
  frame: Frame,
  floor: number,
  message: Gist,
  userRows: readonly UserRow[],
  outerRecords: readonly string[],
): Envelope {
  const envelope = envelopeIn(text, frame, floor, message, userRows, outerRecords);
  return isRemade(frame.layout) || outerRecords.length === MOST_CARRIERS || saysEnough(envelope)
    ? envelope
    : withCarried(envelope, text, frame, floor, message, outerRecords);
}

/** So many tools may have carried the lines around a message, one what the other wrote. */
const MOST_CARRIERS = 3;

/** Nothing more is to be found of a message whose record says so much. */
const saysEnough = ({ time, direction, source, destination, inferred }: Envelope): boolean =>
  time !== undefined &&
  direction !== undefined &&
  !(inferred as readonly string[]).includes('direction') &&
  (source ?? destination) !== undefined;

/** What is not said as the lines stand may be said without what carries them. */
function withCarried(
  envelope: Envelope,
  text: string,
  frame: Frame,
  floor: number,
  message: Gist,
  outerRecords: readonly string[],
): Envelope {
  for (const carrier of carriersAt(text, frame.start)) {
    const around = uncarriedAround(text, frame, floor, carrier);
    const inner = framesIn(around.text, around.start).next().value;
    if (inner?.start !== around.start) continue;
    const more = fullEnvelope(around.text, inner, around.floor, message, [], [...outerRecords, around.record]);
    return together(envelope, more);
  }
  return envelope;
}

/** Two envelopes of a message: what one says goes before what the other one does, and both before what is inferred. */
function together(first: Envelope, second: Envelope): Envelope {
  const said = { ...saidIn(second), ...saidIn(first) };
  const inferred = first.inferred.filter((name) => !(name in said));
  return { ...first, ...said, inferred };
}

const saidIn = ({ inferred, ...facts }: Envelope): Said =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !(inferred as readonly string[]).includes(name)));

function envelopeIn(
  text: string,
  frame: Frame,
  floor: number,
  message: Gist,
  userRows: readonly UserRow[],
  outerRecords: readonly string[],
): Envelope {
  if (frame.layout.kind === 'marked') {
    const plain = plainAround(text, frame, frame.layout, floor);
    return envelopeIn(plain.text, plain.frame, plain.floor, message, userRows, outerRecords);
  }
  if (frame.layout.kind === 'carried') {
    const { carrier, layout } = frame.layout;
    const around = uncarriedAround(text, frame, floor, carrier);
    const inner = { ...frame, start: around.start, end: around.end, layout };
    return fullEnvelope(around.text, inner, around.floor, message, userRows, [...outerRecords, around.record]);
  }
  if (frame.layout.kind === 'wrapped') {
    // But for what was broken as well, the lines around a wrapped message are those around any other.
    const flowed = flowedAround(text, { ...frame, layout: frame.layout.layout }, floor);
    return envelopeIn(flowed.text, flowed.frame, flowed.floor, message, userRows, outerRecords);
  }
  const lineStart = lineStartBefore(text, frame.start, floor);
  if (frame.layout.kind === 'tree')
    return treeEnvelope(text.slice(Math.max(floor, lineStart - LARGEST_TREE), lineStart), message);
  const { around: beside, asides, record: ownRecord } = surroundingsOf(text, frame, floor, message);
  const record = [ownRecord, ...outerRecords].join('\n');
  const around = beside.filter((line, i) => i === 0 || !tellsOfOthers(line));
  const told = toldByUser(userRows, text, frame, floor);
  const peers = withOtherSide(nearestPeers(around, [record, ...asides]), record);
  const direction =
    told?.direction ??
    firstDirection(QUOTATION.test(around[0] ?? '') ? around.map((line) => line.replace(QUOTED, '')) : around) ??
    recordDirection(record) ??
    firstDirection(asides) ??
    peers.direction ??
    arrowBefore(around[0] ?? '') ??
    loneArrow(around) ??
    (peers.source && peers.destination ? undefined : (impliedDirection(around) ?? sideOnly(peers)));
  const time = told?.time ?? nearestTime([...beside, record]);
  const said: Said = {};
  if (time) said.time = time;
  if (direction) said.direction = direction;
  addSides(said, peers, direction);
  const mark = told?.mark || markIn(beside);
  if (mark) said.mark = mark;
  if (told) addSides(said, told, direction);
  return withInferred(said, message);
}

/** An arrow at the end of the line above a message that begins a line: `18:48:06.123 -->`; not the end of `<---  --->`. */
const loneArrow = ([own = '', above = '']: readonly string[]): Direction | undefined =>
  own.trim() === '' && !above.includes('<') ? arrowBefore(above) : undefined;

/** Where a record only says where a message came from, or only where it went. */
const sideOnly = ({ source, destination, local, remote }: Peers): Direction | undefined =>
  local || remote || !source === !destination ? undefined : source ? 'in' : 'out';

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

function withInferred(said: Said, message: Gist): Envelope {
  const facts = inferredFrom(message, said);
  return { inferred: Object.keys(facts) as InferredFact[], ...said, ...facts };
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
  return withInferred(said, message);
}
