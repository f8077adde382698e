import { execFileSync } from 'node:child_process';
import { againstTshark } from './against-tshark.ts';
import { builtServer } from './built-server.ts';
import { configurations } from './configs.ts';
import { editing } from './editing.ts';
import { grammars } from './grammars.ts';
import { type LogLayout, logLayouts } from './logs.ts';
import { table } from './measure.ts';
import { memory } from './memory.ts';
import { sizes } from './sizes.ts';
import { wholeLogs } from './whole-logs.ts';

/** `npm run bench [SECTION…]`: every figure of the README, as Markdown. Ratios are of one run on one machine. */

const MB = 1e6;
const LARGE = 50 * MB;
const SIZES = [1 * MB, 10 * MB, LARGE];

const sections: Readonly<Record<string, () => Promise<string | undefined> | string | undefined>> = {
  'Whole logs': () => wholeLogs(LARGE),
  'Against tshark': () => againstTshark(LARGE),
  'The built server': () => builtServer(SIZES, 'blocks'),
  'Questions and edits, messages on lines': () => editing(SIZES, 'blocks'),
  'Questions and edits, a message a line': () => editing(SIZES, 'one-line'),
  'Configuration files': () => configurations(),
  Memory: () => table(['layout', 'text', 'all', 'over the text', 'besides'], logLayouts.map(memoryInProcess)),
  Grammars: () => grammars(2 * MB),
  Sizes: () => sizes(),
};

/** In a process of its own, where nothing else is in memory. */
function memoryInProcess(layout: LogLayout): string[] {
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', __filename, '--memory', layout], { encoding: 'utf8' }),
  );
}

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === '--memory') {
    console.log(JSON.stringify(memory(args[1] as LogLayout, LARGE)));
    return;
  }
  for (const [name, run] of Object.entries(sections)) {
    if (args.length > 0 && !args.some((wanted) => name.toLowerCase().includes(wanted.toLowerCase()))) continue;
    console.log(`\n## ${name}\n\n${(await run()) ?? 'Skipped: what it compares with is not here.'}`);
  }
}

void main(process.argv.slice(2));
