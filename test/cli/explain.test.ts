import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { records, workplace } from './program.ts';

suite('sip-lens explain', () => {
  const place = workplace();
  after(() => place.remove());
  const titles = (...terms: string[]): readonly (string | undefined)[] =>
    records(place.run(['explain', '--format', 'json', ...terms])).map(({ markdown }) =>
      /^\*\*`?(.+?)`?\*\* · ([^·\n]+)/.exec(String(markdown))?.slice(1).join(' · ').trim(),
    );

  test('knows numbers', () => {
    assert.deepEqual(titles('486', '4xx', 'Q.850:17', '17', 'Warning:399', 'SIP/2.0 183 Session Progress'), [
      '486 Busy Here · Client failure',
      '4xx · Client failure',
      '17 User busy · Q.850 cause',
      '17 User busy · Q.850 cause',
      '399 Miscellaneous warning · warning code',
      '183 Session Progress · Provisional',
    ]);
  });

  test('knows names', () => {
    assert.deepEqual(
      titles('INVITE', 'invite', 'Max-Forwards', 'v', 'timer', '100rel', 'presence', 'application/sdp'),
      [
        'INVITE · method',
        'INVITE · method',
        'Max-Forwards · header field',
        'Via · header field',
        'timer · option tag',
        '100rel · option tag',
        'presence · event package',
        'application/sdp · body type',
      ],
    );
  });

  test('knows causes and phrases, parameters, and terms of configuration files', () => {
    assert.deepEqual(titles('USER_BUSY', 'Busy Here', 'branch', ';lr', 'dtmf_mode', '[call_id]', 'sip_h_'), [
      '17 User busy · Q.850 cause',
      '486 Busy Here · Client failure',
      'branch · parameter of `Via`',
      'lr · URI parameter',
      'dtmf_mode · Asterisk',
      'call_id · SIPp',
      'sip_h_ · FreeSWITCH',
    ]);
  });

  test('knows lines as they stand in a message', () => {
    assert.deepEqual(
      titles(
        'a=sendonly',
        'm=audio 49170 RTP/AVP 0',
        'Supported: timer',
        'Reason: Q.850;cause=16;text="x"',
        'CSeq: 1 X',
      ),
      [
        'a=sendonly · SDP attribute',
        'audio · SDP media type',
        'timer · option tag',
        '16 Normal call clearing · Q.850 cause',
        'CSeq · header field',
      ],
    );
  });

  test('knows the rules of check', () => {
    assert.match(
      place.run(['explain', 'sip.missing-header']).output,
      /RFC 3261 §8\.1\.1 <https:\/\/www\.rfc-editor\.org/,
    );
  });

  test('says what the hover says, as plain text, with an empty line between two terms', () => {
    const { status, output } = place.run(['explain', '486', '487']);
    assert.equal(status, 0);
    assert.match(output, /^486 Busy Here · Client failure\n\n.+\n\n487 Request Terminated · /s);
    assert.match(output, /RFC 3261 §21\.4\.24 <https:\/\/www\.rfc-editor\.org\/rfc\/rfc3261#section-21\.4\.24>/);
    assert.doesNotMatch(output, /\*\*|`/);
  });

  test('speaks the language of the option, or else of the environment', () => {
    assert.match(place.run(['explain', '--lang', 'tr', '486']).output, /Cihaza ulaşıldı/);
    assert.match(place.run(['explain', '486'], { environment: { LANG: 'tr_TR.UTF-8' } }).output, /Cihaza ulaşıldı/);
    const both = { LANG: 'tr_TR.UTF-8', LC_ALL: 'en_GB.UTF-8' };
    assert.match(place.run(['explain', '486'], { environment: both }).output, /Client failure/);
  });

  test('says what is not known and what comes near, explains the others, and exits with 1', () => {
    const { status, output, errors } = place.run(['explain', 'INVTE', '200', 'qqqq']);
    assert.equal(status, 1);
    assert.match(output, /^200 OK/);
    assert.equal(errors, 'sip-lens: INVTE: not known. Did you mean INVITE?\nsip-lens: qqqq: not known.\n');
  });
});
