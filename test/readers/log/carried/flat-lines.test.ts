import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, envelopeAt, placedMessage } from '../../../../server/src/analysis.ts';
import { methodOf, statusOf, valueOf } from '../../../../server/src/sip/fields.ts';
import { sampleFacts, sampleMessages } from '../sample-messages.ts';

/** A log of messages, each behind a record that says when and from whom, and what tells of it before. */
const lines = sampleMessages.flatMap((message, i) => [
  `2026-11-22 18:48:0${i}.123 [pool-7] looks at it`,
  `2026-11-22 18:48:0${i}.456 [pool-7] received from 192.0.2.1:506${i}: ${message.trimEnd()}`,
  `2026-11-22 18:48:0${i}.789 [pool-7] done with it`,
]);

const flat = (prefix: (n: number) => string): string =>
  `${lines
    .join('\n')
    .split('\n')
    .map((line, n) => `${prefix(n)}${line}`)
    .join(' ')}\n`;

const prefixes: Readonly<Record<string, (n: number) => string>> = {
  pm2: () => '15|edge-app | ',
  compose: () => 'app-1  | ',
  'a relay of system logs': (n) => `Nov 22 18:48:${String(10 + n).slice(0, 2)} edge sipd[${900 + n}]: `,
  'a level and a thread': (n) => `[INFO] [io-${n}] > `,
};

const all = lines.join('\n').split('\n');
const nanoseconds = (n: number): string => `${1795373286123456789n + BigInt(n)}`;

/** Logs on one line, in which every line of the program has the same before it. */
const logs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(prefixes).map(([name, prefix]) => [name, flat(prefix)])),
  'an array of objects': `${JSON.stringify(all.map((line, n) => ({ line, at: nanoseconds(n), fields: { app: 'edge' } })))}\n`,
  'values of a stream': `${JSON.stringify({ data: { result: [{ stream: {}, values: all.map((line, n) => [nanoseconds(n), line]) }] } })}\n`,
};

suite('lines whose line breaks became blanks, each with the same before it', () => {
  for (const [name, log] of Object.entries(logs)) {
    test(name, () => {
      const analysis = analyse(log, { name: 'trace.log' });
      const placed = analysis.frames.map((frame) => placedMessage(analysis.text, frame).message);
      assert.deepEqual(
        placed.map((message) => [
          String(statusOf(message) ?? methodOf(message)),
          valueOf(message, 'Call-ID'),
          valueOf(message, 'CSeq'),
        ]),
        sampleFacts,
      );
      placed.forEach((message, i) => {
        assert.equal(message.text.trimEnd(), sampleMessages[i]!.trimEnd());
        const { direction, source } = envelopeAt(analysis, i);
        assert.deepEqual([direction, source], ['in', `192.0.2.1:506${i}`]);
      });
    });
  }

  test('a sentence that names header fields, a word before each', () => {
    const text = 'OPTIONS sip:bob@example.com SIP/2.0 went out: Via: is missing, From: is wrong, To: as well\n';
    assert.deepEqual(analyse(text, { name: 'trace.log' }).frames, []);
  });
});
