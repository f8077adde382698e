import { CompletionItemKind } from 'vscode-languageserver-types';
import { headerFields, q850Causes, statusCodes } from '../../knowledge/facts.ts';
import type { CompletionSlot, Dialect } from '../../readers/reading.ts';
import { eventPackageChoices, methodChoices, optionTagChoices, q850Choices, statusChoices } from './choices.ts';
import { dialectNames } from './dialect-names.ts';
import { type Choice, type Proposal, propose } from './proposal.ts';

/** What can be written in a slot of a configuration file. Offsets are those of the document. */
export function slotProposals(slot: CompletionSlot, dialect: Dialect): Proposal[] {
  const proposals = propose(slot.span, choicesFor(slot, dialect));
  const { phrase, phraseFrame: [before, after] = ['', ''] } = slot;
  if (slot.of !== 'statusCode' || !phrase) return proposals;
  return proposals.map((proposal) => {
    const newText = `${before}${phraseOf(proposal)}${after}`;
    // Clients take no two edits that touch each other.
    return phrase.start === slot.span.end
      ? { ...proposal, newText: `${proposal.newText ?? proposal.label}${newText}` }
      : { ...proposal, also: [{ span: phrase, newText }] };
  });
}

const phraseOf = ({ term }: Proposal): string =>
  (term?.kind === 'statusCode' && statusCodes.find((fact) => fact.code === term.code)?.phrase) || '';

function choicesFor(slot: CompletionSlot, dialect: Dialect): Choice[] {
  switch (slot.of) {
    case 'method':
      return methodChoices();
    case 'statusCode':
      return statusChoices().map((choice) => ({ ...choice, newText: choice.label.slice(0, 3) }));
    case 'reasonPhrase':
      return phraseChoices(slot.code);
    case 'headerField':
      return headerFields.map((fact) => ({
        label: fact.name,
        kind: CompletionItemKind.Field,
        term: { kind: 'headerField', name: fact.name },
        fact,
      }));
    case 'optionTag':
      return optionTagChoices();
    case 'eventPackage':
      return eventPackageChoices();
    case 'q850Cause':
      return q850Choices();
    case 'causeName':
      return causeNameChoices(dialect);
    case 'dialectTerm':
      return (slot.names ?? dialectNames(dialect, slot.group ?? '')).map((name) => ({
        label: name,
        kind: CompletionItemKind.Value,
        term: { kind: 'dialectTerm', dialect, group: slot.group ?? '', name },
      }));
  }
}

/** The phrase of the code beside it, or of every code where none is. */
const phraseChoices = (code: number | undefined): Choice[] =>
  statusCodes
    .filter((fact) => (code === undefined ? fact.status === 'registered' : fact.code === code))
    .map((fact) => ({
      label: fact.phrase,
      kind: CompletionItemKind.Text,
      term: { kind: 'reasonPhrase', phrase: fact.phrase, code: fact.code },
      fact,
    }));

/** Asterisk and FreeSWITCH have names of their own for the causes of Q.850. */
const causeNameChoices = (dialect: Dialect): Choice[] =>
  q850Causes.flatMap((fact) => {
    const label = dialect === 'asterisk' ? fact.asterisk : fact.freeswitch;
    if (label === undefined) return [];
    const term = { kind: 'q850Cause', code: fact.code } as const;
    return [
      {
        label,
        kind: CompletionItemKind.EnumMember,
        filter: `${label} ${fact.code}`,
        term,
        rank: 5,
        fact: { refs: [`Q.850 ${fact.code}`] },
      },
    ];
  });
