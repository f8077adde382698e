import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { type Parameter, parameterNamed, parseParameters } from '../../sip/values/parameters.ts';
import { parseUri } from '../../sip/values/uri.ts';
import { replaceFix } from './finding.ts';
import type { FieldCheck, Judged, Report } from './judged.ts';
import { checkCallIdText } from './numbers.ts';
import { checkOneValue, checkParameters, checkQuotes, checkSeparators } from './parameters.ts';

/** Header fields that name a dialog: a Call-ID and two tags (RFC 3891, RFC 3911, RFC 4538). */
const checkDialogId =
  (...tags: readonly string[]): FieldCheck =>
  (judged, field, report) => {
    const written = judged.textOf(field.value);
    // Without its Call-ID the field begins with what follows one.
    if (/^(?:;|(?:to|from|local|remote)-tag\s*=|early-only\b)/i.test(written)) {
      const example = tags.map((tag, index) => `;${tag}=${index + 1}`).join('');
      report('sip.malformed-value', field.value, { args: [field.canonical, written, `1@example.com${example}`] });
      return;
    }
    if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ';', report)) return;
    if (!checkOneValue(judged, field, report)) return;
    const semicolon = indexIn(judged.text, ';', field.value);
    const callId = trimmed(judged.text, field.value.start, semicolon ?? field.value.end);
    if (!checkCallIdText(judged, callId, report)) return;
    const start = semicolon === undefined ? field.value.end : semicolon + 1;
    const parameters = parseParameters(judged.text, span(start, field.value.end));
    if (!checkParameters(judged, parameters, report)) return;
    for (const tag of tags) {
      if (parameterNamed(judged.text, parameters, tag)) continue;
      report('sip.missing-parameter', field.value, { args: [field.canonical, tag] });
    }
  };

/** `Refer-To: <sip:…?Replaces=1%40example.com%3Bto-tag%3D2%3Bfrom-tag%3D3>`: the call that the new one replaces. */
export function checkReferredReplaces(judged: Judged, uri: Span, report: Report): void {
  const { headers } = parseUri(judged.text, uri);
  const replaces = parameterNamed(judged.text, headers, 'replaces');
  if (!replaces?.value || judged.isWild(replaces.span)) return;
  const written = decoded(judged.textOf(replaces.value));
  // Of an escape that is none the URI's own check tells.
  if (written === undefined) return;
  const missing = ['to-tag', 'from-tag'].find((tag) => !new RegExp(`;\\s*${tag}\\s*=`, 'i').test(written));
  if (missing) report('sip.missing-parameter', replaces.span, { args: ['Replaces', missing] });
}

/** `cid="20398823.2UWQFN309shb3@referrer.example"`: the part of the body that proves who refers (RFC 3892 §2.2). */
export function checkReferenceId(judged: Judged, parameters: readonly Parameter[], report: Report): void {
  const cid = parameterNamed(judged.text, parameters, 'cid');
  if (!cid?.value || cid.value.start === cid.value.end || judged.isWild(cid.span)) return;
  const written = judged.textOf(cid.value);
  if (cid.quoted && /^[^@\s<>"]+@[^@\s<>"]+$/.test(written)) return;
  const fix = cid.quoted || !/^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.[\]:-]+$/.test(written) ? undefined : `"${written}"`;
  report('sip.malformed-value', cid.value, {
    args: ['cid', judged.textOf(cid.value), '"1@example.com"'],
    ...(fix ? { fix: replaceFix(cid.value, fix) } : {}),
    // Peers find the part by the letters alone.
    slight: true,
  });
}

function decoded(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

export const dialogFieldChecks: Readonly<Record<string, FieldCheck>> = {
  Replaces: checkDialogId('to-tag', 'from-tag'),
  Join: checkDialogId('to-tag', 'from-tag'),
  'Target-Dialog': checkDialogId('local-tag', 'remote-tag'),
};
