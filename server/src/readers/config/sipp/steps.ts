import type { Span } from '../../../sip/span.ts';
import type { DialectFinding } from '../../reading.ts';
import { nearestName } from '../spelling.ts';
import { attributeNamed, attributeSpan, attributeText, type XmlDocument, type XmlElement } from '../xml/document.ts';
import { finding, meantFix } from './findings.ts';
import { elements, isCommand } from './table.ts';

/** A step of a call flow, as far as other steps depend on it. */
export interface Step {
  readonly name: string;
  readonly nameSpan: Span;
  /** Whether it is a step at all, and no table of statistics. */
  readonly isCommand: boolean;
  readonly canBeOptional: boolean;
  /** The attribute that makes it optional. */
  readonly optional: Span | undefined;
  /** The label that it is. */
  readonly label: Written | undefined;
  /** The labels that it jumps to. */
  readonly targets: readonly Written[];
}

/** A value as it is written, and where. */
export interface Written {
  readonly text: string;
  readonly span: Span;
}

/** Says something of one step of many. */
export type Say<Kind extends Step> = (step: Kind, finding: DialectFinding) => void;

/** The steps that stand in an element; undefined names the root that the text stands in. */
export const stepsIn = (document: XmlDocument, isParent: (parent: XmlElement) => boolean): readonly Step[] =>
  document.elements.flatMap((element) =>
    element.parent && isParent(element.parent) ? [stepOf(document, element)] : [],
  );

function stepOf(document: XmlDocument, element: XmlElement): Step {
  const { name, nameSpan } = element;
  const canBeOptional = elements.get(name)?.optional === true;
  const optional = canBeOptional && isOptional(document, element) ? attributeNamed(element, 'optional') : undefined;
  return {
    name,
    nameSpan,
    isCommand: isCommand(name),
    canBeOptional,
    optional: optional && attributeSpan(document.text, optional),
    label: name === 'label' ? written(document, element, 'id') : undefined,
    targets: isCommand(name)
      ? ['next', 'ontimeout'].flatMap((attribute) => written(document, element, attribute) ?? [])
      : [],
  };
}

const isOptional = (document: XmlDocument, step: XmlElement): boolean =>
  /^(?:true|global)$/.test(attributeText(document, step, 'optional') ?? '');

function written(document: XmlDocument, step: XmlElement, attribute: string): Written | undefined {
  const value = attributeNamed(step, attribute)?.value;
  return value && { text: document.text.slice(value.start, value.end), span: value };
}

/** What may not follow an optional `recv`; and nothing follows `timewait`. */
export function checkOrder<Kind extends Step>(steps: readonly Kind[], say: Say<Kind>): void {
  let optional: Kind | undefined;
  let timewait = false;
  for (const step of steps) {
    if (step.name === 'xi:include') optional = undefined;
    if (!step.isCommand) continue;
    if (timewait) {
      say(step, finding('sip.sipp-timewait', step.nameSpan, [step.name]));
      timewait = false;
    }
    if (!step.canBeOptional && optional?.optional) {
      say(optional, finding('sip.sipp-optional-recv', optional.optional, [step.name]));
    }
    optional = step.optional ? step : undefined;
    if (step.name === 'timewait') timewait = true;
  }
  if (optional?.optional) say(optional, finding('sip.sipp-optional-last', optional.optional));
}

/** A name is compared with no more labels than these to tell what was meant. */
const MOST_COMPARED = 200;

/** Labels, and the jumps to them. A file that is included brings labels of its own. */
export function checkLabels<Kind extends Step>(steps: readonly Kind[], including: boolean, say: Say<Kind>): void {
  const labels = new Set<string>();
  for (const step of steps) {
    const { label } = step;
    if (!label) continue;
    if (labels.has(label.text)) say(step, finding('sip.sipp-duplicate-label', label.span, [label.text]));
    labels.add(label.text);
  }
  if (including) return;
  for (const step of steps) {
    for (const { text, span } of step.targets) {
      if (labels.has(text)) continue;
      const meant = labels.size > MOST_COMPARED ? undefined : nearestName(text, labels);
      say(step, finding('sip.sipp-unknown-label', span, [text], meantFix(span, meant)));
    }
  }
}
