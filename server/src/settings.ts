import type { SeveritySetting } from './features/diagnostics/rules.ts';
import type { RuleSettings } from './features/problems.ts';
import { type Language, languageOf } from './knowledge/language.ts';
import { compileUserRows, type UserRow, type UserRowError } from './readers/log/envelope/user/user-rows.ts';

/** The settings as the server uses them: what is missing or wrong in the user's has its default. */
export interface ServerSettings {
  readonly language: Language;
  readonly rules: RuleSettings;
  /** How lines of the user's own products tell of a message; templates that cannot be used are left out. */
  readonly envelopes: readonly UserRow[];
  /** What is wrong with those. */
  readonly envelopeErrors: readonly UserRowError[];
}

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/**
 * The section `sip-lens` of what a client sent: under that name, as keys such as `sip-lens.language`, or as it is.
 * Clients differ in this, and all of them mean the same.
 */
function sectionOf(given: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(given)) return {};
  if (isRecord(given['sip-lens'])) return given['sip-lens'];
  const named = ['language', 'rules', 'envelopes'].map((key) => [key, given[`sip-lens.${key}`] ?? given[key]] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

/**
 * Reads settings; what is missing in the `given` ones is as in the `initial` ones of `initializationOptions`.
 * `locale` is the editor's display language.
 */
export function settingsFrom(initial: unknown, given: unknown, locale: string | undefined): ServerSettings {
  const section = { ...sectionOf(initial), ...sectionOf(given) };
  const { language, rules: givenRules, envelopes } = section as Readonly<Record<string, unknown>>;
  const rules = isRecord(givenRules) ? givenRules : {};
  const templates = Array.isArray(envelopes) ? envelopes.filter((one): one is string => typeof one === 'string') : [];
  const { rows, errors } = compileUserRows(templates);
  return {
    envelopes: rows,
    envelopeErrors: errors,
    language: language === 'en' || language === 'tr' ? language : languageOf(locale),
    rules: Object.fromEntries(Object.entries(rules).filter(([, severity]) => severities.has(severity))) as Record<
      string,
      SeveritySetting
    >,
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
