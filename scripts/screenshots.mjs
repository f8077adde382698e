/** `npm run screenshots`: the pictures of the README, taken of a real VS Code, into `images/screenshots/`. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser, howToGetABrowser, launchBrowser, openWorkbench } from './lib/browser.mjs';
import { stageExtension, stageInstalled } from './lib/extension-folder.mjs';
import { cache, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { smallPng } from './lib/small-png.mjs';
import { withExamples } from './lib/suite.mjs';
import { startServer } from './lib/vscode-server.mjs';
import { startWeb } from './lib/vscode-web.mjs';
import { workbenchPage } from './lib/workbench-page.mjs';

/** @typedef {ReturnType<typeof workbenchPage>} Workbench */

const DARK = 'Default Dark Modern';
const LIGHT = 'Default Light Modern';

/** @type {readonly { name: string, theme: string, language: string, web?: boolean, show(w: Workbench): Promise<void> }[]} */
const pictures = [
  {
    name: 'hover',
    theme: DARK,
    language: 'en',
    async show({ openFile, goTo, hoverAtCursor }) {
      await openFile('asterisk-pjsip.log');
      await goTo('asterisk-pjsip.log', '486', 'SIP/2.0 486');
      await hoverAtCursor(/Busy Here/);
    },
  },
  {
    name: 'hover-turkish',
    theme: LIGHT,
    language: 'tr',
    async show({ openFile, goTo, hoverAtCursor }) {
      await openFile('register.sip');
      await goTo('register.sip', '401', 'SIP/2.0 401');
      await hoverAtCursor(/[çğışöü]/);
    },
  },
  {
    name: 'problems',
    theme: DARK,
    language: 'en',
    async show({ page, visible, openFile, goTo, command }) {
      await openFile('options-broken.sip');
      await command('Problems: Focus on Problems View');
      await visible('.markers-panel .monaco-list-row').nth(3).waitFor();
      await goTo('options-broken.sip', 'Max-Forward');
      await page.keyboard.press('Control+.');
      await visible('.action-widget').waitFor();
    },
  },
  {
    name: 'completion',
    theme: LIGHT,
    language: 'en',
    async show({ page, visible, openFile, goTo }) {
      await openFile('register.sip');
      await goTo('register.sip', '401', 'SIP/2.0 401');
      // The breadcrumbs name the message once the server has read it.
      await visible('.monaco-breadcrumb-item').filter({ hasText: '401' }).first().waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+End');
      await page.keyboard.type('SIP/2.0 4', { delay: 100 });
      await suggestionsWithDetails(page, visible);
    },
  },
  {
    name: 'outline',
    theme: DARK,
    language: 'en',
    async show({ page, visible, openFile, goTo, command }) {
      await openFile('asterisk-pjsip.log');
      await goTo('asterisk-pjsip.log', 'INVITE sip:204@');
      await command('Explorer: Focus on Outline View');
      await visible('.outline-tree .monaco-list-row').first().waitFor();
      await visible('.outline-tree .monaco-list-row').first().click();
      await page.keyboard.press('Control+ArrowLeft');
      await visible('.explorer-viewlet .pane-header').filter({ hasText: 'examples' }).click();
      await page.keyboard.press('Control+1');
      await command('Fold All');
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+Home');
      await visible('.monaco-editor .cldr.codicon-folding-collapsed').first().waitFor();
    },
  },
  {
    name: 'kamailio',
    theme: DARK,
    language: 'en',
    async show({ openFile, goTo, hoverAtCursor }) {
      await openFile('config/kamailio.cfg');
      await goTo('config/kamailio.cfg', '483');
      await hoverAtCursor(/Too Many Hops/);
    },
  },
  {
    name: 'asterisk-dialplan',
    theme: LIGHT,
    language: 'tr',
    async show({ openFile, goTo, hoverAtCursor }) {
      await openFile('config/extensions.conf');
      await goTo('config/extensions.conf', '17', 'Hangup(17)');
      await hoverAtCursor(/USER_BUSY/);
    },
  },
  {
    name: 'asterisk-options',
    theme: DARK,
    language: 'en',
    async show({ page, visible, openFile, goTo, command }) {
      await openFile('config/pjsip.conf');
      await command('Problems: Focus on Problems View');
      await visible('.markers-panel .monaco-list-row').first().waitFor();
      await goTo('config/pjsip.conf', 'rfc2833');
      await page.keyboard.press('Control+Space');
      await visible('.suggest-widget .monaco-list-row').filter({ hasText: 'rfc4733' }).first().waitFor();
    },
  },
  {
    name: 'freeswitch',
    theme: DARK,
    language: 'en',
    async show({ openFile, goTo, hoverAtCursor }) {
      await openFile('config/freeswitch-dialplan.xml');
      await goTo('config/freeswitch-dialplan.xml', 'USER_BUSY');
      await hoverAtCursor(/User busy/);
    },
  },
  {
    name: 'sipp',
    theme: LIGHT,
    language: 'en',
    async show({ page, visible, openFile, goTo, command }) {
      await openFile('config/sipp-uac.xml');
      await command('Problems: Focus on Problems View');
      await visible('.markers-panel .monaco-list-row').first().waitFor();
      await goTo('config/sipp-uac.xml', 'acknowledge', 'next="acknowledge"');
      await page.keyboard.press('Control+.');
      await visible('.action-widget').waitFor();
    },
  },
  {
    name: 'web',
    theme: DARK,
    language: 'en',
    web: true,
    async show({ openFile, goTo, hoverAtCursor }) {
      await openFile('freeswitch-sofia.log');
      await goTo('freeswitch-sofia.log', '487', 'SIP/2.0 487');
      await hoverAtCursor(/Request Terminated/);
    },
  },
];

const only = process.argv.slice(2);
const executable = findBrowser();
if (executable === undefined) {
  console.error(howToGetABrowser);
  process.exit(1);
}
const built = await run(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root });
if (built !== 0) process.exit(built);

const target = join(root, 'images', 'screenshots');
await mkdir(target, { recursive: true });
const browser = await launchBrowser(executable);
try {
  for (const picture of pictures.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const file = join(target, `${picture.name}.png`);
    await withExamples((examples, dataFolder) => take(picture, examples, dataFolder, file));
    console.log(`${picture.name}.png: ${Math.ceil((await stat(file)).size / 1024)} KB`);
  }
} finally {
  await browser.close();
}

async function take({ name, theme, language, web, show }, examples, dataFolder, file) {
  const settings = { 'workbench.colorTheme': theme, 'sip-lens.language': language, 'editor.minimap.enabled': false };
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
    const page = await openWorkbench(browser, editor.address);
    // The assistant is off by setting, but its icon stays where there is no server.
    await page.addStyleTag({ content: '#chat\\.statusBarEntry { display: none }' });
    try {
      await show(workbenchPage(page, examples));
      await settled(page);
      await writeFile(file, smallPng(await page.screenshot({ caret: 'hide' })));
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

async function suggestionsWithDetails(page, visible) {
  await visible('.suggest-widget .monaco-list-row').filter({ hasText: '404' }).first().waitFor();
  for (let row = 0; row < 4; row += 1) await page.keyboard.press('ArrowDown');
  await settled(page);
  await page.keyboard.press('Control+Space');
  await visible('.suggest-details').first().waitFor();
}

/** Widgets fade in, and colours come a moment after the text. */
async function settled(page) {
  let before = '';
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const now = (await page.screenshot({ caret: 'hide' })).toString('base64');
    if (now === before) return;
    before = now;
    await page.waitForTimeout(400);
  }
}
