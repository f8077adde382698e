import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Fact, Status } from '../../knowledge/facts.ts';
import type { Language } from '../../knowledge/language.ts';
import type { Term } from '../../readers/mention.ts';
import type { Span } from '../../sip/span.ts';
import type { Positions } from '../positions.ts';
import { plainText } from './snippet-syntax.ts';

/** What the editor can do, as far as completion depends on it. */
export interface CompletionClient {
  /** Whether placeholders can be walked through; without that their defaults are inserted. */
  readonly snippets: boolean;
  /** The client's command that opens the list once more, behind a name whose values can be chosen as well. */
  readonly suggestAgain?: string;
  /** The language to explain every item in at once, for a client that never asks for more about one. */
  readonly documentIn?: Language;
}

/** Something that could be written, whatever place it is for. */
export interface Choice {
  readonly label: string;
  readonly kind?: CompletionItemKind;
  /** What is inserted; the label when it is not given. */
  readonly newText?: string;
  /** In the snippet syntax of LSP; goes before `newText` where the client knows it. */
  readonly snippet?: string;
  /** What the typed text is compared with; the label when it is not given. */
  readonly filter?: string;
  /** What explains it. */
  readonly term?: Term;
  /** The whole message that it is, by its id in `data/snippets.json`. */
  readonly template?: string;
  /** Where it is defined and how far it is agreed upon. */
  readonly fact?: Fact;
  /** Small ranks stand first; within a rank the order is kept. */
  readonly rank?: number;
  /** Whether something can be chosen right behind it. */
  readonly opens?: boolean;
}

/** A choice at its place. */
export interface Proposal extends Choice {
  readonly span: Span;
  readonly also?: readonly { readonly span: Span; readonly newText: string }[];
}

/** What an item carries until it is resolved. */
export type CompletionData = { readonly term: Term } | { readonly template: string };

export const propose = (span: Span, choices: readonly Choice[]): Proposal[] =>
  choices.map((choice) => ({ ...choice, span }));

const isDiscouraged = (status: Status | undefined): boolean => status === 'deprecated' || status === 'historic';

/** Behind everything that is registered, and behind that what is no longer to be used. */
export const UNREGISTERED_RANK = 8;
const DISCOURAGED_RANK = 9;

function rankOf(choice: Choice): number {
  if (isDiscouraged(choice.fact?.status)) return DISCOURAGED_RANK;
  return choice.rank ?? (choice.fact?.status === 'unregistered' ? UNREGISTERED_RANK : 5);
}

/** Turns proposals into items; `place` gives the span of the document for a span of the proposal's text. */
export function itemsOf(
  proposals: readonly Proposal[],
  place: (span: Span) => Span,
  client: CompletionClient,
  positions: Pick<Positions, 'positionAt'>,
): CompletionItem[] {
  const edit = (span: Span, newText: string): TextEdit => {
    const { start, end } = place(span);
    return { range: { start: positions.positionAt(start), end: positions.positionAt(end) }, newText };
  };
  return proposals.map((proposal, index) => {
    const useSnippet = client.snippets && proposal.snippet !== undefined;
    const plain = proposal.newText ?? (proposal.snippet === undefined ? proposal.label : plainText(proposal.snippet));
    const description = proposal.fact?.refs?.[0];
    const data = dataOf(proposal);
    return {
      label: proposal.label,
      kind: proposal.kind ?? CompletionItemKind.Value,
      sortText: `${rankOf(proposal)}${String(index).padStart(4, '0')}`,
      filterText: proposal.filter ?? proposal.label,
      textEdit: edit(proposal.span, useSnippet ? (proposal.snippet ?? plain) : plain),
      insertTextFormat: useSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      ...(description ? { labelDetails: { description } } : {}),
      ...(isDiscouraged(proposal.fact?.status) ? { tags: [CompletionItemTag.Deprecated] } : {}),
      ...(proposal.also ? { additionalTextEdits: proposal.also.map((one) => edit(one.span, one.newText)) } : {}),
      ...(proposal.opens && client.suggestAgain ? { command: { title: '', command: client.suggestAgain } } : {}),
      ...(data ? { data } : {}),
    };
  });
}

function dataOf({ term, template }: Proposal): CompletionData | undefined {
  if (template !== undefined) return { template };
  return term && { term };
}
