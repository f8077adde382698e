/** Packages of the npm registry that only some commands need: fetched when asked for, kept in the cache folder. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths.mjs';

/**
 * Installs packages into a folder of their own unless they are there; an interrupted fetch leaves nothing half done.
 * @param {string} name the folder's name; it holds the versions, so that another version is another folder
 * @param {string} title what a person reads while it is fetched
 * @param {readonly { packages: readonly string[], inside?: string, about: number }[]} steps
 *   `inside`: the subfolder whose own package.json is installed; `about`: how many requests that usually takes
 * @returns {Promise<string>} the folder
 */
export async function fetchPackages(name, title, steps) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  // Without a package.json of its own, npm would install into the project around it.
  await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
  const total = steps.reduce((sum, step) => sum + step.about, 0);
  const progress = startProgress(`Fetching ${title}, this once`, total);
  try {
    for (const step of steps) await npmInstall(join(partial, step.inside ?? ''), step.packages, progress.step);
    await rename(partial, folder);
  } catch (error) {
    progress.end('failed');
    throw error;
  }
  progress.end('done');
  return folder;
}

function npmInstall(folder, packages, onRequest) {
  const args = ['install', ...packages, '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'];
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', args, {
      cwd: folder,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let log = '';
    npm.stderr.setEncoding('utf8').on('data', (text) => {
      log = (log + text).slice(-20_000);
      for (const _ of text.matchAll(/http (fetch|cache) /g)) onRequest();
    });
    npm.once('error', reject);
    npm.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm install failed (${code}):\n${errorLines(log)}`));
    });
  });
}

function errorLines(log) {
  return log
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .join('\n');
}

/** A line that is rewritten on a terminal, and a line for each tenth of the way elsewhere. */
function startProgress(title, total) {
  const terminal = process.stdout.isTTY === true;
  let count = 0;
  let shown = -1;
  const show = () => {
    const percent = Math.min(99, Math.floor((100 * count) / total));
    const step = terminal ? percent : Math.floor(percent / 10) * 10;
    if (step === shown) return;
    shown = step;
    process.stdout.write(terminal ? `\r${title}: ${step} %` : `${title}: ${step} %\n`);
  };
  show();
  return {
    step: () => {
      count += 1;
      show();
    },
    end: (word) => process.stdout.write(terminal ? `\r${title}: ${word}.\n` : `${title}: ${word}.\n`),
  };
}
