import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { envelopeOf } from '../../../server/src/readers/log/envelope/envelope.ts';
import type { LayoutSample } from './layouts.ts';
import { enclosedLayouts, markedLayouts } from './marked-layouts.ts';
import { sampleMessages } from './sample-messages.ts';

const trimmed = (message: string): string => message.replaceAll('\r', '').trimEnd();

function readBack({ name, write }: LayoutSample): void {
  test(name, () => {
    const { text, frames } = analyse(sampleMessages.map(write).join(''), { name: 'trace.log' });
    assert.deepEqual(
      frames.map((frame) => trimmed(placedMessage(text, frame).message.text)),
      sampleMessages.map(trimmed),
    );
  });
}

suite('marks for the eye are no part of a message', () => {
  markedLayouts.forEach(readBack);

  test('a time in brackets is no colour', () => {
    const log =
      '[30ms] OPTIONS sip:a@example.com SIP/2.0\n[31ms] Via: SIP/2.0/UDP 192.0.2.1\n[32ms] Subject: [5m] and [10ms]\n[33ms] CSeq: 1 OPTIONS\n[34ms] \n';
    const { text, frames } = analyse(log, { name: 'trace.log' });
    assert.match(placedMessage(text, frames[0]!).message.text, /^Subject: \[5m\] and \[10ms\]$/m);
  });
});

// The first source is inferred from the Via.
suite('what a log says of a message is read beneath its marks', () => {
  for (const [name, escape] of [
    ['as it is', '\u001b'],
    ['spelt', '#033'],
    ['lost', ''],
  ] as const) {
    test(`the escape character ${name}`, () => {
      const prefix = `  ${escape}[33;1mphone:Transport ${escape}[0m`;
      const log = `${prefix}sending message:\n${prefix}\n${sampleMessages[3]!.replace(/^/gm, prefix)}\n${prefix}received ${escape}[1mTCP${escape}[22m message from ${escape}[32m192.0.2.9:5080${escape}[39m:\n${sampleMessages[1]!.replace(/^/gm, prefix)}`;
      const { text, frames } = analyse(log, { name: 'trace.log' });
      const envelopes = frames.map((frame, i) =>
        envelopeOf(text.whole, frame, frames[i - 1]?.end ?? 0, placedMessage(text, frame).message),
      );
      assert.deepEqual(
        envelopes.map(({ direction, source }) => ({ direction, source })),
        [
          { direction: 'out', source: '192.0.2.10:5060' },
          { direction: 'in', source: '192.0.2.9:5080' },
        ],
      );
    });
  }
});

suite('what encloses a message is no part of it', () => {
  enclosedLayouts.forEach(readBack);
});
