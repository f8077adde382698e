import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { isFreeswitch } from '../../../../server/src/readers/config/freeswitch/is-freeswitch.ts';
import { readFreeswitch } from '../../../../server/src/readers/config/freeswitch/read.ts';
import { corpus, dialplan, profile } from './documents.ts';

suite('robustness', () => {
  test('a file that is being typed: nothing throws, everything stays inside', () => {
    for (const whole of [dialplan, profile]) {
      for (let end = 0; end <= whole.length; end += 2) {
        const text = whole.slice(0, end);
        const reading = readFreeswitch(text);
        isFreeswitch(text, 'x.xml');
        for (const { span } of [
          ...reading.mentions,
          ...reading.findings,
          ...reading.wildcards.map((span) => ({ span })),
        ]) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= end);
        }
        reading.slotAt(end);
      }
    }
  });
});

suite("FreeSWITCH's own configuration", { skip: !existsSync(corpus) }, () => {
  for (const file of existsSync(corpus) ? readdirSync(corpus) : []) {
    test(`${file}: no problem`, () => {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      assert.ok(isFreeswitch(text, file));
      assert.deepEqual(readFreeswitch(text).findings, []);
    });
  }

  test('applications and references are found wherever they stand outside comments', () => {
    for (const file of readdirSync(corpus)) {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      const labelled = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
      const places = new Set(readFreeswitch(text).mentions.map(({ span }) => span.start));
      const expected = labelled.matchAll(
        /(?<=application=")(?:answer|bridge|hangup|deflect|respond|ring_ready|pre_answer|att_xfer)(?=")|(?<=(?<!\$)\$\{)sip_\w+|(?<=<param name=")(?:auth|sip|rfc|ext|force|challenge|inbound|apply)-[\w-]+(?=")/g,
      );
      for (const match of expected) assert.ok(places.has(match.index), `${file}: ${match[0]} at ${match.index}`);
    }
  });
});
