import { lineStartBefore } from '../shapes/physical-lines.ts';
import { isFilledIn, isQuote } from '../shapes/strings.ts';
import type { StartLine } from './start-line-at.ts';

/**
 * Lists of strings that a program declares, a line of a message in each: it will write that, and nobody has yet.
 * `const char *lines[] = {`, `String[] lines = {`, `const lines = [`, `my @lines = (`.
 */

/** Other messages may stand in the same list, above this one; what is longer is of no program. */
const MOST_LINES = 48;
const LONGEST_LINE = 160;

/** A patch or a mail may put a sign before every line. */
const ONLY_QUOTE = /^[+>-]?[ \t]*[bBuU]?["'`]$/;
/** A string, with what parts it from the next one, or what may stand among strings. */
const ITEM = /^[+>-]?[ \t]*(?:[bBuU]?["'`].*|NULL,?|null,?|nil,?|None,?|\}, ?\{|\},?|\{|\],?|\[|\/\/.*)?\s*$/;
const DECLARATION =
  /^[+>-]?[ \t]*(?:[\w:<>*&,. ]{0,80}\w[ *]{1,3}\w{1,64}(?:\[\w{0,16}\]){1,3}|\w[\w<>:.]{0,60}(?:\[\]){1,2} \w{1,64}|(?:(?:export|public|private|protected|internal|static|final|readonly) ){0,4}(?:const|let|var|val|auto|static|final|my|our|local)\s[^"'`=]{1,100})\s?=\s?(?:new [\w[\]]{1,40} ?|(?:\[\w{0,8}\]|Array|list|arrayOf|listOf)\w{0,16} ?)?[[{(]{1,2}\s*$/;

/** Behind the version, or the code and a phrase: no message holds a quote there. */
const REST_IN_STRING = /^[^"'\n]{0,64}["'].{0,16}/;
const LONGEST_REST = 96;

/** Whether a program puts values into the string of a start line: `"OPTIONS sip:%s SIP/2.0" % host`, `f"OPTIONS sip:{host} SIP/2.0"`. */
function isWritten(text: string, start: number, end: number): boolean {
  if (/^f["']$/i.test(text.slice(Math.max(0, start - 2), start)) && text.slice(start, end).includes('{')) return true;
  const rest = REST_IN_STRING.exec(text.slice(end, end + LONGEST_REST));
  return rest !== null && isFilledIn(rest[0]);
}

/** Whether a start line begins a string of such a list, or one that a program fills in. */
export function isDeclared(text: string, { start, end }: StartLine): boolean {
  if (!isQuote(text, start - 1)) return false;
  if (isWritten(text, start, end)) return true;
  let at = lineStartBefore(text, start, Math.max(0, start - LONGEST_LINE));
  if (!ONLY_QUOTE.test(text.slice(at, start))) return false;
  for (let i = 0; i < MOST_LINES && at > 0; i++) {
    const above = lineStartBefore(text, at - 1, Math.max(0, at - 1 - LONGEST_LINE));
    const line = text.slice(above, at - 1);
    if (DECLARATION.test(line)) return true;
    if (!ITEM.test(line)) return false;
    at = above;
  }
  return false;
}
