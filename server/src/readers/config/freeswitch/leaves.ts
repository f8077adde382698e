import { type Span, span, trimmed } from '../../../sip/span.ts';
import { indexWithin } from '../index-within.ts';
import { closingBrace } from './references.ts';
import { apiCommands, groups, IN_EVENTS, isBoolean, type ValueKind, type ValueRow, variableNamed } from './table.ts';

/** The smallest parts of a value that mean something, with their places. What they say is read by `mentions.ts`. */
export type Leaf =
  | { readonly kind: 'application'; readonly span: Span }
  | { readonly kind: 'variable'; readonly span: Span }
  | { readonly kind: 'header'; readonly span: Span; readonly underscores: boolean }
  /** `certain` is false where the name of something else may stand. */
  | { readonly kind: 'cause'; readonly span: Span; readonly certain: boolean }
  | { readonly kind: 'causeNumber'; readonly span: Span }
  /** `phrase` is where the phrase stands or would stand; `required` where nothing but a code can be. */
  | { readonly kind: 'code'; readonly span: Span; readonly phrase?: Span; readonly required?: boolean }
  | { readonly kind: 'phrase'; readonly span: Span; readonly code: Span }
  | { readonly kind: 'codec'; readonly span: Span }
  | { readonly kind: 'event'; readonly span: Span }
  | { readonly kind: 'transport'; readonly span: Span }
  | { readonly kind: 'privacy'; readonly span: Span }
  | { readonly kind: 'contentType'; readonly span: Span }
  | { readonly kind: 'payloadType'; readonly span: Span }
  /** A word out of a list; with `booleans` any word for yes and no as well. */
  | {
      readonly kind: 'choice';
      readonly span: Span;
      readonly values: readonly string[];
      readonly booleans: boolean;
      readonly set?: string | undefined;
      /** The variable that takes it. */
      readonly variable?: string;
      readonly elsewhere?: Readonly<Record<string, string>> | undefined;
    }
  | { readonly kind: 'number'; readonly span: Span; readonly least: number };

/** The leaves of a value whose kind is known. */
export function leavesOf(text: string, value: Span, row: ValueRow): readonly Leaf[] {
  return row.value === undefined ? [] : splitters[row.value](text, trimmed(text, value.start, value.end), row);
}

type Splitter = (text: string, value: Span, row: ValueRow) => readonly Leaf[];

const one =
  (kind: 'causeNumber' | 'code' | 'transport' | 'payloadType' | 'contentType'): Splitter =>
  (_text, value) => [{ kind, span: value }];

const list =
  (kind: 'codec' | 'event' | 'privacy', separator: string): Splitter =>
  (text, value) =>
    parts(text, value, separator).map((part) => ({ kind, span: part }));

const causes: Splitter = (text, value) =>
  parts(text, value, ',').map((part) => ({ kind: 'cause', span: part, certain: true }));

const splitters: Readonly<Record<ValueKind, Splitter>> = {
  response: responseLeaves,
  statusCode: one('code'),
  protocolCause: (text, value) => {
    const match = /^sip:(?=\d)/i.exec(text.slice(value.start, value.end));
    return match ? [{ kind: 'code', span: span(value.start + match[0].length, value.end) }] : [];
  },
  cause: (_text, value) => [{ kind: 'cause', span: value, certain: true }],
  causeNumber: one('causeNumber'),
  causeList: causes,
  causeListOrBoolean: (text, value, row) =>
    isBoolean(text.slice(value.start, value.end)) ? [] : causes(text, value, row),
  causeListFirst: (text, value) => {
    const [first] = blankParts(text, value);
    return first ? parts(text, first, ',').map((part) => ({ kind: 'cause', span: part, certain: false })) : [];
  },
  timeCause: (text, value) => wordAsCause(text, value, 1),
  aclCause: (text, value) => wordAsCause(text, value, 2),
  limitCause: (text, value) => wordAsCause(text, value, 4).filter((leaf) => text[leaf.span.start] === '!'),
  headerField: () => [],
  headerName: (_text, value) => [{ kind: 'header', span: value, underscores: false }],
  headerNames: (text, value) =>
    parts(text, value, ',').map((part) => ({ kind: 'header', span: part, underscores: false })),
  contentType: one('contentType'),
  codecList: list('codec', ','),
  eventList: list('event', ','),
  transport: one('transport'),
  privacy: list('privacy', ';'),
  payloadType: one('payloadType'),
  boolean: (_text, value) => [{ kind: 'choice', span: value, values: [], booleans: true }],
  booleanOr: (_text, value, { values = [], set }) => [{ kind: 'choice', span: value, values, booleans: true, set }],
  oneOf: (_text, value, { values = [], elsewhere, set }) => [
    { kind: 'choice', span: value, values, booleans: false, elsewhere, set },
  ],
  number: (_text, value, row) => [{ kind: 'number', span: value, least: row.least ?? 0 }],
  variableName: variableLeaves,
  variableNames: (text, value) => delimited(text, value, undefined).flatMap((part) => variableLeaves(text, part)),
  assignment: assignmentLeaves,
  assignments: (text, value) => delimited(text, value, undefined).flatMap((part) => assignmentLeaves(text, part)),
  dialString: dialStringLeaves,
  command: commandLeaves,
  apiCommand: (text, value) => {
    const [word] = blankParts(text, value);
    const row = word && apiCommands.get(text.slice(word.start, word.end));
    return row ? leavesOf(text, span(word.end, value.end), row) : [];
  },
  metaApp: (text, value) => {
    const application = blankParts(text, value)[3];
    return application ? commandLeaves(text, span(application.start, value.end)) : [];
  },
  digitAction: (text, value) => {
    const all = parts(text, value, ',');
    const index = all.findIndex((part) => text.startsWith('exec:', part.start));
    const application = all[index];
    if (!application) return [];
    return applicationLeaves(text, span(application.start + 5, application.end), all[index + 1]);
  },
};

/** The data stands behind a blank, or behind `::`. */
function commandLeaves(text: string, value: Span): readonly Leaf[] {
  const [word] = blankParts(text, value);
  if (!word) return [{ kind: 'application', span: value }];
  const colons = text.slice(word.start, word.end).indexOf('::');
  const application = colons < 0 ? word : span(word.start, word.start + colons);
  return applicationLeaves(text, application, span(application.end + (colons < 0 ? 0 : 2), value.end));
}

function applicationLeaves(text: string, application: Span, data?: Span): readonly Leaf[] {
  const row = groups.application.get(text.slice(application.start, application.end));
  return [{ kind: 'application', span: application }, ...(row && data ? leavesOf(text, data, row) : [])];
}

function responseLeaves(text: string, value: Span): readonly Leaf[] {
  const [code] = blankParts(text, value);
  if (!code) return [{ kind: 'code', span: value, phrase: span(value.end, value.end), required: true }];
  const rest = trimmed(text, code.end, value.end);
  const phrase = rest.start < rest.end ? rest : span(code.end, code.end);
  const leaf: Leaf = { kind: 'code', span: code, phrase, required: true };
  return phrase.start < phrase.end ? [leaf, { kind: 'phrase', span: phrase, code }] : [leaf];
}

function wordAsCause(text: string, value: Span, index: number): readonly Leaf[] {
  const word = blankParts(text, value)[index];
  return word ? [{ kind: 'cause', span: word, certain: true }] : [];
}

/** `nolocal:sip_h_X-Account=42`: the name, and what its value means. */
function assignmentLeaves(text: string, range: Span): readonly Leaf[] {
  const equals = indexWithin(text, '=', range.start, range.end);
  const end = equals < 0 ? range.end : equals;
  const scope = /^\s*(?:nolocal:|_nolocal_)?/.exec(text.slice(range.start, end))?.[0].length ?? 0;
  const name = trimmed(text, range.start + scope, end);
  const leaves = variableLeaves(text, name);
  const known = variableNamed(text.slice(name.start, name.end));
  if (end === range.end || !known) return leaves;
  const value = leavesOf(text, unquoted(text, span(end + 1, range.end)), known.row);
  return [...leaves, ...ofVariable(value, known.name)];
}

/** The leaves of a variable's value. */
export const ofVariable = (leaves: readonly Leaf[], variable: string): readonly Leaf[] =>
  leaves.map((leaf) => (leaf.kind === 'choice' ? { ...leaf, variable } : leaf));

function variableLeaves(text: string, given: Span): readonly Leaf[] {
  const name = text.startsWith(IN_EVENTS, given.start) ? span(given.start + IN_EVENTS.length, given.end) : given;
  const known = variableNamed(text.slice(name.start, name.end));
  if (known?.row.silent) return [];
  if (known?.group !== 'variablePrefix' || known.row.value !== 'headerField') return [{ kind: 'variable', span: name }];
  const rest = name.start + known.name.length;
  const prefix: Leaf = { kind: 'variable', span: span(name.start, rest) };
  return [prefix, { kind: 'header', span: span(rest, name.end), underscores: known.row.underscores === true }];
}

/** `{a=1,b=2}[c=3]sofia/gateway/x/1,user/2`: variables in brackets before each destination. */
function dialStringLeaves(text: string, value: Span): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let at = value.start;
  while (at < value.end) {
    while (at < value.end && text[at] === ' ') at++;
    const inner = bracketedAt(text, at, value.end);
    if (inner === undefined) {
      at = nextDestination(text, at, value.end);
      continue;
    }
    for (const part of delimited(text, inner, ',')) leaves.push(...assignmentLeaves(text, part));
    at = inner.end + (text.startsWith(ESCAPED_CLOSER, inner.end) ? ESCAPED_CLOSER.length : 1);
  }
  return leaves;
}

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '<': '>' };

/** In an attribute nobody may write `<` as it is. */
const ESCAPED_OPENER = '&lt;';
const ESCAPED_CLOSER = '&gt;';

/** What stands in the brackets that open at an offset. */
function bracketedAt(text: string, at: number, end: number): Span | undefined {
  if (text.startsWith(ESCAPED_OPENER, at)) {
    const close = text.slice(at, end).indexOf(ESCAPED_CLOSER);
    return span(at + ESCAPED_OPENER.length, close < 0 ? end : at + close);
  }
  const close = CLOSERS[text[at] ?? ''];
  return close === undefined ? undefined : span(at + 1, closingBrace(text, at + 1, end, text[at], close));
}

/** Behind the comma, the bar or the `:_:` that parts one destination from the next. */
function nextDestination(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const character = text[at];
    if (character === '{' && text[at - 1] === '$') at = closingBrace(text, at + 1, end);
    else if (character === ',' || character === '|') return at + 1;
    else if (text.startsWith(':_:', at)) return at + 3;
  }
  return end;
}

/** The parts of a list that may name its own separator: `^^:a=1:b=2`. Without one, blanks part them. */
function delimited(text: string, range: Span, separator: string | undefined): readonly Span[] {
  if (text.startsWith('^^', range.start) && range.end - range.start > 3) {
    return parts(text, span(range.start + 3, range.end), text[range.start + 2] ?? ',');
  }
  return separator === undefined ? blankParts(text, range) : parts(text, range, separator);
}

/** Parts without the blanks around them; a separator in `${…}`, in quotes or behind a backslash parts nothing. */
function parts(text: string, range: Span, separator: string): readonly Span[] {
  const found: Span[] = [];
  let start = range.start;
  for (let at = range.start; at < range.end; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{' && text[at - 1] === '$') at = closingBrace(text, at + 1, range.end);
    else if (character === "'") at = closingQuote(text, at, range.end);
    else if (character === separator) {
      found.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  found.push(trimmed(text, start, range.end));
  return found;
}

function closingQuote(text: string, at: number, end: number): number {
  const quote = indexWithin(text, "'", at + 1, end);
  return quote < 0 ? at : quote;
}

function blankParts(text: string, range: Span): readonly Span[] {
  return parts(text, range, ' ').filter((part) => part.start < part.end);
}

function unquoted(text: string, range: Span): Span {
  const inner = trimmed(text, range.start, range.end);
  const quoted = inner.end - inner.start >= 2 && text[inner.start] === "'" && text[inner.end - 1] === "'";
  return quoted ? span(inner.start + 1, inner.end - 1) : inner;
}
