import { dialectTermText } from '../../knowledge/dialects.ts';
import { type Label, label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { code, paragraphs, title } from './markdown.ts';

/** An option, application, variable or keyword of one kind of configuration file. */
export function explainDialectTerm(
  language: Language,
  dialect: string,
  group: string,
  name: string,
): string | undefined {
  const text = dialectTermText(language, dialect, group, name);
  if (text === undefined) return undefined;
  const kind = `dialect${dialect.charAt(0).toUpperCase()}${dialect.slice(1)}` as Label;
  return paragraphs(title(code(name), label(language, kind)), text);
}
