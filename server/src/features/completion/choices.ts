import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  eventPackages,
  methods,
  optionTags,
  q850Causes,
  reasonProtocols,
  statusCodes,
  values,
} from '../../knowledge/facts.ts';
import { responseUse } from '../../knowledge/names.ts';
import { type Choice, UNREGISTERED_RANK } from './proposal.ts';

/** What the registries know, as choices. */

export const methodChoices = (): Choice[] =>
  methods
    .filter((fact) => fact.status === 'registered')
    .map((fact) => ({
      label: fact.name,
      kind: CompletionItemKind.Method,
      term: { kind: 'method', name: fact.name },
      fact,
    }));

/** The codes that go over the wire; behind the others stand those that do not answer `request`. */
export const statusChoices = (request?: string): Choice[] =>
  statusCodes
    .filter((fact) => fact.status !== 'internal')
    .map((fact) => ({
      label: `${fact.code} ${fact.phrase}`,
      kind: CompletionItemKind.EnumMember,
      term: { kind: 'statusCode', code: fact.code, ...(request ? { request } : {}) },
      fact,
      ...(fact.status === 'registered' ? { rank: answers(fact.code, request) ? 5 : 7 } : {}),
    }));

function answers(code: number, request: string | undefined): boolean {
  const use = responseUse(code);
  return request === undefined || !use?.methods || use.methods.includes(request);
}

export const optionTagChoices = (): Choice[] =>
  optionTags.map((fact) => ({
    label: fact.name,
    kind: CompletionItemKind.EnumMember,
    term: { kind: 'optionTag', name: fact.name },
    fact,
  }));

export const eventPackageChoices = (): Choice[] =>
  eventPackages.map((fact) => ({
    label: fact.name,
    kind: CompletionItemKind.EnumMember,
    term: { kind: 'eventPackage', name: fact.name },
    fact,
  }));

export const reasonProtocolChoices = (): Choice[] =>
  reasonProtocols.map((fact) => ({
    label: fact.name,
    kind: CompletionItemKind.EnumMember,
    newText: `${fact.name};cause=`,
    term: { kind: 'reasonProtocol', name: fact.name },
    fact,
    opens: true,
  }));

/** The causes of Q.850; those that only exist inside a program are left out. */
export const q850Choices = (): Choice[] =>
  q850Causes
    .filter((fact) => fact.status === 'registered')
    .map((fact) => ({
      label: `${fact.code} ${fact.name}`,
      kind: CompletionItemKind.EnumMember,
      newText: String(fact.code),
      term: { kind: 'q850Cause', code: fact.code },
      fact,
    }));

/** The values of a kind in `data/facts/values.json`. */
export const valueChoices = (of: string): Choice[] =>
  (values[of] ?? []).map((fact) => ({
    label: fact.name,
    kind: CompletionItemKind.EnumMember,
    term: { kind: 'value', of, name: fact.name },
    fact,
    ...(fact.status === 'unregistered' ? { rank: UNREGISTERED_RANK } : {}),
  }));

/** Words that need no explanation of their own, or are explained by what they stand in. */
export const wordChoices = (words: readonly string[], common: Partial<Choice> = {}): Choice[] =>
  words.map((label) => ({ label, kind: CompletionItemKind.Value, ...common }));

/** Without those whose labels stand there already, letter case aside. */
export const without = (choices: readonly Choice[], taken: ReadonlySet<string>): Choice[] =>
  choices.filter((choice) => !taken.has(choice.label.toLowerCase()));
