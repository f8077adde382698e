/** The suite of `test/vscode/suite` in a desktop VS Code, which `@vscode/test-electron` downloads from its makers. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fetchPackages } from './fetched-packages.mjs';
import { cache } from './paths.mjs';
import { listenForReports, resultCollector, suiteFolder, withExamples } from './suite.mjs';

const TEST_ELECTRON = '2.5.2';

export async function runOnDesktop(extensionFolder, onResult) {
  const { downloadAndUnzipVSCode, runTests } = await testElectron();
  const executable = await downloadAndUnzipVSCode({ cachePath: join(cache, 'desktop') }).catch((error) => {
    console.error(`A desktop VS Code could not be downloaded: ${error.message}`);
    console.error('It comes from update.code.visualstudio.com; `npm test` needs no such download.');
    return undefined;
  });
  if (executable === undefined) return { passed: 0, failed: 0, skipped: 1 };
  return withExamples(async (examples, dataFolder) => {
    const collector = resultCollector(onResult);
    const listener = await listenForReports(collector.receive);
    const ended = runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extensionFolder,
      extensionTestsPath: join(suiteFolder, 'index.js'),
      extensionTestsEnv: { SIP_LENS_REPORT: listener.address },
      launchArgs: [examples, '--user-data-dir', dataFolder, '--disable-extensions', '--disable-workspace-trust'],
    });
    try {
      await Promise.race([collector.finished, ended]).catch(() => undefined);
      await ended.catch(() => undefined);
    } finally {
      await listener.stop();
    }
    if (collector.counts.passed + collector.counts.failed === 0) collector.counts.failed = 1;
    return { ...collector.counts, skipped: 0 };
  });
}

async function testElectron() {
  const folder = await fetchPackages(`test-electron-${TEST_ELECTRON}`, '@vscode/test-electron', [
    { packages: [`@vscode/test-electron@${TEST_ELECTRON}`], about: 80 },
  ]);
  return createRequire(join(folder, 'package.json'))('@vscode/test-electron');
}
