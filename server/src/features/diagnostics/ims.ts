import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { parseAddress } from '../../sip/values/name-addr.ts';
import { parameterNamed, parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { withNames } from './addresses.ts';
import { checkHost } from './hosts.ts';
import { type FieldCheck, fieldsNamed, type Judged, type MessageCheck } from './judged.ts';
import { checkParameters, checkQuotes, checkSeparators } from './parameters.ts';

/** Header fields of networks: what a call is charged and followed by, and whom it is for. */

/** `icid-value="AyretyU0dm+6O2IrT5tAFrbHLso=023551024";orig-ioi=home1.net` (RFC 7315 §5.6) */
export const checkChargingVector: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ';', report)) return;
  const parameters = parseParameters(judged.text, field.value);
  if (!checkParameters(judged, parameters, report)) return;
  const maker = parameterNamed(judged.text, parameters, 'icid-generated-at');
  if (maker?.value && !maker.quoted) checkHost(judged, maker.value, report);
  if (parameterNamed(judged.text, parameters, 'icid-value')) return;
  report('sip.missing-parameter', field.value, { args: [field.canonical, 'icid-value'] });
};

/** 32 hexadecimal digits, in lower case (RFC 7989 §5, RFC 7329 §5). */
const SESSION = /^[0-9a-f]{32}$/;

/** `ab30317f1a784dc48ff824d0d3715d86;remote=47755a9de7794ba387653f2099600ef2`; older products send something else. */
export const checkSessionId: FieldCheck = (judged, field, report) => {
  if (!checkQuotes(judged, field.value, report) || !checkSeparators(judged, field.value, ';', report)) return;
  const semicolon = indexIn(judged.text, ';', field.value);
  const start = semicolon === undefined ? field.value.end : semicolon + 1;
  const parameters = parseParameters(judged.text, span(start, field.value.end));
  if (!checkParameters(judged, parameters, report)) return;
  const local = trimmed(judged.text, field.value.start, semicolon ?? field.value.end);
  for (const id of [local, parameterNamed(judged.text, parameters, 'remote')?.value]) {
    if (!id || judged.isWild(id) || SESSION.test(judged.textOf(id))) continue;
    const args = [field.canonical, judged.textOf(id), 'ab30317f1a784dc48ff824d0d3715d86'];
    report('sip.malformed-value', id, { args, slight: true });
    return;
  }
};

/** What commas part; one with nothing beside it is told of as such. */
const filledParts = (judged: Judged, value: Span): readonly Span[] =>
  splitAt(judged.text, value, ',').filter((part) => part.start < part.end);

/** One asserted identity, or a SIP URI and a telephone number of the same person (RFC 3325 §9.1). */
const assertedIdentities: MessageCheck = (judged, report) => {
  for (const name of ['P-Asserted-Identity', 'P-Preferred-Identity']) {
    const parts = fieldsNamed(judged, name).flatMap(({ value }) => withNames(judged, filledParts(judged, value)));
    const kinds = parts.map((part) => /(?:^|<)\s*(sip|tel)s?:/i.exec(judged.textOf(part))?.[1]?.toLowerCase());
    const second = kinds.findIndex((kind, index) => index > 1 || (kind !== undefined && kinds.indexOf(kind) < index));
    const part = parts[second];
    // Networks of telephone companies send more of them, and nobody minds.
    if (part && !judged.isWild(part)) report('sip.multiple-values', part, { args: [name], slight: true });
  }
};

/** Whoever is vouched for has a SIP address or a telephone number (RFC 3325 §9.1, §9.2). */
const assertedSchemes: MessageCheck = (judged, report) => {
  for (const name of ['P-Asserted-Identity', 'P-Preferred-Identity']) {
    for (const { value } of fieldsNamed(judged, name)) {
      for (const part of withNames(judged, splitAt(judged.text, value, ','))) {
        const { uri } = parseAddress(judged.text, part);
        if (!FOREIGN_SCHEME.test(judged.textOf(uri)) || judged.isWild(part)) continue;
        report('sip.malformed-value', uri, { args: [name, judged.textOf(uri), '<sip:…>, <tel:…>'] });
      }
    }
  }
};

/** Any that is well known, for another one may be a slip of one of those that fit. */
const FOREIGN_SCHEME = /^(?:cid|data|ftp|https?|im|mailto|pres|xmpp):/i;

export const assertedIdentityChecks: readonly MessageCheck[] = [assertedIdentities, assertedSchemes];
