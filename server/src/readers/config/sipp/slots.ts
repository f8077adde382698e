import { type Span, span, touches } from '../../../sip/span.ts';
import type { CompletionSlot } from '../../reading.ts';
import { elementAt, type XmlAttribute, type XmlDocument, type XmlElement } from '../xml/document.ts';
import { labelsBeside } from './flow.ts';
import { elements, type SippValueKind, valueRow } from './table.ts';

/** What could be written at an offset of a scenario; messages themselves are completed as messages are. */
export function slotIn(document: XmlDocument, offset: number): CompletionSlot | undefined {
  const fresh = freshElement(document.text, offset);
  if (fresh) return fresh;
  const element = elementAt(document, offset);
  if (!element) return undefined;
  if (offset < element.tag.end || (offset === element.tag.end && document.text[offset - 1] !== '>')) {
    return inTag(document, element, offset);
  }
  const cdata = element.cdata.find((one) => touches(one, offset));
  return cdata && keywordSlot(document.text, cdata, offset);
}

/** `<` with nothing behind it yet. */
function freshElement(text: string, offset: number): CompletionSlot | undefined {
  return text[offset - 1] === '<' && !/[\w!/?]/.test(text[offset] ?? '')
    ? { span: span(offset, offset), of: 'dialectTerm', group: 'element' }
    : undefined;
}

function inTag(document: XmlDocument, element: XmlElement, offset: number): CompletionSlot | undefined {
  if (touches(element.nameSpan, offset)) return { span: element.nameSpan, of: 'dialectTerm', group: 'element' };
  const inValue = element.attributes.find(({ value }) => value && touches(value, offset));
  if (inValue?.value) return inAttribute(document, element, inValue, inValue.value, offset);
  const known = elements.get(element.name);
  const free = known?.attributes.filter((name) => !element.attributes.some((one) => one.name === name));
  if (!free) return undefined;
  const written = element.attributes.find(({ nameSpan }) => touches(nameSpan, offset));
  const blank = /\s/.test(document.text[offset - 1] ?? '');
  if (!written && !blank) return undefined;
  return { span: written?.nameSpan ?? span(offset, offset), of: 'dialectTerm', group: 'attribute', names: free };
}

const slotKinds: Partial<Record<SippValueKind, CompletionSlot['of']>> = {
  statusCode: 'statusCode',
  headerField: 'headerField',
};

function inAttribute(
  document: XmlDocument,
  element: XmlElement,
  attribute: XmlAttribute,
  value: Span,
  offset: number,
): CompletionSlot | undefined {
  const row = valueRow(element.name, attribute.name);
  if (!row) return undefined;
  const of = slotKinds[row.kind];
  if (of) return { span: value, of };
  switch (row.kind) {
    case 'method':
      return { span: wordAround(document.text, value, offset), of: 'method' };
    case 'label':
      // Only those of an `init` stand in the same part of the file.
      return {
        span: value,
        of: 'dialectTerm',
        group: 'label',
        ...(element.parent?.name === 'init' ? { names: labelsBeside(document, element) } : {}),
      };
    case 'boolean':
      return { span: value, of: 'dialectTerm', group: 'value', names: ['true', 'false'] };
    case 'oneOf':
      return { span: value, of: 'dialectTerm', group: 'value', names: row.values ?? [] };
    default:
      return keywordSlot(document.text, value, offset);
  }
}

function wordAround(text: string, range: Span, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > range.start && /[\w-]/.test(text[start - 1] ?? '')) start--;
  while (end < range.end && /[\w-]/.test(text[end] ?? '')) end++;
  return span(start, end);
}

/** A keyword between its opening bracket and wherever the word ends. */
function keywordSlot(text: string, range: Span, offset: number): CompletionSlot | undefined {
  let start = offset;
  while (start > range.start && /[\w$]/.test(text[start - 1] ?? '')) start--;
  if (start <= range.start || text[start - 1] !== '[') return undefined;
  let end = offset;
  while (end < range.end && /[\w$]/.test(text[end] ?? '')) end++;
  return { span: span(start, end), of: 'dialectTerm', group: 'keyword' };
}
