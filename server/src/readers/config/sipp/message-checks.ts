import { type Span, span } from '../../../sip/span.ts';
import type { DialectFix } from '../../reading.ts';
import type { Collector } from '../xml/collector.ts';
import { replaceFix, report } from './findings.ts';
import { bracketsIn } from './keywords.ts';
import { headerNamed, type ScenarioMessage } from './message.ts';

/** What is wrong with a message of a scenario that would not be wrong with the same lines in a message file. */

export function checkMessage(text: string, message: ScenarioMessage, found: Collector): void {
  checkStartLine(text, message, found);
  checkCallId(text, message, found);
  checkContentLength(text, message, found);
}

function checkStartLine(text: string, message: ScenarioMessage, found: Collector): void {
  if (text[message.startLine.start] !== '[') return;
  report(found, 'sip.sipp-start-line', span(message.startLine.start, message.startLine.start + 1));
}

/** Keywords whose values come from elsewhere, so that they may well be SIPp's own Call-ID. */
const BRINGS_CALL_ID = /\[(?:call_id|last_|\$|field|file|fill)|\[(?![\w$]*[\]+-])/;

function checkCallId(text: string, message: ScenarioMessage, found: Collector): void {
  const header = headerNamed(text, message, 'call-id', 'i');
  if (!header || header.value.start === header.value.end) return;
  const value = text.slice(header.value.start, header.value.end);
  if (BRINGS_CALL_ID.test(value) || bringsMore(text, header.value)) return;
  report(found, 'sip.sipp-call-id', header.value, [value], replaceFix(header.value, '[call_id]'));
}

/** Whether a keyword of one's own (`-key`) stands in a range. */
const bringsMore = (text: string, range: Span): boolean =>
  [...bracketsIn(text, range)].some((bracket) => bracket.kind !== 'keyword');

/** `Content-Length` counts bytes of the body as SIPp sends it, with CR LF. */
function checkContentLength(text: string, message: ScenarioMessage, found: Collector): void {
  if (message.head.some((line) => isInjected(text, line))) return;
  const header = headerNamed(text, message, 'content-length', 'l');
  const body = bodyLength(text, message);
  if (!header) {
    if (body.atLeast > 0)
      report(found, 'sip.sipp-no-content-length', message.startLine, [], lengthLineFix(text, message));
    return;
  }
  const written = text.slice(header.value.start, header.value.end);
  if (!/^\d{1,9}$/.test(written)) return;
  const value = Number(written);
  const wrong = body.exact ? value !== body.atLeast : value < body.atLeast;
  if (!wrong) return;
  const args = [written, String(body.atLeast)];
  report(
    found,
    'sip.sipp-content-length',
    header.value,
    args,
    replaceFix(header.value, body.atLeast === 0 ? '0' : '[len]'),
  );
}

/** A line of the head that may bring header fields, an empty line and a body of its own. */
function isInjected(text: string, line: Span): boolean {
  if (text[line.start] !== '[') return false;
  for (const bracket of bracketsIn(text, line)) {
    if (bracket.span.start !== line.start) return false;
    return bracket.kind !== 'keyword' || /^(?:\$|field|file|fill|last_message)$/.test(bracket.key);
  }
  return false;
}

/** The bytes of the body; at least so many where keywords add to them. */
function bodyLength(text: string, message: ScenarioMessage): { readonly atLeast: number; readonly exact: boolean } {
  let bytes = 0;
  let exact = true;
  for (const line of message.body) {
    let at = line.start;
    for (const bracket of bracketsIn(text, line)) {
      exact = false;
      bytes += sentBytes(text.slice(at, bracket.span.start));
      at = bracket.span.end;
    }
    bytes += sentBytes(text.slice(at, line.end));
  }
  const lines = message.body.length;
  const breaks = lines === 0 ? 0 : message.endsInBreak ? lines : lines - 1;
  return { atLeast: bytes + 2 * breaks, exact };
}

/** UTF-8 bytes, where `\x41` is one of them. */
function sentBytes(text: string): number {
  const plain = text.replace(/\\x[0-9A-Fa-f]{1,2}/g, 'x');
  let bytes = plain.length;
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    // Each half of a surrogate pair stands for two of the four bytes.
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

function lengthLineFix(text: string, message: ScenarioMessage): DialectFix | undefined {
  const last = message.head.at(-1);
  if (!last || !message.separator) return undefined;
  const lineBreak = text.slice(last.end, message.separator.start).includes('\r\n') ? '\r\n' : '\n';
  const line = `${lineBreak}${message.indent}Content-Length: [len]`;
  return { title: 'add-header', args: ['Content-Length'], edits: [{ span: span(last.end, last.end), newText: line }] };
}
