import { CompletionItemKind } from 'vscode-languageserver-types';
import { uriParameters } from '../../knowledge/facts.ts';
import { type Span, span } from '../../sip/span.ts';
import { methodChoices, valueChoices, without, wordChoices } from './choices.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';

/** What can be written in a URI: its scheme, its parameters and their values (RFC 3261 §19.1.1). */
export function uriProposals(text: string, uri: Span, caret: number): Proposal[] {
  const typed = text.slice(uri.start, caret);
  if (/^[A-Za-z]*$/.test(typed)) return propose(span(uri.start, schemeEnd(text, uri)), schemes);
  const hostStart = text.lastIndexOf('@', uri.end - 1) + 1;
  const semicolon = text.lastIndexOf(';', caret - 1);
  if (semicolon < Math.max(uri.start, hostStart) || typed.includes('?') || !typed.includes(':')) return [];
  const parameter = text.slice(semicolon + 1, caret);
  const equals = parameter.indexOf('=');
  const end = parameterEnd(text, caret, uri.end);
  if (equals >= 0) {
    const name = parameter.slice(0, equals).toLowerCase();
    return propose(span(semicolon + 1 + equals + 1, end), uriParameterValues(name));
  }
  return propose(span(semicolon + 1, nameEnd(text, caret, end)), namesFor(text, uri, span(semicolon, end)));
}

const schemes: readonly Choice[] = ['sip:', 'sips:', 'tel:'].map((label) => ({
  label,
  kind: CompletionItemKind.Keyword,
}));

function schemeEnd(text: string, uri: Span): number {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:?/.exec(text.slice(uri.start, uri.end))?.[0] ?? '';
  return uri.start + scheme.length;
}

/** Parameters that stand in URIs every day; the others follow. */
const everyday = ['transport', 'lr', 'user', 'maddr', 'ob', 'gr', 'method', 'ttl'];
const everydayPlace = (name: string): number => (everyday.includes(name) ? everyday.indexOf(name) : everyday.length);
const flags = new Set(['lr', 'ob', 'bnc', 'gr']);

const names: readonly Choice[] = uriParameters
  .filter((fact) => !fact.name.includes('['))
  .sort((one, other) => everydayPlace(one.name) - everydayPlace(other.name))
  .map((fact) => ({
    label: fact.name,
    kind: CompletionItemKind.Property,
    newText: flags.has(fact.name) ? fact.name : `${fact.name}=`,
    term: { kind: 'uriParameter', name: fact.name },
    fact,
    opens: uriParameterValues(fact.name).length > 0,
  }));

/** The parameters that are not there yet; a value that is already there keeps its `=`. */
function namesFor(text: string, uri: Span, own: Span): Choice[] {
  const others = `${text.slice(uri.start, own.start)};${text.slice(own.end, uri.end)}`.split(/[;?]/).slice(1);
  const taken = new Set(others.map((other) => (other.split('=', 1)[0] ?? '').trim().toLowerCase()));
  const hasValue = text.slice(own.start, own.end).includes('=');
  return without(names, taken).map((choice) =>
    hasValue ? { ...choice, newText: choice.label, opens: false } : choice,
  );
}

function uriParameterValues(name: string): Choice[] {
  switch (name) {
    case 'transport':
      return valueChoices('transport').map((choice) => ({ ...choice, label: choice.label.toLowerCase() }));
    case 'user':
      return wordChoices(['phone', 'ip', 'dialstring'], { term: { kind: 'uriParameter', name } });
    case 'comp':
      return wordChoices(['sigcomp'], { term: { kind: 'uriParameter', name } });
    case 'method':
      return methodChoices();
    default:
      return [];
  }
}

function parameterEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !/[;?>\s]/.test(text[at] ?? ';')) at++;
  return at;
}

function nameEnd(text: string, from: number, limit: number): number {
  const equals = text.indexOf('=', from);
  return equals < 0 || equals > limit ? limit : equals;
}
