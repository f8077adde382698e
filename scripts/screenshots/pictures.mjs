/** The pictures of the README and the walkthrough: one window each. */
import { settled } from './settled.mjs';
import { DARK, LIGHT } from './themes.mjs';
import { wholeHover } from './whole-hover.mjs';

/** @typedef {ReturnType<import('../lib/workbench-page.mjs').workbenchPage>} Workbench */

/** @type {readonly { name: string, theme: string, language: string, web?: boolean, settings?: object, show(w: Workbench): Promise<void> }[]} */
export const pictures = [
  {
    name: 'hover',
    theme: DARK,
    language: 'en',
    async show({ page, openFile, goTo, hoverAtCursor }) {
      await openFile('asterisk-pjsip.log');
      await goTo('asterisk-pjsip.log', '486', 'SIP/2.0 486');
      await hoverAtCursor(/Busy Here/);
      await wholeHover(page);
    },
  },
  {
    name: 'hover-turkish',
    theme: LIGHT,
    language: 'tr',
    settings: { 'editor.hover.above': false },
    async show({ page, openFile, goTo, hoverAtCursor }) {
      await openFile('register.sip');
      await goTo('register.sip', '401', 'SIP/2.0 401');
      await hoverAtCursor(/[çğışöü]/);
      await wholeHover(page);
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
    async show({ page, openFile, goTo, hoverAtCursor }) {
      await openFile('freeswitch-sofia.log');
      await goTo('freeswitch-sofia.log', '487', 'SIP/2.0 487');
      await hoverAtCursor(/Request Terminated/);
      await wholeHover(page);
    },
  },
];

async function suggestionsWithDetails(page, visible) {
  await visible('.suggest-widget .monaco-list-row').filter({ hasText: '404' }).first().waitFor();
  for (let row = 0; row < 4; row += 1) await page.keyboard.press('ArrowDown');
  await settled(page);
  await page.keyboard.press('Control+Space');
  await visible('.suggest-details').first().waitFor();
}
