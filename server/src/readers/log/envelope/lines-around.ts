import type { Gist } from '../../../sip/message.ts';
import type { Frame } from '../frame.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import { type Direction, firstDirection, impliedDirection } from './direction/direction.ts';
import { arrowAlone, arrowBefore } from './direction/direction-arrows.ts';
import { recordDirection } from './direction/record-direction.ts';
import { sentenceDirection } from './direction/sentence-direction.ts';
import { inferredFrom } from './inferred.ts';
import { markIn } from './marks.ts';
import { layersAbove, type Packet, packetAround } from './packet-trees.ts';
import { nearestPeers, withFinerTransport, withOtherSide } from './peers/nearest-peers.ts';
import type { Peers } from './peers/peers.ts';
import { sidesOf } from './peers/sides.ts';
import { speaksOfWebSocket } from './peers/transports.ts';
import { type Envelope, type Said, withInferred } from './said.ts';
import { contentOf, contentStart } from './surroundings/envelope-lines.ts';
import { headTime } from './surroundings/head-time.ts';
import { headOf } from './surroundings/heads.ts';
import { surroundingsOf } from './surroundings/surroundings.ts';
import { tellsOfOthers } from './surroundings/telling.ts';
import { closingTime } from './time/closing-time.ts';
import type { LogTime } from './time/log-time.ts';
import { nearestTime } from './time/nearest-time.ts';
import { programTime } from './time/program-time.ts';
import { isItsSecond, lastTimeIn } from './time/times.ts';
import { type UserFacts, userFacts } from './user/user-facts.ts';
import type { UserRow } from './user/user-rows.ts';

/** A message and the text that it stands in. */
export interface Place {
  readonly text: string;
  readonly frame: Frame;
  /** Where the message before it ends. */
  readonly floor: number;
  readonly message: Gist;
  readonly userRows: readonly UserRow[];
  /** What the records that carried these lines say beside them, the outermost first. */
  readonly records: readonly string[];
  /** What the innermost of those records says of the line above. */
  readonly recordAbove?: string | undefined;
}

/** The envelope of a message from the lines around it, as these stand. */
export function envelopeFromLines(place: Place): Envelope {
  const { text, frame, floor, message, userRows, records } = place;
  const packet = packetAround(text, frame, floor);
  if (packet) return packetEnvelope(packet, message);
  const { around: beside, asides, record: ownRecord } = surroundingsOf(text, frame, floor, message);
  const record = records.length === 0 ? ownRecord : [ownRecord, ...records].join('\n');
  const around = beside.filter((line, i) => i === 0 || !tellsOfOthers(line));
  const told = toldByUser(userRows, text, frame, floor);
  const peers =
    layersAbove(around) ?? withFinerTransport(withOtherSide(nearestPeers(around, [record, ...asides]), record), record);
  const directing = linesForDirection(around, frame);
  const direction =
    told?.direction ??
    firstDirection([...directing].sort((one, other) => Number(isRow(one)) - Number(isRow(other)))) ??
    recordDirection(record) ??
    sentenceDirection(record) ??
    firstDirection(asides) ??
    peers.direction ??
    arrowBefore(directing[0] ?? '') ??
    loneArrow(directing) ??
    (peers.source && peers.destination ? undefined : (impliedDirection(around) ?? sideOnly(peers)));
  const telling = frame.layout.kind === 'coded' ? [...beside, ...asides] : beside;
  const collected = headTime(telling, frame, records.at(-1), place.recordAbove) ?? nearestTime([...beside, record]);
  const own = [...beside, ownRecord];
  const written = programTime(records.length > 0 ? own : withoutCollector(own, frame), collected);
  const time = told?.time ?? closingTime(text, frame) ?? finerAtHead(written, text, frame);
  const said: Said = {};
  if (time) said.time = time;
  if (direction) said.direction = direction;
  addSides(said, peers, direction);
  if (!said.transport && around.some(speaksOfWebSocket) && namesNoWebSocket(message)) said.transport = 'WS';
  const mark = told?.mark || markIn(beside);
  if (mark) said.mark = mark;
  if (told) addSides(said, told, direction);
  return withInferred(said, message);
}

/**
 * What a program says in the lines around a message, without what stands before each line of the message, where that
 * or what stands behind them may hold a clock; lines that nothing stands before are left out.
 */
function withoutCollector(texts: readonly string[], frame: Frame): readonly string[] {
  const { layout } = frame;
  if (layout.kind !== 'lines' || layout.prefix === '') return [];
  if (layout.escapes !== 'string' && !lastTimeIn(layout.prefix)) return [];
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => contentStart(line, frame) > 0);
  return lines.map((line) => contentOf(line, frame));
}

/** A whole second with the fraction of it that the first line of the record says. */
function finerAtHead(time: LogTime | undefined, text: string, frame: Frame): LogTime | undefined {
  const head = time?.precision === 0 ? headOf(text, frame) : undefined;
  const fine = head === undefined ? undefined : lastTimeIn(head);
  return time && fine && isItsSecond(time, fine) ? fine : time;
}

/** Whether Via names another transport, as some programs do that speak SIP over WebSockets. */
const namesNoWebSocket = (message: Gist): boolean => !inferredFrom(message, {}).transport?.startsWith('WS');

/** An arrow at the end of the line above a message that begins a line: `18:48:06.123 -->`; not the end of `<---  --->`. */
const loneArrow = ([own = '', above = '']: readonly string[]): Direction | undefined =>
  own.trim() === '' && !/<.*>\s*$/.test(above) ? arrowBefore(above) : undefined;

/** Where a record only says where a message came from, or only where it went. */
const sideOnly = ({ source, destination, local, remote }: Peers): Direction | undefined =>
  local || remote || !source === !destination ? undefined : source ? 'in' : 'out';

/**
 * The lines without what is no arrow in them: what a mail program puts before them, and what stands beside the clock
 * before every line, as the monitor of a serial port writes it: `18:48:06.884 -> `.
 */
function linesForDirection(lines: readonly string[], frame: Frame): readonly string[] {
  const [own = '', above = ''] = lines;
  if (QUOTATION.test(own)) return lines.map((line) => line.replace(QUOTED, ''));
  const isOnEveryLine =
    arrowAlone(own) !== undefined && (contentStart(above, frame) > 0 || contentStart(own, frame) === own.length);
  return isOnEveryLine ? ['', ...lines.slice(1).map((line) => contentOf(line, frame))] : lines;
}

/** A row of signs over the width of what it parts is no arrow where words say the way: `>>>>>>>>>>>>`. */
const isRow = (line: string): boolean => /^\s*(?:>{5,}|<{5,})\s*$/.test(line);

/** What a mail program puts before every line of a mail it answers is no arrow. */
const QUOTATION = /^(?:> ?){2,16}$/;
const QUOTED = /^(?:> ?){2,16}/;

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
  const { direction: arrow, source, destination } = peers;
  return !arrow || !direction || arrow === direction || (source && destination) ? peers : turned(peers);
}

const turned = ({ direction: _, source, destination, ...rest }: Peers): Peers => ({
  ...rest,
  ...(destination ? { source: destination } : {}),
  ...(source ? { destination: source } : {}),
});

function addSides(said: Said, peers: Peers, direction: Direction | undefined): void {
  const agreed = agreeing(peers, direction);
  if (agreed.transport) said.transport = agreed.transport;
  Object.assign(said, sidesOf(agreed, direction));
}

function packetEnvelope({ time, peers }: Packet, message: Gist): Envelope {
  const said: Said = {};
  if (time) said.time = time;
  addSides(said, peers, undefined);
  return withInferred(said, message);
}
