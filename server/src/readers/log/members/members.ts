import type { Span } from '../../../sip/span.ts';
import { type EscapeStyle, escapeStyles } from '../escapes.ts';
import type { Frame, MembersLayout } from '../frame.ts';
import { type LogicalText, LogicalTextBuilder } from '../logical.ts';
import { lineStartBefore } from '../shapes/physical-lines.ts';
import { isQuote, stringEnd } from '../shapes/strings.ts';
import { lineOfHit, type StartLineHit } from '../start-lines/start-lines.ts';
import { type Field, fieldsOf } from './members-fields.ts';
import { headersSection } from './members-sections.ts';

/**
 * Reads messages that a program parsed and printed as a structure: a start line in a string, and beside it, or in an
 * object beside it, the header fields as members. Summaries look alike; a message is what has a Via, a Call-ID, a
 * CSeq and a From that are values as SIP writes them (RFC 3261 §8.1.1).
 */

/** So much behind a start line is looked at. */
const LONGEST = 65_536;

/** How the structure is written that a start line stands in; undefined when its header fields are no members of it. */
export function membersLayout(text: string, hit: StartLineHit, nextStart: number): MembersLayout | undefined {
  const end = Math.min(nextStart, hit.end + LONGEST);
  return structuresAround(text, hit).find((layout) => {
    const fields = fieldsOf(text, hit.start, end, layout);
    if (fields === undefined || layout.notation !== 'yaml') return fields !== undefined;
    // What begins with the next start line is of the next record.
    return fields.some((field) => field.value.start < end && isNoHeaderLine(text, field));
  });
}

/** Whether a member is written otherwise than a header line is: most mappings in YAML read as lines. */
const isNoHeaderLine = (text: string, { name, value, written }: Field): boolean =>
  isQuote(text, value.start - 1) ||
  text.slice(name.start, name.end) !== written ||
  /[^ :]/.test(text.slice(name.end, value.start));

const LINE_LABEL = /^([ ]*(?:- )?)["'[]?[A-Za-z_][\w-]{0,63}["'\]]?(?::| =>| =) +["']?$/;
const LONGEST_LABEL = 128;
const LONGEST_PHRASE = 128;

const BLANK = /^\s$/;
const ENDS_ATTRIBUTE = /^["'](?:\s+[\w:.-]+=|\s*\/?>)/;
const ENDS_LINE = /^["']?[ \t\r]*(?:\n|$)/;
const ENDS_VALUE = /^["'](?:>>)?\s*(?:[,}\])]|\n\s*\w{1,32} ?\{)/;

/** The notations of the value that a start line may be, told from what stands around it. */
function structuresAround(text: string, hit: StartLineHit): readonly MembersLayout[] {
  const { start, end } = hit;
  const before = text[start - 1];
  const sections = inSections(text, hit);
  if (before === undefined || before === '\n') return sections;
  const rest = text.slice(end, end + LONGEST_PHRASE);
  const isQuoted = isQuote(before, 0);
  const phrase = isQuoted ? stringEnd(rest, 0, rest.length, before) : rest.search(before === '>' ? /[<\n]/ : /\r*\n/);
  if (phrase === undefined || phrase < 0 || rest.slice(0, phrase).includes('\\')) return [];
  const behind = text.slice(end + phrase, end + phrase + 96);
  const as = (notation: MembersLayout['notation'], depth = 0): MembersLayout => ({
    kind: 'members',
    notation,
    length: end + phrase - start,
    depth,
  });
  if (before === '>') return behind.startsWith('<') ? [as('xml')] : [];
  if (isQuoted && /[^=]=$/.test(text.slice(start - 3, start - 1)) && ENDS_ATTRIBUTE.test(behind)) return [as('xml')];
  const lineStart = lineStartBefore(text, start, Math.max(0, start - LONGEST_LABEL));
  const label = ENDS_LINE.test(behind) ? LINE_LABEL.exec(text.slice(lineStart, start)) : null;
  return [
    ...(label ? [as('yaml', label[1]!.length)] : []),
    ...(isQuoted && ENDS_VALUE.test(behind) ? [as('json')] : []),
    ...sections,
  ];
}

/** Behind a start line that begins a line, or stands behind words. */
function inSections(text: string, hit: StartLineHit): readonly MembersLayout[] {
  if (hit.start > 0 && !BLANK.test(text[hit.start - 1]!)) return [];
  const { end } = lineOfHit(text, hit);
  return headersSection(text, end) === undefined
    ? []
    : [{ kind: 'members', notation: 'sections', length: end - hit.start, depth: 0 }];
}

export function frameMembers(text: string, hit: StartLineHit, layout: MembersLayout, nextStart: number): Frame {
  const fields = fieldsOf(text, hit.start, Math.min(nextStart, hit.end + LONGEST), layout) ?? [];
  const saysAll = fields.some(({ isBody, canonical }) => isBody || canonical === 'Content-Length');
  const end = fields.at(-1)?.value.end ?? hit.start + layout.length;
  return { start: hit.start, end, layout, state: saysAll ? 'complete' : 'partial', identity: {} };
}

/** What closes a value: `"`, `<`, `]]>`. */
const BEHIND_VALUE = 3;

export function unfoldMembers(text: string, frame: Frame, layout: MembersLayout): LogicalText {
  const builder = new LogicalTextBuilder();
  const startLineEnd = frame.start + layout.length;
  builder.copy(text, frame.start, startLineEnd);
  // Nothing closes the values of a section.
  const readTo = layout.notation === 'sections' ? frame.end : frame.end + BEHIND_VALUE;
  let at = startLineEnd;
  for (const { name, value, written, isBody, said } of fieldsOf(text, frame.start, readTo, layout) ?? []) {
    // What closes the last value may be missing, and a line of another member, or one more value of a list, be there.
    if (value.start >= frame.end) break;
    // The values of a list share the name before them.
    const nameStart = Math.max(at, name.start);
    builder.decode(isBody ? '\n\n' : '\n', at, nameStart);
    if (isBody) builder.decode('', nameStart, value.start);
    else if (nameStart === name.start && text.slice(name.start, name.end) === written) {
      builder.copy(text, name.start, name.end);
      builder.decode(': ', name.end, value.start);
    } else builder.decode(`${written}: `, nameStart, value.start);
    if (said === undefined) copyValue(builder, text, value, layout);
    else builder.decode(said, value.start, value.end);
    at = value.end;
  }
  builder.decode('\n', at, frame.end);
  return builder.build();
}

/** How the characters of a value are spelt that begins behind a character. */
function styleOf(notation: MembersLayout['notation'], before: string | undefined): EscapeStyle | undefined {
  switch (notation) {
    case 'sections':
      return undefined;
    case 'xml':
      return escapeStyles.entities;
    case 'yaml':
      return before === '"' ? escapeStyles.string : undefined;
    case 'json':
      return escapeStyles.string;
  }
}

function copyValue(builder: LogicalTextBuilder, text: string, { start, end }: Span, { notation }: MembersLayout): void {
  const style = styleOf(notation, text[start - 1]);
  let at = start;
  for (const match of style ? text.slice(start, end).matchAll(style.pattern) : []) {
    const code = start + match.index;
    builder.copy(text, at, code);
    at = code + match[0].length;
    builder.decode(style!.decode(match[0]), code, at);
  }
  builder.copy(text, at, end);
}
