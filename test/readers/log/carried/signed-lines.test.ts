import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../../server/src/analysis.ts';
import { request, saidIn } from '../envelope/said.ts';

const messagesOf = (log: string): readonly string[] => {
  const { text, frames } = analyse(log, { name: 'trace.log' });
  return frames.map((frame) => placedMessage(text, frame).message.text.trimEnd());
};

const lines = request.trimEnd().split('\n');
const fields = lines.slice(1);
const fieldsOfRecord =
  '_HOSTNAME=edge\nPRIORITY=6\n_UID=0\n_TRANSPORT=stdout\nSYSLOG_IDENTIFIER=sipd\n_COMM=sipd\n_PID=81\n';

suite('lines of a message behind a sign, among others without it', () => {
  test('what a page parted from its stamps', () => {
    const log = ['The gateway says:', ...lines.flatMap((line) => ['13:50:37.123 1 L 12 00010000-', `>${line}`])].join(
      '\n\n',
    );
    assert.deepEqual(messagesOf(`${log}\n\n13:50:38.123 1 L 12 00010000-closed\n`), [request.trimEnd()]);
    assert.deepEqual(saidIn(log), { time: '13:50:37.123' });
  });

  test('what a program made of each header field, behind it', () => {
    const log = lines.map(
      (line, i) => `13:50:37.${100 + i} -> -_ ${line}\n\n13:50:37.${100 + i} ->  field ${i}  read\n`,
    );
    assert.deepEqual(messagesOf(`${log.join('')}13:50:38.123 -> done\n`), [request.trimEnd()]);
  });

  test('a field of records, as the journal of systemd exports them', () => {
    const record = (message: string, i: number): string =>
      `__CURSOR=s=57;i=${i}\n__REALTIME_TIMESTAMP=17959602371234${50 + i}\n${fieldsOfRecord}MESSAGE=${message}\n\n`;
    const log = ['1(81) INFO: OPTIONS from 192.0.2.1:5062 received', ...lines, '1(81) INFO: done'].map(record).join('');
    assert.deepEqual(messagesOf(log), [request.trimEnd()]);
    assert.deepEqual(saidIn(log), {
      time: '2026-11-29T13:50:37.123451Z',
      direction: 'in',
      source: '192.0.2.1:5062',
    });
  });

  test('fields of others without the sign are no part of it', () => {
    const log = `> ${lines[0]}\nreceived\n${fields.map((field) => `${field}\n> x\n`).join('')}`;
    assert.ok(messagesOf(log).every((message) => !message.includes('> x')));
  });
});
