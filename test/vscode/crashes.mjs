/** What only the page shows of a server that ends; killed from outside. */
import assert from 'node:assert/strict';
import { processesOf } from '../../scripts/lib/processes.mjs';

/** @typedef {ReturnType<import('../../scripts/lib/workbench-page.mjs').workbenchPage>} Workbench */

/** @param {string} serverFile the server's script, as it stands on its command line */
export const crashTests = (serverFile) => [
  {
    name: 'a server that keeps ending is left alone, a message says so and starts it again',
    /** @param {Workbench} workbench */
    async run(workbench) {
      const { page, openFile } = workbench;
      await openFile('asterisk-pjsip.log');
      await explains486(workbench);
      for (let crash = 0; crash < 6; crash += 1) {
        kill(serverFile);
        await page.waitForTimeout(1500);
      }
      await startAgain(workbench, serverFile, 'SIP Lens ended several times');
      await explains486(workbench);
    },
  },
  {
    name: 'so is one that ends whenever it is started',
    /** @param {Workbench} workbench */
    async run(workbench) {
      for (const killed = new Set(); killed.size < 5; ) {
        for (const pid of kill(serverFile)) killed.add(pid);
        await workbench.page.waitForTimeout(10);
      }
      await startAgain(workbench, serverFile, 'SIP Lens could not be started');
      await explains486(workbench);
    },
  },
];

async function explains486({ goTo, hoverAtCursor }) {
  await goTo('asterisk-pjsip.log', '486', 'SIP/2.0 486');
  await hoverAtCursor(/Busy Here/);
}

/** On the web the server is a worker. */
export const workerCrashTests = [
  {
    name: 'a worker that failed makes way for another, without a word',
    /** @param {Workbench} workbench */
    async run(workbench) {
      const { page, visible, command, openFile } = workbench;
      await openFile('asterisk-pjsip.log');
      await explains486(workbench);
      const failed = await serverWorker(page);
      await failed.evaluate(() => {
        setTimeout(() => {
          throw new Error('a test');
        });
      });
      for (let worker = failed; worker === failed || worker === undefined; worker = await serverWorker(page)) {
        await page.waitForTimeout(100);
      }
      await explains486(workbench);
      await command('Notifications: Show Notifications');
      assert.equal(await visible('.notification-list-item').filter({ hasText: 'SIP Lens' }).count(), 0);
    },
  },
];

/** The worker that the extension host started last. */
async function serverWorker(page) {
  const named = page.workers().map(async (worker) => ({ worker, name: await nameOf(worker) }));
  return (await Promise.all(named)).findLast(({ name }) => name.endsWith('server.js'))?.worker;
}

/** Some workers never answer: one that is gone, one that has not begun. */
function nameOf(worker) {
  const noAnswer = new Promise((resolve) => setTimeout(() => resolve(''), 2000));
  return Promise.race([worker.evaluate(() => self.name).catch(() => ''), noAnswer]);
}

/** Ends the processes of the server; gives their ids. One that was just killed may still be listed, and gone. */
function kill(serverFile) {
  return processesOf(serverFile).filter((pid) => {
    try {
      return process.kill(pid, 'SIGKILL');
    } catch {
      return false;
    }
  });
}

/** One message, and no other, says what happened; its button starts the server. */
async function startAgain({ visible, command }, serverFile, says) {
  await command('Notifications: Show Notifications');
  const messages = visible('.notification-list-item').filter({ hasText: 'SIP Lens' });
  await messages.filter({ hasText: says }).waitFor({ timeout: 20_000 });
  assert.equal(await messages.count(), 1);
  assert.deepEqual(processesOf(serverFile), []);
  await messages.getByText('Start again').click();
}
