import { type Span, span, textOf, trimmed } from '../../../sip/span.ts';
import { indexWithin } from '../index-within.ts';
import { closing } from './brackets.ts';
import { isWordCode, readFunction, wordAt } from './calls.ts';
import { type Draft, dialectTerm, find } from './draft.ts';
import { dialplanFunction, type ValueSpec, variable } from './table.ts';
import { readValue } from './values.ts';

/** Nobody nests deeper; what is deeper is not read, so that broken text costs no more than a few passes. */
const deepest = 16;

/** A variable that is compared for equality with a literal. */
interface Equality {
  readonly subject: string;
  readonly literal: Span;
}

/**
 * Finds the references `${NAME}`, `${FUNCTION(arguments)}` of a range, and inside expressions (`$[ … ]`, or all of the
 * range when `condition` says so) the literals that they are compared with.
 */
export function readReferences(draft: Draft, start: number, end: number, condition = false, depth = 0): void {
  const { text } = draft;
  if (depth > deepest) return;
  const equalities: Equality[] = [];
  let at = indexWithin(text, '$', start, end);
  while (at >= 0) {
    const opener = text[at + 1];
    if (opener === '{') {
      const close = closing(text, at + 1, end);
      const subject = readReference(draft, at + 2, close, depth);
      if (condition && subject) equalities.push(...readComparison(draft, span(at, close + 1), subject, start, end));
      at = indexWithin(text, '$', close, end);
    } else if (opener === '[') {
      const close = closing(text, at + 1, end);
      readReferences(draft, at + 2, close, true, depth + 1);
      at = indexWithin(text, '$', Math.max(close, at + 1), end);
    } else at = indexWithin(text, '$', at + 1, end);
  }
  if (equalities.length > 1) judgeEqualities(draft, equalities, start, end);
}

interface Subject {
  readonly name: string;
  readonly spec: ValueSpec;
}

/** What stands between the braces of one reference. Gives back what it can be compared with. */
function readReference(draft: Draft, start: number, end: number, depth: number): Subject | undefined {
  const { text } = draft;
  const name = wordAt(text, start, end);
  const after = text[name.end];
  if (name.end < end && after === '(') {
    const close = closing(text, name.end, end);
    readReferences(draft, name.end + 1, close, false, depth + 1);
    const args = readFunction(draft, name, name.end + 1, close);
    const row = dialplanFunction(textOf(text, name))?.row;
    const named = row?.ofVariable === undefined ? undefined : args[row.ofVariable];
    if (!row?.compare || (row.ofVariable !== undefined && !(named && variable(textOf(text, named))))) return undefined;
    return { name: text.slice(start, close), spec: row.compare };
  }
  if (name.end < end && after !== ':') {
    readReferences(draft, start, end, false, depth + 1);
    return undefined;
  }
  const known = variable(textOf(text, name));
  if (!known) return undefined;
  dialectTerm(draft, 'variable', known.name, name);
  return after === ':' || !known.row.compare ? undefined : { name: known.name, spec: known.row.compare };
}

/** `"${NAME}" = "literal"`, the same turned round, and `${NAME} : "a|b"`. */
function readComparison(draft: Draft, reference: Span, subject: Subject, start: number, end: number): Equality[] {
  const { text } = draft;
  const prefix = wordBefore(text, reference.start, start);
  let after = reference.end;
  if (text[after] === '"') after++;
  after = skipBlanks(text, after, end);
  const operator = /^(?:=~|==?|!=|:)/.exec(text.slice(after, after + 2))?.[0];
  if (operator && after < end) {
    const literal = withoutPrefix(text, literalAfter(text, after + operator.length, end), prefix);
    if (!literal) return [];
    if (operator === '=~' || operator === ':') readAlternatives(draft, literal, subject);
    else readLiteral(draft, literal, subject);
    return operator === '=' || operator === '==' ? [{ subject: subject.name, literal }] : [];
  }
  const literal = prefix ? undefined : literalBefore(text, reference.start, start);
  if (literal) readLiteral(draft, literal, subject);
  return [];
}

/** What is written directly before the reference, as in `"x${NAME}" = "xBUSY"`. */
function wordBefore(text: string, reference: number, start: number): string {
  let at = reference;
  while (at > start && !/["\s[(!&|]/.test(text[at - 1]!)) at--;
  return text.slice(at, reference);
}

function withoutPrefix(text: string, literal: Span | undefined, prefix: string): Span | undefined {
  if (!prefix || !literal) return literal;
  return textOf(text, literal).startsWith(prefix) ? span(literal.start + prefix.length, literal.end) : undefined;
}

function readLiteral(draft: Draft, literal: Span, subject: Subject): void {
  readValue(draft, literal, subject.spec, { owner: subject.name, rule: 'sip.asterisk-argument', compared: true });
}

/** The words of a pattern that is nothing but alternatives: `^(BUSY|CONGESTION)$`. */
function readAlternatives(draft: Draft, pattern: Span, subject: Subject): void {
  if (!/^[\w|^$()]+$/.test(textOf(draft.text, pattern))) return;
  for (const match of textOf(draft.text, pattern).matchAll(/\w+/g)) {
    const word = span(pattern.start + match.index, pattern.start + match.index + match[0].length);
    const spec = subject.spec.kind === 'enum' ? { ...subject.spec, open: true } : subject.spec;
    if (spec.kind !== 'enum' || match[0].length > 2) readLiteral(draft, word, { ...subject, spec });
  }
}

function literalAfter(text: string, from: number, end: number): Span | undefined {
  const start = skipBlanks(text, from, end);
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = indexWithin(text, quote, start + 1, end);
    return close < 0 ? undefined : plain(text, trimmed(text, start + 1, close));
  }
  let at = start;
  while (at < end && isWordCode(text.charCodeAt(at))) at++;
  return at > start && text[at] !== '$' ? plain(text, span(start, at)) : undefined;
}

function literalBefore(text: string, reference: number, start: number): Span | undefined {
  let at = reference;
  if (text[at - 1] === '"') at--;
  while (at > start && text[at - 1] === ' ') at--;
  if (text[at - 1] !== '=') return undefined;
  at -= text[at - 2] === '=' || text[at - 2] === '!' ? 2 : 1;
  while (at > start && text[at - 1] === ' ') at--;
  const quote = text[at - 1];
  if (quote === '"') {
    const open = text.lastIndexOf('"', at - 2);
    return open < start ? undefined : plain(text, span(open + 1, at - 1));
  }
  let from = at;
  while (from > start && isWordCode(text.charCodeAt(from - 1))) from--;
  return from < at ? plain(text, span(from, at)) : undefined;
}

const plain = (text: string, literal: Span): Span | undefined =>
  /\$[{[]/.test(textOf(text, literal)) ? undefined : literal;

/** Two values at once, with nothing but `&` between them, can never be. */
function judgeEqualities(draft: Draft, equalities: readonly Equality[], start: number, end: number): void {
  const text = draft.text.slice(start, end);
  if (!/^[^|?]*$/.test(text) || /!(?!=)/.test(text)) return;
  for (const [index, one] of equalities.entries())
    for (const other of equalities.slice(index + 1)) {
      const between = draft.text.slice(one.literal.end, other.literal.start);
      const [first, second] = [textOf(draft.text, one.literal), textOf(draft.text, other.literal)];
      if (one.subject === other.subject && first !== second && between.includes('&'))
        find(draft, 'sip.asterisk-never-true', other.literal, [one.subject, first, second]);
    }
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}
