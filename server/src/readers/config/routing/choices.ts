import { span } from '../../../sip/span.ts';
import { offerOperand, readBeside, valueAt } from './comparisons.ts';
import { operandFrom } from './operands.ts';
import { isLiteral, literalAt } from './script.ts';
import { METHOD_VARIABLE, type Operand, type State } from './state.ts';
import { checkPattern } from './status-patterns.ts';
import * as token from './tokens.ts';
import { readValue } from './values.ts';

/** Choices between the values of one operand: `switch` and `case`, `match` and `case`, `case` and `when`. */

/** The words that open a choice, and a branch of one. */
const words = {
  products: { opens: 'switch', branch: 'case' },
  python: { opens: 'match', branch: 'case' },
  ruby: { opens: 'case', branch: 'when' },
} as const;

export const choiceWords = ({ tokens }: State): (typeof words)[keyof typeof words] => {
  const { name } = tokens.syntax;
  return name === 'python' || name === 'ruby' ? words[name] : words.products;
};

/** What is chosen by behind `switch ($rs)`, `switch (KSR.pv.get("$rs"))`, `match method:`. */
export function chosenOperand(state: State, i: number): Operand | undefined {
  const { kinds } = state.tokens;
  let first = i + 1;
  while (kinds[first] === token.OPEN) first++;
  return operandFrom(state, first);
}

/** `case 486:`, `case "INVITE":`, `case /4[0-9][0-9]/:`, `when "INVITE", "UPDATE"`: a branch of a choice. */
export function readBranch(state: State, i: number, operand: Operand): void {
  const { tokens } = state;
  const { kinds } = tokens;
  let literal = i + 1;
  if (isLiteral(tokens, literal)) {
    if (operand.kind === 'method' && operand.variable === METHOD_VARIABLE) state.methodCases.add(i);
    readBeside(state, operand, valueAt(state, literal));
    for (; isAlternative(state, literal + 1); literal += 2) readBeside(state, operand, valueAt(state, literal + 2));
  } else if (kinds[literal] === token.REGEX && operand.kind === 'code') {
    readValue('codePattern', valueAt(state, literal), state);
    checkPattern(state, literalAt(tokens, literal));
  } else if (kinds[literal] === token.COLON) {
    offerOperand(state, operand, span(tokens.ends[i]!, tokens.starts[literal]!));
  }
}

/** `"INVITE" | "UPDATE"` in Python, `"INVITE", "UPDATE"` in Ruby. */
function isAlternative({ tokens }: State, i: number): boolean {
  const { kinds, text, starts, syntax } = tokens;
  if (!isLiteral(tokens, i + 1)) return false;
  if (syntax.name === 'python') return kinds[i] === token.OTHER && text[starts[i]!] === '|';
  return syntax.name === 'ruby' && kinds[i] === token.COMMA;
}
