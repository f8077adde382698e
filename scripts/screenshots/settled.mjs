/** Widgets fade in, and colours come a moment after the text. */
export async function settled(page) {
  let before = '';
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const now = (await page.screenshot({ caret: 'hide' })).toString('base64');
    if (now === before) return;
    before = now;
    await page.waitForTimeout(400);
  }
}
