import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, Registry, type StateStack } from 'vscode-textmate';

export const root = resolve(__dirname, '../../..');
const syntaxes = join(root, 'syntaxes');

/** The grammars of the product, by scope name. */
export const ownGrammars: ReadonlyMap<string, IRawGrammar> = readGrammars(syntaxes);
/** Small stand-ins for the grammars that come with the editor or with other extensions. */
const baseGrammars: ReadonlyMap<string, IRawGrammar> = readGrammars(join(root, 'test/fixtures/grammar/base'));

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

export interface TokenLine {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The state behind the line, equal to the start state where nothing is open. */
  readonly state: StateStack;
  readonly stoppedEarly: boolean;
}

let wasm: Promise<void> | undefined;

/**
 * The grammar of a scope, in the engine that the editor uses.
 * @param injected whether the product's grammars are injected into it, as `package.json` asks.
 * @param bases the grammars that are not the product's.
 */
export async function grammarOf(scopeName: string, injected = true, bases = baseGrammars): Promise<IGrammar> {
  wasm ??= loadWASM({ data: readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')) });
  await wasm;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new OnigScanner(sources),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (name) => ownGrammars.get(name) ?? bases.get(name) ?? null,
    getInjections: (name) => (injected ? injectionsInto(name) : []),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`There is no grammar of ${scopeName}.`);
  return grammar;
}

/** The scope names of the grammars that go into another one, by their selectors. */
export const injectionsInto = (scopeName: string): string[] =>
  [...ownGrammars].filter(([, grammar]) => targetsOf(grammar).includes(scopeName)).map(([name]) => name);

/** The root scopes that a grammar's injection selector names, in their order. */
export const targetsOf = (grammar: IRawGrammar): string[] =>
  [...(grammar.injectionSelector ?? '').matchAll(/L:([\w.]+)/g)].map((match) => match[1]!);

export function tokenize(grammar: IGrammar, text: string): TokenLine[] {
  let state = INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    const tokens = result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: Math.min(endIndex, line.length),
      scopes,
    }));
    return { text: line, tokens, state, stoppedEarly: result.stoppedEarly };
  });
}

/** The scopes at a column of a line, the grammar's own first. */
export const scopesAt = (line: TokenLine, column: number): readonly string[] =>
  line.tokens.find((token) => token.start <= column && column < token.end)?.scopes ?? [];

/** Whether a scope paints something of SIP: not merely says what it stands in. */
export const paintsSip = (scope: string): boolean =>
  /\.(?:sip|sdp|sipp)$/.test(scope) && !/^(?:meta|source)\./.test(scope);

function readGrammars(folder: string): Map<string, IRawGrammar> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((file) => file.endsWith('.tmLanguage.json'));
  return new Map(
    files.map((file) => {
      const grammar = JSON.parse(readFileSync(join(folder, file), 'utf8')) as IRawGrammar;
      return [grammar.scopeName, grammar];
    }),
  );
}
