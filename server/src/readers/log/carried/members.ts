import { ownCopy } from '../../../sip/own-copy.ts';
import { isKnownHeaderLine } from '../shapes/header-lines.ts';
import { lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import type { Member } from './carrier.ts';
import type { Content } from './content.ts';
import { stringFrom } from './strings.ts';

/** The values of one member in consecutive objects that are printed over several lines, its place among the others any. */

/** The member that a line of an object is: how deep it stands, its name, and the quote that opens its value. */
const MEMBER = /^([ \t]+)["']?([\w.@-]{1,64})["']?\s*(?::|=>)\s*(["'])/;
const LONGEST_MEMBER = 160;
const BEHIND_VALUE = /^["'],?\s*$/;
/** An object has no more lines. */
const MOST_LINES = 64;

function memberIn(text: string, line: PhysicalLine): { member: Member; value: Content } | undefined {
  const [opening, indent, name, quote] =
    MEMBER.exec(text.slice(line.start, Math.min(line.end, line.start + LONGEST_MEMBER))) ?? [];
  if (opening === undefined || indent === undefined || name === undefined || quote === undefined) return undefined;
  const start = line.start + opening.length;
  const { content, end } = stringFrom(text, start, line.end, quote);
  if (!BEHIND_VALUE.test(text.slice(end, Math.min(line.end, end + 8)))) return undefined;
  return {
    member: { kind: 'member', indent: ownCopy(indent), name: ownCopy(name) },
    value: { ...content, next: line.next },
  };
}

/** The member of a line whose value holds an offset. */
export function memberOn(text: string, line: PhysicalLine, at: number): Member | undefined {
  const found = memberIn(text, line);
  return found && found.value.start <= at && goesOn(text, line, found.member) ? found.member : undefined;
}

/** Whether the next object holds a header line. */
function goesOn(text: string, line: PhysicalLine, member: Member): boolean {
  const [first, second] = contentsOfMember(text, line.start, Math.min(text.length, line.next + NEAR), member);
  return first !== undefined && second !== undefined && isKnownHeaderLine(text, second.start, second.end);
}

/** The next object stands so near. */
const NEAR = 4096;

/** Its value on a line; whether an object ends there, which is not so deep; undefined where no object goes on. */
function onLine(text: string, line: PhysicalLine, { indent, name }: Member): Content | 'end' | 'other' | undefined {
  if (text.startsWith(indent, line.start)) {
    const found = memberIn(text, line);
    return found?.member.name === name && found.member.indent === indent ? found.value : 'other';
  }
  const bracket = /^[\s{}[\],]*$/.exec(text.slice(line.start, Math.min(line.end, line.start + 32)))?.[0];
  return bracket === undefined ? undefined : bracket.includes('}') ? 'end' : 'other';
}

/** The values from the object on whose line an offset is, as far as objects have that member, none from behind `limit`. */
export function* contentsOfMember(text: string, from: number, limit: number, member: Member): Generator<Content> {
  let isInObject = false;
  for (let at = lineStartBefore(text, from, 0), lines = 0; at < limit && lines < MOST_LINES; lines++) {
    const line = physicalLineAt(text, at);
    const found = onLine(text, line, member);
    if (found === undefined || line.next > limit) return;
    if (found === 'end') {
      if (!isInObject) return;
      isInObject = false;
    } else if (found !== 'other') {
      if (isInObject) return;
      isInObject = true;
      lines = 0;
      yield found;
    }
    at = line.next;
  }
}

/** What stands in an object beside a value, and the values of so many objects above it, the nearest first. */
export function besideMember(
  text: string,
  start: number,
  floor: number,
  member: Member,
  most: number,
): { readonly others: string; readonly above: readonly string[] } {
  const own = lineStartBefore(text, start, floor);
  const others: string[] = [];
  const above: string[] = [];
  let isOwn = true;
  for (let at = own, lines = 0; at > floor && above.length < most && lines < MOST_LINES; lines++) {
    const line = physicalLineAt(text, lineStartBefore(text, at - 1, floor));
    const found = onLine(text, line, member);
    if (found === undefined) break;
    if (found === 'end') isOwn = false;
    else if (found !== 'other') above.push(text.slice(found.start, found.end));
    else if (isOwn) others.unshift(text.slice(line.start, line.end));
    at = line.start;
  }
  for (let at = physicalLineAt(text, start).next, lines = 0; at < text.length && lines < MOST_LINES; lines++) {
    const line = physicalLineAt(text, at);
    if (onLine(text, line, member) !== 'other') break;
    others.push(text.slice(line.start, line.end));
    at = line.next;
  }
  return { others: others.join('\n'), above };
}
