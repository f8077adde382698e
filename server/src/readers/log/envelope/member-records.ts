import type { Frame } from '../frame.ts';
import { lineStartBefore, physicalLineAt, withoutColours } from '../line-shapes.ts';

/** A message that is a member of an object printed over several lines: the members beside it tell of it. */

/** So many lines above the message and below it are looked at. */
const LINES_BESIDE = 32;
const LONGEST_LINE = 256;

/** What opens a list: `[`, `(`, in Go `[]string{`. */
const LIST = '(?:\\[\\]\\w{1,12})?[[({]';
/** The member that a message is, and how deep it stands. */
const MEMBER = new RegExp(
  `^([ \\t]+)(?:"[^"]{1,64}"|'[^']{1,64}'|:?[\\w$@.-]{1,64})\\s*(?::|=>)\\s*(?:${LIST})?["'\`]$`,
);
const LIST_MEMBER = new RegExp(`^([ \\t]+)["':]?[\\w$@.-]{1,64}["']?\\s*(?::|=>)\\s*(?:${LIST})?\\s*$`);
/** One of its strings, the first of which may stand behind the bracket. */
const IN_LIST = /^[ \t]+[[({]?["'`]$/;
/** A first member behind the brace that opens its object. */
const BEHIND_BRACE = /^[ \t]*(?:[[({]{1,3}|- )["':]?[\w$@.-]{1,64}["']?\s*(?::|=>)/;
/** The member whose object begins here: what stands beside that member is of the same record. */
const NAMED_OBJECT = /^([ \t]+)["':]?[\w$@.-]{1,64}["']?\s*(?::|=>)\s*(?:[\w.]{1,40} ?)?\{\s*$/;
/** What stands before the brace of the outermost object: `2026-11-22T18:48:06.884Z sip:recv {`. */
const HEAD = /^[^\s{}()\]].{0,200}[{([]\s*$/;
const CLOSING = /^([ \t]+)[}\])]{1,3},?\s*$/;

/** What an object says of the message in it. */
export interface ObjectRecord {
  /** The line in which it begins, where something stands before its brace. */
  readonly head: string | undefined;
  /** The members beside the message, and those beside the objects that hold it, without their line breaks. */
  readonly members: string;
}

export function membersAround(text: string, frame: Frame, floor: number): ObjectRecord | undefined {
  if (frame.layout.kind !== 'coded' && !(frame.layout.kind === 'lines' && frame.layout.escapes === 'string'))
    return undefined;
  const own = ownMember(text, frame, floor);
  if (own === undefined) return undefined;
  const { head, members, indents } = membersAbove(text, own, floor);
  const behind = frame.layout.kind === 'lines' ? frame.end : physicalLineAt(text, frame.end).next;
  return { head, members: [...members, ...membersBehind(text, behind, indents)].join('') };
}

/** How deep the member stands that is the message, and where its line starts. */
function ownMember(text: string, frame: Frame, floor: number): { indent: string; lineStart: number } | undefined {
  const lineStart = lineStartBefore(text, frame.start, floor);
  const own = withoutColours(text.slice(lineStart, Math.min(frame.start, lineStart + 160)));
  const isBytes = frame.layout.kind === 'coded' && frame.layout.rows !== undefined;
  const indent = (isBytes ? LIST_MEMBER : MEMBER).exec(own)?.[1];
  if (indent !== undefined) return { indent, lineStart };
  if (!IN_LIST.test(own) || lineStart <= floor) return undefined;
  // One of the strings of a list that is a member.
  const previous = lineStartBefore(text, lineStart - 1, floor);
  const list = LIST_MEMBER.exec(text.slice(previous, Math.min(lineStart - 1, previous + 160)))?.[1];
  return list === undefined ? undefined : { indent: list, lineStart: previous };
}

/** The members above, the line in which the outermost object begins, and how deep those of each object stand, the innermost first. */
function membersAbove(text: string, { indent, lineStart }: { indent: string; lineStart: number }, floor: number) {
  const members: string[] = [];
  const indents = [indent];
  let head: string | undefined;
  for (let at = lineStart, i = 0; at > floor && i < LINES_BESIDE; i++) {
    const start = lineStartBefore(text, at - 1, floor);
    const line = text.slice(start, Math.min(at - 1, start + LONGEST_LINE));
    at = start;
    if (!line.startsWith(indents.at(-1)!)) {
      const outer = NAMED_OBJECT.exec(line)?.[1];
      if (outer === undefined) {
        if (BEHIND_BRACE.test(line)) members.unshift(line);
        else if (HEAD.test(line)) head = withoutColours(line);
        break;
      }
      indents.push(outer);
    }
    members.unshift(withoutColours(line.trim()));
  }
  return { head, members, indents };
}

function membersBehind(text: string, from: number, indents: readonly string[]): readonly string[] {
  const members: string[] = [];
  for (let at = from, level = 0, i = 0; at < text.length && i < LINES_BESIDE; i++) {
    const { start, end, next } = physicalLineAt(text, at);
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
    at = next;
    if (!line.startsWith(indents[level]!)) {
      const outer = indents[++level];
      if (outer === undefined || CLOSING.exec(line)?.[1] !== outer) break;
      continue;
    }
    members.push(withoutColours(line.trim()));
  }
  return members;
}
