import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { described, good, goodFolder, judge } from './judging.ts';

/** What is right and yet worth a word: old peers, and header fields that mean nothing where they stand. */
const remarks: Readonly<Record<string, readonly string[]>> = {
  'kamailio-options-503': ['sip.branch-without-cookie'],
  'polycom-ack': ['sip.header-not-applicable'],
  'rfc2543-invite': ['sip.missing-branch'],
};

suite('Good messages are left alone', () => {
  for (const name of readdirSync(goodFolder).map((file) => file.replace(/\.sip$/, ''))) {
    test(name, () => {
      const text = good(name);
      const wanted = remarks[name] ?? [];
      const found = judge(text);
      assert.deepEqual(
        found.map(({ rule }) => rule),
        wanted,
        described(text, found).join('\n'),
      );
    });

    test(`${name}, as it was on the wire`, () => {
      const text = good(name).replaceAll('\n', '\r\n');
      assert.deepEqual(
        judge(text).map(({ rule }) => rule),
        remarks[name] ?? [],
      );
    });
  }
});
