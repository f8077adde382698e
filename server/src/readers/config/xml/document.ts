import type { Span } from '../../../sip/span.ts';

/** XML as it stands in a file that somebody is editing: elements with their places, and what is broken. */
export interface XmlDocument {
  readonly text: string;
  /** In document order. */
  readonly elements: readonly XmlElement[];
  readonly faults: readonly XmlFault[];
}

export interface XmlElement {
  readonly name: string;
  /** The name in the start tag. */
  readonly nameSpan: Span;
  /** The start tag from its `<` to behind its `>`. */
  readonly tag: Span;
  /** From behind the start tag to the end tag, or to where it was missed; empty for `<pause/>`. */
  readonly content: Span;
  /** Whether the tag ends in `/>`. */
  readonly empty: boolean;
  readonly attributes: readonly XmlAttribute[];
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** What stands between `<![CDATA[` and `]]>`, for each section of the element itself. */
  readonly cdata: readonly Span[];
}

export interface XmlAttribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** Between the quotes; undefined when there is no value. */
  readonly value: Span | undefined;
}

export interface XmlFault {
  readonly kind: XmlFaultKind;
  readonly span: Span;
  /** The element or attribute concerned, where there is one. */
  readonly name: string;
}

export type XmlFaultKind =
  | 'unclosed-element'
  | 'stray-end-tag'
  | 'unclosed-tag'
  | 'unclosed-comment'
  | 'unclosed-cdata'
  | 'unclosed-value'
  | 'unquoted-value'
  | 'missing-value';

export const attributeNamed = (element: XmlElement, name: string): XmlAttribute | undefined =>
  element.attributes.find((attribute) => attribute.name === name);

/** The value of an attribute as it is written; undefined when it is not there. */
export function attributeText(document: XmlDocument, element: XmlElement, name: string): string | undefined {
  const value = attributeNamed(element, name)?.value;
  return value && document.text.slice(value.start, value.end);
}

/** An attribute from its name to behind its closing quote. */
export function attributeSpan(text: string, { nameSpan, value }: XmlAttribute): Span {
  const end = value?.end ?? nameSpan.end;
  return { start: nameSpan.start, end: value && /["']/.test(text[end] ?? '') ? end + 1 : end };
}

/** The element whose start tag or own content holds an offset. */
export function elementAt(document: XmlDocument, offset: number): XmlElement | undefined {
  let low = 0;
  let high = document.elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (document.elements[middle]!.tag.start < offset) low = middle + 1;
    else high = middle;
  }
  let element = document.elements[low - 1];
  while (element && offset >= element.tag.end && (element.empty || offset > element.content.end))
    element = element.parent;
  return element;
}
