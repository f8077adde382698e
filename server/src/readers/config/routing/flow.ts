import { followBraces } from './flow/braces.ts';
import { readConditions } from './flow/conditions-alone.ts';
import { followIndentation } from './flow/indentation.ts';
import { followWords } from './flow/words.ts';
import type { State } from './state.ts';

/**
 * Follows the blocks of a script: says of every answer which request it answers, reports answers that the protocol
 * forbids and conditions that contradict those around them.
 */
export function followFlow(state: State): void {
  const { name } = state.tokens.syntax;
  if (name === 'python') followIndentation(state);
  else if (name === 'lua') followWords(state);
  else if (name === 'cfg' || name === 'javascript') followBraces(state);
  else readConditions(state);
}
