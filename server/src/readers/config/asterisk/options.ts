import { type Span, span, textOf } from '../../../sip/span.ts';
import type { BlockReading, CompletionSlot } from '../../reading.ts';
import { type Block, type BlockReader, blockText, type Cut, separateBlock } from '../blocks.ts';
import { nearestName } from '../spelling.ts';
import { type Draft, dialectTerm, find, finished, newDraft } from './draft.ts';
import { type IniEntry, type IniSection, iniCut, opensSection, readIni } from './ini.ts';
import { slotFor } from './slots.ts';
import { alias, type Entry, entryOf, namesOf, pjsipOptions, pjsipTypes, sipOptions } from './table.ts';
import { readValue } from './values.ts';

/** The files whose options speak of SIP. */
export type OptionsFlavor = 'pjsip' | 'sip' | 'wizard' | 'stirShaken';

/** A section of pjsip.conf as far as others and its own type depend on it. */
interface TypedSection extends Block {
  /** Undefined before the first section. */
  readonly name: string | undefined;
  readonly bases: readonly string[];
  /** Its own `type`. */
  readonly type: string | undefined;
  /** Its reading as a section of a type. */
  readonly readAs: (type: string | undefined) => BlockReading;
}

/** Reads pjsip_wizard.conf, sip.conf and stir_shaken.conf, a section after the other. */
export const optionsReader = (flavor: Exclude<OptionsFlavor, 'pjsip'>): BlockReader => ({
  blockAt: (text, start) => {
    const cut = iniCut(text, start, opensSection);
    return separateBlock(start, cut, readSection(blockText(text, start, cut), flavor, undefined));
  },
});

/** Reads pjsip.conf, where what a section may hold depends on its type or on that of its templates. */
export const pjsipReader: BlockReader<TypedSection> = {
  blockAt: (text, start) => {
    const cut = iniCut(text, start, opensSection);
    return typedSection(start, cut, blockText(text, start, cut));
  },
  together: () => {
    const typeOf = new Map<string, string>();
    return (section) => {
      const type = sectionType(section, typeOf);
      if (section.name !== undefined && type) typeOf.set(section.name, type);
      return section.readAs(type);
    };
  },
};

/** What a section says before its type is known. */
const untyped = finished(newDraft(''));

function typedSection(start: number, cut: Cut, text: string): TypedSection {
  let section: IniSection | undefined;
  let own: string | undefined;
  readIni(text, {
    section: (found) => {
      section = found;
    },
    entry: ({ key, value }) => {
      if (textOf(text, key).toLowerCase() === 'type') own = textOf(text, value).toLowerCase();
    },
  });
  const name = section && textOf(text, section.name);
  const facts = { name, bases: section?.bases ?? [], type: own || undefined };
  let known: { readonly type: string | undefined; readonly reading: BlockReading } | undefined;
  const readAs = (type: string | undefined): BlockReading => {
    if (known?.type !== type || !known) known = { type, reading: readSection(text, 'pjsip', type) };
    return known.reading;
  };
  return { ...separateBlock(start, cut, untyped), ...facts, readAs, related: true };
}
function readSection(text: string, flavor: OptionsFlavor, type: string | undefined): BlockReading {
  const draft = newDraft(text);
  const entries: IniEntry[] = [];
  readIni(text, {
    section: () => {},
    entry: (entry) => {
      entries.push(entry);
    },
  });
  for (const entry of entries) readOption(draft, entry, flavor, type);
  if (type === undefined || type === 'endpoint') judgeSessionTimers(draft, entries);
  return finished(draft, (offset) => slotElsewhere(text, offset, flavor, type));
}

/** By its own `type`, or that of the last template that has one; `[name](+)` goes on with the section before. */
function sectionType(
  { name, bases, type }: Pick<TypedSection, 'name' | 'bases' | 'type'>,
  typeOf: ReadonlyMap<string, string>,
): string | undefined {
  if (type) return type;
  for (let i = bases.length - 1; i >= 0; i--) {
    const base = bases[i] === '+' ? (name ?? '') : bases[i]!;
    const given = typeOf.get(base);
    if (given) return given;
  }
  const lower = name?.toLowerCase();
  return lower === 'global' || lower === 'system' ? lower : undefined;
}

function readOption(draft: Draft, entry: IniEntry, flavor: OptionsFlavor, type: string | undefined): void {
  const { text } = draft;
  const option = optionOf(textOf(text, entry.key), flavor, type);
  if (!option) {
    if (flavor === 'pjsip' && type !== undefined) judgeName(draft, entry.key, `pjsip.${type}`, pjsipOptions);
    if (flavor === 'sip') judgeName(draft, entry.key, 'sip', sipOptions);
    return;
  }
  const key = option.prefixLength ? span(entry.key.start + option.prefixLength, entry.key.end) : entry.key;
  dialectTerm(draft, option.group, option.name, key);
  const spec = option.row.value;
  if (!spec) return;
  readValue(draft, entry.value, spec, {
    owner: option.name,
    rule: 'sip.asterisk-option-value',
    lenient: flavor === 'sip',
  });
  if (spec.kind === 'sipUri') judgeComment(draft, entry);
}

/** An option that the section cannot have, so that Asterisk passes over it or the object, when it nearly is one. */
function judgeName(draft: Draft, key: Span, group: string, options: ReadonlySet<string>): void {
  const written = textOf(draft.text, key);
  if (!/^[a-z][a-z0-9_]{3,}$/i.test(written) || options.has(written.toLowerCase())) return;
  const meant = nearestName(written, namesOf(group)) ?? nearestName(written, options);
  if (meant !== undefined) find(draft, 'sip.asterisk-misspelt-option', key, [written, meant], meant);
}

interface Option extends Entry {
  readonly group: string;
  /** Of `endpoint/` in pjsip_wizard.conf. */
  readonly prefixLength: number;
}

const wizardObjects: Readonly<Record<string, string>> = {
  endpoint: 'endpoint',
  aor: 'aor',
  inbound_auth: 'auth',
  outbound_auth: 'auth',
  identify: 'identify',
  registration: 'registration',
};

function optionOf(key: string, flavor: OptionsFlavor, type: string | undefined): Option | undefined {
  if (flavor === 'pjsip') {
    for (const candidate of type === undefined ? pjsipTypes : [type]) {
      const found = optionIn(`pjsip.${candidate}`, key);
      if (found) return found;
    }
    return type === 'wizard' ? optionOf(key, 'wizard', undefined) : undefined;
  }
  const slash = flavor === 'wizard' ? key.indexOf('/') : -1;
  if (slash < 0) return optionIn(flavor, key);
  const object = wizardObjects[key.slice(0, slash).toLowerCase()];
  const found = object === undefined ? undefined : optionIn(`pjsip.${object}`, key.slice(slash + 1));
  return found && { ...found, prefixLength: slash + 1 };
}

function optionIn(group: string, key: string): Option | undefined {
  const found = entryOf(group, key) ?? entryOf(group, alias(group, key) ?? '');
  return found && { name: found.name, row: found.row, group, prefixLength: 0 };
}

/** RFC 4028 §4: a session may not be shorter than the shortest that is allowed; Asterisk drops such an endpoint. */
function judgeSessionTimers(draft: Draft, entries: readonly IniEntry[]): void {
  const last = (name: string): Span | undefined =>
    entries.findLast((entry) => textOf(draft.text, entry.key).toLowerCase() === name)?.value;
  const shortest = last('timers_min_se');
  const expires = last('timers_sess_expires');
  if (!shortest || !expires) return;
  const [least, given] = [textOf(draft.text, shortest), textOf(draft.text, expires)];
  if (/^\d+$/.test(least) && /^\d+$/.test(given) && Number(given) < Number(least) && Number(given) >= 90)
    find(draft, 'sip.asterisk-session-timers', expires, [given, least]);
}

/** A URI parameter that became a comment, because its semicolon is not escaped. */
function judgeComment(draft: Draft, { value, comment }: IniEntry): void {
  if (comment < 0 || comment !== value.end || value.end === value.start) return;
  if (!/^;(?:lr|ob|transport=\w|user=\w|maddr=|line=|method=|ttl=)/.test(draft.text.slice(comment, comment + 12)))
    return;
  find(draft, 'sip.asterisk-semicolon', span(comment, comment + 1), [], '\\;');
}

/** A value that is still empty, or an option's name. */
function slotElsewhere(
  text: string,
  offset: number,
  flavor: OptionsFlavor,
  type: string | undefined,
): CompletionSlot | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = /^[ \t]*([\w/-]*)(?:[ \t]*(=>?)[ \t]*)?$/.exec(text.slice(lineStart, offset));
  if (!line) return undefined;
  if (line[2]) {
    const spec = optionOf(line[1]!, flavor, type)?.row.value;
    return spec && slotFor(spec, span(offset, offset));
  }
  const group = flavor === 'pjsip' ? `pjsip.${type ?? 'endpoint'}` : flavor;
  return { span: span(offset - line[1]!.length, endOfWord(text, offset)), of: 'dialectTerm', group };
}

function endOfWord(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /[\w/-]/.test(text[at]!)) at++;
  return at;
}
