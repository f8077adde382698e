import { headerFieldNamed, methodNamed } from '../../../knowledge/names.ts';
import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import { headerValueMentions } from '../../header-value-mentions.ts';
import type { Term } from '../../mention.ts';
import type { Found, Slot } from './found.ts';
import { statusPieces } from './patterns.ts';
import { isForeignMethod, methodLetters, tokensOfHeader, type ValueKind } from './table.ts';
import { variablesIn } from './variables.ts';

/** A literal that carries a SIP value. */
export interface Value {
  readonly text: string;
  /** The literal without its quotes. */
  readonly span: Span;
  /** Whether the literal is all of the value, and not the first part of a concatenation. */
  readonly whole: boolean;
  /** The code beside a phrase. */
  readonly code?: number;
  /** The header field whose value it belongs to, by its full name. */
  readonly header?: string;
  /** For a code: where its phrase would be filled in. */
  readonly phrase?: Pick<Slot, 'phrase' | 'phraseFrame'>;
}

type ValueReader = (value: Value, found: Found) => void;

/** Notes what a literal mentions, what could be completed in it, and which parts of it nobody knows yet. */
export function readValue(kind: ValueKind, value: Value, found: Found): void {
  for (const variable of variablesIn(value.text, value.span)) found.wildcards.push(variable);
  readers[kind](value, found);
}

/** The parts of a list with one separator, trimmed; an empty part stays. */
export function listItems(text: string, list: Span, separators: string): readonly Span[] {
  const items: Span[] = [];
  let start = list.start;
  for (let i = list.start; i <= list.end; i++) {
    if (i < list.end && !separators.includes(text.charAt(i))) continue;
    items.push(trimmed(text, start, i));
    start = i + 1;
  }
  return items;
}

const add = (found: Found, term: Term, place: Span): void => {
  found.mentions.push({ term, span: place });
};

const offer = (found: Found, of: Slot['of'], range: Span, more: Partial<Slot> = {}): void => {
  found.slots.push({ range, gap: false, of, ...more });
};

const isEmpty = (place: Span): boolean => place.start >= place.end;
/** Whether a part of a text is put in later: by the product, or by a template engine before it. */
const hasVariable = (text: string): boolean => text.includes('$') || text.includes('{{') || text.includes('<%');
const isToken = (name: string): boolean => /^[A-Za-z0-9!%*_+`'~.-]+$/.test(name);

/** A code in a literal; undefined when it is none. */
export function codeOf(text: string, place: Span): number | undefined {
  const written = textOf(text, trimmed(text, place.start, place.end));
  return /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}

/** The name of a method as the registry spells it, since the products compare without regard to case. */
export const spelledMethod = (written: string): string =>
  methodNamed(written) ? written : methodNamed(written.toUpperCase()) ? written.toUpperCase() : written;

function addCode(found: Found, text: string, place: Span): void {
  const code = codeOf(text, place);
  if (code !== undefined && code > 0) add(found, { kind: 'statusCode', code }, trimmed(text, place.start, place.end));
}

function addMethod(found: Found, text: string, place: Span): void {
  const name = textOf(text, place);
  if (/^[A-Za-z][A-Za-z0-9_-]*$/.test(name) && !isForeignMethod(name)) {
    add(found, { kind: 'method', name: spelledMethod(name) }, place);
  }
}

function addHeader(found: Found, text: string, place: Span): void {
  const name = textOf(text, place);
  if (isToken(name) && /[A-Za-z]/.test(name)) add(found, { kind: 'headerField', name }, place);
}

/** A list of items that are all of one kind. */
const listOf =
  (separators: string, read: (item: Span, found: Found, text: string) => void, of?: Slot['of']): ValueReader =>
  (value, found) => {
    for (const item of listItems(value.text, value.span, separators)) {
      if (of) offer(found, of, item);
      if (!isEmpty(item)) read(item, found, value.text);
    }
  };

/** A single value, which is not judged when only a part of it is known. */
const single =
  (read: (item: Span, found: Found, text: string) => void, of?: Slot['of']): ValueReader =>
  (value, found) => {
    const item = trimmed(value.text, value.span.start, value.span.end);
    if (of) offer(found, of, item);
    if (value.whole && !isEmpty(item)) read(item, found, value.text);
  };

const named =
  (term: (name: string) => Term, pattern: RegExp) =>
  (item: Span, found: Found, text: string): void => {
    const name = textOf(text, item);
    if (pattern.test(name)) add(found, term(name), item);
  };

const name = /^[A-Za-z0-9._+-]+$/;
const addOptionTag = named((tag) => ({ kind: 'optionTag', name: tag }), name);
const addEvent = named((event) => ({ kind: 'eventPackage', name: event }), name);
const addCodec = named((codec) => ({ kind: 'codec', name: codec }), name);
const addContentType = named(
  (type) => ({ kind: 'value', of: 'contentType', name: type }),
  /^[A-Za-z0-9.+-]+\/[A-Za-z0-9.+-]+$/,
);

const readCode: ValueReader = (value, found) => {
  const place = trimmed(value.text, value.span.start, value.span.end);
  offer(found, 'statusCode', place, value.phrase);
  if (value.whole) addCode(found, value.text, place);
};

const readPhrase: ValueReader = (value, found) => {
  const code = value.code === undefined ? {} : { code: value.code };
  offer(found, 'reasonPhrase', value.span, code);
  const written = textOf(value.text, value.span);
  if (!value.whole || isEmpty(value.span) || hasVariable(written)) return;
  add(found, { kind: 'reasonPhrase', phrase: written.replace(/\\(["'\\])/g, '$1'), ...code }, value.span);
};

/** `404 Not Found` (module acc): other comments have no code. */
const readCodeAndPhrase: ValueReader = (value, found) => {
  const match = /^([1-6]\d\d)(?:[ \t]+([^$]*))?$/.exec(textOf(value.text, value.span));
  if (!match || !value.whole) return;
  const codeEnd = value.span.start + 3;
  readCode({ ...value, span: span(value.span.start, codeEnd) }, found);
  const phrase = trimmed(value.text, codeEnd, value.span.end);
  if (!isEmpty(phrase)) readPhrase({ ...value, span: phrase, code: Number(match[1]) }, found);
};

const readCodePattern: ValueReader = (value, found) => {
  if (!hasVariable(textOf(value.text, value.span).replace(/\$(?=$|[|)])/g, ''))) {
    for (const piece of statusPieces(value.text, value.span)) {
      if (piece.kind === 'code') add(found, { kind: 'statusCode', code: piece.code }, piece.span);
      else add(found, { kind: 'statusClass', digit: piece.digit }, piece.span);
    }
  }
  for (const item of listItems(value.text, value.span, '|()')) {
    if (/^\^?\d{0,3}$/.test(textOf(value.text, item))) offer(found, 'statusCode', item);
  }
};

/** `501, 403`; a single digit is a class. */
const readCodes = listOf(
  ',;',
  (item, found, text) => {
    if (item.end - item.start === 1) addClassDigit(found, text, item);
    else addCode(found, text, item);
  },
  'statusCode',
);

function addClassDigit(found: Found, text: string, item: Span): void {
  const digit = Number(textOf(text, item));
  if (digit >= 1 && digit <= 6) add(found, { kind: 'statusClass', digit }, item);
}

/** `class=2;code=403`. */
const readCodeRules = listOf(';', (item, found, text) => {
  const equals = text.indexOf('=', item.start);
  if (equals < 0 || equals >= item.end) return;
  const place = trimmed(text, equals + 1, item.end);
  const rule = textOf(text, trimmed(text, item.start, equals));
  if (rule === 'class') addClassDigit(found, text, place);
  else if (rule === 'code') {
    offer(found, 'statusCode', place);
    addCode(found, text, place);
  }
});

const methodItem = (item: Span, found: Found, text: string): void => addMethod(found, text, item);

/** `3:INVITE`: a number, then a method (module ratelimit). */
const readMethodRule: ValueReader = (value, found) => {
  const colon = value.text.indexOf(':', value.span.start);
  const start = colon >= 0 && colon < value.span.end ? colon + 1 : value.span.start;
  const place = trimmed(value.text, start, value.span.end);
  offer(found, 'method', place);
  addMethod(found, value.text, place);
};

/** `IABC`: a letter for each method. */
const readMethodLetters: ValueReader = (value, found) => {
  for (let i = value.span.start; i < value.span.end; i++) {
    const method = methodLetters[value.text.charAt(i).toUpperCase()];
    if (method) add(found, { kind: 'method', name: method }, span(i, i + 1));
  }
};

/** `Supported[0]`, `Contact.expires`: a header field, which of them, and its parameter (module textopsx). */
const readHeaderItem: ValueReader = (value, found) => {
  const written = textOf(value.text, value.span);
  const size = /[[./]/.exec(written)?.index ?? written.length;
  const place = trimmed(value.text, value.span.start, value.span.start + size);
  offer(found, 'headerField', place);
  if (value.whole || size < written.length) addHeader(found, value.text, place);
};

/** `X-Info: a\r\nX-More: b\r\n`. Where no colon stands, a name is about to be written, or a type of content. */
const readHeaderLines: ValueReader = (value, found) => {
  const { text } = value;
  let at = value.span.start;
  while (at < value.span.end) {
    const lineEnd = headerLineEnd(text, at, value.span.end);
    readHeaderLine(value, at, lineEnd.content, found);
    at = lineEnd.next;
  }
  if (isEmpty(value.span)) offer(found, 'headerField', value.span);
};

/** Where a header line ends: at `\r\n` as an escape, or at a line break. */
function headerLineEnd(text: string, at: number, limit: number): { content: number; next: number } {
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return { content: i, next: i + 1 };
    if (code !== 92) continue;
    const escaped = text.charCodeAt(i + 1);
    if (escaped === 110 || escaped === 114) {
      const next = text.startsWith('\\n', i + 2) && escaped === 114 ? i + 4 : i + 2;
      return { content: i, next: Math.min(next, limit) };
    }
    i++;
  }
  return { content: limit, next: limit };
}

function readHeaderLine(value: Value, start: number, end: number, found: Found): void {
  const { text } = value;
  const line = text.slice(start, end);
  const match = /^([A-Za-z0-9!%*_+`'~.-]+)([ \t]*):/.exec(line);
  if (!match) {
    if (isToken(line)) offer(found, 'headerField', span(start, end));
    else addContentType(span(start, end), found, text);
    return;
  }
  const nameSpan = span(start, start + match[1]!.length);
  offer(found, 'headerField', nameSpan);
  addHeader(found, text, nameSpan);
  const content = trimmed(text, start + match[0].length, end);
  if (isEmpty(content) || !value.whole || hasVariable(textOf(text, content))) return;
  const fact = headerFieldNamed(match[1]!);
  if (!fact) return;
  const field = { name: nameSpan, canonical: fact.name, known: true, value: content, span: span(start, content.end) };
  for (const mention of headerValueMentions(text, field)) found.mentions.push(mention);
}

/**
 * `^(Subject|X-Info)$`: a pattern over names of fields. What is only the start of a name (`^P-`) or holds more of a
 * pattern than its anchors names no field.
 */
const readHeaderPattern: ValueReader = (value, found) => {
  const { text } = value;
  const pattern = textOf(text, value.span);
  // `^X-(One|Two)$`: the group holds ends of names.
  if (!value.whole || /\$(?![)|]|$)/.test(pattern) || /[\w-]\(/.test(pattern)) return;
  for (const item of listItems(text, value.span, '|()')) {
    const start = text[item.start] === '^' ? item.start + 1 : item.start;
    const end = item.end > start && text[item.end - 1] === '$' ? item.end - 1 : item.end;
    if (/^[A-Za-z][A-Za-z0-9_-]*[A-Za-z0-9]$/.test(text.slice(start, end))) addHeader(found, text, span(start, end));
  }
};

/** `^User-Agent: Example`, `/^(Event|o)[ \t]*:/`: a pattern over the message that starts with names of fields. */
const readHeaderSearch: ValueReader = (value, found) => {
  const written = textOf(value.text, value.span).slice(0, 200);
  const match = /^(\/?\^?\(?)([A-Za-z][A-Za-z0-9-]*(?:\|[A-Za-z][A-Za-z0-9-]*)*)\)?\(?(?:\[[^\]]*\][*+]?)?\)?:/.exec(
    written,
  );
  if (!match) return;
  const start = value.span.start + match[1]!.length;
  const names = listItems(value.text, span(start, start + match[2]!.length), '|');
  const anchored = match[1]!.includes('^');
  for (const name of names)
    if (anchored || headerFieldNamed(textOf(value.text, name))) addHeader(found, value.text, name);
};

/** A token in the value of the header field that is named beside it: `list_hdr_has_option("Supported", "100rel")`. */
const readHeaderToken: ValueReader = (value, found) => {
  const kind = value.header === undefined ? undefined : tokensOfHeader(value.header);
  if (kind) readers[kind](value, found);
};

/** `dialog;sla`: a package, then its parameters. */
const readEvent: ValueReader = (value, found) => {
  const semicolon = textOf(value.text, value.span).indexOf(';');
  const end = semicolon < 0 ? value.span.end : value.span.start + semicolon;
  single(addEvent, 'eventPackage')({ ...value, span: span(value.span.start, end) }, found);
};

const readUriParameterPair: ValueReader = (value, found) => {
  const written = textOf(value.text, value.span);
  const match = /^([A-Za-z0-9._~-]+)(?:=([^$]*))?/.exec(written);
  if (!match) return;
  const place = span(value.span.start, value.span.start + match[1]!.length);
  const given = match[2] === undefined ? {} : { value: match[2] };
  add(found, { kind: 'uriParameter', name: match[1]!.toLowerCase(), ...given }, place);
};

const readers: Readonly<Record<ValueKind, ValueReader>> = {
  code: readCode,
  phrase: readPhrase,
  codeAndPhrase: readCodeAndPhrase,
  codePattern: readCodePattern,
  codes: readCodes,
  codeRules: readCodeRules,
  classDigit: single((item, found, text) => item.end - item.start === 1 && addClassDigit(found, text, item)),
  method: single(methodItem, 'method'),
  methods: listOf('|', methodItem, 'method'),
  methodsList: listOf(',;| ', methodItem, 'method'),
  methodRule: readMethodRule,
  methodLetters: readMethodLetters,
  header: single((item, found, text) => addHeader(found, text, item), 'headerField'),
  headers: listOf(',;|', (item, found, text) => addHeader(found, text, item), 'headerField'),
  headerItem: readHeaderItem,
  headerLines: readHeaderLines,
  headerToken: readHeaderToken,
  headerSearch: readHeaderSearch,
  headerPattern: readHeaderPattern,
  optionTag: single(addOptionTag, 'optionTag'),
  optionTags: listOf(', ', addOptionTag, 'optionTag'),
  event: readEvent,
  privacy: single(named((type) => ({ kind: 'value', of: 'privacy', name: type }), name)),
  contentType: single(addContentType),
  media: listOf(
    '|',
    named((media) => ({ kind: 'sdpMedia', name: media }), /^[a-z]+$/),
  ),
  mediaTransport: single(named((protocol) => ({ kind: 'sdpProtocol', name: protocol }), /^[A-Za-z0-9/]+$/)),
  codecs: listOf(',', addCodec),
  codecPattern: listOf('|()', addCodec),
  payloadTypes: listOf(',', (item, found, text) => {
    const number = textOf(text, item);
    if (/^\d{1,3}$/.test(number)) add(found, { kind: 'payloadType', number: Number(number) }, item);
  }),
  uriParameter: single(
    named((parameter) => ({ kind: 'uriParameter', name: parameter.toLowerCase() }), /^[A-Za-z0-9._~-]+$/),
  ),
  uriParameterPair: readUriParameterPair,
};
