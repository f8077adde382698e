import type { Frame } from '../../frame.ts';
import { withoutSuffixes } from '../../lines/suffixes.ts';
import { withoutStyles } from '../../shapes/colours.ts';
import { beginsStamp, isBlankRange, isLogLine, lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { prefixEnd } from '../../shapes/prefixes.ts';
import { lineInStringEnd } from '../../shapes/strings.ts';
import { digitBlind } from '../digit-blind.ts';
import { saysDirection } from '../direction/direction.ts';
import { firstTimeIn } from '../time/times.ts';
import { isOfOther } from './containers.ts';
import { isField } from './field-lines.ts';
import { packetLineAbove } from './packet-bytes.ts';
import { isSecondLine } from './records-above.ts';
import { hasClock, tellsAll } from './telling.ts';

/** How many lines above a message may tell of it. */
const LINES_ABOVE = 3;

/** A line that tells of the message below it: an address, a direction, a time. */
const TELLS =
  /->|<-|[→←⇒⇐⟶⟵⟹⟸➔➜➝➞➡⬅⬆⬇↑↓⮕►◄]|[─━═]>|<[─━═]| > |<<|>>|\d:\d\d:\d\d|\d{8}[-T ]\d{6}|\b\d{10}s?\.\d{4}|\d\.\d+\.\d+\.\d|, Src Port: |\b(?:receiv\w*|sent|sending|transmit\w*|retransmit\w*|recv|send|read|RX|TX|incoming|outgoing|inbound|outbound|from|to|UDP|TCP|TLS|WSS?|SCTP)\b/i;
/** What parts a message from the line that tells of it, a kind a row. */
const BETWEEN = new RegExp(
  [
    // Dashes and frames.
    /^[\s|]*[├┣╠╞╟┌╔└╚╭╰]?[-=~_*#+─━═]{4,}[┤┫╣╡╢┐╗┘╝╮╯]?[\s|]*$/,
    // How long ago the line before it was: `+2ms`.
    /^\s*\+\d{1,6}m?s\s*$/,
    // The bytes of a packet's headers as a dump shows them; an address 10.x.x.x breaks their line.
    /^E?\.{2}|\.{3,}|^(?=\S{1,12}\s*$)\S*\./,
    // Words between dashes: `-- begin --`.
    /^\s*-{2,}[\w /-]{0,40}-{2,}\s*$/,
    // A word between signs: `_SIP_MSG_`.
    /^\s*[_=*~]{1,8}[A-Za-z][\w-]{1,40}[_=*~]{1,8}\s*$/,
    // Which rule made a program log: `rule[name]`.
    /^\s*(?:[A-Za-z][\w.-]{0,40})?\[[^\]]{0,80}\]\s*$/,
    // A word that leads to the message, perhaps behind a tag: `Message:`, `[SIP] Message:`.
    /^\s*(?:\[[\w .-]{1,24}\] ?)?[A-Za-z][\w .()-]{0,30}[:=]\s*$/,
    // How long the packet is, and its head: `Length: 412 bytes`.
    /^(?:(?:[A-Z][a-z]+ )?(?:[Ll]en|[Ll]ength|[Ss]ize): \d{1,6}(?: bytes)?(?: [<>=]{1,2} |\s*$)){1,2}$/,
    // A field of a report of Erlang's: `** Function: …`.
    /^\*\* [A-Z][a-z]+(?: [a-z]+)?(?::| =) /,
    // The layer of SIP, of which a page shows no other.
    /^Session Initiation Protocol \(/,
    // A field in braces: `{connection: unavailable}`.
    /^\s*\{[A-Za-z][\w .-]{0,24}: [A-Za-z][\w .-]{0,32}\}\s*$/,
    // Where a program logs, broken off its time: `//-1/xxxx/SIP/Msg/ccsipDisplayMsg:`.
    /^\s*\/\/[\w/-]{1,80}:\s*$/,
    // Where it logs, above what it says: `dbug: Edge.Worker[0]`.
    /^(?:trce|dbug|info|warn|fail|crit): [\w.`+<>]{1,120}\[\d+\]\s*$/,
    // A sign alone.
    /^\s*[^\w\s]{1,3}\s*$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/**
 * What opens a block of text as it is: in Markdown, in tickets, in pages, in forums (`Code: Select all`), or what a
 * page opens (`▼ Details`).
 */
const FENCE =
  /^(?:code|kod|código|codice|код|コード|代码|代碼)\s?:\s?\p{L}{2,16}(?: \p{L}{2,16}){0,2}\s*$|^\s*[▼▾⏷▽] ?\p{L}{2,24}\s*$|^\s*(?:(?:`{3,8}|~{3,8})\s*[\w-]{0,16}|\{(?:noformat|code|panel|quote)[^{}]{0,80}\}|(?:<(?:pre|code|samp)[^<>]{0,80}>){1,2})\s*$/iu;

/** What ngrep and baresip put above the line that tells of a packet, perhaps in colours. */
const BEGINS_PACKET = /^(?:\u001b\[[\d;]*m)*#+\s*$/;

/** What somebody typed at a prompt to see the message: `$ od -t x1z packet.bin`, `root@edge:~# xxd packet.bin`. */
const COMMAND =
  /^(?:[\w.-]{1,32}@[\w.-]{1,64}[:\w.~/ -]{0,64}[$#%>] ?|[$%] |PS [^>]{1,64}> ?|[A-Z]:\\[^>]{0,64}> ?)(?:sudo )?[A-Za-z][\w.-]{1,24}(?: |\s*$)/;

/** How a line ends that is only a prefix, or a prefix and dashes: its last four characters tell. */
const SAYS_NOTHING = /(?:\]|::|\||(?<!-)>|[-=~_*+]{4})$/;

/** A sentence of somebody who shows the message, not of the program that wrote it; a colon at its end leads to it. */
const REMARK_OF_OTHERS = /(?: [a-z]+[,;]?){3}.{0,200}[.!?]\s*$|(?:^|[\s'])(?:we|our|you|your|they)[' ].*[^:\s]\s*$/i;
/** The same where somebody says `I`, which is a level as well: `I SipStack: received`. */
const REMARK_OF_ONE = /(?:^|[\s'])[iI](?:'(?:m|ve|d|ll))? [a-z]{2,}(?:'t)? \w.*[^:\s]\s*$/;
/** Seconds since 1970 where a line begins, or where tcpdump's next packet does behind bytes that end no line. */
const EPOCH = /^\W?\d{10}(?:[.,]\d|\W)|\d{10}\.\d{6} IP6? \S{1,64} > /;

const OUTCOME = /^\s*(?:OK|[a-z]{3,16}ing)\s*$/;

/** What somebody wrote above a message into a trace of a tool: `#The phone answers.` A heading of Markdown has a blank. */
const COMMENT = /^\s*(?:#|\/\/ ?)(?=[A-Z][a-z]* )/;

/** An object that ends above a message is another one. */
const CLOSES = /^\s*\}[)\]]{0,2}[,;]?\s*$/;

/** Whether a line tells of the message below it, or may stand between such a line and the message. */
const partOf = digitBlind((line): 'tells' | 'between' | undefined => {
  if (COMMENT.test(line)) return 'between';
  if (isRemark(line) || CLOSES.test(line)) return undefined;
  if (EPOCH.test(line)) return 'tells';
  if ((TELLS.test(line) && !/^E?\.{2}/.test(line)) || saysDirection(line)) return 'tells';
  return BETWEEN.test(line) || FENCE.test(line) || COMMAND.test(line) ? 'between' : undefined;
});

/** A sentence that ends on the line and another one that begins on it, no number in either: a paragraph goes on. */
const PARAGRAPH = /^(?=\D*$).{0,200}[a-z]{3}[.!?] [A-Z][a-z]*,?(?: [a-z]+,?){3}/;

const isRemark = digitBlind(
  (line): boolean =>
    (REMARK_OF_OTHERS.test(line) || REMARK_OF_ONE.test(line) || PARAGRAPH.test(line)) && !beginsLogLine(line),
);

/**
 * Dashes are dashes behind a prefix, too, and behind `> ` a mail quotes lines of any kind. A remark may end as the
 * message's lines do: with the dot that is put for a carriage return.
 */
function partBehindPrefix(line: string, content: string): 'tells' | 'between' | undefined {
  if (content.length === line.trimEnd().length) return partOf(line);
  const part = partOf(content);
  return part === 'between' ? part : isRemark(line) ? undefined : (partOf(line) ?? part);
}

/** Whether a line only stands between others by what it says behind the message's prefix, whatever its own prefix and suffix say. */
export function isOnlyBetween(line: string, frame: Frame): boolean {
  const content = contentOf(line, frame);
  return content.length < line.trimEnd().length && (partOf(content) === 'between' || isOutcome(content));
}

/** Whether a line says what came of the one above it, and nothing of a message. */
const isOutcome = (content: string): boolean => OUTCOME.test(content) && partOf(content) === undefined;

/** Whether a record begins with a line, so that what stands above it belongs to something else. */
export const beginsRecord = digitBlind((line) => beginsLogLine(line) && !SAYS_NOTHING.test(line.trimEnd().slice(-4)));

/** Whether a line has a clock, or begins with seconds since 1970 or as lines of logs do. */
export const beginsLogLine = (line: string): boolean =>
  hasClock(line) || EPOCH.test(line) || isLogLine(line, 0, line.length);

/** Behind the prefix that the lines of the message have as well, which may stand deeper than the others: `app-1 | {`. */
export function contentStart(line: string, { layout }: Frame): number {
  if (layout.kind !== 'lines' || layout.prefix === '') return 0;
  const { prefix } = layout;
  return prefixEnd(line, 0, line.length, prefix) ?? prefixEnd(line, 0, line.length, prefix.trimEnd()) ?? 0;
}

/** What a line says behind that prefix: where every line stands in a string of its own, what the string says. */
export function contentOf(line: string, frame: Frame): string {
  const start = contentStart(line, frame);
  if (frame.layout.kind !== 'lines') return line.slice(start);
  if (frame.layout.escapes !== 'string' || start === 0) {
    const end = Math.max(start, line.trimEnd().length);
    return line.slice(start, withoutSuffixes(line, start, end, frame.layout.suffixes));
  }
  const end = lineInStringEnd(line, start, line.length);
  return line.slice(start, withoutSuffixes(line, start, end, frame.layout.suffixes));
}

/** A clock to the microsecond at the beginning of a line: two lines that have the same one are of one record. */
const FINE_TIME = /^\W?(?:[A-Z][a-z]{2} [\d ]\d |[\d/-]{0,10}[T ]?)\d\d:\d\d:\d\d[.,]\d{6}/;

/** A heading that says which way the packet below it went, and counts it: `RECEIVED: Packet 5, +0:00:01`. */
const NUMBERED_HEADING =
  /^(?:sending|sent|receiv(?:ed|ing)|transmitt(?:ed|ing)): (?:sip )?(?:packet|message|frame|datagram) #?\d{1,9}\b/i;

/** A heading of nothing but which way the message below it went and who the other side is: `[SENT] 192.0.2.1:5060`. */
const PEER_HEADING =
  /^\W{0,3}[A-Za-z]{2,12}\W{1,4}(?:(?:to|from) )?(?:(?:udp|tcp|tls|wss?|sctp)[:/ ])?[\w.:[\]-]{4,64}(?: \d{4,5})?\s*$/i;
const isPeerHeading = (line: string): boolean => PEER_HEADING.test(line) && !hasClock(line) && tellsAll(line);

/** A heading between dashes that says which way the message below it went: `===== RECEIVED PACKET =====`. */
const FRAMED_HEADING = /^([-=*#~_+])\1+ ?[A-Za-z][A-Za-z ]{1,32}[A-Za-z] ?\1{2,}\s*$/;
const isFramedHeading = (line: string): boolean => FRAMED_HEADING.test(line) && saysDirection(line);

/**
 * Whether a line says nothing but when, and perhaps which way an arrow leads: `Logged 11/22/2026 18:48:06.884`,
 * `Real time: 11/22/2026 18:48:06`, `;; 18:48:06.884 ->`.
 */
export function saysOnlyWhen(line: string): boolean {
  const time = firstTimeIn(line);
  return (
    time !== undefined &&
    /^\W*(?:[A-Za-z]{2,12}\W{1,3}){0,2}$/.test(line.slice(0, time.start) + line.slice(time.end).trim())
  );
}

/** A field for when something was: `Real time: 11/22/2026 18:48:06`. */
const NAMED_VALUE = /^\s*\p{L}[\p{L} _-]{1,40}[:=]/u;

/** Whether the line above one that begins a record begins the same record. */
export function sameRecord(line: string, above: string | undefined): boolean {
  if (above === undefined) return false;
  const time = FINE_TIME.exec(line)?.[0];
  return (
    (time !== undefined && above.startsWith(time)) ||
    NUMBERED_HEADING.test(above) ||
    ((isPeerHeading(above) || isFramedHeading(above)) && saysOnlyWhen(line)) ||
    (NAMED_VALUE.test(line) && isField(above) && !hasClock(above) && saysOnlyWhen(line)) ||
    (isSecondLine(line, above) && !hasClock(line))
  );
}

/** Whether a line is indented behind the clock of a collector, below one with a clock of the program's own there. */
export function isIndentedBelow(line: string, above: string | undefined, frame: Frame): boolean {
  if (above === undefined || contentStart(line, frame) === 0) return false;
  return (
    /^\s{2}/.test(contentOf(line, frame)) &&
    hasClock(line) &&
    /^\W?\d/.test(contentOf(above, frame)) &&
    hasClock(contentOf(above, frame))
  );
}

/**
 * Where whole lines begin behind a message: what stands behind it on its own line is of its own record, unless another
 * one begins there, for the body had no line break at its end.
 */
export function wholeLines(text: string, floor: number): number {
  return floor === 0 || text[floor - 1] === '\n' || beginsStamp(text, floor) ? floor : physicalLineAt(text, floor).next;
}

/**
 * A heading in Markdown or in the markup of tickets leads to what stands below it, whatever it is set apart with:
 * `### 2. Received`, `h4. Received`; so does what was done with something, before a colon: `transport.dart:54 ::: send: `.
 */
const isHeading = (line: string | undefined): boolean =>
  line !== undefined && (/^(?:#{1,6}|h[1-6]\.) \S/.test(line) || (/:\s*$/.test(line) && saysDirection(line)));

const lineAbove = (text: string, start: number, floor: number): string | undefined =>
  start > floor ? text.slice(lineStartBefore(text, start - 1, floor), start) : undefined;

/** The line above; where every line break is doubled, the one above the empty one. */
function writtenAbove(text: string, start: number, floor: number, { layout }: Frame): string | undefined {
  const above = lineAbove(text, start, floor);
  const isDoubled = layout.kind === 'lines' && layout.doubled && above?.trim() === '';
  return isDoubled ? lineAbove(text, start - above.length, floor) : above;
}

/** A line that goes on in the next one ends with a backslash, as `sed -n l` prints long ones; at most so many times. */
const WRAPS = 4;

/** Where the line above an offset starts, which is the start of a line. */
function wrappedLineStart(text: string, at: number, floor: number): number {
  let start = lineStartBefore(text, at - 1, floor);
  for (let i = 0; i < WRAPS && start - 2 > floor && text[start - 2] === '\\' && text[start - 3] !== '\\'; i++)
    start = lineStartBefore(text, start - 1, floor);
  return start;
}

/** Lines in one that were broken behind a backslash. */
export const withoutWraps = (lines: string): string =>
  lines.includes('\\\n') ? lines.replace(/(?<!\\)\\\n/g, '') : lines;

/**
 * Where the lines start that tell of a message: its own line, or up to three lines above it, not before `floor`,
 * where the message before it ends. Dashes and one empty line may stand between. An offset in the document, at the
 * start of a line.
 */
export function outerStart(text: string, frame: Frame, end: number): number {
  const packet = packetLineAbove(text, frame.start, end);
  if (packet !== undefined) return packet;
  let outer = lineStartBefore(text, frame.start, end);
  const floor = Math.min(outer, wholeLines(text, end));
  let at = outer;
  let telling = 0;
  let blank = false;
  for (let i = 0; i <= LINES_ABOVE + 1 && telling < LINES_ABOVE && at > floor; i++) {
    const start = wrappedLineStart(text, at, floor);
    const line = withoutStyles(withoutWraps(text.slice(start, Math.min(at - 1, start + 400))));
    at = start;
    if (isOfOther(line, frame)) continue;
    const isBlank = isBlankRange(line, 0, line.length);
    const content = contentOf(line, frame);
    if (isBlank || isBlankRange(content, 0, content.length)) {
      // Behind a prefix, lines of other programs stand between.
      if ((blank && !isHeading(lineAbove(text, start, floor))) || (telling > 0 && !isBlank)) break;
      // Where every line break is doubled an empty line parts nothing.
      blank = !(frame.layout.kind === 'lines' && frame.layout.doubled);
      continue;
    }
    // What came of it, above an empty line: `OK`, `authorizing`.
    if (blank && isOutcome(content)) continue;
    const part = partBehindPrefix(line, content);
    if (part === undefined) break;
    if (part === 'between') {
      // Where a line within a fence tells, what stands above the fence is somebody's remark.
      if (telling > 0 && (FENCE.test(content) || BEGINS_PACKET.test(content))) break;
      // `Message:` may stand between two empty lines.
      blank &&= !content.trimEnd().endsWith(':');
      continue;
    }
    outer = start;
    telling++;
    const next = writtenAbove(text, start, floor, frame);
    if (beginsRecord(line) && !sameRecord(line, next) && !isIndentedBelow(line, next, frame)) break;
  }
  return outer;
}
