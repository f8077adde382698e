import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, suite, test } from 'node:test';
import { plainEnvironment, program, records, workplace } from './program.ts';
import { goodMessage, serverLog } from './samples.ts';

const PAINT = /\u001b\[\d+m/;

/** `script` of util-linux lends a program a terminal. */
const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
const skip = hasTerminal ? false : 'no terminal to lend';

suite('the command line on a terminal and off it', () => {
  const place = workplace();
  after(() => place.remove());
  place.write('server.log', serverLog);
  const onTerminal = (command: string, environment: Readonly<Record<string, string>> = {}): string => {
    const line = `'${process.execPath}' '${program}' ${command}`;
    const env = { ...plainEnvironment, ...environment };
    return spawnSync('script', ['-qec', line, '/dev/null'], { cwd: place.folder, env, encoding: 'utf8' }).stdout;
  };

  test('paints nothing off a terminal, unless it is told to', () => {
    assert.doesNotMatch(place.run(['messages', 'server.log']).output, PAINT);
    assert.match(place.run(['messages', '--color', 'always', 'server.log']).output, PAINT);
    assert.match(place.run(['explain', '--color=always', '486']).output, PAINT);
  });

  test('paints on a terminal, but not where colours are not wanted', { skip }, () => {
    assert.match(onTerminal('messages server.log'), PAINT);
    assert.doesNotMatch(onTerminal('messages --color never server.log'), PAINT);
    assert.doesNotMatch(onTerminal('messages server.log', { NO_COLOR: '1' }), PAINT);
    assert.doesNotMatch(onTerminal('messages server.log', { TERM: 'dumb' }), PAINT);
    assert.match(onTerminal('messages --color always server.log', { NO_COLOR: '1' }), PAINT);
  });

  test('sums up for people only, and shows no progress for short work', { skip }, () => {
    const shown = onTerminal('messages server.log');
    assert.match(shown, /Messages: 2\. Files: 1\.\r\n$/);
    assert.doesNotMatch(shown, /%|\u001b\[K/);
    assert.equal(place.run(['messages', 'server.log']).errors, '');
  });

  test('tells people of what a folder holds that is no text yet', { skip }, () => {
    place.write('rotated/server.log', serverLog);
    place.write('rotated/server.log.1.gz', Buffer.from([0x1f, 0x8b, 8, 0]));
    place.write('rotated/trunk.pcap', Buffer.from([0xd4, 0xc3, 0xb2, 0xa1]));
    place.write('rotated/core', Buffer.from([0, 1, 2, 3]));
    assert.match(
      onTerminal('messages rotated'),
      /Messages: 2\. Files: 1\. Compressed files and packet captures passed over: 2\.\r\n$/,
    );
    assert.equal(place.run(['messages', 'rotated']).errors, '');
  });

  test('lets no text act on the terminal: neither a log, nor a file name, nor an argument', () => {
    const evil = '\u001b]0;owned\u0007\u009b31m\u202e';
    const log = goodMessage.replace('two@', `two${evil}@`).replace('bob@', `bob${evil}@`);
    place.write(`${evil}.log`, log);
    const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
    const calls = [
      ['messages', `${evil}.log`],
      ['check', '--severity', 'hint', `${evil}.log`],
      ['check', '--format', 'json', `${evil}.log`],
      ['check', '--format', 'sarif', `${evil}.log`],
      ['messages', '--format', 'json', `${evil}.log`],
      ['messages', `missing${evil}`],
      ['explain', evil],
      [evil],
      ['messages', `--format=${evil}`],
    ];
    for (const call of calls) {
      const { output, errors } = place.run(call);
      assert.notEqual(output + errors, '');
      assert.doesNotMatch(output + errors, acting);
    }
    const painted = place.run(['messages', '--color', 'always', `${evil}.log`]).output;
    assert.doesNotMatch(painted.replaceAll(/\u001b\[\d+m/g, ''), acting);
    const [record] = records(place.run(['messages', '--format', 'json', `${evil}.log`]));
    assert.equal(record?.['file'], `${evil}.log`, 'programs get the name as it is');
  });

  test('stops without a word when the reader has seen enough', { skip: process.platform === 'win32' }, () => {
    place.write('long.log', serverLog.repeat(2000));
    const line = `{ '${process.execPath}' '${program}' messages long.log; echo "status $?" >&2; } | head -1`;
    const options = { cwd: place.folder, env: plainEnvironment, encoding: 'utf8' } as const;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], options);
    assert.match(stdout, /^long\.log:2:1 .+\n$/);
    assert.equal(stderr, 'status 0\n');
  });
});
