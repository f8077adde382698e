import fc from 'fast-check';
import { properties } from './properties.ts';

/** The long run: every property with new seeds until its share of the time is over. `npm run fuzz [SECONDS] [SEED]` */
const seconds = Number(process.argv[2] ?? 600);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const entries = Object.entries(properties);

console.log(`Fuzzing for ${seconds} s with seed ${seed}.`);
let failed = 0;
for (const [name, property] of entries) {
  const result = fc.check(property as fc.IPropertyWithHooks<unknown>, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: (seconds * 1000) / entries.length,
    skipAllAfterTimeLimit: (seconds * 1300) / entries.length,
  });
  if (result.failed && result.counterexample) {
    failed++;
    console.log(`✖ ${name}\n${fc.defaultReportMessage(result)}`, result.errorInstance);
  } else console.log(`✔ ${name} (${result.numRuns} runs)`);
}
process.exitCode = failed > 0 ? 1 : 0;
