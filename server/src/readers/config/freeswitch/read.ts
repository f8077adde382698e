import { type Span, span } from '../../../sip/span.ts';
import type { BlockReading, ConfigReading } from '../../reading.ts';
import { readBlocks } from '../blocks.ts';
import { nearestName } from '../spelling.ts';
import { codesInPattern, wordsInPattern } from '../xml/alternatives.ts';
import { Collector } from '../xml/collector.ts';
import { attributeNamed, type XmlDocument, type XmlElement } from '../xml/document.ts';
import { readXml } from '../xml/read-xml.ts';
import { readerOfParts, xmlWithin } from './blocks.ts';
import { causeNumbered, readCauseInPattern } from './causes.ts';
import { report } from './findings.ts';
import { leavesOf, ofVariable } from './leaves.ts';
import { mentionChoice, mentionRow, readLeaves, readReference } from './mentions.ts';
import { attributeRowsFor, namedRowFor, valueIn } from './places.ts';
import { referencesIn } from './references.ts';
import { slotIn } from './slots.ts';
import { conditionRows, type Group, groups, isParameter, isParameterGroup, variableNamed } from './table.ts';

const reader = readerOfParts(readPart);

/** Reads FreeSWITCH's XML: the dialplan's applications, conditions and variables, SIP profiles and gateways. */
export const readFreeswitch = (text: string, _name = '', previous?: ConfigReading): ConfigReading =>
  readBlocks(reader, text, previous);

function readPart(text: string, within: readonly string[]): BlockReading {
  const document = readXml(text, xmlWithin(within));
  const found = new Collector();
  for (const element of document.elements) {
    readNamed(document, element, found);
    readAttributes(document, element, found);
    readCondition(document, element, found);
  }
  return found.reading((offset) => slotIn(readXml(text, xmlWithin(within)), offset));
}

function readNamed(document: XmlDocument, element: XmlElement, found: Collector): void {
  const row = namedRowFor(element);
  if (!row) return;
  const value = valueIn(document, element, row.value);
  if (value) readReferences(document.text, value, found);
  const name = attributeNamed(element, row.name)?.value;
  if (!name) return;
  const written = document.text.slice(name.start, name.end);
  const isVariable = row.group === 'variable';
  const known = isVariable ? variableNamed(written)?.row : groups[row.group].get(written);
  if (!known) checkParameterName(row.group, written, name, found);
  if (!known) return;
  if (isVariable) readLeaves(leavesOf(document.text, name, { value: 'variableName' }), { text: document.text, found });
  else if (!known.silent) mentionRow(row.group, written, name, found);
  if (!value) return;
  const parameter = row.element === 'param' ? { parameter: written } : {};
  const leaves = leavesOf(document.text, value, known);
  readLeaves(isVariable ? ofVariable(leaves, written) : leaves, { text: document.text, found, ...parameter });
}

/** A parameter that mod_sofia does not know and passes over, when it nearly is one that it knows. */
function checkParameterName(group: Group, written: string, place: Span, found: Collector): void {
  if (!isParameterGroup(group) || !/^[a-z][\w-]{3,}$/i.test(written) || isParameter(written)) return;
  const meant = nearestName(written, groups[group].keys());
  if (meant !== undefined) report(found, 'sip.freeswitch-misspelt-parameter', place, [written, meant], meant);
}

function readReferences(text: string, value: Span, found: Collector): void {
  for (const reference of referencesIn(text, value)) {
    found.wildcard(reference.span);
    readReference(text, reference.name, found);
  }
}

function readAttributes(document: XmlDocument, element: XmlElement, found: Collector): void {
  for (const row of attributeRowsFor(document, element)) {
    const value = attributeNamed(element, row.attribute)?.value;
    if (!value) continue;
    readReferences(document.text, value, found);
    readLeaves(leavesOf(document.text, value, row), { text: document.text, found });
  }
}

/** `<condition field="${sip_term_status}" expression="^(486|603)$">`, the expression in an element as well. */
function readCondition(document: XmlDocument, element: XmlElement, found: Collector): void {
  const { text } = document;
  for (const row of conditionRows.get(element.name) ?? []) {
    const field = attributeNamed(element, row.field)?.value;
    if (field) readReferences(text, field, found);
    const inner = element.children.find((child) => child.name === row.expression);
    const expression = attributeNamed(element, row.expression)?.value ?? (inner && (inner.cdata[0] ?? inner.content));
    if (!field || !expression) continue;
    readReferences(text, expression, found);
    const name = /^\$\{([\w.-]+)\}$/.exec(text.slice(field.start, field.end).trim())?.[1];
    const known = name === undefined ? undefined : variableNamed(name)?.row;
    if (known?.value !== undefined) readPattern(text, expression, known.value, found);
    if (known?.set !== undefined) {
      for (const word of wordsInPattern(text, expression))
        mentionChoice(known.set, text.slice(word.start, word.end), word, found);
    }
  }
}

function readPattern(text: string, expression: Span, kind: string, found: Collector): void {
  if (/cause$/i.test(kind) && kind !== 'protocolCause') {
    for (const word of wordsInPattern(text, expression))
      readCauseInPattern(text.slice(word.start, word.end), word, found);
  }
  if (kind === 'causeNumber') {
    for (const match of text.slice(expression.start, expression.end).matchAll(/(?<![^^|(])\d{1,3}(?![^|)$])/g)) {
      const start = expression.start + match.index;
      found.mention({ kind: 'q850Cause', code: causeNumbered(Number(match[0])) }, span(start, start + match[0].length));
    }
  }
  if (kind === 'statusCode' || kind === 'protocolCause') {
    for (const { span: place, code, digit } of codesInPattern(text, expression)) {
      found.mention(
        code === undefined ? { kind: 'statusClass', digit } : { kind: 'statusCode', code, request: 'INVITE' },
        place,
      );
    }
  }
  if (kind === 'transport') {
    for (const word of wordsInPattern(text, expression)) {
      found.mention({ kind: 'value', of: 'transport', name: text.slice(word.start, word.end).toUpperCase() }, word);
    }
  }
}
