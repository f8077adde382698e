import type { Direction } from './direction.ts';
import { endpointsIn } from './endpoints.ts';
import type { Peers } from './peers.ts';
import { firstTimeIn, type LogTime } from './times.ts';

/**
 * Lines of a user's own products, by templates such as `{time} {direction:RX|TX} {source} => {destination}`. A
 * template is matched from left to right without ever going back, so that no template can make a long line slow.
 */
export interface UserRow {
  readonly segments: readonly Segment[];
}

type Segment =
  /** Blanks in it stand for one blank or more. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'direction'; readonly words: Readonly<Record<Direction, readonly string[]>> }
  | { readonly kind: 'time' | 'any' | TokenKind };

type TokenKind = 'source' | 'destination' | 'local' | 'remote' | 'transport' | 'mark';

const TOKEN_KINDS: ReadonlySet<string> = new Set<TokenKind>([
  'source',
  'destination',
  'local',
  'remote',
  'transport',
  'mark',
]);

/** Why a template cannot be used; `at` is the offset in it. */
export interface UserRowError {
  readonly template: string;
  readonly at: number;
  readonly reason: UserRowFault;
}

export type UserRowFault =
  /** `{` without `}`, or `}` without `{`. */
  | 'brace'
  /** A name that is none of those in `docs/formats.md`. */
  | 'unknownName'
  /** The same name twice. */
  | 'repeatedName'
  /** Two placeholders with nothing between them, so that nobody can tell where the first one ends. */
  | 'nothingBetween'
  /** `{direction:…}` with other than two alternatives, the one for received messages and the one for sent ones. */
  | 'directionWords'
  /** Nothing that a line could tell. */
  | 'noPlaceholder'
  | 'tooLong';

const LONGEST_TEMPLATE = 256;
/** Of a longer line the rest is not looked at. */
const LONGEST_LINE = 2048;

/** What a line says by a template. */
export interface UserFacts extends Peers {
  readonly time?: LogTime;
  readonly mark?: string;
}

/** The templates that can be used, and what is wrong with the others. */
export function compileUserRows(templates: readonly string[]): {
  readonly rows: readonly UserRow[];
  readonly errors: readonly UserRowError[];
} {
  const compiled = templates.map(compileUserRow);
  return {
    rows: compiled.filter((one): one is UserRow => 'segments' in one),
    errors: compiled.filter((one): one is UserRowError => 'reason' in one),
  };
}

function compileUserRow(template: string): UserRow | UserRowError {
  const fault = (reason: UserRowFault, at: number): UserRowError => ({ template, at, reason });
  if (template.length > LONGEST_TEMPLATE) return fault('tooLong', LONGEST_TEMPLATE);
  const segments: Segment[] = [];
  for (let at = 0; at < template.length; ) {
    const open = template.indexOf('{', at);
    const stray = template.indexOf('}', at);
    if (stray >= 0 && (open < 0 || stray < open)) return fault('brace', stray);
    const literal = template.slice(at, open < 0 ? template.length : open);
    if (literal !== '') segments.push({ kind: 'literal', text: literal });
    if (open < 0) break;
    const close = template.indexOf('}', open);
    if (close < 0) return fault('brace', open);
    const segment = placeholder(template.slice(open + 1, close));
    if (typeof segment === 'string') return fault(segment, open);
    if (segment.kind !== 'any' && segments.some((one) => one.kind === segment.kind)) return fault('repeatedName', open);
    const previous = segments.at(-1);
    if (previous && previous.kind !== 'literal') return fault('nothingBetween', open);
    segments.push(segment);
    at = close + 1;
  }
  return segments.some((one) => one.kind !== 'literal' && one.kind !== 'any')
    ? { segments }
    : fault('noPlaceholder', 0);
}

function placeholder(written: string): Segment | UserRowFault {
  const colon = written.indexOf(':');
  const name = (colon < 0 ? written : written.slice(0, colon)).trim();
  if (name === 'direction') return directionSegment(colon < 0 ? undefined : written.slice(colon + 1));
  if (colon >= 0) return 'unknownName';
  if (name === '*') return { kind: 'any' };
  if (name === 'time' || TOKEN_KINDS.has(name)) return { kind: name as 'time' | TokenKind };
  return 'unknownName';
}

/** `RX|TX`: the first for received messages, the second for sent ones; each may be several words between commas. */
function directionSegment(written: string | undefined): Segment | UserRowFault {
  const [received, sent, ...more] = (written ?? 'received,recv,rx,in|sent,send,tx,out').split('|');
  const words = (list: string | undefined) =>
    (list ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const [inWords, outWords] = [words(received), words(sent)];
  if (inWords.length === 0 || outWords.length === 0 || more.length > 0) return 'directionWords';
  return { kind: 'direction', words: { in: inWords, out: outWords } };
}

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
