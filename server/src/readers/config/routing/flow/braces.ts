import { ANY_METHOD, ANYTHING, both, methodBit } from '../conditions.ts';
import { readExpression } from '../expressions.ts';
import { isRouteHeader, isWord, textAt } from '../script.ts';
import type { State } from '../state.ts';
import * as token from '../tokens.ts';
import { spelledMethod } from '../values.ts';
import { judgeAnswer, visitAnswers } from './answers.ts';
import { type Block, child, type Guard, knownIn, root } from './block.ts';
import { readCondition } from './condition.ts';

/** Where `{ }` hold blocks. */
export function followBraces(state: State): void {
  new BraceFlow(state).follow();
}

/** Statements that leave a block. */
const leaves: ReadonlySet<string> = new Set(['break', 'exit', 'return', 'drop']);

/** Words that are no statements but places in a `switch`. */
const labels: ReadonlySet<string> = new Set(['case', 'default']);

/** Text between `#!ifdef` and `#!endif`, of which one branch counts. */
interface Conditional {
  readonly before: Block;
  /** The block that the first branch ended in. */
  branch: Block | undefined;
}

/** Goes over the tokens once; each `#on…` method takes one and returns the index of the last token that it read. */
class BraceFlow {
  readonly #state: State;
  #block = root;
  /** What the next statement or block is under. */
  #next: Guard | undefined;
  /** The `if` that an `else` here belongs to. */
  #open: Block | undefined;
  readonly #conditionals: Conditional[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  follow(): void {
    const { kinds } = this.#state.tokens;
    for (let i = 0; i < kinds.length; i++) i = this.#onToken(i, kinds[i]!);
  }

  #onToken(i: number, kind: number): number {
    if (kind === token.OPEN_BRACE) this.#onOpenBrace();
    else if (kind === token.CLOSE_BRACE) this.#onCloseBrace();
    else if (kind === token.CONDITIONAL) this.#conditionals.push({ before: this.#block, branch: undefined });
    else if (kind === token.CONDITIONAL_ELSE) this.#onConditionalElse();
    else if (kind === token.CONDITIONAL_END) this.#onConditionalEnd();
    else return this.#onStatementToken(i, kind);
    return i;
  }

  #onOpenBrace(): void {
    const guard = this.#next ?? { methods: this.#block.methods, otherwise: undefined };
    this.#open = undefined;
    this.#next = undefined;
    this.#block = child(this.#block, guard.kind ?? 'braces', guard);
    if (guard.kind === 'switch') this.#block = { ...this.#block, base: guard.methods, runsOn: false };
  }

  #onCloseBrace(): void {
    this.#next = undefined;
    while (this.#block.kind === 'statement') this.#block = this.#block.parent ?? root;
    this.#finishBlock();
  }

  #onConditionalElse(): void {
    const conditional = this.#conditionals.at(-1);
    if (!conditional) return;
    conditional.branch ??= this.#block;
    this.#block = conditional.before;
  }

  #onConditionalEnd(): void {
    const conditional = this.#conditionals.pop();
    if (!conditional) return;
    const { before, branch = this.#block } = conditional;
    if (this.#block === before && branch === before) return;
    this.#block = withoutKnowledge(branch, before);
    this.#open = undefined;
  }

  #onStatementToken(i: number, kind: number): number {
    const { tokens } = this.#state;
    const word = kind === token.WORD ? textAt(tokens, i) : '';
    if (word === 'else' && this.#open) return this.#onElse(i, this.#open);
    if (tokens.syntax.cfg && kind === token.WORD && isRouteHeader(tokens, i)) {
      this.#block = root;
      this.#next = undefined;
      this.#open = undefined;
      return i;
    }
    if (this.#next) {
      this.#block = child(this.#block, 'statement', this.#statementGuard(this.#next));
      this.#next = undefined;
    }
    if (kind === token.SEMICOLON && this.#block.kind === 'statement') this.#finishBlock();
    else this.#open = undefined;
    return kind === token.WORD ? this.#onWord(i, word) : i;
  }

  #onElse(i: number, open: Block): number {
    this.#block = open.parent ?? root;
    this.#open = undefined;
    const known = both(knownIn(this.#block), open.otherwise) ?? ANYTHING;
    if (isWord(this.#state.tokens, i + 1, 'if')) {
      const condition = readCondition(this.#state, i + 2, known);
      this.#next = condition.guard;
      return visitAnswers(this.#state, i, condition.to, this.#block.methods) - 1;
    }
    this.#next = { methods: known.methods, otherwise: undefined };
    return i;
  }

  #onWord(i: number, word: string): number {
    if (this.#block.kind === 'switch' && !labels.has(word) && this.#startsStatement(i)) {
      this.#block = { ...this.#block, runsOn: !leaves.has(word) };
    }
    if (word === 'if' || word === 'while') return this.#onCondition(i, word);
    if (word === 'switch') {
      this.#next = { methods: this.#block.methods, otherwise: undefined, kind: 'switch' };
      return readExpression(this.#state, i + 1).to - 1;
    }
    if (word === 'case' && this.#block.kind === 'switch') this.#block = this.#inCase(i);
    else if (word === 'default' && this.#block.kind === 'switch') {
      this.#block = { ...this.#block, methods: this.#block.base ?? ANY_METHOD };
    } else if (word === 'function') {
      this.#next = { methods: ANY_METHOD, otherwise: undefined };
      return this.#lastOfFunctionHead(i);
    } else judgeAnswer(this.#state, i, this.#block.methods);
    return i;
  }

  #onCondition(i: number, word: 'if' | 'while'): number {
    const { guard, to } = readCondition(this.#state, i + 1, knownIn(this.#block));
    this.#next = word === 'if' ? guard : { ...guard, otherwise: undefined };
    return visitAnswers(this.#state, i, to, this.#block.methods) - 1;
  }

  #finishBlock(): void {
    const done = this.#block;
    this.#open = done.otherwise ? done : undefined;
    this.#block = done.parent ?? root;
    while (this.#block.kind === 'statement') {
      this.#open ??= this.#block.otherwise ? this.#block : undefined;
      this.#block = this.#block.parent ?? root;
    }
  }

  /** A statement of JavaScript may end without a semicolon, so that one alone proves nothing. */
  #statementGuard(guard: Guard): Guard {
    return this.#state.tokens.syntax.cfg ? guard : { ...guard, methods: this.#block.methods };
  }

  #startsStatement(i: number): boolean {
    const before = this.#state.tokens.kinds[i - 1];
    return before === token.SEMICOLON || before === token.COLON || before === token.CLOSE_BRACE;
  }

  #lastOfFunctionHead(from: number): number {
    const { kinds } = this.#state.tokens;
    let i = from;
    while (i + 1 < kinds.length && kinds[i + 1] !== token.OPEN_BRACE && kinds[i + 1] !== token.SEMICOLON) i++;
    return i;
  }

  /** `case "INVITE":` where the method is switched over; a case that runs on joins the next one. */
  #inCase(i: number): Block {
    const block = this.#block;
    const { kinds, starts, ends, text } = this.#state.tokens;
    const base = block.base ?? ANY_METHOD;
    const written = kinds[i + 1] === token.STRING ? text.slice(starts[i + 1]! + 1, ends[i + 1]! - 1) : '';
    const bit = this.#state.methodCases.has(i) ? methodBit(spelledMethod(written)) : base;
    const joins = (block.runsOn && block.methods !== base) || this.#isCaseBefore(i);
    return { ...block, methods: (joins ? block.methods | bit : bit) & base || base, runsOn: false };
  }

  /** `case "INVITE": case "ACK":` */
  #isCaseBefore(i: number): boolean {
    const { tokens } = this.#state;
    return tokens.kinds[i - 1] === token.COLON && isWord(tokens, i - 3, 'case');
  }
}

/** Deeper nesting is forgotten when conditional text joins it in different ways. */
const DEEPEST = 64;

/** The same nesting, of which only what stood before conditional text is still known. */
function withoutKnowledge(block: Block, before: Block): Block {
  if (block.depth > DEEPEST) return root;
  if (block === before || !block.parent) return block;
  return {
    ...block,
    parent: withoutKnowledge(block.parent, before),
    methods: ANY_METHOD,
    otherwise: block.otherwise && ANYTHING,
  };
}
