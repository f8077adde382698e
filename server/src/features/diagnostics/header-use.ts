import { type HeaderUse, type HeaderUseRow, headerUses } from '../../knowledge/facts.ts';
import { headerUse, statusCode } from '../../knowledge/names.ts';
import { type Judged, type MessageCheck, registeredMethods } from './judged.ts';
import { mayAnswer } from './status-line.ts';

/** Where header fields may stand and how often: the tables of RFC 3261 §20 and of the RFCs that extend it. */

/** What the tables say of each header field in one kind of message: `m`, `o`, `-` …; silent fields are not in it. */
export type UseTable = ReadonlyMap<string, string>;

/** By method and status code. Only registered methods are in the tables, so there is an end to them. */
const useTables = new Map<string, UseTable>();
const nothing: UseTable = new Map();

export function useTableOf(judged: Judged): UseTable {
  const { method, request, status } = judged;
  if (method === undefined || judged.isMethodGuessed || !registeredMethods.includes(method)) return nothing;
  const key = request ? method : `${method} ${status}`;
  const known = useTables.get(key);
  if (known) return known;
  const table = new Map<string, string>();
  for (const use of headerUses) {
    const entry = nearestEntry(use, method, judged) ?? (request && isOfFewMethods(use) ? '-' : undefined);
    if (entry !== undefined) table.set(use.name, entry);
  }
  useTables.set(key, table);
  return table;
}

/**
 * What a response with a code holds whatever it answers, methods of somebody's own included: `Allow` with 405, a
 * challenge with 401 (RFC 3261 §21.4). That is what the tables ask for with every method that they let have the field.
 */
export function mandatoryWith(status: number): readonly string[] {
  const isAsked = ({ rows }: HeaderUse): boolean => {
    const entries = Object.values(rows.find(({ where }) => where === String(status))?.methods ?? {});
    const uses = entries.filter((entry) => entry !== '-');
    return uses.every((entry) => entry === 'm') && uses.length > MOST_OF_FEW_METHODS;
  };
  return headerUses.filter(isAsked).map(({ name }) => name);
}

/** Fields of so many methods say something about these alone: of subscriptions, of dialogs. */
const MOST_OF_FEW_METHODS = 5;

/** Whether a field is of a few requests only, so that methods which its table does not name yet have no use for it. */
function isOfFewMethods({ rows }: HeaderUse): boolean {
  const row = rows.find(({ where }) => where === 'R');
  const entries = Object.values(row?.methods ?? {});
  const uses = entries.filter((entry) => entry !== '-').length;
  return uses > 0 && entries.length >= 3 * uses;
}

/** What the tables say of one header field in this message. */
export const entryFor = (use: HeaderUse, judged: Judged): string | undefined => useTableOf(judged).get(use.name);

/** What the row that is nearest to the status code says. */
function nearestEntry(use: HeaderUse, method: string, judged: Judged): string | undefined {
  let best: string | undefined;
  let bestRank = 0;
  for (const row of use.rows) {
    const entry = row.methods[method];
    const rank = entry === undefined ? 0 : nearness(row, judged);
    if (rank > bestRank) {
      best = entry;
      bestRank = rank;
    }
  }
  return best;
}

/** How narrowly a row's `where` fits the message; 0 when it does not. */
function nearness(row: HeaderUseRow, judged: Judged): number {
  if (judged.request) return row.where === 'R' ? 2 : row.where === 'Rr' ? 1 : 0;
  if (judged.status === undefined) return 0;
  const code = String(judged.status);
  let best = row.where === 'r' ? 2 : row.where === 'Rr' ? 1 : 0;
  for (const where of row.where.split(',')) {
    if (where === code) best = 5;
    else if (where.length === 3 && where === `${code.slice(0, 2)}x`) best = Math.max(best, 4);
    else if (where === `${code[0]}xx`) best = Math.max(best, 3);
  }
  return best;
}

const duplicates: MessageCheck = (judged, report) => {
  for (const [name, fields] of judged.fields) {
    const first = fields[0];
    if (fields.length < 2 || !first || headerUse(name)?.repeats !== false) continue;
    // One that has no place here at all is told of once.
    if (forbidden[name]?.[0](judged)) continue;
    for (const field of fields.slice(1)) {
      report('sip.duplicate-header', field.name, {
        args: [name],
        related: [{ title: 'first-here', span: first.name }],
      });
    }
  }
};

const onlyIn =
  (...methods: string[]) =>
  (judged: Judged): boolean =>
    judged.request !== undefined && judged.method !== undefined && !methods.includes(judged.method);
const inAnyRequest = (judged: Judged): boolean => judged.request !== undefined;

/** Header fields whose place in a message makes no sense to its receiver, and who says so. */
const forbidden: Readonly<Record<string, readonly [forbiddenIn: (judged: Judged) => boolean, source: string]>> = {
  Require: [({ request, method }) => request !== undefined && method === 'CANCEL', 'RFC 3261 §9.1'],
  'Proxy-Require': [({ request, method }) => request !== undefined && method === 'CANCEL', 'RFC 3261 §9.1'],
  'WWW-Authenticate': [inAnyRequest, 'RFC 3261 §20.44'],
  'Proxy-Authenticate': [inAnyRequest, 'RFC 3261 §20.27'],
  'Min-Expires': [inAnyRequest, 'RFC 3261 §20.23'],
  Unsupported: [inAnyRequest, 'RFC 3261 §20.40'],
  RSeq: [({ request, status }) => request !== undefined || (status ?? 100) >= 200, 'RFC 3262 §7.1'],
  RAck: [onlyIn('PRACK'), 'RFC 3262 §7.2'],
  'Refer-To': [onlyIn('REFER'), 'RFC 3515 §2.1'],
  'SIP-If-Match': [onlyIn('PUBLISH'), 'RFC 3903 §11.3.2'],
  'SIP-ETag': [onlyIn('NOTIFY'), 'RFC 3903 §11.3.1, RFC 5839 §7.2'],
  'Subscription-State': [onlyIn('NOTIFY'), 'RFC 6665 §8.2.3'],
  Replaces: [onlyIn('INVITE'), 'RFC 3891 §6.1'],
  'Info-Package': [onlyIn('INFO'), 'RFC 6086 §4.2.1'],
  // Who gets both in one request answers 400.
  Join: [(judged) => judged.request !== undefined && judged.fields.has('Replaces'), 'RFC 3911 §4'],
};

/** Fields that their tables give to requests alone, or to responses alone. */
const isOfRequests = (use: HeaderUse): boolean => use.rows.length > 0 && use.rows.every(({ where }) => where === 'R');
const isOfResponses = (use: HeaderUse): boolean =>
  use.rows.length > 0 && use.rows.every(({ where }) => !where.startsWith('R'));
const requestOnly = new Set(headerUses.filter(isOfRequests).map(({ name }) => name));
const responseOnly = new Set([...headerUses.filter(isOfResponses).map(({ name }) => name), 'Retry-After']);

/** Fields that say what was agreed upon, which a response that refuses cannot. */
const notInRefusals = new Set(['Alert-Info', 'Authentication-Info', 'Event', 'Refer-Sub', 'SIP-ETag']);

/** Fields of a few responses. */
const ofFewCodes: Readonly<Record<string, (status: number) => boolean>> = {
  'Error-Info': (status) => status >= 300,
  'Min-Expires': (status) => status === 423,
  'Min-SE': (status) => status === 422,
  'Proxy-Authenticate': isChallenge,
  'Retry-After': (status) => retryLater.has(status),
  'Session-Expires': isSuccess,
  Unsupported: (status) => status === 420,
  'WWW-Authenticate': isChallenge,
};

/** RFC 3261 §20.33 */
const retryLater = new Set([404, 413, 480, 486, 500, 503, 600, 603]);

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/**
 * Fields whose answers tell of a success and of nothing else, and the methods that they belong to: `Flow-Timer`,
 * `Service-Route`; and those that requests and answers of one method each have (`Path`, `SIP-ETag`), while what many
 * requests have (`Supported`) says something in other answers as well, whatever its table says.
 */
const ofSuccesses: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  headerUses.flatMap(({ name, rows }) => {
    const [row, ...more] = rows.filter(({ where }) => where !== 'R');
    const isSuccessAlone = row?.where === '2xx' && more.length === 0;
    return isSuccessAlone && (rows.length === 1 || rows.every(isOfOneMethod)) ? [[name, row.methods] as const] : [];
  }),
);

function isOfOneMethod({ methods }: HeaderUseRow): boolean {
  return Object.values(methods).filter((entry) => entry !== '-').length === 1;
}

/** Methods whose session has a timer (RFC 4028 §7.1, §9). */
export const withTimer: ReadonlySet<string> = new Set(['INVITE', 'UPDATE']);

/** Whether a field says nothing in an answer with a code; one that a single method has says nothing with others. */
function isOutOfPlace(name: string, method: string | undefined, status: number): boolean {
  if (ofFewCodes[name]?.(status) === false || (status >= 300 && notInRefusals.has(name))) return true;
  // Tables of the time before other methods say nothing of them.
  if (name === 'Session-Expires' && method !== undefined && !withTimer.has(method)) return true;
  const methods = ofSuccesses.get(name);
  if (!methods) return false;
  const [only, ...others] = Object.keys(methods);
  return !isSuccess(status) || (others.length === 0 && method !== only);
}

/** A proxy that has asked for several answers may gather what they ask for in one (RFC 3261 §16.7). */
function isChallenge(status: number): boolean {
  return status === 401 || status === 407;
}

const hasNoMeaning = (judged: Judged, name: string): boolean => {
  const { request, status, method } = judged;
  return request
    ? // Of requests NOTIFY alone may have a warning (RFC 3265 §7.2).
      responseOnly.has(name) || (name === 'Warning' && method !== 'NOTIFY')
    : requestOnly.has(name) ||
        (status !== undefined && isCodeKnown(status) && mayAnswer(judged) && isOutOfPlace(name, method, status));
};

/** What a code that nobody knows may bring along is not known either. */
export const isCodeKnown = (status: number): boolean => statusCode(status) !== undefined;

const pointless = new WeakMap<UseTable, ReadonlySet<string>>();

/** The fields that mean nothing in a kind of message, whose table it is. */
function pointlessIn(table: UseTable, judged: Judged): ReadonlySet<string> {
  const known = pointless.get(table);
  if (known) return known;
  const names = headerUses.map(({ name }) => name);
  const found = new Set(names.filter((name) => table.get(name) === '-' || hasNoMeaning(judged, name)));
  pointless.set(table, found);
  return found;
}

const misplaced: MessageCheck = (judged, report) => {
  const { method } = judged;
  // Nothing of a response to ACK is in its place.
  if (method === undefined || (judged.response && method === 'ACK')) return;
  const table = mayAnswer(judged) ? useTableOf(judged) : nothing;
  const known = table === nothing ? undefined : pointlessIn(table, judged);
  const kind = judged.request ? method : `${judged.status ?? ''} (${method})`;
  for (const [name, fields] of judged.fields) {
    const first = fields[0]!;
    if (judged.guessed.has(first)) continue;
    const [isForbidden, source] = forbidden[name] ?? [];
    if (isForbidden?.(judged)) report('sip.forbidden-header', first.name, { args: [name, kind, source ?? ''] });
    else if (known ? known.has(name) : hasNoMeaning(judged, name)) {
      report('sip.header-not-applicable', first.name, { args: [name, kind] });
    }
  }
};

export const headerUseChecks: readonly MessageCheck[] = [duplicates, misplaced];
