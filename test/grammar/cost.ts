/** What colouring costs, for the bench: the tests judge the patterns by their shape and time nothing. */
import { type IGrammar, INITIAL, type IRawGrammar } from 'vscode-textmate';
import { grammarOf } from './engine.ts';

/** Milliseconds for the same log with the log grammar alone and with SIP in it. */
export interface LogCost {
  readonly alone: number;
  readonly withSip: number;
}

/** @param logGrammar the one that the editor brings (scope `text.log`). */
export async function costOfLog(text: string, logGrammar: IRawGrammar): Promise<LogCost> {
  const lines = text.split(/\r\n|\r|\n/);
  const bases = new Map([[logGrammar.scopeName, logGrammar]]);
  const measure = async (injected: boolean) => {
    const grammar = await grammarOf('text.log', injected, bases);
    colour(grammar, lines.slice(0, 100));
    return timed(() => colour(grammar, lines));
  };
  return { alone: await measure(false), withSip: await measure(true) };
}

/** How the cost of one hostile line grows when it becomes four times as long: 4 is linear, 16 quadratic. */
export interface Growth {
  readonly piece: string;
  readonly milliseconds: number;
  readonly ratio: number;
}

/** The piece whose repetition to a line of 20,000 characters, the longest that the editor colours, costs most. */
export async function costliestLine(scopeName: string, pieces: readonly string[]): Promise<Growth> {
  const grammar = await grammarOf(scopeName, true, new Map([[scopeName, emptyGrammar(scopeName)]]));
  const best = (line: string) => Math.min(...[1, 2, 3].map(() => timed(() => colour(grammar, [line]))));
  const costs = pieces.map((piece) => {
    const line = piece.repeat(20_000 / piece.length);
    const milliseconds = best(line);
    return { piece, milliseconds, ratio: milliseconds / best(line.slice(0, 5_000)) };
  });
  return costs.reduce((worst, cost) => (cost.milliseconds > worst.milliseconds ? cost : worst));
}

const emptyGrammar = (scopeName: string) => ({ scopeName, patterns: [] }) as unknown as IRawGrammar;

function colour(grammar: IGrammar, lines: readonly string[]): void {
  let state = INITIAL;
  for (const line of lines) state = grammar.tokenizeLine2(line, state).ruleStack;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
