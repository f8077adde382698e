import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
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

suite('what encloses a message is no part of it', () => {
  enclosedLayouts.forEach(readBack);
});
