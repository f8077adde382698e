import { headerNamed } from '../../sip/fields.ts';
import type { Message } from '../../sip/message.ts';
import { textOf } from '../../sip/span.ts';
import { parameterNamed } from '../../sip/values/parameters.ts';
import { parseVia } from '../../sip/values/via.ts';
import { outerStart } from './envelope-lines.ts';
import type { Frame } from './frame.ts';
import { isSeparatorLine, lineStartBefore, physicalLineAt } from './line-shapes.ts';
import { type Peers, peersIn, peersInTree } from './peers.ts';
import { type LogTime, lastTimeIn } from './times.ts';

/** What a log says about a message, and what had to be inferred. */
export interface Envelope {
  readonly time?: LogTime;
  readonly direction?: 'in' | 'out';
  /** `UDP`, `TCP`, `TLS`, `WS`, `WSS`, `SCTP`. */
  readonly transport?: string;
  /** `192.0.2.1:5060`, `[2001:db8::1]:5060`, or a name. */
  readonly source?: string;
  readonly destination?: string;
  /** The product's own mark of the call: `C-0000002a`, a UUID. */
  readonly mark?: string;
  /** The names of the facts above that the log does not say and the message lets one think. */
  readonly inferred: readonly InferredFact[];
}

export type InferredFact = 'transport' | 'source' | 'destination';

/** What stands behind a message on its last line, or in the fields of its record. */
const LONGEST_REMAINDER = 512;
/** Records that give each fact a line of its own have at most so many. */
const RECORD_LINES = 16;

/** The envelope of a message from the lines around it; `floor` is where the message before it ends. */
export function envelopeOf(text: string, frame: Frame, floor: number, message: Message): Envelope {
  const lineStart = lineStartBefore(text, frame.start, floor);
  if (frame.layout.kind === 'tree')
    return treeEnvelope(text.slice(Math.max(floor, lineStart - LARGEST_TREE), lineStart), message);
  const own = text.slice(Math.max(lineStart, frame.start - 2048), frame.start);
  const above = linesAbove(text, frame, floor, lineStart);
  const around = [own, ...above];
  const record = recordAround(text, frame, floor);
  const peers = firstOf([...around, record], peersIn);
  const direction = firstDirection(around) ?? recordDirection(record);
  const time = firstTime([...around, record]);
  const said = {
    ...(time ? { time } : {}),
    ...(direction ? { direction } : {}),
    ...peers,
    ...markIn([...around].join('\n')),
  };
  return { ...said, ...inferredFrom(message, said) };
}

/** The layers that a tree draws above SIP. */
const LARGEST_TREE = 16_384;

function treeEnvelope(above: string, message: Message): Envelope {
  const packet = above.slice(Math.max(0, above.lastIndexOf('\nFrame ')));
  const time = lastTimeIn(/Arrival Time: [^\n]*/.exec(packet)?.[0] ?? '');
  const said = { ...(time ? { time } : {}), ...peersInTree(packet) };
  return { ...said, ...inferredFrom(message, said) };
}

/** The lines that tell of the message, the nearest first. */
function linesAbove(text: string, frame: Frame, floor: number, lineStart: number): readonly string[] {
  const start = outerStart(text, frame, floor);
  return text
    .slice(Math.max(start, lineStart - 4096), lineStart)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .reverse();
}

/** Fields of the same record: lines such as `srcip: 192.0.2.1` above, and what stands behind the message. */
function recordAround(text: string, frame: Frame, floor: number): string {
  let start = lineStartBefore(text, frame.start, floor);
  for (let i = 0; i < RECORD_LINES && start > floor; i++) {
    const previous = lineStartBefore(text, start - 1, floor);
    const line = text.slice(previous, Math.min(start - 1, previous + 200));
    const field = /^\s*["']?[\w.-]+["']?\s*[:=] ?\S/.test(line);
    if (!field && !isSeparatorLine(text, previous, start - 1)) break;
    start = previous;
    if (!field && i > 0) break;
  }
  let end = physicalLineAt(text, frame.end).end;
  if (frame.layout.kind !== 'lines' || text[frame.end - 1] !== '\n')
    return text.slice(start, frame.start) + remainder(text, frame.end, end);
  for (let i = 0, at = frame.end; i < RECORD_LINES && at < text.length; i++) {
    const line = physicalLineAt(text, at);
    if (
      line.end > line.start &&
      !/^\s*(?:["']?[\w.-]+["']?\s*=\s|",)/.test(text.slice(line.start, Math.min(line.end, line.start + 64)))
    )
      break;
    end = line.end;
    at = line.next;
  }
  return `${text.slice(start, frame.start)}\n${remainder(text, frame.end, end)}`;
}

const remainder = (text: string, start: number, end: number): string =>
  text.slice(start, Math.min(end, start + LONGEST_REMAINDER));

function firstOf(texts: readonly string[], read: (text: string) => Peers): Peers {
  let found: Peers = {};
  for (const text of texts) {
    // The nearest line that names a peer has named both, or there is only one to name.
    const named = found.source !== undefined || found.destination !== undefined;
    if (named && found.transport !== undefined) break;
    const more = read(text);
    found = named ? { ...(more.transport ? { transport: more.transport } : {}), ...found } : { ...more, ...found };
  }
  return found;
}

function firstTime(texts: readonly string[]): LogTime | undefined {
  let clock: LogTime | undefined;
  for (const text of texts) {
    const time = lastTimeIn(text);
    if (time?.hasDate || time?.text.startsWith('--')) return time;
    clock ??= time;
  }
  return clock;
}

const IN =
  /\b(?:received|receiving|receive|recv|recv'd|rcvd|rcv|read|incoming|inbound|RX|ingress)\b|(?:^|\W)<{2,}(?!\w)|\bIN\b(?=\s*(?:$|[:\]|]))/i;
const OUT =
  /\b(?:sent|sending|send|snd|transmitting|transmitted|transmit|retransmitting|retransmit|outgoing|outbound|TX|egress|writing|wrote)\b|(?:^|\W)>{2,}(?!\w)|\bOUT\b(?=\s*(?:$|[:\]|]))/i;

/** The direction that the nearest line gives; a line that gives both says nothing, but for which stands last. */
function firstDirection(texts: readonly string[]): 'in' | 'out' | undefined {
  for (const text of texts) {
    const received = IN.exec(text);
    const sent = OUT.exec(text);
    if (received && sent) return received.index < sent.index ? 'in' : 'out';
    if (received) return 'in';
    if (sent) return 'out';
  }
  return undefined;
}

/** `direction = out`, `"direction":"in"`, `tag: rcv`, or the last field of a table's row. */
function recordDirection(record: string): 'in' | 'out' | undefined {
  const word =
    /(?:direction|dir|tag|type)["']?\s*[:=]\s*["']?(in|out|incoming|outgoing|rcv|snd|recv|send|rx|tx|received|sent|inbound|outbound)\b/i.exec(
      record,
    )?.[1] ?? /,"?(in|out)"?\s*$/.exec(record)?.[1];
  if (word === undefined) return undefined;
  return /^(?:in|rcv|recv|rx|received|incoming|inbound)/i.test(word) ? 'in' : 'out';
}

/** The mark that a product gives all lines of one call. */
function markIn(text: string): { mark?: string } {
  const mark =
    /\[(C-[0-9a-f]{8})\]/.exec(text)?.[1] ??
    /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/i.exec(text)?.[1] ??
    /\{\d+ \d+ [A-Z]+ ([^}\s]+)\}/.exec(text)?.[1];
  return mark === undefined ? {} : { mark };
}

/** What the topmost Via lets one think where the log says nothing (RFC 3261 §18.2.1, §18.2.2). */
function inferredFrom(
  message: Message,
  said: Omit<Envelope, 'inferred'>,
): Pick<Envelope, 'transport' | 'source' | 'destination' | 'inferred'> {
  const field = headerNamed(message, 'Via');
  const via = field && parseVia(message.text, field.value);
  if (!via) return { inferred: [] };
  const inferred: InferredFact[] = [];
  const facts: { transport?: string; source?: string; destination?: string } = {};
  const add = (name: InferredFact, value: string | undefined) => {
    if (said[name] !== undefined || !value) return;
    facts[name] = value;
    inferred.push(name);
  };
  add('transport', via.transport && textOf(message.text, via.transport).toUpperCase());
  const value = (name: string) => {
    const parameter = parameterNamed(message.text, via.parameters, name)?.value;
    return parameter && textOf(message.text, parameter);
  };
  const host = value('received') ?? textOf(message.text, via.host);
  const port = value('rport') || (via.port && textOf(message.text, via.port));
  const sender = host && (port ? `${host}:${port}` : host);
  if (message.startLine.kind === 'request') add('source', sender);
  if (message.startLine.kind === 'response') add('destination', sender);
  return { ...facts, inferred };
}
