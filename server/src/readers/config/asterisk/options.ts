import { type Span, span, textOf } from '../../../sip/span.ts';
import type { BlockReading, CompletionSlot } from '../../reading.ts';
import { type Draft, dialectTerm, find, finished, newDraft } from './draft.ts';
import { type IniEntry, type IniSection, readIni } from './ini.ts';
import { slotFor } from './slots.ts';
import { alias, type Entry, entryOf, pjsipTypes } from './table.ts';
import { readValue } from './values.ts';

/** The files whose options speak of SIP. */
export type OptionsFlavor = 'pjsip' | 'sip' | 'wizard' | 'stirShaken';

/** A section as far as options need it: `group` is undefined where its type is not known. */
interface Section {
  readonly start: number;
  readonly group: string | undefined;
}

/** Reads pjsip.conf, pjsip_wizard.conf, sip.conf and stir_shaken.conf. */
export function readOptions(text: string, flavor: OptionsFlavor): BlockReading {
  const draft = newDraft(text);
  const sections: Section[] = [];
  const typeOf = new Map<string, string>();
  let current: IniSection | undefined;
  let entries: IniEntry[] = [];

  const finishSection = (): void => {
    const type = flavor === 'pjsip' ? sectionType(text, current, entries, typeOf) : undefined;
    if (current && type) typeOf.set(textOf(text, current.name), type);
    sections.push({ start: current?.start ?? 0, group: flavor === 'pjsip' ? type && `pjsip.${type}` : flavor });
    for (const entry of entries) readOption(draft, entry, flavor, type);
    if (type === undefined || type === 'endpoint') judgeSessionTimers(draft, entries);
    entries = [];
  };
  readIni(text, {
    section: (section) => {
      finishSection();
      current = section;
    },
    entry: (entry) => {
      entries.push(entry);
    },
  });
  finishSection();
  return finished(draft, (offset) => slotElsewhere(text, offset, sections, flavor));
}

/** By its own `type`, or that of the last template that has one; `[name](+)` goes on with the section before. */
function sectionType(
  text: string,
  section: IniSection | undefined,
  entries: readonly IniEntry[],
  typeOf: ReadonlyMap<string, string>,
): string | undefined {
  const own = entries.findLast((entry) => textOf(text, entry.key).toLowerCase() === 'type');
  if (own && own.value.end > own.value.start) return textOf(text, own.value).toLowerCase();
  const bases = section?.bases ?? [];
  for (const base of [...bases].reverse()) {
    const type = base === '+' ? typeOf.get(textOf(text, section!.name)) : typeOf.get(base);
    if (type) return type;
  }
  const name = section && textOf(text, section.name).toLowerCase();
  return name === 'global' || name === 'system' ? name : undefined;
}

function readOption(draft: Draft, entry: IniEntry, flavor: OptionsFlavor, type: string | undefined): void {
  const { text } = draft;
  const option = optionOf(textOf(text, entry.key), flavor, type);
  if (!option) return;
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
  sections: readonly Section[],
  flavor: OptionsFlavor,
): CompletionSlot | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = /^[ \t]*([\w/-]*)(?:[ \t]*(=>?)[ \t]*)?$/.exec(text.slice(lineStart, offset));
  if (!line) return undefined;
  const section = sections.findLast((one) => one.start <= offset);
  const type = section?.group?.startsWith('pjsip.') ? section.group.slice('pjsip.'.length) : undefined;
  if (line[2]) {
    const spec = optionOf(line[1]!, flavor, type)?.row.value;
    return spec && slotFor(spec, span(offset, offset));
  }
  const group = section?.group ?? (flavor === 'pjsip' ? 'pjsip.endpoint' : flavor);
  return { span: span(offset - line[1]!.length, endOfWord(text, offset)), of: 'dialectTerm', group };
}

function endOfWord(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /[\w/-]/.test(text[at]!)) at++;
  return at;
}
