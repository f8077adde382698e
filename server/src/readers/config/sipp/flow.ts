import { type Span, span } from '../../../sip/span.ts';
import type { DialectFix } from '../../reading.ts';
import { nearestName } from '../spelling.ts';
import type { Collector } from '../xml/collector.ts';
import {
  attributeNamed,
  attributeText,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlFault,
  type XmlFaultKind,
} from '../xml/document.ts';
import { meantFix, report } from './findings.ts';
import type { SippRuleId } from './rules.ts';
import { elements, isCommand } from './table.ts';

/** What SIPp asks of the elements of a scenario. */

const xmlRules: Readonly<Record<XmlFaultKind, SippRuleId>> = {
  'unclosed-element': 'sip.sipp-unclosed-element',
  'stray-end-tag': 'sip.sipp-stray-end-tag',
  'unclosed-tag': 'sip.sipp-unfinished',
  'unclosed-comment': 'sip.sipp-unfinished',
  'unclosed-cdata': 'sip.sipp-unfinished',
  'unclosed-value': 'sip.sipp-attribute-quotes',
  'unquoted-value': 'sip.sipp-attribute-quotes',
  'missing-value': 'sip.sipp-attribute-quotes',
};

/** Reports what is broken; `open` are the names of elements that end in a later part of the file. */
export function reportXmlFaults(document: XmlDocument, open: readonly string[], found: Collector): void {
  for (const fault of document.faults) {
    if (fault.kind === 'unclosed-element' && open.includes(fault.name)) continue;
    const fix = closingFix(document, fault);
    report(found, xmlRules[fault.kind], fault.span, [fault.name], fix);
  }
}

/** A start tag with nothing behind it can only have meant to end in `/>`. */
function closingFix(document: XmlDocument, fault: XmlFault): DialectFix | undefined {
  if (fault.kind !== 'unclosed-element') return undefined;
  const element = document.elements.find((one) => one.tag.start === fault.span.start);
  if (!element || !elements.has(element.name) || document.text[element.tag.end - 1] !== '>') return undefined;
  const { start, end } = element.content;
  if (element.children.length > 0 || element.cdata.length > 0 || document.text.slice(start, end).trim() !== '')
    return undefined;
  const close = span(element.tag.end - 1, element.tag.end);
  return { title: 'sipp-close-element', args: [element.name], edits: [{ span: close, newText: '/>' }] };
}

/** Names of elements, and whether they stand where SIPp looks for them. */
export function readElement(document: XmlDocument, element: XmlElement, found: Collector): void {
  const known = elements.get(element.name);
  const { parent } = element;
  if (known) {
    found.mention({ kind: 'dialectTerm', dialect: 'sipp', group: 'element', name: element.name }, element.nameSpan);
    if (parent && elements.has(parent.name) && !known.in.includes(parent.name)) {
      report(found, 'sip.sipp-misplaced-element', element.nameSpan, [element.name, known.in.join(', ')]);
    }
    reportTextLikeAttributes(document, element, found);
  } else if (parent && isList(parent.name) && !element.name.includes(':')) {
    const meant = nearestName(element.name, namesIn(parent.name));
    report(found, 'sip.sipp-unknown-element', element.nameSpan, [element.name], meantFix(element.nameSpan, meant));
  }
}

const isList = (name: string): boolean => name === 'scenario' || name === 'action' || name === 'init';

function namesIn(parent: string): readonly string[] {
  return [...elements].filter(([, element]) => element.in.includes(parent)).map(([name]) => name);
}

/** `<recv response="100"> optional="true"`: an attribute behind the `>` says nothing to anybody. */
function reportTextLikeAttributes(document: XmlDocument, element: XmlElement, found: Collector): void {
  if (element.empty || !isCommand(element.name)) return;
  const { start } = element.content;
  const end = element.children[0]?.tag.start ?? element.cdata[0]?.start ?? element.content.end;
  const match = /^\s*((\w+)\s*=\s*"[^"<>]*")/.exec(document.text.slice(start, Math.min(end, start + 400)));
  if (!match?.[1]) return;
  const place = span(start + match[0].length - match[1].length, start + match[0].length);
  const known = elements.get(element.name)?.attributes.includes(match[2] ?? '') === true;
  const fix = known ? insideFix(element, place, match[1]) : undefined;
  report(found, 'sip.sipp-attribute-outside', place, [match[2] ?? '', element.name], fix);
}

const insideFix = (element: XmlElement, place: Span, written: string): DialectFix => ({
  title: 'sipp-move-inside',
  args: [written],
  edits: [
    { span: span(element.tag.end - 1, element.tag.end - 1), newText: ` ${written}` },
    { span: span(element.tag.end, place.end), newText: '' },
  ],
});

/** `recv` waits for a request or for a response. */
export function checkTarget(element: XmlElement, found: Collector): void {
  if (element.name !== 'recv') return;
  const request = attributeNamed(element, 'request');
  const response = attributeNamed(element, 'response');
  if (request && response) {
    const later = request.nameSpan.start > response.nameSpan.start ? request : response;
    report(found, 'sip.sipp-recv-both', later.nameSpan);
  } else if (!request && !response && !element.attributes.some(nearlyTarget)) {
    report(found, 'sip.sipp-recv-neither', element.nameSpan);
  }
}

/** An attribute that was meant for one of the two is told of by itself. */
const nearlyTarget = ({ name }: XmlAttribute): boolean => nearestName(name, ['request', 'response']) !== undefined;

/** The labels beside a step that it may jump to. */
export function labelsBeside(document: XmlDocument, element: XmlElement): readonly string[] {
  const siblings = element.parent?.children ?? [];
  return siblings.flatMap((step) => (step.name === 'label' ? (attributeText(document, step, 'id') ?? []) : []));
}
