import type { Span } from '../../../sip/span.ts';
import type { Mention, Term } from '../../mention.ts';
import type { BlockReading, CompletionSlot, DialectFinding, DialectFix } from '../../reading.ts';
import type { AsteriskRule } from './rules.ts';

/** What has been found so far in one document. */
export interface Draft {
  readonly text: string;
  readonly mentions: Mention[];
  readonly findings: DialectFinding[];
  readonly slots: CompletionSlot[];
}

export const newDraft = (text: string): Draft => ({ text, mentions: [], findings: [], slots: [] });

export function mention(draft: Draft, term: Term, span: Span): void {
  if (span.end > span.start) draft.mentions.push({ term, span });
}

export function dialectTerm(draft: Draft, group: string, name: string, span: Span): void {
  mention(draft, { kind: 'dialectTerm', dialect: 'asterisk', group, name }, span);
}

export function find(
  draft: Draft,
  rule: AsteriskRule,
  span: Span,
  args: readonly string[],
  meant?: string,
  at: Span = span,
): void {
  draft.findings.push({ rule, span, args, ...(meant === undefined ? {} : { fix: replacement(at, meant) }) });
}

/** The fix that writes something else in a place. */
export const replacement = (span: Span, newText: string): DialectFix => ({
  title: 'replace',
  args: [newText],
  edits: [{ span, newText }],
});

/** The reading of a draft; `elsewhere` says what can be written where no slot was noted. */
export function finished(
  draft: Draft,
  elsewhere: (offset: number) => CompletionSlot | undefined = () => undefined,
): BlockReading {
  const mentions = inOrder(draft.mentions);
  const findings = inOrder(draft.findings);
  const slots = inOrder(draft.slots);
  return {
    mentions,
    frames: [],
    findings,
    wildcards: [],
    slotAt: (offset) => slotTouching(slots, offset) ?? elsewhere(offset),
  };
}

/** Sorted by place; most readers find things in that order, so that usually nothing moves. */
function inOrder<T extends { readonly span: Span }>(items: readonly T[]): readonly T[] {
  for (let at = 1; at < items.length; at++)
    if (items[at]!.span.start < items[at - 1]!.span.start)
      return [...items].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  return items;
}

/** The last of the slots that begin before the offset and reach it; of several, the narrowest. */
function slotTouching(slots: readonly CompletionSlot[], offset: number): CompletionSlot | undefined {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slots[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0 && at >= low - 8; at--) if (slots[at]!.span.end >= offset) return slots[at];
  return undefined;
}
