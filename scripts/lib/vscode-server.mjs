/** A real VS Code in the browser: the VS Code Server out of the `code-server` package, with its whole workbench. */
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fetchPackages } from './fetched-packages.mjs';
import { freePort } from './ports.mjs';
import { killGroupNow, startGroup, stopGroup } from './processes.mjs';

const CODE_SERVER = '4.139.1';
const NODE = '24.9.0';

/** What a person (or a test) wants of a throw-away VS Code: no assistants, no welcome, no questions. */
export const quietSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.exclude': { '**/.gitattributes': true },
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Fetches the server (some 110 MB) unless it is there.
 * @returns {Promise<{ node: string, vscode: string }>} the Node that runs it, and the folder of VS Code
 */
export async function fetchServer() {
  const ownNode = runsTheServer(process.versions.node) ? [] : [`${nodePackage()}@${NODE}`];
  const inside = join('node_modules', 'code-server', 'lib', 'vscode');
  const name = `code-server-${CODE_SERVER}${ownNode.length === 0 ? '' : `-node-${NODE}`}`;
  const folder = await fetchPackages(name, 'VS Code for the browser (about 110 MB)', [
    { packages: [`code-server@${CODE_SERVER}`, ...ownNode], about: 330 },
    { packages: [], inside, about: 150 },
  ]);
  return {
    node: ownNode.length === 0 ? process.execPath : nodeBinary(folder),
    vscode: join(folder, inside),
  };
}

/**
 * Starts the server on 127.0.0.1 and waits until it answers. There is no access token, hence never another address.
 * @param {object} options
 * @param {string} options.dataFolder settings, state and logs
 * @param {object} [options.settings] user settings, over what stands there
 * @param {string} [options.extensionsFolder] with a folder `publisher.name-version` for each installed extension
 * @param {string} [options.openFolder] what the address opens; named in the address, because the server's own default
 *   folder has another authority than the files of the extension host, so that no problem is drawn where it is
 * @param {number} [options.port] the wanted port; another one where it is taken
 * @param {Record<string, string>} [options.env] more environment for the extension host
 * @returns {Promise<{ address: string, authority: string, log: string, exited: Promise<number>, stop(): Promise<void> }>}
 */
export async function startServer({ dataFolder, settings = {}, extensionsFolder, openFolder, port, env = {} }) {
  const { node, vscode } = await fetchServer();
  const listenPort = await freePort(port);
  await writeUserSettings(dataFolder, settings);
  const log = join(dataFolder, 'server.log');
  const server = startGroup(
    node,
    [
      join(vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(listenPort), '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
      // Lets the page's address name a development extension and a test suite.
      '--enable-smoke-test-driver',
      ...['--server-data-dir', dataFolder],
      ...(extensionsFolder === undefined ? [] : ['--extensions-dir', extensionsFolder]),
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = createWriteStream(log);
  server.stdout.pipe(output);
  server.stderr.pipe(output);
  const exited = new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 1)));
  const lastResort = () => killGroupNow(server);
  process.once('exit', lastResort);
  const stop = async () => {
    await stopGroup(server);
    process.removeListener('exit', lastResort);
  };
  const authority = `127.0.0.1:${listenPort}`;
  try {
    await answers(`http://${authority}/version`, exited);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${await readFile(log, 'utf8')}`);
  }
  const opened = openFolder === undefined ? '' : `?${new URLSearchParams({ folder: asUrlPath(openFolder) })}`;
  return { address: `http://${authority}/${opened}`, authority, log, exited, stop };
}

/** Until the server answers, at most a minute: its first start on a slow disk takes its time. */
async function answers(address, exited) {
  let gone = false;
  exited.then(() => {
    gone = true;
  });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (gone) throw new Error('The VS Code server ended at once:');
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await wait(200);
  }
  throw new Error('The VS Code server did not answer within a minute:');
}

async function writeUserSettings(dataFolder, settings) {
  const folder = join(dataFolder, 'data', 'User');
  const file = join(folder, 'settings.json');
  await mkdir(folder, { recursive: true });
  const present = await readFile(file, 'utf8').then(JSON.parse, () => ({}));
  await writeFile(file, `${JSON.stringify({ ...quietSettings, ...present, ...settings }, null, 2)}\n`);
}

/** `C:\a\b` is `/c:/a/b` in the address of a file. */
export function asUrlPath(path) {
  const slashes = path.replaceAll('\\', '/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}

/** The server needs `module.registerHooks`. */
function runsTheServer(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 15);
}

function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

function nodeBinary(folder) {
  return join(folder, 'node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
