/** Finds a Chromium-family browser that is installed, and drives a workbench in it. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

export const howToGetABrowser = [
  'No browser was found. The real VS Code is driven through Chromium, Chrome or Edge. To get one:',
  '  Debian, Ubuntu:  apt-get install chromium',
  '  elsewhere:       install Chrome, or set CHROMIUM_PATH to the browser’s executable',
].join('\n');

/** @returns {string | undefined} the path of the browser's executable */
export function findBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} executablePath @returns {Promise<import('playwright-core').Browser>} */
export function launchBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      // Chromium refuses to run as root with its sandbox, and that is what containers do.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--use-mock-keychain',
    ],
  });
}

/**
 * Opens a workbench and waits for it to stand.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{ width: number, height: number }} [viewport]
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openWorkbench(browser, address, viewport = { width: 1400, height: 900 }) {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(address, { timeout: 60_000 });
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 120_000 });
  return page;
}
