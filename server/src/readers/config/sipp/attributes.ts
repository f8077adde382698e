import { type Span, span } from '../../../sip/span.ts';
import { nearestName } from '../spelling.ts';
import { codesInPattern, wordsInPattern } from '../xml/alternatives.ts';
import type { Collector } from '../xml/collector.ts';
import { attributeText, type XmlAttribute, type XmlDocument, type XmlElement } from '../xml/document.ts';
import { readBracket } from './brackets.ts';
import { meantFix, report } from './findings.ts';
import { bracketsIn } from './keywords.ts';
import { elements, knownAttributes, type SippValue, type SippValueKind, valueRow } from './table.ts';

/** What an attribute is given to work with. */
interface Place {
  readonly document: XmlDocument;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  readonly value: Span;
  readonly written: string;
  readonly row: SippValue;
  readonly found: Collector;
}

/** The attributes of an element: their names, and the SIP in their values. */
export function readAttributes(document: XmlDocument, element: XmlElement, found: Collector): void {
  const known = elements.get(element.name);
  if (!known) return;
  for (const attribute of element.attributes) {
    if (attribute.name.includes(':') || attribute.name === 'xmlns') continue;
    if (known.attributes.includes(attribute.name)) {
      found.mention(
        { kind: 'dialectTerm', dialect: 'sipp', group: 'attribute', name: attribute.name },
        attribute.nameSpan,
      );
    } else reportStranger(element, known.attributes, attribute, found);
    const { value } = attribute;
    const row = value && valueRow(element.name, attribute.name);
    if (!value || !row) continue;
    const written = document.text.slice(value.start, value.end);
    readers[row.kind]({ document, element, attribute, value, written, row, found });
  }
}

function reportStranger(
  element: XmlElement,
  known: readonly string[],
  attribute: XmlAttribute,
  found: Collector,
): void {
  if (knownAttributes.has(attribute.name)) {
    report(found, 'sip.sipp-misplaced-attribute', attribute.nameSpan, [attribute.name, element.name]);
    return;
  }
  const meant = nearestName(attribute.name, known);
  report(
    found,
    'sip.sipp-unknown-attribute',
    attribute.nameSpan,
    [attribute.name, element.name],
    meantFix(attribute.nameSpan, meant),
  );
}

type ValueReader = (place: Place) => void;

const readers: Readonly<Record<SippValueKind, ValueReader>> = {
  method: readMethod,
  statusCode: readStatusCode,
  headerField: readHeader,
  transport: readTransport,
  boolean: readBoolean,
  oneOf: readOneOf,
  text: (place) => readText(place, true),
  shell: (place) => readText(place, false),
  // Labels are compared with one another when the whole scenario is read.
  label: () => {},
  labelName: () => {},
};

const isPattern = ({ document, element }: Place): boolean =>
  attributeText(document, element, 'regexp_match') === 'true';

function readMethod(place: Place): void {
  const { document, value, written, found } = place;
  const names = isPattern(place) ? wordsInPattern(document.text, value) : [value];
  if (isPattern(place)) found.wildcard(value);
  else if (!/^[!%'*+.\w`~-]+$/.test(written)) return;
  for (const name of names) found.mention({ kind: 'method', name: document.text.slice(name.start, name.end) }, name);
}

function readStatusCode(place: Place): void {
  const { document, value, written, found } = place;
  if (isPattern(place)) {
    found.wildcard(value);
    for (const { span: place, code, digit } of codesInPattern(document.text, value)) {
      found.mention(code === undefined ? { kind: 'statusClass', digit } : { kind: 'statusCode', code }, place);
    }
  } else if (/^\d{1,5}$/.test(written)) found.mention({ kind: 'statusCode', code: Number(written) }, value);
  else if (!/^\s*(?:0x[0-9a-fA-F]+|\d+)\s*$/.test(written)) {
    report(found, 'sip.sipp-attribute-value', value, [written, place.attribute.name, '200']);
  }
}

/** `header="Contact:"`; the colon and blanks are part of what SIPp looks for. */
function readHeader({ value, written, found }: Place): void {
  const match = /^(\s*)([A-Za-z][\w!%*+`'~.-]*)\s*:?\s*$/.exec(written);
  if (!match) return;
  const [, blanks = '', name = ''] = match;
  const start = value.start + blanks.length;
  found.mention({ kind: 'headerField', name }, span(start, start + name.length));
}

function readTransport(place: Place): void {
  const { written, value, found } = place;
  if (/^[A-Za-z]+$/.test(written))
    found.mention({ kind: 'value', of: 'transport', name: written.toUpperCase() }, value);
  else readText(place, true);
}

function readBoolean({ written, value, attribute, found }: Place): void {
  if (/^(?:true|false|-?\d+|0x[0-9a-f]+)$/i.test(written)) return;
  report(
    found,
    'sip.sipp-attribute-value',
    value,
    [written, attribute.name, 'true, false'],
    meantFix(value, nearestName(written, ['true', 'false'])),
  );
}

function readOneOf({ written, value, attribute, row, found }: Place): void {
  const values = row.values ?? [];
  if (values.includes(written)) return;
  const meant = values.find((one) => one === written.toLowerCase()) ?? nearestName(written, values);
  report(
    found,
    'sip.sipp-attribute-value',
    value,
    [written, attribute.name, values.join(', ')],
    meantFix(value, meant),
  );
}

function readText({ document, value, found }: Place, strict: boolean): void {
  for (const bracket of bracketsIn(document.text, value)) {
    if (strict || bracket.kind === 'keyword') readBracket(document.text, bracket, found);
  }
}
