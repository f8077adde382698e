import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isSipp, readSipp } from '../../../../server/src/readers/config/sipp/read.ts';
import { fixture } from './scenarios.ts';

suite('a SIPp scenario is told by its content', () => {
  test('its root is <scenario>, behind whatever licence text', () => {
    assert.ok(isSipp(fixture, 'anything.txt'));
    assert.ok(
      isSipp(
        `<?xml version="1.0"?>\n${'<!-- licence -->\n'.repeat(300)}<scenario><recv request="BYE"/></scenario>`,
        'x.xml',
      ),
    );
    assert.ok(isSipp('<scenario name="being written">', 'x.xml'));
  });

  test('steps without a root are a piece of one, which labels and an INVITE elsewhere may belong to', () => {
    const answer = '<send><![CDATA[\n  SIP/2.0 486 Not Found\n  [last_Via:]\n\n]]></send>\n';
    assert.ok(isSipp(`<!-- busy -->\n${answer}<recv request="ACK"/>`, 'busy.xml'));
    const piece = '<recv response="200" next="elsewhere"/>\n<recv request="BYE" optional="true"/>\n';
    assert.ok(isSipp(piece, 'x.xml'));
    assert.deepEqual(readSipp(piece).findings, []);
    assert.deepEqual(
      readSipp('<recv request="BYE"/>\n<recv/>\n').findings.map(({ rule }) => rule),
      ['sip.sipp-recv-neither'],
    );
  });

  test('other XML is not', () => {
    for (const text of [
      '<scenarios><scenario><send/></scenario></scenarios>',
      '<scenario><step id="1"/></scenario>',
      '<project><send/><recv/></project>',
      '<recv queue="calls"/>',
      '<send><![CDATA[486 Busy Here]]></send>',
      'the <scenario> of 486 Busy Here',
      '',
    ]) {
      assert.ok(!isSipp(text, 'scenario.xml'), text);
    }
  });
});
