import { type Analysis, placedMessage, placedSpan } from '../analysis.ts';
import type { Frame } from '../readers/log/frame.ts';
import type { Dialect, DialectFix } from '../readers/reading.ts';
import type { Span } from '../sip/span.ts';
import type { Finding, Fix, FixTitle } from './diagnostics/finding.ts';
import { judgeMessage } from './diagnostics/judge.ts';
import { judgeMentions } from './diagnostics/mentions.ts';
import { type RuleId, ruleSeverity, type Severity, type SeveritySetting } from './diagnostics/rules.ts';

/** A finding at its place in the document, with the severity that is asked for there. */
export interface Problem {
  readonly rule: RuleId;
  readonly span: Span;
  readonly severity: Severity;
  readonly args: readonly string[];
  /** Offered where somebody writes: never in a log. */
  readonly fix?: PlacedFix;
}

/** A fix whose edits are in the document. */
export type PlacedFix = Fix;

/** What the user set for single rules. */
export type RuleSettings = Readonly<Record<string, SeveritySetting>>;

/** The problems of a document in order, as they are asked for: a reader may stop after the first thousand. */
export function* problemsOf(analysis: Analysis, settings: RuleSettings): Generator<Problem> {
  const isLog = analysis.dialect === 'log';
  for (const frame of analysis.frames) {
    const findings = findingsOf(analysis, frame);
    if (findings.length === 0) continue;
    const placed = placedMessage(analysis.text, frame);
    for (const finding of findings) {
      const severity = severityOf(finding.rule, analysis.dialect, settings);
      if (severity === 'off') continue;
      const fix = isLog ? undefined : finding.fix;
      yield {
        rule: finding.rule,
        span: placedSpan(placed, finding.span),
        severity,
        args: finding.args ?? [],
        ...(fix ? { fix: placedFix(fix, (range) => placedSpan(placed, range)) } : {}),
      };
    }
  }
  yield* configProblems(analysis, settings);
}

/** A SIPp scenario is somebody's test: what is merely unusual in its messages may be what it tests. */
const QUIETER: Readonly<Partial<Record<SeveritySetting, SeveritySetting>>> = {
  warning: 'information',
  information: 'hint',
  hint: 'off',
};

function severityOf(rule: RuleId, dialect: Dialect, settings: RuleSettings): SeveritySetting {
  const severity = ruleSeverity(rule, dialect === 'log', settings[rule]);
  return dialect === 'sipp' && settings[rule] === undefined ? (QUIETER[severity] ?? severity) : severity;
}

const judged = new WeakMap<object, readonly Finding[]>();

/** What is wrong with a message; kept as long as edits only move it. */
function findingsOf(analysis: Analysis, frame: Frame): readonly Finding[] {
  const known = judged.get(frame.identity);
  if (known) return known;
  const { message } = placedMessage(analysis.text, frame);
  const complete = frame.state === 'complete';
  const findings = judgeMessage(message, {
    complete,
    trustedBodyEnd: complete && frame.layout.kind !== 'tree' && analysis.dialect !== 'sipp',
    ...wildcardsOf(analysis),
  });
  judged.set(frame.identity, findings);
  return findings;
}

/** In a SIPp scenario a keyword stands for a value that nobody knows yet. */
const wildcardsOf = (analysis: Analysis) =>
  analysis.dialect === 'sipp' ? { wildcard: (text: string) => /\[[^\]\s]+[^\]]*\]/.test(text) } : {};

function* configProblems(analysis: Analysis, settings: RuleSettings): Generator<Problem> {
  if (!analysis.config) return;
  const findings = [...analysis.config.findings, ...judgeMentions(analysis.config.mentions)];
  for (const finding of findings) {
    const rule = finding.rule as RuleId;
    const severity = ruleSeverity(rule, false, settings[rule]);
    if (severity === 'off') continue;
    yield {
      rule,
      span: finding.span,
      severity,
      args: finding.args ?? [],
      ...(finding.fix ? { fix: placedFix(finding.fix, (range) => range) } : {}),
    };
  }
}

const placedFix = (fix: Fix | DialectFix, place: (range: Span) => Span): PlacedFix => ({
  title: fix.title as FixTitle,
  args: fix.args ?? [],
  edits: fix.edits.map((edit) => ({ span: place(edit.span), newText: edit.newText })),
});
