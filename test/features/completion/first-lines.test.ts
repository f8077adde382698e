import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CompletionItemTag } from 'vscode-languageserver-types';
import { choosing, itemsAt, offered } from './offered.ts';

suite('the first line of a message', () => {
  test('methods and the version stand at its start', () => {
    const methods =
      'ACK BYE CANCEL INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE'.split(' ');
    assert.deepEqual(offered('|'), [...methods, 'SIP/2.0']);
    assert.deepEqual(offered('INV|'), [...methods, 'SIP/2.0']);
  });

  test('a method is followed by a blank, unless something follows already', () => {
    assert.equal(choosing('INV|', 'INVITE'), 'INVITE ');
    assert.equal(choosing('OPT| sip:bob@example.com SIP/2.0', 'OPTIONS'), 'OPTIONS sip:bob@example.com SIP/2.0');
  });

  test('the scheme, the parameters and the version follow a method', () => {
    assert.deepEqual(offered('INVITE |'), ['sip:', 'sips:', 'tel:']);
    assert.deepEqual(offered('INVITE sip:bob|'), []);
    assert.deepEqual(offered('INVITE sip:bob@example.com;|').slice(0, 3), ['transport', 'lr', 'user']);
    assert.deepEqual(offered('INVITE sip:bob@example.com |'), ['SIP/2.0']);
    assert.equal(choosing('INVITE sip:bob@example.com S|', 'SIP/2.0'), 'INVITE sip:bob@example.com SIP/2.0');
  });

  test('a sentence is no request', () => {
    assert.deepEqual(offered('Hello wor|'), []);
    assert.deepEqual(offered('Notes on: this |'), []);
  });

  test('codes come with their phrases and replace what is there', () => {
    assert.equal(choosing('SIP/2.0 |', '486 Busy Here'), 'SIP/2.0 486 Busy Here');
    assert.equal(choosing('SIP/2.0 4|', '486 Busy Here'), 'SIP/2.0 486 Busy Here');
    assert.equal(choosing('SIP/2.0 2|00 OK\nVia: x\n', '486 Busy Here'), 'SIP/2.0 486 Busy Here\nVia: x\n');
    assert.equal(choosing('SIP/2.0 |200 All is well\r\n', '603 Decline'), 'SIP/2.0 603 Decline\r\n');
    assert.equal(choosing('SIP/2.0 busy|', '486 Busy Here'), 'SIP/2.0 486 Busy Here');
  });

  test('every registered code is there, and those that are no longer used stand last and are struck out', () => {
    const items = itemsAt('SIP/2.0 |');
    const discouraged = items
      .filter((item) => item.tags?.includes(CompletionItemTag.Deprecated))
      .map(({ label }) => label);
    assert.deepEqual(discouraged, ['202 Accepted', '409 Conflict', '411 Length Required']);
    assert.deepEqual(
      items.slice(-3).map(({ label }) => label),
      discouraged,
    );
    assert.ok(!items.some(({ label }) => label.startsWith('702')), 'internal codes never go over the wire');
  });

  test('codes that do not answer the request stand behind those that do', () => {
    const labels = offered('SIP/2.0 |\nCSeq: 1 REGISTER\n');
    assert.ok(labels.indexOf('180 Ringing') > labels.indexOf('606 Not Acceptable'));
    assert.ok(labels.indexOf('423 Interval Too Brief') < labels.indexOf('606 Not Acceptable'));
  });

  test('a phrase follows a code', () => {
    assert.deepEqual(offered('SIP/2.0 486 |'), ['Busy Here']);
    assert.equal(choosing('SIP/2.0 486 B|usy Everywhere\n', 'Busy Here'), 'SIP/2.0 486 Busy Here\n');
    assert.deepEqual(offered('SIP/2.0 499 |'), []);
  });
});
