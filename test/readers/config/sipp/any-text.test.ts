import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { isSipp, readSipp } from '../../../../server/src/readers/config/sipp/read.ts';
import type { Term } from '../../../../server/src/readers/mention.ts';
import { textOf } from '../../../../server/src/sip/span.ts';
import { corpus, fixture } from './scenarios.ts';

suite('robustness', () => {
  test('a scenario that is being typed: nothing throws, everything stays inside', () => {
    for (let end = 0; end <= fixture.length; end += 3) {
      const text = fixture.slice(0, end);
      const reading = readSipp(text);
      isSipp(text, 'x.xml');
      for (const { span } of [
        ...reading.mentions,
        ...reading.findings,
        ...reading.wildcards.map((span) => ({ span })),
      ]) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= end);
      }
      for (const frame of reading.frames) assert.ok(frame.start < frame.end && frame.end <= end);
      reading.slotAt(end);
    }
  });
});

suite('scenarios of SIPp itself', { skip: !existsSync(corpus) }, () => {
  const files = existsSync(corpus) ? readdirSync(corpus) : [];
  for (const file of files) {
    test(file, () => {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      assert.ok(isSipp(text, file));
      const reading = readSipp(text);
      assert.deepEqual(reading.findings, []);
      // Labelled by their spelling alone: attribute values, `[last_X:]` and keywords outside comments.
      const labelled = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
      const label = (pattern: RegExp): readonly string[] =>
        [...labelled.matchAll(pattern)].map((match) => match[1] ?? '');
      const found = (...kinds: readonly Term['kind'][]): readonly string[] =>
        reading.mentions.filter(({ term }) => kinds.includes(term.kind)).map(({ span }) => textOf(text, span));
      assert.deepEqual(found('statusCode', 'method'), label(/\b(?:request|response)="(\w+)"/g));
      assert.deepEqual(found('headerField'), label(/(?:\[last_|\bheader=")([A-Za-z-]+):/g));
      const keywords = reading.mentions.filter(({ term }) => term.kind === 'dialectTerm' && term.group === 'keyword');
      assert.deepEqual(
        keywords.map(({ span }) => textOf(text, span)),
        label(/\[(last_(?=[A-Z])|\$\w+|[a-z_]+)/g),
      );
      assert.equal(reading.frames.length, label(/<send\b()/g).length);
    });
  }
});
