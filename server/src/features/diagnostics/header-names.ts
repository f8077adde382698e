import { headerFields } from '../../knowledge/facts.ts';
import { headerFieldNamed } from '../../knowledge/names.ts';
import type { HeaderField } from '../../sip/message.ts';
import { type Span, textOf } from '../../sip/span.ts';
import { nearest } from './spelling.ts';

/** The names that header fields were meant to have, where a slip or a character too many has spoilt them. */

/** Registered or not, they are in some document and in wide use: `Diversion`, `Remote-Party-ID`. */
const documentedHeaders = headerFields
  .filter(({ status, refs }) => status === 'registered' || (status === 'unregistered' && refs !== undefined))
  .map((fact) => fact.name);

/** Names so short that other words are one letter away: a slip is believed where the field is missed and the value is its. */
const shortNames: ReadonlyMap<string, RegExp> = new Map([
  ['Via', /^/],
  ['To', /^/],
  ['From', /^/],
  ['CSeq', /^(?!\d+$)/],
  ['Date', /^[A-Z][a-z]{2}, ?\d/],
  ['Path', /^<sips?:/i],
  ['RAck', /^\d+[ \t]+\d+[ \t]+[A-Z]+$/],
]);

/**
 * The known name that a misspelt one stands for. Private names (`X…`, `P-…`) and names that resemble nothing
 * are somebody's extension and no fault.
 */
export function intendedHeader(written: string, isPresent: (name: string) => boolean, value = ''): string | undefined {
  if (/^x/i.test(written) || written.length < 2 || written.length > 40 || headerFieldNamed(written)) return undefined;
  if (/^p-/i.test(written) && written.length < 12) return undefined;
  const meant = otherWords.get(written.toLowerCase()) ?? nearest(written, documentedHeaders) ?? namedSeq(written);
  if (meant !== undefined && addsWord(written, meant)) return undefined;
  if (meant === undefined || meant.length > 4) return meant;
  if (isPresent(meant)) return undefined;
  // A number alone is anybody's; a response that asks for 100rel has one of its own.
  if (meant === 'RSeq') return isPresent('Require') && /^[1-9]\d{0,9}$/.test(value) ? meant : undefined;
  return shortNames.get(meant)?.test(value) ? meant : undefined;
}

const namedSeq = (written: string): string | undefined => (/^.Seq$/i.test(written) ? 'CSeq' : undefined);

/** Names in which people put another word of the same stem. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ['www-authentication', 'WWW-Authenticate'],
  ['proxy-authentication', 'Proxy-Authenticate'],
]);

/** `Contact-Id` is a name of somebody's own made of a known one, unless what is meant begins with that one as well. */
function addsWord(written: string, meant: string): boolean {
  const hyphen = written.lastIndexOf('-');
  const known = hyphen < 0 ? undefined : headerFieldNamed(written.slice(0, hyphen));
  return known !== undefined && hyphen > 1 && !meant.toLowerCase().startsWith(`${known.name.toLowerCase()}-`);
}

/** `Max-Forward:s 70`, `C:Seq: 1 INVITE`: the name that a colon has torn apart. */
export function tornByColon(text: string, { known, name, value }: HeaderField): string | undefined {
  if (known && name.end - name.start > 1) return undefined;
  const [rest = '', letters = ''] = /^([A-Za-z-]{1,30})[ \t]*:?/.exec(shortText(text, value)) ?? [];
  // Behind a short form that means something else, only a second colon tells.
  return letters === '' || (known && !rest.endsWith(':'))
    ? undefined
    : headerFieldNamed(textOf(text, name) + letters)?.name;
}

/** `o: <sip:bob@example.com>`, which is the short form of `Event` and holds no package. */
export const isToWithoutT = (text: string, { name, value }: HeaderField): boolean =>
  name.end - name.start === 1 && /<?(?:sips?|tel):/i.test(shortText(text, value));

/** A header field whose name has blanks in it, or a quote before it: `Max -Forwards: 70`, `User Agent: …`, `"Via: …`. */
export function tornName(line: string): { readonly length: number; readonly name: string } | undefined {
  // A quote or a bracket before it, or around it, which came from elsewhere: `"Via: …`, `>Via: …`, `"Via": …`.
  const glued = /^["'<>()[\]|]+([A-Za-z][A-Za-z-]*)["'<>()[\]|]*(?=[ \t]*:)/.exec(line);
  const behind = glued && headerFieldNamed(glued[1] ?? '');
  if (glued && behind) return { length: glued[0].length, name: behind.name };
  const written = /^[A-Za-z][A-Za-z-]*(?:[ \t]+[A-Za-z-]+){1,3}(?=[ \t]*:)/.exec(line)?.[0];
  if (written === undefined) return spoiltName(line);
  const fact = headerFieldNamed(written.replace(/\s+/g, '')) ?? headerFieldNamed(written.replace(/\s+/g, '-'));
  const name = fact?.name ?? intendedHeader(written, () => false);
  return name === undefined ? undefined : { length: written.length, name };
}

/** A name with a character in it that no name has: `Max-Forw,ards: 70`, `Con<ent-Length: 0`. */
function spoiltName(line: string): { readonly length: number; readonly name: string } | undefined {
  const written = /^[^ \t\r\n:]{3,40}(?=[ \t]*:)/.exec(line)?.[0];
  if (written === undefined || !/^[A-Za-z-]*[^A-Za-z-][A-Za-z-]*$/.test(written)) return undefined;
  const bare = written.replace(/[^A-Za-z-]/, '');
  const name = headerFieldNamed(bare)?.name ?? intendedHeader(written, () => false);
  return name === undefined || bare.length < 2 ? undefined : { length: written.length, name };
}

/**
 * Where a name ends that is nobody's, and that has blanks or separators in it: `My Header: 1`, `My;Header: 1`. What
 * stands before the colon of a URI or a time is no name.
 */
export function malformedNameEnd(line: string): number | undefined {
  const written = /^[A-Za-z][\w.-]*(?:[ \t]+[\w.-]+|[",;<>][\w.-]+){1,3}(?=[ \t]*:(?:[ \t]|$))/.exec(line)?.[0];
  if (written === undefined || written.length > LONGEST_NAME || headerFieldNamed(fieldWord(written))) return undefined;
  return /\d$/.test(written) ? undefined : written.length;
}

const LONGEST_NAME = 40;

/** The name that a line without its colon begins with, whatever stands in the colon's place: `Via. SIP/2.0/UDP …`. */
export function fieldWord(line: string): string {
  const word = firstWord(line).replace(/[^A-Za-z-]+$/, '');
  const shorter = word.slice(0, -1);
  return !headerFieldNamed(word) && shorter.length > 1 && headerFieldNamed(shorter) ? shorter : word;
}

/** What stands before the first blank, quote, bracket or separator of a line. */
export const firstWord = (line: string): string => /^[^\s<";=]*/.exec(line)?.[0] ?? '';

export const shortText = (text: string, line: Span): string =>
  text.slice(line.start, Math.min(line.end, line.start + 80));
