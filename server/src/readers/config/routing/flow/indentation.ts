import { ANY_METHOD, ANYTHING, both } from '../conditions.ts';
import { textAt } from '../script.ts';
import type { State } from '../state.ts';
import * as token from '../tokens.ts';
import { judgeAnswer, visitAnswers } from './answers.ts';
import { type Block, child, knownIn, root } from './block.ts';
import { readCondition } from './condition.ts';

/** Where indentation holds blocks. */
export function followIndentation(state: State): void {
  const { tokens } = state;
  const { kinds, starts, ends } = tokens;
  let block = root;
  let open: Block | undefined;
  let indentation = 0;
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] === token.LINE) {
      indentation = ends[i]! - starts[i]!;
      open = undefined;
      while (block.kind === 'indented' && block.indentation! >= indentation) {
        open = block.indentation === indentation ? block : undefined;
        block = block.parent ?? root;
      }
      continue;
    }
    if (kinds[i] !== token.WORD) continue;
    const word = textAt(tokens, i);
    const starting = kinds[i - 1] === token.LINE;
    if (starting && (word === 'if' || word === 'elif' || word === 'while')) {
      const known = word === 'elif' ? (both(knownIn(block), open?.otherwise ?? ANYTHING) ?? ANYTHING) : knownIn(block);
      const condition = readCondition(state, i + 1, known);
      const { guard } = condition;
      block = child(block, 'indented', word === 'while' ? { ...guard, otherwise: undefined } : guard, indentation);
      i = visitAnswers(state, i, condition.to, block.methods) - 1;
    } else if (starting && word === 'else') {
      const known = both(knownIn(block), open?.otherwise ?? ANYTHING) ?? ANYTHING;
      block = child(block, 'indented', { methods: known.methods, otherwise: undefined }, indentation);
    } else if (starting && (word === 'def' || word === 'class')) {
      block = child(block, 'indented', { methods: ANY_METHOD, otherwise: undefined }, indentation);
    } else judgeAnswer(state, i, block.methods);
  }
}
