/**
 * `npm test`: builds, checks and tests everything. `node scripts/test.mjs LAYER… FILTER…` runs the named layers only
 * (unit, grammar, protocol, editors …: a folder of `test/`, unit being all that have no layer of their own; vscode,
 * web; desktop, on demand), and of their files those whose path holds a filter.
 * The last line is `N passed, N failed`, with `, N skipped` where some were.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, howToGetABrowser, launchBrowser } from './lib/browser.mjs';
import { runOnDesktop } from './lib/desktop.mjs';
import { missingFiles, stageExtension } from './lib/extension-folder.mjs';
import { runNodeTests } from './lib/node-tests.mjs';
import { cache, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runInServer, runInWeb } from './lib/suite.mjs';

const NODE_LAYERS = ['unit', 'grammar', 'protocol', 'editors'];
const EDITOR_LAYERS = { vscode: 'a real VS Code', web: 'VS Code for the Web' };
const ALL = [...NODE_LAYERS, ...Object.keys(EDITOR_LAYERS)];
const ON_DEMAND = ['desktop'];

const args = process.argv.slice(2);
const wanted = args.filter((arg) => [...ALL, ...ON_DEMAND].includes(arg));
const filters = args.filter((arg) => !wanted.includes(arg));
const layers = wanted.length === 0 ? ALL : wanted;

const total = { passed: 0, failed: 0, skipped: 0 };
try {
  if (await build()) {
    if (wanted.length === 0) await checks();
    await nodeLayers(layers.filter((layer) => NODE_LAYERS.includes(layer)));
    await editorLayers(layers.filter((layer) => layer in EDITOR_LAYERS));
    if (layers.includes('desktop')) await desktopLayer();
  }
} catch (error) {
  console.error(error);
  total.failed += 1;
}
console.log(`\n${summary(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

/** Whether there is something to test. */
async function build() {
  for (const flags of [[], ['--tests']]) {
    if ((await run(process.execPath, [join(root, 'esbuild.mjs'), ...flags], { cwd: root })) !== 0) {
      console.error('The build failed.');
      total.failed += 1;
      return false;
    }
  }
  return true;
}

/** Types, lint and manifest: silent where all is well, one failure each where it is not. */
async function checks() {
  const missing = await missingFiles();
  if (missing.length > 0) {
    console.error(`✖ the package would lack ${missing.join(', ')}`);
    total.failed += 1;
  }
  for (const script of ['check', 'lint']) {
    const code = await run('npm', ['run', '--silent', script], { cwd: root });
    if (code === 0) continue;
    console.error(`✖ npm run ${script}`);
    total.failed += 1;
  }
}

async function nodeLayers(asked) {
  const files = testFiles().filter(({ layer, path }) => asked.includes(layer) && matchesFilter(path));
  if (files.length === 0) return;
  const counts = await runNodeTests(
    files.map((file) => file.bundle),
    (name, error) => console.error(`✖ ${name}\n${indented(error)}`),
  );
  for (const layer of asked) {
    const ofLayer = files.filter((file) => file.layer === layer).map((file) => counts.get(file.bundle));
    if (ofLayer.length > 0) report(layer, sum(ofLayer));
  }
}

/** The test sources that are there now, with their bundles: an older build may have left more of those. */
function testFiles() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('vscode/'))
    .map((path) => {
      const folder = path.split('/')[0];
      const bundle = join(root, 'out', 'test', path.replace(/\.ts$/, '.js'));
      return { path, layer: NODE_LAYERS.includes(folder) ? folder : 'unit', bundle };
    })
    .filter(({ bundle }) => existsSync(bundle));
}

function matchesFilter(path) {
  return filters.length === 0 || filters.some((filter) => path.includes(filter));
}

async function editorLayers(asked) {
  if (asked.length === 0) return;
  const executable = findBrowser();
  if (executable === undefined) return noBrowser(asked);
  const extension = await stageExtension(join(cache, 'extension'));
  const browser = await launchBrowser(executable);
  try {
    for (const layer of asked) {
      const runLayer = layer === 'web' ? runInWeb : runInServer;
      const name = EDITOR_LAYERS[layer];
      const counts = await runLayer(browser, extension, editorResult).catch((error) => {
        editorResult(`${name} stands and runs the suite`, error.stack ?? String(error));
        return { passed: 0, failed: 1 };
      });
      report(name, { skipped: 0, ...counts });
    }
  } finally {
    await browser.close();
  }
}

function noBrowser(asked) {
  console.error(`\n${'!'.repeat(100)}\n${howToGetABrowser}\n${'!'.repeat(100)}\n`);
  const count = process.env['CI'] ? 'failed' : 'skipped';
  for (const layer of asked) report(EDITOR_LAYERS[layer], { passed: 0, failed: 0, skipped: 0, [count]: 1 });
}

async function desktopLayer() {
  const counts = await runOnDesktop(await stageExtension(join(cache, 'extension')), editorResult);
  report('a desktop VS Code', counts);
}

function editorResult(name, error) {
  if (error === undefined) console.log(`  ✔ ${name}`);
  else console.error(`  ✖ ${name}\n${indented(error)}`);
}

function report(layer, counts) {
  console.log(`${counts.failed > 0 ? '✖' : '✔'} ${layer}: ${summary(counts)}`);
  for (const key of Object.keys(total)) total[key] += counts[key];
}

function sum(all) {
  return all.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function indented(text) {
  return text.replace(/^/gm, '    ');
}
