import type { Hover } from 'vscode-languageserver-types';
import { type Analysis, envelopeAt, frameIndexAt, mentionsIn } from '../analysis.ts';
import type { Language } from '../knowledge/language.ts';
import type { UserRow } from '../readers/log/envelope/user/user-rows.ts';
import type { Mention } from '../readers/mention.ts';
import { span, touches } from '../sip/span.ts';
import { explainEnvelope } from './explain/envelope.ts';
import { explain } from './explain/explain.ts';
import { paragraphs } from './explain/markdown.ts';
import { type Positions, rangeOf } from './positions.ts';

/**
 * Explains the mention at an offset; undefined where there is none, or nothing to say about it. `userRows` are the
 * user's own words for what stands around a message in a log.
 */
export function hover(
  analysis: Analysis,
  offset: number,
  language: Language,
  positions: Positions,
  userRows: readonly UserRow[] = [],
): Hover | undefined {
  for (const mention of mentionsAt(analysis, offset)) {
    const isStartLine = mention.term.kind === 'startLine' && analysis.dialect === 'log';
    const envelope = isStartLine ? envelopeText(analysis, offset, language, userRows) : undefined;
    const value = paragraphs(explain(language, mention.term), envelope);
    if (value) return { contents: { kind: 'markdown', value }, range: rangeOf(positions, mention.span) };
  }
  return undefined;
}

/** What the log says of the message at an offset: when it came or went, and between whom. */
function envelopeText(
  analysis: Analysis,
  offset: number,
  language: Language,
  userRows: readonly UserRow[],
): string | undefined {
  const index = frameIndexAt(analysis, offset);
  return index === undefined ? undefined : explainEnvelope(language, envelopeAt(analysis, index, userRows));
}

/** The mentions at an offset, the shortest first; one that only ends there comes behind one that holds it. */
export function mentionsAt(analysis: Analysis, offset: number): readonly Mention[] {
  const holds = (mention: Mention) => (mention.span.end > offset ? 0 : 1);
  const length = (mention: Mention) => mention.span.end - mention.span.start;
  return [...mentionsIn(analysis, span(offset, offset))]
    .filter((mention) => touches(mention.span, offset))
    .sort((one, other) => holds(one) - holds(other) || length(one) - length(other));
}
