import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, placedMessage } from '../../../server/src/analysis.ts';
import { wrappedLayouts } from './wrapped-layouts.ts';

/** Messages of which every second line is wider than a terminal. */
const messages = [
  `INVITE sip:+15550100@trunk.example.com:5060;transport=tcp;user=phone;x-route=abc SIP/2.0
Via: SIP/2.0/TCP 198.51.100.20:5060;branch=z9hG4bK-524287-1---0d5f3f0b4a6e7c21a8d9;rport;alias;received=203.0.113.77
Record-Route: <sip:edge1.example.com;transport=tcp;lr;ftag=as58f4201b;did=e1f.2a7b;nat=yes>, <sip:198.51.100.9:5060;r2=on;lr>
Max-Forwards: 69
From: "Alice O'Neil (Desk)" <sip:alice.oneil@example.com;user=phone>;tag=as58f4201b-1928301774-a1b2c3
To: <sip:+15550100@trunk.example.com;user=phone>
Contact: <sip:alice@198.51.100.20:5060;transport=tcp;ob>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-AABBCCDDEEFF>";reg-id=1
Call-ID: 4f2a9d3b-7c11-4e0a-9f0e-2b7a6e55d101@198.51.100.20
CSeq: 102 INVITE
Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, SUBSCRIBE, NOTIFY, INFO, PUBLISH, MESSAGE, UPDATE, PRACK
Content-Type: application/sdp
Content-Length: 239

v=0
o=- 1763829001 1763829002 IN IP4 198.51.100.20
s=-
c=IN IP4 198.51.100.20
t=0 0
m=audio 30422 RTP/SAVP 8
a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20|1:32 UNENCRYPTED_SRTCP
a=sendrecv
`,
  `SIP/2.0 407 Proxy Authentication Required
Via: SIP/2.0/TCP 198.51.100.20:5060;branch=z9hG4bK-524287-1---0d5f3f0b4a6e7c21a8d9;rport=49152;received=203.0.113.77
From: "Alice O'Neil (Desk)" <sip:alice.oneil@example.com;user=phone>;tag=as58f4201b-1928301774-a1b2c3
To: <sip:+15550100@trunk.example.com;user=phone>;tag=7F3a-22
Call-ID: 4f2a9d3b-7c11-4e0a-9f0e-2b7a6e55d101@198.51.100.20
CSeq: 102 INVITE
Proxy-Authenticate: Digest realm="sip.example.com", nonce="5e1f2a7b4c9d3e8f6a0b1c2d3e4f5a6b7c8d9e0f", qop="auth,auth-int", algorithm=SHA-256
Warning: 399 sip.example.com "Account 1001 has no credit left for calls to this destination, please call the desk"
Content-Length: 0

`,
];

/** Without the line breaks at its end, which belong to the log as well. */
const trimmed = (message: string): string => message.replaceAll('\r', '').trimEnd();

suite('messages whose lines a tool broke at its own width', () => {
  for (const { name, write } of wrappedLayouts) {
    test(name, () => {
      const { text, frames } = analyse([...messages, ...messages].map(write).join(''), { name: 'capture.txt' });
      const placed = frames.map((frame) => placedMessage(text, frame));
      assert.deepEqual(
        placed.map(({ message }) => trimmed(message.text)),
        [...messages, ...messages].map(trimmed),
      );
      assert.deepEqual([...new Set(frames.map(({ state }) => state))], ['complete']);
    });
  }

  test('a version that the end of a line parts, behind another wrapped message, is one', () => {
    const { write } = wrappedLayouts[0]!;
    const options = `OPTIONS sip:${'a'.repeat(50)}@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
Call-ID: 1@192.0.2.1
CSeq: 1 OPTIONS

`;
    for (const padding of ['', 'b', 'bb', 'bbb', 'bbbb', 'bbbbb', 'bbbbbb']) {
      const message = options.replace('@', `${padding}@`);
      const { text, frames } = analyse(write(messages[0]!, 0) + write(message, 1), { name: 'capture.txt' });
      assert.equal(frames.length, 2);
      assert.equal(trimmed(placedMessage(text, frames[1]!).message.text), trimmed(message));
    }
  });

  test('how the next message is wrapped says nothing of one whose end the log has left out', () => {
    const cut = 'SIP/2.0 200 OK\nVia: SIP/2.0/UDP 192.0.2.1\n;branch=z9hG4bK1\nCall-ID: 1@192.0.2.1\n';
    const { write } = wrappedLayouts[0]!;
    const { text, frames } = analyse(cut + write(messages[1]!, 0), { name: 'capture.txt' });
    assert.deepEqual(
      frames.map(({ layout }) => layout.kind),
      ['lines', 'wrapped'],
    );
    assert.equal(trimmed(placedMessage(text, frames[1]!).message.text), trimmed(messages[1]!));
  });

  test('lines that are equally wide by chance are not joined', () => {
    const contact = `Contact: <sip:${'a'.repeat(53)}@example.com>`;
    const log = `SIP/2.0 200 OK\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\nCall-ID: 1@192.0.2.1\nCSeq: 1 OPTIONS\n${contact}\n${contact}\nX-Next: here\n\n`;
    const { text, frames } = analyse(log, { name: 'trace.log' });
    assert.equal(placedMessage(text, frames[0]!).message.text, log);
  });
});
