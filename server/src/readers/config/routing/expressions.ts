import { span } from '../../../sip/span.ts';
import { both, either, negated, UNKNOWN, type Verdict } from './conditions.ts';
import { textAt } from './script.ts';
import type { State } from './state.ts';
import * as token from './tokens.ts';

/** A condition that was read: what it says, and the tokens it takes. */
export interface Expression {
  readonly verdict: Verdict;
  readonly from: number;
  /** The token behind it. */
  readonly to: number;
}

/** Conditions nested deeper are passed over. */
const DEEPEST = 60;

/**
 * Reads the condition that starts at a token, and reports the parts of it that cannot hold or always do. Operators
 * bind as in C: `||`, `&&`, `!`, comparisons.
 */
export function readExpression(state: State, start: number): Expression {
  const { tokens, atoms } = state;
  const { kinds, syntax } = tokens;
  let at = start;
  const verdict = readOr(0);
  return { verdict, from: start, to: at };

  function readOr(depth: number): Verdict {
    const from = at;
    let left = readAnd(depth);
    while (kinds[at] === token.OR) {
      at++;
      const right = readAnd(depth);
      const whenFalse = both(left.whenFalse, right.whenFalse);
      if (!whenFalse && left.whenFalse && right.whenFalse) report('sip.routing-always-true', from);
      left = { whenTrue: either(left.whenTrue, right.whenTrue), whenFalse };
    }
    return left;
  }

  function readAnd(depth: number): Verdict {
    const from = at;
    let left = readOperand(depth);
    while (kinds[at] === token.AND) {
      at++;
      const right = readOperand(depth);
      const whenTrue = both(left.whenTrue, right.whenTrue);
      if (!whenTrue && left.whenTrue && right.whenTrue) report('sip.routing-never-true', from);
      left = { whenTrue, whenFalse: either(left.whenFalse, right.whenFalse) };
    }
    return left;
  }

  function readOperand(depth: number): Verdict {
    let negations = 0;
    while (kinds[at] === token.NOT) {
      at++;
      negations++;
    }
    const atom = atoms.get(at);
    const comparison = atom?.comparison === true;
    const verdict = readPrimary(depth);
    if (negations === 0) return verdict;
    // `!$rm == "INVITE"` negates the variable, save in Python.
    if (comparison && syntax.name !== 'python') return UNKNOWN;
    return negations % 2 === 1 ? negated(verdict) : verdict;
  }

  function readPrimary(depth: number): Verdict {
    const atom = atoms.get(at);
    if (atom) {
      at = atom.end;
      return continuesOperand() ? skipped() : atom.verdict;
    }
    if (kinds[at] !== token.OPEN) return skipped();
    if (depth >= DEEPEST) return skipped();
    at++;
    const verdict = readOr(depth + 1);
    if (kinds[at] !== token.CLOSE) return skipped();
    at++;
    return continuesOperand() ? skipped() : verdict;
  }

  /** Whether the operand goes on, so that what was read is not the condition: `is_method("INVITE") == 1`. */
  function continuesOperand(): boolean {
    const kind = kinds[at];
    return kind !== undefined && ((kind >= token.EQUAL && kind <= token.MORE_EQUAL) || kind === token.OTHER);
  }

  /** Passes over an operand that says nothing about methods and codes. */
  function skipped(): Verdict {
    let expectsOperand = !continuesOperand();
    for (; at < kinds.length; at++) {
      const kind = kinds[at]!;
      if (kind === token.OPEN || kind === token.OPEN_BRACKET) {
        at = closingOf(kinds, at);
        expectsOperand = false;
      } else if (
        kind === token.VARIABLE ||
        kind === token.STRING ||
        kind === token.NUMBER ||
        kind === token.SELECT ||
        kind === token.REGEX
      ) {
        if (!expectsOperand) break;
        expectsOperand = false;
      } else if (kind === token.WORD) {
        if (!expectsOperand || endsCondition.has(textAt(tokens, at))) break;
        expectsOperand = false;
      } else if (continuesOperand()) expectsOperand = true;
      else if (kind !== token.NOT) break;
    }
    return UNKNOWN;
  }

  function report(rule: string, from: number): void {
    reportCondition(state, rule, from, at);
  }
}

/** The token that closes a bracket, or the last one before the condition breaks off. */
function closingOf(kinds: readonly number[], open: number): number {
  let level = 0;
  let i = open;
  for (; i < kinds.length; i++) {
    const kind = kinds[i];
    if (kind === token.OPEN || kind === token.OPEN_BRACKET) level++;
    else if (kind === token.CLOSE || kind === token.CLOSE_BRACKET) {
      if (--level === 0) return i;
    } else if (kind === token.SEMICOLON || kind === token.OPEN_BRACE || kind === token.CLOSE_BRACE) return i - 1;
  }
  return i;
}

const endsCondition: ReadonlySet<string> = new Set(['then', 'do', 'if', 'else']);

/** Reports a condition, or a part of one, in its own words. */
export function reportCondition({ tokens, findings }: State, rule: string, from: number, to: number): void {
  const { kinds, starts, ends } = tokens;
  let first = from;
  let last = to - 1;
  while (kinds[first] === token.OPEN && closingOf(kinds, first) === last) {
    first++;
    last--;
  }
  const place = span(starts[first]!, ends[last]!);
  findings.push({ rule, span: place, args: [oneLine(tokens.text.slice(place.start, place.end))] });
}

function oneLine(source: string): string {
  const line = source.slice(0, 400).replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
