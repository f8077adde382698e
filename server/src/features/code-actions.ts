import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Language } from '../knowledge/language.ts';
import { overlaps, type Span, touches } from '../sip/span.ts';
import { formatFix } from './diagnostics/texts.ts';
import { type Positions, rangeOf } from './positions.ts';
import { type Problem, problemsOf, type RuleSettings } from './problems.ts';

/** Quick fixes for the problems in a range. Only where the fix is certain, and never in a log. */
export function codeActions(
  analysis: Analysis,
  uri: string,
  range: Span,
  diagnostics: readonly Diagnostic[],
  language: Language,
  settings: RuleSettings,
  positions: Positions,
): CodeAction[] {
  if (analysis.dialect === 'log') return [];
  const actions: CodeAction[] = [];
  for (const problem of problemsOf(analysis, settings)) {
    if (!problem.fix || !(overlaps(problem.span, range) || touches(problem.span, range.start))) continue;
    const solved = diagnostics.filter((one) => isOf(one, problem, positions));
    actions.push({
      title: formatFix(language, problem.fix),
      kind: CodeActionKind.QuickFix,
      isPreferred: true,
      ...(solved.length > 0 ? { diagnostics: solved } : {}),
      edit: {
        changes: {
          [uri]: problem.fix.edits.map((edit) => ({ range: rangeOf(positions, edit.span), newText: edit.newText })),
        },
      },
    });
  }
  return actions;
}

function isOf(diagnostic: Diagnostic, problem: Problem, positions: Positions): boolean {
  const start = positions.positionAt(problem.span.start);
  const { line, character } = diagnostic.range.start;
  return diagnostic.code === problem.rule && line === start.line && character === start.character;
}
