import { suite, test } from 'node:test';
import fc from 'fast-check';
import { properties } from './properties.ts';

suite('Whatever the input', () => {
  for (const [name, property] of Object.entries(properties)) {
    test(name, () => {
      fc.assert(property as fc.IPropertyWithHooks<unknown>, { seed: 3261, numRuns: 60 });
    });
  }
});
