import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { type CompletionClient, complete } from '../../../server/src/features/completion/completion.ts';
import { documentOf, withCaret } from '../../support/documents.ts';

export const plain: CompletionClient = { snippets: false };
export const fixture = (name: string): string => readFileSync(`test/fixtures/completion/${name}`, 'utf8');

export const inOrder = (items: readonly CompletionItem[]): readonly CompletionItem[] =>
  [...items].sort((one, other) => (one.sortText! < other.sortText! ? -1 : 1));

/** The items at the `|` of a text, in the order in which an editor shows them. */
export function itemsAt(marked: string, name = 'message.sip', client = plain): readonly CompletionItem[] {
  const { text, offset } = withCaret(marked);
  const { document, analysis } = documentOf(text, name);
  return inOrder(complete(analysis, offset, client, document));
}

/** The labels of those items that are no whole messages. */
export const offered = (marked: string, name?: string): readonly string[] =>
  itemsAt(marked, name)
    .filter((item) => !item.label.includes('…'))
    .map((item) => item.label);

export const offeredTemplates = (marked: string): readonly string[] =>
  itemsAt(marked)
    .filter((item) => item.label.includes('…'))
    .map((item) => item.label);

export function itemAt(marked: string, label: string, client = plain): CompletionItem {
  const item = itemsAt(marked, 'message.sip', client).find((one) => one.label === label);
  assert.ok(item, `${label} is not offered at ${marked}`);
  return item;
}

export const editsOf = (item: CompletionItem): TextEdit[] => [
  item.textEdit as TextEdit,
  ...(item.additionalTextEdits ?? []),
];

/** The text after an item was chosen. */
export function choosing(marked: string, label: string): string {
  const item = itemAt(marked, label);
  const document = TextDocument.create('file:///message.sip', 'sip', 1, withCaret(marked).text);
  return TextDocument.applyEdits(document, editsOf(item));
}

export const invite = 'INVITE sip:bob@example.com SIP/2.0\n';
export const register = 'REGISTER sip:example.com SIP/2.0\n';
export const busy = 'SIP/2.0 486 Busy Here\n';
export const session = `${invite}Content-Type: application/sdp\n\n`;
export const audio = `${session}v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\nm=audio 4000 RTP/AVP 0 101\n`;
