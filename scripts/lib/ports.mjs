import { createServer } from 'node:net';

/**
 * A TCP port of 127.0.0.1 that nobody listens on: the wanted one, else any.
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
export async function freePort(wanted = 0) {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? Promise.reject(new Error('No free port on 127.0.0.1.'));
}

function tryPort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
