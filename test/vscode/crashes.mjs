/** What only the page shows of a server that keeps ending; killed from outside. */
import assert from 'node:assert/strict';
import { processesOf } from '../../scripts/lib/processes.mjs';

/** @param {string} serverFile the server's script, as it stands on its command line */
export const crashTests = (serverFile) => [
  {
    name: 'a server that keeps ending is left alone, a message says so and starts it again',
    /** @param {ReturnType<import('../../scripts/lib/workbench-page.mjs').workbenchPage>} workbench */
    async run({ page, visible, command, openFile, goTo, hoverAtCursor }) {
      await openFile('asterisk-pjsip.log');
      await goTo('asterisk-pjsip.log', '486', 'SIP/2.0 486');
      await hoverAtCursor(/Busy Here/);
      for (let crash = 0; crash < 6; crash += 1) {
        for (const pid of processesOf(serverFile)) process.kill(pid, 'SIGKILL');
        await page.waitForTimeout(1500);
      }
      await command('Notifications: Show Notifications');
      const message = visible('.notification-list-item').filter({ hasText: 'SIP Lens ended several times' }).first();
      await message.waitFor({ timeout: 10_000 });
      assert.deepEqual(processesOf(serverFile), []);
      await message.getByText('Start again').click();
      await goTo('asterisk-pjsip.log', '486', 'SIP/2.0 486');
      await hoverAtCursor(/Busy Here/);
    },
  },
];
