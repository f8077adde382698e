import { methods } from '../../../knowledge/facts.ts';
import { methodNamed } from '../../../knowledge/names.ts';
import { type Span, span, textOf } from '../../../sip/span.ts';
import {
  codesWhere,
  codeVerdict,
  matchingMethods,
  methodBit,
  methodVerdict,
  negated,
  onlyCode,
  type Verdict,
} from './conditions.ts';
import { operandAt, operandBefore } from './operands.ts';
import { listedNames } from './patterns.ts';
import { firstOfOperand, isLiteral, joins, literalAt, spanAt, textAt } from './script.ts';
import { METHOD_VARIABLE, type Operand, type State } from './state.ts';
import { checkPattern, patternVerdict } from './status-patterns.ts';
import { isForeignMethod } from './table.ts';
import * as token from './tokens.ts';
import { codeOf, readValue, spelledMethod, type Value } from './values.ts';

/**
 * Reads a literal that stands beside an operand. Beside one that is only named for a method nothing counts but a
 * method that is registered.
 */
export function readBeside(state: State, { kind, supposed }: Operand, value: Value): void {
  if (!supposed || methodNamed(textOf(value.text, value.span))) readValue(kind, value, state);
}

/** A comparison of an operand with a literal, by its tokens. */
interface Comparison {
  readonly operator: number;
  readonly operand: Operand;
  /** Its first token, and the one behind it. */
  readonly from: number;
  readonly to: number;
}

/** Reads the comparison around an operator, when one side of it holds a SIP value and the other is a literal. */
export function readComparison(state: State, operator: number): void {
  const { tokens } = state;
  const left = operandBefore(state, operator - 1);
  const other = operator + 1;
  if (left) {
    const from = firstOfOperand(tokens, operator - 1);
    const comparison = { operator, operand: left, from, to: other + 1 };
    if (isLiteral(tokens, other) || tokens.kinds[other] === token.REGEX) compareWith(state, comparison, other);
    else if (tokens.kinds[other] === token.WORD) compareWithWord(state, comparison, other);
    else if (endsOperand.has(tokens.kinds[other] ?? token.SEMICOLON)) {
      const end = tokens.ends[operator]!;
      offerOperand(state, left, span(end, tokens.starts[other] ?? end));
    }
    return;
  }
  const right = isLiteral(tokens, operator - 1) ? operandAt(state, other) : undefined;
  if (!right) return;
  compareWith(state, { operator, operand: right, from: operator - 1, to: other + 1 }, operator - 1);
}

/** Behind an operator these stand only where its operand is not written yet. */
const endsOperand: ReadonlySet<number> = new Set([
  token.CLOSE,
  token.SEMICOLON,
  token.OPEN_BRACE,
  token.AND,
  token.OR,
  token.COLON,
]);

/** Offers what could be written in the place of an operand. */
export function offerOperand(state: State, { kind }: Operand, range: Span): void {
  if (kind === 'code') state.slots.push({ range, gap: true, of: 'statusCode' });
}

/** The literal that a token is, as a value. */
export const valueAt = ({ tokens }: State, i: number): Value => ({
  text: tokens.text,
  span: literalAt(tokens, i),
  whole: !joins(tokens, i + 1) && !joins(tokens, i - 1),
});

function compareWith(state: State, comparison: Comparison, literal: number): void {
  const { kinds } = state.tokens;
  const operator = kinds[comparison.operator]!;
  const value = valueAt(state, literal);
  if (operator === token.MATCH || operator === token.MISMATCH || kinds[literal] === token.REGEX) {
    comparePattern(state, comparison, value);
  } else if (operator === token.EQUAL || operator === token.UNEQUAL) compareEqual(state, comparison, value);
  else compareOrder(state, comparison, value, literal > comparison.operator);
}

/** `method == INVITE`, which the products' own variables allow. */
function compareWithWord(state: State, comparison: Comparison, word: number): void {
  const { tokens } = state;
  const { operand, from } = comparison;
  if (!tokens.syntax.cfg || operand.kind !== 'method' || tokens.kinds[from] !== token.WORD) return;
  const name = textAt(tokens, word);
  if (!/^[A-Z]+$/.test(name) || tokens.kinds[word + 1] === token.OPEN) return;
  readValue('method', { text: tokens.text, span: spanAt(tokens, word), whole: true }, state);
  noteAtom(state, comparison, methodVerdict(methodBit(name)));
}

function compareEqual(state: State, comparison: Comparison, value: Value): void {
  const { kind, variable } = comparison.operand;
  readBeside(state, comparison.operand, value);
  if (!value.whole) return;
  const written = textOf(value.text, value.span);
  if (kind === 'method' && variable === METHOD_VARIABLE && written !== '' && !isForeignMethod(written)) {
    noteAtom(state, comparison, methodVerdict(methodBit(spelledMethod(written))));
  }
  const code = kind === 'code' ? codeOf(value.text, value.span) : undefined;
  if (code !== undefined && (code === 0 || (code >= 100 && code < 700))) {
    noteAtom(state, comparison, codeVerdict(variable, onlyCode(code)));
  }
}

function comparePattern(state: State, comparison: Comparison, value: Value): void {
  const { kind, variable } = comparison.operand;
  const source = textOf(value.text, value.span);
  if (kind === 'phrase' || kind === 'classDigit') return;
  if (kind === 'code') {
    readValue('codePattern', value, state);
    if (!value.whole) return;
    checkPattern(state, value.span);
    const verdict = patternVerdict(variable, source);
    if (verdict) noteAtom(state, comparison, verdict);
    return;
  }
  const places = listedNames(value.text, value.span);
  if (!places || places.length === 0) return;
  const anchored = /^\^\([^()]*\)\$$|^\^[^()|]*\$$/.test(source);
  for (const place of places) {
    const before = state.mentions.length;
    readBeside(state, comparison.operand, { ...value, span: place });
    if (kind === 'method' && !anchored && beginsMethod(textOf(value.text, place))) state.mentions.length = before;
  }
  if (kind !== 'method' || variable !== METHOD_VARIABLE || !value.whole) return;
  const names = places.map((place) => textOf(value.text, place).toUpperCase());
  noteAtom(state, comparison, methodVerdict(matchingMethods(names, anchored)));
}

/** Whether a name is the beginning of methods: `SUB`, which a pattern without an end fits to `SUBSCRIBE`. */
export function beginsMethod(written: string): boolean {
  const name = written.toUpperCase();
  return !methodNamed(name) && methods.some((method) => method.name.startsWith(name));
}

/** `$rs >= 300`: a bound between classes stands for its class, and not for `300 Multiple Choices`. */
function compareOrder(state: State, comparison: Comparison, value: Value, inOrder: boolean): void {
  const { tokens, findings } = state;
  const { operator, operand, from, to } = comparison;
  const bound = operand.kind === 'code' && value.whole ? codeOf(value.text, value.span) : undefined;
  if (bound === undefined) return;
  const rest = bound % 100;
  const digit = Math.floor(bound / 100);
  if (rest !== 0 && rest !== 99) readValue('code', value, state);
  else if (digit >= 1 && digit <= 6) state.mentions.push({ term: { kind: 'statusClass', digit }, span: value.span });
  if (!inOrder) return;
  const kind = tokens.kinds[operator]!;
  if ((kind === token.MORE && bound >= 699) || (kind === token.MORE_EQUAL && bound >= 700)) {
    const place = span(tokens.starts[from]!, tokens.ends[to - 1]!);
    findings.push({ rule: 'sip.routing-never-true', span: place, args: [textOf(tokens.text, place)] });
  } else
    noteAtom(
      state,
      comparison,
      codeVerdict(
        operand.variable,
        codesWhere((code) => holds(kind, code, bound)),
      ),
    );
}

function holds(operator: number, code: number, bound: number): boolean {
  if (operator === token.LESS) return code < bound;
  if (operator === token.LESS_EQUAL) return code <= bound;
  return operator === token.MORE ? code > bound : code >= bound;
}

function noteAtom({ tokens, atoms }: State, { operator, from, to }: Comparison, verdict: Verdict): void {
  if (tokens.kinds[to] === token.OTHER) return;
  const kind = tokens.kinds[operator];
  const denies = kind === token.UNEQUAL || kind === token.MISMATCH;
  atoms.set(from, { end: to, verdict: denies ? negated(verdict) : verdict, comparison: true });
}
