/** Registers and runs the tests of this suite: an extension host has neither `node:test` nor, on the web, Node. */

export interface Result {
  readonly name: string;
  readonly error?: string;
}

type Body = () => Promise<void>;

const TEST_TIMEOUT_MS = 30_000;
const FIRST_PATIENCE_MS = 20_000;
const LATER_PATIENCE_MS = 3_000;
const POLL_INTERVAL_MS = 50;

/** Where one wait was in vain, most are: a broken extension should not take ten minutes to say so. */
let patience = FIRST_PATIENCE_MS;
const registered: { readonly name: string; readonly body: Body }[] = [];

export function test(name: string, body: Body): void {
  registered.push({ name, body });
}

/** Runs all tests one after the other, in the order of registration, and tells of each before the next begins. */
export async function runAll(tell: (result: Result) => Promise<void>): Promise<number> {
  let failed = 0;
  for (const { name, body } of registered) {
    const error = await failureOf(body);
    if (error !== undefined) failed += 1;
    await tell({ name, ...(error === undefined ? {} : { error }) });
  }
  return failed;
}

async function failureOf(body: Body): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${TEST_TIMEOUT_MS} ms`)), TEST_TIMEOUT_MS);
  });
  try {
    await Promise.race([body(), timeout]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again and again until the answer is there: the editor and the server work while the test waits. */
export async function until<T>(what: string, probe: () => PromiseLike<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) {
      patience = LATER_PATIENCE_MS;
      throw new Error(`waited in vain until ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, what: string): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  assert(got === wanted, `${what}: ${got} instead of ${wanted}`);
}
