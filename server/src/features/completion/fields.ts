import type { HeaderField } from '../../sip/message.ts';
import { headerValueProposals } from './header-values.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** What can be written in the value of the field at the caret; undefined where no value is. */
export function fieldProposals(place: Place, headers: readonly HeaderField[]): Proposal[] | undefined {
  const { caret, text } = place;
  const field = headers.find((one) => one.name.end < caret && caret <= one.span.end) ?? foldedField(place, headers);
  if (!field || text.indexOf(':', field.name.end) >= caret) return undefined;
  return headerValueProposals(place, field);
}

/** A line that holds nothing but blanks yet goes on with the field above it (RFC 3261 §7.3.1). */
function foldedField({ text, line }: Place, headers: readonly HeaderField[]): HeaderField | undefined {
  if (!/^[ \t]+$/.test(text.slice(line.start, line.end))) return undefined;
  const above = headers.findLast((one) => one.span.end < line.start);
  return above && text.slice(above.span.end, line.start).trim() === '' ? above : undefined;
}
