import { pathToFileURL } from 'node:url';
import type { RuleId } from '../../server/src/features/diagnostics/rules.ts';
import { ruleText } from '../../server/src/features/diagnostics/texts.ts';
import { rulePage } from '../../server/src/features/diagnostics.ts';
import type { Language } from '../../server/src/knowledge/language.ts';
import type { ProblemRecord } from './check.ts';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** A SARIF 2.1.0 log of one run, for the code scanning of CI systems. */
export function sarifLog(records: readonly ProblemRecord[], language: Language, version: string): object {
  const rules = [...new Set(records.map((record) => record.rule))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'SIP Lens', version, rules: rules.map((id) => rule(id as RuleId, language)) } },
        columnKind: 'utf16CodeUnits',
        results: records.map((record) => ({
          ruleId: record.rule,
          ruleIndex: rules.indexOf(record.rule),
          level: levels[record.severity],
          message: { text: record.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(record.file) },
                region: {
                  startLine: record.line,
                  startColumn: record.column,
                  endLine: record.endLine,
                  endColumn: record.endColumn,
                },
              },
            },
          ],
        })),
      },
    ],
  };
}

function rule(id: RuleId, language: Language): object {
  const text = ruleText(language, id);
  return {
    id,
    shortDescription: { text: text.title },
    fullDescription: { text: text.explanation },
    helpUri: rulePage(id, language),
  };
}

/** Relative paths stay relative, so that they fit the repository that CI checked out. */
const uriOf = (file: string): string =>
  file.startsWith('/') || /^[A-Za-z]:/.test(file)
    ? pathToFileURL(file).href
    : file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
