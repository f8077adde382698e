/** `npm run package`: the extension as a .vsix, built for production, without source maps and tests. */
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { missingFiles, stageExtension } from './lib/extension-folder.mjs';
import { cache, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const VSCE = '@vscode/vsce@3.9.2';

await rm(join(root, 'dist'), { recursive: true, force: true });
await orExit(run(process.execPath, [join(root, 'esbuild.mjs'), '--production'], { cwd: root }));

const missing = await missingFiles();
if (missing.length > 0) {
  console.error(`The package would lack ${missing.join(', ')}: see .vscodeignore.`);
  process.exit(1);
}

const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;
const staged = await stageExtension(join(cache, 'package'));
const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
await orExit(run('npx', ['--yes', VSCE, 'package', ...options, '--out', join(root, file)], { cwd: staged }));

const { size } = await stat(join(root, file));
console.log(`${file}: ${Math.ceil(size / 1024)} KB`);

async function orExit(command) {
  const code = await command;
  if (code !== 0) process.exit(code);
}
