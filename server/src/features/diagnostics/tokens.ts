import { eventPackages, optionTags, values } from '../../knowledge/facts.ts';
import { eventPackageNamed, optionTagNamed } from '../../knowledge/names.ts';
import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { type Parameter, parameterNamed, parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { checkWord, subscriptionReasons } from './choices.ts';
import { checkMediaType } from './content.ts';
import { checkDisposition } from './disposition.ts';
import { replaceFix } from './finding.ts';
import { isNumberUpTo, isQValue, isToken, LARGEST_DELTA } from './grammar.ts';
import type { FieldCheck, Judged, Report } from './judged.ts';
import { checkMethodName } from './names.ts';
import {
  checkOneValue,
  checkParameters,
  checkQuotes,
  checkSeparators,
  ofHeaderFields,
  type ParameterKind,
} from './parameters.ts';
import { checkPriority } from './resource-priorities.ts';
import { nearest } from './spelling.ts';

/** Lists of tokens: methods, option tags, event packages and the like. */

type TokenCheck = (judged: Judged, token: Span, report: Report) => void;

/** A comma-separated list of tokens, each with parameters or without; it may be empty where the RFC says so. */
const tokenList =
  (check: TokenCheck, mayHaveParameters = true): FieldCheck =>
  (judged, field, report) => {
    if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ',;', report)) return;
    const parts = splitAt(judged.text, field.value, ',').map((part) => ({
      part,
      token: mayHaveParameters ? headOf(judged, part) : part,
    }));
    const known = parts.filter(({ part, token }) => token.start < token.end && !judged.isWild(part));
    // A comma at the wrong place spoils two of them: that is one fault.
    const odd = known.find(({ token }) => !isToken(judged.textOf(token)));
    if (odd) {
      const args = [field.canonical, judged.textOf(odd.token), 'token, token'];
      report('sip.malformed-value', odd.token, { args });
      return;
    }
    let isSpoilt = false;
    const tell: Report = (rule, place, details) => {
      isSpoilt ||= rule === 'sip.malformed-value';
      report(rule, place, details);
    };
    for (const { part, token } of known) {
      check(judged, token, tell);
      // A sign at the wrong place spoils two of them as well.
      if (isSpoilt) return;
      if (token.end < part.end && checkParametersOf(judged, part, report)) checkWeight(judged, part, report);
    }
  };

/** `;q=0.5`: how much a type or a language is liked. */
function checkWeight(judged: Judged, part: Span, report: Report): void {
  const match = /;\s*q\s*=\s*([^\s;]+)/i.exec(judged.textOf(part));
  // Of quotes around a number another check tells.
  if (!match?.[1] || isQValue(match[1].replace(/^"(.*)"$/, '$1'))) return;
  const start = part.start + match.index + match[0].length - match[1].length;
  report('sip.invalid-q-value', span(start, start + match[1].length), { args: [match[1]] });
}

/** What stands before the first parameter. */
function headOf({ text }: Judged, part: Span): Span {
  const semicolon = indexIn(text, ';', part);
  return semicolon === undefined ? part : trimmed(text, part.start, semicolon);
}

const anyToken: TokenCheck = () => {};

/** `en`, `de-CH`, `*` (RFC 3261 §25.1, language-range); systems that know `en_US` send it as it is. */
const language: TokenCheck = (judged, token, report) => {
  const written = judged.textOf(token);
  if (/^(?:\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)$/.test(written)) return;
  const isLocale = /^[A-Za-z]{1,8}(?:[_-][A-Za-z0-9]{1,8})+$/.test(written);
  report('sip.malformed-value', token, {
    args: ['Language', written, 'en-GB'],
    ...(isLocale ? { slight: true } : {}),
  });
};

const optionNames = optionTags.map((fact) => fact.name).filter((name) => name.length >= 4);

/** The option tag that a misspelt one stands for. */
export const intendedOptionTag = (written: string): string | undefined =>
  optionTagNamed(written) || written.length > 40 || /^x-/i.test(written) ? undefined : nearest(written, optionNames);

const optionTag: TokenCheck = (judged, token, report) => {
  const written = judged.textOf(token);
  const meant = intendedOptionTag(written);
  if (meant) report('sip.misspelt-option-tag', token, { args: [written, meant], fix: replaceFix(token, meant) });
};

const packageNames = eventPackages
  .filter((fact) => fact.status === 'registered' && fact.name.length >= 4)
  .map((fact) => fact.name);

/** The package that a misspelt one stands for. Of `presence.winfo` only `presence` is one, the rest are templates. */
export function intendedEvent(name: string): { written: string; meant: string } | undefined {
  const written = name.split('.', 1)[0] ?? '';
  if (eventPackageNamed(name) || written.length > 40) return undefined;
  if (eventPackageNamed(written)) return intendedTemplate(name);
  const meant = nearest(written, packageNames) ?? packageNames.find((known) => isLonger(written, known));
  return meant === undefined ? undefined : { written, meant };
}

/** Whether a word is a known one with an ending: `dialogue`. */
const isLonger = (written: string, known: string): boolean =>
  known.length >= 6 && written.startsWith(known) && /^[a-z]{2}$/.test(written.slice(known.length));

/** `presence.winfo`: there is one template that packages have (RFC 3857 §3). */
function intendedTemplate(name: string): { written: string; meant: string } | undefined {
  const [known = '', template = '', ...more] = name.split('.', 4);
  const meant = more.length === 0 && template.length < 8 ? nearest(template, ['winfo'], 1) : undefined;
  return meant === undefined || meant === template ? undefined : { written: name, meant: `${known}.${meant}` };
}

/** The package that differs from a name in letter case alone: names are compared byte by byte (RFC 6665 §8.2.1). */
function otherCase(name: string): { written: string; meant: string } | undefined {
  const lower = name.toLowerCase();
  const meant = packageNames.find((known) => known !== name && known.toLowerCase() === lower);
  return meant === undefined || packageNames.includes(name) ? undefined : { written: name, meant };
}

const eventPackage: TokenCheck = (judged, token, report) => {
  const name = judged.textOf(token);
  // Every part of the name is a word (RFC 6665 §8.4, token-nodot).
  if (/^\.|\.\.|\.$/.test(name)) {
    report('sip.malformed-value', token, { args: ['Event', name, 'presence.winfo'] });
    return;
  }
  const inOtherCase = otherCase(name);
  const slip = intendedEvent(name) ?? inOtherCase;
  if (!slip) return;
  const place = span(token.start, token.start + slip.written.length);
  const fix = replaceFix(place, slip.meant);
  report('sip.misspelt-event', place, {
    args: [slip.written, slip.meant],
    fix,
    ...(inOtherCase ? { slight: true } : {}),
  });
};

const checkEvent: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ',;', report)) return;
  if (!checkOneValue(judged, field, report)) return;
  const token = headOf(judged, field.value);
  if (!isToken(judged.textOf(token))) {
    report('sip.malformed-value', token, { args: [field.canonical, judged.textOf(token), 'package;id=1'] });
    return;
  }
  eventPackage(judged, token, report);
  if (!checkParametersOf(judged, field.value, report, ofEvents)) return;
  const id = parameterNamed(judged.text, parametersOf(judged, field.value), 'id');
  if (id && !id.value) report('sip.malformed-parameter', id.span, { args: [judged.textOf(id.span)] });
};

/** Tags of the dialog that is asked after (RFC 4235 §4.1); a server compares what their quotes hold. */
const ofEvents: ParameterKind = { ...ofHeaderFields, bearsQuotedTags: true };

const checkParametersOf = (judged: Judged, value: Span, report: Report, kind?: ParameterKind): boolean =>
  checkParameters(judged, parametersOf(judged, value), report, kind);

/** What stands behind the first semicolon. */
function parametersOf({ text }: Judged, value: Span): readonly Parameter[] {
  const semicolon = indexIn(text, ';', value);
  return semicolon === undefined ? [] : parseParameters(text, span(semicolon + 1, value.end));
}

const stateNames = (values['subscriptionState'] ?? []).map((fact) => fact.name);

/** `active;expires=3599`, `terminated;reason=timeout` (RFC 6665 §8.2.3). */
const checkSubscriptionState: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ',;', report)) return;
  if (!checkOneValue(judged, field, report)) return;
  const state = headOf(judged, field.value);
  const written = judged.textOf(state);
  // `active expires=10` is no state of another name (RFC 6665 §8.4).
  if (!isToken(written)) {
    report('sip.malformed-value', state, { args: [field.canonical, written, 'active;expires=600'] });
    return;
  }
  if (!stateNames.includes(written.toLowerCase())) {
    const meant = nearest(written, stateNames);
    report('sip.unknown-subscription-state', state, {
      args: [written, stateNames.join(', ')],
      ...(meant ? { fix: replaceFix(state, meant) } : {}),
    });
  }
  if (!checkParametersOf(judged, field.value, report)) return;
  const parameters = parametersOf(judged, field.value);
  const expires = parameterNamed(judged.text, parameters, 'expires')?.value;
  if (expires && expires.start < expires.end && !isNumberUpTo(judged.textOf(expires), LARGEST_DELTA)) {
    report('sip.invalid-expires', expires, { args: ['expires', judged.textOf(expires)] });
  }
  const retry = parameterNamed(judged.text, parameters, 'retry-after')?.value;
  if (retry && retry.start < retry.end && !isNumberUpTo(judged.textOf(retry), LARGEST_DELTA)) {
    report('sip.invalid-retry-after', retry, { args: [judged.textOf(retry)] });
  }
  const reason = parameterNamed(judged.text, parameters, 'reason')?.value;
  if (reason && reason.start < reason.end) checkWord(judged, reason, 'reason', subscriptionReasons, report);
};

const checkAccept: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ',;', report)) return;
  for (const part of splitAt(judged.text, field.value, ',')) {
    if (part.start >= part.end || judged.isWild(part)) continue;
    if (checkMediaType(judged, part, report, field.canonical)) checkWeight(judged, part, report);
  }
};

/** `g.3gpp.mid-call`, with parameters (RFC 6086 §4.2). */
const checkInfoPackage: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ',;', report)) return;
  const name = headOf(judged, field.value);
  if (!isToken(judged.textOf(name))) {
    report('sip.malformed-value', name, { args: [field.canonical, judged.textOf(name), 'package'] });
    return;
  }
  checkParametersOf(judged, field.value, report);
};

/** `wps.3, dsn.flash` (RFC 4412 §3.1) */
const priorityValue: TokenCheck = (judged, token, report) => {
  const written = judged.textOf(token);
  if (/^[^.]+\.[^.]+$/.test(written)) {
    checkPriority(judged, token, report);
    return;
  }
  report('sip.malformed-value', token, { args: ['Resource-Priority', written, 'wps.3'] });
};

/** One token, such as `urgent`. */
const checkToken: FieldCheck = (judged, field, report) => {
  const written = judged.textOf(field.value);
  if (!isToken(written)) report('sip.malformed-value', field.value, { args: [field.canonical, written, 'token'] });
};

export const tokenFieldChecks: Readonly<Record<string, FieldCheck>> = {
  Accept: checkAccept,
  'Accept-Resource-Priority': tokenList(priorityValue, false),
  'Accept-Encoding': tokenList(anyToken),
  'Accept-Language': tokenList(language),
  Allow: tokenList(checkMethodName, false),
  'Allow-Events': tokenList(eventPackage, false),
  'Content-Disposition': (judged, { value }, report) => checkDisposition(judged, value, report),
  // RFC 3261 §20.12, §20.13: they say what the body is, and weigh nothing.
  'Content-Encoding': tokenList(anyToken, false),
  'Content-Language': tokenList(language, false),
  Event: checkEvent,
  'Info-Package': checkInfoPackage,
  'Proxy-Require': tokenList(optionTag, false),
  'Recv-Info': tokenList(anyToken),
  Require: tokenList(optionTag, false),
  'Resource-Priority': tokenList(priorityValue, false),
  'SIP-ETag': checkToken,
  'SIP-If-Match': checkToken,
  'Subscription-State': checkSubscriptionState,
  Supported: tokenList(optionTag, false),
  Unsupported: tokenList(optionTag, false),
};
