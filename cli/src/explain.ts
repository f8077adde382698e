import { explain } from '../../server/src/features/explain/explain.ts';
import type { Language } from '../../server/src/knowledge/language.ts';
import { explainRule } from './rule.ts';
import { meaningsOf } from './terms.ts';

/** What the hover says of a term as it is typed on a command line, as Markdown; undefined when nobody knows it. */
export function explainTerm(typed: string, language: Language): string | undefined {
  for (const term of meaningsOf(typed.trim())) {
    const text = explain(language, term);
    if (text !== undefined) return text;
  }
  return explainRule(typed.trim(), language);
}
