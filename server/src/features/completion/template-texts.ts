import { type CompletionItem, MarkupKind } from 'vscode-languageserver-types';
import en from '../../../../data/texts/en/snippets.json';
import tr from '../../../../data/texts/tr/snippets.json';
import type { Language } from '../../knowledge/language.ts';
import { paragraphs } from '../explain/markdown.ts';
import { plainText } from './snippet-syntax.ts';
import { filledTemplate, templateWithId } from './templates.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, tr };

/** What a template is for, and the message that it makes. */
export function explainTemplate(
  language: Language,
  id: string,
  item: CompletionItem,
): Pick<CompletionItem, 'detail' | 'documentation'> {
  const template = templateWithId(id);
  const text = texts[language][id];
  if (!template || text === undefined) return {};
  const message = plainText(item.textEdit?.newText ?? filledTemplate(template, 0)).trimEnd();
  return {
    documentation: { kind: MarkupKind.Markdown, value: paragraphs(text, `\`\`\`sip\n${message}\n\`\`\``) },
  };
}
