import { pathToFileURL } from 'node:url';
import { type RuleId, ruleNamed, type Severity } from '../../server/src/features/diagnostics/rules.ts';
import { ruleText } from '../../server/src/features/diagnostics/texts.ts';
import type { Language } from '../../server/src/knowledge/language.ts';
import type { ProblemRecord } from './check.ts';
import { sectionLink } from './rule.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** What one run of `check` found. */
export interface CheckRun {
  readonly problems: readonly ProblemRecord[];
  /** What could not be read, in the words that the user sees. */
  readonly failures: readonly string[];
  readonly language: Language;
  readonly version: string;
}

/** A SARIF 2.1.0 log of one run, for the code scanning of CI systems. */
export function sarifLog({ problems, failures, language, version }: CheckRun): object {
  const rules = [...new Set(problems.map((problem) => problem.rule))].sort();
  const indexOf = new Map(rules.map((rule, index) => [rule, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'SIP Lens',
            version,
            language,
            rules: rules.map((rule) => ruleDescriptor(rule, language)),
          },
        },
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => result(problem, indexOf.get(problem.rule) ?? -1)),
      },
    ],
  };
}

function ruleDescriptor(id: RuleId, language: Language): object {
  const { title, explanation } = ruleText(language, id);
  const rule = ruleNamed(id);
  const helpUri = sectionLink(rule?.section);
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: plain(explanation) },
    help: { text: plain(explanation), markdown: explanation },
    ...(helpUri ? { helpUri } : {}),
    defaultConfiguration: { level: levels[rule?.severity ?? 'warning'] },
  };
}

function result(problem: ProblemRecord, ruleIndex: number): object {
  return {
    ruleId: problem.rule,
    ruleIndex,
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(problem.file) },
          region: {
            startLine: problem.line,
            startColumn: problem.column,
            endLine: problem.endLine,
            endColumn: problem.endColumn,
          },
        },
      },
    ],
  };
}

/** The explanations mark code by backticks. */
const plain = (markdown: string): string => markdown.replaceAll('`', '');

/** Relative paths stay relative, so that they fit the repository that CI checked out. */
const uriOf = (file: string): string =>
  file.startsWith('/') || /^[A-Za-z]:/.test(file)
    ? pathToFileURL(file).href
    : file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
