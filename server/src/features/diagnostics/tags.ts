import type { HeaderField } from '../../sip/message.ts';
import { span } from '../../sip/span.ts';
import { parseAddress } from '../../sip/values/name-addr.ts';
import { type Parameter, parameterNamed, splitAt } from '../../sip/values/parameters.ts';
import { checkBrackets } from './addresses.ts';
import { removeFix } from './finding.ts';
import { fieldNamed, type Judged, type MessageCheck, type Report, valueText } from './judged.ts';
import { checkParameters, checkQuotes, checkSeparators } from './parameters.ts';

/** The tags of `From` and `To`, which together name a dialog (RFC 3261 §8.1.1.2, §8.2.6.2, §19.3). */

const tagOf = (judged: Judged, name: 'From' | 'To'): Parameter | undefined => {
  const field = fieldNamed(judged, name);
  return field && parameterNamed(judged.text, parseAddress(judged.text, field.value).parameters, 'tag');
};

/** `;tag:1234`, `;tag 1234` and `example.comtag=1234` are told of as what they make of the value. */
const hasMalformedTag = (judged: Judged, field: HeaderField): boolean => {
  const written = judged.textOf(field.value);
  const open = written.indexOf('<');
  const close = open < 0 ? -1 : written.indexOf('>', open);
  const behindUri = close < 0 ? written : written.slice(0, open) + written.slice(close + 1);
  return /;\s*tag(?:\s*[^\s\w=;.-]|\s+\w)|^[^;]*tag\s*=/i.test(behindUri);
};

/** A value that cannot be read says nothing about its tag. */
const isReadable = (judged: Judged, field: HeaderField): boolean => {
  if (judged.isWild(field.value) || !/[\w:@<]/.test(judged.textOf(field.value))) return false;
  const silent: Report = () => {
    readable = false;
  };
  let readable = true;
  if (!checkQuotes(judged, field.value, silent) || !checkBrackets(judged, field.value, silent)) return false;
  if (splitAt(judged.text, field.value, ',').length > 1) return false;
  return (
    checkSeparators(judged, field.value, ';', silent) &&
    checkParameters(judged, parseAddress(judged.text, field.value).parameters, silent) &&
    readable
  );
};

const fromTag: MessageCheck = (judged, report) => {
  if ((judged.request || judged.response) && !judged.modern) return;
  const from = fieldNamed(judged, 'From');
  if (!from || tagOf(judged, 'From') || hasMalformedTag(judged, from) || !isReadable(judged, from)) return;
  report('sip.missing-from-tag', from.value);
};

/** Requests that exist in a dialog only, so that their `To` has the peer's tag. */
const inDialog = new Set(['ACK', 'BYE', 'INFO', 'PRACK', 'UPDATE']);

/**
 * A NOTIFY of a subscription, which is a dialog even where it ends (RFC 6665 §4.4.1). What nobody subscribed to is sent
 * all the same: of waiting messages, and what makes phones do something.
 */
function isOfSubscription(judged: Judged): boolean {
  if (judged.method !== 'NOTIFY' || !STATE.test(valueText(judged, 'Subscription-State') ?? '')) return false;
  const event = /^[\w-]+/.exec(valueText(judged, 'Event') ?? '')?.[0].toLowerCase();
  return event !== undefined && ofStandardEvents.has(event);
}

const STATE = /^(?:active|pending|terminated)\b/i;

/** Packages whose state only a subscriber gets, or whoever has sent a REFER. */
const ofStandardEvents = new Set(['conference', 'dialog', 'kpml', 'presence', 'refer', 'reg']);

const toTag: MessageCheck = (judged, report) => {
  if (!judged.modern || judged.method === undefined) return;
  const wanted = judged.request
    ? inDialog.has(judged.method) || isOfSubscription(judged)
    : (judged.status ?? 100) > 100;
  const to = fieldNamed(judged, 'To');
  if (!wanted || !to || tagOf(judged, 'To') || hasMalformedTag(judged, to) || !isReadable(judged, to)) return;
  const kind = judged.request ? judged.method : String(judged.status);
  report('sip.missing-to-tag', to.value, { args: [kind] });
};

/** What these ask for belongs to no dialog, so that there is no peer whose tag `To` could hold (RFC 3261 §8.1.1.2). */
const outsideDialogs = new Set(['REGISTER', 'PUBLISH']);

const toTagOutside: MessageCheck = (judged, report) => {
  if (!judged.request || !judged.modern || !outsideDialogs.has(judged.method ?? '')) return;
  const tag = tagOf(judged, 'To');
  if (!tag?.value || tag.value.start === tag.value.end || judged.isWild(tag.span)) return;
  report('sip.to-tag-outside-dialog', tag.span, {
    args: [judged.method ?? ''],
    fix: removeFix(span(judged.text.lastIndexOf(';', tag.span.start), tag.span.end), judged.textOf(tag.span)),
  });
};

export const tagChecks: readonly MessageCheck[] = [fromTag, toTag, toTagOutside];
