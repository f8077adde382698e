import type { ConfigReading } from '../../reading.ts';
import { type BlockReader, blockText, readBlocks } from '../blocks.ts';
import { Collector } from '../xml/collector.ts';
import type { XmlDocument, XmlElement } from '../xml/document.ts';
import { readXml, type XmlOptions, xmlPartAt } from '../xml/read-xml.ts';
import { firstElements } from '../xml/root.ts';
import { readAttributes } from './attributes.ts';
import { readBracket } from './brackets.ts';
import { report } from './findings.ts';
import { checkTarget, readElement, reportXmlFaults } from './flow.ts';
import { bracketsIn } from './keywords.ts';
import { type ScenarioMessage, scenarioMessage } from './message.ts';
import { checkMessage } from './message-checks.ts';
import { type PartReading, ROOT, readTogether, type ScenarioPart, scenarioPart } from './parts.ts';
import { requestOf, type SentRequest } from './requests.ts';
import { slotIn } from './slots.ts';
import { checkLabels, stepsIn } from './steps.ts';
import { elements, isCommand } from './table.ts';
import { scenarioFrame } from './unfold.ts';

/**
 * Whether a text is a SIPp scenario: its root is `<scenario>`, and what follows first is one of SIPp's elements. Steps
 * without a root are a piece of one, to be included or pasted.
 */
export function isSipp(text: string, _name: string): boolean {
  const [root, child] = firstElements(text);
  if (root?.name !== ROOT) return root !== undefined && isStep(text, root);
  return child === undefined || (elements.has(child.name) && child.parent === root) || text.includes('sipp.dtd');
}

/** A step that nothing but a scenario has: it waits for a SIP message, or sends one with keywords in it. */
function isStep(text: string, { name, attributes, cdata: [cdata] }: XmlElement): boolean {
  if (name === 'recv') return attributes.some((one) => one.name === 'request' || one.name === 'response');
  if (name !== 'send' || !cdata) return false;
  const message = text.slice(cdata.start, cdata.end);
  return message.includes(' SIP/2.0') || /^\s*SIP\/2\.0 [1-6]\d\d /.test(message);
}

const reader: BlockReader<ScenarioPart> = { blockAt: partAt, together: readTogether };

/** Reads a SIPp scenario: its elements and attributes, the messages it sends, and what SIPp would stop at. */
export const readSipp = (text: string, _name = '', previous?: ConfigReading): ConfigReading =>
  readBlocks(reader, text, previous);

/** The step or the end of the scenario that starts at an offset, inside of the elements named before it. */
function partAt(text: string, start: number, before: string): ScenarioPart {
  const within = before === '' ? [] : before.split(' ');
  const part = xmlPartAt(text, start, xmlWithin(within), (name) => name === ROOT);
  const end = part?.end ?? text.length;
  const looked = part?.sound ? end + LOOK_AHEAD : Number.POSITIVE_INFINITY;
  const seen = looked > text.length ? Number.POSITIVE_INFINITY : looked;
  const open = part?.open ?? [];
  return scenarioPart(
    { length: end - start, seen: seen - start, before, after: open.join(' '), related: true },
    readPart(blockText(text, start, { end, seen }), within, open),
  );
}

/** Behind a tag its end may be looked for so far. */
const LOOK_AHEAD = 8;

function readPart(text: string, within: readonly string[], open: readonly string[]): PartReading {
  const document = readXml(text, xmlWithin(within));
  const found = new Collector();
  const requests: SentRequest[] = [];
  reportXmlFaults(document, open, found);
  for (const element of document.elements) {
    readElement(document, element, found);
    readAttributes(document, element, found);
    checkTarget(element, found);
    const message = readCdata(document, element, found);
    const request = message && requestOf(text, message);
    if (request) requests.push(request);
  }
  const including = document.elements.some(({ name }) => name === 'xi:include');
  const inInit = stepsIn(document, ({ name }) => name === 'init');
  checkLabels(inInit, including, (_, fault) => found.finding(fault));
  return {
    reading: found.reading((offset) => slotIn(readXml(text, xmlWithin(within)), offset)),
    steps: stepsIn(document, ({ name, parent }) => name === ROOT && !parent),
    requests,
    including,
    root:
      within.length === 0 && open.length > 0
        ? document.elements.find(({ name }) => name === ROOT)?.tag.start
        : undefined,
  };
}

const xmlWithin = (within: readonly string[]): XmlOptions => ({ backslashEscapes: true, endsBefore, within });

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
