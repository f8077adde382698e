import { methodAlternatives } from '../../patterns.ts';
import { withoutColours } from '../../shapes/colours.ts';
import { isLogLine } from '../../shapes/physical-lines.ts';
import { prefixEnd } from '../../shapes/prefixes.ts';
import { firstDirection, saysDirection } from '../direction/direction.ts';
import { endpointsIn } from '../peers/endpoints.ts';
import { hasPeers, peersIn } from '../peers/peers.ts';
import { linesUp } from '../records/near-lines.ts';
import { isField } from './field-lines.ts';
import { hasClock, speaksOfSip, tellsAll, tellsOfMessage, tellsOfOthers } from './telling.ts';

/** Whether the record right above a message's own is one with it, or tells of it. */

const LEVEL = /\b(?:SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST|DEBUG)\b/;

/** Whether a line begins with a level and the one above it has a time and none: Java's own logging writes records so. */
export const isSecondLine = (own: string, above: string | undefined): boolean =>
  above !== undefined && /^[A-Z]{4,7}: /.test(own) && LEVEL.test(own) && hasClock(above) && !LEVEL.test(above);

/** Whether words before the start line only say once more which way the record goes that the line above begins: `TX `. */
export const isEchoOf = (own: string, above: string | undefined): boolean =>
  above !== undefined &&
  !hasClock(own) &&
  !isLogLine(own, 0, own.length) &&
  !hasPeers(own) &&
  hasClock(above) &&
  !(OBJECT_BEGINS.test(own) && OBJECT_ENDS.test(above)) &&
  firstDirection([own]) === firstDirection([above]);

/** An object a line. */
const OBJECT_BEGINS = /^\s*\{/;
const OBJECT_ENDS = /\}\s*$/;

/** What says nothing but where an arrow leads: `[0:5060]->192.0.2.1:5060`, `[0]<<192.0.2.1:5060(389)`. */
const ARROW_ALONE =
  /^[\w[\]:.]{0,24} ?(?:-{1,2}>|<-{1,2}|<<|>>) ?(?:udp|tcp|tls|wss?|sctp)?[:/ ]?[\w.:[\]-]{4,64}:\d{2,5}(?:\(\d{1,6}\))?\s*$/i;

/** Whether a record behind the same prefix leads from or to whom the message came or went, which stands behind that prefix alone. */
function pointsToPeer(line: string, own: string): boolean {
  const start = prefixEnd(line, 0, line.length, own);
  return (
    start !== undefined && ARROW_ALONE.test(line.slice(start)) && peersIn(line.slice(start)).direction !== undefined
  );
}

/** Whether a record right above, of the same second and kind, names the peers of the message, which names none. */
export function announces(line: string, own: string): boolean {
  const isPointer = pointsToPeer(line, own);
  if (!isPointer && !speaksOfSip(line) && !tellsOfMessage(line)) return false;
  const head = /^.{0,120}?\d:\d\d:\d\d/.exec(own)?.[0];
  if (head === undefined || !line.includes(head.slice(-7))) return false;
  if (prefixEnd(line, 0, line.length, head) === undefined || hasPeers(own)) return false;
  const { source, destination, remote } = peersIn(line);
  return source !== undefined && destination !== undefined
    ? true
    : (isPointer || saysDirection(line)) && (source ?? destination ?? remote) !== undefined;
}

/** So many records may stand between a message and the record that announces it. */
const MOST_BETWEEN = 6;
/** So many of them speak of other services. */
const MOST_OTHERS = 2;

/**
 * The record that announces a message above others of the same second that speak of another service, or of the same
 * moment that give it a field each, which tell of the message as well: `INCOMING MESSAGE FROM 192.0.2.1:5060`, `Size: 9`.
 */
export function announcedBeyond(text: string, lineStart: number, floor: number, own: string): readonly string[] {
  const moment = MOMENT.exec(own)?.[0];
  const second = moment && /\d:\d\d:\d\d/.exec(moment)?.[0];
  if (second === undefined) return [];
  const fields: string[] = [];
  let others = 0;
  for (const { line } of linesUp(text, lineStart, floor, MOST_BETWEEN)) {
    const shown = withoutColours(line);
    if (!shown.includes(second)) return [];
    const isOfMoment = MOMENT.exec(shown)?.[0] === moment;
    if (others > 0 && announces(shown, own)) return [shown, ...fields];
    if (fields.length > 0 && isOfMoment && (announces(shown, own) || leadsToFields(shown, own, fields)))
      return [shown, ...fields];
    const field = isOfMoment ? fieldBehind(shown, own) : undefined;
    if (field !== undefined) fields.push(field);
    else if (others++ === MOST_OTHERS || !(tellsOfOthers(shown) || isNameAlone(shown))) return [];
  }
  return [];
}

/** Whether a record only names the function that writes the next ones. */
const isNameAlone = (line: string): boolean =>
  /[:\]] [A-Za-z_]\w+(?:\(\))?:?\s*$/.test(line) && !saysDirection(line) && !hasPeers(line);

/** A line up to the end of its moment. */
export const MOMENT = /^.{0,120}?\d:\d\d:\d\d(?:[.,]\d+)?/;

/** What stands before the field that a record is: `12:00:00 [INFO] pbx.sip: Raw:`, `12:00:00 [INFO] pbx.sip: Transport: TCP`. */
export const headOfField = (record: string): string | undefined =>
  /^(.*\S )\p{Lu}[\p{L}\w -]{1,24}:(?: \S.{0,80})?\s*$/u.exec(record)?.[1];

/** Whether a record that has the head of the message's own says which way it went, and the fields below it with whom. */
function leadsToFields(line: string, own: string, fields: readonly string[]): boolean {
  const start = prefixEnd(line, 0, line.length, own.trimEnd());
  if (start === undefined || !fields.some(hasPeers)) return false;
  const said = line.slice(start);
  return saysDirection(said) && (speaksOfSip(said) || tellsOfMessage(said));
}

/** What a record with the head of the message's own says, where that is a field. */
function fieldBehind(line: string, own: string): string | undefined {
  const start = prefixEnd(line, 0, line.length, own.trimEnd());
  const said = start === undefined ? '' : line.slice(start).trim();
  return isField(said) && !said.includes('SIP/2.0') ? said : undefined;
}

/**
 * The record right above the one in which a message stands, where it only names the peers of what that one has to do
 * with: `… sip port 26 192.0.2.1:5060 -> 198.51.100.1:5060` above `… sip port 26 read`.
 */
export function peersOf(record: string, above: string | undefined): string | undefined {
  if (above === undefined || !hasClock(record) || tellsOfOthers(above)) return undefined;
  const { source, destination } = peersIn(above);
  const [first] = source !== undefined && destination !== undefined ? endpointsIn(above) : [];
  const head = above.slice(0, first?.start ?? 0);
  const moment = /^.{0,120}?\d:\d\d:\d\d/.exec(head)?.[0];
  if (moment === undefined || !/[A-Za-z]/.test(head.slice(moment.length)) || !record.includes(moment.slice(-7)))
    return undefined;
  return prefixEnd(record, 0, record.length, head) === undefined ? undefined : above;
}

/** A record that only names what it shows: `DEBUG:scan:packet: '`. */
const SHOWN = /^(.{3,120}[:\]|] ?)([A-Za-z]{3,16})[:=] ?[bu]?["']?$/;

/** Whether the record right above, with a head of the same shape, tells what is done with that: `sending packet to …`. */
export function showsWhat(own: string, line: string): boolean {
  const [, head = '', name = ''] = SHOWN.exec(own) ?? [];
  if (name === '' || prefixEnd(line, 0, line.length, head) === undefined) return false;
  const said = line.slice(head.length);
  return (
    said
      .toLowerCase()
      .split(/[^a-z]+/)
      .includes(name.toLowerCase()) && tellsAll(said)
  );
}

const METHOD_OR_CODE = new RegExp(`(?<![\\w.:-])(?:${methodAlternatives}|[1-6]\\d\\d)(?![\\w.:-])`, 'g');

/**
 * Whether a record that has nothing but its head follows one with such a head that names this message, and no other
 * one, and leads to it: `18:48:06.123 sip.ts:30 📤 sending REGISTER...` above `18:48:06.125 sip.ts:31 REGISTER sip:…`.
 */
export function leadsTo(line: string, own: string, name: string): boolean {
  if (!hasClock(own) || saysDirection(own)) return false;
  const start = prefixEnd(line, 0, line.length, own);
  if (start === undefined) return false;
  const said = line.slice(start);
  if (!/(?:\.{3}|…|:)\s*$/.test(said) || !saysDirection(said)) return false;
  const named = said.match(METHOD_OR_CODE) ?? [];
  return named.length > 0 && named.every((one) => one === name);
}
