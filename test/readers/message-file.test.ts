import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { messageFileFrames } from '../../server/src/readers/message-file.ts';

const ringing = `SIP/2.0 180 Ringing
Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
CSeq: 1 INVITE
Content-Length: 0

`;

const note = `MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK2
Content-Type: text/plain
Content-Length: 5

hello

world, INVITE us all
`;

/** The first line of every message. */
const startLines = (text: string): readonly string[] =>
  messageFileFrames(text).map(({ start, end }) => text.slice(start, end).split('\n', 1)[0] ?? '');

suite('the messages of a message file', () => {
  test('one after the other', () => {
    assert.deepEqual(startLines(ringing + note), ['SIP/2.0 180 Ringing', 'MESSAGE sip:bob@example.com SIP/2.0']);
  });

  test('one that is being typed behind a complete one', () => {
    assert.deepEqual(startLines(`${ringing}SIP/2.0 4`), ['SIP/2.0 180 Ringing', 'SIP/2.0 4']);
    assert.deepEqual(startLines(`${ringing}INV`), ['SIP/2.0 180 Ringing', 'INV']);
  });

  test('a body that goes on behind its Content-Length is still its body', () => {
    const [frame] = messageFileFrames(note);
    assert.equal(frame?.end, note.length);
  });

  test('a first line that is no start line begins a broken message', () => {
    assert.deepEqual(startLines('INVTE sip:bob\nVia: SIP/2.0/UDP 192.0.2.1\n'), ['INVTE sip:bob']);
  });

  test('a remark before a message begins none', () => {
    for (const remark of ['# a call\n', 'F1 INVITE: Alice -> Bob\n\n', 'INVITE from Alice\nto Bob\n\n']) {
      assert.deepEqual(startLines(remark + ringing), ['SIP/2.0 180 Ringing']);
    }
  });

  test('a remark between two messages is not of the first one’s body, where its Content-Length fits', () => {
    const whole = note.replace('\nworld, INVITE us all\n', '');
    const [first] = messageFileFrames(`${whole}\n# the answer\n\n${ringing}`);
    assert.equal(first?.end, whole.length);
  });

  test('what a body goes on with is no remark', () => {
    const short = note.replace('hello\n\nworld', 'hello\n\n<world/>');
    assert.equal(messageFileFrames(`${short}\n${ringing}`)[0]?.end, short.length);
  });

  test('what is glued to a start line belongs to it', () => {
    assert.deepEqual(startLines(`<${ringing}`), ['<SIP/2.0 180 Ringing']);
    assert.deepEqual(startLines(`${ringing}"${note}`), ['SIP/2.0 180 Ringing', '"MESSAGE sip:bob@example.com SIP/2.0']);
    const quoting = ringing.replace('CSeq', 'From: "Bob" <sip:bob@example.com>\nCSeq');
    assert.deepEqual(startLines(`"${quoting}`), ['"SIP/2.0 180 Ringing']);
    assert.deepEqual(startLines(`\ufeff${ringing}`), ['SIP/2.0 180 Ringing']);
  });

  test('an empty line too much begins none', () => {
    const head = 'Max-Forwards: 70\n\nFrom: <sip:a@example.com>;tag=1\nTo: <sip:b@example.com>\nCall-ID: 1\n\n';
    assert.equal(startLines(`BYE sip:b@example.com SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\n${head}`).length, 1);
  });

  test('a body part begins none, though nobody knows where the body ends', () => {
    const part = '--limit\nContent-Type: text/plain\nContent-Disposition: render\n\nhello\n';
    const head = note.split('\n\n')[0]?.replace('text/plain', 'multipart/mixed;boundary=limit');
    assert.equal(startLines(`${head}\n\n${part}${part}--limit--\n`).length, 1);
  });

  test('an empty file has none', () => assert.deepEqual(messageFileFrames('\n\n'), []));
});
