import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { statusOf } from '../../server/src/features/status.ts';
import { documentOf } from '../support/documents.ts';

const busy = 'SIP/2.0 486 Busy Here\nCall-ID: 1@example.com\nCSeq: 1 INVITE\n\n';

suite('what was recognised in a document', () => {
  for (const [name, text, en, tr] of [
    ['m.sip', busy, 'SIP message file: 1 message', 'SIP mesaj dosyası: 1 mesaj'],
    ['m.sip', busy + busy, 'SIP message file: 2 messages', 'SIP mesaj dosyası: 2 mesaj'],
    ['trace.log', busy, 'Log with SIP: 1 message', 'SIP içeren günlük (log): 1 mesaj'],
    ['trace.log', busy + busy, 'Log with SIP: 2 messages', 'SIP içeren günlük (log): 2 mesaj'],
    ['trace.log', 'started\n', 'No SIP messages here', 'Burada SIP mesajı yok'],
    [
      'extensions.conf',
      '[default]\nexten => 100,1,Dial(PJSIP/100)\nsame => n,Hangup(17)\n',
      'Asterisk configuration: 2 SIP mentions',
      'Asterisk yapılandırması: SIP geçen 2 yer',
    ],
  ] as const) {
    test(en, () => {
      const { analysis } = documentOf(text, name, name.endsWith('.conf') ? 'ini' : undefined);
      assert.deepEqual([statusOf(analysis, 'en').text, statusOf(analysis, 'tr').text], [en, tr]);
    });
  }
});
