/**
 * VS Code for the Web: the same workbench without its server, so that extensions can only run in a web worker, over a
 * file system that is no disk (`sip-lens-web:`, from the extension in `test/vscode/web-files`).
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join, normalize, sep } from 'node:path';
import { root } from './paths.mjs';
import { fetchServer, quietSettings } from './vscode-server.mjs';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * @param {object} options
 * @param {string} options.extensionFolder the built extension
 * @param {string} options.openFolder the folder that the workbench shows
 * @param {string} [options.otherExtension] the folder of an extension that runs beside it
 * @param {string} [options.testsFolder] a folder with `index.js`, the bundled test suite, which runs at `?tests`
 * @param {(message: object) => void} [options.onReport] what the suite posts to `/report`
 * @param {object} [options.settings]
 * @returns {Promise<{ address: string, stop(): Promise<void> }>}
 */
export async function startWeb({ extensionFolder, openFolder, otherExtension, testsFolder, onReport, settings = {} }) {
  const { vscode } = await fetchServer();
  const folders = {
    out: join(vscode, 'out'),
    node_modules: join(vscode, 'node_modules'),
    extensions: join(vscode, 'extensions'),
    extension: extensionFolder,
    files: openFolder,
    ...(otherExtension === undefined ? {} : { 'other-extension': otherExtension }),
    'web-files': join(root, 'test', 'vscode', 'web-files'),
  };
  const server = createServer(async (request, response) => {
    try {
      const authority = request.headers.host ?? '';
      const url = new URL(request.url ?? '/', `http://${authority}`);
      const path = decodeURIComponent(url.pathname);
      if (path === '/') {
        const options = {
          folderName: basename(openFolder),
          withTests: url.searchParams.has('tests'),
          withOther: otherExtension !== undefined,
          settings,
        };
        return send(response, '.html', page(authority, options));
      }
      if (path === '/report' && request.method === 'POST') {
        onReport?.(JSON.parse(await textOf(request)));
        return response.writeHead(204).end();
      }
      const [, folder = '', ...rest] = path.split('/');
      const isTest = folder === 'extension' && rest[0] === 'tests';
      if (isTest || folder === 'files') rest.shift();
      const base = isTest ? testsFolder : folders[folder];
      const file = normalize(join(base ?? '', ...rest));
      if (base === undefined || !(file + sep).startsWith(base + sep)) return response.writeHead(404).end();
      if (folder === 'files' && (await stat(file)).isDirectory()) {
        response.setHeader('x-entry', 'folder');
        return send(response, '.json', await listing(file));
      }
      const content = await readFile(file).catch((error) => {
        // The server's build leaves out the web halves of the built-in extensions: Emmet, Git and the like.
        if (folder === 'extensions' && file.endsWith('.js')) return '';
        throw error;
      });
      send(response, extname(file), path.endsWith('/workbench.js') ? withoutServer(content.toString()) : content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, stop };
}

function send(response, extension, content) {
  const type = TYPES[extension] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
}

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function listing(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  return JSON.stringify(entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() })));
}

/** code-server's build lives on its server, whatever its configuration says; VS Code's own asks the configuration. */
function withoutServer(workbench) {
  const wired = [
    ['remoteAuthority:location.host}', 'remoteAuthority:void 0}'],
    [/(get userRoamingDataHome\(\)\{return [^}]*\.)vscodeRemote\b/, '$1vscodeUserData'],
  ];
  return wired.reduce((text, [pattern, replacement]) => {
    const changed = text.replace(pattern, replacement);
    if (changed === text) throw new Error('This build of the workbench is not the one that is pinned.');
    return changed;
  }, workbench);
}

function page(authority, { folderName, withTests, withOther, settings }) {
  const at = (path) => ({ scheme: 'http', authority, path });
  const configuration = {
    userDataPath: '/user',
    folderUri: { scheme: 'sip-lens-web', path: `/${folderName}` },
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    additionalBuiltinExtensions: [
      at('/web-files'),
      ...(withOther ? [at('/other-extension')] : []),
      ...(withTests ? [] : [at('/extension')]),
    ],
    configurationDefaults: { ...quietSettings, ...settings },
    developmentOptions: {
      enableSmokeTestDriver: true,
      // A test suite runs in the extension host of the development extension that it lies in.
      ...(withTests ? { extensions: [at('/extension')], extensionTestsPath: at('/extension/tests/index.js') } : {}),
    },
    productConfiguration: {
      enableTelemetry: false,
      extensionsGallery: undefined,
      webviewContentExternalBaseUrlTemplate: `http://${authority}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
  const attribute = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <meta id="vscode-workbench-web-configuration" data-settings="${attribute}">
  <link rel="stylesheet" href="/out/vs/code/browser/workbench/workbench.css">
</head>
<body aria-label="" style="margin: 0; height: 100vh"></body>
<script>globalThis._VSCODE_FILE_ROOT = new URL('/out/', location.href).href;</script>
<script type="module" src="/out/nls.messages.js"></script>
<script type="module" src="/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}
