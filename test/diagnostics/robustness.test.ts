import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../server/src/features/diagnostics/judge.ts';
import { formatFix, formatMessage } from '../../server/src/features/diagnostics/texts.ts';
import { good, goodFolder, judge } from './judging.ts';

/** What holds for the findings of any text whatever. */
function assertSound(text: string, findings: readonly Finding[]): void {
  assert.ok(findings.length <= 100);
  let last = 0;
  for (const finding of findings) {
    const { start, end } = finding.span;
    assert.ok(0 <= start && start <= end && end <= text.length, `${finding.rule} ${start}–${end} of ${text.length}`);
    assert.ok(start >= last, 'ordered by where they start');
    last = start;
    for (const language of ['en', 'tr'] as const) {
      assert.doesNotMatch(formatMessage(language, finding), /\{\d\}|undefined|\n/);
      if (finding.fix) assert.doesNotMatch(formatFix(language, finding.fix), /\{\d\}|undefined/);
    }
    for (const edit of finding.fix?.edits ?? []) {
      assert.ok(0 <= edit.span.start && edit.span.start <= edit.span.end && edit.span.end <= text.length);
    }
  }
}

const fixtures = readdirSync(goodFolder).map((file) => good(file.replace(/\.sip$/, '')));

/** What hurts parsers: separators, quotes, brackets, line ends, escapes, control characters, half characters. */
const spice = fc.constantFrom(
  ...[...'",;<>:=@%?[](){}\\/*# \t\r\n'],
  '\u0000',
  '\u001b[31m',
  '\ud83d',
  '\ufffd',
  '\r\n',
  '\r\n\r\n',
  ':::',
  'SIP/2.0',
  '--',
  '99999999999999999999',
);

/** Where a text is changed (as a part of its length), how much of it goes, and what comes in. */
const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.array(spice, { maxLength: 4 }));

const mutated = (text: string, changes: readonly [number, number, readonly string[]][]): string =>
  changes.reduce((result, [where, gone, come]) => {
    const at = Math.floor(where * result.length);
    return result.slice(0, at) + come.join('') + result.slice(at + gone);
  }, text);

suite('Judging never falls over', () => {
  test('on messages with random damage', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        (message, changes, complete, trustedBodyEnd) => {
          const text = mutated(message, changes as [number, number, string[]][]);
          assertSound(text, judge(text, { complete, trustedBodyEnd, wildcard: (part) => part.includes('[') }));
        },
      ),
      { seed: 4475, numRuns: 2000 },
    );
  });

  test('on messages that end anywhere', () => {
    for (const message of fixtures) {
      for (let end = 0; end <= message.length; end += 7) {
        const text = message.slice(0, end);
        assertSound(text, judge(text));
        assertSound(text, judge(text, { complete: false, trustedBodyEnd: false }));
      }
    }
  });

  test('on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => assertSound(text, judge(text))),
      { seed: 5118, numRuns: 500 },
    );
  });
});

suite('A message that a log cut has no fault because of it', () => {
  test('wherever it ends', () => {
    for (const message of fixtures) {
      const remarks = judge(message).length;
      for (let end = 1; end <= message.length; end++) {
        const text = message.slice(0, end);
        // A start line that was cut is none yet.
        if (!text.includes('\n')) continue;
        const found = judge(text, { complete: false, trustedBodyEnd: false });
        const rules = found.map(({ rule }) => rule);
        assert.ok(found.length <= remarks, `${rules.join(' ')} at the end of ${JSON.stringify(text.slice(-60))}`);
      }
    }
  });
});

/** Large input of the kinds that make careless parsers quadratic: each of these ends in an instant, or nobody waits for it. */
const head = good('invite').slice(0, good('invite').indexOf('\n\n') + 1);
const many = 200_000;
const hostile: Readonly<Record<string, string>> = {
  'a line of a megabyte': `${head}X-Long: ${'a'.repeat(1_000_000)}\n\n`,
  'blanks and a bracket': `${head}Subject: x\nReply-To: <sip:a@b>;x=${' '.repeat(many)}<\n\n`,
  'a header folded again and again': `${head}Subject: a${'\n b'.repeat(many)}\n\n`,
  'lines without a colon': `${head}${'no colon here\n'.repeat(many)}\n`,
  'header fields nobody knows': `${head}${Array.from({ length: 10_000 }, (_, n) => `Contac${n}: 1\n`).join('')}\n`,
  'addresses without an end': `${head}Route: ${'<sip:a>,'.repeat(many)}\n\n`,
  'parameters without an end': `${head}Via: SIP/2.0/UDP a${';x'.repeat(many)}\n\n`,
  'separators only': `${head}Via: ${';,'.repeat(many)}\n\n`,
  'percent signs': `INVITE sip:${'%'.repeat(60_000)}@[${'%'.repeat(4000)} SIP/2.0\n\n`,
  backslashes: `${head}Reply-To: "${'\\'.repeat(many)}\n\n`,
  'line ends in the body': `${head}\n${'\r\n'.repeat(many)}x${'\r'.repeat(many)}y`,
  'attributes without a value': `${good('invite')}${'a=x\n'.repeat(many)}`,
  'nested multipart': `INVITE sip:a@b.c SIP/2.0\nContent-Type: multipart/mixed;boundary=x\n\n${'--x\nContent-Type: multipart/mixed;boundary=x\n\n'.repeat(many / 10)}`,
};

suite('Hostile input', () => {
  for (const [name, text] of Object.entries(hostile)) {
    test(name, () => assertSound(text, judge(text)));
  }
});
