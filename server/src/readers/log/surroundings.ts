import { valueOf } from '../../sip/fields.ts';
import type { Gist } from '../../sip/message.ts';
import { byteListAround } from './byte-lists.ts';
import { isOffset } from './code-rows.ts';
import { digitBlind } from './digit-blind.ts';
import { firstDirection, saysDirection } from './direction.ts';
import { dumpStart } from './dumps.ts';
import { elementsAround } from './element-records.ts';
import {
  beginsRecord,
  contentOf,
  contentStart,
  outerStart,
  sameRecord,
  wholeLines,
  withoutWraps,
} from './envelope-lines.ts';
import type { Frame } from './frame.ts';
import { framedHead } from './framed-records.ts';
import { indentedRecord } from './indented-records.ts';
import {
  isLogLine,
  isSeparatorLine,
  lineStartBefore,
  physicalLineAt,
  prefixEnd,
  stringEnd,
  withoutColours,
} from './line-shapes.ts';
import { membersAround } from './member-records.ts';
import { numberedAround } from './numbered-records.ts';
import { namesPeers, peersIn } from './peers.ts';

/** The text around a message that may tell of it. */
export interface Surroundings {
  /** What stands before the message on its own line, then the lines above it that belong to its record, the nearest first. */
  readonly around: readonly string[];
  /** Lines of other records right above that name the message's call. */
  readonly asides: readonly string[];
  /** The fields of its record: `srcip: 192.0.2.1` above it, and what stands behind it. */
  readonly record: string;
}

/** What stands behind a message on its last line, or in the fields of its record. */
const LONGEST_REMAINDER = 512;
/** Records that give each fact a line of its own have at most so many. */
const RECORD_LINES = 16;
const LONGEST_PHRASE = 160;

/** `floor` is where the message before it ends. */
export function surroundingsOf(text: string, frame: Frame, floor: number, message: Gist): Surroundings {
  const lineStart = lineStartBefore(text, frame.start, floor);
  const own = ownText(text, frame, floor);
  const { layout } = frame;
  if (layout.kind === 'lines' && layout.escapes === 'string') {
    // What stands behind the string on the first line is of the same record.
    const { end } = physicalLineAt(text, frame.start);
    const close = stringEnd(text, frame.start, end, own.at(-1) ?? '"') ?? end;
    const above = isOnlyPrefix(own, layout.prefix) ? linesAbove(text, frame, floor, lineStart) : [];
    const { head, members = '' } = membersAround(text, frame, floor) ?? {};
    const around = [own, text.slice(close, end), ...withHead(above, head).map(withoutEscapes)];
    return { around, asides: [], record: members };
  }
  if (layout.kind === 'coded' && layout.code === 'tshark')
    return { around: [], asides: [], record: packetAround(text, frame, floor) };
  const list = byteListAround(text, frame, floor);
  if (list) {
    // The list begins with what a program says of the message.
    const whole = { ...frame, start: list.start };
    const { around, asides, record } = inRecord(text, whole, floor, message, ownText(text, whole, floor));
    return { around: [...list.linesBefore, ...around], asides, record };
  }
  if (layout.kind === 'coded' && layout.rows && isOffset(layout.rows.before)) {
    const start = dumpStart(text, frame.start, layout.rows, floor);
    // Rows before it that are of another message tell nothing.
    if (start === floor && floor > 0) return { around: [], asides: [], record: '' };
    return { around: linesAbove(text, { ...frame, start }, floor, start), asides: [], record: '' };
  }
  return inRecord(text, frame, floor, message, own);
}

/** What stands before a message on its line. */
function ownText(text: string, frame: Frame, floor: number): string {
  const start = Math.max(lineStartBefore(text, frame.start, floor), frame.start - 2048);
  return withTabs(withoutColours(withoutEscapes(text.slice(start, frame.start - quotationOf(text, frame)))));
}

/** The text around a message that stands in a record as it is, or as a string or a list of it. */
function inRecord(text: string, frame: Frame, floor: number, message: Gist, own: string): Surroundings {
  const lineStart = lineStartBefore(text, frame.start, floor);
  const object = membersAround(text, frame, floor);
  const above = withHead(linesAbove(text, frame, floor, lineStart), object?.head);
  const record = withTabs(
    withoutMarks(
      object?.members ??
        numberedAround(text, frame, floor) ??
        elementsAround(text, frame, floor) ??
        (above.length === 0 ? indentedRecord(text, lineStart, floor) : undefined) ??
        withLine(recordAround(text, frame, floor), framedHead(text, frame, floor)),
    ),
  );
  if (!isOwnRecord(own, frame) || isEchoOf(own, above[0]) || isSecondLine(own, above[0]))
    return { around: [own, ...above], asides: phrasesBehind(text, frame), record };
  const callId = valueOf(message, 'Call-ID');
  const asides = above
    .slice(0, 1)
    .filter((line) => !line.includes('SIP/2.0'))
    .filter((line) => (callId !== undefined && line.includes(callId)) || announces(line, own) || showsWhat(own, line));
  return { around: [own], asides: [...asides, ...phrasesBehind(text, frame)], record };
}

/** How long the marks of a quotation around a message are, `<<INVITE … >>`, in Erlang `<<"INVITE … ">>`: they are no arrows. */
function quotationOf(text: string, { start, end }: Frame): number {
  const last = text[start - 1];
  if (last === '"') return text.startsWith('<<', start - 3) && text.startsWith('">>', end) ? 3 : 0;
  return last === '<' && text.startsWith('<', start - 2) && text.startsWith('>>', end) ? 2 : 0;
}

const withLine = (record: string, line: string | undefined): string =>
  line === undefined ? record : `${record}\n${line}`;

/** The line in which a message's object begins tells of it, however many members stand between. */
const withHead = (above: readonly string[], head: string | undefined): readonly string[] =>
  head === undefined || above.includes(head) ? above : [...above, head];

/** What a program says behind a message on one line: `sent to 192.0.2.1:5060`, not the fields of an object. */
function phrasesBehind(text: string, frame: Frame): readonly string[] {
  if (frame.layout.kind !== 'coded') return [];
  const behind = remainder(text, frame.end + quotationOf(text, frame), physicalLineAt(text, frame.end).end);
  return behind.trim() === '' || behind.length > LONGEST_PHRASE || /["']\s*[:,}]|\w=|=>/.test(behind) ? [] : [behind];
}

const LEVEL = /\b(?:SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST|DEBUG)\b/;

/** Whether a line begins with a level and the one above it has a time and none: Java's own logging writes records so. */
const isSecondLine = (own: string, above: string | undefined): boolean =>
  above !== undefined && /^[A-Z]{4,7}: /.test(own) && LEVEL.test(own) && hasClock(above) && !LEVEL.test(above);

/** Whether words before the start line only say once more which way the record goes that the line above begins: `TX `. */
const isEchoOf = (own: string, above: string | undefined): boolean =>
  above !== undefined &&
  !hasClock(own) &&
  !isLogLine(own, 0, own.length) &&
  !hasPeers(own) &&
  hasClock(above) &&
  firstDirection([own]) === firstDirection([above]);

/** A record that speaks of SIP, or that leads to the next one. */
const SPEAKS_OF_SIP = /(?<![A-Za-z])sip(?![a-z])|[:>{]\s*$/i;

/** Programs have to do with others than those they speak SIP with. */
const OTHER_SERVICE =
  /(?<![a-z])(?:keep-?alive|ping|pong|heartbeat|icmp6?|stun|rtc?p|srtp|https?|dns|ldap|radius|mysql|mariadb|postgres(?:ql)?|redis|mongodb|kafka|amqp|mqtt|smtp|ntp|database)(?![a-z])/i;

/** What becomes of a connection, a user or a host is no message. */
const STATE =
  /\b(?:refused|blocked|banned|authenticated|timed out|unreachable|reachable|dead|alive|disconnected|closed|connected|accepted|replying to|added|removed|verified|resolved|mapped|selected)\b/i;

/** Whether a line speaks of something else than a message, so that only its time counts. */
export const tellsOfOthers = digitBlind(
  (line) =>
    /\bHTTP\/\d/.test(line) ||
    (OTHER_SERVICE.test(line) && !SPEAKS_OF_SIP.test(line)) ||
    (STATE.test(line) && !saysDirection(line)),
);

/** Whether a record right above, of the same second and kind, names the peers of the message, which names none. */
function announces(line: string, own: string): boolean {
  if (!SPEAKS_OF_SIP.test(line)) return false;
  const head = /^.{0,120}?\d:\d\d:\d\d/.exec(own)?.[0];
  if (head === undefined || !line.includes(head.slice(-7))) return false;
  if (prefixEnd(line, 0, line.length, head) === undefined || hasPeers(own)) return false;
  const { source, destination, remote } = peersIn(line);
  return source !== undefined && destination !== undefined
    ? true
    : saysDirection(line) && (source ?? destination ?? remote) !== undefined;
}

/** A record that only names what it shows: `DEBUG:scan:packet: '`. */
const SHOWN = /^(.{3,120}[:\]|] ?)([A-Za-z]{3,16})[:=] ?[bu]?["']?$/;

/** Whether the record right above, with a head of the same shape, tells what is done with that: `sending packet to …`. */
function showsWhat(own: string, line: string): boolean {
  const [, head = '', name = ''] = SHOWN.exec(own) ?? [];
  if (name === '' || prefixEnd(line, 0, line.length, head) === undefined) return false;
  const said = line.slice(head.length);
  return (
    said
      .toLowerCase()
      .split(/[^a-z]+/)
      .includes(name.toLowerCase()) && tellsAll(said)
  );
}

/** Whether nothing stands before a message but what stands before its other lines. */
const isOnlyPrefix = (own: string, prefix: string): boolean => prefixEnd(own, 0, own.length, prefix) === own.length;

/** The cells of an HTML table, or of one that is drawn, as those of any other one. */
function withTabs(text: string): string {
  const cells = text.includes('</') ? text.replace(/<\/t[dh]>\s{0,8}<t[dh][^<>]{0,80}>/gi, '\t') : text;
  return DRAWN_BARS.some((bar) => cells.includes(bar)) ? cells.replace(/[│┃║]/g, '|') : cells;
}
const DRAWN_BARS = ['│', '┃', '║'];

/** Without colours, and without what makes words bold in Markdown and its kind: `*Direction:* inbound`. */
const withoutMarks = (record: string): string =>
  withoutColours(record.includes('*') ? record.replace(/\*{1,2}(?=[\w:])|(?<=[\w:])\*{1,2}/g, '') : record);

/** Arrows and brackets as JSON and HTML may spell them: `\\u003c-`, `&lt;-`. */
const withoutEscapes = (line: string): string =>
  !/[\\&]/.test(line)
    ? line
    : line.replace(/\\{1,3}u003([ce])|&([lg])t;/gi, (_, digit: string | undefined, letter: string | undefined) =>
        /[cl]/i.test(digit ?? letter ?? '') ? '<' : '>',
      );

/** The layers of a packet above SIP. */
const LARGEST_PACKET = 65_536;

function packetAround(text: string, frame: Frame, floor: number): string {
  const before = text.slice(Math.max(floor, frame.start - LARGEST_PACKET), frame.start);
  return before.slice(Math.max(0, before.lastIndexOf('"layers"'), before.lastIndexOf('<packet>')));
}

/** Whether the message stands in a record that begins on its own line, so that the line above is another one. */
export function isOwnRecord(own: string, { layout }: Frame): boolean {
  if (own.trim() === '' || (layout.kind === 'lines' && layout.prefix !== '')) return false;
  if (layout.kind === 'lines' && layout.quoted) return true;
  if (layout.kind === 'coded' && /^\s*(?:[{<"\d]|\(.)/.test(own)) return true;
  return (
    hasClock(own) || isLogLine(own, 0, own.length) || (layout.kind === 'lines' && (saysDirection(own) || hasPeers(own)))
  );
}

/** The lines that tell of the message, the nearest first, as far as the one that begins its record. */
function linesAbove(text: string, frame: Frame, floor: number, lineStart: number): readonly string[] {
  const start = outerStart(text, frame, floor);
  const above = withoutWraps(text.slice(Math.max(start, lineStart - 4096), lineStart))
    .split('\n')
    .filter((line) => contentOf(line, frame).trim() !== '' && !isOverwritten(line))
    .map((line) => asShown(line, frame))
    .reverse();
  const first = above.findIndex((line, i) => beginsRecord(line) && !sameRecord(line, above[i + 1]));
  if (first <= 0) return first < 0 ? above : above.slice(0, 1);
  // Another record, where a line below it has told everything and it is a sentence that does not speak of SIP.
  const head = above[first] ?? '';
  const isOther = SENTENCE.test(head) && !SPEAKS_OF_SIP.test(head) && above.slice(0, first).some(tellsAll);
  return above.slice(0, isOther ? first : first + 1);
}

/** A line without its colours; where the message's own signs are spelt as entities, its are as well. */
const asShown = (line: string, { layout }: Frame): string =>
  withoutColours(layout.kind === 'lines' && layout.escapes === 'entities' ? withoutEscapes(line) : line);

const SENTENCE = /(?: [A-Za-z][a-z]+){3}/;
const tellsAll = (line: string): boolean => saysDirection(line) && hasPeers(line);

/** A line that a program wrote over and over in place shows its progress: the clock on it is a counter. */
const OVERWRITTEN = /\r+[^\r\n]+\r+[^\r\n]+\r+[^\r\n]/;
const isOverwritten = (line: string): boolean => line.includes('\r') && OVERWRITTEN.test(line);

const hasClock = (text: string): boolean => /\d:\d\d:\d\d/.test(text);

const hasPeers = (line: string): boolean => namesPeers(peersIn(line));

/** Fields of the same record: lines such as `srcip: 192.0.2.1` above, and what stands behind the message. */
function recordAround(text: string, frame: Frame, floor: number): string {
  let start = lineStartBefore(text, frame.start, floor);
  const top = wholeLines(text, floor);
  for (let i = 0; i < RECORD_LINES && start > top; i++) {
    const previous = lineStartBefore(text, start - 1, top);
    const whole = text.slice(previous, Math.min(start - 1, previous + 200));
    const line = whole.slice(contentStart(whole, frame));
    const field = isField(line);
    const separator =
      !field &&
      (isSeparatorLine(text, previous, start - 1) ||
        /^\s*(?:[^\w\s]{0,3}|\{(?:noformat|code)[^}]{0,40}\})\s*$/.test(line));
    // A record that begins with its time has no name for it.
    if (field || separator || (i > 0 && hasClock(line) && !isOverwritten(whole))) start = previous;
    if (!field && !(separator && i === 0)) break;
  }
  let end = physicalLineAt(text, frame.end).end;
  if (isQuotedValue(text, frame)) return `${text.slice(start, frame.start)}\n${remainder(text, frame.end, end)}`;
  if (frame.layout.kind !== 'lines' || text[frame.end - 1] !== '\n')
    return text.slice(start, frame.start) + remainder(text, frame.end, end);
  end = frame.end;
  const above = text.slice(start, frame.start);
  // A message that is the value of a field has the other fields behind it as well.
  const isValue = /^\s*[\w.-]+\s*: ?$/.test(text.slice(lineStartBefore(text, frame.start, floor), frame.start));
  for (let i = 0, at = frame.end; i < RECORD_LINES && at < text.length; i++) {
    const line = physicalLineAt(text, at);
    const shown = text.slice(line.start, Math.min(line.end, line.start + 64));
    const belongs = isFieldBehind(shown, frame) || (isValue && /^\s*[\w.-]+:(?:\s|$)/.test(shown));
    if (line.end > line.start && !belongs) break;
    // A field that the record has had already begins the next one.
    const name = /^\s*([\w.-]+)\s*:/.exec(shown)?.[1];
    if (name !== undefined && above.includes(name)) break;
    end = line.end;
    at = line.next;
  }
  return `${above}\n${remainder(text, frame.end, end)}`;
}

/** Whether a message is a value in quotes, so that the record goes on behind it: `message="INVITE …" level=debug`. */
function isQuotedValue(text: string, { start, end }: Frame): boolean {
  const quote = text[start - 1];
  return (quote === '"' || quote === "'") && text[end] === quote && /[=:] ?$/.test(text.slice(start - 3, start - 1));
}

/** Python's own logging begins a record so: `DEBUG:scan:`. */
const LEVEL_AND_NAME = /^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[\w.-]{1,64}:/;

/** `srcip: 192.0.2.1`, `Response Code = 0`; a name of several words holds no clock, for then a record begins with it. */
const isField = digitBlind(
  (line) =>
    (!LEVEL_AND_NAME.test(line) &&
      /^\s*(?:- |\[|\*{1,2})?["':]?[A-Za-z_][\w.-]*["']?\]?\s*[:=]>?(?: ?\S|\s*$)/.test(line)) ||
    (/^\s*[A-Za-z_][\w.-]*(?: [\w.-]+){1,4}\s*[:=] ?\S/.test(line) && !hasClock(line)),
);

/** A field behind the message: with `=`, or with a colon where it does not begin in the column of the header fields. */
function isFieldBehind(line: string, { layout }: Frame): boolean {
  if (/^\s*(?:["']?[\w.-]+["']?\s*=\s|",|["']?[|;\t][^|;\t]*[|;\t])/.test(line)) return true;
  if (layout.kind !== 'lines') return false;
  return layout.prefix === ''
    ? /^ {2,}[\w.-]+:(?:\s|$)/.test(line)
    : /^\s+$/.test(layout.prefix) && /^[\w.-]+:(?:\s|$)/.test(line);
}

/** What stands behind a message, as far as the next one. */
function remainder(text: string, start: number, end: number): string {
  const shown = text.slice(start, Math.min(end, start + LONGEST_REMAINDER));
  const next = shown.indexOf('SIP/2.0');
  return next < 0 ? shown : shown.slice(0, next);
}
