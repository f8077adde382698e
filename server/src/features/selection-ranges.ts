import type { SelectionRange } from 'vscode-languageserver-types';
import { type Analysis, frameIndexAt, placedMessage, placedSpan } from '../analysis.ts';
import { logicalOffset } from '../readers/log/logical.ts';
import { type Span, span, touches } from '../sip/span.ts';
import { mentionsAt } from './hover.ts';
import { type Positions, rangeOf } from './positions.ts';

/** From the term at an offset outwards: value, header field, head or body, message, document. */
export function selectionRange(analysis: Analysis, offset: number, positions: Positions): SelectionRange {
  // In front of a line's content stands its prefix, from which the nearest content is not an enclosing range.
  const around = [...enclosing(analysis, offset)].filter((one) => touches(one, offset));
  const spans = [...around, span(0, analysis.text.length)];
  const nested: Span[] = [];
  for (const one of spans.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = nested.at(-1);
    const grows =
      !inner || (one.start <= inner.start && one.end >= inner.end && one.end - one.start > inner.end - inner.start);
    if (grows && one.end > one.start) nested.push(one);
  }
  if (nested.length === 0) nested.push(span(offset, offset));
  return nested.reduceRight<SelectionRange | undefined>(
    (parent, one) => ({ range: rangeOf(positions, one), ...(parent ? { parent } : {}) }),
    undefined,
  ) as SelectionRange;
}

function* enclosing(analysis: Analysis, offset: number): Generator<Span> {
  for (const mention of mentionsAt(analysis, offset)) yield mention.span;
  const index = frameIndexAt(analysis, offset);
  const frame = index === undefined ? undefined : analysis.frames[index];
  if (!frame) return;
  yield span(frame.start, frame.end);
  const placed = placedMessage(analysis.text, frame);
  const at = logicalOffset(placed.logical, offset);
  if (at === undefined) return;
  const { startLine, headers, body } = placed.message;
  const parts = [startLine.span, body, ...headers.flatMap((field) => [field.span, field.value])];
  for (const part of parts) if (part.end > part.start && touches(part, at)) yield placedSpan(placed, part);
}
