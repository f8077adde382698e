import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSipp } from '../../../../server/src/readers/config/sipp/read.ts';
import { textOf } from '../../../../server/src/sip/span.ts';

suite('completion slots', () => {
  const slotIn = (marked: string) => {
    const offset = marked.indexOf('‸');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const slot = readSipp(text).slotAt(offset);
    return slot && { ...slot, span: textOf(text, slot.span) };
  };

  test('codes, methods and header fields', () => {
    assert.deepEqual(slotIn('<scenario><recv response="4‸"/>'), { span: '4', of: 'statusCode' });
    assert.deepEqual(slotIn('<scenario><recv request="INVITE|UP‸"/>'), {
      span: 'UP',
      of: 'method',
    });
    assert.deepEqual(slotIn('<scenario><recv><action><ereg header="‸"/>'), { span: '', of: 'headerField' });
  });

  test('elements, attributes that are not there yet, and their values', () => {
    assert.deepEqual(slotIn('<scenario><‸'), { span: '', of: 'dialectTerm', group: 'element' });
    assert.deepEqual(slotIn('<scenario><re‸'), { span: 're', of: 'dialectTerm', group: 'element' });
    const attributes = slotIn('<scenario><recv request="BYE" ‸/>');
    assert.equal(attributes?.group, 'attribute');
    assert.ok(attributes?.names?.includes('response') && !attributes.names.includes('request'));
    assert.deepEqual(slotIn('<scenario><recv optional="‸"/>')?.names, ['true', 'global', 'false']);
  });

  test('labels of this scenario', () => {
    assert.deepEqual(slotIn('<scenario><recv response="200" next="‸"/><label id="a"/><label id="b"/></scenario>'), {
      span: '',
      of: 'dialectTerm',
      group: 'label',
      names: ['a', 'b'],
    });
  });

  test('keywords behind a bracket', () => {
    const slot = { of: 'dialectTerm', group: 'keyword' };
    assert.deepEqual(slotIn('<scenario><send><![CDATA[\nBYE sip:[remote‸'), { span: 'remote', ...slot });
    assert.deepEqual(slotIn('<scenario><nop><action><log message="[‸"/>'), { span: '', ...slot });
  });
});
