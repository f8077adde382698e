import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { type PartSizes, partsOf } from '../../cli/src/inputs/parts.ts';
import { messagesOf } from '../../cli/src/messages.ts';
import { workplace } from './program.ts';
import { goodMessage, serverLog } from './samples.ts';

const small: PartSizes = { piece: 8192, margin: 4096, lookBack: 1024 };

suite('a log that is too large to be read at once', () => {
  const place = workplace();
  after(() => place.remove());

  const read = (name: string, sizes?: PartSizes) => {
    const path = join(place.folder, name);
    const parts = [...partsOf({ path, named: true }, undefined, sizes)];
    return {
      parts: parts.length,
      records: parts.flatMap((part) => [...messagesOf(part, [])].map(({ record }) => record)),
    };
  };
  const sameInParts = (name: string, text: string, messages: number): void => {
    place.write(name, text);
    const whole = read(name);
    assert.equal(whole.parts, 1);
    assert.equal(whole.records.length, messages);
    const inParts = read(name, small);
    assert.ok(inParts.parts > 5);
    assert.deepEqual(inParts.records, whole.records);
  };
  const numbered = (text: string, count: number, between = ''): string =>
    Array.from({ length: count }, (_, index) => text.replaceAll('example.com', `example.com.${index}`) + between).join(
      '',
    );

  test('reads the same in parts as at once', () => {
    sameInParts('calls.log', numbered(serverLog, 80), 160);
  });

  test('keeps letters whole that a piece cuts in two, and counts lines and columns on', () => {
    const prose = '2026-11-22 18:48:06 çağrı sırası değişti, görüşme sürüyor 📞\n'.repeat(7);
    sameInParts('letters.log', numbered(serverLog, 80, prose), 160);
  });

  test('reads messages that all stand on one line', () => {
    const record = `{"time":"2026-11-22T18:48:06.1Z","msg":"${goodMessage.replaceAll('\n', '\\r\\n')}"},`;
    sameInParts('line.log', `[${numbered(record, 150)}]`, 150);
  });

  test('passes over long stretches without SIP', () => {
    const prose = '2026-11-22 18:48:06 nothing to see here\n'.repeat(1000);
    sameInParts('rare.log', numbered(serverLog, 3, prose), 6);
  });

  test('reads any other file as a whole', () => {
    place.write('many.sip', numbered(goodMessage, 80));
    assert.deepEqual(read('many.sip', small), read('many.sip'));
  });
});
