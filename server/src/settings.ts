import type { SeveritySetting } from './features/diagnostics/rules.ts';
import type { RuleSettings } from './features/problems.ts';
import { type Language, languageOf } from './knowledge/language.ts';

/** The settings as the server uses them: what is missing or wrong in the user's has its default. */
export interface ServerSettings {
  readonly language: Language;
  readonly rules: RuleSettings;
}

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/**
 * The section `sip-lens` of what a client sent: under that name, as keys such as `sip-lens.language`, or as it is.
 * Clients differ in this, and all of them mean the same.
 */
function sectionOf(given: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(given)) return {};
  if (isRecord(given['sip-lens'])) return given['sip-lens'];
  const { 'sip-lens.language': language = given['language'], 'sip-lens.rules': rules = given['rules'] } = given;
  return { ...(language === undefined ? {} : { language }), ...(rules === undefined ? {} : { rules }) };
}

/**
 * Reads settings; what is missing in the `given` ones is as in the `initial` ones of `initializationOptions`.
 * `locale` is the editor's display language.
 */
export function settingsFrom(initial: unknown, given: unknown, locale: string | undefined): ServerSettings {
  const section = { ...sectionOf(initial), ...sectionOf(given) };
  const { language } = section as { language?: unknown };
  const rules = 'rules' in section && isRecord(section.rules) ? section.rules : {};
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
