import { TO_THE_LEFT, TO_THE_RIGHT } from '../arrows.ts';
import type { Direction } from './direction-fields.ts';

/** Arrows that say which way a message went where no address stands at their ends. */

/** What ends what stands before a start line: `[-->] INVITE`, `TRANSPORT - <-- SIP/2.0 200 OK`, `(i)[INVITE`. */
const ARROW_AT_END = new RegExp(
  `(?<![^\\s[(])(?:(?<out>${TO_THE_RIGHT}\\uFE0F?|[⬆↑]\\uFE0F?|(?<=\\()o(?=\\)))|(?<in>${TO_THE_LEFT}\\uFE0F?|[⬇↓]\\uFE0F?|(?<=\\()i(?=\\))))[\\])]?\\[?\\s*$`,
);

/** A clock and an arrow that nothing stands beside, but perhaps over what the message went: `;; 18:48:06.884 ->`. */
const STAMP =
  /^(?:[\W\d]|(?<![A-Za-z])(?:T(?=\d)|Z|UTC|GMT|[AP]M|SIP|sip|UDP|udp|TCP|tcp|TLS|tls|WSS?|wss?|SCTP|sctp|[A-Z][a-z]{2})(?![A-Za-z])|(?<=\d)T(?=\d))+$/;
/** A name and an arrow before the brace of the object that tells of the message: `ws <= {`. */
const NAME_BEFORE_BRACE = /^[A-Za-z][\w:./-]{0,32} .{1,8} [{[(]{1,2}\s*$/;
const STAMPED_ARROW = new RegExp(`(?<=^|[\\s\\])])(?:(?<out>${TO_THE_RIGHT})|(?<in>${TO_THE_LEFT}))(?=$|[\\s([{])`);
const ADDRESS = /\d\.\d{1,3}\.\d{1,3}\.\d|::|(?::\d{1,4}){4}/;
const CLOCKS = /\d:\d\d:\d\d/g;

/** An arrow that stands alone beside when something happened, or beside the name of what did it. */
export function arrowAlone(line: string): Direction | undefined {
  const arrow = STAMPED_ARROW.exec(line)?.groups;
  if (!arrow) return undefined;
  const isAlone =
    NAME_BEFORE_BRACE.test(line) || (line.match(CLOCKS)?.length === 1 && STAMP.test(line) && !ADDRESS.test(line));
  return isAlone ? (arrow['out'] === undefined ? 'in' : 'out') : undefined;
}

/** A single sign is one behind a tag alone: `[SIP]> INVITE`. */
const TAG_AT_END = /\[[A-Za-z]{2,8}\](?:(?<out>>)|(?<in><))\s*$/;

/** The name of a member, as PHP prints them: `    [payload] => `. */
const MEMBER_NAME = /^[ \t]+\[[\w ]{1,64}\] => $/;

/** What `head` and `tail` put before the lines of each file, perhaps without the signs that what carries the lines has. */
const NAME_OF_FILE = /^(?:==> .{1,256}|[^\s<>]{0,256}[./][^\s<>]{0,256}) <={1,2}\s*$/;

export function arrowBefore(own: string): Direction | undefined {
  if (MEMBER_NAME.test(own) || NAME_OF_FILE.test(own)) return undefined;
  const arrow = (ARROW_AT_END.exec(own) ?? TAG_AT_END.exec(own))?.groups;
  return arrow && (arrow['out'] === undefined ? 'in' : 'out');
}
