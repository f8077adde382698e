/** `npm run fuzz [SECONDS] [SEED]`: hunts for input that makes SIP Lens fall over, for longer than the tests do. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const outfile = join(root, 'out', 'fuzz.js');
await build({
  entryPoints: [join(root, 'test', 'robustness', 'fuzz.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.exitCode = await run(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)], {
  cwd: root,
});
