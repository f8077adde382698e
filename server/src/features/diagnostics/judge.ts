import { headerFields } from '../../knowledge/facts.ts';
import type { HeaderField, Message } from '../../sip/message.ts';
import { parseMessage } from '../../sip/parse.ts';
import { overlaps, type Span, span } from '../../sip/span.ts';
import { addressFieldChecks, checkStructure } from './addresses.ts';
import { checkReason, checkWarning, reasonChecks } from './causes.ts';
import { choiceFieldChecks } from './choices.ts';
import { CleanTexts } from './clean-texts.ts';
import { contactChecks } from './contacts.ts';
import { checkContentLength, checkContentType, contentChecks } from './content.ts';
import { contentIds } from './content-ids.ts';
import { checkCSeq } from './cseq.ts';
import { checkDate } from './dates.ts';
import { dialogFieldChecks } from './dialogs.ts';
import { digestFieldChecks } from './digest.ts';
import { familiarFindings, makeFamiliar } from './familiar/familiar.ts';
import { type Finding, inOrder, removeFix } from './finding.ts';
import { headChecks } from './head.ts';
import { headerUseChecks } from './header-use.ts';
import { checkIdentity, identityChecks } from './identity.ts';
import { assertedIdentityChecks, checkChargingVector, checkSessionId } from './ims.ts';
import {
  type FieldCheck,
  type Judged,
  type MessageCheck,
  type MessageContext,
  prepare,
  type Report,
} from './judged.ts';
import { mandatoryHeaderChecks } from './mandatory-headers.ts';
import { nameChecks, tornNameEnd } from './names.ts';
import { alsoForQuotes } from './needless-quotes.ts';
import {
  checkCallId,
  checkDelta,
  checkInReplyTo,
  checkMaxBreadth,
  checkMaxForwards,
  checkMimeVersion,
  checkRetryAfter,
  checkTimestamp,
} from './numbers.ts';
import { checkProducts } from './products.ts';
import { checkRAck, checkRSeq, reliabilityChecks } from './reliability.ts';
import { checkSessionTimer, sessionTimerChecks } from './session-timer.ts';
import { shapedFieldChecks } from './shapes.ts';
import { startLineChecks } from './start-line.ts';
import { statusLineChecks } from './status-line.ts';
import { tagChecks } from './tags.ts';
import { tokenFieldChecks } from './tokens.ts';
import { checkVia, viaChecks } from './via.ts';

export type { Edit, Finding, Fix, Related } from './finding.ts';
export type { MessageContext } from './judged.ts';

const messageChecks: readonly MessageCheck[] = [
  ...startLineChecks,
  ...statusLineChecks,
  ...headChecks,
  ...nameChecks,
  ...mandatoryHeaderChecks,
  ...headerUseChecks,
  ...viaChecks,
  ...tagChecks,
  ...assertedIdentityChecks,
  ...contactChecks,
  ...reliabilityChecks,
  ...sessionTimerChecks,
  ...identityChecks,
  ...reasonChecks,
  ...contentChecks,
  contentIds,
];

const fieldChecks: ReadonlyMap<string, FieldCheck> = new Map(
  Object.entries<FieldCheck>({
    ...addressFieldChecks,
    ...dialogFieldChecks,
    ...digestFieldChecks,
    ...tokenFieldChecks,
    ...choiceFieldChecks,
    ...shapedFieldChecks,
    'Call-ID': checkCallId,
    'Content-Length': checkContentLength,
    'Content-Type': checkContentType,
    CSeq: checkCSeq,
    Date: checkDate,
    Expires: checkDelta,
    'Flow-Timer': checkDelta,
    Identity: checkIdentity,
    'In-Reply-To': checkInReplyTo,
    'Max-Breadth': checkMaxBreadth,
    'Max-Forwards': checkMaxForwards,
    'MIME-Version': checkMimeVersion,
    'Min-Expires': checkDelta,
    'Min-SE': checkSessionTimer,
    'P-Charging-Vector': checkChargingVector,
    RAck: checkRAck,
    Reason: checkReason,
    'Retry-After': checkRetryAfter,
    RSeq: checkRSeq,
    Server: checkProducts,
    'Session-Expires': checkSessionTimer,
    'Session-ID': checkSessionId,
    Timestamp: checkTimestamp,
    'User-Agent': checkProducts,
    Via: checkVia,
    Warning: checkWarning,
  }).map(([name, check]) => [name, alsoForQuotes(name, check)]),
);

/** Fields that hold any text, if any. */
const isFreeText = new Set(['Organization', 'Reason-Phrase', 'Subject']);

/** Registered fields, whose values have a grammar (RFC 3261 §7.3.1). */
const isStructured = new Set(
  headerFields.filter(({ name, status }) => status === 'registered' && !isFreeText.has(name)).map(({ name }) => name),
);

/** Fields with a grammar that nevertheless may hold nothing. */
const mayBeEmpty = new Set([
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Accept-Resource-Priority',
  'Allow',
  'P-Associated-URI',
  'P-Early-Media',
  'Recv-Info',
  'Supported',
]);

/** Fields that people read and no program needs, and one that says nothing where it is empty. */
const isBorneEmpty = new Set(['Allow-Events', 'Server', 'User-Agent']);

/** A message with more faults than this has one: it is no SIP. */
const MOST_FINDINGS = 100;

/**
 * Judges one message by every rule. The findings are ordered by where they start, and each fault is found once.
 * Never throws; the work grows with the message's length and with nothing else.
 */
export function judgeMessage(message: Message, context: MessageContext): readonly Finding[] {
  const judged = prepare(context.complete ? message : withoutLastLine(message), context);
  const findings: Finding[] = [];
  const report: Report = (rule, place, details) => {
    if (findings.length < MOST_FINDINGS) findings.push({ rule, span: place, ...details });
  };
  for (const check of messageChecks) check(judged, report);
  for (const [name, fields] of judged.fields) {
    const check = fieldChecks.get(name) ?? (isStructured.has(name) ? checkStructure : undefined);
    for (const field of fields) reportDoubledColon(judged, field, report);
    if (!check) continue;
    for (const field of fields) {
      if (findings.length >= MOST_FINDINGS) break;
      if (judged.guessed.has(field)) continue;
      if (field.value.start >= field.value.end) {
        const details = { args: [name], ...(isBorneEmpty.has(name) ? { slight: true } : {}) };
        if (!mayBeEmpty.has(name)) report('sip.empty-value', field.name, details);
        continue;
      }
      if (isPlaceholder(judged, name, field.value) || hasDoubledColon(judged, field)) continue;
      // What is left of the name stands before the value.
      if (tornNameEnd(judged, field) !== undefined) continue;
      if (!isJudgedAlone(judged, name, field)) check(judged, field, report);
      else cleanFields.judge(judged.textOf(field.span), report, (own) => check(judged, field, own));
    }
  }
  return inOrder(withoutConsequences(judged, withoutRepetitions(findings)));
}

/** Judges the text of a message, which need not be parsed where it is familiar. */
export function judgeText(text: string, context: MessageContext): readonly Finding[] {
  const familiar = familiarFindings(text, context);
  if (familiar) return familiar;
  const message = parseMessage(text);
  const findings = judgeMessage(message, context);
  makeFamiliar(message, findings, context);
  return findings;
}

/** Of a parameter whose value has a check of its own it is not told that it lacks quotes besides. */
function withoutRepetitions(findings: Finding[]): Finding[] {
  const isUnquoted = ({ rule, slight }: Finding): boolean => rule === 'sip.malformed-parameter' && slight === true;
  if (!findings.some(isUnquoted)) return findings;
  const others = findings.filter((finding) => !isUnquoted(finding));
  return findings.filter(
    (finding) => !isUnquoted(finding) || !others.some((other) => overlaps(other.span, finding.span)),
  );
}

/**
 * In a line with a character that no line may hold nothing else is told of: whatever is wrong there comes from it. Of a
 * field that is torn apart no more is told than that.
 */
function withoutConsequences({ text, rejoined }: Judged, all: Finding[]): Finding[] {
  const isTorn = (place: Span): boolean => rejoined.some((field) => overlaps(field.span, place));
  const findings =
    rejoined.length === 0 ? all : all.filter(({ rule, span }) => rule === 'sip.header-without-colon' || !isTorn(span));
  const controls = findings.filter(({ rule }) => rule === 'sip.control-character');
  if (controls.length === 0) return findings;
  const lineOf = (offset: number) => text.lastIndexOf('\n', offset - 1);
  const lines = new Set(controls.map((finding) => lineOf(finding.span.start)));
  return findings.filter(({ rule, span }) => rule === 'sip.control-character' || !lines.has(lineOf(span.start)));
}

const cleanFields = new CleanTexts(4096);
const judgedWithOthers = new Set(['CSeq', 'Via']);

/** Whether nothing but what a field says counts for its judgement: neither other fields nor placeholders. */
const isJudgedAlone = (judged: Judged, name: string, field: HeaderField): boolean =>
  field.known && judged.context.wildcard === undefined && !judgedWithOthers.has(name);

/** `Server:: …`. No value but free text begins with a colon, and none so close to the name. */
function hasDoubledColon({ text }: Judged, { name, value, known }: HeaderField): boolean {
  return (
    known && text.startsWith(':', value.start) && text.charCodeAt(value.start - 1) === 58 && value.start > name.end
  );
}

function reportDoubledColon(judged: Judged, field: HeaderField, report: Report): void {
  if (!hasDoubledColon(judged, field)) return;
  const colon = span(field.value.start, field.value.start + 1);
  report('sip.extra-separator', colon, { args: [':'], fix: removeFix(colon, ':') });
}

/** Nobody knows how the last line of a message goes on that was cut: it is left out. */
function withoutLastLine(message: Message): Message {
  const { text, headers, strayLines, body } = message;
  let end = text.length;
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  const lines = [headers.at(-1)?.span, strayLines.at(-1)];
  const last = lines.find((line) => line !== undefined && line.end >= end);
  const cut = last?.start ?? text.lastIndexOf('\n', end - 1) + 1;
  return {
    ...message,
    headers: headers.filter((field) => field.span.start < cut),
    strayLines: strayLines.filter((line) => line.start < cut),
    body: span(body.start, Math.max(body.start, Math.min(body.end, cut))),
  };
}

/** Lists and `CSeq` look for placeholders part by part; a placeholder anywhere else makes the whole value unknown. */
const readByParts = new Set(['CSeq', 'Allow', 'Allow-Events', 'Require', 'Supported', 'Proxy-Require', 'Unsupported']);

const isPlaceholder = (judged: Judged, name: string, value: { start: number; end: number }): boolean =>
  !readByParts.has(name) && judged.isWild(value);
