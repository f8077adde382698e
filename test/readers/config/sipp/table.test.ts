import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import sippTable from '../../../../data/dialects/sipp.json';
import enTexts from '../../../../data/dialects/texts/en/sipp.json';
import enRules from '../../../../data/dialects/texts/en/sipp.rules.json';
import trTexts from '../../../../data/dialects/texts/tr/sipp.json';
import trRules from '../../../../data/dialects/texts/tr/sipp.rules.json';
import { sippRules } from '../../../../server/src/readers/config/sipp/rules.ts';

suite('the table', () => {
  test('has a sentence for every row, in both languages', () => {
    const attributes = new Set(Object.values(sippTable.elements).flatMap((element) => element.attributes));
    for (const texts of [enTexts, trTexts]) {
      assert.deepEqual(Object.keys(texts.element).sort(), Object.keys(sippTable.elements).sort());
      assert.deepEqual(Object.keys(texts.keyword).sort(), Object.keys(sippTable.keywords).sort());
      assert.deepEqual(Object.keys(texts.attribute).sort(), [...attributes].sort());
    }
  });

  test('every rule has its texts, in both languages', () => {
    for (const { rules } of [enRules, trRules]) {
      assert.deepEqual(Object.keys(rules).sort(), sippRules.map(({ id }) => id).sort());
    }
    assert.deepEqual(Object.keys(enRules.fixes), Object.keys(trRules.fixes));
  });
});
