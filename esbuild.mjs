/** Bundles the client, the server and the command line; `--tests` bundles the tests instead, `--watch` goes on. */
import { readdirSync } from 'node:fs';
import { context } from 'esbuild';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none',
};
const node = { ...common, platform: 'node', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const product = [
  { ...node, entryPoints: { client: 'client/src/node.ts', server: 'server/src/node.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'cli/src/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  { ...browser, entryPoints: { client: 'client/src/browser.ts' }, outdir: 'dist/web' },
  { ...browser, format: 'iife', entryPoints: { server: 'server/src/browser.ts' }, outdir: 'dist/web' },
];

const testFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((file) => `${folder}/${file}`.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') || file.endsWith('/suite/index.ts'));

const tests = () => [
  {
    ...node,
    entryPoints: testFiles('test'),
    outdir: 'out/test',
    outbase: 'test',
    packages: 'external',
    sourcemap: 'inline',
  },
];

const contexts = await Promise.all((flags.has('--tests') ? tests() : product).map((options) => context(options)));
if (flags.has('--watch')) {
  await Promise.all(contexts.map((one) => one.watch()));
  console.log('Watching for changes.');
} else {
  await Promise.all(contexts.map((one) => one.rebuild()));
  await Promise.all(contexts.map((one) => one.dispose()));
}
