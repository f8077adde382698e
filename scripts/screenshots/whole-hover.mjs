/**
 * Draws the hover larger by its edge until all of its text is seen, as a person does; the editor opens it with less.
 * @param {import('playwright-core').Page} page
 */
export async function wholeHover(page) {
  const visible = (selector) => page.locator(selector).filter({ visible: true }).first();
  const hidden = await visible('.monaco-resizable-hover .monaco-hover-content').evaluate(
    ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight,
  );
  if (hidden <= 0) return;
  const edge = page.locator('.monaco-resizable-hover .monaco-sash.horizontal:not(.disabled)').first();
  const upwards = (await edge.getAttribute('class')).includes('north');
  const { x, y, height } = await edge.boundingBox();
  const [from, to] = [y + height / 2, y + height / 2 + (upwards ? -hidden : hidden)];
  // The hover stays as long as the mouse comes from inside it.
  await page.mouse.move(x + 40, from + (upwards ? 40 : -40), { steps: 4 });
  await page.mouse.move(x + 40, from, { steps: 4 });
  await page.mouse.down();
  await page.mouse.move(x + 40, to, { steps: 8 });
  await page.mouse.up();
  await page.mouse.move(x + 40, to + (upwards ? 20 : -20), { steps: 2 });
}
