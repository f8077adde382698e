import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';

/** `npm pack`, and what it makes installed in an empty folder, with no network to get anything else from. */
suite('the package for npm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sip-lens-package-'));
  let packed: { filename: string; files: { path: string }[] };

  const npm = (cwd: string, ...args: readonly string[]): string =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  before(() => {
    // As it is built: building it for production would change what the other tests run.
    [packed] = JSON.parse(npm('.', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder));
    npm(folder, 'install', '--offline', '--no-audit', '--no-fund', '--prefix', folder, join(folder, packed.filename));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('holds the programs and their documentation, and nothing of what they are made of', () => {
    const paths = packed.files.map(({ path }) => path);
    const kinds = [
      ...new Set(paths.map((path) => path.replace(/^docs\/.*\.md$/, 'docs').replace(/^[A-Z].*$/, 'READ'))),
    ];
    assert.deepEqual(kinds.sort(), ['READ', 'dist/cli.js', 'dist/server.js', 'docs', 'package.json']);
  });

  test('brings no other package along', () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['sip-lens']);
  });

  test('explains SIP once installed', () => {
    const program = join(folder, 'node_modules', '.bin', 'sip-lens');
    const output = execFileSync(program, ['explain', '486', '--lang', 'en'], { cwd: folder, encoding: 'utf8' });
    assert.match(output, /486 Busy Here/);
  });
});
