import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CompletionItemTag } from 'vscode-languageserver-types';
import { busy, choosing, invite, itemAt, itemsAt, offered, register } from './offered.ts';

suite('names of header fields', () => {
  test('those that are missing stand first', () => {
    assert.deepEqual(offered(`${invite}|`).slice(0, 7), [
      'Via',
      'Max-Forwards',
      'From',
      'To',
      'Call-ID',
      'CSeq',
      'Contact',
    ]);
    assert.deepEqual(offered(`${invite}Via: SIP/2.0/UDP 192.0.2.1\nTo: <sip:bob@example.com>\n|\n`).slice(0, 4), [
      'Max-Forwards',
      'From',
      'Call-ID',
      'CSeq',
    ]);
    assert.equal(offered('SUBSCRIBE sip:bob@example.com|\nVia: x\nMax-Forwards: 70\n').length, 0);
    assert.ok(offered('SUBSCRIBE sip:bob@example.com SIP/2.0\n|').indexOf('Event') < 8);
  });

  test('a name comes with its colon, unless there is one', () => {
    assert.equal(choosing(`${invite}Max|`, 'Max-Forwards'), `${invite}Max-Forwards: `);
    assert.equal(choosing(`${invite}Max|: 70\n`, 'Max-Forwards'), `${invite}Max-Forwards: 70\n`);
    assert.equal(choosing(`${invite}|\nCSeq: 1 INVITE\n`, 'Via'), `${invite}Via: \nCSeq: 1 INVITE\n`);
  });

  test('what may stand once and is there is not offered, also below an empty line that is being filled', () => {
    for (const text of [`${invite}Max-Forwards: 70\n|`, `${invite}|\nMax-Forwards: 70\nCall-ID: 1\nCSeq: 1 INVITE\n`]) {
      assert.ok(!offered(text).includes('Max-Forwards'), text);
    }
    assert.ok(offered(`${invite}Via: SIP/2.0/UDP 192.0.2.1\n|`).includes('Via'));
    assert.ok(offered(`${invite}v: SIP/2.0/UDP 192.0.2.1\nl: 0\n|`).every((label) => label !== 'Content-Length'));
  });

  test('a compact form finds its field', () => {
    const contact = itemAt(`${invite}m|`, 'Contact');
    assert.equal(contact.filterText, 'm Contact');
    assert.equal(contact.textEdit?.newText, 'Contact: ');
    assert.equal(itemAt(`${invite}Con|`, 'Contact').filterText, 'Contact m');
    assert.ok(!offered(`${invite}m|`).includes('m'));
  });

  test('fields of other messages stand behind those of this one', () => {
    const inRegister = offered(`${register}|`);
    assert.ok(inRegister.indexOf('Record-Route') > inRegister.indexOf('Path'));
    assert.ok(inRegister.indexOf('WWW-Authenticate') > inRegister.indexOf('Path'));
    const inBusy = offered(`${busy}CSeq: 1 INVITE\n|`);
    assert.ok(inBusy.indexOf('Max-Forwards') > inBusy.indexOf('Retry-After'));
  });

  test('what is not registered stands behind, and what is deprecated last', () => {
    const items = itemsAt(`${invite}|`);
    const labels = items.map(({ label }) => label);
    assert.ok(labels.indexOf('Diversion') > labels.indexOf('WWW-Authenticate'));
    assert.ok(items.slice(-4).every((item) => item.tags?.includes(CompletionItemTag.Deprecated)));
  });
});
