import { indexIn, type Span, span, trimmed } from '../../sip/span.ts';
import { checkSlip } from './choices.ts';
import { isToken } from './grammar.ts';
import type { Judged, Report } from './judged.ts';

/** The header lines of one part of a multipart body (RFC 2045, RFC 2392). */

/** Reports what is wrong with the lines as such; false when nobody can tell what the part is. */
export function checkPartHead(judged: Judged, head: Span, report: Report): boolean {
  const glued = /(?<=^|\n)v=0(?=\r?\n|$)/.exec(judged.textOf(head));
  if (glued) {
    const start = head.start + glued.index;
    report('sip.missing-blank-line', span(start, start + 3), {
      fix: { title: 'insert-blank-line', edits: [{ span: span(start, start), newText: '\n' }] },
    });
    return false;
  }
  const stray = partLineWithoutColon(judged, head);
  if (stray) {
    report('sip.header-without-colon', stray);
    return false;
  }
  const second = repeatedField(judged, head);
  if (second) {
    const [name, first] = second;
    report('sip.duplicate-header', name, {
      args: [judged.textOf(name)],
      related: [{ title: 'first-here', span: first }],
    });
    return false;
  }
  const id = partField(judged.text, head, 'content-id');
  if (id && !judged.isWild(id) && !/^<[^<>\s]+>$/.test(judged.textOf(id))) {
    const written = judged.textOf(id);
    report('sip.malformed-value', id, { args: ['Content-ID', written, '<part1@example.com>'] });
  }
  const encoding = partField(judged.text, head, ENCODING.toLowerCase());
  if (encoding && encoding.start < encoding.end && !judged.isWild(encoding)) checkEncoding(judged, encoding, report);
  return true;
}

const ENCODING = 'Content-Transfer-Encoding';

/** One word, and a comment perhaps; somebody may add words of his own (RFC 2045 §6.1). */
function checkEncoding(judged: Judged, value: Span, report: Report): void {
  const comment = indexIn(judged.text, '(', value);
  const word = trimmed(judged.text, value.start, comment ?? value.end);
  const written = judged.textOf(word);
  if (isToken(written)) checkSlip(judged, word, ENCODING, encodings, report);
  else report('sip.malformed-value', word, { args: [ENCODING, written, 'base64'] });
}

const encodings = ['7bit', '8bit', 'base64', 'binary', 'quoted-printable'];

/** A line of a part's head that names a field and has lost the colon behind it: `Content-Type application/sdp`. */
function partLineWithoutColon(judged: Judged, head: Span): Span | undefined {
  const { text } = judged;
  for (const { start, end } of linesOf(text, head)) {
    if (!/^content-[a-z-]+[ \t]+[^\s:]/i.test(text.slice(start, Math.min(end, start + 80)))) continue;
    const line = trimmed(text, start, end);
    return judged.isWild(line) ? undefined : line;
  }
  return undefined;
}

/** The name of a field that stands in a part's head again, and where it stood first: each is there once at most. */
function repeatedField(judged: Judged, head: Span): readonly [second: Span, first: Span] | undefined {
  const seen = new Map<string, Span>();
  for (const line of linesOf(judged.text, head)) {
    const colon = indexIn(judged.text, ':', line);
    if (colon === undefined) continue;
    const name = trimmed(judged.text, line.start, colon);
    const written = judged.textOf(name).toLowerCase();
    if (!once.has(written)) continue;
    const first = seen.get(written);
    if (first && !judged.isWild(line)) return [name, first];
    seen.set(written, name);
  }
  return undefined;
}

const once = new Set([
  'content-disposition',
  'content-id',
  'content-length',
  'content-transfer-encoding',
  'content-type',
]);

/** The value of a header line of a body part. */
export function partField(text: string, head: Span, name: string): Span | undefined {
  for (const line of linesOf(text, head)) {
    const colon = indexIn(text, ':', line);
    if (colon !== undefined && text.slice(line.start, colon).trim().toLowerCase() === name)
      return trimmed(text, colon + 1, line.end);
  }
  return undefined;
}

/** The lines of a head, each with what goes on behind it on lines that begin with a blank (RFC 5322 §2.2.3). */
function* linesOf(text: string, head: Span): Generator<Span> {
  const endOfLine = (from: number): number => indexIn(text, '\n', span(from, head.end)) ?? head.end;
  for (let start = head.start; start < head.end; ) {
    let end = endOfLine(start);
    while (end < head.end && FOLD.test(text.slice(end + 1, Math.min(head.end, end + 81)))) end = endOfLine(end + 1);
    yield span(start, end);
    start = end + 1;
  }
}

/** One that names a field was only indented. */
const FOLD = /^[ \t]+(?![ \t]|content-[a-z-]+[ \t]*:)/i;
