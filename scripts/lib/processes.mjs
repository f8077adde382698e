/** Child processes: run one to its end, and stop a long-running one with everything it started. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const onWindows = process.platform === 'win32';

/**
 * Runs a command to its end, its output going where ours goes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code (1 when a signal ended it)
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: onWindows && isShellScript(command), ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Starts a command as the leader of a process group of its own, so that `stopGroup` reaches its children too. */
export function startGroup(command, args, options = {}) {
  return spawn(command, args, { detached: !onWindows, ...options });
}

/**
 * Ends a process that `startGroup` started and all its children; after five seconds it insists.
 * @param {import('node:child_process').ChildProcess} leader
 */
export async function stopGroup(leader) {
  const exited = leader.exitCode !== null || leader.signalCode !== null;
  const exit = exited ? Promise.resolve() : new Promise((resolve) => leader.once('exit', resolve));
  signalGroup(leader, 'SIGTERM');
  const insist = setTimeout(() => signalGroup(leader, 'SIGKILL'), 5000);
  await exit;
  clearTimeout(insist);
  // The leader may leave before its children do.
  signalGroup(leader, 'SIGKILL');
}

/** The last resort for an `exit` handler, which cannot wait. */
export function killGroupNow(leader) {
  signalGroup(leader, 'SIGKILL');
}

function signalGroup(leader, signal) {
  if (leader.pid === undefined) return;
  if (onWindows) {
    spawnSync('taskkill', ['/pid', String(leader.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-leader.pid, signal);
  } catch {
    // Nothing is left of the group.
  }
}

/** The ids of the processes that run a script, by its path on their command line; none on Windows. */
export function processesOf(script) {
  return commandLines()
    .filter(({ words }) => words.includes(script))
    .map(({ pid }) => pid);
}

function commandLines() {
  if (onWindows) return [];
  if (process.platform === 'linux') return readdirSync('/proc').flatMap(commandLineOf);
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => {
    const [pid = '', ...words] = line.trim().split(/\s+/);
    return { pid: Number(pid), words };
  });
}

function commandLineOf(entry) {
  if (!/^\d+$/.test(entry)) return [];
  try {
    return [{ pid: Number(entry), words: readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0') }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}

/** `npm`, `npx` and `code` are `.cmd` files on Windows, which only a shell starts. */
function isShellScript(command) {
  return ['npm', 'npx', 'code'].includes(command) || command.endsWith('.cmd');
}
