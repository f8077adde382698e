import { ownCopy } from '../../../sip/own-copy.ts';
import { START_LINES_IN_BODY } from '../reach.ts';
import { isKnownHeaderLine } from '../shapes/header-lines.ts';
import { isBlankRange, lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { Strand } from './carrier.ts';
import type { Content } from './content.ts';

/**
 * Lines of threads, programs or hosts that write at once: `18:48:06 [worker-1] Via: …`, `18:48:06 [worker-2] From: …`.
 * A message goes on behind its own name; what stands between is of others.
 */

const LONGEST_PREFIX = 256;
/** So many lines behind a start line are looked at for one of others. */
const LINES_LOOKED_AT = 16;
/** A message is not longer, with all that stands between its lines, for so much behind a message is at hand when it is read again. */
export const LONGEST_IN_STRAND = 16_384;

const TIME = /\d\d:\d\d[\d:.,]*(?:[ +-]\d{2,4})?/g;
/** Names of threads, programs, hosts, containers; numbers of processes where signs or blanks are around them. */
const NAME = /[\p{L}_#@$][\p{L}\w.$#@/-]{0,63}|(?<=[[(<#=:|\s])\d{1,12}(?=[\])>\s|:]+)/gu;
const LEVEL =
  /^(?:trace|debug|info|notice|warn|warning|error|err|crit|critical|fatal|utc|[a-z]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i;
const MOST_NAMES = 8;
/** What stands behind a name that lines of others have as well. */
const SIGN_BEHIND = /^\s*[\])>}|:]/;
const NAME_OF_OTHER = /^[\p{L}_#@$\d][\p{L}\w.$#@:/-]{0,63}\s*[\])>}|:]/u;
const SESSION_LINE = /^[a-z]=/;
const START_LINE = /SIP\/2\.0(?:\r*$| \d{3} )/;

/** The name before the message on a line, where lines with other names stand among those of its head. */
export function strandAt(text: string, own: PhysicalLine, at: number): Strand | undefined {
  const prefix = text.slice(own.start, at);
  if (prefix.length < 3 || prefix.length > LONGEST_PREFIX) return undefined;
  const starts = nextStarts(text, own);
  const from = timeEnd(prefix);
  if (starts.every((start) => text.startsWith(prefix.slice(from), start + from))) return undefined;
  let tried = 0;
  for (const { index, 0: name } of prefix.matchAll(NAME)) {
    const tail = prefix.slice(index + name.length);
    if (!returns(text, starts, index, name) || LEVEL.test(name) || !SIGN_BEHIND.test(tail) || isOfTime(prefix, index))
      continue;
    // How long the header field is that follows.
    if (Number(name) === own.end - at) continue;
    const strand: Strand = { kind: 'strand', head: prefix.slice(0, index), name, tail };
    if (isAmongOthers(text, own, strand))
      return { kind: 'strand', head: ownCopy(strand.head), name: ownCopy(name), tail: ownCopy(tail) };
    if (++tried === MOST_NAMES) break;
  }
  return undefined;
}

const isOfTime = (prefix: string, at: number): boolean =>
  [...prefix.matchAll(TIME)].some(({ index, 0: time }) => index <= at && at < index + time.length);

/** Where the last time of a prefix ends. */
const timeEnd = (prefix: string): number => {
  const last = [...prefix.matchAll(TIME)].at(-1);
  return last ? last.index + last[0].length : 0;
};

/** Where the next lines begin. */
function nextStarts(text: string, own: PhysicalLine): readonly number[] {
  const starts: number[] = [];
  let at = own.next;
  while (starts.length < LINES_LOOKED_AT && at < text.length) {
    starts.push(at);
    at = physicalLineAt(text, at).next;
  }
  return starts;
}

/** Whether a name stands in the same column again behind a line where it does not: most lines are not looked at any closer. */
function returns(text: string, starts: readonly number[], column: number, name: string): boolean {
  const other = starts.findIndex((start) => !text.startsWith(name, start + column));
  return other >= 0 && starts.some((start, i) => i > other && text.startsWith(name, start + column));
}

/** Whether header lines of the message stand behind lines of others. */
function isAmongOthers(text: string, own: PhysicalLine, strand: Strand): boolean {
  let isBehindOther = false;
  let isInBody = false;
  let line = own;
  for (let i = 0; i < LINES_LOOKED_AT && line.next < text.length; i++) {
    line = physicalLineAt(text, line.next);
    const content = contentOfStrand(text, line, strand);
    if (!content) return false;
    if (content.goesOn) {
      isBehindOther = true;
      continue;
    }
    const { start, end } = content;
    if (isBlankRange(text, start, end)) isInBody = true;
    else if (isInBody ? !SESSION_LINE.test(text.slice(start, start + 2)) : !isKnownHeaderLine(text, start, end))
      return false;
    else if (isBehindOther) return true;
  }
  return false;
}

/** A level, whole or as one letter. */
const LEVEL_WORD =
  /(?<!\w)(?:[Tt]race|TRACE|[Dd]ebug|DEBUG|[Ii]nfo|INFO|[Nn]otice|NOTICE|[Ww]arn(?:ing)?|WARN(?:ING)?|[Ee]rr(?:or)?|ERR(?:OR)?|[VDIWEF])(?!\w)/;
const BLANKS = /^ */;
const LONGEST_LEVEL = 16;

/** Where a line goes on behind what another one has there, whatever the digits in it, and whatever the level. */
function behindAlike(text: string, start: number, end: number, wanted: string): number | undefined {
  const same = prefixEnd(text, start, end, wanted);
  const level = same === undefined ? LEVEL_WORD.exec(wanted) : null;
  if (!level) return same;
  const at = prefixEnd(text, start, end, wanted.slice(0, level.index));
  if (at === undefined) return undefined;
  const near = text.slice(at, Math.min(end, at + LONGEST_LEVEL));
  const own = LEVEL_WORD.exec(near);
  if (own?.index !== 0) return undefined;
  const rest = wanted.slice(level.index + level[0].length);
  const padding = BLANKS.exec(rest)![0].length;
  // Levels stand in a column, or one blank behind each.
  const width = BLANKS.exec(near.slice(own[0].length))![0].length;
  const behind = Math.min(width, Math.max(padding, padding + level[0].length - own[0].length));
  return prefixEnd(text, at + own[0].length + behind, end, rest.slice(padding));
}

/** What a line says behind the name; nothing where it is a line of others. */
export function contentOfStrand(text: string, line: PhysicalLine, strand: Strand): Content | undefined {
  const { start, end, next } = line;
  const named = behindAlike(text, start, end, strand.head);
  if (named !== undefined && text.startsWith(strand.name, named)) {
    const content = behindAlike(text, named + strand.name.length, end, strand.tail);
    if (content !== undefined) return { start: content, end, next };
  }
  return isOfOthers(text, line, strand, named) ? { start, end: start, next, goesOn: true } : undefined;
}

/** Whether a line begins with a time as the message's do, or with another name at the same place. */
function isOfOthers(text: string, { start, end }: PhysicalLine, { head }: Strand, named: number | undefined): boolean {
  const time = timeEnd(head);
  if (time > 0) return prefixEnd(text, start, end, head.slice(0, time)) !== undefined;
  return named !== undefined && NAME_OF_OTHER.test(text.slice(named, Math.min(end, named + LONGEST_PREFIX)));
}

/** Whether a line of a strand above a message may tell of it: it is none of the message before. */
export const tellsInStrand = (text: string, { start, end, goesOn }: Content): boolean =>
  goesOn === true ||
  (!isBlankRange(text, start, end) &&
    !isKnownHeaderLine(text, start, end) &&
    !SESSION_LINE.test(text.slice(start, start + 2)));

/** What is said behind the name from the line of an offset on, as far as a message may go on there. */
export function* contentsOfStrand(text: string, from: number, limit: number, strand: Strand): Generator<Content> {
  const furthest = Math.min(limit, from + LONGEST_IN_STRAND);
  let at = lineStartBefore(text, from, Math.max(0, from - LONGEST_PREFIX));
  for (let startLines = 0; at < furthest && startLines <= START_LINES_IN_BODY; ) {
    const line = physicalLineAt(text, at);
    const content = contentOfStrand(text, line, strand);
    if (!content) return;
    if (content.goesOn && START_LINE.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_START_LINE))))
      startLines++;
    yield content;
    at = line.next;
  }
}

const LONGEST_START_LINE = 1024;
