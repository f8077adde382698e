import type { Analysis } from '../analysis.ts';
import { countLabel, type Label, label } from '../knowledge/labels.ts';
import type { Language } from '../knowledge/language.ts';
import type { StatusResult } from '../protocol.ts';

/** What was recognised in a document, in one line. */
export function statusOf(analysis: Analysis, language: Language): StatusResult {
  const messages = analysis.frames.length;
  return { text: statusText(analysis, language, messages), messages };
}

function statusText(analysis: Analysis, language: Language, messages: number): string {
  if (analysis.config) {
    const dialect = `dialect${analysis.dialect.charAt(0).toUpperCase()}${analysis.dialect.slice(1)}` as Label;
    return countLabel(language, 'statusConfig', analysis.config.mentionCount, label(language, dialect));
  }
  if (analysis.dialect === 'none') return label(language, 'statusNone');
  if (analysis.dialect === 'message') return countLabel(language, 'statusMessage', messages);
  return messages === 0 ? label(language, 'statusLogNone') : countLabel(language, 'statusLog', messages);
}
