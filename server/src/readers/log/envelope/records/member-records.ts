import type { Frame } from '../../frame.ts';
import { withoutColours } from '../../shapes/colours.ts';
import { isLogLine, lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { isQuote } from '../../shapes/strings.ts';
import { saysDirection } from '../direction/direction.ts';
import { hasPeers } from '../peers/peers.ts';
import { beginsLogLine, saysOnlyWhen } from '../surroundings/envelope-lines.ts';
import { lastTimeIn } from '../time/times.ts';
import { linesDown, linesUp, type NearLine } from './near-lines.ts';
import type { ReadRecord } from './record.ts';
import { ownBehind } from './shared-records.ts';

/** A message that is a member of an object printed over several lines: the members beside it tell of it. */

/** So many lines above the message and below it are looked at. */
const LINES_BESIDE = 32;

/** What opens a list: `[`, `(`, in Go `[]string{`. */
const LIST = '(?:\\[\\]\\w{1,12})?[[({]';
/** The member that a message is, and how deep it stands; lines of words may stand before the message in its string. */
const MEMBER = new RegExp(
  `^([ \\t]+)(?:"[^"]{1,64}"|'[^']{1,64}'|:?[\\w$@.-]{1,64})(?:\\s*(?::|=>)\\s*| = )(?:${LIST})?[bBuU]?["'\`](?:[^"'\`]{1,1800}\\\\n)?$`,
);
const LONGEST_OWN = 2048;
const LIST_MEMBER = new RegExp(`^([ \\t]+)["':]?[\\w$@.-]{1,64}["']?(?:\\s*(?::|=>)\\s*| = )(?:${LIST})?\\s*$`);
/** One of its strings, the first of which may stand behind the bracket. */
const IN_LIST = /^[ \t]+[[({]?["'`]$/;
/** A first member behind the brace that opens its object. */
const BEHIND_BRACE = /^[ \t]*(?:[[({]{1,3}|- )["':]?(?!\d)[\w$@.-]{1,64}["']?\s*(?::|=>)/;
/** The brace below the line that leads to the object. */
const BRACE_ALONE = /^[{([]\s*$/;
/** The member whose object begins here: what stands beside that member is of the same record. */
const NAMED_OBJECT = /^([ \t]+)["':]?[\w$@.-]{1,64}["']?(?:\s*(?::|=>)\s*| = )(?:[\w.]{1,40} ?)?\{\s*$/;
/** What stands before the brace of the outermost object: `2026-11-22T18:48:06.884Z sip:recv {`. */
const HEAD = /^[^\s{}()\]].{0,200}[{([]\s*$/;
const INDENTED_HEAD = /^[ \t]{1,8}[^\s{}()\]].{0,200}[{([]\s*$/;
const CLOSING = /^([ \t]+)[}\])]{1,3},?\s*$/;
/** A message that stands right behind the brace of its object: all others stand behind it, as deep as its name: `{'data': 'INVITE`. */
const FIRST_MEMBER = /^([ \t]*[[({]{0,2}\{)(?:"[^"]{1,64}"|'[^']{1,64}')\s*(?::|=>)\s*[bBuU]?["']$/;
/** The same with the message on the next line: `{:data=>`. */
const FIRST_NAME = /^([ \t]*[[({]{0,2}\{)["':]?[\w$@.-]{1,64}["']?\s*(?::|=>)\s*$/;
/** A line of words and a time above such an object: `packet 2026-11-22 18:48:06`. */
const ENDS_WITH_TIME = /^[A-Za-z][\w :,./+-]{0,60}\d:\d\d:\d\d(?:[.,]\d{1,9})?Z?:?\s*$/;
/** How the last member ends where the brace that closes its object stands behind it. */
const CLOSED = /\}[)\]}]{0,3}\s*$/;

/**
 * The members beside the message, and those beside the objects that hold it, without their line breaks. It has a head
 * where something stands before the brace of the outermost object.
 */
export const memberRecord: ReadRecord = (text, frame, floor) => {
  const { layout } = frame;
  const behindQuote = layout.kind === 'lines' ? behindClosingQuote(text, frame) : undefined;
  if (layout.kind !== 'coded' && !(layout.kind === 'lines' && (layout.escapes === 'string' || behindQuote)))
    return undefined;
  const own = ownMember(text, frame, floor);
  if (own === undefined) return undefined;
  const { head, members, indents } = membersAbove(text, own, floor);
  const behind = behindQuote ?? (layout.kind === 'lines' ? frame.end : physicalLineAt(text, frame.end).next);
  const above = members.join('');
  return { head, fields: above + ownBehind(above, membersBehind(text, behind, indents, own.isFirst).join('')) };
};

/** Behind the line with the quote that ends a message whose lines stand in one string as they are. */
function behindClosingQuote(text: string, { start, end }: Frame): number | undefined {
  const line = physicalLineAt(text, end);
  const isClosed =
    isQuote(text, start - 1) && text[end] === text[start - 1] && /^.,?\s*$/.test(text.slice(end, line.end));
  return isClosed ? line.next : undefined;
}

/** The member that is the message. */
interface OwnMember {
  /** How deep it stands. */
  readonly indent: string;
  readonly lineStart: number;
  /** Whether it stands behind the brace that opens its object. */
  readonly isFirst: boolean;
}

function ownMember(text: string, frame: Frame, floor: number): OwnMember | undefined {
  const lineStart = lineStartBefore(text, frame.start, floor);
  const own = withoutColours(text.slice(lineStart, Math.min(frame.start, lineStart + LONGEST_OWN)));
  const isBytes = frame.layout.kind === 'coded' && frame.layout.rows !== undefined;
  const indent = (isBytes ? LIST_MEMBER : MEMBER).exec(own)?.[1];
  if (indent !== undefined)
    return { indent: isAligned(text, lineStart, floor, own) ? ' ' : indent, lineStart, isFirst: false };
  const first = FIRST_MEMBER.exec(own)?.[1];
  if (first !== undefined) return { indent: first.replace(/[[({]/g, ' '), lineStart, isFirst: true };
  if (!IN_LIST.test(own) || lineStart <= floor) return undefined;
  // One of the strings of a list that is a member.
  const previous = lineStartBefore(text, lineStart - 1, floor);
  const above = text.slice(previous, Math.min(lineStart - 1, previous + 160));
  const list = LIST_MEMBER.exec(above)?.[1];
  if (list !== undefined) return { indent: list, lineStart: previous, isFirst: false };
  const brace = FIRST_NAME.exec(above)?.[1];
  return brace === undefined ? undefined : { indent: brace.replace(/[[({]/g, ' '), lineStart: previous, isFirst: true };
}

/** Whether the names of an object end in one column, so that they begin in different ones: Ruby prints some objects so. */
function isAligned(text: string, lineStart: number, floor: number, own: string): boolean {
  const column = own.indexOf('" => ');
  if (column < 0 || !own.startsWith(' ')) return false;
  const isBeside = ({ line }: NearLine): boolean =>
    line.startsWith('" => ', column) && line.startsWith(' ') && line.search(/\S/) !== own.search(/\S/);
  return (
    [...linesUp(text, lineStart, floor, LINES_TO_ALIGN)].some(isBeside) ||
    [...linesDown(text, physicalLineAt(text, lineStart).next, LINES_TO_ALIGN)].some(isBeside)
  );
}
const LINES_TO_ALIGN = 8;

/** The members above, the line in which the outermost object begins, and how deep those of each object stand, the innermost first. */
function membersAbove(text: string, { indent, lineStart, isFirst }: OwnMember, floor: number) {
  const members: string[] = [];
  const indents = [indent];
  let head: string | undefined;
  let isWhole = isFirst;
  let isBelowLine = false;
  for (const { line } of linesUp(text, lineStart, floor, LINES_BESIDE)) {
    if (isWhole) {
      if (
        (isLogLine(line, 0, line.length) ||
          (isFirst && (ENDS_WITH_TIME.test(line) || saysOnlyWhen(line))) ||
          (isBelowLine && hasPeers(line))) &&
        (saysDirection(line) || !members.some(lastTimeIn))
      )
        head = withoutColours(line);
      break;
    }
    if (!line.startsWith(indents.at(-1)!)) {
      const outer = NAMED_OBJECT.exec(line)?.[1];
      if (outer === undefined) {
        if (BEHIND_BRACE.test(line) || BRACE_ALONE.test(line)) {
          members.unshift(line);
          isWhole = true;
          isBelowLine = BRACE_ALONE.test(line);
          continue;
        }
        // A program may indent all that it prints.
        if (INDENTED_HEAD.test(line) && saysDirection(line)) head = withoutColours(line);
        // What a program printed without braces hangs below the line in which its record begins.
        if (HEAD.test(line) || (/^\S/.test(line) && beginsLogLine(line))) head = withoutColours(line);
        break;
      }
      indents.push(outer);
    }
    members.unshift(withoutColours(line.trim()));
  }
  return { head, members, indents };
}

/** `isBraced`: the brace that closes the object stands behind its last member. */
function membersBehind(text: string, from: number, indents: readonly string[], isBraced: boolean): readonly string[] {
  const members: string[] = [];
  let level = 0;
  for (const { line } of linesDown(text, from, LINES_BESIDE)) {
    if (!line.startsWith(indents[level]!)) {
      const outer = indents[++level];
      if (outer === undefined || CLOSING.exec(line)?.[1] !== outer) break;
      continue;
    }
    members.push(withoutColours(line.trim()));
    if (isBraced && CLOSED.test(line)) break;
  }
  return members;
}
