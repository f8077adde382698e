/** A server that ends more often than `MOST` times within this time, in milliseconds, is not started again by itself. */
const SPAN = 3 * 60_000;
const MOST = 4;

/**
 * What to do when the server ended, times in milliseconds: the crashes that still count, this one among them, and
 * whether it is started again. One that keeps failing would only burn the processor.
 */
export function afterCrash(earlier: readonly number[], now: number): { crashes: readonly number[]; restart: boolean } {
  const crashes = [...earlier.filter((time) => now - time < SPAN), now];
  return { crashes, restart: crashes.length <= MOST };
}
