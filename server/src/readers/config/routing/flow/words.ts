import { ANY_METHOD, ANYTHING, both } from '../conditions.ts';
import { textAt } from '../script.ts';
import type { State } from '../state.ts';
import * as token from '../tokens.ts';
import { judgeAnswer, visitAnswers } from './answers.ts';
import { child, knownIn, root } from './block.ts';
import { readCondition } from './condition.ts';

/** Where `then`, `do` and `function` open blocks that `end` closes. */
export function followWords(state: State): void {
  const { tokens } = state;
  let block = root;
  for (let i = 0; i < tokens.kinds.length; i++) {
    if (tokens.kinds[i] !== token.WORD) continue;
    const word = textAt(tokens, i);
    if (word === 'if' || word === 'elseif') {
      const parent = word === 'if' ? block : (block.parent ?? root);
      const known = word === 'if' ? knownIn(block) : (both(knownIn(parent), block.otherwise) ?? ANYTHING);
      const condition = readCondition(state, i + 1, known);
      block = child(parent, 'words', condition.guard);
      i = visitAnswers(state, i, condition.to, block.methods) - 1;
    } else if (word === 'else') {
      const parent = block.parent ?? root;
      const known = both(knownIn(parent), block.otherwise) ?? ANYTHING;
      block = child(parent, 'words', { methods: known.methods, otherwise: undefined });
    } else if (word === 'do' || word === 'repeat') {
      block = child(block, 'words', { methods: block.methods, otherwise: undefined });
    } else if (word === 'function') block = child(block, 'words', { methods: ANY_METHOD, otherwise: undefined });
    else if (word === 'end' || word === 'until') block = block.parent ?? root;
    else judgeAnswer(state, i, block.methods);
  }
}
