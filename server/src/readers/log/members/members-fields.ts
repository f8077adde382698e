import { headerFieldNamed } from '../../../knowledge/names.ts';
import type { Span } from '../../../sip/span.ts';
import type { MembersLayout } from '../frame.ts';
import { physicalLineAt } from '../shapes/physical-lines.ts';
import { composedValue } from './composed-values.ts';
import type { Member } from './member.ts';
import { jsonMembers } from './members-json.ts';
import { sectionMembers } from './members-sections.ts';
import { xmlMembers } from './members-xml.ts';
import { yamlMembers } from './members-yaml.ts';

/** Which members of a structure are the header fields of a message. */

/** A header field or a body that a member is. */
export interface Field {
  readonly name: Span;
  readonly value: Span;
  /** The full name of the header field, empty for the body. */
  readonly canonical: string;
  /** The name as SIP writes it: `call_id` is `Call-ID`. */
  readonly written: string;
  readonly isBody: boolean;
  readonly depth: number;
  /** What the value is as SIP writes it, where a program printed its parts. */
  readonly said?: string | undefined;
}

/** Among so many members there is a header field. */
const MOST_OTHERS = 24;
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
    case 'sections':
      return sectionMembers(text, from, end);
  }
}

/** The header fields, and the body behind them; undefined when they make no message. */
export function fieldsOf(
  text: string,
  start: number,
  end: number,
  layout: MembersLayout,
): readonly Field[] | undefined {
  const found: Field[] = [];
  const seen = new Set<string>();
  let pending: Span | undefined;
  let others = 0;
  for (const { name, value, depth, said: own } of membersOf(text, start, end, layout)) {
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
    const said = own ?? partsOf(text, value, canonical, layout);
    // Parts of which no value can be made.
    if (said === '') continue;
    if (ONCE.has(canonical)) {
      const place = `${depth} ${canonical}`;
      if (seen.has(place)) break;
      seen.add(place);
    }
    found.push({ name: named, value, canonical, written, isBody: !header, depth, said });
  }
  // What a record says for itself stands at another depth than the header fields.
  for (const { depth: own, canonical } of found) {
    const fields =
      canonical === 'Call-ID' ? withLastBody(found.filter(({ depth, isBody }) => isBody || depth === own)) : [];
    if (isMessage(text, fields)) return fields;
  }
  return undefined;
}

/** The value of which a program printed the parts, on one line; empty where it cannot be made of them, undefined where it is whole. */
const partsOf = (text: string, { start, end }: Span, canonical: string, layout: MembersLayout): string | undefined =>
  HAS_LINES.has(layout.notation) && (text[start] === '[' || text[start] === '{')
    ? (composedValue(canonical, text.slice(start, end)) ?? '')
    : undefined;
const HAS_LINES: ReadonlySet<MembersLayout['notation']> = new Set(['yaml', 'sections']);

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
    fields.some(
      ({ canonical, value, said }) => canonical === name && shape.test(said ?? text.slice(value.start, value.end)),
    ),
  );
