import type { Direction } from '../direction/direction.ts';
import { endpointsIn } from '../peers/endpoints.ts';
import type { Peers } from '../peers/peers.ts';
import type { LogTime } from '../time/log-time.ts';
import { firstTimeIn } from '../time/times.ts';
import type { TokenKind, UserRow } from './user-rows.ts';

/** What a line says by a template. */
export interface UserFacts extends Peers {
  readonly time?: LogTime;
  readonly mark?: string;
}

/** Of a longer line the rest is not looked at. */
const LONGEST_LINE = 2048;

/** What the first row that fits a line says of the message below it; undefined where none fits. */
export function userFacts(rows: readonly UserRow[], line: string): UserFacts | undefined {
  const text = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
  for (const row of rows) {
    const facts = matched(row, text);
    if (facts) return facts;
  }
  return undefined;
}

/** A stretch of a line; `free` stretches may begin anywhere behind where the last one ended. */
interface Place {
  readonly start: number;
  readonly end: number;
}

function matched({ segments }: UserRow, line: string): UserFacts | undefined {
  const facts: { -readonly [Key in keyof UserFacts]: UserFacts[Key] } = {};
  let at = 0;
  let free = true;
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!;
    let place: Place | undefined;
    if (segment.kind === 'any') {
      free = true;
      continue;
    }
    if (segment.kind === 'literal') place = literalPlace(segment.text, line, at, free);
    else if (segment.kind === 'time') {
      const time = firstTimeIn(line.slice(at));
      place = time && (free || time.start === 0) ? { start: at, end: at + time.end } : undefined;
      if (time) facts.time = time;
    } else if (segment.kind === 'direction') {
      const word = directionPlace(segment.words, line, at, free);
      place = word;
      if (word) facts.direction = word.direction;
    } else {
      const next = segments[i + 1];
      place = tokenPlace(line, at, next?.kind === 'literal' ? next.text : undefined);
      if (place && !take(facts, segment.kind, line.slice(place.start, place.end))) return undefined;
    }
    if (!place) return undefined;
    at = place.end;
    free = false;
  }
  return facts;
}

function take(
  facts: { -readonly [Key in keyof UserFacts]: UserFacts[Key] },
  kind: TokenKind,
  written: string,
): boolean {
  if (kind === 'mark') facts.mark = written;
  else if (kind === 'transport') {
    if (!/^[A-Za-z]{2,5}\d?$/.test(written)) return false;
    facts.transport = written.replace(/\d$/, '').toUpperCase();
  } else {
    const [endpoint] = endpointsIn(written);
    facts[kind] = endpoint?.address ?? written;
    if (endpoint?.transport) facts.transport ??= endpoint.transport;
  }
  return true;
}

function literalPlace(literal: string, line: string, from: number, free: boolean): Place | undefined {
  for (let start = from; start <= line.length; start++) {
    const end = literalEnd(literal, line, start);
    if (end !== undefined) return { start, end };
    if (!free) return undefined;
  }
  return undefined;
}

function literalEnd(literal: string, line: string, start: number): number | undefined {
  let at = start;
  for (let i = 0; i < literal.length; i++) {
    if (isBlank(literal[i])) {
      if (!isBlank(line[at])) return undefined;
      while (isBlank(line[at])) at++;
      while (isBlank(literal[i + 1])) i++;
    } else if (line[at] === literal[i]) at++;
    else return undefined;
  }
  return at;
}

function directionPlace(
  words: Readonly<Record<Direction, readonly string[]>>,
  line: string,
  from: number,
  free: boolean,
): (Place & { direction: Direction }) | undefined {
  let best: (Place & { direction: Direction }) | undefined;
  const lower = line.toLowerCase();
  for (const direction of ['in', 'out'] as const) {
    for (const word of words[direction]) {
      const wanted = word.toLowerCase();
      const start = free ? lower.indexOf(wanted, from) : lower.startsWith(wanted, from) ? from : -1;
      if (start < 0) continue;
      const end = start + wanted.length;
      if (!best || start < best.start || (start === best.start && end > best.end)) best = { start, end, direction };
    }
  }
  return best;
}

/** A stretch without blanks, as far as the literal behind it. */
function tokenPlace(line: string, from: number, literal: string | undefined): Place | undefined {
  let start = from;
  while (isBlank(line[start])) start++;
  let end = start;
  while (end < line.length && !isBlank(line[end]) && !(literal && literalEnd(literal, line, end) !== undefined)) end++;
  return end > start ? { start, end } : undefined;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
