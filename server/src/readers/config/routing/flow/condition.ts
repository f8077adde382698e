import { ANY_METHOD, ANYTHING, both, type Outcome } from '../conditions.ts';
import { type Expression, readExpression, reportCondition } from '../expressions.ts';
import type { State } from '../state.ts';
import type { Guard } from './block.ts';

/** Reads the condition that starts at a token, under what is known before it. */
export function readCondition(state: State, start: number, known: Outcome): Expression & { readonly guard: Guard } {
  const expression = readExpression(state, start);
  const { whenTrue, whenFalse } = expression.verdict;
  const inside = both(known, whenTrue);
  if (!inside && whenTrue) {
    reportCondition(state, 'sip.routing-never-true', expression.from, expression.to);
  }
  const guard = { methods: inside?.methods ?? ANY_METHOD, otherwise: both(known, whenFalse) ?? ANYTHING };
  return { ...expression, guard };
}
