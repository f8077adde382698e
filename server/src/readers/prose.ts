import { statusCode } from '../knowledge/names.ts';
import type { Mention, Term } from './mention.ts';
import { causesIn } from './prose/causes.ts';
import { codesIn, codesNamed } from './prose/codes.ts';
import { type Clause, clausesOf } from './prose/evidence.ts';
import { headersIn } from './prose/headers.ts';
import { bareMethod, methodsIn } from './prose/methods.ts';
import { phrasesIn } from './prose/phrases.ts';

/**
 * SIP in the sentences of a log: `Got SIP response 486 "Busy Here"`, `status=487`, `Reason: Q.850;cause=16`.
 * A number or an English word alone is nothing. The line has to speak of SIP and of no other protocol (`evidence.ts`);
 * then each number and each name in capitals is judged by the words beside it.
 */

const LONGEST_LINE = 4096;
const STATUS_CLASS = /(?<![\w.-])([1-6])(?:xx|XX)(?![\w-])/g;

/** The mentions of one line of prose, in order. `start` is the line's offset in the document; long lines are cut. */
export function proseMentions(line: string, start: number): readonly Mention[] {
  const text = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
  if (!/\d{2}|[A-Z]{3}|[1-6]xx|header|başlı|-[A-Z]/.test(text)) return [];
  const found = clausesOf(text).flatMap((clause) => [...mentionsIn(clause, start + clause.start)]);
  return withoutOverlaps(found.toSorted((one, other) => one.span.start - other.span.start));
}

/** Of mentions at one place, and of one inside another, the first. */
function withoutOverlaps(inOrder: readonly Mention[]): readonly Mention[] {
  let end = -1;
  return inOrder.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** The first mention at a place is the one that counts. */
function* mentionsIn({ text, sip }: Clause, offset: number): Generator<Mention> {
  const at = (term: Term, from: number, to: number): Mention => ({
    term,
    span: { start: offset + from, end: offset + to },
  });
  for (const { term, start, end } of causesIn(text, sip)) yield at(term, start, end);
  if (sip === 'none') {
    for (const { code, start } of codesNamed(text)) yield at({ kind: 'statusCode', code }, start, start + 3);
    return;
  }
  for (const { code, start, request, phrase } of codesIn(text, sip)) {
    yield at({ kind: 'statusCode', code, ...(request ? { request } : {}) }, start, start + 3);
    if (!phrase) continue;
    yield at({ kind: 'reasonPhrase', phrase: statusCode(code)?.phrase ?? '', code }, ...phrase);
  }
  for (const { fact, start, end } of phrasesIn(text)) {
    yield at({ kind: 'reasonPhrase', phrase: fact.phrase, code: fact.code }, start, end);
  }
  for (const { written, start } of methodsIn(text, sip)) {
    yield at({ kind: 'method', name: bareMethod(written) }, start, start + written.length);
  }
  for (const { name, start } of headersIn(text, sip)) {
    yield at({ kind: 'headerField', name }, start, start + name.length);
  }
  for (const { 0: written, 1: digit, index } of text.matchAll(STATUS_CLASS)) {
    yield at({ kind: 'statusClass', digit: Number(digit) }, index, index + written.length);
  }
}
