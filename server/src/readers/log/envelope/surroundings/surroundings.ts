import { valueOf } from '../../../../sip/fields.ts';
import type { Gist } from '../../../../sip/message.ts';
import { textOf } from '../../../../sip/span.ts';
import { isTsharkFrame } from '../../coded/tshark-fields.ts';
import type { Frame } from '../../frame.ts';
import { bytesBefore, cutPrintBefore } from '../../fuller-prints.ts';
import { lastPacketIn } from '../../packet-objects.ts';
import { withoutColours } from '../../shapes/colours.ts';
import { isLogLine, lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { prefixEnd } from '../../shapes/prefixes.ts';
import { quoteBefore, stringEnd } from '../../shapes/strings.ts';
import { saysDirection } from '../direction/direction.ts';
import { hasPeers } from '../peers/peers.ts';
import { remainder } from '../records/field-records.ts';
import { memberRecord } from '../records/member-records.ts';
import { linesUp } from '../records/near-lines.ts';
import { recordOf } from '../records/records.ts';
import { afterthoughtsOf } from './afterthoughts.ts';
import { byteListAround } from './byte-lists.ts';
import { dumpAround } from './dumps-around.ts';
import { outerStart, sameRecord, saysOnlyWhen, wholeLines } from './envelope-lines.ts';
import { linesAbove } from './lines-above.ts';
import { linesBelow, sentBelow } from './lines-below.ts';
import {
  announcedBeyond,
  announces,
  headOfField,
  isEchoOf,
  isSecondLine,
  leadsTo,
  peersOf,
  showsWhat,
} from './records-above.ts';
import {
  withMembersForAttributes,
  withOctalBreaks,
  withoutEmphasis,
  withoutEscapes,
  withTabs,
  withTabsForColons,
} from './shown-lines.ts';
import { hasClock } from './telling.ts';

/** The text around a message that may tell of it. */
export interface Surroundings {
  /** What stands before the message on its own line, then the lines above it that belong to its record, the nearest first. */
  readonly around: readonly string[];
  /** Lines of other records right above that name the message's call. */
  readonly asides: readonly string[];
  /** The fields of its record: `srcip: 192.0.2.1` above it, and what stands behind it. */
  readonly record: string;
}

const LONGEST_PHRASE = 160;

/** `floor` is where the message before it ends. */
export function surroundingsOf(text: string, frame: Frame, floor: number, message: Gist): Surroundings {
  const lineStart = lineStartBefore(text, frame.start, floor);
  const own = ownText(text, frame, floor);
  const { layout } = frame;
  if (layout.kind === 'lines' && layout.escapes === 'string') {
    // What stands behind the string on the first line is of the same record.
    const { end } = physicalLineAt(text, frame.start);
    const close = stringEnd(text, frame.start, end, quoteBefore(own, own.length)) ?? end;
    const above = isOnlyPrefix(own, layout.prefix) ? linesAbove(text, frame, floor, lineStart) : [];
    const { fields, head } = memberRecord(text, frame, floor, above) ?? { fields: '' };
    const around = [own, text.slice(close, end), ...withHead(above, head).map(withoutEscapes)];
    return { around, asides: [], record: fields };
  }
  if (isTsharkFrame(frame)) return { around: [], asides: [], record: packetAround(text, frame, floor) };
  const first = bytesBefore(text, frame.start, floor) ?? cutPrintBefore(text, frame, floor);
  if (first !== undefined) {
    const whole = { ...frame, start: first };
    return inRecord(text, whole, floor, message, ownText(text, whole, floor));
  }
  const list = byteListAround(text, frame, floor);
  if (list) {
    // The list begins with what a program says of the message.
    const whole = { ...frame, start: list.start };
    const { around, asides, record } = inRecord(text, whole, floor, message, ownText(text, whole, floor));
    return { around: [...list.linesBefore, ...around], asides, record };
  }
  const dump = dumpAround(text, frame, floor, own);
  if (dump) return { ...dump, asides: [] };
  return inRecord(text, frame, floor, message, own);
}

/** A spelt line break whose last letter would be one with the month behind it: `\\nNov 22 18:48:06`. */
const BREAK_BEFORE_DAY = /\\{1,2}n(?=[A-Z][a-z]{2} [ \d]\d )/g;

/** What stands before a message on its line. */
function ownText(text: string, frame: Frame, floor: number): string {
  const start = Math.max(lineStartBefore(text, frame.start, floor), frame.start - 2048);
  const own = text.slice(start, frame.start - quotationOf(text, frame)).replace(BREAK_BEFORE_DAY, '\n');
  return withTabs(withoutColours(withoutEscapes(hasOctalBreaks(frame) ? withOctalBreaks(own) : own)));
}

/** The text around a message that stands in a record as it is, or as a string or a list of it. */
function inRecord(text: string, frame: Frame, floor: number, message: Gist, own: string): Surroundings {
  const lineStart = lineStartBefore(text, frame.start, floor);
  const { own: afterthought, ofOther } = afterthoughtsOf(text, frame, floor, message);
  const lines = linesAbove(text, frame, floor, lineStart).filter((line) => !ofOther || !line.includes(ofOther));
  const behind = [...(afterthought ? [afterthought] : []), ...saidBehind(text, frame)];
  const { fields, head, isWhole, isAbove } = recordOf(text, frame, floor, lines);
  if (isWhole) return { around: [], asides: [], record: fields };
  const above = withHead(isAbove ? [] : lines, head);
  const shown = isRowOfColons(frame) ? withTabsForColons(fields) : fields;
  const record = withTabs(withoutEmphasis(withMembersForAttributes(shown)));
  if (
    head !== undefined ||
    !isOwnRecord(own, frame) ||
    isEchoOf(own, above[0]) ||
    isSecondLine(own, above[0]) ||
    isStamped(own, above[0])
  )
    return {
      around: [own, ...above],
      asides: [...announcedFarther(text, frame, floor, above), ...behind, ...peersAbove(text, frame, floor, above)],
      record,
    };
  const sent = sentBelow(text, frame, own);
  if (sent !== undefined) return { around: [own], asides: [sent], record };
  const callId = valueOf(message, 'Call-ID');
  const other = above.findIndex((line, i) => !sameRecord(i === 0 ? own : above[i - 1]!, line));
  const asides = above
    .slice(0, other < 0 ? above.length : other + 1)
    .filter((line) => !line.includes('SIP/2.0'))
    .filter(
      (line) =>
        (callId !== undefined && line.includes(callId)) ||
        announces(line, own) ||
        showsWhat(own, line) ||
        leadsTo(line, own, nameOf(message)),
    );
  const beyond = announcedBeyond(text, lineStart, wholeLines(text, floor), own);
  return { around: [own], asides: [...asides, ...beyond, ...behind], record };
}

/** Whether the line above says nothing but when something happened that has no time of its own. */
const isStamped = (own: string, above: string | undefined): boolean =>
  above !== undefined && !hasClock(own) && hasClock(above) && saysOnlyWhen(above);

/** The record above the first of the lines that tell of a message, where only that one names peers. */
function peersAbove(text: string, frame: Frame, floor: number, lines: readonly string[]): readonly string[] {
  const record = lines.at(-1);
  if (record === undefined || !hasClock(record) || lines.some(hasPeers)) return [];
  const start = outerStart(text, frame, floor);
  const [above] = linesUp(text, start, wholeLines(text, floor), 1);
  const peers = peersOf(record, above && withoutColours(above.line));
  return peers === undefined ? [] : [peers];
}

/** The records above the only one that tells of a message, where that is a field of what they announce: `Raw:`. */
function announcedFarther(text: string, frame: Frame, floor: number, lines: readonly string[]): readonly string[] {
  const [record, ...more] = lines;
  const head = record === undefined || more.length > 0 ? undefined : headOfField(record);
  if (head === undefined || !hasClock(head)) return [];
  const start = outerStart(text, frame, floor);
  const from = wholeLines(text, floor);
  const [above] = linesUp(text, start, from, 1);
  const shown = above && withoutColours(above.line);
  return shown !== undefined && announces(shown, head) ? [shown] : announcedBeyond(text, start, from, head);
}

const hasOctalBreaks = ({ layout }: Frame): boolean => layout.kind === 'coded' && layout.code.endsWith('octal');

const isRowOfColons = ({ layout }: Frame): boolean => layout.kind === 'coded' && layout.code === 'backslash-colons';

/** What a message is called where somebody speaks of it: its method or its code. */
const nameOf = ({ text, startLine }: Gist): string =>
  startLine.kind === 'request'
    ? textOf(text, startLine.method)
    : startLine.kind === 'response'
      ? textOf(text, startLine.code)
      : '';

/** How long the marks of a quotation around a message are, `<<INVITE … >>`, in Erlang `<<"INVITE … ">>`: they are no arrows. */
function quotationOf(text: string, { start, end }: Frame): number {
  const last = text[start - 1];
  if (last === '"') return text.startsWith('<<', start - 3) && binaryEnd(text, end) > 0 ? 3 : 0;
  return last === '<' && text.startsWith('<', start - 2) && text.startsWith('>>', end) ? 2 : 0;
}

/** How long what ends a binary of Erlang's is behind its characters, which a type may say: `">>`, `"/utf8>>`. */
function binaryEnd(text: string, end: number): number {
  BINARY_END.lastIndex = end;
  return BINARY_END.exec(text)?.[0].length ?? 0;
}
const BINARY_END = /"(?:\/[a-z\d:-]{1,32})?>>/y;

/** The line in which a message's record begins tells of it, however many fields stand between. */
const withHead = (above: readonly string[], head: string | undefined): readonly string[] =>
  head === undefined || above.includes(head) ? above : [...above, head];

const saidBehind = (text: string, frame: Frame): readonly string[] => [
  ...phrasesBehind(text, frame),
  ...linesBelow(text, frame),
];

/** What a program says behind a message on one line: `sent to 192.0.2.1:5060`, not the fields of an object. */
function phrasesBehind(text: string, frame: Frame): readonly string[] {
  if (frame.layout.kind !== 'coded' || isRowOfColons(frame)) return [];
  const quotation = quotationOf(text, frame) && Math.max(2, binaryEnd(text, frame.end));
  const behind = remainder(text, frame.end + quotation, physicalLineAt(text, frame.end).end);
  return !/\p{L}/u.test(behind) || behind.length > LONGEST_PHRASE || /["']\s*[:,}]|\w=|=>/.test(behind) ? [] : [behind];
}

/** Whether nothing stands before a message but what stands before its other lines. */
const isOnlyPrefix = (own: string, prefix: string): boolean => prefixEnd(own, 0, own.length, prefix) === own.length;

/** The layers of a packet above SIP. */
const LARGEST_PACKET = 65_536;
const PACKET_STAMP = /\{"timestamp":"\d{13,19}",$/;
const LONGEST_STAMP = 48;

function packetAround(text: string, frame: Frame, floor: number): string {
  const before = text.slice(Math.max(floor, frame.start - LARGEST_PACKET), frame.start);
  const begins = lastPacketIn(before);
  // Between two messages of one packet stands what the first of them says, and no layer.
  if (begins < 0 && floor > 0) return '';
  const layers = Math.max(0, begins);
  // On one line with them stands when the packet was taken: `{"timestamp":"1796127957477","layers":{`.
  const [stamp = ''] = PACKET_STAMP.exec(before.slice(Math.max(0, layers - LONGEST_STAMP), layers)) ?? [];
  return before.slice(layers - stamp.length);
}

/** Where a debugger found a string, below the line that tells of it: `0x5555555e6ea0:\t"`. */
const MEMORY = /^0x[\da-f]{4,16}:?[ \t]+(?:<[^>\n]{1,64}>:?[ \t]+)?"$/i;

/** A line of nothing but fields, the message the value of one that is not the first: `dir=rx remote=192.0.2.1:5060 data="`. */
const FIELDS_BEFORE = /^(?:[\w.@-]{1,64}=(?:"[^"]*"|[^\s"]*) )+[\w.@-]{1,64}="$/;

/** Whether the message stands in a record that begins on its own line, so that the line above is another one. */
export function isOwnRecord(own: string, { layout }: Frame): boolean {
  if (own.trim() === '' || (layout.kind === 'lines' && layout.prefix !== '')) return false;
  if (layout.kind === 'lines' && layout.quote) return true;
  if (layout.kind === 'coded' && !MEMORY.test(own) && (/^\s*(?:[{<"\d]|\(.)/.test(own) || FIELDS_BEFORE.test(own)))
    return true;
  return (
    hasClock(own) || isLogLine(own, 0, own.length) || (layout.kind === 'lines' && (saysDirection(own) || hasPeers(own)))
  );
}
