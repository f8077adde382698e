import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { audio, choosing, offered, session } from './offered.ts';

suite('session descriptions', () => {
  test('lines stand in their order', () => {
    assert.deepEqual(offered(`${session}|`).slice(0, 6), ['v=0', 'o=', 's=-', 'c=IN IP4', 't=0 0', 'a=']);
    assert.equal(offered(`${session}v=0\n|`)[0], 'o=');
    assert.equal(offered(`${session}v=0\no=- 1 1 IN IP4 192.0.2.1\n|`)[0], 's=-');
    assert.equal(offered(`${session}v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\n|`)[0], 't=0 0');
    assert.deepEqual(offered(`${audio}|`).slice(0, 3), ['c=IN IP4', 'a=', 'm=audio']);
    assert.ok(!offered(`${audio}|`).includes('v=0'));
  });

  test('a line is replaced as a whole', () => {
    assert.equal(choosing(`${session}v|`, 'v=0'), `${session}v=0`);
    assert.match(choosing(`${session}v=0\n|`, 'o='), /\no=- (\d+) \1 IN IP4 192\.0\.2\.10$/);
  });

  test('attributes: first the codecs that the media line still needs', () => {
    assert.deepEqual(offered(`${audio}a=|`).slice(0, 4), [
      'rtpmap:0 PCMU/8000',
      'rtpmap:101 telephone-event/8000',
      'rtpmap',
      'fmtp',
    ]);
    assert.deepEqual(offered(`${audio}a=rtpmap:0 PCMU/8000\na=|`)[0], 'rtpmap:101 telephone-event/8000');
    assert.equal(choosing(`${audio}a=rtp|`, 'rtpmap:0 PCMU/8000'), `${audio}a=rtpmap:0 PCMU/8000`);
    assert.ok(offered(`${audio}a=|`).includes('sendrecv'));
    assert.ok(!offered(`${audio}a=sendonly\na=|`).includes('sendrecv'));
  });

  test('values of attributes', () => {
    assert.deepEqual(offered(`${audio}a=rtpmap:|`).slice(0, 3), [
      '0 PCMU/8000',
      '101 telephone-event/8000',
      '101 opus/48000/2',
    ]);
    assert.equal(
      choosing(`${audio}a=rtpmap:101 |`, 'telephone-event/8000'),
      `${audio}a=rtpmap:101 telephone-event/8000`,
    );
    assert.ok(offered(`${audio}a=rtpmap:101 telephone-event/8000\na=fmtp:|`).includes('101 0-16'));
    assert.deepEqual(offered(`${audio}a=setup:|`), ['actpass', 'active', 'passive', 'holdconn']);
    assert.ok(offered(`${session}v=0\na=group:|`).includes('BUNDLE'));
  });

  test('media lines: medium, protocol, payload types that are not there', () => {
    assert.deepEqual(offered(`${session}m=|`).slice(0, 2), ['audio', 'video']);
    assert.deepEqual(offered(`${session}m=audio |`), []);
    assert.ok(offered(`${session}m=audio 4000 |`).includes('RTP/AVP'));
    assert.deepEqual(offered(`${session}m=audio 4000 RTP/AVP 0 |`).slice(0, 2), ['3 GSM/8000', '8 PCMA/8000']);
    assert.equal(choosing(`${session}m=audio 4000 RTP/AVP 0 |`, '8 PCMA/8000'), `${session}m=audio 4000 RTP/AVP 0 8`);
    assert.equal(offered(`${session}m=audio 4000 RTP/AVP |\na=rtpmap:96 opus/48000/2\n`)[0], '96 opus/48000/2');
    assert.deepEqual(offered(`${session}m=image 4000 udptl |`), ['t38']);
    assert.ok(offered(`${session}b=|`).includes('AS'));
  });

  test('bodies in bodies', () => {
    const notify = `NOTIFY sip:bob@example.com SIP/2.0\nContent-Type: `;
    assert.equal(
      choosing(`${notify}message/sipfrag\n\nSIP/2.0 |`, '200 OK'),
      `${notify}message/sipfrag\n\nSIP/2.0 200 OK`,
    );
    const part = `${notify}multipart/mixed;boundary=x\n\n--x\n`;
    assert.equal(offered(`${part}|\n\n--x--\n`)[0], 'Content-Type');
    assert.ok(offered(`${part}Content-Type: |\n\n--x--\n`).includes('application/sdp'));
    assert.equal(offered(`${part}Content-Type: application/sdp\n\n|\n--x--\n`)[0], 'v=0');
  });
});
