import { CompletionItemKind } from 'vscode-languageserver-types';
import { methodOf } from '../../sip/fields.ts';
import type { HeaderField } from '../../sip/message.ts';
import { type Span, span, textOf } from '../../sip/span.ts';
import { splitAt } from '../../sip/values/parameters.ts';
import { wireLength } from './body-length.ts';
import {
  eventPackageChoices,
  methodChoices,
  optionTagChoices,
  reasonProtocolChoices,
  valueChoices,
  without,
  wordChoices,
} from './choices.ts';
import { credentialProposals } from './credentials.ts';
import { parameterNameProposals, parameterValueProposals } from './parameters.ts';
import type { Place } from './place.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';
import { domainOf, writers } from './several-words.ts';
import { literal } from './snippet-syntax.ts';
import { commaList, type Separators, spotAt } from './spot.ts';
import { uriProposals } from './uris.ts';

/** What can be written in the value of a header field, at the caret. */
export function headerValueProposals(place: Place, field: HeaderField): Proposal[] {
  const colon = place.text.indexOf(':', field.name.end);
  const value = span(colon + 1, Math.max(field.span.end, place.caret));
  // In front of the blank that stands before a value nothing is missing.
  if (place.caret < field.value.start && place.caret < field.value.end && place.line.end > place.caret) return [];
  return besideColon(place.text, colon, proposalsIn(place, field, value));
}

/** A blank stands between the colon and what is written right behind it. */
const besideColon = (text: string, colon: number, proposals: readonly Proposal[]): Proposal[] =>
  proposals.map((proposal) =>
    proposal.span.start !== colon + 1 || /[ \t]/.test(text[colon + 1] ?? '')
      ? proposal
      : {
          ...proposal,
          newText: ` ${proposal.newText ?? proposal.label}`,
          ...(proposal.snippet === undefined ? {} : { snippet: ` ${proposal.snippet}` }),
        },
  );

function proposalsIn(place: Place, field: HeaderField, value: Span): Proposal[] {
  const { text, caret } = place;
  const header = field.canonical;
  if (credentialHeaders.has(header)) return credentialProposals(text, value, caret, header);
  const spot = spotAt(text, value, caret, header === 'Privacy' ? semicolons : commaList);
  switch (spot?.kind) {
    case undefined:
      return [];
    case 'uri':
      return uriProposals(text, spot.uri, caret);
    case 'parameterName':
      return parameterNameProposals(place, header, spot);
    case 'parameterValue':
      return parameterValueProposals(text, header, spot);
    case 'item': {
      const written = writers.get(header);
      if (written) return written(place, spot);
      const gap = lastBlank(text, span(spot.item.start, caret));
      if (gap !== undefined && items.get(header) !== address && items.get(header) !== contact) return [];
      const word = gap === undefined ? spot.word : span(gap + 1, spot.word.end);
      return propose(word, without(choicesFor(place, header), listed(text, value, caret, header)));
    }
  }
}

/** A display name stands before an address. */
function lastBlank(text: string, typed: Span): number | undefined {
  const at = Math.max(text.lastIndexOf(' ', typed.end - 1), text.lastIndexOf('\t', typed.end - 1));
  return at < typed.start ? undefined : at;
}

const semicolons: Separators = { items: ';', parameters: undefined };

const credentialHeaders = new Set([
  'WWW-Authenticate',
  'Proxy-Authenticate',
  'Authorization',
  'Proxy-Authorization',
  'Authentication-Info',
]);

/** The items that stand in the value already, without the one at the caret. */
function listed(text: string, value: Span, caret: number, header: string): ReadonlySet<string> {
  const items = splitAt(text, value, header === 'Privacy' ? ';' : ',');
  const others = items.filter((item) => caret < item.start || caret > item.end);
  return new Set(others.map((item) => (textOf(text, item).split(';', 1)[0] ?? '').trim().toLowerCase()));
}

type Choices = (place: Place) => Choice[];

const optionTags: Choices = optionTagChoices;
const packages: Choices = eventPackageChoices;
const types: Choices = () => valueChoices('contentType');
const address: Choices = (place) => [addressChoice(place)];
/** `*` takes back every contact of an address (RFC 3261 §10.2.2). */
const contact: Choices = (place) =>
  methodOf(place.message) === 'REGISTER' ? [addressChoice(place), ...wordChoices(['*'])] : [addressChoice(place)];
const mechanisms: Choices = () => valueChoices('securityMechanism');
const infoPackages: Choices = () => valueChoices('infoPackage');
const number =
  (...numbers: string[]): Choices =>
  () =>
    wordChoices(numbers);

/** What the items of a value can be, by header field. */
const items: ReadonlyMap<string, Choices> = new Map(
  Object.entries({
    Allow: methodChoices,
    Supported: optionTags,
    Require: optionTags,
    'Proxy-Require': optionTags,
    Unsupported: optionTags,
    Event: packages,
    'Allow-Events': packages,
    Accept: types,
    'Content-Type': types,
    'Content-Disposition': () => valueChoices('contentDisposition'),
    Priority: () => valueChoices('priority'),
    Privacy: () => valueChoices('privacy'),
    'Info-Package': infoPackages,
    'Recv-Info': infoPackages,
    'Security-Client': mechanisms,
    'Security-Server': mechanisms,
    'Security-Verify': mechanisms,
    'Subscription-State': () => valueChoices('subscriptionState'),
    Reason: reasonProtocolChoices,
    From: address,
    To: address,
    Contact: contact,
    Route: address,
    'Record-Route': address,
    'Refer-To': address,
    'Referred-By': address,
    'Reply-To': address,
    Path: address,
    'Service-Route': address,
    'P-Asserted-Identity': address,
    'P-Preferred-Identity': address,
    Diversion: address,
    'Remote-Party-ID': address,
    'Max-Forwards': number('70'),
    'Session-Expires': number('1800'),
    'Min-SE': number('90'),
    'MIME-Version': number('1.0'),
    'Content-Length': ({ text, message }) => wordChoices([String(wireLength(text, message.body))]),
  }),
);

/** Numbers and words of single header fields are explained by the field. */
const choicesFor = (place: Place, header: string): Choice[] =>
  (items.get(header)?.(place) ?? []).map((choice) => ({ term: { kind: 'headerField', name: header }, ...choice }));

/** `<sip:alice@example.com>`, for the same domain as the message where it has one. */
function addressChoice(place: Place): Choice {
  const domain = domainOf(place) ?? 'example.com';
  return {
    label: '<sip:…>',
    kind: CompletionItemKind.Snippet,
    filter: '<sip:',
    newText: '<sip:',
    snippet: `<sip:\${1:alice}@\${2:${literal(domain)}}>`,
  };
}

/** Whether there is anything to choose at the start of a header field's value. */
export const hasValueChoices = (header: string): boolean =>
  items.has(header) || writers.has(header) || credentialHeaders.has(header);
