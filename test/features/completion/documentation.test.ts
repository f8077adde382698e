import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-types';
import { resolveCompletion } from '../../../server/src/features/completion/completion.ts';
import { explain } from '../../../server/src/features/explain/explain.ts';
import { audio, invite, itemAt, itemsAt, session } from './offered.ts';

suite('documentation', () => {
  const documented = (item: CompletionItem, language: 'en' | 'tr') =>
    (resolveCompletion(item, language).documentation as MarkupContent | undefined)?.value;

  test('an item says what hover says, in both languages, once it is looked at', () => {
    const item = itemAt('SIP/2.0 |', '486 Busy Here');
    assert.equal(item.documentation, undefined);
    for (const language of ['en', 'tr'] as const) {
      assert.equal(documented(item, language), explain(language, { kind: 'statusCode', code: 486 }));
    }
  });

  test('every item of every kind has some', () => {
    const places = [
      '|',
      'SIP/2.0 |',
      `${invite}|`,
      `${invite}Supported: |`,
      `${invite}Event: |`,
      `${invite}Warning: |`,
      `${invite}Reason: |`,
    ];
    const deeper = [
      `${invite}Reason: Q.850;cause=|`,
      `${invite}Contact: <sip:x@y>;|`,
      `${invite}To: <sip:x@y;|>`,
      `${audio}a=|`,
      `${session}m=|`,
      `${session}m=a 1 |`,
    ];
    for (const place of [...places, ...deeper]) {
      for (const item of itemsAt(place).filter(({ label }) => label !== 'SIP/2.0')) {
        assert.ok(documented(item, 'tr'), `${item.label} at ${place}`);
      }
    }
  });

  test('a client that never asks gets it at once', () => {
    const item = itemAt('SIP/2.0 |', '486 Busy Here', { snippets: false, documentIn: 'tr' });
    assert.equal((item.documentation as MarkupContent).value, explain('tr', { kind: 'statusCode', code: 486 }));
  });

  test('a whole message shows itself, and what it is for', () => {
    const value = documented(itemAt('|', 'BYE …', { snippets: true }), 'tr') ?? '';
    assert.match(value, /^Çağrıyı bitirir/);
    assert.match(value, /```sip\nBYE sip:bob@example\.com SIP\/2\.0\n[^$]*\n```$/);
  });

  test('an item of somebody else stays as it is', () => {
    const item = { label: 'INVITE' };
    assert.equal(resolveCompletion(item, 'en'), item);
  });

  test('behind a name that has values the client may open the list again', () => {
    const client = { snippets: true, suggestAgain: 'editor.action.triggerSuggest' };
    assert.equal(itemAt(`${invite}|`, 'Event', client).command?.command, 'editor.action.triggerSuggest');
    assert.equal(itemAt(`${invite}|`, 'Subject', client).command, undefined);
    assert.equal(itemAt(`${invite}|`, 'Event').command, undefined);
  });
});
