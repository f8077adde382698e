/**
 * Routing scripts belong to other extensions: their language id, their colours, their hovers, their problems. What is
 * SIP in them is explained and checked beside that. `other-extension` stands for such an extension.
 */
import assert from 'node:assert/strict';

const scripts = [
  {
    language: 'Other Kamailio script',
    file: 'config/kamailio.cfg',
    line: 'sl_send_reply("483", "Too Many Hops");',
    code: { word: '483', says: /Too Many Hops/ },
    call: 'sl_send_reply',
  },
  {
    language: 'Other OpenSIPS script',
    file: 'config/opensips.cfg',
    line: 't_reply(408, "Not Found");',
    code: { word: '408', says: /Request Timeout/ },
    call: 't_reply',
  },
];

const OTHERS = 'The other extension';

export const otherExtensionTests = scripts.map((script) => ({
  name: `${script.file} of another extension: its functions are its own, the codes in them are explained and checked`,
  /** @param {ReturnType<import('../../scripts/lib/workbench-page.mjs').workbenchPage>} workbench */
  async run(workbench) {
    const { page, visible, command, openFile } = workbench;
    await openFile(script.file);
    await command('Problems: Focus on Problems View');
    const filter = visible('.part.panel input[placeholder*="Filter"]').first();
    await filter.fill(`**/${script.file}`);
    try {
      await livesBeside(workbench, script);
    } finally {
      await filter.fill('');
      await page.keyboard.press('Control+1');
      await command('View: Close Editor');
    }
  },
}));

async function livesBeside(
  { page, visible, chooseLanguage, goTo, hoverAtCursor, coloursOf },
  { language, file, line, code, call },
) {
  const rows = visible('.markers-panel .monaco-list-row');
  const problems = rows.filter({ hasText: /\[Ln/ });
  const ofSipLens = problems.filter({ hasText: 'SIP Lens' });
  const files = rows.filter({ hasNotText: /\[Ln/ });
  for (let attempt = 0; attempt < 100 && !(await onlyOf(files, file)); attempt += 1) await page.waitForTimeout(200);
  const before = await ofSipLens.allTextContents();

  await page.keyboard.press('Control+1');
  await chooseLanguage(language);
  await problems.filter({ hasText: OTHERS }).waitFor({ timeout: 60_000 });
  await ofSipLens.first().waitFor({ timeout: 10_000 });
  assert.deepEqual(await ofSipLens.allTextContents(), before);
  assert.equal(await problems.count(), before.length + 1);

  await goTo(file, code.word, line);
  assert.doesNotMatch(await hoverAtCursor(code.says), new RegExp(OTHERS));
  await page.keyboard.press('Escape');
  await goTo(file, call, line);
  assert.equal(await hoverAtCursor(/./), `${OTHERS} explains ${call}.`);

  const colours = Object.entries(await coloursOf(line));
  const colourOf = (text) => colours.find(([word]) => word.includes(text))?.[1];
  const colour = { call: colourOf(call), code: colourOf(code.word), phrase: colourOf(' Not ') ?? colourOf('Too') };
  assert.equal(new Set(Object.values(colour)).size, 3, `the colours are ${JSON.stringify(colours)}`);
}

/** Whether the Problems view has come to show one file and no other. */
async function onlyOf(files, file) {
  const names = await files.allTextContents();
  return names.length === 1 && names[0].startsWith(file.split('/').at(-1));
}
