/**
 * `npm start`: a real VS Code in the browser with the extension and the example folder, until Ctrl-C.
 * `--port N` asks for a port, `--desktop` opens an installed desktop VS Code instead.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stageExtension, stageInstalled } from './lib/extension-folder.mjs';
import { cache, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { startServer } from './lib/vscode-server.mjs';

const USUAL_PORT = 8460;

const { values } = parseArgs({ options: { desktop: { type: 'boolean' }, port: { type: 'string' } } });
const examples = join(root, 'examples');

console.log('Building SIP Lens …');
const built = await run(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root });
if (built !== 0) process.exit(built);
process.exit(await (values.desktop ? startDesktop() : startInBrowser()));

async function startInBrowser() {
  let stopAsked = () => {};
  const asked = new Promise((resolve) => {
    stopAsked = resolve;
  });
  // The first Ctrl-C stops the server; npm passes it on a second time, which must not cut that short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAsked(0));
  const data = join(cache, 'start');
  const server = await startServer({
    dataFolder: data,
    extensionsFolder: await stageInstalled(join(data, 'extensions')),
    openFolder: examples,
    port: values.port === undefined ? USUAL_PORT : Number(values.port),
    settings: { 'workbench.startupEditor': 'readme' },
  });
  console.log(`\nVS Code with SIP Lens and some sample logs is at\n\n    ${server.address}\n\nCtrl-C stops it.`);
  const code = await Promise.race([asked, server.exited.then((status) => status || 1)]);
  if (code !== 0) console.error(`The server ended by itself; its log is ${server.log}`);
  await server.stop();
  if (code === 0) console.log('\nStopped.');
  return code;
}

async function startDesktop() {
  const code = findDesktop();
  if (code === undefined) {
    console.error('No desktop VS Code was found: the command `code` is not on the PATH.');
    console.error("In VS Code, “Shell Command: Install 'code' command in PATH” puts it there.");
    console.error('`npm start` needs none: it brings a VS Code for the browser.');
    return 1;
  }
  const extension = await stageExtension(join(cache, 'extension'));
  return run(code, [`--extensionDevelopmentPath=${extension}`, '--new-window', examples]);
}

function findDesktop() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders', 'codium'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return onPath.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
