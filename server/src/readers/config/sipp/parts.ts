import { span } from '../../../sip/span.ts';
import type { BlockReading, DialectFinding } from '../../reading.ts';
import type { Block } from '../blocks.ts';
import { finding } from './findings.ts';
import { checkCSeqNumbers, type SentRequest } from './requests.ts';
import { checkLabels, checkOrder, type Step } from './steps.ts';

/** The element that holds the steps, each of which is read for itself. */
export const ROOT = 'scenario';

/** What a part of a scenario says by itself, and what of it others depend on. */
export interface PartReading {
  readonly reading: BlockReading;
  readonly steps: readonly Step[];
  readonly requests: readonly SentRequest[];
  /** Whether it includes another file. */
  readonly including: boolean;
  /** Where a root begins that ends in a later part. */
  readonly root: number | undefined;
}

export interface ScenarioPart extends Block, PartReading {
  readonly steps: readonly In<Step>[];
  readonly requests: readonly In<SentRequest>[];
  /** Keywords of somebody's own, each of which is told of where the scenario names it first. */
  readonly strangers: readonly DialectFinding[];
  /** Which of the kinds of things it has that others depend on, a bit for each. */
  readonly has: number;
}

/** A step or a request, with the part that it stands in. */
type In<Kind> = Kind & InPart;

interface InPart {
  readonly part: ScenarioPart;
}

/** A step of the flow, however plain. */
const STEP = 1;
/** One that asks something of the step behind it. */
const DEMAND = 2;
const LABEL = 4;
const JUMP = 8;
const INCLUDE = 16;
const INVITE = 32;
const REQUEST = 64;
const BEGUN_ROOT = 128;
const STRANGER = 256;

export function scenarioPart(block: Omit<Block, 'reading'>, read: PartReading): ScenarioPart {
  const steps: In<Step>[] = [];
  const requests: In<SentRequest>[] = [];
  const { findings } = read.reading;
  const strangers = findings.filter(isStranger);
  const reading =
    strangers.length === 0 ? read.reading : { ...read.reading, findings: findings.filter((one) => !isStranger(one)) };
  const has = kindsIn(read) | (strangers.length === 0 ? 0 : STRANGER);
  const part = { ...block, ...read, reading, steps, requests, strangers, has };
  for (const step of read.steps) steps.push({ ...step, part });
  for (const request of read.requests) requests.push({ ...request, part });
  return part;
}

const isStranger = ({ rule }: DialectFinding): boolean => rule === 'sip.sipp-unknown-keyword';

function kindsIn({ steps, requests, including, root }: PartReading): number {
  let has = (including ? INCLUDE : 0) | (root === undefined ? 0 : BEGUN_ROOT);
  for (const step of steps) {
    if (step.isCommand) has |= STEP;
    if (step.optional || step.name === 'timewait') has |= DEMAND;
    if (step.label) has |= LABEL;
    if (step.targets.length > 0) has |= JUMP;
  }
  for (const { method } of requests) has |= method === 'INVITE' ? INVITE | REQUEST : REQUEST;
  return has;
}

/** Follows the flow from part to part: labels, the order of steps, sequence numbers. */
export function readTogether(parts: readonly ScenarioPart[]): (part: ScenarioPart) => BlockReading {
  const faults = new Map<ScenarioPart, DialectFinding[]>();
  const say = ({ part }: InPart, fault: DialectFinding): void => {
    const list = faults.get(part);
    if (list) list.push(fault);
    else faults.set(part, [fault]);
  };
  const { steps, has } = stepsThatMatter(parts);
  checkOrder(steps, say);
  checkLabels(steps, (has & INCLUDE) !== 0, say);
  if ((has & INVITE) !== 0) {
    checkCSeqNumbers(
      parts.flatMap((part) => ((part.has & REQUEST) === 0 ? [] : part.requests)),
      say,
    );
  }
  if ((has & STRANGER) !== 0) nameStrangers(parts, say);
  checkRoot(parts, say);
  const labels = (has & LABEL) === 0 ? [] : steps.flatMap(({ label }) => (label ? [label.text] : []));
  return (part) => {
    const own = faults.size === 0 ? undefined : faults.get(part);
    return own || (part.has & JUMP) !== 0 ? completed(part, own ?? [], labels) : part.reading;
  };
}

/**
 * The steps that say something of others, and those behind a step that asks something of them. A scenario has
 * thousands of plain ones, which an edit should not cost a look at.
 */
function stepsThatMatter(parts: readonly ScenarioPart[]): {
  readonly steps: readonly In<Step>[];
  readonly has: number;
} {
  const steps: In<Step>[] = [];
  let all = 0;
  let asked = false;
  for (const part of parts) {
    const { has } = part;
    all |= has;
    const answers = asked && (has & STEP) !== 0;
    if (!answers && (has & (DEMAND | LABEL | JUMP | INCLUDE)) === 0) continue;
    for (const step of part.steps) steps.push(step);
    if ((has & STEP) !== 0) asked = (has & DEMAND) !== 0;
  }
  return { steps, has: all };
}

/** Once is enough: `-key` may well define them. */
function nameStrangers(parts: readonly ScenarioPart[], say: (place: InPart, finding: DialectFinding) => void): void {
  const named = new Set<string>();
  for (const part of parts) {
    if ((part.has & STRANGER) === 0) continue;
    for (const stranger of part.strangers) {
      const [name = ''] = stranger.args ?? [];
      if (!named.has(name)) say({ part }, stranger);
      named.add(name);
    }
  }
}

/** A root that nothing closes before the file ends. */
function checkRoot(parts: readonly ScenarioPart[], say: (place: InPart, finding: DialectFinding) => void): void {
  if (parts.at(-1)?.after === '') return;
  const part = parts.findLast(({ has }) => (has & BEGUN_ROOT) !== 0);
  if (part?.root === undefined) return;
  const name = span(part.root, part.root + 1 + ROOT.length);
  say({ part }, finding('sip.sipp-unclosed-element', name, [ROOT]));
}

/** What was made of a part last, so that one for which nothing changes keeps its reading. */
interface Completed {
  readonly faults: string;
  readonly reading: BlockReading;
  /** The labels of the whole scenario, which only its completion asks for. */
  labels: readonly string[];
}

const known = new WeakMap<ScenarioPart, Completed>();

function completed(part: ScenarioPart, faults: readonly DialectFinding[], labels: readonly string[]): BlockReading {
  const said = JSON.stringify(faults);
  const last = known.get(part);
  if (last?.faults === said) {
    last.labels = labels;
    return last.reading;
  }
  const { reading } = part;
  const findings = [...reading.findings, ...faults].sort(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  );
  const slotAt: BlockReading['slotAt'] = (offset) => {
    const slot = reading.slotAt(offset);
    return slot?.group === 'label' && !slot.names ? { ...slot, names: made.labels } : slot;
  };
  const made: Completed = { faults: said, reading: { ...reading, findings, slotAt }, labels };
  known.set(part, made);
  return made.reading;
}
