import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { complete } from '../../../server/src/features/completion/completion.ts';
import { documentOf } from '../../support/documents.ts';
import { fixture, itemsAt, offered, plain } from './offered.ts';

suite('logs', () => {
  const log = fixture('calls.log');
  const at = (before: string, after: string) => {
    const offset = log.indexOf(before + after) + before.length;
    return `${log.slice(0, offset)}|${log.slice(offset)}`;
  };
  const offeredIn = (marked: string) => offered(marked, 'calls.log');

  test('nothing is offered outside messages', () => {
    const first = log.indexOf('REGISTER sip:');
    const behind = log.indexOf('Nov 22 18:48:07.001');
    const { document, analysis } = documentOf(log, 'calls.log');
    for (let offset = 0; offset <= log.length; offset++) {
      if (offset >= first && offset < behind) continue;
      assert.deepEqual(complete(analysis, offset, plain, document), [], log.slice(0, offset));
    }
  });

  test('ordinary words offer nothing', () => {
    for (const text of ['|', 'INFO|', 'GET / HT|', 'call from 200 |', 'status: |', 'Reason: |', 'SIP |']) {
      assert.deepEqual(offeredIn(text), [], text);
    }
  });

  test('inside a message the same is offered as in a message file, but no whole messages', () => {
    assert.equal(offeredIn(at('pbx1 CSeq: 1 ', 'REGISTER'))[0], 'REGISTER');
    assert.ok(offeredIn(at(';', 'branch=')).includes('rport'));
    assert.ok(offeredIn(at('pbx1 Content-L', 'ength')).includes('Content-Length'));
    const atStart = itemsAt(at('pbx1 ', 'REGISTER sip'), 'calls.log');
    assert.ok(atStart.length > 0 && atStart.every((item) => !item.label.includes('…')));
    assert.deepEqual(offeredIn(at('Nov 22 18:48:06.884 ', 'pbx1 CSeq')), []);
  });
});
