/** What only the page shows: pixels and widgets. Each test gets a workbench that shows the example folder. */
import assert from 'node:assert/strict';
import { dialectTests } from './dialects.mjs';

/** @typedef {ReturnType<import('../../scripts/lib/workbench-page.mjs').workbenchPage>} Workbench */

/** @type {readonly { name: string, run(workbench: Workbench): Promise<void> }[]} */
export const pageTests = [
  {
    name: 'resting the mouse on a status code in a log shows its explanation',
    async run({ openFile, goTo, hoverAtCursor }) {
      await openFile('asterisk-pjsip.log');
      await goTo('asterisk-pjsip.log', '486', 'SIP/2.0 486');
      assert.match(await hoverAtCursor(/Busy Here/), /RFC ?3261/);
    },
  },
  {
    name: 'the status bar says what was recognised',
    async run({ page, visible }) {
      const item = visible('.statusbar-item#status\\.languageStatus').first();
      await item.waitFor({ timeout: 20_000 });
      await item.click();
      await page.locator('.hover-language-status').filter({ hasText: /SIP/ }).first().waitFor({ timeout: 10_000 });
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'a SIP message in a log is coloured: method, header names, status codes',
    async run({ openFile, goTo, coloursOf }) {
      await openFile('asterisk-pjsip.log');
      await goTo('asterisk-pjsip.log', 'INVITE sip:204');
      const header = await coloursOf('Max-Forwards: 70');
      assert.notEqual(header['Max-Forwards'], header[':'], 'a header name looks like punctuation');
      const request = await coloursOf('INVITE sip:204@');
      assert.notEqual(request['INVITE'], header[':'], 'a method looks like plain text');
      await goTo('asterisk-pjsip.log', '486', 'SIP/2.0 486');
      const status = await coloursOf('SIP/2.0 486 Busy Here');
      assert.notEqual(status['486'], header[':'], 'a status code looks like plain text');
    },
  },
  {
    name: 'plain text has no grammar, and yet a status code has the colour that it has in a log',
    async run({ page, openFile, goTo, coloursOf }) {
      await openFile('asterisk-pjsip.log');
      await goTo('asterisk-pjsip.log', '486', 'SIP/2.0 486');
      const inLog = (await coloursOf('SIP/2.0 486 Busy Here'))['486'];
      await openFile('sngrep-export.txt');
      await goTo('sngrep-export.txt', '407', 'SIP/2.0 407');
      // The colour comes with the server's answer.
      for (let attempt = 0; attempt < 50; attempt += 1) {
        if ((await coloursOf('SIP/2.0 407'))['407'] === inLog) return;
        await page.waitForTimeout(200);
      }
      assert.equal((await coloursOf('SIP/2.0 407'))['407'], inLog);
    },
  },
  {
    name: 'the Problems view lists the faults of a broken message',
    async run({ openFile, command, visible }) {
      await openFile('options-broken.sip');
      await command('Problems: Focus on Problems View');
      const problems = visible('.markers-panel .monaco-list-row').filter({ hasText: 'sip.' });
      await problems.first().waitFor({ timeout: 20_000 });
      assert.ok((await problems.count()) >= 3, `${await problems.count()} problems are shown`);
    },
  },
  {
    name: 'a problem is underlined where it stands',
    async run({ openFile, visible }) {
      await openFile('options-broken.sip');
      await visible('.monaco-editor .cdr.squiggly-error').first().waitFor({ timeout: 20_000 });
      assert.equal(await visible('.monaco-editor .cdr.squiggly-warning').count(), 1);
    },
  },
  ...dialectTests,
  {
    name: 'nothing asks for attention: no error notification',
    async run({ visible }) {
      const errors = visible('.notifications-toasts .notification-list-item .codicon-error');
      assert.equal(await errors.count(), 0);
    },
  },
];
