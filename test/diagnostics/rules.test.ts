import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, test } from 'node:test';
import enTexts from '../../data/texts/en/rules.json';
import trTexts from '../../data/texts/tr/rules.json';
import { messageRules, ruleNamed, ruleSeverity, rules } from '../../server/src/features/diagnostics/rules.ts';
import { formatFix, formatMessage, ruleText } from '../../server/src/features/diagnostics/texts.ts';
import { languages } from '../../server/src/knowledge/language.ts';

const loudness = ['off', 'hint', 'information', 'warning', 'error'];

suite('The rule table', () => {
  for (const rule of messageRules) {
    test(`${rule.id} has a source, and is quieter in a log than in a file`, () => {
      assert.match(rule.id, /^sip\.[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(rule.section ?? '', /^RFC \d{4} §\d+(\.\d+)*$/);
      assert.notEqual(rule.logSeverity, 'error');
      assert.ok(loudness.indexOf(rule.logSeverity) <= loudness.indexOf(rule.severity));
    });
  }

  test('gives the severity of a place', () => {
    assert.equal(ruleSeverity('sip.cseq-method-mismatch', false), 'error');
    assert.equal(ruleSeverity('sip.cseq-method-mismatch', true), 'warning');
    assert.equal(ruleSeverity('sip.header-not-applicable', true), 'off');
  });

  test('lets the user have the last word', () => {
    assert.equal(ruleSeverity('sip.cseq-method-mismatch', false, 'hint'), 'hint');
    assert.equal(ruleSeverity('sip.header-not-applicable', true, 'warning'), 'warning');
    assert.equal(ruleSeverity('sip.cseq-method-mismatch', true, 'off'), 'off');
  });

  test('holds the rules of every dialect', () => {
    for (const dialect of ['asterisk', 'freeswitch', 'routing', 'sipp']) {
      assert.ok(rules.some(({ id }) => id.startsWith(`sip.${dialect}-`)));
    }
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    assert.equal(ruleSeverity('sip.sipp-unknown-label', false), 'error');
  });

  test('is looked up by id', () => {
    assert.equal(ruleNamed('sip.missing-header')?.section, 'RFC 3261 §8.1.1');
    assert.equal(ruleNamed('sip.no-such-rule'), undefined);
  });
});

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

suite('The texts of the rules', () => {
  for (const language of languages) {
    test(`are complete in ${language}`, () => {
      for (const { id } of rules) {
        const text = ruleText(language, id);
        for (const part of [text.title, text.message, text.explanation]) assert.ok(part.length > 0, id);
        assert.doesNotMatch(text.title, /[.{]$/, id);
        assert.match(text.explanation, /[.…]$/, id);
        assert.equal((text.explanation.replaceAll(/``.*?``/g, '').match(/`/g) ?? []).length % 2, 0, id);
      }
    });
  }

  test('take the same arguments in every language', () => {
    for (const { id } of rules) {
      assert.deepEqual(placeholders(ruleText('tr', id).message), placeholders(ruleText('en', id).message), id);
    }
    for (const [key, text] of Object.entries(enTexts.fixes)) {
      assert.deepEqual(placeholders(trTexts.fixes[key as keyof typeof enTexts.fixes]), placeholders(text), key);
    }
  });

  test('have the same keys in every language', () => {
    for (const kind of ['rules', 'fixes', 'related'] as const) {
      assert.deepEqual(Object.keys(trTexts[kind]).sort(), Object.keys(enTexts[kind]).sort());
    }
  });

  test('are filled in on one line, and long arguments are cut', () => {
    const finding = { rule: 'sip.misspelt-method', args: ['INVTE', 'INVITE'] } as const;
    assert.equal(formatMessage('en', finding), 'There is no method INVTE. Did you mean INVITE?');
    assert.match(formatMessage('tr', finding), /INVTE.*INVITE/);
    const long = formatMessage('en', { rule: 'sip.malformed-via', args: [`a\r\n b${'c'.repeat(500)}`] });
    assert.doesNotMatch(long, /\n/);
    assert.ok(long.length < 200);
  });

  test('name the quick fixes', () => {
    assert.equal(formatFix('en', { title: 'replace', args: ['INVITE'] }), 'Replace with INVITE');
    assert.notEqual(formatFix('tr', { title: 'replace', args: ['INVITE'] }), 'Replace with INVITE');
  });
});

suite('docs/rules.md and docs/rules.tr.md', () => {
  test('say what the table and the texts say', () => {
    execFileSync(process.execPath, ['scripts/rules-page.mjs', '--check'], { stdio: 'pipe' });
  });
});
