import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The built command line; `node --test` runs from the root of the repository. */
export const program = resolve('dist/cli.js');

/** A folder of files to call the program in. */
export interface Workplace {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): void;
  /** Calls `sip-lens ARGS…` in the folder. */
  run(args: readonly string[], setting?: Setting): Outcome;
  remove(): void;
}

interface Setting {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

export function workplace(): Workplace {
  assert.ok(existsSync(program), 'dist/cli.js is not built: run node esbuild.mjs first.');
  const folder = mkdtempSync(join(tmpdir(), 'sip-lens-'));
  return {
    folder,
    write(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    },
    run(args, { input = '', environment = {} } = {}) {
      const env = { ...plainEnvironment, ...environment };
      const options = { cwd: folder, env, input, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
      return { status, output: stdout, errors: stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Nothing of the machine that the tests run on but where its programs are. */
export const plainEnvironment: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LANG: 'C.UTF-8', TERM: 'xterm' };

/** What each line of JSON holds, as a consumer reads it: line by line. */
export const records = ({ output }: Outcome): readonly Record<string, unknown>[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
