import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { suite, test } from 'node:test';
import { analyse } from '../../server/src/analysis.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { described, judge, loud } from './judging.ts';

/** Recorded traffic of real programs is good but for what was broken on purpose. */

const logs = '../shared/corpora/logs';

/** SIPp's messages stand between lines of dashes, after a line that says how long they are. */
function sippMessages(log: string): string[] {
  return log
    .split(/^-{20,}.*$/m)
    .map((record) => record.replace(/^\s*\S+ message [^\n]*\n\s*/, '').trimEnd())
    .filter((record) => /^(?:SIP\/2\.0 |[A-Z]+ sip:)/.test(record))
    .map((message) => `${message}\r\n${message.includes('\r\n\r\n') ? '' : '\r\n'}`);
}

/** sngrep's messages follow a line with time and addresses. */
const sngrepMessages = (log: string): string[] =>
  log
    .split(/^\d{4}\/\d\d\/\d\d [\d:.]+ \S+ -> \S+\s*\n/m)
    .map((record) => record.replace(/(?:\r?\n){2}$/, '\n'))
    .filter((record) => /^(?:SIP\/2\.0 |[A-Z]+ sip:)/.test(record));

const problems = (messages: readonly string[]): string[] =>
  messages.flatMap((message) => described(message, loud(judge(message))));

suite('SIPp message logs', { skip: existsSync(`${logs}/sipp`) ? false : 'no corpora' }, () => {
  for (const file of existsSync(`${logs}/sipp`) ? readdirSync(`${logs}/sipp`) : []) {
    if (!file.endsWith('-messages.log')) continue;
    test(file, () => {
      const messages = sippMessages(readFileSync(`${logs}/sipp/${file}`, 'utf8'));
      assert.ok(messages.length > 0);
      assert.deepEqual(problems(messages), []);
    });
  }
});

suite('sngrep calls', { skip: existsSync(`${logs}/sngrep/calls.txt`) ? false : 'no corpora' }, () => {
  // SIPp took the blanks off the folds of one subject.
  const isBroken = (message: string): boolean => /^Call-ID: bad\d|^s: folded/m.test(message);
  const messages = existsSync(`${logs}/sngrep/calls.txt`)
    ? sngrepMessages(readFileSync(`${logs}/sngrep/calls.txt`, 'utf8'))
    : [];

  test('good messages have no problem but one scenario that forgot its To tags', () => {
    assert.ok(messages.length > 300);
    const found = problems(messages.filter((message) => !isBroken(message)));
    assert.deepEqual(
      found.filter((problem) => !problem.startsWith('sip.missing-to-tag')),
      [],
    );
    assert.equal(found.length, 8);
  });

  test('every message that was broken on purpose has one', () => {
    for (const message of messages.filter(isBroken)) {
      if (!message.startsWith('SIP/2.0')) assert.notDeepEqual(problems([message]), [], message);
    }
  });
});

/** Logs of messages that stand on lines of their own. */
const products = ['asterisk', 'baresip', 'ngrep/byline.txt', 'rsyslog', 'sipp', 'sngrep'];

suite('In logs nothing is an error', { skip: existsSync(logs) ? false : 'no corpora' }, () => {
  for (const product of products) {
    test(product, () => {
      for (const path of filesIn(`${logs}/${product}`)) {
        const analysis = analyse(readFileSync(path, 'utf8'), { name: path, languageId: 'log' });
        const loudest = [...problemsOf(analysis, {})].filter(({ severity }) => /error|warning/.test(severity));
        // One OPTIONS whose CSeq says INVITE was sent on purpose.
        const unexpected = loudest.filter(({ rule }) => rule !== 'sip.cseq-method-mismatch');
        assert.deepEqual(unexpected, [], path);
        assert.ok(loudest.length <= 1, path);
      }
    });
  }
});

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return statSync(path).isFile() ? [path] : readdirSync(path).map((file) => `${path}/${file}`);
}
