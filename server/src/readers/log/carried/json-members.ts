import { ownCopy } from '../../../sip/own-copy.ts';
import { lineStartBefore, type PhysicalLine, physicalLineAt } from '../shapes/physical-lines.ts';
import { prefixEnd } from '../shapes/prefixes.ts';
import type { JsonMember } from './carrier.ts';
import type { Content } from './content.ts';
import { openingQuote, stringFrom } from './strings.ts';

/** Objects on one line each, one of whose members is a line of the text, or holds many: as containers and log shippers write. */

/** What may stand before an object: the pane of a tool, a time. */
const LONGEST_PREFIX = 160;
const LONGEST_HEAD = 8192;
/** With the name of the member around it, where it is the first one there: `"lines":{"text":"`. */
const NAME = /"((?:[^"\\]{1,64}"\s*:\s*\{\s*")?[^"\\]{1,64})"\s*:\s*$/;
const LONGEST_NAME = 160;

/** The member whose value holds an offset. */
export function jsonMemberAt(text: string, at: number): JsonMember | undefined {
  const open = openingQuote(text, at);
  const name = open === undefined ? undefined : NAME.exec(text.slice(Math.max(0, open - LONGEST_NAME), open))?.[1];
  if (open === undefined || name === undefined) return undefined;
  return { kind: 'json-member', name: ownCopy(name), prefix: prefixOf(text, open) };
}

/** What stands before the object that a string is in. */
function prefixOf(text: string, open: number): string | undefined {
  const floor = Math.max(0, open - LONGEST_HEAD);
  const lineStart = lineStartBefore(text, open, floor);
  if (lineStart > 0 && text[lineStart - 1] !== '\n') return undefined;
  const brace = text.slice(lineStart, Math.min(open, lineStart + LONGEST_PREFIX)).search(/\{\s*"/);
  const prefix = brace < 0 ? undefined : ownCopy(text.slice(lineStart, lineStart + brace));
  return prefix === undefined || /["'=]/.test(prefix) ? undefined : prefix;
}

/** What the string says that holds an offset. */
export function contentOfJsonString(text: string, at: number, limit: number): Content | undefined {
  const open = openingQuote(text, at);
  if (open === undefined) return undefined;
  const line = physicalLineAt(text.slice(at, limit), 0);
  const { content } = stringFrom(text, open + 1, at + line.end, '"', at);
  return { ...content, next: at + line.next };
}

/** The value of the member on a line. */
export function contentOfJsonMember(
  text: string,
  line: PhysicalLine,
  { name, prefix }: JsonMember,
  limit: number,
): Content | undefined {
  const brace = prefix === undefined ? undefined : prefixEnd(text, line.start, line.end, prefix);
  if (brace === undefined || text[brace] !== '{') return undefined;
  const head = text.slice(brace, Math.min(line.end, brace + LONGEST_HEAD));
  const quoted = `"${name}"`;
  for (let at = head.indexOf(quoted); at >= 0; at = head.indexOf(quoted, at + 1)) {
    const opening = /^\s*:\s*"/.exec(head.slice(at + quoted.length, at + quoted.length + 8))?.[0];
    if (opening === undefined) continue;
    const start = brace + at + quoted.length + opening.length;
    const { content } = stringFrom(text, start, Math.min(line.end, limit), '"');
    return { ...content, next: line.next };
  }
  return undefined;
}
