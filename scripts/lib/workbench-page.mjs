/** What a person does in the workbench, done through the page: open a file, go somewhere, hover, look. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param {import('playwright-core').Page} page a page with a workbench
 * @param {string} folder the folder that it shows, as it lies on the disk
 */
export function workbenchPage(page, folder) {
  const visible = (selector) => page.locator(selector).filter({ visible: true });

  /** Runs a command from the palette; its title as it stands there. */
  async function command(title) {
    await page.keyboard.press('F1');
    const input = visible('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`>${title}`);
    await visible('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
  }

  /** Opens a file of the folder, or of a folder in it. */
  async function openFile(path) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    const entry = (text) => visible('.explorer-folders-view .monaco-list-row').filter({ hasText: text }).first();
    for (const part of parts) {
      if ((await entry(name).count()) === 0) await entry(part).click();
    }
    await entry(name).dblclick();
    await visible(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await visible('.monaco-editor .view-lines .view-line').first().waitFor();
  }

  /** Gives the document in front another language, by the name that a person chooses. */
  async function chooseLanguage(name) {
    await command('Change Language Mode');
    const row = visible('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
    await visible('.quick-input-widget input').fill(name);
    await row.click();
    await visible('.statusbar-item#status\\.editor\\.mode').filter({ hasText: name }).waitFor();
  }

  /** Puts the cursor before the first occurrence of a text in a file at or after another one. */
  async function goTo(name, text, after = '') {
    const content = await readFile(join(folder, name), 'utf8');
    const offset = content.indexOf(text, content.indexOf(after));
    if (offset < 0) throw new Error(`"${text}" does not stand in ${name}`);
    const before = content.slice(0, offset).split('\n');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+g');
    const input = visible('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`:${before.length}:${columnsOf(before.at(-1)) + 1}`);
    await page.keyboard.press('Enter');
    await visible('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** How many columns a text takes at the start of a line: to the editor, a tab reaches to the next multiple of 4. */
  function columnsOf(text) {
    let columns = 0;
    for (const character of text) columns = character === '\t' ? columns - (columns % 4) + 4 : columns + 1;
    return columns;
  }

  /** Rests the mouse on the character after the cursor until a hover that matches comes up; gives its text. */
  async function hoverAtCursor(matches) {
    const hover = visible('.monaco-hover .monaco-hover-content').filter({ hasText: matches });
    // The server may still be starting: then the first hover is empty, and the mouse has to come again.
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const box = await visible('.monaco-editor.focused .cursors-layer .cursor').first().boundingBox();
      if (box === null) throw new Error('The editor has no cursor.');
      await page.mouse.move(box.x + 300, box.y + 150);
      await page.mouse.move(box.x + 6, box.y + box.height / 2, { steps: 3 });
      const came = await hover
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      if (came) return hover.first().textContent();
    }
    throw new Error(`No hover matches ${matches}.`);
  }

  /**
   * Waits for the list of completions with one chosen that holds a text, so that it is not the list for what was typed
   * before; asks for it where somebody typed on before it came.
   */
  async function suggested(text = '') {
    const chosen = visible('.suggest-widget .monaco-list-row.focused').filter({ hasText: text }).first();
    const came = await chosen.waitFor({ timeout: 3000 }).catch((error) => error);
    if (came === undefined) return;
    await page.keyboard.press('Control+Space');
    await chosen.waitFor({ timeout: 10_000 });
  }

  /** Opens the menu of fixes at the cursor, once the problem there is known. */
  async function fixes() {
    const menu = visible('.action-widget');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await page.keyboard.press('Control+.');
      if ((await menu.waitFor({ timeout: 3000 }).catch((error) => error)) === undefined) return;
    }
    throw new Error('No fix is offered.');
  }

  /** The colours of the words on the visible lines that hold a text, as CSS, by word. */
  async function coloursOf(lineText) {
    const line = visible('.editor-instance .view-line').filter({ hasText: lineText }).first();
    await line.waitFor();
    return line.evaluate((element) =>
      Object.fromEntries(
        [...element.querySelectorAll('span > span')].map((span) => [
          span.textContent.replaceAll('\u00a0', ' ').trim(),
          getComputedStyle(span).color,
        ]),
      ),
    );
  }

  return { page, visible, command, openFile, chooseLanguage, goTo, hoverAtCursor, coloursOf, suggested, fixes };
}
