import { headerFieldNamed } from '../../../knowledge/names.ts';
import { type Span, span } from '../../../sip/span.ts';
import { headerFullNames } from '../patterns.ts';
import { isLetter } from './characters.ts';

/** Lines that begin with a header field, or hold one. */

const HEADER_NAME = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_!%*+`'~") {
  HEADER_NAME[character.charCodeAt(0)] = 1;
}

/** Words that begin the lines of a log, not header fields. */
const LOG_WORDS = new Set(
  'DEBUG INFO NOTICE WARNING WARN ERROR ERR CRITICAL CRIT ALERT EMERG FATAL TRACE VERBOSE DEV LOG MSG http https sip sips tel ws wss'.split(
    ' ',
  ),
);

/**
 * The name of the header field that a line begins with (RFC 3261 §7.3.1); undefined when the line is none.
 * Names with a dot and names that start with a digit are legal, but in a log they are files and times.
 */
export function headerNameAt(text: string, start: number, end: number): Span | undefined {
  const first = text.charCodeAt(start);
  if (!isLetter(first)) return undefined;
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code > 127 || HEADER_NAME[code] === 0) break;
    at++;
  }
  const nameEnd = at;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  if (text.charCodeAt(at) !== 58 || at >= end) return undefined;
  const name = text.slice(start, nameEnd);
  if (LOG_WORDS.has(name) && !(name === 'WARNING' && /^: *\d{3} /.test(text.slice(at, at + 8)))) return undefined;
  return span(start, nameEnd);
}

/** Whether a line begins with a header field that we know, so that nothing but SIP can be meant. */
export function isKnownHeaderLine(text: string, start: number, end: number): boolean {
  const name = headerNameAt(text, start, end);
  return name !== undefined && headerFieldNamed(text.slice(name.start, name.end)) !== undefined;
}

const KNOWN_HEADER = new RegExp(`(^|[^\\w-])(${headerFullNames})[ \\t]*:|([ \\t>|\u2502])([a-z]): `, 'i');

/** Where in a line the first header field name that we know stands, with a colon behind it. */
export function knownHeaderIn(text: string, start: number, end: number): number | undefined {
  const line = text.slice(start, Math.min(end, start + 1024));
  const match = KNOWN_HEADER.exec(line);
  if (!match) return undefined;
  const compact = match[4];
  if (compact !== undefined && !headerFieldNamed(compact)) return undefined;
  return start + match.index + (match[1] ?? match[3] ?? '').length;
}
