import enAsterisk from '../../../../data/dialects/texts/en/asterisk.rules.json';
import enFreeswitch from '../../../../data/dialects/texts/en/freeswitch.rules.json';
import enRouting from '../../../../data/dialects/texts/en/routing.rules.json';
import enSipp from '../../../../data/dialects/texts/en/sipp.rules.json';
import trAsterisk from '../../../../data/dialects/texts/tr/asterisk.rules.json';
import trFreeswitch from '../../../../data/dialects/texts/tr/freeswitch.rules.json';
import trRouting from '../../../../data/dialects/texts/tr/routing.rules.json';
import trSipp from '../../../../data/dialects/texts/tr/sipp.rules.json';
import enTexts from '../../../../data/texts/en/rules.json';
import trTexts from '../../../../data/texts/tr/rules.json';
import type { Language } from '../../knowledge/language.ts';
import type { Finding, FixTitle, Related, RelatedTitle } from './finding.ts';
import type { RuleId } from './rules.ts';

export interface RuleText {
  /** What the rule is about, a few words. */
  readonly title: string;
  /** The problem at one place; `{0}`, `{1}` … are the finding's arguments. */
  readonly message: string;
  /** Why it matters and what to do. */
  readonly explanation: string;
}

interface RuleTexts {
  readonly rules: Readonly<Record<RuleId, RuleText>>;
  readonly fixes: Readonly<Record<FixTitle, string>>;
  readonly related: Readonly<Record<RelatedTitle, string>>;
}

const texts: Readonly<Record<Language, RuleTexts>> = {
  en: {
    rules: { ...enTexts.rules, ...enAsterisk.rules, ...enFreeswitch.rules, ...enRouting.rules, ...enSipp.rules },
    fixes: { ...enFreeswitch.fixes, ...enRouting.fixes, ...enSipp.fixes, ...enTexts.fixes },
    related: enTexts.related,
  },
  tr: {
    rules: { ...trTexts.rules, ...trAsterisk.rules, ...trFreeswitch.rules, ...trRouting.rules, ...trSipp.rules },
    fixes: { ...trFreeswitch.fixes, ...trRouting.fixes, ...trSipp.fixes, ...trTexts.fixes },
    related: trTexts.related,
  },
};

export const ruleText = (language: Language, rule: RuleId): RuleText => texts[language].rules[rule];

/** The problem in one sentence. */
export const formatMessage = (language: Language, finding: Pick<Finding, 'rule' | 'args'>): string =>
  // Lists of problems show plain text.
  fillIn(ruleText(language, finding.rule).message.replaceAll('`', ''), finding.args);

/** What a quick fix does, for a menu; a title without a text of its own is shown as it is. */
export function formatFix(
  language: Language,
  fix: { readonly title: string; readonly args?: readonly string[] },
): string {
  const titles: Readonly<Record<string, string>> = texts[language].fixes;
  return fillIn(titles[fix.title] ?? fix.title, fix.args);
}

export const formatRelated = (language: Language, related: Related): string => texts[language].related[related.title];

/** Longer arguments are cut, so that a message stays one line. */
const LONGEST_ARGUMENT = 80;
/** Of longer ones no more is looked at; folds make them shorter. */
const LONGEST_LOOK = 4 * LONGEST_ARGUMENT;

function fillIn(template: string, args: readonly string[] = []): string {
  return template.replaceAll(/\{(\d)\}/g, (_, index: string) => {
    const whole = args[Number(index)] ?? '';
    // Blanks are shown as they are written, for one too many may be what is wrong.
    const argument = whole.slice(0, LONGEST_LOOK).replaceAll(/[ \t]*[\r\n]+[ \t]*|\t/g, ' ');
    const isCut = argument.length > LONGEST_ARGUMENT || whole.length > LONGEST_LOOK;
    return isCut ? `${argument.slice(0, LONGEST_ARGUMENT)}…` : argument;
  });
}
