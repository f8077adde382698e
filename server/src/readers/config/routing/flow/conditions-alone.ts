import { ANY_METHOD } from '../conditions.ts';
import { readExpression } from '../expressions.ts';
import { textAt } from '../script.ts';
import type { State } from '../state.ts';
import * as token from '../tokens.ts';
import { judgeAnswer } from './answers.ts';

/** Reads conditions alone, where blocks cannot be told: in templates, and where `if` may stand behind its statement. */
export function readConditions(state: State): void {
  const { tokens } = state;
  for (let i = 0; i < tokens.kinds.length; i++) {
    if (tokens.kinds[i] !== token.WORD) continue;
    if (opensCondition.has(textAt(tokens, i))) readExpression(state, i + 1);
    else judgeAnswer(state, i, ANY_METHOD);
  }
}

const opensCondition: ReadonlySet<string> = new Set(['if', 'elsif', 'elseif', 'unless', 'while']);
