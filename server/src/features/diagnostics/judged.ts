import { methods } from '../../knowledge/facts.ts';
import { headerFieldNamed, methodNamed } from '../../knowledge/names.ts';
import type { HeaderField, Message, RequestLine, StatusLine } from '../../sip/message.ts';
import { type Span, textOf } from '../../sip/span.ts';
import { parseCSeq } from '../../sip/values/cseq.ts';
import { parameterNamed, splitAt } from '../../sip/values/parameters.ts';
import { parseVia, type Via } from '../../sip/values/via.ts';
import { bodyLineInHead } from './body-in-head.ts';
import { measure } from './body-size.ts';
import type { Finding } from './finding.ts';
import { unfolded } from './folds.ts';
import { isToken, STATUS_CODE } from './grammar.ts';
import { fieldWord, intendedHeader, isToWithoutT, shortText, tornByColon, tornName } from './header-names.ts';
import { rejoined } from './lost-folds.ts';
import type { RuleId } from './rules.ts';
import { nearest } from './spelling.ts';

/** What is known of a message besides its text. */
export interface MessageContext {
  /** False when a log cut the message or its end is unknown: nothing is said about what is missing. */
  readonly complete: boolean;
  /** False when the body may end later or earlier than the text does. */
  readonly trustedBodyEnd: boolean;
  /** Whether a text holds a placeholder (SIPp's `[keywords]`, a configuration's variables), which is never judged. */
  readonly wildcard?: (text: string) => boolean;
}

/** A message with what several rules ask of it, found once. */
export interface Judged {
  readonly message: Message;
  readonly text: string;
  readonly context: MessageContext;
  readonly request: RequestLine | undefined;
  readonly response: StatusLine | undefined;
  /** The method of a request, or the one that a response answers, as it was meant: `INVITE` for `INVTE`. */
  readonly method: string | undefined;
  readonly status: number | undefined;
  /** Header fields by the full name that was meant, in their order. */
  readonly fields: ReadonlyMap<string, readonly HeaderField[]>;
  /** The names that were meant, of fields whose names are misspelt. */
  readonly misspelt: ReadonlyMap<HeaderField, string>;
  /** Those of them that may be somebody's own nevertheless: they stand for the field that is missed, and no more is said of them. */
  readonly guessed: ReadonlySet<HeaderField>;
  /** Whether the method is guessed, so that nothing is asked of the message for its sake. */
  readonly isMethodGuessed: boolean;
  /** Header fields that a blank before their names has made part of the one above. */
  readonly indented: readonly HeaderField[];
  /** Header fields whose folded lines have lost the blank before them, those lines, and an empty line before such a line. */
  readonly rejoined: readonly HeaderField[];
  readonly lostFolds: readonly Span[];
  readonly emptyLine: Span | undefined;
  /** Header fields that a placeholder (`[last_Via:]`) or a line without its colon stands for. In lower case. */
  readonly provided: ReadonlySet<string>;
  /** Whether a placeholder on a line of its own (`[$4]`), or a value without a name, may stand for any header field. */
  readonly holdsUnknownFields: boolean;
  /** Where the body starts in the head, because the empty line between them is missing. */
  readonly bodyInHead: Span | undefined;
  /** The sender's own. */
  readonly topVia: Via | undefined;
  /** Whether the sender follows RFC 3261 and not RFC 2543: its `branch` starts with the magic cookie. */
  readonly modern: boolean;
  textOf(span: Span): string;
  /** Whether a placeholder stands in the range, so that nobody knows what it will hold. */
  isWild(span: Span): boolean;
}

export type Report = (rule: RuleId, span: Span, details?: Omit<Finding, 'rule' | 'span'>) => void;

/** Judges one aspect of a whole message. */
export type MessageCheck = (judged: Judged, report: Report) => void;

/** Judges the value of one header field. */
export type FieldCheck = (judged: Judged, field: HeaderField, report: Report) => void;

export const MAGIC_COOKIE = 'z9hG4bK';

/** The first line of a session description or of a part of a multipart body; dashes alone part log entries. */
const BODY_START = /^(?:v=0\s*$|--(?!-*\s*$)[^\r\n]{5,70}\s*$)/;

const noFields: readonly HeaderField[] = [];

export function prepare(whole: Message, context: MessageContext): Judged {
  const { message: joined, ...folds } = rejoined(whole);
  const { message, indented } = unfolded(joined);
  const { text, startLine } = message;
  const { wildcard } = context;
  const isWild = (span: Span): boolean => wildcard?.(textOf(text, span)) ?? false;
  const request = startLine.kind === 'request' ? startLine : undefined;
  const response = startLine.kind === 'response' ? startLine : undefined;
  const bodyInHead = bodyWithoutBlankLine(message, context);
  const { fields, misspelt, guessed } = fieldsByMeaning(message, bodyInHead?.start ?? text.length);
  const topVia = firstVia(text, fields.get('Via') ?? noFields);
  const branch = topVia && parameterNamed(text, topVia.parameters, 'branch')?.value;
  const written = request?.method ?? cseqMethod(message, fields);
  const method = meantMethod(text, written, fields.get('CSeq')?.[0]);
  const code = response ? textOf(text, response.code) : '';
  return {
    message,
    text,
    context,
    request,
    response,
    method,
    isMethodGuessed: method !== undefined && written !== undefined && textOf(text, written).toUpperCase() !== method,
    status: STATUS_CODE.test(code) ? Number(code) : undefined,
    fields,
    misspelt,
    guessed,
    indented,
    ...folds,
    provided: providedFields(message, wildcard),
    holdsUnknownFields: message.strayLines.some(
      (line) => text.startsWith(':', line.start) || (isWild(line) && isUnnamedField(textOf(text, line))),
    ),
    bodyInHead,
    topVia,
    modern: branch !== undefined && (text.startsWith(MAGIC_COOKIE, branch.start) || isWild(branch)),
    textOf: (span) => textOf(text, span),
    isWild,
  };
}

/** By what bodies begin with, or where what stands in the head's place is as long as `Content-Length` says. */
function bodyWithoutBlankLine(message: Message, { complete }: MessageContext): Span | undefined {
  const { text, strayLines, headers, body } = message;
  const start = strayLines.find((line) => BODY_START.test(shortText(text, line)));
  if (start || body.start < body.end) return start;
  const valueOf = (name: string): string => {
    const field = headers.find(({ canonical }) => canonical === name);
    return field ? shortText(text, field.value).trim() : '';
  };
  const length = valueOf('Content-Length');
  if (!/^\d{1,9}$/.test(length) || Number(length) === 0) return undefined;
  const lastField = headers.findLast((field) => field.known);
  const first = strayLines.find((line) => !lastField || line.start > lastField.span.start);
  if (first && measure(text, { start: first.start, end: text.length }).fits(Number(length))) return first;
  return complete ? bodyLineInHead(message, first, valueOf('Content-Type')) : undefined;
}

function firstVia(text: string, fields: readonly HeaderField[]): Via | undefined {
  for (const field of fields) {
    const part = splitAt(text, field.value, ',').find(({ start, end }) => start < end);
    if (part) return parseVia(text, part);
  }
  return undefined;
}

/** The fields of a name whose values may be judged. */
export function fieldsNamed({ fields, guessed }: Judged, name: string): readonly HeaderField[] {
  const named = fields.get(name) ?? noFields;
  return guessed.size === 0 ? named : named.filter((field) => !guessed.has(field));
}

export const fieldNamed = (judged: Judged, name: string): HeaderField | undefined => fieldsNamed(judged, name)[0];

/** The name of a header field as it was meant, where it is misspelt. */
export const meantName = (judged: Judged, field: HeaderField): string => judged.misspelt.get(field) ?? field.canonical;

export const hasField = (judged: Judged, name: string): boolean =>
  judged.fields.has(name) || judged.provided.has(name.toLowerCase());

export const valueText = (judged: Judged, name: string): string | undefined => {
  const field = fieldNamed(judged, name);
  return field && judged.textOf(field.value);
};

export const registeredMethods = methods.filter((fact) => fact.status === 'registered').map((fact) => fact.name);

/** The registered method that a misspelt one stands for; undefined for a known method and for one unlike all others. */
export const intendedMethod = (written: string): string | undefined =>
  methodNamed(written) ? undefined : nearest(written, registeredMethods);

function meantMethod(text: string, method: Span | undefined, cseq: HeaderField | undefined): string | undefined {
  if (!method) return undefined;
  const written = textOf(text, method);
  const meant = intendedMethod(written);
  if (meant !== undefined || !cseq || methodNamed(written)) return meant ?? written;
  // Where two are equally near, `CSeq` says which.
  const other = parseCSeq(text, cseq.value).method;
  const named = other ? textOf(text, other) : '';
  return registeredMethods.includes(named) && nearest(written, [named], 1) ? named : written;
}

function cseqMethod(message: Message, fields: ReadonlyMap<string, readonly HeaderField[]>): Span | undefined {
  if (message.startLine.kind !== 'response') return undefined;
  const field = fields.get('CSeq')?.[0];
  if (!field) return undefined;
  const { number, method } = parseCSeq(message.text, field.value);
  // A number that is none, or is torn, has shifted the words.
  const isShifted = number && /^:|[A-Za-z]$/.test(textOf(message.text, number));
  return isShifted || method?.end !== field.value.end || /^\d+$/.test(textOf(message.text, method))
    ? undefined
    : method;
}

function fieldsByMeaning(message: Message, headEnd: number): Pick<Judged, 'fields' | 'misspelt' | 'guessed'> {
  const fields = new Map<string, HeaderField[]>();
  const misspelt = new Map<HeaderField, string>();
  const guessed = new Set<HeaderField>();
  const strangers: HeaderField[] = [];
  for (const field of message.headers) {
    if (field.span.start >= headEnd) break;
    const torn = tornByColon(message.text, field);
    if (torn !== undefined) {
      misspelt.set(field, torn);
      add(fields, torn, field);
      continue;
    }
    if (!field.known && strangers.length < MOST_STRANGERS) strangers.push(field);
    add(fields, field.canonical, field);
  }
  for (const stranger of strangers) {
    const meant = intendedHeader(
      stranger.canonical,
      (name) => fields.has(name),
      shortText(message.text, stranger.value),
    );
    if (meant === undefined) continue;
    misspelt.set(stranger, meant);
    // What is no name at all is nobody's own.
    if (!isToken(stranger.canonical)) add(fields, meant, stranger);
    else {
      guessed.add(stranger);
      if (!fields.has(meant)) add(fields, meant, stranger);
    }
  }
  const to = fields.has('To') ? undefined : fields.get('Event')?.find((field) => isToWithoutT(message.text, field));
  if (to) {
    misspelt.set(to, 'To');
    add(fields, 'To', to);
    const events = fields.get('Event')!.filter((field) => field !== to);
    if (events.length > 0) fields.set('Event', events);
    else fields.delete('Event');
  }
  return { fields, misspelt, guessed };
}

/** Nobody writes so many unknown header fields by hand; whoever sends them wants to see us work. */
export const MOST_STRANGERS = 200;

function add(fields: Map<string, HeaderField[]>, name: string, field: HeaderField): void {
  const known = fields.get(name);
  if (known) known.push(field);
  else fields.set(name, [field]);
}

/** `[last_Via:]` stands for `Via`, `[routes]` for `Route`, and `Call-ID 1@example.com` only lost its colon. */
function providedFields(message: Message, wildcard: MessageContext['wildcard']): ReadonlySet<string> {
  if (!wildcard && message.strayLines.length === 0) return noNames;
  const provided = new Set<string>();
  for (const line of message.strayLines.slice(0, MOST_STRANGERS)) {
    const written = shortText(message.text, line);
    const word = fieldWord(written.replace(/^[:\s]+/, ''));
    provided.add((headerFieldNamed(word)?.name ?? word).toLowerCase());
    const torn = tornName(written);
    if (torn) provided.add(torn.name.toLowerCase());
  }
  if (!wildcard) return provided;
  const lines = [...message.strayLines, ...message.headers.filter((field) => !field.known).map((field) => field.span)];
  for (const line of lines) {
    const written = textOf(message.text, line);
    if (!wildcard(written)) continue;
    for (const [word] of written.matchAll(/[A-Za-z][A-Za-z-]*/g)) provided.add(word.replace(/s$/, '').toLowerCase());
  }
  return provided;
}

const noNames: ReadonlySet<string> = new Set();

/** `[$4]` or a word of the user's own, and not `[authentication]`, which brings one field alone. */
const isUnnamedField = (line: string): boolean =>
  /^\[[^\]]*\]$/.test(line) && !/^\[(?:authentication|routes)\b/i.test(line);
