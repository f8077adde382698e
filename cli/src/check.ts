import { type RuleId, ruleNamed, type Severity } from '../../server/src/features/diagnostics/rules.ts';
import { formatMessage } from '../../server/src/features/diagnostics/texts.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import type { Part } from './inputs/parts.ts';
import { type Options, severities } from './options.ts';
import { paint, printable } from './paint.ts';
import { cliText } from './texts.ts';

/** One problem as `--format json` writes it: lines and columns from 1, columns in UTF-16 code units. */
export interface ProblemRecord {
  /** As the call names it; `-` for standard input. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Behind the last character. */
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** Where the rule comes from, such as `RFC 3261 §8.1.1`; programs' own rules come from nowhere. */
  readonly source?: string;
}

/** One problem with its record; `start` is where it stands in the text of its part. */
export interface ListedProblem {
  readonly record: ProblemRecord;
  readonly start: number;
}

export function* problemsIn({ file, analysis, placeOf }: Part, options: Options): Generator<ListedProblem> {
  for (const problem of problemsOf(analysis, options.rules)) {
    const { rule, severity, span } = problem;
    const { line, column } = placeOf(span.start);
    const end = placeOf(span.end);
    const message = formatMessage(options.language, problem);
    const record = { file, line, column, endLine: end.line, endColumn: end.column, rule, severity, message };
    const source = ruleNamed(rule)?.section;
    yield { record: source ? { ...record, source } : record, start: span.start };
  }
}

/** Whether a problem is as severe as the call asks for. */
export const counts = ({ severity }: ProblemRecord, options: Options): boolean =>
  severities.indexOf(severity) <= severities.indexOf(options.severity);

const shades = { error: paint.red, warning: paint.yellow, information: paint.blue, hint: paint.dim };

/** `file:line:column: severity: message [rule]`, as compilers write it and editors read it. */
export function problemLine(record: ProblemRecord, { language }: Options, color: boolean): string {
  const severity = shades[record.severity](cliText(language, `severity.${record.severity}`), color);
  const place = printable(`${record.file}:${record.line}:${record.column}`);
  return `${place}: ${severity}: ${printable(record.message)} ${paint.dim(`[${record.rule}]`, color)}`;
}
