import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../../server/src/analysis.ts';
import { sampleMessages } from '../sample-messages.ts';

const GREEN = '\u001b[32m';
const PLAIN = '\u001b[0m';

const shown = sampleMessages
  .map((message, i) => `18:48:0${i} received\r\n${GREEN}${message.replaceAll('\n', '\r\r\n')}${PLAIN}\r\n\r\n`)
  .join('');

const event = (text: string, i: number, code = 'o'): string => JSON.stringify([(i + 1) / 8, code, text]);

/** A recording of a terminal whose program prints so many characters at once. */
const recorded = (width: number): string =>
  [
    '{"version": 2, "width": 120, "height": 40, "timestamp": 1795374480, "env": {"TERM": "xterm"}}',
    event('$ sip-trace\r\n', 0),
    ...(shown.match(new RegExp(`[^]{1,${width}}`, 'g')) ?? []).flatMap((text, i) => [
      event(text, i + 1),
      ...(i % 3 === 1 ? [event('\r', i + 1, 'i')] : []),
    ]),
    '',
  ].join('\n');

suite('messages in a recording of a terminal, whose events they go over', () => {
  for (const width of [140, 170, 200, 700, 4096])
    test(`${width} characters an event`, () => {
      const { text, frames } = analyse(recorded(width), { name: 'session.cast' });
      assert.deepEqual(
        frames.map((frame) => placedMessage(text, frame).message.text.replaceAll('\r', '').trimEnd()),
        sampleMessages.map((message) => message.trimEnd()),
      );
    });

  test('a line break that stands in two events', () => {
    const [message = ''] = sampleMessages;
    const [head, tail] = message.replaceAll('\n', '\r\r\n').split(/(?<=rport\r\r)/);
    const { text, frames } = analyse(`${event(head ?? '', 1)}\n${event(tail ?? '', 2)}\n`, { name: 'session.cast' });
    assert.equal(placedMessage(text, frames[0]!).message.text.replaceAll('\r', '').trimEnd(), message.trimEnd());
  });
});
