import type { Frame } from '../../frame.ts';
import { withoutColours } from '../../shapes/colours.ts';
import { isBlankRange, isSeparatorLine, lineStartBefore, physicalLineAt } from '../../shapes/physical-lines.ts';
import { saysDirection } from '../direction/direction.ts';
import { recordDirection } from '../direction/record-direction.ts';
import { contentStart, wholeLines } from '../surroundings/envelope-lines.ts';
import { isField } from '../surroundings/field-lines.ts';
import { hasClock, isOverwritten, speaksOfSip, tellsAll } from '../surroundings/telling.ts';
import { detailsBehind } from './details-behind.ts';
import { linesUp } from './near-lines.ts';
import type { MessageRecord } from './record.ts';
import { leadsToMessage, saysAgain } from './shared-records.ts';

/** What stands behind a message on its last line, or in the fields of its record. */
const LONGEST_REMAINDER = 512;
/** Records that give each fact a line of its own have at most so many. */
const RECORD_LINES = 32;
/** Between them and the message so many lines may stand that say nothing: an empty one, and a fence. */
const SEPARATORS = 2;
/** Of a longer field the rest is not looked at. */
const LONGEST_FIELD = 200;

/** Fields of the same record: lines such as `srcip: 192.0.2.1` above, and what stands behind the message. */
export function fieldRecord(text: string, frame: Frame, floor: number): MessageRecord {
  const fields = fieldsAround(text, frame, floor);
  const isBelow = isBlankRange(text, lineStartBefore(text, frame.start, floor), frame.start);
  return { fields, head: isBelow ? headingOf(fields) : undefined };
}

/** A sentence that speaks of anything else may stand above fields that are not its own. */
const SENTENCE = /(?: [A-Za-z][a-z]+){3}/;

/** A heading between dashes or other signs: `----- SIP message received -----`. */
const HEADING = /^\s*([-=*#+~_])\1{1,80} ?[^\s\-=*#+~_].{2,80} ?\1{2,80}\s*$/;

/** What begins a record above its fields has its time, is a heading, or says all that there is to say. */
const isAboveFields = (line: string): boolean => hasClock(line) || HEADING.test(line) || tellsAll(line);

/** The line that begins a record above its fields, where it says which way the message went: `15:01:00.215  SIP Out`. */
function headingOf(fields: string): string | undefined {
  const { end } = physicalLineAt(fields, 0);
  const line = fields.slice(0, Math.min(end, LONGEST_FIELD));
  if (isField(line) || !isAboveFields(line) || !saysDirection(line) || recordDirection(fields)) return undefined;
  return SENTENCE.test(line) && !speaksOfSip(line) ? undefined : withoutColours(line);
}

function fieldsAround(text: string, frame: Frame, floor: number): string {
  let start = lineStartBefore(text, frame.start, floor);
  const ownLine = text.slice(start, frame.start);
  const isBareValue = BARE_VALUE.test(ownLine);
  let isFirst = true;
  let separators = 0;
  const mostAbove = isBareValue && hasClock(ownLine) ? 0 : RECORD_LINES;
  for (const above of linesUp(text, start, wholeLines(text, floor), mostAbove, LONGEST_FIELD)) {
    const line = above.line.slice(contentStart(above.line, frame));
    const field = isField(line);
    const separator =
      !field &&
      (isSeparatorLine(above.line, 0, above.line.length) ||
        /^\s*(?:[^\w\s]{0,3}|\{(?:noformat|code)[^}]{0,40}\})\s*$/.test(line));
    // A record that begins with its time has no name for it.
    if (field || separator || (!isFirst && isAboveFields(line) && !isOverwritten(above.line))) start = above.start;
    if (!field && !(separator && isFirst && ++separators <= SEPARATORS)) break;
    isFirst &&= !field;
  }
  let end = physicalLineAt(text, frame.end).end;
  if (isQuotedValue(text, frame)) return `${text.slice(start, frame.start)}\n${remainder(text, frame.end, end)}`;
  if (frame.layout.kind !== 'lines' || text[frame.end - 1] !== '\n')
    return text.slice(start, frame.start) + remainder(text, frame.end, end);
  const above = text.slice(start, frame.start);
  const cells = cellsBehind(text, frame, floor);
  if (cells !== undefined) return `${above}\n${cells}`;
  end = frame.end;
  // A message that is the value of a field has the other fields behind it as well.
  const isValue = /^\s*[\w.-]+\s*: ?$/.test(ownLine);
  for (let i = 0, at = frame.end; i < RECORD_LINES && at < text.length; i++) {
    const line = physicalLineAt(text, at);
    const near = text.slice(line.start, Math.min(line.end, line.start + LONGEST_FIELD));
    const shown = near.slice(contentStart(near, frame));
    const belongs =
      isFieldBehind(shown, frame) ||
      (isValue && /^\s*[\w.-]+:(?:\s|$)/.test(shown)) ||
      (isBareValue && /^\s+[\w.-]+=\S/.test(shown));
    if (line.end > line.start && !belongs) break;
    // A field that the record has had already begins the next one.
    const name = /^\s*([\w.-]+\s*[:=])/.exec(shown)?.[1];
    if (name !== undefined && above.includes(name)) break;
    end = line.end;
    at = line.next;
  }
  const leads = leadsToMessage(text, end);
  const behind = leads && saysAgain(above, text.slice(frame.end, end)) ? '' : remainder(text, frame.end, end);
  return `${above}\n${behind}${detailsBehind(text, frame)}`;
}

/** The name of a field whose value stands in no quotes, so that the next ones follow the last line of the message: ` proto=udp`. */
const BARE_VALUE = /(?:^|\s)[\w.-]+=$/;

/** The cells of a table's row behind the one whose lines are the message: they stand at the end of its last line. */
function cellsBehind(text: string, { start, end }: Frame, floor: number): string | undefined {
  if (!/^\s*\|.*\| ?$/.test(text.slice(lineStartBefore(text, start, floor), start))) return undefined;
  const last = text.slice(lineStartBefore(text, end - 1, start), end).trimEnd();
  const border = last.indexOf(' | ');
  return border >= 0 && last.endsWith('|') ? last.slice(border).slice(0, LONGEST_REMAINDER) : undefined;
}

/** Whether a message is a value in quotes, so that the record goes on behind it: `message="INVITE …" level=debug`. */
function isQuotedValue(text: string, { start, end }: Frame): boolean {
  const quote = text[start - 1];
  return (quote === '"' || quote === "'") && text[end] === quote && /[=:] ?$/.test(text.slice(start - 3, start - 1));
}

/** A field behind the message: with `=`, or with a colon where it does not begin in the column of the header fields. */
function isFieldBehind(line: string, { layout }: Frame): boolean {
  if (layout.kind === 'lines' && layout.prefix === '' && FIELDS_ALONE.test(line)) return true;
  if (/^\s*(?:["']?[\w.-]+["']?\s*=\s|",|["']?[|;\t][^|;\t]*[|;\t])/.test(line)) return true;
  if (layout.kind !== 'lines') return false;
  return layout.prefix === ''
    ? /^ {2,}[\w.-]+:(?:\s|$)/.test(line)
    : /^\s+$/.test(layout.prefix) && /^[\w.-]+:(?:\s|$)/.test(line);
}

/** A line of nothing but fields, as loggers put them behind a text of several lines: ` to=192.0.2.1:5060 tp=UDP`, `{"peer":`. */
const FIELDS_ALONE = /^(?: [\w.@-]{1,32}=(?:"[^"]{0,64}"|[^\s"]{1,64}))+\s*$|^ ?\{"[\w.@-]{1,32}":/;

/** What stands behind a message, as far as the next one. */
export function remainder(text: string, start: number, end: number): string {
  const shown = text.slice(start, Math.min(end, start + LONGEST_REMAINDER));
  const next = shown.indexOf('SIP/2.0');
  // What goes on in the same string as far as another message leads to that one.
  return next < 0 ? shown : IN_SAME_STRING.test(shown.slice(0, next)) ? '' : shown.slice(0, next);
}
/** A spelt line break, or what parts the strings of a list, before anything that ends a string. */
const IN_SAME_STRING = /^[^"']{0,256}?(?:\\[rn]|#01[25]|<br)|^["'], ["']/i;
