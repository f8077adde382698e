/** `npm run bench [SECTION…]`: builds everything and measures it; sections are named by a part of their heading. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const built = await run(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root });
if (built !== 0) process.exit(built);
const outfile = join(root, 'out', 'bench', 'run', 'bench.js');
await build({
  entryPoints: [join(root, 'bench', 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2023',
  mainFields: ['module', 'main'],
  external: ['esbuild', 'vscode-oniguruma'],
  logLevel: 'warning',
});
process.exitCode = await run(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root });
