import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../server/src/analysis.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { good } from './judging.ts';

/** How loudly a fault is told of besides what the table of rules says. */

const problems = (name: string, text: string, settings = {}): string[] =>
  [...problemsOf(analyse(text, { name }), settings)].map(({ rule, severity }) => `${severity}: ${rule}`);

suite('A Content-Length that differs a little', () => {
  const slightlyLong = good('message').replace('Content-Length: 28', 'Content-Length: 36');

  test('is information in a file', () => {
    assert.deepEqual(problems('a.sip', slightlyLong), ['information: sip.content-length-mismatch']);
  });

  test('is what the user says it is', () => {
    const settings = { 'sip.content-length-mismatch': 'warning' };
    assert.deepEqual(problems('a.sip', slightlyLong, settings), ['warning: sip.content-length-mismatch']);
  });
});

suite('A faulty request behind another one is as faulty as alone', () => {
  const faulty = good('bye').replace('CSeq: 231 BYE', 'CSeq: 231');
  const error = 'error: sip.malformed-cseq';
  const before: Readonly<Record<string, string>> = {
    'of another call': good('register-star'),
    'of the same call': good('invite'),
    'in a stream': good('subscribe'),
    'and a remark': `${good('register-star')}\n# and then\n`,
  };
  for (const [what, text] of Object.entries(before)) {
    test(what, () => assert.deepEqual(problems('a.sip', `${text}\n${faulty}`), [error]));
  }

  const asSent = (text: string): string => text.replaceAll('\n', '\r\n');

  test('but is what follows the body in a datagram, where a file holds one as it was sent', () => {
    const datagram = good('register-star');
    assert.match(datagram, /SIP\/2\.0\/UDP.*Content-Length: 0/s);
    assert.deepEqual(problems('a.sip', asSent(`${datagram}\n${faulty}`)), ['information: sip.malformed-cseq']);
  });

  test('as it was sent, of the same call, in a stream or with others behind it', () => {
    for (const text of [good('invite'), good('subscribe')])
      assert.deepEqual(problems('a.sip', asSent(`${text}\n${faulty}`)), [error]);
    const more = asSent(`${good('register-star')}\n${faulty}\n${good('options')}`);
    assert.deepEqual(problems('a.sip', more), [error]);
  });
});

suite('Blanks before the start line of a file', () => {
  const error = 'error: sip.start-line-blanks';

  test('are a fault of that line', () => {
    for (const name of ['bye', 'ringing']) {
      assert.deepEqual(problems('a.sip', ` ${good(name)}`), [error]);
      assert.deepEqual(problems('a.sip', `\n\t${good(name)}`), [error]);
      assert.deepEqual(problems('a.sip', `${good('invite')}\n ${good(name)}`), [error]);
    }
  });

  test('that every line has come from where the message was copied', () => {
    assert.deepEqual(problems('a.sip', good('bye').replaceAll(/^(?=.)/gm, '  ')), []);
  });

  test('are no part of it in a log', () => {
    assert.deepEqual(problems('a.log', ` ${good('bye')}`), []);
  });
});

suite('What peers read as it was meant is information', () => {
  const slips: readonly (readonly [what: string, message: string, from: string, to: string, rule: string])[] = [
    ['letters beyond ASCII in a bare name', 'invite', 'To: Bob', 'To: Jürgen Öz', 'sip.unquoted-display-name'],
    ['a challenge’s qop without quotes', 'register-401', 'qop="auth"', 'qop=auth', 'sip.digest-quoting'],
    ['a qop in quotes', 'register-star', 'qop=auth', 'qop="auth"', 'sip.malformed-value'],
    [
      'the port of the source in received',
      'register-200',
      'received=198.51.100.7',
      'received=198.51.100.7:5062',
      'sip.invalid-received',
    ],
    [
      'a comment behind the Via of an old sender',
      'rfc2543-invite',
      '192.0.2.180:5060\n',
      '192.0.2.180:5060 (Lark)\n',
      'sip.malformed-via',
    ],
    ['a package in other letters', 'subscribe', 'Event: presence', 'Event: Presence', 'sip.misspelt-event'],
    ['a word that nobody has registered', 'invite', 'Min-SE: 90', 'Min-SE: 90\nPrivacy: lunch', 'sip.unknown-value'],
    ['a tag with a character too many', 'invite', 'tag=1928301774', 'tag=19@28', 'sip.malformed-parameter'],
    ['a slash in a parameter', 'invite', '192.0.2.10:5060>', '192.0.2.10:5060>;x=a/b', 'sip.malformed-parameter'],
    ['no event packages', 'subscribe', 'presence, message-summary', '', 'sip.empty-value'],
    ['a local number', 'invite', 'To: Bob <sip:bob@example.com>', 'To: <tel:7042>', 'sip.missing-parameter'],
    ['an instance without angle brackets', 'register', '="<urn:uuid:', '="urn:uuid:', 'sip.malformed-value'],
    [
      'a ring tone without angle brackets',
      'invite',
      'Min-SE: 90',
      'Min-SE: 90\nAlert-Info: http://example.com/ring.wav',
      'sip.uri-needs-brackets',
    ],
    ['a ring tone that is no URI', 'invite', 'Min-SE: 90', 'Min-SE: 90\nAlert-Info: ring', 'sip.uri-without-scheme'],
    ['what users tell one another', 'invite', 'Min-SE: 90', 'Min-SE: 90\nUser-to-User: @@@', 'sip.malformed-value'],
  ];
  for (const [what, message, from, to, rule] of slips) {
    test(what, () => {
      const text = good(message)
        .replace(from, () => to)
        .replace('0001>"', '0001"');
      assert.deepEqual(problems('a.sip', text), [`information: ${rule}`]);
    });
  }
});

suite('A codec', () => {
  const described = (lines: string): string => {
    const text = good('invite').replace('a=ptime:20', `a=ptime:20\nm=video 5002 RTP/AVP 96\n${lines}`);
    const bytes = Buffer.byteLength(text.slice(text.indexOf('\n\n') + 2).replaceAll('\n', '\r\n'));
    return text.replace(/^Content-Length: .*/m, `Content-Length: ${bytes}`);
  };

  const severities: Readonly<Record<string, string>> = {
    'a=rtpmap:96 opus/48000': 'warning: sip.sdp-codec-rate',
    'a=rtpmap:96 G722/16000': 'information: sip.sdp-codec-rate',
    'a=rtpmap:96 rtx/90000': 'warning: sip.sdp-missing-apt',
    'a=rtpmap:96 H264/90000\na=fmtp:96 packetization-mode=7': 'warning: sip.sdp-malformed-attribute',
    'a=rtpmap:96 iLBC/8000\na=fmtp:96 mode=25': 'information: sip.sdp-malformed-attribute',
  };
  for (const [lines, severity] of Object.entries(severities)) {
    test(`${lines} is ${severity}`, () => {
      assert.deepEqual(problems('a.sip', described(lines)), [severity]);
      assert.deepEqual(problems('a.log', described(lines)), [severity.replace(/^[a-z]+/, 'hint')]);
    });
  }
});

test('A sender that follows RFC 2543 may list several contacts, of any scheme', () => {
  const contacts = 'Contact: <tel:+15550100>, <sip:al@example.com>';
  const text = good('rfc2543-invite').replace('CSeq: ', `${contacts}\nCSeq: `);
  assert.match(text, /tel:/);
  assert.deepEqual(problems('a.sip', text), problems('a.sip', good('rfc2543-invite')));
});
