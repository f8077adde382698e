import { q850Causes } from '../../../knowledge/facts.ts';
import { headerFieldNamed, methodNamed, q850Cause, statusWithPhrase } from '../../../knowledge/names.ts';
import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import { indexWithin } from '../index-within.ts';
import { booleanOf } from './booleans.ts';
import { closest } from './closest.ts';
import { type Draft, dialectTerm, find, mention } from './draft.ts';
import type { AsteriskRule } from './rules.ts';
import { alias, codecNamed, entryOf, headerValue, namesOf, type ValueSpec, variable } from './table.ts';

/** Where a value stands. */
export interface Place {
  /** The option, application or function that carries it, for messages. */
  readonly owner: string;
  readonly rule: AsteriskRule;
  /** The arguments beside it, for values that depend on another. */
  readonly args?: readonly Span[];
  /** Numbers may be followed by anything, as in sip.conf. */
  readonly lenient?: boolean;
  /** The value is compared with, not set. */
  readonly compared?: boolean;
}

type Reader<Kind extends ValueSpec['kind']> = (
  draft: Draft,
  value: Span,
  spec: Extract<ValueSpec, { kind: Kind }>,
  place: Place,
) => void;

/** Notes what a value mentions, what is wrong with it, and what could stand in its place. */
export function readValue(draft: Draft, value: Span, spec: ValueSpec, place: Place): void {
  const read = readers[spec.kind] as Reader<ValueSpec['kind']>;
  read(draft, value, spec as never, place);
}

/** Whether the value is only known when the call runs, or when a template is filled in. */
const isDynamic = (value: string): boolean => /[${}<>%]|@@|__[A-Z]/.test(value);

const readers: { readonly [Kind in ValueSpec['kind']]: Reader<Kind> } = {
  boolean: (draft, value, _spec, place) => {
    draft.slots.push({ span: value, of: 'dialectTerm', group: 'boolean' });
    const text = textOf(draft.text, value);
    if (text && !booleanOf(text) && !isDynamic(text))
      find(draft, place.rule, value, [place.owner, text, 'yes, no'], closest(text, ['yes', 'no']));
  },

  enum: (draft, value, spec, place) => {
    const whole = unquoted(draft.text, value);
    for (const item of spec.list ? items(draft.text, whole, ',') : [whole]) readName(draft, item, spec, place);
  },

  number: (draft, value, spec, place) => {
    const text = textOf(draft.text, value);
    if (!text || isDynamic(text) || (spec.boolean && booleanOf(text))) return;
    const number = numberOf(text, spec.decimal, place.lenient);
    const range = rangeText(spec.min, spec.max);
    if (number === undefined) find(draft, 'sip.asterisk-option-range', value, [place.owner, text, range]);
    else if (number < (spec.min ?? -Infinity) || number > (spec.max ?? Infinity))
      find(draft, 'sip.asterisk-option-range', value, [place.owner, text, range]);
  },

  cause: (draft, value, _spec, place) => {
    const inner = unquoted(draft.text, value);
    const text = textOf(draft.text, inner);
    draft.slots.push({ span: inner, of: /^[A-Z_]+$/i.test(text) ? 'causeName' : 'q850Cause' });
    if (isDynamic(text)) return;
    if (/^\d{1,9}$/.test(text)) readCauseNumber(draft, inner, Number(text), place);
    else if (/^[A-Z_]\w*$/i.test(text)) readCauseName(draft, inner, text, place);
  },

  responseCode: (draft, value, spec, place) => {
    const inner = unquoted(draft.text, value);
    const text = textOf(draft.text, inner);
    draft.slots.push({ span: inner, of: 'statusCode' });
    const code = /^\d+$/.test(text)
      ? Number(text)
      : /^[A-Z_]{4,}$/.test(text)
        ? statusWithPhrase(text.replace(/^PJSIP_SC_/, ''))?.code
        : undefined;
    if (code === undefined || code === 0) return;
    mention(draft, { kind: 'statusCode', code }, inner);
    const outside = code < (spec.min ?? 0) || code > (spec.max ?? Infinity);
    if (outside && code >= 100 && code <= 699)
      find(draft, place.rule, inner, [place.owner, text, rangeText(spec.min, spec.max)]);
  },

  causeOrResponse: (draft, value, _spec, place) => {
    const response = /^(SIP\s+)(\d{3})(?:(\s+)(\S.*))?$/.exec(textOf(draft.text, value));
    if (!response) {
      if (/^\d+$/.test(textOf(draft.text, value))) readValue(draft, value, { kind: 'cause' }, place);
      return;
    }
    const code = Number(response[2]);
    const start = value.start + response[1]!.length;
    mention(draft, { kind: 'statusCode', code }, span(start, start + 3));
    if (response[4])
      mention(
        draft,
        { kind: 'reasonPhrase', phrase: response[4], code },
        span(start + 3 + response[3]!.length, value.end),
      );
  },

  headerField: (draft, value, spec) => {
    const inner = unquoted(draft.text, value);
    const colon = indexWithin(draft.text, ':', inner.start, inner.end);
    const name = colon >= 0 ? trimmed(draft.text, inner.start, colon) : inner;
    draft.slots.push({ span: name, of: 'headerField' });
    const text = textOf(draft.text, name);
    if (!isHeaderName(text)) return;
    if (spec.known && !headerFieldNamed(text) && !/^[xp]-/i.test(text)) return;
    mention(draft, { kind: 'headerField', name: text }, name);
  },

  codecs: (draft, value) => {
    for (const item of items(draft.text, value, ',')) {
      const [, before = '', format = ''] = /^([!(\s]*)([a-z]\w*)/i.exec(textOf(draft.text, item)) ?? [];
      const name = codecNamed(format);
      const start = item.start + before.length;
      if (name !== undefined) mention(draft, { kind: 'codec', name }, span(start, start + format.length));
    }
  },

  headerPrefix: (draft, value) => {
    draft.slots.push({ span: value, of: 'headerField' });
  },

  headerLine: (draft, value, _spec, place) => {
    const inner = unquoted(draft.text, value);
    const colon = indexWithin(draft.text, ':', inner.start, inner.end);
    if (colon < 0) {
      if (!isDynamic(textOf(draft.text, inner))) draft.slots.push({ span: inner, of: 'headerField' });
      return;
    }
    const name = trimmed(draft.text, inner.start, colon);
    if (!isHeaderName(textOf(draft.text, name))) return;
    readHeader(draft, name, trimmed(draft.text, colon + 1, inner.end), place);
  },

  headerValue: (draft, value, spec, place) => {
    const name = place.args?.[spec.of];
    if (name) readHeaderValue(draft, textOf(draft.text, name), unquoted(draft.text, value), place);
  },

  headerPairs: (draft, value, _spec, place) => {
    if (draft.text[value.start] !== '&') return;
    for (const pair of items(draft.text, span(value.start + 1, value.end), '&')) {
      const equals = indexWithin(draft.text, '=', pair.start, pair.end);
      if (equals < 0) continue;
      const name = trimmed(draft.text, pair.start, equals);
      const text = textOf(draft.text, name);
      if (text.toLowerCase() !== 'content' && isHeaderName(text))
        readHeader(draft, name, trimmed(draft.text, equals + 1, pair.end), place);
    }
  },

  headerParameter: (draft, value, spec, place) => {
    const header = place.args?.[spec.of];
    const name = textOf(draft.text, value);
    if (!header || !isHeaderName(name)) return;
    const inUri = place.args?.[1] && textOf(draft.text, place.args[1]).toLowerCase() === 'uri';
    mention(
      draft,
      inUri
        ? { kind: 'uriParameter', name }
        : { kind: 'headerParameter', name, header: headerFieldNamed(textOf(draft.text, header))?.name ?? '' },
      value,
    );
  },

  method: (draft, value, spec, place) => {
    for (const item of spec.list ? items(draft.text, value, ',') : [value]) {
      const text = textOf(draft.text, item);
      draft.slots.push({ span: item, of: 'method' });
      if (!/^[\w-]+$/.test(text)) continue;
      const name = methodNamed(text.toUpperCase())?.name ?? text;
      mention(draft, { kind: 'method', name }, item);
      if (spec.only && !spec.only.includes(name))
        find(draft, place.rule, item, [place.owner, text, spec.only.join(', ')]);
    }
  },

  eventPackage: (draft, value) => {
    const name = upToParameters(draft.text, value);
    draft.slots.push({ span: name, of: 'eventPackage' });
    const text = textOf(draft.text, name);
    if (isHeaderName(text)) mention(draft, { kind: 'eventPackage', name: text }, name);
  },

  optionTag: (draft, value, spec) => {
    for (const item of spec.list ? items(draft.text, value, ',') : [value]) {
      const text = textOf(draft.text, item);
      draft.slots.push({ span: item, of: 'optionTag' });
      if (isHeaderName(text)) mention(draft, { kind: 'optionTag', name: text }, item);
    }
  },

  known: (draft, value, spec, place) => {
    const separator = spec.list === true ? ',' : spec.list;
    for (const whole of separator ? items(draft.text, value, separator) : [value]) {
      const item = upToParameters(draft.text, whole);
      const text = textOf(draft.text, item);
      if (!text || isDynamic(text)) continue;
      if (spec.only && !spec.only.some((name) => name.toLowerCase() === text.toLowerCase()))
        find(draft, place.rule, item, [place.owner, text, spec.only.join(', ')], closest(text, spec.only));
      else mention(draft, { kind: 'value', of: spec.of, name: text }, item);
    }
  },

  reason: (draft, value) => {
    const protocol = upToParameters(draft.text, value);
    const name = textOf(draft.text, protocol);
    if (!isHeaderName(name)) return;
    mention(draft, { kind: 'reasonProtocol', name }, protocol);
    const cause = /;\s*cause\s*=\s*(\d{1,4})/i.exec(draft.text.slice(protocol.end, value.end));
    if (!cause) return;
    const end = protocol.end + cause.index + cause[0].length;
    const code = Number(cause[1]);
    const isSip = name.toUpperCase() === 'SIP';
    if (isSip || name.toUpperCase() === 'Q.850')
      mention(
        draft,
        isSip ? { kind: 'statusCode', code } : { kind: 'q850Cause', code },
        span(end - cause[1]!.length, end),
      );
  },

  sipUri: (draft, value) => {
    const parameters = /\\?;([\w-]+)(?:=([\w.-]+))?/g;
    const text = textOf(draft.text, value);
    for (const match of text.matchAll(parameters)) {
      const start = value.start + match.index + match[0].indexOf(';') + 1;
      mention(
        draft,
        { kind: 'uriParameter', name: match[1]!, ...(match[2] ? { value: match[2] } : {}) },
        span(start, value.start + match.index + match[0].length),
      );
    }
  },

  variable: (draft, value) => {
    const known = variable(textOf(draft.text, value));
    if (known) dialectTerm(draft, 'variable', known.name, value);
  },

  optionLetters: (draft, value, spec, place) => {
    let at = value.start;
    while (at < value.end) {
      const letter = draft.text[at++]!;
      if (draft.text[at] !== '(') continue;
      const close = indexWithin(draft.text, ')', at, value.end);
      if (close < 0) return;
      const inner = spec.letters[letter];
      if (inner) readValue(draft, trimmed(draft.text, at + 1, close), inner, place);
      at = close + 1;
    }
  },
};

/** A header field whose name and value are both known places. */
export function readHeader(draft: Draft, name: Span, value: Span, place: Place): void {
  const text = textOf(draft.text, name);
  draft.slots.push({ span: name, of: 'headerField' });
  mention(draft, { kind: 'headerField', name: text }, name);
  readHeaderValue(draft, text, value, place);
}

function readHeaderValue(draft: Draft, name: string, value: Span, place: Place): void {
  const spec = headerValue(headerFieldNamed(name)?.name ?? name);
  if (spec && !isDynamic(textOf(draft.text, value).replace(/<[^>]*>/g, ''))) readValue(draft, value, spec, place);
}

function readName(draft: Draft, item: Span, spec: Extract<ValueSpec, { kind: 'enum' }>, place: Place): void {
  const text = textOf(draft.text, item);
  draft.slots.push({ span: item, of: 'dialectTerm', group: spec.group });
  if (!text || isDynamic(text)) return;
  const known = entryOf(spec.group, text);
  if (known && (!spec.rule || known.name === text)) {
    dialectTerm(draft, spec.group, known.name, item);
    return;
  }
  const truth = spec.boolean ? booleanOf(text) : undefined;
  if (truth && (spec.boolean !== 'no' || truth === 'no')) {
    if (spec.boolean !== 'silent' && entryOf(spec.group, truth)) dialectTerm(draft, spec.group, truth, item);
    return;
  }
  if (spec.open || spec.legacy?.includes(text.toLowerCase())) return;
  if (spec.numbers && /^\d+$/.test(text)) return;
  if (spec.prefixes?.some((prefix) => text.toLowerCase().startsWith(prefix))) return;
  judgeName(draft, item, text, spec, place);
}

/** A name that the group has not. A status that a dialplan sets itself may be any word: only near misses are told. */
function judgeName(
  draft: Draft,
  item: Span,
  text: string,
  spec: Extract<ValueSpec, { kind: 'enum' }>,
  place: Place,
): void {
  const names = namesOf(spec.group);
  const meant = alias(spec.group, text) ?? closest(text, names);
  if (spec.rule === 'dialstatus') {
    if (meant) find(draft, 'sip.asterisk-dialstatus', item, [text, meant], meant);
  } else find(draft, place.rule, item, [place.owner, text, names.join(', ')], meant);
}

const causeByName = new Map(q850Causes.flatMap((fact) => (fact.asterisk ? [[fact.asterisk, fact] as const] : [])));
const causeNames: readonly string[] = [...causeByName.keys()];

function readCauseNumber(draft: Draft, value: Span, code: number, place: Place): void {
  if (code === 0 && place.compared) return;
  mention(draft, { kind: 'q850Cause', code }, value);
  if (code > 127 && q850Cause(code)) find(draft, 'sip.asterisk-hangup-cause', value, [String(code), '1–127']);
}

function readCauseName(draft: Draft, value: Span, text: string, place: Place): void {
  const fact = causeByName.get(text.toUpperCase());
  if (fact) mention(draft, { kind: 'q850Cause', code: fact.code }, value);
  else if (!place.compared) {
    const meant = alias('cause', text) ?? closest(text, causeNames);
    find(draft, 'sip.asterisk-hangup-cause', value, [text, meant ?? '1–127'], meant);
  }
}

/** The parts of a list, without the blanks around them; empty ones stay, as places to write in. */
function items(text: string, list: Span, separator: string): readonly Span[] {
  const found: Span[] = [];
  let start = list.start;
  while (start <= list.end) {
    const at = indexWithin(text, separator, start, list.end);
    const end = at < 0 ? list.end : at;
    found.push(trimmed(text, start, text[end - 1] === '\\' && separator === ';' ? end - 1 : end));
    start = end + 1;
  }
  return found;
}

function unquoted(text: string, value: Span): Span {
  return value.end - value.start >= 2 && text[value.start] === '"' && text[value.end - 1] === '"'
    ? span(value.start + 1, value.end - 1)
    : value;
}

/** `check-sync` of `check-sync\;reboot=true`. */
function upToParameters(text: string, value: Span): Span {
  const semicolon = indexWithin(text, ';', value.start, value.end);
  if (semicolon < 0) return value;
  return trimmed(text, value.start, text[semicolon - 1] === '\\' ? semicolon - 1 : semicolon);
}

const isHeaderName = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9!%_+.'`~-]*$/.test(text);

function numberOf(text: string, decimal: boolean | undefined, lenient: boolean | undefined): number | undefined {
  if (lenient) {
    const leading = /^[+-]?\d+/.exec(text);
    return leading ? Number(leading[0]) : undefined;
  }
  if (/^0x[0-9a-f]+$/i.test(text)) return Number(text);
  return (decimal ? /^[+-]?\d*\.?\d+$/ : /^[+-]?\d+$/).test(text) ? Number(text) : undefined;
}

function rangeText(min: number | undefined, max: number | undefined): string {
  if (max !== undefined) return `${min ?? 0}–${max}`;
  return min === undefined ? '0–' : `≥ ${min}`;
}
