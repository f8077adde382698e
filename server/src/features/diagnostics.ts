import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { label } from '../knowledge/labels.ts';
import type { Language } from '../knowledge/language.ts';
import { span } from '../sip/span.ts';
import type { Severity } from './diagnostics/rules.ts';
import { formatMessage } from './diagnostics/texts.ts';
import { type Positions, rangeOf } from './positions.ts';
import { type Problem, problemsOf, type RuleSettings } from './problems.ts';

/** More problems than this help nobody; the last one says how many there are. */
const MOST_PROBLEMS = 1000;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const RULES_PAGE = 'https://github.com/sip-lens/sip-lens/blob/main/docs/';

/** The problems of a document for an editor, a bounded number of them. */
export function diagnostics(
  analysis: Analysis,
  language: Language,
  settings: RuleSettings,
  positions: Positions,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  let more = 0;
  for (const problem of problemsOf(analysis, settings)) {
    if (found.length < MOST_PROBLEMS) found.push(diagnostic(problem, language, positions));
    else more++;
  }
  if (more > 0) {
    const last = rangeOf(positions, span(0, 0));
    const message = label(language, 'problemsCapped', more);
    found.push({ range: last, severity: DiagnosticSeverity.Information, source: 'SIP Lens', message });
  }
  return found;
}

function diagnostic(problem: Problem, language: Language, positions: Positions): Diagnostic {
  return {
    range: rangeOf(positions, problem.span),
    severity: severities[problem.severity],
    source: 'SIP Lens',
    code: problem.rule,
    codeDescription: { href: rulePage(problem.rule, language) },
    message: formatMessage(language, problem),
    ...(problem.rule.startsWith('sip.deprecated-') ? { tags: [DiagnosticTag.Deprecated] } : {}),
  };
}

/** The page that explains a rule. */
export const rulePage = (rule: string, language: Language): string =>
  `${RULES_PAGE}${language === 'tr' ? 'rules.tr.md' : 'rules.md'}#${rule.replaceAll('.', '')}`;
