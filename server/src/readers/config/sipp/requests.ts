import { type Span, span, textOf } from '../../../sip/span.ts';
import type { DialectFinding } from '../../reading.ts';
import { finding, replaceFix } from './findings.ts';
import { headerNamed, methodOf, type ScenarioMessage } from './message.ts';

/** A request that a scenario sends, as far as other requests depend on it. */
export interface SentRequest {
  readonly method: string;
  /** The number in its CSeq, as it is written. */
  readonly number: string;
  readonly numberSpan: Span;
  readonly callId: string;
}

export function requestOf(text: string, message: ScenarioMessage): SentRequest | undefined {
  const method = methodOf(text, message);
  const header = method === undefined ? undefined : headerNamed(text, message, 'cseq');
  const number = header && /^\S+/.exec(textOf(text, header.value))?.[0];
  if (method === undefined || !header || number === undefined) return undefined;
  const callId = headerNamed(text, message, 'call-id', 'i');
  const { start } = header.value;
  return {
    method,
    number,
    numberSpan: span(start, start + number.length),
    callId: callId ? textOf(text, callId.value) : '',
  };
}

/** Requests that stand in the dialog of the INVITE before them. */
const inDialog: ReadonlySet<string> = new Set(['BYE', 'INFO', 'PRACK', 'UPDATE']);

/**
 * An ACK and a CANCEL carry the CSeq number of their INVITE (RFC 3261 §17.1.1.3, §9.1); another request in its dialog
 * carries a higher one (§12.2.1.1).
 */
export function checkCSeqNumbers<Kind extends SentRequest>(
  requests: readonly Kind[],
  say: (request: Kind, finding: DialectFinding) => void,
): void {
  const written = new Set(requests.flatMap(({ method, number }) => (method === 'INVITE' ? [number] : [])));
  const numbers = new Set([...written].map(Number));
  if (numbers.size === 0 || [...written].some((number) => !isNumber(number))) return;
  /** The lowest number of an INVITE so far, by Call-ID. */
  const lowest = new Map<string, number>();
  for (const request of requests) {
    const { method, number, numberSpan, callId } = request;
    if (!isNumber(number)) continue;
    const value = Number(number);
    const first = lowest.get(callId);
    if (method === 'INVITE') lowest.set(callId, Math.min(first ?? value, value));
    else if (method === 'ACK' || method === 'CANCEL') {
      if (numbers.has(value)) continue;
      const [only] = written;
      const fix = numbers.size === 1 && only !== undefined ? replaceFix(numberSpan, only) : undefined;
      say(request, finding('sip.sipp-cseq-number', numberSpan, [method, number, [...written].join(', ')], fix));
    } else if (first !== undefined && value <= first && inDialog.has(method)) {
      say(request, finding('sip.sipp-cseq-order', numberSpan, [method, number, String(first)]));
    }
  }
}

const isNumber = (written: string): boolean => /^\d{1,10}$/.test(written);
