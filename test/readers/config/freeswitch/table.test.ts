import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import table from '../../../../data/dialects/freeswitch.json';
import enTexts from '../../../../data/dialects/texts/en/freeswitch.json';
import enRules from '../../../../data/dialects/texts/en/freeswitch.rules.json';
import trTexts from '../../../../data/dialects/texts/tr/freeswitch.json';
import trRules from '../../../../data/dialects/texts/tr/freeswitch.rules.json';
import { freeswitchRules } from '../../../../server/src/readers/config/freeswitch/rules.ts';

suite('the table', () => {
  test('has a sentence for every row that says something, in both languages', () => {
    for (const group of [
      'application',
      'variable',
      'variablePrefix',
      'profileParameter',
      'gatewayParameter',
    ] as const) {
      const rows = Object.entries(table[group] as Record<string, { silent?: boolean }>);
      const spoken = rows
        .filter(([, row]) => !row.silent)
        .map(([name]) => name)
        .sort();
      for (const texts of [enTexts, trTexts]) assert.deepEqual(Object.keys(texts[group]).sort(), spoken);
    }
  });

  test('has a sentence for every value of a set, in both languages', () => {
    const groups = [table.variable, table.profileParameter, table.gatewayParameter];
    const rows = groups.flatMap((group) => Object.values(group as Record<string, { set?: string }>));
    const names = (words: object, set: string): readonly string[] =>
      Object.keys((words as Record<string, object>)[set] ?? {}).sort();
    for (const { set } of rows) {
      if (set === undefined || set === 'transport') continue;
      assert.ok(names(table, set).length > 0, set);
      for (const texts of [enTexts, trTexts]) assert.deepEqual(names(texts, set), names(table, set));
    }
  });

  test('every rule has its texts, in both languages', () => {
    for (const { rules } of [enRules, trRules]) {
      assert.deepEqual(Object.keys(rules).sort(), freeswitchRules.map(({ id }) => id).sort());
    }
  });
});
