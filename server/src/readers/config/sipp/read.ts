import type { BlockReading, ConfigReading } from '../../reading.ts';
import { readBlocks, wholeFile } from '../blocks.ts';
import { Collector } from '../xml/collector.ts';
import type { XmlDocument, XmlElement } from '../xml/document.ts';
import { readXml } from '../xml/read-xml.ts';
import { firstElements } from '../xml/root.ts';
import { readAttributes } from './attributes.ts';
import { readBracket } from './brackets.ts';
import { report } from './findings.ts';
import { checkLabels, checkOrder, checkTarget, readElement, reportXmlFaults } from './flow.ts';
import { bracketsIn } from './keywords.ts';
import { type ScenarioMessage, scenarioMessage } from './message.ts';
import { checkCSeqNumbers, checkMessage } from './message-checks.ts';
import { slotIn } from './slots.ts';
import { elements, isCommand } from './table.ts';
import { scenarioFrame } from './unfold.ts';

/**
 * Whether a text is a SIPp scenario: its root is `<scenario>`, and what follows first is one of SIPp's elements. Steps
 * without a root are a piece of one, to be included or pasted.
 */
export function isSipp(text: string, _name: string): boolean {
  const [root, child] = firstElements(text);
  if (root?.name !== 'scenario') return root !== undefined && isStep(text, root);
  return child === undefined || (elements.has(child.name) && child.parent === root) || text.includes('sipp.dtd');
}

/** A step that nothing but a scenario has: it waits for a SIP message, or sends one with keywords in it. */
function isStep(text: string, { name, attributes, cdata: [cdata] }: XmlElement): boolean {
  if (name === 'recv') return attributes.some((one) => one.name === 'request' || one.name === 'response');
  if (name !== 'send' || !cdata) return false;
  const message = text.slice(cdata.start, cdata.end);
  return message.includes(' SIP/2.0') || /^\s*SIP\/2\.0 [1-6]\d\d /.test(message);
}

const reader = wholeFile(readScenarioFile);

/** Reads a SIPp scenario: its elements and attributes, the messages it sends, and what SIPp would stop at. */
export const readSipp = (text: string): ConfigReading => readBlocks(reader, text);

function readScenarioFile(text: string): BlockReading {
  const document = readScenario(text);
  const found = new Collector();
  const messages: ScenarioMessage[] = [];
  reportXmlFaults(document, found);
  for (const element of document.elements) {
    readElement(document, element, found);
    readAttributes(document, element, found);
    checkTarget(element, found);
    const message = readCdata(document, element, found);
    if (message) messages.push(message);
    if (element.name === 'scenario' && !element.parent) checkOrder(document, element.children, found);
    if (element.name === 'scenario' || element.name === 'init') checkLabels(document, element, found);
  }
  checkCSeqNumbers(text, messages, found);
  return found.reading((offset) => slotIn(readScenario(text), offset));
}

const readScenario = (text: string): XmlDocument => readXml(text, { backslashEscapes: true, endsBefore });

/** A step cannot stand in another one, nor in an action: whatever is open there was never closed. */
const endsBefore = (open: string, next: string): boolean =>
  (isCommand(next) || next === 'label') &&
  (isCommand(open) || open === 'action' || elements.get(open)?.in[0] === 'action');

/** The message of a `send`; commands for the other SIPp of a pair only have keywords. */
function readCdata(document: XmlDocument, element: XmlElement, found: Collector): ScenarioMessage | undefined {
  const kind = elements.get(element.name)?.cdata;
  if (kind === undefined) return undefined;
  const { text } = document;
  const [cdata] = element.cdata;
  const message = cdata && scenarioMessage(text, cdata);
  if (!cdata || !message) {
    report(found, 'sip.sipp-no-message', element.nameSpan, [element.name]);
    return undefined;
  }
  for (const bracket of bracketsIn(text, cdata)) readBracket(text, bracket, found);
  if (kind === 'command') return undefined;
  found.frame(scenarioFrame(message));
  if (element.name !== 'send') return undefined;
  checkMessage(text, message, found);
  return message;
}
