import { headersOfEveryMessage } from '../../knowledge/names.ts';
import type { Span } from '../../sip/span.ts';
import { parseAddress } from '../../sip/values/name-addr.ts';
import { parameterNamed } from '../../sip/values/parameters.ts';
import { headEndsEarly } from './head.ts';
import { isCodeKnown, mandatoryWith, type UseTable, useTableOf } from './header-use.ts';
import { fieldNamed, hasField, type Judged, type MessageCheck, registeredMethods } from './judged.ts';

/** Header fields that a message must hold, by method and status code (RFC 3261 §8.1.1, §20 and its extensions). */

/** Fields of responses that many servers leave out and that their peers can do without. */
const oftenLeftOut = new Set(['Contact', 'Allow', 'Allow-Events']);

const missingHeaders: MessageCheck = (judged, report) => {
  if (!judged.context.complete || judged.holdsUnknownFields || headEndsEarly(judged)) return;
  const { startLine } = judged.message;
  if (judged.isWild(startLine.span) && judged.method === undefined) return;
  const kind = judged.response ? judged.textOf(judged.response.code) : (judged.method ?? 'SIP');
  for (const name of headersOfEveryMessage) {
    if (!hasField(judged, name)) report('sip.missing-header', startLine.span, { args: [name, kind] });
  }
  const { method, status } = judged;
  if (method === undefined || (status !== undefined && !isCodeKnown(status))) return;
  const isInTables = registeredMethods.includes(method) && !judged.isMethodGuessed;
  const names = isInTables
    ? mandatoryIn(useTableOf(judged))
    : status === undefined
      ? ofRequests
      : mandatoryWith(status);
  for (const name of names) {
    if (hasField(judged, name) || isExcused(judged, name)) continue;
    if (name === 'Max-Forwards') reportMaxForwards(judged, startLine.span, report);
    else if (judged.response && oftenLeftOut.has(name)) {
      report('sip.missing-response-header', startLine.span, { args: [name, kind, method] });
    } else report('sip.missing-header', startLine.span, { args: [name, kind] });
  }
};

/** What a request needs whatever its method is (RFC 3261 §8.1.1). */
const ofRequests = ['Max-Forwards'];

const mandatory = new WeakMap<UseTable, readonly string[]>();

/** What a table asks for besides what every message has. */
function mandatoryIn(table: UseTable): readonly string[] {
  const known = mandatory.get(table);
  if (known) return known;
  const names = [...table]
    .filter(([name, entry]) => entry === 'm' && !headersOfEveryMessage.includes(name))
    .map(([name]) => name);
  mandatory.set(table, names);
  return names;
}

const reportMaxForwards = (judged: Judged, place: Span, report: Parameters<MessageCheck>[1]): void => {
  const firstHeader = judged.message.headers[0]?.span.start;
  report('sip.missing-max-forwards', place, {
    args: [judged.method ?? ''],
    ...(firstHeader === undefined
      ? {}
      : {
          fix: {
            title: 'add-header',
            args: ['Max-Forwards: 70'],
            edits: [{ span: { start: firstHeader, end: firstHeader }, newText: 'Max-Forwards: 70\n' }],
          },
        }),
  });
};

/**
 * What RFC 2543 did not ask for is not asked of a sender that follows it. A `NOTIFY` outside a subscription
 * (`check-sync`, message waiting) is not in any RFC and has neither state nor contact.
 */
function isExcused(judged: Judged, name: string): boolean {
  if (!judged.request) return false;
  if (!judged.modern && (name === 'Max-Forwards' || name === 'Contact')) return true;
  if (judged.method !== 'NOTIFY' || (name !== 'Contact' && name !== 'Subscription-State')) return false;
  const to = fieldNamed(judged, 'To');
  return !to || !parameterNamed(judged.text, parseAddress(judged.text, to.value).parameters, 'tag');
}

/** A redirection says where to (RFC 3261 §21.3). */
const redirections = new Set([300, 301, 302, 305]);

const redirection: MessageCheck = (judged, report) => {
  const { status, response } = judged;
  if (!response || status === undefined || !redirections.has(status) || !judged.context.complete) return;
  if (hasField(judged, 'Contact') || judged.method === undefined) return;
  if (judged.method === 'SUBSCRIBE' || judged.method === 'NOTIFY') return;
  report('sip.missing-response-header', judged.message.startLine.span, {
    args: ['Contact', String(status), judged.method],
  });
};

/** Whoever asks for another agreement on security says which mechanisms there are (RFC 3329 §2.3.1). */
const securityAgreement: MessageCheck = (judged, report) => {
  const { status, response } = judged;
  if (!response || status !== 494 || !judged.context.complete || hasField(judged, 'Security-Server')) return;
  report('sip.missing-header', response.span, { args: ['Security-Server', String(status)] });
};

/** Whoever cannot read a body says what it reads: types, encodings or languages (RFC 3261 §21.4.13). */
const readables = ['Accept', 'Accept-Encoding', 'Accept-Language'];

const unsupportedBody: MessageCheck = (judged, report) => {
  const { response, status, method, context } = judged;
  if (!response || status !== 415 || method === undefined || !context.complete) return;
  if (judged.holdsUnknownFields || headEndsEarly(judged) || readables.some((name) => hasField(judged, name))) return;
  report('sip.missing-response-header', judged.message.startLine.span, { args: ['Accept', '415', method] });
};

export const mandatoryHeaderChecks: readonly MessageCheck[] = [
  missingHeaders,
  redirection,
  securityAgreement,
  unsupportedBody,
];
