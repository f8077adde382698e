import { type Span, trimmed } from '../../../sip/span.ts';
import { attributeNamed, attributeText, type XmlDocument, type XmlElement } from '../xml/document.ts';
import { type AttributeRow, attributeRows, type NamedRow, namedRows } from './table.ts';

/** The row that says what an element names, by where it stands. */
export function namedRowFor(element: XmlElement): NamedRow | undefined {
  return namedRows.get(element.name)?.find((row) => !row.within || standsWithin(element, row.within));
}

function standsWithin(element: XmlElement, within: readonly string[]): boolean {
  let ancestor = element.parent;
  for (const name of within) {
    while (ancestor && ancestor.name !== name) ancestor = ancestor.parent;
    if (!ancestor) return false;
  }
  return true;
}

/** The value of an attribute, or what stands between the tags in its place. */
export function valueIn(document: XmlDocument, element: XmlElement, attribute: string): Span | undefined {
  const value = attributeNamed(element, attribute)?.value;
  if (value || element.empty || element.children.length > 0) return value;
  const inner = element.cdata[0] ?? element.content;
  const content = trimmed(document.text, inner.start, inner.end);
  return content.start < content.end && document.text[content.start] !== '<' ? content : undefined;
}

/** The rows that say what attributes of an element carry, whatever they are called for. */
export function attributeRowsFor(document: XmlDocument, element: XmlElement): readonly AttributeRow[] {
  const rows = attributeRows.get(element.name) ?? [];
  return rows.filter(({ when = {} }) =>
    Object.entries(when).every(([name, values]) => values.includes(attributeText(document, element, name) ?? '')),
  );
}
