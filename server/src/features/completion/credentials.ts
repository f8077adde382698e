import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Span, span, textOf } from '../../sip/span.ts';
import { parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { without } from './choices.ts';
import { nameAlone, namesOf, parameterValueProposals } from './parameters.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';
import { type Separators, spotAt } from './spot.ts';

/** Challenges and credentials: a scheme, then parameters that commas part (RFC 3261 §20.7, §20.44; RFC 8760). */
export function credentialProposals(text: string, value: Span, caret: number, header: string): Proposal[] {
  const scheme = header === 'Authentication-Info' ? undefined : /^\s*(\S*)/.exec(textOf(text, value));
  const schemeEnd = value.start + (scheme?.[0].length ?? 0);
  if (scheme && caret <= schemeEnd) {
    const isAlone = text.slice(schemeEnd, value.end).trim() === '';
    return propose(span(schemeEnd - (scheme[1]?.length ?? 0), schemeEnd), schemesFor(header, isAlone));
  }
  if (scheme && !/^digest$/i.test(scheme[1] ?? '')) return [];
  const parameters = span(schemeEnd, value.end);
  const spot = spotAt(text, parameters, caret, commas);
  if (spot?.kind === 'parameterValue') return parameterValueProposals(text, header, spot);
  if (spot?.kind !== 'parameterName') return [];
  const others = splitAt(text, parameters, ',').filter((part) => caret < part.start || caret > part.end);
  const taken = new Set(
    others.flatMap((part) => parseParameters(text, part, ',')).map((one) => textOf(text, one.name).toLowerCase()),
  );
  const hasValue = /^\s*=/.test(text.slice(spot.word.end, value.end));
  const choices = without(namesOf(header, 0), taken).map((choice) => ({
    ...(hasValue ? nameAlone(choice) : choice),
    rank: (order[header] ?? []).includes(choice.label) ? 4 : 5,
  }));
  return propose(
    spot.word,
    [...choices].sort((one, other) => place(header, one.label) - place(header, other.label)),
  );
}

const commas: Separators = { items: undefined, parameters: ',', startsWithParameter: true };

const challenge = ['realm', 'nonce', 'algorithm', 'qop', 'opaque', 'stale'];
const credentials = ['username', 'realm', 'nonce', 'uri', 'response', 'algorithm', 'cnonce', 'opaque', 'qop', 'nc'];

/** The parameters that are mostly there, in the order in which they are mostly written. */
const order: Readonly<Record<string, readonly string[]>> = {
  'WWW-Authenticate': challenge,
  'Proxy-Authenticate': challenge,
  Authorization: credentials,
  'Proxy-Authorization': credentials,
};

function place(header: string, name: string): number {
  const index = order[header]?.indexOf(name) ?? -1;
  return index < 0 ? 99 : index;
}

function schemesFor(header: string, isAlone: boolean): Choice[] {
  const snippet = header.endsWith('Authenticate') ? challengeSnippet : credentialsSnippet;
  return [
    {
      label: 'Digest',
      kind: CompletionItemKind.Keyword,
      term: { kind: 'headerField', name: header },
      ...(isAlone ? { newText: 'Digest ', snippet } : {}),
    },
  ];
}

const challengeSnippet =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the snippet syntax of LSP
  'Digest realm="${1:example.com}", nonce="${2:6fcb0d1c5a0e4d1b9f7a}", algorithm=${3|SHA-256,MD5|}, qop="${4|auth,auth-int|}"';
const credentialsSnippet =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the snippet syntax of LSP
  'Digest username="${1:alice}", realm="${2:example.com}", nonce="$3", uri="${4:sip:example.com}", response="$5", algorithm=${6|SHA-256,MD5|}';
