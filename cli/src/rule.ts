import { ruleNamed, type SeveritySetting } from '../../server/src/features/diagnostics/rules.ts';
import { ruleText } from '../../server/src/features/diagnostics/texts.ts';
import { paragraphs, title } from '../../server/src/features/explain/markdown.ts';
import type { Language } from '../../server/src/knowledge/language.ts';
import { cliText } from './texts.ts';

/** What a rule of `check` is about, why it matters and how severe it is, as Markdown; undefined for no rule. */
export function explainRule(id: string, language: Language): string | undefined {
  const rule = ruleNamed(id);
  if (!rule) return undefined;
  const text = ruleText(language, rule.id);
  const name = (severity: SeveritySetting): string => cliText(language, `severity.${severity}`);
  const link = sectionLink(rule.section);
  return paragraphs(
    title(rule.id, cliText(language, 'rule')),
    `${text.title}.`,
    text.explanation,
    cliText(language, 'ruleSeverity', name(rule.severity), name(rule.logSeverity)),
    link ? `[${rule.section}](${link})` : rule.section,
  );
}

/** The address of `RFC 3261 §8.1.1`; undefined for what is no section of an RFC. */
export function sectionLink(source: string | undefined): string | undefined {
  const [, number, section] = /^RFC (\d+)(?: §([\w.]+))?$/.exec(source ?? '') ?? [];
  return number && `https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ''}`;
}
