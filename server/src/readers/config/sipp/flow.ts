import { type Span, span } from '../../../sip/span.ts';
import type { DialectFix } from '../../reading.ts';
import type { Collector } from '../xml/collector.ts';
import {
  attributeNamed,
  attributeSpan,
  attributeText,
  type XmlDocument,
  type XmlElement,
  type XmlFault,
  type XmlFaultKind,
} from '../xml/document.ts';
import { nearestName } from '../xml/spelling.ts';
import { meantFix, report } from './findings.ts';
import type { SippRuleId } from './rules.ts';
import { elements, isCommand } from './table.ts';

/** What SIPp asks of the elements of a scenario and of their order. */

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

export function reportXmlFaults(document: XmlDocument, found: Collector): void {
  for (const fault of document.faults) {
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
  } else if (!request && !response) report(found, 'sip.sipp-recv-neither', element.nameSpan);
}

/** The steps of the scenario in their order: what may not follow an optional `recv`, and nothing follows `timewait`. */
export function checkOrder(document: XmlDocument, steps: readonly XmlElement[], found: Collector): void {
  let optional: XmlElement | undefined;
  let timewait = false;
  for (const step of steps) {
    if (step.name === 'xi:include') optional = undefined;
    if (!isCommand(step.name)) continue;
    if (timewait) report(found, 'sip.sipp-timewait', step.nameSpan, [step.name]);
    const canBeOptional = elements.get(step.name)?.optional === true;
    if (!canBeOptional && optional) reportOptional(document, optional, step, found);
    optional = canBeOptional && isOptional(document, step) ? step : undefined;
    if (step.name === 'timewait') timewait = true;
  }
  const last = optional && attributeNamed(optional, 'optional');
  if (last) report(found, 'sip.sipp-optional-last', attributeSpan(document.text, last));
}

const isOptional = (document: XmlDocument, step: XmlElement): boolean =>
  /^(?:true|global)$/.test(attributeText(document, step, 'optional') ?? '');

function reportOptional(document: XmlDocument, recv: XmlElement, next: XmlElement, found: Collector): void {
  const attribute = attributeNamed(recv, 'optional');
  if (attribute) report(found, 'sip.sipp-optional-recv', attributeSpan(document.text, attribute), [next.name]);
}

/** Labels and the jumps to them; `init` has labels of its own. */
export function checkLabels(document: XmlDocument, within: XmlElement, found: Collector): void {
  const steps = within.children;
  const labels = new Set<string>();
  for (const step of steps) {
    if (step.name !== 'label') continue;
    const id = attributeText(document, step, 'id');
    const value = attributeNamed(step, 'id')?.value;
    if (id === undefined || !value) continue;
    if (labels.has(id)) report(found, 'sip.sipp-duplicate-label', value, [id]);
    labels.add(id);
  }
  // An included file brings labels of its own.
  if (document.elements.some((element) => element.name === 'xi:include')) return;
  for (const step of steps) {
    for (const name of ['next', 'ontimeout']) {
      const target = attributeText(document, step, name);
      const value = attributeNamed(step, name)?.value;
      if (target === undefined || !value || labels.has(target) || !isCommand(step.name)) continue;
      report(found, 'sip.sipp-unknown-label', value, [target], meantFix(value, nearestName(target, labels)));
    }
  }
}

/** The labels that a step may jump to. */
export function labelsFor(document: XmlDocument, element: XmlElement): readonly string[] {
  const siblings = element.parent?.children ?? [];
  return siblings.flatMap((step) => (step.name === 'label' ? (attributeText(document, step, 'id') ?? []) : []));
}
