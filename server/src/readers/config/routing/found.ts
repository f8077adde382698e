import type { Span } from '../../../sip/span.ts';
import type { Mention } from '../../mention.ts';
import type { CompletionSlot, DialectFinding } from '../../reading.ts';

/** What could be written in a range of the document. */
export interface Slot {
  readonly range: Span;
  /** Whether the range is a gap between tokens, so that something is inserted at the caret. */
  readonly gap: boolean;
  readonly of: CompletionSlot['of'];
  readonly code?: number;
  readonly phrase?: Span;
  readonly phraseFrame?: readonly [before: string, after: string];
}

/** What is gathered while a script is read. */
export interface Found {
  readonly mentions: Mention[];
  readonly slots: Slot[];
  readonly wildcards: Span[];
  readonly findings: DialectFinding[];
}

export const nothingFound = (): Found => ({ mentions: [], slots: [], wildcards: [], findings: [] });

/** The items in document order; readers look ahead here and there, so they are almost in order already. */
export function inOrder<T>(items: T[], startOf: (item: T) => number): T[] {
  for (let i = 1; i < items.length; i++) {
    if (startOf(items[i - 1]!) > startOf(items[i]!)) return items.sort((one, other) => startOf(one) - startOf(other));
  }
  return items;
}

/** The slot at a caret, among slots in document order that do not overlap. */
export function slotAt(slots: readonly Slot[], offset: number): CompletionSlot | undefined {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slots[middle]!.range.start <= offset) low = middle + 1;
    else high = middle;
  }
  const slot = slots[low - 1];
  if (!slot || offset > slot.range.end) return undefined;
  const { range, gap, of, code, phrase, phraseFrame } = slot;
  return {
    span: gap ? { start: offset, end: offset } : range,
    of,
    ...(code === undefined ? {} : { code }),
    ...(phrase === undefined ? {} : { phrase }),
    ...(phraseFrame === undefined ? {} : { phraseFrame }),
  };
}
