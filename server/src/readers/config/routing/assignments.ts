import { readBeside, valueAt } from './comparisons.ts';
import { endOfOperand, operandFrom, operandOfVariable } from './operands.ts';
import { elementName, spanAt, textAt } from './script.ts';
import type { State } from './state.ts';
import * as token from './tokens.ts';

/** Variables that keep what they were given. */
const keepers = /^\$(?:var|avp|dlg_var|shv)\(/;

/**
 * `$uac_req(method) = "OPTIONS"`, and `$var(code) = $rs`, after which `$var(code)` holds a code; likewise variables
 * and elements of tables in the embedded languages.
 */
export function readAssignment(state: State, i: number): void {
  const { tokens, aliases } = state;
  const target = tokens.kinds[i - 1];
  if (textAt(tokens, i) !== '=') return;
  const element = elementName(tokens, i - 1);
  if (element === undefined && target !== token.VARIABLE && target !== token.WORD) return;
  const name = element ?? textAt(tokens, i - 1);
  if (target === token.VARIABLE && tokens.kinds[i + 1] === token.STRING) {
    const operand = operandOfVariable(state, spanAt(tokens, i - 1));
    if (operand && !aliases.has(name)) readBeside(state, operand, valueAt(state, i + 1));
  }
  if (target === token.VARIABLE ? !keepers.test(name) : tokens.syntax.cfg) return;
  const given = tokens.kinds[endOfOperand(state, i + 1)] === token.OTHER ? undefined : operandFrom(state, i + 1);
  if (given) aliases.set(name, given.supposed ? given : { ...given, variable: name });
  else aliases.delete(name);
}
