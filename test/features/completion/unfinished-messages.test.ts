import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { audio, choosing, invite, offered, register } from './offered.ts';

suite('a message that is not finished', () => {
  test('behind a message that is over another begins, before its header fields are there', () => {
    const over = `${register}Call-ID: 1\nCSeq: 1 REGISTER\nContent-Length: 0\n\n`;
    assert.ok(offered(`${over}INV|`).includes('INVITE'));
    assert.equal(offered(`${over}${invite}V|`)[0], 'Via');
    assert.ok(offered(`${over}${invite}CSeq: 1 |`).includes('INVITE'));
    assert.deepEqual(offered(`${over}SIP/2.0 486 |`), ['Busy Here']);
  });

  test('a session description is over behind an empty line, a text behind its length', () => {
    assert.ok(offered(`${audio}\nBY|`).includes('BYE'));
    const text = 'MESSAGE sip:bob@example.com SIP/2.0\nContent-Type: text/plain\nContent-Length: 7\n\nHello\n\n';
    assert.ok(offered(`${text}BY|`).includes('BYE'));
    assert.deepEqual(offered(`${text.replace('7', '70')}BY|`), []);
  });

  test('a start line without its version says which header fields are missing', () => {
    assert.ok(offered('SUBSCRIBE sip:bob@example.com\n|').slice(0, 8).includes('Event'));
  });

  test('a line without a colon is a name that is being written', () => {
    assert.equal(
      choosing(`${invite}Via: SIP/2.0/UDP 192.0.2.1\nCall|\nCSeq: 1 INVITE\n`, 'Call-ID').split('\n')[2],
      'Call-ID: ',
    );
  });
});
