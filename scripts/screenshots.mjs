/**
 * `npm run screenshots`: pictures of a real VS Code. Those of the README go into `images/screenshots/`, the sheets of
 * the configuration files into `docs/configurations/`. `npm run screenshots NAME…` takes the named ones only.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { findBrowser, howToGetABrowser, launchBrowser, openWorkbench } from './lib/browser.mjs';
import { stageExtension, stageInstalled } from './lib/extension-folder.mjs';
import { cache, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { smallPng } from './lib/small-png.mjs';
import { withExamples } from './lib/suite.mjs';
import { startServer } from './lib/vscode-server.mjs';
import { startWeb } from './lib/vscode-web.mjs';
import { workbenchPage } from './lib/workbench-page.mjs';
import { pictures } from './screenshots/pictures.mjs';
import { settled } from './screenshots/settled.mjs';
import { sheetSettings, sheetViewport, takeSheet } from './screenshots/sheet.mjs';
import { sheets } from './screenshots/sheets.mjs';

const windows = pictures.map(({ show, ...picture }) => ({
  ...picture,
  target: join(root, 'images', 'screenshots', `${picture.name}.png`),
  settings: { 'editor.minimap.enabled': false, ...picture.settings },
  async take(workbench) {
    await show(workbench);
    await settled(workbench.page);
    return workbench.page.screenshot({ caret: 'hide' });
  },
}));
const composed = sheets.map((sheet) => ({
  ...sheet,
  target: join(root, 'docs', 'configurations', `${sheet.name}.png`),
  settings: sheetSettings,
  viewport: sheetViewport,
  take: (workbench, folder) => takeSheet(sheet, workbench, folder),
}));

const only = process.argv.slice(2);
const executable = findBrowser();
if (executable === undefined) {
  console.error(howToGetABrowser);
  process.exit(1);
}
const built = await run(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root });
if (built !== 0) process.exit(built);

const browser = await launchBrowser(executable);
try {
  for (const picture of [...windows, ...composed]) {
    const { name, target } = picture;
    if (only.length > 0 && !only.includes(name)) continue;
    try {
      const png = await withExamples((examples, dataFolder) => taken(picture, examples, dataFolder));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, smallPng(png));
      console.log(`${relative(root, target)}: ${Math.ceil((await stat(target)).size / 1024)} KB`);
    } catch (error) {
      console.error(`${name}: ${error.stack}`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
}

async function taken({ name, theme, language, web, viewport, settings: more, take }, examples, dataFolder) {
  const settings = { 'workbench.colorTheme': theme, 'sip-lens.language': language, ...more };
  const editor = web
    ? await startWeb({
        extensionFolder: await stageExtension(join(cache, 'extension')),
        openFolder: examples,
        settings,
      })
    : await startServer({
        dataFolder,
        extensionsFolder: await stageInstalled(join(dataFolder, 'extensions')),
        openFolder: examples,
        settings,
      });
  try {
    const page = await openWorkbench(browser, editor.address, viewport);
    // The assistant is off by setting, but its icon stays where there is no server.
    await page.addStyleTag({ content: '#chat\\.statusBarEntry { display: none }' });
    try {
      return await take(workbenchPage(page, examples), examples);
    } catch (error) {
      await page.screenshot({ path: join(cache, 'failures', `${name}.png`) });
      throw error;
    } finally {
      await page.context().close();
    }
  } finally {
    await editor.stop();
  }
}
