import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-types';
import { complete } from '../../../server/src/features/completion/completion.ts';
import { documentOf } from '../../support/documents.ts';
import { fixture, invite, offered, plain, session } from './offered.ts';

suite('every offset', () => {
  for (const name of ['call.sip', 'calls.log']) {
    test(`${name}: every edit is on the line of the caret and holds it`, () => {
      const text = fixture(name);
      for (const variant of [text, text.replaceAll('\n', '\r\n')]) {
        const { document, analysis } = documentOf(variant, name);
        for (let offset = 0; offset <= variant.length; offset++) {
          const caret = document.positionAt(offset);
          for (const { label, textEdit } of complete(analysis, offset, plain, document).slice(0, 40)) {
            const { start, end } = (textEdit as TextEdit).range;
            const isOnLine = start.line === caret.line && end.line === caret.line;
            const holds = isOnLine && start.character <= caret.character && caret.character <= end.character;
            assert.ok(holds, `${label} at ${JSON.stringify(variant.slice(Math.max(0, offset - 40), offset))}`);
          }
        }
      }
    });
  }

  test('names that every object has mean nothing', () => {
    const lines = [
      'constructor: |',
      '__proto__: |',
      'toString: a;|',
      'Via: SIP/2.0/UDP a;constructor=|',
      'To: <sip:a@b;toString=|>',
    ];
    for (const line of lines) assert.deepEqual(offered(`${invite}${line}`), [], line);
    const sdp = [
      'a=constructor:|',
      'm=constructor 1 RTP/AVP |',
      'm=valueOf 1 RTP/AVP 96\na=rtpmap:|',
      'm=audio 1 RTP/AVP 96\na=rtpmap:96 constructor/8000\na=fmtp:|',
    ];
    for (const line of sdp) assert.ok(offered(`${session}${line}`).length <= 1, line);
  });

  test('any beginning of a message file is completed without a fault', () => {
    const text = fixture('call.sip');
    for (let length = 0; length <= text.length; length += 7) {
      const { document, analysis } = documentOf(text.slice(0, length), 'call.sip');
      assert.ok(Array.isArray(complete(analysis, length, plain, document)));
    }
  });
});
