import type { SeveritySetting } from './features/diagnostics/rules.ts';
import type { RuleSettings } from './features/problems.ts';
import { type Language, languageOf } from './knowledge/language.ts';

/** The settings as the server uses them: what is missing or wrong in the user's has its default. */
export interface ServerSettings {
  readonly language: Language;
  readonly rules: RuleSettings;
}

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Reads the section `sip-lens` of a client's settings; `locale` is the editor's display language. */
export function settingsFrom(section: unknown, locale: string | undefined): ServerSettings {
  const given = isRecord(section) ? section : {};
  const language = given['language'];
  const rules = isRecord(given['rules']) ? given['rules'] : {};
  return {
    language: language === 'en' || language === 'tr' ? language : languageOf(locale),
    rules: Object.fromEntries(Object.entries(rules).filter(([, severity]) => severities.has(severity))) as Record<
      string,
      SeveritySetting
    >,
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
