import {
  ANY_METHOD,
  ANYTHING,
  both,
  type Methods,
  methodBit,
  methodNames,
  type Outcome,
  onlyMethod,
} from './conditions.ts';
import { type Expression, readExpression, reportCondition } from './expressions.ts';
import { isRouteHeader, isWord, textAt } from './script.ts';
import type { Answer, State } from './state.ts';
import * as token from './tokens.ts';
import { spelledMethod } from './values.ts';

/** A block, or the single statement that stands for one. */
interface Block {
  readonly parent: Block | undefined;
  readonly depth: number;
  readonly kind: 'braces' | 'statement' | 'switch' | 'words' | 'indented';
  /** The methods that the request may have in it. */
  readonly methods: Methods;
  /** Of an `if`: what is known when its condition does not hold. */
  readonly otherwise: Outcome | undefined;
  /** Of a `switch` over the method: what was known before it. */
  readonly base?: Methods;
  /** Of a `switch`: whether the case before runs on into the next one. */
  readonly runsOn?: boolean;
  /** The indentation of the line that opened it. */
  readonly indentation?: number;
}

const root: Block = { parent: undefined, depth: 0, kind: 'braces', methods: ANY_METHOD, otherwise: undefined };

/** What the next statement or block is under. */
interface Guard {
  readonly methods: Methods;
  readonly otherwise: Outcome | undefined;
  readonly kind?: 'switch';
}

/** Deeper nesting is forgotten when conditional text joins it in different ways. */
const DEEPEST = 64;

/** Statements that leave a block. */
const leaves: ReadonlySet<string> = new Set(['break', 'exit', 'return', 'drop']);

/** Words that are no statements but places in a `switch`. */
const labels: ReadonlySet<string> = new Set(['case', 'default']);

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

const child = (parent: Block, kind: Block['kind'], guard: Guard, indentation?: number): Block => ({
  parent,
  depth: parent.depth + 1,
  kind,
  methods: guard.methods,
  otherwise: guard.otherwise,
  ...(indentation === undefined ? {} : { indentation }),
});

/** Reads the condition that starts at a token, under what is known before it. */
function readCondition(state: State, start: number, known: Outcome): Expression & { readonly guard: Guard } {
  const expression = readExpression(state, start);
  const { whenTrue, whenFalse } = expression.verdict;
  const inside = both(known, whenTrue);
  if (!inside && whenTrue) {
    reportCondition(state, 'sip.routing-never-true', expression.from, expression.to);
  }
  const guard = { methods: inside?.methods ?? ANY_METHOD, otherwise: both(known, whenFalse) ?? ANYTHING };
  return { ...expression, guard };
}

const knownIn = (block: Block): Outcome => ({ methods: block.methods, codes: undefined });

/** Where `{ }` hold blocks. */
function followBraces(state: State): void {
  const { tokens } = state;
  const { kinds, syntax, starts, ends, text } = tokens;
  let block = root;
  let next: Guard | undefined;
  /** The `if` that an `else` here belongs to. */
  let open: Block | undefined;
  const conditionals: { readonly before: Block; branch: Block | undefined }[] = [];
  // A statement of JavaScript may end without a semicolon, so that one alone proves nothing.
  const statementGuard = (guard: Guard): Guard => (syntax.cfg ? guard : { ...guard, methods: block.methods });

  const finish = (done: Block): void => {
    open = done.otherwise ? done : undefined;
    block = done.parent ?? root;
    while (block.kind === 'statement') {
      open ??= block.otherwise ? block : undefined;
      block = block.parent ?? root;
    }
  };

  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!;
    if (kind === token.OPEN_BRACE) {
      open = undefined;
      const guard = next ?? { methods: block.methods, otherwise: undefined };
      next = undefined;
      block = child(block, guard.kind ?? 'braces', guard);
      if (guard.kind === 'switch') block = { ...block, base: guard.methods, runsOn: false };
      continue;
    }
    if (kind === token.CLOSE_BRACE) {
      next = undefined;
      while (block.kind === 'statement') block = block.parent ?? root;
      finish(block);
      continue;
    }
    if (kind === token.CONDITIONAL) {
      conditionals.push({ before: block, branch: undefined });
      continue;
    }
    if (kind === token.CONDITIONAL_ELSE) {
      const conditional = conditionals.at(-1);
      if (conditional) {
        conditional.branch ??= block;
        block = conditional.before;
      }
      continue;
    }
    if (kind === token.CONDITIONAL_END) {
      const conditional = conditionals.pop();
      if (conditional && (block !== conditional.before || (conditional.branch ?? block) !== conditional.before)) {
        block = withoutKnowledge(conditional.branch ?? block, conditional.before);
        open = undefined;
      }
      continue;
    }
    const word = kind === token.WORD ? textAt(tokens, i) : '';
    if (word === 'else' && open) {
      block = open.parent ?? root;
      const known = both(knownIn(block), open.otherwise) ?? ANYTHING;
      open = undefined;
      if (isWord(tokens, i + 1, 'if')) {
        const condition = readCondition(state, i + 2, known);
        next = condition.guard;
        i = visitAnswers(state, i, condition.to, block.methods) - 1;
      } else next = { methods: known.methods, otherwise: undefined };
      continue;
    }
    if (syntax.cfg && kind === token.WORD && isRouteHeader(tokens, i)) {
      block = root;
      next = undefined;
      open = undefined;
      continue;
    }
    if (next) {
      block = child(block, 'statement', statementGuard(next));
      next = undefined;
    }
    if (kind === token.SEMICOLON) {
      if (block.kind === 'statement') finish(block);
      else open = undefined;
      continue;
    }
    open = undefined;
    if (kind !== token.WORD) continue;
    if (block.kind === 'switch' && !labels.has(word) && startsStatement(i))
      block = { ...block, runsOn: !leaves.has(word) };
    if (word === 'if' || word === 'while') {
      const condition = readCondition(state, i + 1, knownIn(block));
      next = word === 'if' ? condition.guard : { ...condition.guard, otherwise: undefined };
      i = visitAnswers(state, i, condition.to, block.methods) - 1;
    } else if (word === 'switch') {
      const expression = readExpression(state, i + 1);
      next = { methods: block.methods, otherwise: undefined, kind: 'switch' };
      i = expression.to - 1;
    } else if (word === 'case' && block.kind === 'switch') block = enterCase(i);
    else if (word === 'default' && block.kind === 'switch') block = { ...block, methods: block.base ?? ANY_METHOD };
    else if (word === 'function') {
      while (i + 1 < kinds.length && kinds[i + 1] !== token.OPEN_BRACE && kinds[i + 1] !== token.SEMICOLON) i++;
      next = { methods: ANY_METHOD, otherwise: undefined };
    } else judgeAnswer(state, i, block.methods);
  }

  function startsStatement(i: number): boolean {
    const before = kinds[i - 1];
    return before === token.SEMICOLON || before === token.COLON || before === token.CLOSE_BRACE;
  }

  /** `case "INVITE":` where the method is switched over; a case that runs on joins the next one. */
  function enterCase(i: number): Block {
    const base = block.base ?? ANY_METHOD;
    const written = kinds[i + 1] === token.STRING ? text.slice(starts[i + 1]! + 1, ends[i + 1]! - 1) : '';
    const bit = state.methodCases.has(i) ? methodBit(spelledMethod(written)) : base;
    const runsOn = block.runsOn && block.methods !== base;
    return { ...block, methods: (runsOn || isCaseBefore(i) ? block.methods | bit : bit) & base || base, runsOn: false };
  }

  /** `case "INVITE": case "ACK":` */
  function isCaseBefore(i: number): boolean {
    return kinds[i - 1] === token.COLON && isWord(tokens, i - 3, 'case');
  }
}

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

/** Reads conditions alone, where blocks cannot be told: in templates, and where `if` may stand behind its statement. */
function readConditions(state: State): void {
  const { tokens } = state;
  for (let i = 0; i < tokens.kinds.length; i++) {
    if (tokens.kinds[i] !== token.WORD) continue;
    if (opensCondition.has(textAt(tokens, i))) readExpression(state, i + 1);
    else judgeAnswer(state, i, ANY_METHOD);
  }
}

const opensCondition: ReadonlySet<string> = new Set(['if', 'elsif', 'elseif', 'unless', 'while']);

/** Where `then`, `do` and `function` open blocks that `end` closes. */
function followWords(state: State): void {
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

/** Where indentation holds blocks. */
function followIndentation(state: State): void {
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

/** Judges the answers among the tokens of a condition; returns where the next token is to be read. */
function visitAnswers(state: State, from: number, to: number, methods: Methods): number {
  const next = Math.max(to, from + 1);
  for (let i = from; i < next; i++) if (state.tokens.kinds[i] === token.WORD) judgeAnswer(state, i, methods);
  return next;
}

/** Notes which request an answer is for, and reports one that the protocol forbids. */
function judgeAnswer({ answers, mentions, findings }: State, i: number, methods: Methods): void {
  const answer = answers.get(i);
  if (!answer) return;
  const set = answer.method !== undefined ? methodBit(answer.method) : answer.current ? methods : ANY_METHOD;
  const mention = mentions[answer.mention]!;
  const request = onlyMethod(set);
  if (request)
    mentions[answer.mention] = { span: mention.span, term: { kind: 'statusCode', code: answer.code, request } };
  const rule = forbidden(answer, set);
  if (rule) findings.push({ rule, span: mention.span, args: [String(answer.code), listed(set)] });
}

function forbidden({ code }: Answer, set: Methods): string | undefined {
  if (set === ANY_METHOD) return undefined;
  if (set === methodBit('ACK')) return 'sip.routing-answer-to-ack';
  if ((set & methodBit('INVITE')) !== 0) return undefined;
  if (code > 100 && code < 200) return 'sip.routing-provisional-answer';
  return code === 408 ? 'sip.routing-timeout-answer' : undefined;
}

/** The methods that a message names. */
function listed(set: Methods): string {
  const names = methodNames(set);
  return names.length > 4 ? `${names.slice(0, 4).join(', ')}, …` : names.join(', ');
}
