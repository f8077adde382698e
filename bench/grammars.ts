import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar } from 'vscode-textmate';
import { grammarOf } from '../test/grammar/engine.ts';
import { type LogLayout, logLayouts, logOf } from './logs.ts';
import { milliseconds, table } from './measure.ts';

const cache = '.vscode-test';
const inServer = 'node_modules/code-server/lib/vscode/extensions';

/** A grammar that VS Code brings, by its scope, and texts to colour with it. */
interface Case {
  readonly name: string;
  readonly scope: string;
  readonly file: string;
  readonly text: () => string;
}

const scenario = `<send retrans="500">
  <![CDATA[
    INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
    From: sipp <sip:sipp@[local_ip]:[local_port]>;tag=[pid]
    Content-Length: 0
  ]]>
</send>
<recv response="180" optional="true"/>
<extension name="a"><condition field="destination_number" expression="^1"/></extension>
`;
const script = `function ksr_request_route()
  if KSR.is_INVITE() and KSR.hdr.is_present("P-Call") > 0 then
    KSR.sl.send_reply(486, "Busy Here") -- a comment
    local count = count + 1
  end
end
`;
const dialplan = `[office]
exten=1001,1,Dial(PJSIP/1001,30,tT)
same=n,GotoIf($["\${HANGUPCAUSE}" = "17"]?busy)
; a comment
`;

const log = (name: string, text: () => string): Case => ({ name, scope: 'text.log', file: 'log/syntaxes/log', text });
const cases = (size: number): Case[] => [
  ...logLayouts.map((layout: LogLayout) => log(layout, () => logOf(layout, size))),
  log('no SIP', () => prose(size)),
  { name: 'scenario.xml', scope: 'text.xml', file: 'xml/syntaxes/xml', text: () => lines(scenario) },
  { name: 'extensions.conf', scope: 'source.ini', file: 'ini/syntaxes/ini', text: () => lines(dialplan) },
  { name: 'routing.lua', scope: 'source.lua', file: 'lua/syntaxes/lua', text: () => lines(script) },
];

/**
 * VS Code's own grammars alone and with ours injected, over the same text: logs of `size` characters, configuration
 * files of 10,000 lines. Undefined where VS Code was not fetched.
 */
export async function grammars(size: number): Promise<string | undefined> {
  const rows: string[][] = [];
  for (const one of cases(size)) {
    const builtIn = builtInGrammar(one.file);
    if (!builtIn) return undefined;
    const bases = new Map([[one.scope, builtIn]]);
    rows.push(rowOf(one, await grammarOf(one.scope, false, bases), await grammarOf(one.scope, true, bases)));
  }
  return table(['text', "VS Code's grammar", 'with ours injected', 'ratio'], rows);
}

function rowOf({ name, text }: Case, alone: IGrammar, injected: IGrammar): string[] {
  const lines = text().split('\n');
  const costs = [0, 1, 2].map(() => [alone, injected].map((grammar) => processorTime(() => tokenize(grammar, lines))));
  const [own, both] = [0, 1].map((index) => Math.min(...costs.map((cost) => cost[index]!)));
  return [name, `${milliseconds(own!)} ms`, `${milliseconds(both!)} ms`, `${(both! / own!).toFixed(2)} ×`];
}

/** In milliseconds: what else runs on the machine changes it least. */
function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1000;
}

/** As the editor does: lines of more than 20,000 characters are left without colours. */
function tokenize(grammar: IGrammar, lines: readonly string[]): void {
  let state = INITIAL;
  for (const line of lines) if (line.length <= 20_000) state = grammar.tokenizeLine2(line, state).ruleStack;
}

/** A log whose lines are of no message. */
const prose = (size: number): string =>
  logOf('prefixed', size)
    .split('\n')
    .filter((line) => line.startsWith('['))
    .join('\n')
    .slice(0, size / 10)
    .repeat(10);

const lines = (block: string): string => block.repeat(Math.ceil(10_000 / (block.split('\n').length - 1)));

function builtInGrammar(file: string): IRawGrammar | undefined {
  const servers = existsSync(cache) ? readdirSync(cache) : [];
  const path = servers.map((folder) => join(cache, folder, inServer, `${file}.tmLanguage.json`)).find(existsSync);
  return path === undefined ? undefined : parseRawGrammar(readFileSync(path, 'utf8'), path);
}
