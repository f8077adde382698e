/** Takes the four pictures of a sheet of a running workbench and puts them together. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settled } from './settled.mjs';
import { DARK } from './themes.mjs';

/** What a window of a quarter of a sheet has no room for. */
export const sheetSettings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.hover.above': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
};

export const sheetViewport = { width: 960, height: 620 };

const CAPTIONS = {
  en: ['Colours', 'Hover', 'Completion', 'A problem and its fix'],
  tr: ['Renkler', 'Açıklama', 'Tamamlama', 'Sorun ve düzeltmesi'],
};

/**
 * @param {import('./sheets.mjs').Sheet} sheet
 * @param {ReturnType<import('../lib/workbench-page.mjs').workbenchPage>} workbench
 * @param {string} folder that the workbench shows
 * @returns {Promise<Buffer>} a PNG
 */
export async function takeSheet(sheet, workbench, folder) {
  const { page, visible, openFile } = workbench;
  await openFile(sheet.file);
  await page.keyboard.press('Control+b');
  const shots = [];
  for (const show of [showColours, showHover, showCompletion, showProblem]) {
    await show(sheet, workbench, folder);
    await settled(page);
    const clip = await visible('.part.editor').first().boundingBox();
    shots.push(await page.screenshot({ caret: 'hide', clip }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  return composed(page.context().browser(), sheet, shots);
}

async function showColours({ file, colours }, { goTo }) {
  await goTo(file, colours);
}

async function showHover({ file, hover }, { page, goTo, hoverAtCursor }) {
  await goTo(file, hover.word, hover.after);
  await lineToTop(page);
  await hoverAtCursor(hover.says);
}

async function showCompletion({ file, completion }, { page, visible, goTo, suggested }, folder) {
  const line = (await readFile(join(folder, file), 'utf8')).split('\n').find((one) => one.includes(completion.below));
  await goTo(file, line);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await lineToTop(page);
  for (const part of completion.typed) {
    await page.keyboard.type(part, { delay: 60 });
    await suggested();
  }
  const focused = visible('.suggest-widget .monaco-list-row.focused').filter({ hasText: completion.pick });
  for (let row = 0; row < 60 && (await focused.count()) === 0; row += 1) await page.keyboard.press('ArrowDown');
  await settled(page);
  // Whether details are shown is remembered from one list to the next.
  if ((await visible('.suggest-details').count()) === 0) await page.keyboard.press('Control+Space');
  await visible('.suggest-details').first().waitFor();
}

async function showProblem({ file, problem }, { page, visible, goTo, command, fixes }) {
  await command('File: Revert File');
  await goTo(file, problem.word, problem.after);
  await lineToTop(page);
  await visible('.monaco-editor .cdr.squiggly-error, .monaco-editor .cdr[class*="squiggly"]').first().waitFor();
  await fixes();
}

/** Leaves the line of the cursor a quarter down the window, so that what opens below it has room. */
async function lineToTop(page) {
  for (let row = 0; row < 5; row += 1) await page.keyboard.press('Control+ArrowDown');
}

/** @returns {Promise<Buffer>} the four pictures two by two, each under its caption */
async function composed(browser, { title, theme, language }, shots) {
  const colours = theme === DARK ? ['#181818', '#cccccc', '#2b2b2b'] : ['#f8f8f8', '#3b3b3b', '#e5e5e5'];
  const cells = shots.map(
    (shot, index) =>
      `<figure><figcaption>${CAPTIONS[language][index]}</figcaption><img src="data:image/png;base64,${shot.toString('base64')}"></figure>`,
  );
  const context = await browser.newContext({ viewport: { width: 2 * sheetViewport.width + 60, height: 800 } });
  try {
    const page = await context.newPage();
    await page.setContent(`<!DOCTYPE html><meta charset="utf-8"><style>
      body { margin: 0; padding: 16px 20px 20px; background: ${colours[0]}; color: ${colours[1]}; font: 16px system-ui, sans-serif; }
      h1 { font-size: 20px; margin: 0 0 12px; }
      main { display: grid; grid-template-columns: 1fr 1fr; gap: 16px 20px; }
      figure { margin: 0; } figcaption { margin-bottom: 6px; }
      img { display: block; width: 100%; border: 1px solid ${colours[2]}; border-radius: 4px; }
    </style><h1>${title}</h1><main>${cells.join('')}</main>`);
    return await page.screenshot({ fullPage: true });
  } finally {
    await context.close();
  }
}
