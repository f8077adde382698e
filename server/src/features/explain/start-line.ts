import { label } from '../../knowledge/labels.ts';
import type { Language } from '../../knowledge/language.ts';
import { textsIn } from '../../knowledge/texts.ts';
import type { StartLineSummary } from '../../readers/mention.ts';
import { code, paragraphs } from './markdown.ts';

/** What a message is, in one sentence, and what that means in another. */
export function explainStartLine(language: Language, summary: StartLineSummary): string {
  const texts = textsIn(language);
  if (summary.kind === 'request') {
    const method = texts.methods[summary.method];
    // What an INVITE means at all, the sentence about a re-INVITE has said already.
    const reinvite = summary.method === 'INVITE' && summary.inDialog;
    return paragraphs(requestSentence(language, summary), reinvite ? method?.use : method?.meaning);
  }
  const meaning = texts.statusCodes[summary.code]?.meaning;
  const sentence =
    summary.request === undefined
      ? label(language, 'statusLine', summary.code, code(summary.phrase))
      : label(language, 'statusLineTo', summary.code, code(summary.phrase), code(summary.request));
  return paragraphs(sentence, meaning);
}

function requestSentence(language: Language, summary: StartLineSummary & { kind: 'request' }): string {
  if (!summary.inDialog) return label(language, 'requestLine', code(summary.method), code(summary.uri));
  if (summary.method === 'INVITE') return label(language, 'reinvite', code(summary.uri));
  return label(language, 'requestLineInDialog', code(summary.method), code(summary.uri));
}
