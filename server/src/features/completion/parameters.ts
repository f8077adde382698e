import { CompletionItemKind } from 'vscode-languageserver-types';
import { headerParameters } from '../../knowledge/facts.ts';
import { reasonProtocolNamed } from '../../knowledge/names.ts';
import { parameterWords } from '../../knowledge/parameter-words.ts';
import type { Term } from '../../readers/mention.ts';
import { type Span, span, textOf } from '../../sip/span.ts';
import { parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { methodChoices, q850Choices, statusChoices, valueChoices, without, wordChoices } from './choices.ts';
import type { Place } from './place.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';
import { literal } from './snippet-syntax.ts';
import type { Spot } from './spot.ts';
import { uniqueHex } from './templates.ts';

type NameSpot = Extract<Spot, { kind: 'parameterName' }>;
type ValueSpot = Extract<Spot, { kind: 'parameterValue' }>;

/** The parameters of a header field that the item at the caret has not. */
export function parameterNameProposals(place: Place, header: string, { item, word }: NameSpot): Proposal[] {
  const { text, caret } = place;
  const others = splitAt(text, item, ';').filter((part) => caret < part.start || caret > part.end);
  const taken = new Set(
    others.flatMap((part) => parseParameters(text, part)).map((one) => textOf(text, one.name).toLowerCase()),
  );
  const hasValue = /^\s*=/.test(text.slice(word.end, item.end));
  return propose(
    word,
    without(namesOf(header, place.seed), taken).map((choice) => (hasValue ? nameAlone(choice) : choice)),
  );
}

export const nameAlone = ({ label, kind, term, fact, rank }: Choice): Choice => ({ label, kind, term, fact, rank });

/** Parameters that stand alone, without a value. */
const flags = new Set([
  'lr',
  'rport',
  'alias',
  'keep',
  'isfocus',
  'audio',
  'video',
  'explicit',
  'require',
  'early-only',
  'logme',
  'network-provided',
  'non-cacheable',
  'include-session-description',
  'body',
  'shared',
  'orig-cdiv',
  '+g.3gpp.smsip',
]);

/** Parameters whose value is a quoted string. */
const quoted = new Set([
  '+sip.instance',
  'pub-gruu',
  'temp-gruu',
  'temp-gruu-cookie',
  'methods',
  'text',
  'realm',
  'domain',
  'nonce',
  'opaque',
  'username',
  'uri',
  'response',
  'cnonce',
  'rspauth',
  'nextnonce',
  'auts',
  'call-reason',
  'utran-cell-id-3gpp',
  '+g.3gpp.icsi-ref',
]);

/** The parameters that a header field is mostly seen with. */
const everyday = new Set([
  'branch',
  'rport',
  'received',
  'tag',
  'expires',
  'q',
  '+sip.instance',
  'cause',
  'text',
  'reason',
  'refresher',
  'id',
  'boundary',
  'handling',
]);

export const namesOf = (header: string, seed: number): Choice[] =>
  headerParameters
    .filter((fact) => fact.headers.includes(header))
    .map((fact) => ({
      label: fact.name,
      kind: CompletionItemKind.Property,
      ...parameterText(header, fact.name, seed),
      term: { kind: 'headerParameter', name: fact.name, header },
      fact,
      rank: everyday.has(fact.name) ? 4 : 5,
      opens: valuesOf(header, fact.name, undefined).length > 0,
    }));

/** A parameter as it is written; what has to be unique is. */
function parameterText(header: string, name: string, seed: number): Pick<Choice, 'newText' | 'snippet'> {
  if (flags.has(name)) return { newText: name };
  if (name === 'branch') return filled(name, `z9hG4bK${uniqueHex(seed, 'branch')}`);
  if (name === 'tag') return filled(name, uniqueHex(seed, 'tag'));
  // A challenge offers a list, credentials have the one that was taken (RFC 3261 §25.1).
  const isQuoted = quoted.has(name) || (name === 'qop' && header.endsWith('-Authenticate'));
  return isQuoted ? { newText: `${name}="`, snippet: `${name}="$1"` } : { newText: `${name}=` };
}

const filled = (name: string, value: string) => ({ newText: `${name}=${value}`, snippet: `${name}=\${1:${value}}` });

/** The values that a parameter can have. */
export function parameterValueProposals(text: string, header: string, spot: ValueSpot): Proposal[] {
  if (header === 'Reason' && spot.name === 'cause') return causeProposals(text, spot);
  const term: Term = { kind: 'headerParameter', name: spot.name, header };
  return propose(lastOfList(text, spot), valuesOf(header, spot.name, spot)).map((proposal) => ({ term, ...proposal }));
}

/** In a quoted list such as `qop="auth,auth-int"` only the item at its end is replaced. */
function lastOfList(text: string, { word, quoted: isQuoted }: ValueSpot): Span {
  const comma = isQuoted ? textOf(text, word).lastIndexOf(',') : -1;
  if (comma < 0) return word;
  const start = word.start + comma + 1;
  return span(start + (/^\s*/.exec(text.slice(start, word.end))?.[0].length ?? 0), word.end);
}

function valuesOf(header: string, name: string, spot: ValueSpot | undefined): Choice[] {
  switch (name) {
    case 'refresher':
      return valueChoices('refresher');
    case 'algorithm':
      return valueChoices('digestAlgorithm');
    case 'qop':
      return valueChoices('qop');
    case 'stale':
      return wordChoices(['true', 'false']);
    case 'methods':
      return spot?.quoted === false ? [] : methodChoices();
    case 'reason':
      return header === 'Subscription-State'
        ? valueChoices('subscriptionReason')
        : wordChoices(parameterWords(header, name));
    case 'cause':
      return header === 'Reason' ? statusChoices() : [];
    default:
      return wordChoices(parameterWords(header, name));
  }
}

/** `cause=16;text="Normal call clearing"`: the text belongs to the number, unless there is one (RFC 3326 §2). */
function causeProposals(text: string, { item, word }: ValueSpot): Proposal[] {
  const protocol = reasonProtocolNamed(textOf(text, splitAt(text, item, ';')[0] ?? item))?.name;
  const hasText = /;\s*text\s*=/i.test(textOf(text, item));
  const withText = (code: number, words: string): Pick<Choice, 'newText' | 'snippet'> =>
    hasText
      ? { newText: String(code) }
      : { newText: `${code};text="${words}"`, snippet: `${code};text="\${1:${literal(words)}}"` };
  const choices = protocol === 'Q.850' ? q850Choices() : protocol === 'SIP' ? statusChoices() : [];
  return propose(
    word,
    choices.map((choice) => {
      const [code = '', ...words] = choice.label.split(' ');
      return { ...choice, ...withText(Number(code), words.join(' ')) };
    }),
  );
}
