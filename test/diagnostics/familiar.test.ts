import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { familiarFindings } from '../../server/src/features/diagnostics/familiar/familiar.ts';
import { judgeText } from '../../server/src/features/diagnostics/judge.ts';
import { textOf } from '../../server/src/sip/span.ts';
import { judge, whole } from './judging.ts';

/** What differs from message to message, by the name of its place in `message`. */
type Values = Readonly<Record<keyof typeof usual, string>>;

const usual = {
  user: '+12025550142',
  address: '192.0.2.10',
  port: '5060',
  branch: 'z9hG4bK776asdhds',
  rport: '41234',
  caller: '1001',
  account: 'alice',
  tag: '1928301774',
  callId: 'a84b4c76e66710@pc33.example.com',
  number: '314159',
  clock: '18:48:06',
  nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
  response: '0123456789abcdef0123456789abcdef',
  session: '53655765',
  media: '49172',
  room: ' ',
};

const asItIs = (text: string): string => text;

/** `describe`: what becomes of the session description. */
function message(values: Values, misplaced = '', describe = asItIs): string {
  const lines = [
    'v=0',
    `o=- ${values.session} 1 IN IP4 ${values.address}`,
    's=-',
    `c=IN IP4 ${values.address}`,
    't=0 0',
    `m=audio ${values.media} RTP/AVP 0`,
    '',
  ];
  const body = describe(lines.join('\n'));
  return `INVITE sip:${values.user}@example.com SIP/2.0
Via: SIP/2.0/UDP ${values.address}:${values.port};branch=${values.branch};rport=${values.rport}
Max-Forwards: 70
From: "${values.caller}" <sip:${values.caller}@example.com>;tag=${values.tag}
To: <sip:${values.user}@example.com>
Call-ID: ${values.callId}
CSeq: ${values.number} INVITE
Contact: <sip:alice@${values.address}:${values.port};transport=udp>
${misplaced}Date: Sun, 22 Nov 2026 ${values.clock} GMT
Authorization: Digest username="${values.account}", realm="example.com", nonce="${values.nonce}", uri="sip:example.com", response="${values.response}"
Content-Type: application/sdp
Content-Length:${values.room}${body.length + body.split('\n').length - 1}

${body}`;
}

/** Other values that are as good. */
const alike: Readonly<Partial<Record<keyof Values, readonly string[]>>> = {
  user: ['911', '+4930123456', 'bob', 'b.o-b_2'],
  address: ['198.51.100.255', '10.0.0.1', '203.0.113.9'],
  port: ['1', '65535'],
  branch: ['z9hG4bK-1', 'z9hG4bK.a_b.c'],
  rport: ['5060', '65535'],
  caller: ['2', '+902125550101', 'carol', 'c.a-r_ol'],
  account: ['1001', 'alice.smith-2'],
  tag: ['a', 'as3f.2-1_x'],
  callId: ['1', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
  number: ['1', '999999999'],
  clock: ['00:00:00', '23:59:59'],
  nonce: ['x', 'QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  response: ['ffffffffffffffffffffffffffffffff', 'abcdefabcdefabcdefabcdefabcdefab'],
  session: ['0', '18446744073709551615'],
  media: ['1024', '65535'],
  room: ['   '],
};

/** Values that have something wrong with them, or that only look so. */
const other: Readonly<Partial<Record<keyof Values, readonly string[]>>> = {
  user: ['', '12 34', '"1"', '%4', '%41', 'bob:secret', 'b\u00f6b', 'bob@bob'],
  address: ['192.0.2.256', '0.0.0.0', '255.255.255.255', '192.0.2', '192.0.2.1.1', '192.0.2.x', '-192.0.2.1'],
  port: ['0', '65536', '', '5060x', '-1'],
  branch: ['z9hG4bK', '776asdhds', '', 'z9hG4bK a', 'z9hG4bK;branch=z9hG4bKa'],
  rport: ['0', '65536', '', 'x'],
  caller: ['"', '1" "2', 'a\\'],
  account: ['', '"', 'a" b', 'a@b'],
  tag: ['', 'a b', '"a"', '=', 'a;tag=b', '<'],
  callId: ['', 'a b', '@', 'a@', '@b', 'a@b@c', 'a,b', 'ä'],
  number: ['2147483648', '4294967296', '1.5', '-1', '', 'x'],
  clock: ['24:00:00', '23:60:00', '23:59:61', '1:00:00', ''],
  nonce: ['', '"', 'a" b'],
  response: [
    '0123',
    'ABCDEFABCDEFABCDEFABCDEFABCDEFAB',
    '0123456789abcdef0123456789abcdeg',
    '0123456789abcdef0123456789abcdef0',
    '',
  ],
  session: ['', 'x', '1 2', '-1'],
  media: ['0', '65536', 'x', ''],
  room: [' -', '\t', ' \n ', ' 1 '],
};

const names = Object.keys(usual) as (keyof Values)[];

/** Header fields that mean nothing in an INVITE, among which others stand. */
const misplaced = 'P-Associated-URI: <sip:alice@example.com>\nSubscription-State: active\n';

/** Other faults that every message has which is like one that has them. */
const faulty: Readonly<Record<string, (text: string) => string>> = {
  'sip.missing-max-forwards': (text) => text.replace('Max-Forwards: 70\n', ''),
  'sip.missing-header': (text) => text.replace(/^Contact: .*\n/m, ''),
  'sip.unterminated-quote': (text) => text.replace('To: <', 'To: "Bob <'),
  'sip.unknown-status-code': (text) => text.replace(/^.*/, 'SIP/2.0 699 Other'),
  'sip.deprecated-status-code': (text) => text.replace(/^.*/, 'SIP/2.0 202 Accepted').replace(' INVITE', ' REFER'),
  'sip.missing-to-tag': (text) => text.replace(/^.*/, 'SIP/2.0 200 OK'),
};

/** The same in a session description. */
const faultyBody: Readonly<Record<string, (text: string) => string>> = {
  'sip.sdp-missing-rtpmap': (text) => text.replace('AVP 0', 'AVP 0 101'),
  'sip.sdp-duplicate-payload-type': (text) => text.replace('AVP 0', 'AVP 0 8 8'),
  'sip.sdp-invalid-payload-type': (text) => text.replace('AVP 0', 'AVP 0 128 8'),
  'sip.sdp-missing-line': (text) => text.replace(/^c=.*\n/m, ''),
  'sip.sdp-empty-session-name': (text) => text.replace('s=-', 's='),
  'sip.sdp-malformed-time': (text) => text.replace('t=0 0', 't=0 x'),
  'sip.sdp-unknown-mid': (text) => `${text.replace('t=0 0', 't=0 0\na=group:BUNDLE 0')}a=mid:1\n`,
  'sip.sdp-unknown-rid': (text) => `${text}a=rid:hi send\na=simulcast:send hi;lo\n`,
  'sip.sdp-codec-rate': (text) => `${text.replace('AVP 0', 'AVP 0 96')}a=rtpmap:96 opus/8000\n`,
  'sip.sdp-missing-apt': (text) => `${text.replace('AVP 0', 'AVP 0 97')}a=rtpmap:97 rtx/8000\n`,
  'sip.sdp-bracketed-address': (text) => `${text}c=IN IP6 [2001:db8::1]\n`,
  'sip.sdp-unlisted-payload-type': (text) => `${text}a=rtpmap:8 PCMA/8000\n`,
  'sip.sdp-static-payload-type': (text) => `${text}a=rtpmap:0 PCMA/8000\n`,
  'sip.sdp-malformed-rtpmap': (text) => `${text}a=rtpmap:0 PCMU\n`,
  'sip.sdp-malformed-attribute': (text) => `${text}a=ptime:abc\n`,
  'sip.sdp-misspelt-attribute': (text) => `${text}a=sendrcv\n`,
  'sip.sdp-line-order': (text) => `${text}a=sendrecv\nb=AS:64\n`,
  'sip.sdp-ice-credentials': (text) => `${text}a=ice-ufrag:8hhY\n`,
};

/** Bodies that are judged by their length alone, or by their first line. */
function withBody(type: string, body: string, tag = usual.tag): string {
  return message({ ...usual, tag }).replace(
    /^Content-Type.*/ms,
    `Content-Type: ${type}\nContent-Length: ${body.length}\n\n${body}`,
  );
}

suite('A familiar message', () => {
  test('is one like another that was judged and found good', () => {
    assert.deepEqual(judgeText(message(usual), whole), []);
    for (const name of names) {
      for (const value of alike[name] ?? []) {
        const text = message({ ...usual, [name]: value });
        assert.deepEqual(familiarFindings(text, whole), [], `${name} ${value}`);
        assert.deepEqual(judge(text), [], `${name} ${value}`);
      }
    }
  });

  test('is one like another whose faults are header fields that do not belong there, and has these faults', () => {
    judgeText(message(usual, misplaced), whole);
    for (const name of names) {
      for (const value of alike[name] ?? []) {
        const text = message({ ...usual, [name]: value }, misplaced);
        const findings = familiarFindings(text, whole);
        assert.deepEqual(
          findings?.map(({ rule, span }) => `${rule} ${textOf(text, span)}`),
          ['sip.header-not-applicable P-Associated-URI', 'sip.forbidden-header Subscription-State'],
          `${name} ${value}`,
        );
        assert.deepEqual(judge(text), findings, `${name} ${value}`);
      }
    }
  });

  test('is one like another with faults that do not depend on what they differ in', () => {
    for (const [rule, spoil] of Object.entries(faulty)) {
      const example = judgeText(spoil(message(usual)), whole);
      assert.ok(
        example.some((finding) => finding.rule === rule),
        rule,
      );
      for (const name of names) {
        for (const value of alike[name] ?? []) {
          const text = spoil(message({ ...usual, [name]: value }));
          assert.deepEqual(familiarFindings(text, whole), judge(text), `${rule} ${name} ${value}`);
        }
      }
    }
  });

  test('is one like another with faults in its session description, and has them at its own places', () => {
    for (const [rule, describe] of Object.entries(faultyBody)) {
      const example = judgeText(message(usual, '', describe), whole);
      assert.ok(
        example.some((finding) => finding.rule === rule),
        rule,
      );
      for (const name of names) {
        for (const value of alike[name] ?? []) {
          const text = message({ ...usual, [name]: value }, '', describe);
          assert.deepEqual(familiarFindings(text, whole), judge(text), `${rule} ${name} ${value}`);
        }
      }
    }
  });

  test('is one like another whatever its body says, where no rule reads it', () => {
    judgeText(withBody('text/plain', 'Hello!'), whole);
    assert.deepEqual(familiarFindings(withBody('text/plain', 'v=0, and good bye.', 'b'), whole), []);
    judgeText(withBody('message/sipfrag;version=2.0', 'SIP/2.0 100 Trying'), whole);
    assert.deepEqual(familiarFindings(withBody('message/sipfrag;version=2.0', 'SIP/2.0 200 OK', 'b'), whole), []);
    const mistaken = withBody('message/sipfrag;version=2.0', 'SIP/2.0 2000 OK', 'b');
    assert.deepEqual(
      judge(mistaken).map(({ rule }) => rule),
      ['sip.invalid-status-code'],
    );
  });

  test('is none like another with a fault that depends on what they differ in', () => {
    const text = message({ ...usual, number: '2147483648' });
    assert.notDeepEqual(judgeText(text, whole), []);
    assert.equal(familiarFindings(text, whole), undefined);
  });

  test('is none where a value is not like those of the good ones, and has its findings', () => {
    for (const extra of ['', misplaced]) {
      judgeText(message(usual, extra), whole);
      for (const name of names) {
        for (const value of other[name] ?? []) judge(message({ ...usual, [name]: value }, extra));
      }
    }
    assert.notDeepEqual(judge(message({ ...usual, address: '192.0.2.256' })), []);
  });

  test('is none where its body does not end where the head says', () => {
    const text = message(usual);
    judgeText(text, whole);
    assert.deepEqual(
      judge(`${text}a=sendrecv\n`).map(({ rule }) => rule),
      ['sip.content-length-mismatch'],
    );
    assert.ok(!familiarFindings(text.slice(0, text.indexOf('v=0')), whole));
  });

  test('is none where a log may have cut it', () => {
    const text = message(usual);
    judgeText(text, whole);
    assert.ok(!familiarFindings(text, { ...whole, complete: false }));
  });

  test('has the findings that it would have by itself, whatever it is made of', () => {
    const values = fc.record(
      Object.fromEntries(
        names.map((name) => [
          name,
          fc.oneof(
            { weight: 12, arbitrary: fc.constantFrom(usual[name], ...(alike[name] ?? [])) },
            { weight: 1, arbitrary: fc.constantFrom(...(other[name] ?? [])) },
          ),
        ]),
      ),
    );
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('', misplaced),
        fc.constantFrom(asItIs, ...Object.values(faulty)),
        fc.constantFrom(asItIs, ...Object.values(faultyBody)),
        (made, extra, spoil, describe) => {
          judge(spoil(message(made as Values, extra, describe)));
        },
      ),
      { seed: 8259, numRuns: 2500 },
    );
  });
});
