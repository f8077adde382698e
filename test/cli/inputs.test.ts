import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { records, workplace } from './program.ts';
import { faultyMessage, goodMessage, serverLog } from './samples.ts';

/** Bytes that mean nothing to anybody, the same in every run. */
const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * index * 31 + index * 7) % 256);

suite('what the command line reads', () => {
  const place = workplace();
  after(() => place.remove());
  place.write('server.log', serverLog);
  const places = (...args: string[]): readonly unknown[] =>
    records(place.run(['messages', '--format', 'json', ...args])).map(({ file, line }) => `${file}:${line}`);
  const bigEndian = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

  test('several files, in the order of the call', () => {
    place.write('options.sip', goodMessage);
    assert.deepEqual(places('server.log', 'options.sip'), ['server.log:2', 'server.log:13', 'options.sip:1']);
  });

  test('standard input, beside files', () => {
    const outcome = place.run(['messages', '--format', 'json', 'options.sip', '-'], { input: serverLog });
    assert.deepEqual(
      records(outcome).map(({ file }) => file),
      ['options.sip', '-', '-'],
    );
  });

  test('a program that the call names, for the messages in its strings', () => {
    place.write('tests/sample.java', `String sample = """\n${goodMessage}""";\n`);
    assert.deepEqual(places('tests/sample.java'), ['tests/sample.java:2']);
    assert.deepEqual(places('tests'), []);
    assert.equal(place.run(['check', '--severity', 'hint', 'tests/sample.java']).output, '');
  });

  test('folders with all that is text in them, in the order of the names', () => {
    place.write('folder/b.log', serverLog);
    place.write('folder/a/deep.txt', serverLog);
    place.write('folder/c.gz', gzipSync(serverLog));
    place.write('folder/d.bin', noise);
    place.write('folder/e.ts', `const sample = \`${serverLog}\`;`);
    place.write('folder/empty.log', '');
    place.write('folder/notes.txt', 'no such thing here\n');
    place.write('folder/node_modules/x/x.log', serverLog);
    symlinkSync('..', join(place.folder, 'folder', 'loop'));
    assert.deepEqual(places('folder'), [
      join('folder', 'a', 'deep.txt:2'),
      join('folder', 'a', 'deep.txt:13'),
      join('folder', 'b.log:2'),
      join('folder', 'b.log:13'),
    ]);
    assert.deepEqual(place.run(['check', 'folder']), { status: 0, output: '', errors: '' });
  });

  test('says which input is missing, reads the others, and exits with 2', () => {
    const outcome = place.run(['messages', '--format', 'json', 'missing.log', 'server.log']);
    assert.equal(outcome.status, 2);
    assert.equal(outcome.errors, 'sip-lens: missing.log: no such file or folder\n');
    assert.equal(records(outcome).length, 2);
    assert.equal(
      place.run(['check', '--lang', 'tr', 'missing.log']).errors,
      'sip-lens: missing.log: böyle bir dosya ya da klasör yok\n',
    );
  });

  test('exits with 2 for an unreadable input even where there are problems', () => {
    place.write('faulty.sip', faultyMessage);
    assert.equal(place.run(['check', 'faulty.sip', 'missing.log']).status, 2);
  });

  test('says of a named file what it is instead of text', () => {
    place.write('rotated.log.gz', gzipSync(serverLog));
    place.write('noise.bin', noise);
    place.write('trace.pcap', Uint8Array.from([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, ...noise]));
    const { status, output, errors } = place.run(['messages', 'rotated.log.gz', 'noise.bin', 'trace.pcap']);
    assert.deepEqual([status, output], [2, '']);
    const [packed, binary, capture] = errors.split('\n');
    assert.match(packed ?? '', /^sip-lens: rotated\.log\.gz: compressed; .*zcat/);
    assert.equal(binary, 'sip-lens: noise.bin: not text');
    assert.match(capture ?? '', /^sip-lens: trace\.pcap: a packet capture, .*tshark/);
  });

  test('an empty file holds nothing', () => {
    place.write('empty.log', '');
    assert.deepEqual(place.run(['messages', 'empty.log']), { status: 0, output: '', errors: '' });
    assert.deepEqual(place.run(['check', 'empty.log']), { status: 0, output: '', errors: '' });
  });

  test('any line ends, and a byte order mark', () => {
    place.write('crlf.log', `\ufeff${serverLog.replaceAll('\n', '\r\n')}`);
    assert.deepEqual(places('crlf.log'), ['crlf.log:2', 'crlf.log:13']);
    place.write('marked.sip', `\ufeff${goodMessage}`);
    assert.equal(records(place.run(['messages', '--format', 'json', 'marked.sip']))[0]?.['column'], 1);
  });

  test('UTF-16 in both orders, with and without a byte order mark', () => {
    place.write('little.log', Buffer.from(`\ufeff${serverLog}`, 'utf16le'));
    place.write('big.log', bigEndian(`\ufeff${serverLog}`));
    place.write('unmarked.log', Buffer.from(serverLog, 'utf16le'));
    place.write('unmarked-big.log', bigEndian(serverLog));
    for (const name of ['little', 'big', 'unmarked', 'unmarked-big']) {
      assert.deepEqual(places(`${name}.log`), [`${name}.log:2`, `${name}.log:13`]);
    }
  });

  test('text with bytes that are no UTF-8, and with the NULs that rotation leaves', () => {
    place.write(
      'turkish.log',
      Buffer.from(serverLog.replace('NOTICE', 'G\u00fcnl\u00fck \u00e7a\u011fr\u0131'), 'latin1'),
    );
    place.write('nuls.log', Buffer.concat([Buffer.alloc(200_000), Buffer.from(`\n${serverLog}`)]));
    assert.equal(places('turkish.log').length, 2);
    assert.deepEqual(places('nuls.log'), ['nuls.log:3', 'nuls.log:14']);
  });

  test('a folder in place of a text file is no failure, a file below a file is', () => {
    mkdirSync(join(place.folder, 'hollow.log'));
    assert.deepEqual(place.run(['messages', 'hollow.log']), { status: 0, output: '', errors: '' });
    assert.equal(place.run(['messages', 'server.log/x']).status, 2);
  });
});
