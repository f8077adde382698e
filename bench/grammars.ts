import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IGrammar, INITIAL, parseRawGrammar } from 'vscode-textmate';
import { grammarOf } from '../test/grammar/engine.ts';
import { type LogLayout, logLayouts, logOf } from './logs.ts';
import { best, milliseconds, table } from './measure.ts';

const cache = '.vscode-test';
const inServer = 'node_modules/code-server/lib/vscode/extensions/log/syntaxes/log.tmLanguage.json';

/** The injected grammar and VS Code's own log grammar over the same text; undefined where VS Code was not fetched. */
export async function grammars(size: number): Promise<string | undefined> {
  const builtIn = builtInGrammar();
  if (!builtIn) return undefined;
  const bases = new Map([['text.log', parseRawGrammar(readFileSync(builtIn, 'utf8'), builtIn)]]);
  const alone = await grammarOf('text.log', false, bases);
  const injected = await grammarOf('text.log', true, bases);
  return table(
    ['layout', "VS Code's log grammar", 'with ours injected', 'ratio'],
    logLayouts.map((layout) => rowOf(layout, size, alone, injected)),
  );
}

function rowOf(layout: LogLayout, size: number, alone: IGrammar, injected: IGrammar): string[] {
  const lines = logOf(layout, size).split('\n');
  const [own, both] = [alone, injected].map((grammar) => best(2, () => tokenize(grammar, lines)));
  return [layout, `${milliseconds(own!)} ms/MB`, `${milliseconds(both!)} ms/MB`, `${(both! / own!).toFixed(2)} ×`].map(
    (cell) => cell.replace('ms/MB', `ms for ${size / 1e6} MB`),
  );
}

/** As the editor does: lines of more than 20,000 characters are left without colours. */
function tokenize(grammar: IGrammar, lines: readonly string[]): void {
  let state = INITIAL;
  for (const line of lines) if (line.length <= 20_000) state = grammar.tokenizeLine2(line, state).ruleStack;
}

function builtInGrammar(): string | undefined {
  const servers = existsSync(cache) ? readdirSync(cache) : [];
  return servers.map((folder) => join(cache, folder, inServer)).find((file) => existsSync(file));
}
