import type { Hover } from 'vscode-languageserver-types';
import { type Analysis, mentionsIn } from '../analysis.ts';
import type { Language } from '../knowledge/language.ts';
import type { Mention } from '../readers/mention.ts';
import { span, touches } from '../sip/span.ts';
import { explain } from './explain/explain.ts';
import { type Positions, rangeOf } from './positions.ts';

/** Explains the mention at an offset; undefined where there is none, or nothing to say about it. */
export function hover(analysis: Analysis, offset: number, language: Language, positions: Positions): Hover | undefined {
  for (const mention of mentionsAt(analysis, offset)) {
    const value = explain(language, mention.term);
    if (value) return { contents: { kind: 'markdown', value }, range: rangeOf(positions, mention.span) };
  }
  return undefined;
}

/** The mentions at an offset, the shortest first; one that only ends there comes behind one that holds it. */
export function mentionsAt(analysis: Analysis, offset: number): readonly Mention[] {
  const holds = (mention: Mention) => (mention.span.end > offset ? 0 : 1);
  const length = (mention: Mention) => mention.span.end - mention.span.start;
  return [...mentionsIn(analysis, span(offset, offset))]
    .filter((mention) => touches(mention.span, offset))
    .sort((one, other) => holds(one) - holds(other) || length(one) - length(other));
}
