import { analyse } from '../../server/src/analysis.ts';
import { formatMessage } from '../../server/src/features/diagnostics/texts.ts';
import { rulePage } from '../../server/src/features/diagnostics.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { type Input, lineCounter } from './inputs.ts';
import { type Options, severities } from './options.ts';
import { type Output, paint, printable } from './output.ts';
import { cliText } from './texts.ts';

/** One problem, with lines and columns from 1; columns in UTF-16 code units, the end behind the last character. */
export interface ProblemRecord {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: (typeof severities)[number];
  readonly message: string;
  readonly help: string;
}

export function* problemRecords(input: Input, options: Options): Generator<ProblemRecord> {
  const languageId = options.as === undefined ? undefined : options.as === 'message' ? 'sip' : 'log';
  const analysis = analyse(input.text, { name: input.name, ...(languageId ? { languageId } : {}) });
  const place = lineCounter(input.text);
  for (const problem of problemsOf(analysis, options.rules)) {
    const start = place(problem.span.start);
    const end = place(problem.span.end);
    yield {
      file: input.name,
      ...start,
      endLine: end.line,
      endColumn: end.column,
      rule: problem.rule,
      severity: problem.severity,
      message: formatMessage(options.language, problem),
      help: rulePage(problem.rule, options.language),
    };
  }
}

/** Whether a problem is as severe as the call asks for. */
export const counts = (record: ProblemRecord, options: Options): boolean =>
  severities.indexOf(record.severity) <= severities.indexOf(options.severity);

export function writeProblem(record: ProblemRecord, options: Options, output: Output): void {
  if (options.format === 'json') {
    output.line(JSON.stringify(record));
    return;
  }
  const shade = { error: paint.red, warning: paint.yellow, information: paint.blue, hint: paint.dim }[record.severity];
  const severity = shade(cliText(options.language, `severity.${record.severity}`), output.color);
  const place = `${record.file}:${record.line}:${record.column}`;
  output.line(`${place}: ${severity}: ${printable(record.message)} ${paint.dim(`[${record.rule}]`, output.color)}`);
}
