import type { Span } from '../../sip/span.ts';
import { parseAddress } from '../../sip/values/name-addr.ts';
import { splitAt } from '../../sip/values/parameters.ts';
import { checkNoHeaders, isStar, withNames } from './addresses.ts';
import { isNumberUpTo, LARGEST_DELTA } from './grammar.ts';
import { fieldsNamed, hasField, type Judged, type MessageCheck, type Report, valueText } from './judged.ts';
import { foreignSchemes } from './routes.ts';

/** How many addresses `Contact` may hold, of which kind, and for how long (RFC 3261 §8.1.1.8, §10.2.2, §10.3). */

/** Requests that make dialogs, or refresh their targets, say in one `Contact` where the dialog's requests go. */
const dialogMakers = new Set(['INVITE', 'SUBSCRIBE', 'NOTIFY', 'REFER', 'UPDATE']);

/**
 * What answers them and does not refuse says the same of the other side, before the end with INVITE alone
 * (RFC 3261 §12.1.1, RFC 3311 §5.2, RFC 6665 §4.4.1).
 */
function acceptsDialog({ method = '', status }: Judged): boolean {
  if (status === undefined || status >= 300 || !dialogMakers.has(method)) return false;
  return status >= 200 || (method === 'INVITE' && status > 100);
}

const contacts: MessageCheck = (judged, report) => {
  const makesDialog = judged.request ? dialogMakers.has(judged.method ?? '') : acceptsDialog(judged);
  const fields = fieldsNamed(judged, 'Contact').filter((field) => !judged.isWild(field.value));
  if (!makesDialog && !fields.some((field) => judged.textOf(field.value).includes('*'))) return;
  const addresses = fields
    .flatMap((field) => withNames(judged, splitAt(judged.text, field.value, ',')))
    .filter((part) => part.start < part.end);
  const star = addresses.find((part) => isStar(judged.textOf(part)));
  if (star) {
    if (judged.message.startLine.kind === 'malformed') return;
    const expires = valueText(judged, 'Expires');
    const isBare = judged.textOf(star) === '*';
    const alone = isBare && addresses.length === 1 && judged.request !== undefined && judged.method === 'REGISTER';
    // Of an `Expires` that is no number its own rule tells.
    const isZero = expires === undefined || !isNumberUpTo(expires, LARGEST_DELTA) || Number(expires) === 0;
    const zero = !judged.context.complete || (hasField(judged, 'Expires') && isZero);
    if (!alone || !zero) report('sip.contact-star', star);
    return;
  }
  // What a dialog's requests go to has no header fields for them (RFC 3261 §19.1.1, table 1).
  for (const part of makesDialog ? addresses : []) {
    const address = parseAddress(judged.text, part);
    if (address.angled) checkNoHeaders(judged, address.uri, report);
  }
  // RFC 2543 let a caller list several addresses, of any scheme.
  if (!makesDialog || !judged.modern) return;
  const second = addresses[1];
  // A part without a scheme is no address, but what a comma without quotes has torn off.
  if (second && addresses.every((part) => judged.textOf(part).includes(':'))) {
    report('sip.multiple-contacts', second, {
      args: [judged.method ?? ''],
      related: [{ title: 'first-here', span: addresses[0]! }],
    });
  }
  contactScheme(judged, addresses[0], addresses.length === 1, report);
};

/**
 * The dialog's requests go there, so it is a SIP URI, whichever side it is of (RFC 3261 §8.1.1.8, §12.1.1). A request
 * to a `sips:` URI asks for TLS on every hop, the way back included.
 */
function contactScheme(judged: Judged, contact: Span | undefined, isOnly: boolean, report: Report): void {
  if (!contact) return;
  const { request } = judged;
  const { uri } = parseAddress(judged.text, contact);
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(judged.textOf(uri))?.[0].toLowerCase();
  if (scheme === 'sip' && request && /^sips:/i.test(judged.textOf(request.uri))) report('sip.contact-not-sips', uri);
  else if (isOnly && scheme !== undefined && foreignSchemes.has(scheme)) {
    report('sip.contact-scheme', uri, { args: [String(judged.status ?? judged.method ?? ''), scheme] });
  }
}

/** A registrar says of every address how long it stays, for each or for all of them (RFC 3261 §10.3). */
const lifetimes: MessageCheck = (judged, report) => {
  if (judged.method !== 'REGISTER' || judged.status === undefined || judged.status < 200 || judged.status >= 300)
    return;
  if (!judged.context.complete || judged.holdsUnknownFields || hasField(judged, 'Expires')) return;
  for (const field of fieldsNamed(judged, 'Contact')) {
    if (judged.isWild(field.value) || /;\s*expires\b/i.test(judged.textOf(field.value))) continue;
    report('sip.missing-parameter', field.value, { args: ['Contact', 'expires'], slight: true });
    return;
  }
};

export const contactChecks: readonly MessageCheck[] = [contacts, lifetimes];
