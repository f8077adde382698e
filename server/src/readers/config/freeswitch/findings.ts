import type { Span } from '../../../sip/span.ts';
import type { DialectFix } from '../../reading.ts';
import type { Collector } from '../xml/collector.ts';
import type { FreeswitchRuleId } from './rules.ts';

/** Reports a fault by its rule; `meant` replaces what was written. */
export function report(
  found: Collector,
  rule: FreeswitchRuleId,
  span: Span,
  args: readonly string[],
  meant?: string,
): void {
  found.finding({ rule, span, args, ...(meant === undefined ? {} : { fix: replaceFix(span, meant) }) });
}

const replaceFix = (span: Span, newText: string): DialectFix => ({
  title: 'replace',
  args: [newText],
  edits: [{ span, newText }],
});
