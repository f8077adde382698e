/** Runs bundled test files under `node:test` and counts tests, not suites or files. */
import { availableParallelism } from 'node:os';
import { run } from 'node:test';

/**
 * @param {readonly string[]} files bundled test files
 * @param {(name: string, error: string) => void} onFailure
 * @returns {Promise<Map<string, { passed: number, failed: number, skipped: number }>>} counts by file
 */
export async function runNodeTests(files, onFailure) {
  const byFile = new Map(files.map((file) => [file, { passed: 0, failed: 0, skipped: 0 }]));
  // `true` would leave a core idle, which is half of a small machine.
  const stream = run({ files: [...files], concurrency: availableParallelism(), timeout: 300_000 });
  const isFile = (name) => byFile.has(name);
  const counts = (event) => byFile.get(event.file) ?? byFile.get(event.name) ?? [...byFile.values()][0];
  stream.on('test:pass', (event) => {
    if (event.details.type === 'suite' || isFile(event.name)) return;
    const skipped = event.skip !== undefined || event.todo !== undefined;
    counts(event)[skipped ? 'skipped' : 'passed'] += 1;
  });
  stream.on('test:fail', (event) => {
    // A suite fails with its tests; when it fails by itself (in a hook, in its own body), that counts.
    const ofTests = event.details.error?.failureType === 'subtestsFailed';
    if (ofTests) return;
    counts(event)[event.todo === undefined ? 'failed' : 'skipped'] += 1;
    onFailure(`${event.file ?? ''}: ${event.name}`, describe(event.details.error));
  });
  for await (const event of stream) {
    if (event.type === 'test:stderr' || event.type === 'test:stdout') process.stdout.write(event.data.message);
  }
  return byFile;
}

function describe(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
