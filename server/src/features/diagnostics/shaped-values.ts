import type { HeaderField } from '../../sip/message.ts';
import { type Span, span } from '../../sip/span.ts';
import { type Parameter, parseParameters, splitAt } from '../../sip/values/parameters.ts';
import { checkStructure } from './addresses.ts';
import type { FieldCheck, Judged, Report } from './judged.ts';
import { checkOneValue, checkParameters, checkSeparators, type ParameterKind } from './parameters.ts';

/** Values read by their shape: one element or a list of them, parameters behind each (RFC 3261 §7.3.1). */

/** `ipsec-3gpp;alg=hmac-sha-1-96`: what a list is made of. */
export interface Element {
  /** What stands before the first parameter. */
  readonly head: Span;
  readonly parameters: readonly Parameter[];
}

/** Judges the head of an element; false when nobody knows what its parameters are. */
export type HeadCheck = (judged: Judged, element: Element, field: HeaderField, report: Report) => boolean;

export interface Shape {
  /** Whether commas part several elements. */
  readonly list: boolean;
  readonly head: HeadCheck;
  /** What its parameters look like, where not as in most header fields; `none` where there are none. */
  readonly parameters?: ParameterKind | 'none';
  /** Judges what the parameters say once they can be read. */
  readonly meaning?: (judged: Judged, element: Element, field: HeaderField, report: Report) => void;
  /** Whether an element is nothing but parameters. */
  readonly isAllParameters?: boolean;
  /** Whether parameters may stand alone, in a field that people fill in by hand. */
  readonly mayLackHead?: boolean;
}

export const checkShape =
  (shape: Shape): FieldCheck =>
  (judged, field, report) => {
    if (!checkStructure(judged, field, report)) return;
    const { text } = judged;
    const lacksHead = shape.mayLackHead === true && text.startsWith(';', field.value.start);
    const value = lacksHead ? span(field.value.start + 1, field.value.end) : field.value;
    if (!checkSeparators(judged, value, shape.parameters === 'none' ? ',' : ',;', report)) return;
    if (!shape.list && !checkOneValue(judged, field, report)) return;
    const parts = shape.list ? splitAt(text, field.value, ',') : [field.value];
    for (const part of parts) {
      if (!judged.isWild(part)) checkElement(judged, elementAt(text, part, shape), shape, field, report);
    }
  };

function elementAt(text: string, part: Span, { parameters, isAllParameters }: Shape): Element {
  if (isAllParameters) return { head: span(part.start, part.start), parameters: parseParameters(text, part) };
  if (parameters === 'none') return { head: part, parameters: [] };
  const [head = part, first] = splitAt(text, part, ';');
  return { head, parameters: first ? parseParameters(text, span(first.start, part.end)) : [] };
}

function checkElement(judged: Judged, element: Element, shape: Shape, field: HeaderField, report: Report): void {
  if (!shape.head(judged, element, field, report)) return;
  const kind = shape.parameters === 'none' ? undefined : shape.parameters;
  if (!checkParameters(judged, element.parameters, report, kind)) return;
  shape.meaning?.(judged, element, field, report);
}
