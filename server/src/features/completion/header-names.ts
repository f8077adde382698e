import { CompletionItemKind } from 'vscode-languageserver-types';
import { type HeaderFieldFact, headerFields } from '../../knowledge/facts.ts';
import { headerFieldNamed, headerUse } from '../../knowledge/names.ts';
import { isKnownHeaderLine } from '../../readers/log/shapes/header-lines.ts';
import { isBlankRange, physicalLineAt } from '../../readers/log/shapes/physical-lines.ts';
import type { HeaderField, Message } from '../../sip/message.ts';
import { parseHead } from '../../sip/parse.ts';
import { span } from '../../sip/span.ts';
import { entryFor } from '../diagnostics/header-use.ts';
import { type Judged, prepare } from '../diagnostics/judged.ts';
import { hasValueChoices } from './header-values.ts';
import type { Place } from './place.ts';
import { type Choice, type Proposal, propose, UNREGISTERED_RANK } from './proposal.ts';

/** The names of header fields that can be written on the line of the caret. */
export function headerNameProposals(place: Place): Proposal[] {
  const judged = prepare(withRequestLine(place.message), { complete: false, trustedBodyEnd: false });
  const present = presentNames(place);
  const facts = inReadingOrder.filter((fact) => !isTaken(fact, present));
  return namesOnLine(place, (typed) => facts.map((fact) => nameChoice(fact, rankIn(judged, fact, present), typed)));
}

/** The names that a part of a multipart body has (RFC 2046 §5.1, RFC 5621 §3). */
export function partHeaderNameProposals(place: Place, headers: readonly HeaderField[]): Proposal[] {
  const present = new Set(headers.filter((field) => !isAt(field, place)).map((field) => field.canonical));
  const facts = headerFields.filter(({ name }) => /^(?:Content-|MIME-Version)/.test(name) && !present.has(name));
  return namesOnLine(place, (typed) =>
    facts.map((fact) => nameChoice(fact, fact.name === 'Content-Type' ? 4 : 5, typed)),
  );
}

function namesOnLine({ text, line, caret }: Place, choices: (typed: string) => Choice[]): Proposal[] {
  const typed = text.slice(line.start, caret);
  if (!/^[^\s:<>"]*$/.test(typed)) return [];
  const written = /^[^\s:]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  const name = span(line.start, line.start + written.length);
  const hasColon = /^[ \t]*:/.test(text.slice(name.end, line.end));
  return propose(
    name,
    choices(typed).map((choice) => (hasColon ? { ...choice, newText: choice.label, opens: false } : choice)),
  );
}

/** Whoever types a compact form means the field, though its name may not hold that letter. */
function nameChoice(fact: HeaderFieldFact, rank: number, typed: string): Choice {
  const { name, compact } = fact;
  const filter = compact === undefined ? name : typed === compact ? `${compact} ${name}` : `${name} ${compact}`;
  return {
    label: name,
    kind: CompletionItemKind.Field,
    newText: `${name}: `,
    filter,
    term: { kind: 'headerField', name },
    fact,
    rank,
    opens: hasValueChoices(name),
  };
}

/** A start line that is not finished still says which method is meant. */
function withRequestLine(message: Message): Message {
  const { text, startLine } = message;
  if (startLine.kind !== 'malformed') return message;
  const method = /^[A-Z]+\b/.exec(text.slice(startLine.span.start, startLine.span.end))?.[0];
  if (method === undefined) return message;
  const end = startLine.span.start + method.length;
  const rest = span(end, startLine.span.end);
  return {
    ...message,
    startLine: {
      kind: 'request',
      span: startLine.span,
      method: span(startLine.span.start, end),
      uri: rest,
      version: rest,
    },
  };
}

/** The full names of the fields on other lines, also on those below an empty line that is about to be filled. */
function presentNames(place: Place): ReadonlySet<string> {
  const { text, message, line } = place;
  const names = new Set(message.headers.filter((field) => !isAt(field, place)).map((field) => field.canonical));
  const below = physicalLineAt(text, message.body.start);
  if (isBlankRange(text, line.start, line.end) && isKnownHeaderLine(text, below.start, below.end)) {
    for (const field of parseHead(text, below.start, text.length).headers) names.add(field.canonical);
  }
  return names;
}

const isAt = (field: HeaderField, { line }: Place): boolean =>
  field.span.start <= line.end && field.span.end >= line.start;

const isTaken = (fact: HeaderFieldFact, present: ReadonlySet<string>): boolean =>
  present.has(fact.name) && headerUse(fact.name)?.repeats === false;

/** Header fields of everyday messages, in the order in which people write them. */
const everyday = [
  'Via',
  'Max-Forwards',
  'From',
  'To',
  'Call-ID',
  'CSeq',
  'Contact',
  'Route',
  'Record-Route',
  'Expires',
  'Event',
  'Allow',
  'Supported',
  'Require',
  'Authorization',
  'Proxy-Authorization',
  'Reason',
  'User-Agent',
  'Server',
  'Content-Type',
  'Content-Length',
];

const isEveryday = new Set(everyday);
const inReadingOrder = [
  ...everyday.map((name) => headerFieldNamed(name)).filter((fact) => fact !== undefined),
  ...headerFields.filter((fact) => !isEveryday.has(fact.name)),
];

/** First what the message must hold and does not, last what has no business in it (RFC 3261 §20, tables 2 and 3). */
function rankIn(judged: Judged, { name, status }: HeaderFieldFact, present: ReadonlySet<string>): number {
  if (status !== 'registered') return UNREGISTERED_RANK;
  const use = headerUse(name);
  const entry = use && entryFor(use, judged);
  if (entry === 'm' && !present.has(name)) return 0;
  if (entry === '-' || (use && isForOtherKind(use.rows, judged))) return 7;
  return isEveryday.has(name) ? 3 : entry === undefined ? 5 : 4;
}

const isForOtherKind = (uses: readonly { readonly where: string }[], { request, response }: Judged): boolean =>
  uses.length > 0 &&
  ((request !== undefined && !uses.some(({ where }) => where.includes('R'))) ||
    (response !== undefined && !uses.some(({ where }) => where !== 'R')));
