import { headerFieldNamed } from '../../../knowledge/names.ts';
import type { Span } from '../../../sip/span.ts';
import { escapeStyles } from '../escapes.ts';
import type { Frame, MembersLayout } from '../frame.ts';
import { type LogicalText, LogicalTextBuilder } from '../logical.ts';
import { lineStartBefore, physicalLineAt } from '../shapes/physical-lines.ts';
import { isQuote, stringEnd } from '../shapes/strings.ts';
import type { StartLineHit } from '../start-lines/start-lines.ts';
import { jsonMembers } from './members-json.ts';
import { xmlMembers } from './members-xml.ts';
import { yamlMembers } from './members-yaml.ts';

/**
 * Reads messages that a program parsed and printed as a structure: a start line in a string, and beside it, or in an
 * object beside it, the header fields as members. Summaries look alike; a message is what has a Via, a Call-ID, a
 * CSeq and a From that are values as SIP writes them (RFC 3261 §8.1.1).
 */

/** A member of a structure: its name and one value, without quotes, and how deep it stands. */
export interface Member {
  readonly name: Span;
  readonly value: Span;
  readonly depth: number;
}

/** So much behind a start line is looked at. */
const LONGEST = 65_536;
/** Among so many members there is a header field. */
const MOST_OTHERS = 24;

/** How the structure is written that a start line stands in; undefined when its header fields are no members of it. */
export function membersLayout(text: string, hit: StartLineHit, nextStart: number): MembersLayout | undefined {
  const end = Math.min(nextStart, hit.end + LONGEST);
  return structuresAround(text, hit).find((layout) => {
    const fields = fieldsOf(text, hit.start, end, layout);
    return fields && (layout.notation !== 'yaml' || fields.some((field) => isNoHeaderLine(text, field)));
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

const ENDS_ATTRIBUTE = /^["'](?:\s+[\w:.-]+=|\s*\/?>)/;
const ENDS_LINE = /^["']?[ \t\r]*(?:\n|$)/;
const ENDS_VALUE = /^["'](?:>>)?\s*(?:[,}\])]|\n\s*\w{1,32} ?\{)/;

/** The notations of the value that a start line may be, told from what stands around it. */
function structuresAround(text: string, { start, end }: StartLineHit): readonly MembersLayout[] {
  const before = text[start - 1];
  if (before === undefined || before === '\n') return [];
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
  ];
}

interface Field {
  readonly name: Span;
  readonly value: Span;
  /** The full name of the header field, empty for the body. */
  readonly canonical: string;
  /** The name as SIP writes it: `call_id` is `Call-ID`. */
  readonly written: string;
  readonly isBody: boolean;
  readonly depth: number;
}

/** Members that hold a name or the value to it. */
const NAME = /^(?:name|key|field|header|header_?name|n|k)$/i;
const VALUE = /^(?:value|val|content|data|raw|header_?value|v)$/i;
const BODY = /^(?:message[-_]?|raw[-_]?)?(?:body|content|sdp|payload)$/i;
const ONCE = new Set(['Call-ID', 'CSeq', 'From', 'To']);

function membersOf(text: string, start: number, end: number, layout: MembersLayout): Generator<Member> {
  const from = start + layout.length;
  switch (layout.notation) {
    case 'json':
      return jsonMembers(text, from + 1, end);
    case 'xml':
      return xmlMembers(text, from, end);
    case 'yaml':
      return yamlMembers(text, physicalLineAt(text, from).next, end, layout.depth);
  }
}

/** The header fields, and the body behind them; undefined when they make no message. */
function fieldsOf(text: string, start: number, end: number, layout: MembersLayout): readonly Field[] | undefined {
  const found: Field[] = [];
  const seen = new Set<string>();
  let pending: Span | undefined;
  let others = 0;
  for (const { name, value, depth } of membersOf(text, start, end, layout)) {
    const label = text.slice(name.start, name.end);
    if (NAME.test(label) && headerNamed(text.slice(value.start, value.end))) {
      pending = value;
      continue;
    }
    const named = pending && VALUE.test(label) ? pending : name;
    pending = undefined;
    const header = headerNamed(text.slice(named.start, named.end));
    if (!header && !BODY.test(label)) {
      if (found.length === 0 && ++others > MOST_OTHERS) return undefined;
      continue;
    }
    const { canonical, written } = header ?? { canonical: '', written: '' };
    if (ONCE.has(canonical)) {
      const own = `${depth} ${canonical}`;
      if (seen.has(own)) break;
      seen.add(own);
    }
    found.push({ name: named, value, canonical, written, isBody: !header, depth });
  }
  // What a record says for itself stands at another depth than the header fields.
  for (const { depth: own, canonical } of found) {
    const fields =
      canonical === 'Call-ID' ? withLastBody(found.filter(({ depth, isBody }) => isBody || depth === own)) : [];
    if (isMessage(text, fields)) return fields;
  }
  return undefined;
}

function withLastBody(fields: readonly Field[]): readonly Field[] {
  const last = fields.findLastIndex(({ isBody }) => !isBody);
  return fields.filter(({ isBody }, i) => !isBody || i === last + 1);
}

/** A name that is one of SIP's, as programs write it too, or an extension's. */
function headerNamed(label: string): Pick<Field, 'canonical' | 'written'> | undefined {
  if (label.length > LONGEST_NAME) return undefined;
  const known = headerFieldNamed(label);
  if (known) return { canonical: known.name, written: label };
  const other = headerFieldNamed(label.replaceAll('_', '-')) ?? headerFieldNamed(dashed(label));
  if (other) return { canonical: other.name, written: other.name };
  return /^[XP]-[\w-]+$/i.test(label) ? { canonical: label, written: label } : undefined;
}

const LONGEST_NAME = 64;

/** `maxForwards` as `max-Forwards`. */
const dashed = (label: string): string => label.replace(/([a-z])([A-Z])/g, '$1-$2');

const SHAPES: readonly (readonly [name: string, shape: RegExp])[] = [
  ['Via', /^SIP ?\/ ?2\.0/i],
  ['CSeq', /^\d+ +[A-Z]/],
  ['From', /(?:sips?|tel):/i],
  ['Call-ID', /^[^\s<>]+$/],
];

const isMessage = (text: string, fields: readonly Field[]): boolean =>
  SHAPES.every(([name, shape]) =>
    fields.some(({ canonical, value }) => canonical === name && shape.test(text.slice(value.start, value.end))),
  );

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
  let at = startLineEnd;
  for (const { name, value, written, isBody } of fieldsOf(text, frame.start, frame.end + BEHIND_VALUE, layout) ?? []) {
    // The values of a list share the name before them.
    const nameStart = Math.max(at, name.start);
    builder.decode(isBody ? '\n\n' : '\n', at, nameStart);
    if (isBody) builder.decode('', nameStart, value.start);
    else if (nameStart === name.start && text.slice(name.start, name.end) === written) {
      builder.copy(text, name.start, name.end);
      builder.decode(': ', name.end, value.start);
    } else builder.decode(`${written}: `, nameStart, value.start);
    copyValue(builder, text, value, layout);
    at = value.end;
  }
  builder.decode('\n', at, frame.end);
  return builder.build();
}

function copyValue(builder: LogicalTextBuilder, text: string, { start, end }: Span, { notation }: MembersLayout): void {
  const quote = text[start - 1];
  const style =
    notation === 'xml' ? escapeStyles.entities : notation === 'yaml' && quote !== '"' ? undefined : escapeStyles.string;
  let at = start;
  for (const match of style ? text.slice(start, end).matchAll(style.pattern) : []) {
    const code = start + match.index;
    builder.copy(text, at, code);
    at = code + match[0].length;
    builder.decode(style!.decode(match[0]), code, at);
  }
  builder.copy(text, at, end);
}
