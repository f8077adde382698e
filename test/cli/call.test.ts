import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { program, workplace } from './program.ts';

const turkish = { LANG: 'tr_TR.UTF-8' };

suite('calling sip-lens', () => {
  const place = workplace();
  after(() => place.remove());
  /** Exit status, what stands on standard output, and the first line of what stands on standard error. */
  const call = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
    const { status, output, errors } = place.run(args, { environment });
    return [status, output, errors.split('\n')[0]];
  };

  test('--version is that of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const flag of ['--version', '-v']) assert.deepEqual(call([flag]), [0, `${version}\n`, '']);
  });

  test('--help tells commands, options and exit status, in both languages', () => {
    const english = place.run(['--help']);
    assert.equal(english.status, 0);
    const { output } = place.run(['-h'], { environment: turkish });
    for (const help of [english.output, output, place.run(['help']).output]) {
      for (const word of [
        'messages',
        'check',
        'explain',
        '--format',
        '--severity',
        '--rule',
        '--as',
        '--lang',
        '--color',
      ]) {
        assert.ok(help.includes(word), word);
      }
      for (const status of [0, 1, 2]) assert.match(help, new RegExp(`^ {2}${status} {2}\\S`, 'm'));
      for (const line of help.split('\n')) assert.ok(line.length <= 120, line);
    }
    assert.match(english.output, /^Exit status:$/m);
    assert.match(output, /^Çıkış durumu:$/m);
  });

  test('a call without a command gets the help on standard error', () => {
    const { status, output, errors } = place.run([]);
    assert.deepEqual([status, output], [2, '']);
    assert.match(errors, /^Usage:$/m);
  });

  test('what is wrong with a call is said in its language, with what may have been meant', () => {
    assert.deepEqual(call(['mesages', 'x']), [
      2,
      '',
      'sip-lens: mesages: there is no such command. Did you mean messages?',
    ]);
    assert.deepEqual(call(['check', '--sevrity', 'hint'], turkish), [
      2,
      '',
      'sip-lens: --sevrity: böyle bir seçenek yok. Şu mu kastedildi: --severity?',
    ]);
    assert.deepEqual(call(['check', '--format', 'xml', '--lang', 'tr', 'x']), [
      2,
      '',
      'sip-lens: xml: --format için geçerli değil (text, json, sarif).',
    ]);
    assert.deepEqual(call(['messages', '--format', 'sarif', 'x']), [
      2,
      '',
      'sip-lens: sarif: not a value of --format (text, json).',
    ]);
    assert.deepEqual(call(['check', '--severity']), [2, '', 'sip-lens: --severity needs a value.']);
    assert.deepEqual(call(['check', '--help=yes']), [2, '', 'sip-lens: --help takes no value.']);
    assert.deepEqual(call(['check', '--rule', 'sip.no=off', 'x']), [2, '', 'sip-lens: sip.no: there is no such rule.']);
    assert.deepEqual(call(['check', '--rule', 'sip.misspelt-heder=off', 'x']), [
      2,
      '',
      'sip-lens: sip.misspelt-heder: there is no such rule. Did you mean sip.misspelt-header?',
    ]);
    assert.deepEqual(call(['messages', '--envelope', '{time} {source', 'x']), [
      2,
      '',
      'sip-lens: {time} {source: not a template: character 8: a brace without the other one.',
    ]);
    assert.deepEqual(call(['messages', '--envelope', '{time}{source}', 'x'], turkish), [
      2,
      '',
      'sip-lens: {time}{source}: şablon değil: 7. karakter: iki yer tutucunun arasında bir şey yok.',
    ]);
    assert.deepEqual(call(['check', '--lang', 'de', 'x']), [2, '', 'sip-lens: de: not a value of --lang (en, tr).']);
    assert.deepEqual(
      call(['check', '--rule', 'sip.misspelt-header', 'x'])[2],
      'sip-lens: --rule sip.misspelt-header needs a level: --rule sip.misspelt-header=LEVEL (error, warning, information, hint, off).',
    );
    assert.deepEqual(call(['messages', '--severity', 'hint', 'x']), [
      2,
      '',
      'sip-lens: --severity is an option of check.',
    ]);
    assert.deepEqual(call(['explain', '--as', 'log', '486'], turkish), [
      2,
      '',
      'sip-lens: --as, messages, check komutunun seçeneğidir.',
    ]);
    assert.deepEqual(call(['check', '-x']), [2, '', 'sip-lens: -x: there is no such option.']);
    assert.deepEqual(call(['messages']), [2, '', 'sip-lens: No files given; - stands for standard input.']);
    assert.deepEqual(call(['explain'], turkish)[2], 'sip-lens: Terim verilmedi; örneğin 486, INVITE ya da Q.850:17.');
  });

  test('what stands behind -- is no option', () => {
    place.write('--help', 'no SIP\n');
    assert.deepEqual(call(['messages', '--', '--help']), [0, '', '']);
  });

  test('the built file can be run by the name of its interpreter', () => {
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });
});
