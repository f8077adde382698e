import { statusCode } from '../../knowledge/names.ts';
import type { Mention } from '../../readers/mention.ts';
import type { DialectFinding } from '../../readers/reading.ts';

/** What is wrong with the mentions of a configuration file, whatever its dialect. */
export function judgeMentions(mentions: readonly Mention[]): readonly DialectFinding[] {
  return mentions.flatMap((mention) => judgeMention(mention));
}

function judgeMention({ term, span }: Mention): readonly DialectFinding[] {
  if (term.kind === 'statusCode' && (term.code < 100 || term.code > 699)) {
    return [{ rule: 'sip.invalid-status-code', span, args: [String(term.code)] }];
  }
  if (term.kind === 'statusCode' && !statusCode(term.code)) {
    return [{ rule: 'sip.unknown-status-code', span, args: [String(term.code)] }];
  }
  return [];
}
