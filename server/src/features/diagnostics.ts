import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { countLabel } from '../knowledge/labels.ts';
import type { Language } from '../knowledge/language.ts';
import { span } from '../sip/span.ts';
import type { Severity } from './diagnostics/rules.ts';
import { formatMessage, formatRelated } from './diagnostics/texts.ts';
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

/** What a client shows beside a problem. */
export interface DiagnosticExtras {
  /**
   * Leads to the page of a rule: `{rule}` in it stands for the rule's id, `{page}` for its page, `{encodedPage}` for
   * that as part of a query.
   */
  readonly ruleLink?: string | undefined;
  /** The document's URI, where the client shows related places. */
  readonly relatedIn?: string | undefined;
}

/** The problems of a document for an editor, a bounded number of them. */
export function diagnostics(
  analysis: Analysis,
  language: Language,
  settings: RuleSettings,
  positions: Positions,
  extras: DiagnosticExtras = {},
): Diagnostic[] {
  const found: Diagnostic[] = [];
  let more = 0;
  for (const problem of problemsOf(analysis, settings)) {
    if (found.length < MOST_PROBLEMS) found.push(diagnostic(problem, language, positions, extras));
    else more++;
  }
  if (more > 0) {
    const last = rangeOf(positions, span(0, 0));
    const message = countLabel(language, 'problemsCapped', more);
    found.push({ range: last, severity: DiagnosticSeverity.Information, source: 'SIP Lens', message });
  }
  return found;
}

function diagnostic(
  problem: Problem,
  language: Language,
  positions: Positions,
  { ruleLink, relatedIn: uri }: DiagnosticExtras,
): Diagnostic {
  return {
    range: rangeOf(positions, problem.span),
    severity: severities[problem.severity],
    source: 'SIP Lens',
    code: problem.rule,
    ...(ruleLink ? { codeDescription: { href: linkTo(ruleLink, problem.rule, language) } } : {}),
    message: formatMessage(language, problem),
    ...(uri !== undefined && problem.related.length > 0
      ? {
          relatedInformation: problem.related.map((related) => ({
            location: { uri, range: rangeOf(positions, related.span) },
            message: formatRelated(language, related),
          })),
        }
      : {}),
    ...(problem.rule.startsWith('sip.deprecated-') ? { tags: [DiagnosticTag.Deprecated] } : {}),
  };
}

/** Where the rules are explained, in the language: `docs/rules.md#sipmissing-header`. */
const rulePage = (rule: string, language: Language): string =>
  `docs/${language === 'tr' ? 'rules.tr.md' : 'rules.md'}#${rule.replaceAll('.', '')}`;

/** Fills the places of a client's link; the link may be one that takes the page as an argument. */
function linkTo(link: string, rule: string, language: Language): string {
  const page = rulePage(rule, language);
  return link
    .replaceAll('{rule}', rule)
    .replaceAll('{page}', page)
    .replaceAll('{encodedPage}', encodeURIComponent(page));
}
