import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { parameterNamed, parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { isNumberUpTo, LARGEST_DELTA } from './grammar.ts';
import { withTimer } from './header-use.ts';
import { type FieldCheck, fieldNamed, type Judged, type MessageCheck } from './judged.ts';
import { checkParameters, checkSeparators } from './parameters.ts';
import { nearest } from './spelling.ts';

/** `Session-Expires` and `Min-SE` (RFC 4028). */

/** The smallest session interval there is (RFC 4028 §4). */
const SMALLEST = 90;

function secondsOf(judged: Judged, value: Span): Span {
  const semicolon = indexIn(judged.text, ';', value);
  return semicolon === undefined ? value : trimmed(judged.text, value.start, semicolon);
}

/** `1800;refresher=uac`; `Min-SE` has the number alone. */
export const checkSessionTimer: FieldCheck = (judged, field, report) => {
  if (!checkSeparators(judged, field.value, ',;', report)) return;
  const seconds = secondsOf(judged, field.value);
  const written = judged.textOf(seconds);
  if (!isNumberUpTo(written, LARGEST_DELTA)) {
    report('sip.invalid-session-timer', seconds, { args: [field.canonical, written] });
    return;
  }
  if (Number(written) < SMALLEST) {
    report('sip.session-timer-too-small', seconds, { args: [field.canonical, written, String(SMALLEST)] });
  }
  if (seconds.end >= field.value.end) return;
  const semicolon = judged.text.indexOf(';', seconds.end);
  const parameters = parseParameters(judged.text, span(semicolon + 1, field.value.end));
  if (!checkParameters(judged, parameters, report)) return;
  const refresher = parameterNamed(judged.text, parameters, 'refresher');
  if (!refresher || judged.isWild(refresher.span)) return;
  const who = refresher.value ? judged.textOf(refresher.value) : '';
  // Of `refresher=` the parameters have been told already.
  if (refresher.value && who === '') return;
  if (!/^ua[cs]$/i.test(who)) report('sip.invalid-refresher', refresher.value ?? refresher.span, { args: [who] });
};

const agreement: MessageCheck = (judged, report) => {
  const interval = fieldNamed(judged, 'Session-Expires');
  if (!interval || judged.isWild(interval.value) || interval.value.start === interval.value.end) return;
  const seconds = secondsOf(judged, interval.value);
  const minimum = fieldNamed(judged, 'Min-SE');
  if (minimum && judged.request && !judged.isWild(minimum.value)) {
    const least = judged.textOf(secondsOf(judged, minimum.value));
    const asked = judged.textOf(seconds);
    const areNumbers = isNumberUpTo(least, LARGEST_DELTA) && isNumberUpTo(asked, LARGEST_DELTA);
    if (areNumbers && Number(asked) < Number(least) && Number(asked) >= SMALLEST) {
      report('sip.session-expires-below-min-se', seconds, {
        args: [asked, least],
        related: [{ title: 'other-value-here', span: minimum.value }],
      });
    }
  }
  const answers = judged.status !== undefined && judged.status >= 200 && judged.status < 300;
  const isReadable = isNumberUpTo(judged.textOf(seconds), LARGEST_DELTA);
  // With other methods the field has no place at all.
  const hasTimer = judged.method === undefined || withTimer.has(judged.method);
  if (answers && hasTimer && isReadable && !/;\s*refresher\b/i.test(judged.textOf(interval.value))) {
    report('sip.missing-refresher', interval.value);
  }
};

/**
 * Who sends `Session-Expires` says that it knows timers (RFC 4028 §7.1); a proxy may add the field to a request of
 * somebody who does not (§8.1). An answer that leaves the refreshing to the caller makes sure that it reads so (§9).
 */
const optionTag: MessageCheck = (judged, report) => {
  const { request, status, context } = judged;
  const interval = fieldNamed(judged, 'Session-Expires');
  if (!interval || !context.complete || judged.holdsUnknownFields || !judged.modern) return;
  if (!withTimer.has(judged.method ?? '')) return;
  if (request && !isOfProxy(judged)) {
    if (lists(judged, 'Supported') || lists(judged, 'Require')) return;
    report('sip.missing-option-tag', interval.name, { args: ['Session-Expires', 'Supported: timer'] });
  }
  const refresher = /;\s*refresher\s*=\s*uac\b/i.test(judged.textOf(interval.value));
  if (status !== undefined && status >= 200 && status < 300 && refresher && !lists(judged, 'Require')) {
    report('sip.missing-option-tag', interval.value, { args: ['refresher=uac', 'Require: timer'] });
  }
};

/** Whether a proxy has passed a request on. */
const isOfProxy = (judged: Judged): boolean =>
  (judged.fields.get('Via') ?? []).flatMap(({ value }) => splitAt(judged.text, value, ',')).length > 1;

/** Whether a list of option tags has `timer`, or may have it: one that is misspelt or empty is told of as such. */
const lists = (judged: Judged, name: string): boolean =>
  judged.provided.has(name.toLowerCase()) ||
  (judged.fields.get(name) ?? []).some(
    ({ value }) =>
      judged.isWild(value) ||
      (name === 'Require' && value.start === value.end) ||
      words(judged, value).some((word) => word === 'timer' || nearest(word, ['timer'], 1) !== undefined),
  );

const words = (judged: Judged, value: Span): readonly string[] =>
  judged
    .textOf(value)
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((word) => word.slice(0, LONGEST_TAG));

const LONGEST_TAG = 32;

export const sessionTimerChecks: readonly MessageCheck[] = [agreement, optionTag];
