import { textOf } from '../../../sip/span.ts';
import { beginsMethod, readBeside, valueAt } from './comparisons.ts';
import { endOfOperand, operandBefore, operandFrom } from './operands.ts';
import { argumentsOf, isLiteral, isLiteralArgument, MOST_TOKENS, textAt } from './script.ts';
import type { Operand, State } from './state.ts';
import { isListSearch, isTextSearch } from './table.ts';
import * as token from './tokens.ts';
import { listItems, readValue } from './values.ts';

/** Whether an operand is one of several values: in a list of literals, or in a text that lists them. */

/** `method in ("INVITE", "REFER")`, `code not in [486, 600]`, `code in {486, 600}`: the word `in` of Python. */
export function readMembership(state: State, i: number): void {
  const { tokens } = state;
  const operand = operandBefore(state, tokens.kinds[i - 1] === token.NOT ? i - 2 : i - 1);
  if (!operand) return;
  const opening = tokens.kinds[i + 1];
  if (opening === token.STRING) readListed(state, operand, i + 1);
  if (opening !== token.OPEN && opening !== token.OPEN_BRACKET && opening !== token.OPEN_BRACE) return;
  for (const { from, to } of argumentsOf(tokens, i + 1)) {
    if (to - from === 1 && isLiteral(tokens, from)) readBeside(state, operand, valueAt(state, from));
  }
}

/** `string.find("INVITE|SUBSCRIBE", KSR.pv.get("$rm"))`: an operand looked for in a text, or the other way round. */
export function readSearch(state: State, i: number): void {
  const { tokens } = state;
  const [first, second] = argumentsOf(tokens, i + 1);
  if (!first || !second) return;
  for (const [literal, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const operand = isLiteralArgument(tokens, literal) ? operandFrom(state, other.from) : undefined;
    if (operand && endOfOperand(state, other.from) === other.to) readListed(state, operand, literal.from);
  }
}

/**
 * A search that is a method of what it searches: `["INVITE", "ACK"].includes(method)` and, the other way round,
 * `method:match("INVITE")`. The word may have the operand for its first parts: `method.includes("INVITE")`.
 */
export function readOwnSearch(state: State, i: number): void {
  const { tokens } = state;
  const { kinds } = tokens;
  const word = textAt(tokens, i);
  const open = kinds[i + 1] === token.OTHER ? i + 2 : i + 1;
  if (kinds[open] !== token.OPEN) return;
  const dot = word.lastIndexOf('.');
  const name = word.slice(dot + 1);
  const joined = kinds[i - 1] === token.OTHER || kinds[i - 1] === token.COLON;
  if (joined && kinds[i - 2] === token.CLOSE_BRACKET && isListSearch(name)) {
    const operand = operandFrom(state, open + 1);
    if (operand) readListBefore(state, operand, i - 2);
  } else if (isTextSearch(name) && isLiteral(tokens, open + 1)) {
    const operand = dot < 0 ? joined && operandBefore(state, i - 2) : state.aliases.get(word.slice(0, dot));
    if (operand) readListed(state, operand, open + 1);
  }
}

/** Reads the literals of the list that closes at a token. */
function readListBefore(state: State, operand: Operand, close: number): void {
  const { tokens } = state;
  let open = close - 1;
  while (open > close - MOST_TOKENS && (isLiteral(tokens, open) || tokens.kinds[open] === token.COMMA)) open--;
  if (tokens.kinds[open] !== token.OPEN_BRACKET) return;
  for (let i = open + 1; i < close; i++) if (isLiteral(tokens, i)) readBeside(state, operand, valueAt(state, i));
}

/** Reads a text that lists methods or codes with bars or commas between them. */
function readListed(state: State, operand: Operand, literal: number): void {
  const value = valueAt(state, literal);
  if (operand.kind === 'code') readValue('codePattern', value, state);
  if (operand.kind !== 'method') return;
  for (const span of listItems(value.text, value.span, '|,')) {
    if (!beginsMethod(textOf(value.text, span))) readBeside(state, operand, { ...value, span });
  }
}
