import { type CompletionItem, MarkupKind, type TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis.ts';
import type { Language } from '../../knowledge/language.ts';
import { explain } from '../explain/explain.ts';
import type { Positions } from '../positions.ts';
import { bodyProposals } from './body.ts';
import { fieldProposals } from './fields.ts';
import { headerNameProposals } from './header-names.ts';
import { type Place, partAt, placeAt } from './place.ts';
import { type CompletionClient, type CompletionData, itemsOf, type Proposal } from './proposal.ts';
import { slotProposals } from './slots.ts';
import { startLineProposals } from './start-line.ts';
import { explainTemplate } from './template-texts.ts';

export type { CompletionClient } from './proposal.ts';

/**
 * Characters behind which something can be chosen: `Via: `, `a=`, `;transport=`, `SIP/2.0/`, `INVITE, `, `[call_id]`,
 * `t_reply("`, `Hangup(`, `INVITE|`. Where nothing can be, nothing is offered, so that they do not get in the way.
 */
export const triggerCharacters: readonly string[] = [':', ' ', ';', '=', '/', ',', '<', '[', '"', '(', '|'];

/**
 * What can be written at an offset. In a log nothing is offered outside its messages. Items have no documentation
 * yet, unless the client asks for it: `resolveCompletion` gives it to the one that is looked at.
 */
export function complete(
  analysis: Analysis,
  offset: number,
  client: CompletionClient,
  positions: Pick<Positions, 'positionAt'>,
): CompletionItem[] {
  const items = itemsAt(analysis, offset, client, positions).filter(isOnOneLine);
  const { documentIn } = client;
  return documentIn === undefined ? items : items.map((item) => resolveCompletion(item, documentIn));
}

function itemsAt(
  analysis: Analysis,
  offset: number,
  client: CompletionClient,
  positions: Pick<Positions, 'positionAt'>,
): CompletionItem[] {
  const slot = analysis.config?.slotAt(offset);
  if (slot) return itemsOf(slotProposals(slot, analysis.dialect), (span) => span, client, positions);
  const place = placeAt(analysis, offset);
  return place ? itemsOf(proposalsAt(place), place.documentSpan, client, positions) : [];
}

/**
 * Where a tool wrapped a log in the middle of a word, or a carriage return stands alone in a string, an edit would span
 * two lines, which no client takes.
 */
function isOnOneLine({ textEdit }: CompletionItem): boolean {
  const { range } = textEdit as TextEdit;
  return range.start.line === range.end.line;
}

function proposalsAt(place: Place): Proposal[] {
  switch (partAt(place)) {
    case 'start':
      return startLineProposals(place);
    case 'head':
      return fieldProposals(place, place.message.headers) ?? headerNameProposals(place);
    case 'body':
      return bodyProposals(place);
  }
}

/** The item with what hover would say of it. */
export function resolveCompletion(item: CompletionItem, language: Language): CompletionItem {
  const data = item.data as CompletionData | undefined;
  if (!data) return item;
  if ('template' in data) return { ...item, ...explainTemplate(language, data.template, item) };
  const value = explain(language, data.term);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
