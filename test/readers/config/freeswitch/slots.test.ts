// biome-ignore-all lint/suspicious/noTemplateCurlyInString: FreeSWITCH writes its variables like this
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readFreeswitch } from '../../../../server/src/readers/config/freeswitch/read.ts';
import { textOf } from '../../../../server/src/sip/span.ts';
import { action, parameter } from './documents.ts';

suite('completion slots', () => {
  const slotIn = (marked: string) => {
    const offset = marked.indexOf('‸');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const slot = readFreeswitch(text).slotAt(offset);
    return slot && { ...slot, span: textOf(text, slot.span) };
  };

  test('applications, parameters and variables', () => {
    assert.deepEqual(slotIn('<action application="re‸'), { span: 're', of: 'dialectTerm', group: 'application' });
    assert.deepEqual(slotIn(parameter('ena‸', 'x')), { span: 'ena', of: 'dialectTerm', group: 'profileParameter' });
    assert.deepEqual(slotIn(action('export', 'nolocal:sip_i‸')), {
      span: 'sip_i',
      of: 'dialectTerm',
      group: 'variable',
    });
    assert.deepEqual(slotIn(action('log', 'x ${sip_‸} y')), { span: 'sip_', of: 'dialectTerm', group: 'variable' });
  });

  test('a code, with the place for its phrase', () => {
    const text = action('respond', '‸');
    const slot = readFreeswitch(text.replace('‸', '')).slotAt(text.indexOf('‸'));
    assert.equal(slot?.of, 'statusCode');
    assert.deepEqual(slot?.phrase, slot?.span);
    assert.deepEqual(slotIn(action('respond', '486 Bus‸')), { span: 'Bus', of: 'reasonPhrase', code: 486 });
  });

  test('causes, header fields and words out of a list', () => {
    assert.deepEqual(slotIn(action('hangup', 'USER‸')), { span: 'USER', of: 'causeName' });
    assert.deepEqual(slotIn(action('set', 'continue_on_fail=USER_BUSY,NO‸')), { span: 'NO', of: 'causeName' });
    assert.deepEqual(slotIn(action('set', 'sip_h_Div‸')), { span: 'Div', of: 'headerField' });
    assert.deepEqual(slotIn(parameter('caller-id-type', '‸'))?.names, ['rpid', 'pid', 'none']);
  });
});
