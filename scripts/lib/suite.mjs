/** Runs the suite of `test/vscode/suite` inside a real VS Code and collects what it reports. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashTests, workerCrashTests } from '../../test/vscode/crashes.mjs';
import { otherExtensionTests } from '../../test/vscode/others.mjs';
import { pageTests } from '../../test/vscode/page.mjs';
import { openWorkbench } from './browser.mjs';
import { cache, root } from './paths.mjs';
import { asUrlPath, startServer } from './vscode-server.mjs';
import { startWeb } from './vscode-web.mjs';
import { workbenchPage } from './workbench-page.mjs';

const SILENCE_MS = 120_000;
const onWindows = process.platform === 'win32';

/** The bundled suite: `index.js` exports `run`. */
export const suiteFolder = join(root, 'out', 'test', 'vscode', 'suite');

/** Serves routing scripts beside ours. */
const otherExtension = join(root, 'test', 'vscode', 'other-extension');

/** A copy of the examples to work on, gone after the work. */
export async function withExamples(work) {
  const folder = await mkdtemp(join(tmpdir(), 'sip-lens-'));
  try {
    const examples = join(folder, 'examples');
    await cp(join(root, 'examples'), examples, { recursive: true });
    return await work(examples, join(folder, 'data'));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * Gathers the results of one run; settles when the suite is done, or has been silent for too long.
 * @param {(name: string, error?: string) => void} onResult
 */
export function resultCollector(onResult) {
  const counts = { passed: 0, failed: 0 };
  let settle = () => {};
  let last = 'nothing: the suite did not start';
  const finished = new Promise((resolve) => {
    settle = resolve;
  });
  const silence = () =>
    setTimeout(() => {
      counts.failed += 1;
      onResult(`the suite goes on after ${last}`, `silent for ${SILENCE_MS / 1000} s`);
      settle();
    }, SILENCE_MS);
  let timer = silence();
  return {
    counts,
    finished: finished.finally(() => clearTimeout(timer)),
    receive(message) {
      clearTimeout(timer);
      if (message.done) return settle();
      timer = silence();
      last = `"${message.name}"`;
      counts[message.error === undefined ? 'passed' : 'failed'] += 1;
      onResult(message.name, message.error);
    },
  };
}

/** In the server's extension host, which is Node: the extension's `main`. */
export function runInServer(browser, extensionFolder, onResult) {
  return withExamples(async (examples, dataFolder) => {
    const collector = resultCollector(onResult);
    const listener = await listenForReports(collector.receive);
    const env = { SIP_LENS_REPORT: listener.address };
    const extensionsFolder = join(dataFolder, 'extensions');
    await cp(otherExtension, join(extensionsFolder, 'sip-lens-test.other-extension-0.0.0'), { recursive: true });
    const server = await startServer({ dataFolder, extensionsFolder, env });
    const remote = (path) => `vscode-remote://${server.authority}${asUrlPath(path)}`;
    const address = (...payload) =>
      `${server.address}?${new URLSearchParams({ folder: asUrlPath(examples), payload: JSON.stringify(payload) })}`;
    const extension = ['extensionDevelopmentPath', remote(extensionFolder)];
    const suite = ['extensionTestsPath', remote(join(suiteFolder, 'index.js'))];
    try {
      await onPage(browser, address(extension, suite), () => collector.finished);
      const tests = [
        ...otherExtensionTests,
        ...pageTests,
        ...(onWindows ? [] : crashTests(join(extensionFolder, 'dist', 'server.js'))),
      ];
      await onPage(browser, address(extension), (page) => lookAt(page, examples, tests, collector.receive));
    } finally {
      await server.stop();
      await listener.stop();
    }
    return collector.counts;
  });
}

/** In a web worker of the page, without any server: the extension's `browser`. */
export function runInWeb(browser, extensionFolder, onResult) {
  return withExamples(async (examples) => {
    const collector = resultCollector(onResult);
    const onReport = collector.receive;
    const web = await startWeb({
      extensionFolder,
      openFolder: examples,
      otherExtension,
      testsFolder: suiteFolder,
      onReport,
    });
    try {
      await onPage(browser, `${web.address}?tests`, () => collector.finished);
      const tests = [...otherExtensionTests, ...pageTests, ...workerCrashTests];
      await onPage(browser, web.address, (page) => lookAt(page, examples, tests, collector.receive));
    } finally {
      await web.stop();
    }
    return collector.counts;
  });
}

async function onPage(browser, address, work) {
  const page = await openWorkbench(browser, address);
  try {
    await work(page);
  } finally {
    await page.context().close();
  }
}

/** The tests of the page itself: the suite cannot see what the workbench draws. */
async function lookAt(page, examples, tests, receive) {
  const workbench = workbenchPage(page, examples);
  for (const { name, run } of tests) {
    const error = await run(workbench).then(
      () => undefined,
      (reason) => reason.stack ?? String(reason),
    );
    if (error !== undefined)
      await page.screenshot({ path: join(cache, 'failures', `${name.replace(/\W+/g, '-')}.png`) });
    receive({ name, error });
  }
  receive({ done: true });
}

export async function listenForReports(receive) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    response.writeHead(204).end();
    receive(JSON.parse(Buffer.concat(chunks).toString()));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${server.address().port}/report`, stop };
}
