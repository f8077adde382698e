import { type Span, span, touches } from '../../../sip/span.ts';
import type { CompletionSlot } from '../../reading.ts';
import { attributeNamed, elementAt, type XmlDocument, type XmlElement } from '../xml/document.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { attributeRowsFor, namedRowFor, valueIn } from './places.ts';
import { referencesIn } from './references.ts';
import { groups, variableNamed } from './table.ts';

/** What could be written at an offset of a configuration file. */
export function slotIn(document: XmlDocument, offset: number): CompletionSlot | undefined {
  const element = elementAt(document, offset);
  if (!element) return undefined;
  return (
    referenceSlot(document.text, element, offset) ??
    namedSlot(document, element, offset) ??
    attributeSlot(document, element, offset)
  );
}

function namedSlot(document: XmlDocument, element: XmlElement, offset: number): CompletionSlot | undefined {
  const row = namedRowFor(element);
  if (!row) return undefined;
  const name = element.attributes.find((attribute) => attribute.name === row.name)?.value;
  if (name && touches(name, offset)) return { span: name, of: 'dialectTerm', group: row.group };
  const value = valueIn(document, element, row.value);
  if (!name || !value || !touches(value, offset)) return undefined;
  const written = document.text.slice(name.start, name.end);
  const known = row.group === 'variable' ? variableNamed(written)?.row : groups[row.group].get(written);
  return known && leafSlot(document.text, leavesOf(document.text, value, known), offset);
}

function attributeSlot(document: XmlDocument, element: XmlElement, offset: number): CompletionSlot | undefined {
  for (const row of attributeRowsFor(document, element)) {
    const value = attributeNamed(element, row.attribute)?.value;
    if (value && touches(value, offset)) return leafSlot(document.text, leavesOf(document.text, value, row), offset);
  }
  return undefined;
}

/** A variable's name behind `${`. */
function referenceSlot(text: string, element: XmlElement, offset: number): CompletionSlot | undefined {
  const value = element.attributes.map((attribute) => attribute.value).find((one) => one && touches(one, offset));
  const reference =
    value && referencesIn(text, value).find(({ name }) => touches(name, offset) && text[name.start - 1] === '{');
  if (!reference) return undefined;
  const known = variableNamed(text.slice(reference.name.start, reference.name.end));
  return known?.row.value === 'headerField'
    ? headerSlot(reference.name, known.name.length, offset)
    : variableSlot(reference.name);
}

const variableSlot = (name: Span): CompletionSlot => ({ span: name, of: 'dialectTerm', group: 'variable' });

const headerSlot = (name: Span, prefix: number, offset: number): CompletionSlot =>
  offset < name.start + prefix ? variableSlot(name) : { span: span(name.start + prefix, name.end), of: 'headerField' };

/** What could be written where one of the leaves stands. */
export function leafSlot(text: string, leaves: readonly Leaf[], offset: number): CompletionSlot | undefined {
  // Of two leaves that meet at the offset the later one is being written: the header field behind `sip_h_`.
  const leaf = leaves.findLast((one) => touches(one.span, offset));
  switch (leaf?.kind) {
    case 'application':
      return { span: leaf.span, of: 'dialectTerm', group: 'application' };
    case 'variable':
      return variableSlot(leaf.span);
    case 'header':
      return { span: leaf.span, of: 'headerField' };
    case 'cause':
      return { span: leaf.span, of: 'causeName' };
    case 'causeNumber':
      return { span: leaf.span, of: 'q850Cause' };
    case 'code':
      return { span: leaf.span, of: 'statusCode', ...emptyPhrase(leaf.phrase) };
    case 'phrase':
      return { span: leaf.span, of: 'reasonPhrase', ...codeBeside(text, leaf.code) };
    case 'event':
      return { span: leaf.span, of: 'eventPackage' };
    case 'choice': {
      const names = leaf.booleans ? ['true', 'false', ...leaf.values] : leaf.values;
      return { span: leaf.span, of: 'dialectTerm', group: leaf.set ?? 'value', names };
    }
    default:
      return undefined;
  }
}

/** The phrase follows its code behind a blank. */
const emptyPhrase = (phrase: Span | undefined): Pick<CompletionSlot, 'phrase' | 'phraseFrame'> =>
  phrase && phrase.start === phrase.end ? { phrase, phraseFrame: [' ', ''] } : {};

function codeBeside(text: string, code: Span): { code?: number } {
  const written = text.slice(code.start, code.end);
  return /^\d{3}$/.test(written) ? { code: Number(written) } : {};
}
