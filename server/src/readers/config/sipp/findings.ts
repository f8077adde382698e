import type { Span } from '../../../sip/span.ts';
import type { DialectFinding, DialectFix } from '../../reading.ts';
import type { Collector } from '../xml/collector.ts';
import type { SippRuleId } from './rules.ts';

/** Reports a fault by its rule; the rule's id is checked where it is written. */
export function report(
  found: Collector,
  rule: SippRuleId,
  span: Span,
  args: readonly string[] = [],
  fix?: DialectFix,
): void {
  found.finding(finding(rule, span, args, fix));
}

/** A fault, by its rule. */
export const finding = (
  rule: SippRuleId,
  span: Span,
  args: readonly string[] = [],
  fix?: DialectFix,
): DialectFinding => ({ rule, span, args, ...(fix ? { fix } : {}) });

export const replaceFix = (span: Span, newText: string): DialectFix => ({
  title: 'replace',
  args: [newText],
  edits: [{ span, newText }],
});

/** Replaces what was written where it is clear what was meant. */
export const meantFix = (span: Span, meant: string | undefined): DialectFix | undefined =>
  meant === undefined ? undefined : replaceFix(span, meant);
