import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { good, judge } from '../judging.ts';
import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Lines of the head: which ones there are, what they are called, and where they have a place. */

const missing: readonly Mutation[] = [
  ['bye', 'Via: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKnashds10\n', '', 'sip.missing-header'],
  ['terminated-487', 'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds\n', '', 'sip.missing-header'],
  ['invite', 'Call-ID: a84b4c76e66710@192.0.2.10\n', '', 'sip.missing-header'],
  ['invite', 'From: "Alice" <sip:alice@example.com>;tag=1928301774\n', '', 'sip.missing-header'],
  ['invite', 'To: Bob <sip:bob@example.com>\n', '', 'sip.missing-header'],
  ['invite', 'CSeq: 314159 INVITE\n', '', 'sip.missing-header'],
  ['invite', 'Contact: <sip:alice@192.0.2.10:5060>\n', '', 'sip.missing-header'],
  ['invite', 'Max-Forwards: 70\n', '', 'sip.missing-max-forwards'],
  ['ringing', 'Call-ID: a84b4c76e66710@192.0.2.10\n', '', 'sip.missing-header'],
  ['ringing', 'CSeq: 314159 INVITE\n', '', 'sip.missing-header'],
  [
    'register-401',
    'WWW-Authenticate: Digest realm="example.com", nonce="84f1c1ae6cbe5ua9c8e88dfa3ecm3459", opaque="", stale=FALSE, algorithm=MD5, qop="auth"\n',
    '',
    'sip.missing-header',
  ],
  ['register-423', 'Min-Expires: 1800\n', '', 'sip.missing-header'],
  ['bad-extension-420', 'Unsupported: 100rel\n', '', 'sip.missing-header'],
  ['interval-422', 'Min-SE: 600\n', '', 'sip.missing-header'],
  ['not-allowed-405', 'Allow: INVITE, ACK, CANCEL, OPTIONS, BYE\n', '', 'sip.missing-response-header'],
  ...inPlaceOf('not-allowed-405', 'INFO\nAllow: INVITE, ACK, CANCEL, OPTIONS, BYE\n', {
    'FOO\n': 'sip.missing-response-header',
    'FOO\nAllow: INVITE, ACK\n': 'sip.none',
    'FOO\nAllow:\n': 'sip.none',
  }),
  ['bad-extension-420', ' INVITE\n', ' FOO\n', 'sip.none'],
  ['invite-200', 'Contact: <sip:bob@192.0.2.20>\n', '', 'sip.missing-response-header'],
  [
    'moved-302',
    'Contact: <sip:bob@198.51.100.4>;q=1.0, "Bob, mobile" <tel:+49301234567>;q=0.5\n',
    '',
    'sip.missing-response-header',
  ],
  ['subscribe', 'Event: presence\n', '', 'sip.missing-header'],
  ['subscribe', 'Contact: <sip:alice@192.0.2.10:5060;transport=tcp>\n', '', 'sip.missing-header'],
  ['subscribe-200', 'Expires: 600\n', '', 'sip.missing-header'],
  ['notify', 'Event: presence\n', '', 'sip.missing-header'],
  ['notify', 'Subscription-State: active;expires=599\n', '', 'sip.missing-header'],
  ['publish', 'Event: presence\n', '', 'sip.missing-header'],
  ['publish-200', 'SIP-ETag: dx200xyz\n', '', 'sip.missing-header'],
  [
    'refer',
    'Refer-To: <sip:carol@192.0.2.30?Replaces=12adf2f34456gs5%3Bto-tag%3D12345%3Bfrom-tag%3D54321>\n',
    '',
    'sip.missing-header',
  ],
  ['prack', 'RAck: 4711 314159 INVITE\n', '', 'sip.missing-header'],
  ['update', 'Contact: <sip:alice@192.0.2.10:5060>\n', '', 'sip.missing-header'],
  ['session-progress', 'RSeq: 4711\n', '', 'sip.missing-header'],
  ['invite', 'Content-Type: application/sdp\n', '', 'sip.missing-content-type'],
  ['message', 'Content-Type: text/plain; charset=UTF-8\n', '', 'sip.missing-content-type'],
];

/** A name that is made of a known one on purpose is no slip. */
const guessed: readonly Mutation[] = [
  ...adding('invite', {
    '⟦Subjcet⟧: a talk': 'sip.misspelt-header',
    'Contact-Id: 5': 'sip.none',
    'Session-ID2: 5': 'sip.none',
    'Call-Id2: 5': 'sip.none',
  }),
  ['not-allowed-405', 'Allow: ', '⟦Alow⟧: ', 'sip.misspelt-header'],
  ['options', 'Accept: ', '⟦Accpet⟧: ', 'sip.misspelt-header'],
  ...inPlaceOf('register-401', 'WWW-Authenticate: ', {
    '⟦WWW-Authentication⟧: ': 'sip.misspelt-header',
    '⟦WWW-Authenticat⟧: ': 'sip.misspelt-header',
  }),
  ...inPlaceOf('invite', 'Supported: 100rel', {
    'Supported: path2': 'sip.none',
    'Supported: histinfo2': 'sip.none',
  }),
  ['subscribe', 'Event: presence', 'Event: presence2', 'sip.none'],
];

const names: readonly Mutation[] = [
  ['invite', 'Via: ', '⟦Vai⟧: ', 'sip.misspelt-header'],
  ...inPlaceOf('invite', 'From: ', {
    '⟦Form⟧: ': 'sip.misspelt-header',
    '  ⟦From⟧: ': 'sip.indented-header',
  }),
  ...inPlaceOf('invite', 'CSeq: ', {
    '⟦CSec⟧: ': 'sip.misspelt-header',
    '⟦CS eq⟧: ': 'sip.invalid-header-name',
    '⟦CS(eq⟧: ': 'sip.invalid-header-name',
  }),
  ['invite', 'Call-ID: ', '⟦Call_ID⟧: ', 'sip.misspelt-header'],
  ['invite', 'Contact: ', '⟦Contct⟧: ', 'sip.misspelt-header'],
  ...inPlaceOf('invite', 'Max-Forwards: ', {
    '⟦Max-Forward⟧: ': 'sip.misspelt-header',
    '⟦Max -Forwards⟧: ': 'sip.invalid-header-name',
    '⟦Max-For)wards⟧: ': 'sip.invalid-header-name',
    '⟦Max-Forwards\u00a0⟧: ': 'sip.invalid-header-name',
  }),
  ['invite', 'Content-Type: ', '⟦Content-Typ⟧: ', 'sip.misspelt-header'],
  ['invite', 'Content-Length: ', '⟦Conten-Lenght⟧: ', 'sip.misspelt-header'],
  ['invite', 'Supported: ', '⟦Suported⟧: ', 'sip.misspelt-header'],
  ['refer', 'Referred-By: ', '⟦Refered-By⟧: ', 'sip.misspelt-header'],
  ['notify', 'Subscription-State: ', '⟦Subscripton-State⟧: ', 'sip.misspelt-header'],
  ['ims-invite', 'P-Asserted-Identity: ', '⟦P-Asserted-Identiy⟧: ', 'sip.misspelt-header'],
  ...inPlaceOf('invite', 'Max-Forwards: 70', {
    '⟦Max-Forwards 70⟧': 'sip.header-without-colon',
    '⟦Max-Forwards;70⟧': 'sip.header-without-colon',
    ' ⟦Max-Forwards⟧: 70': 'sip.indented-header',
  }),
  ['invite', 'CSeq: 314159 INVITE', '⟦CSeq 314159 INVITE⟧', 'sip.header-without-colon'],
  ['invite', 'Via: SIP', '⟦Via SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bK9⟧\nVia: SIP', 'sip.header-without-colon'],
  ['invite', 'To: Bob <sip:bob@example.com>', '⟦To Bob <sip:bob@example.com>⟧', 'sip.header-without-colon'],
  ...inPlaceOf('invite', 'CSeq: 314159', {
    '⟦CSeq=314159 INVITE⟧\nX-Was: 1': 'sip.header-without-colon',
    '\t⟦CSeq⟧ : 314159': 'sip.indented-header',
  }),
  ['invite', 'Contact: <sip:alice@', ' ⟦Contact⟧: <sip:alice@', 'sip.indented-header'],
  ...inPlaceOf('invite', 'Min-SE: 90', {
    'Min-SE:\n 90\nSubject: a note\n about: nothing': 'sip.none',
    '⟦just some words⟧': 'sip.header-without-colon',
    '⟦Foo@Bar⟧: 90': 'sip.invalid-header-name',
    '⟦Encryption⟧: pgp': 'sip.deprecated-header',
    'Min-SE: 90\nSubject: a⟦\u0001⟧b': 'sip.control-character',
  }),
  ['invite', 'Session-Expires: ', '⟦Session Expires⟧: ', 'sip.invalid-header-name'],
  ['prack', 'RAck: ', '⟦RAk⟧: ', 'sip.misspelt-header'],
  ['session-progress', 'RSeq: ', '⟦RSqe⟧: ', 'sip.misspelt-header'],
  ...inPlaceOf('bye', 'CSeq: ', {
    '⟦Dat⟧: Sat, 13 Nov 2010 23:29:00 GMT\nCSeq: ': 'sip.misspelt-header',
    'Data: 13\nRate: 8\nCSeq: ': 'sip.none',
    ' ⟦k⟧: timer\nCSeq: ': 'sip.indented-header',
  }),
  ['bye', '\nVia: ', '\n ⟦Via⟧: ', 'sip.indented-header'],
  ['bye', 'CSeq: 231', 'CSeq: 2⟦\u0001⟧31', 'sip.control-character'],
  ['bye', 'Call-ID: ', 'Call⟦\u0001⟧-ID: ', 'sip.control-character'],
  ['message', "\n\nGörüşürüz, saat 9'da.\n", "\n⟦Görüşürüz, saat 9'da.⟧\n", 'sip.missing-blank-line'],
  ['invite', 'Contact: <', '⟦\n⟧Contact: <', 'sip.blank-line-in-head'],
  ['invite', 'Contact: <sip:', '⟦:⟧ <sip:', 'sip.invalid-header-name'],
  ['invite', '\n\nv=0\n', '\n⟦v=0⟧\n', 'sip.missing-blank-line'],
  [
    'siprec-invite',
    '\n\n--part=boundary 1\nContent-Type: application/sdp',
    '\n⟦--part=boundary 1⟧\nContent-Type: application/sdp',
    'sip.missing-blank-line',
  ],
  ['invite', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦\n⟧', 'sip.blank-line-in-head'],
];

/** One character at the wrong place that spoils what stands around it, or a whole message, is one fault. */
const torn: readonly Mutation[] = [
  ['register-423', 'SIP/2.0 423', 'SIP/2.0 ⟦432⟧', 'sip.unknown-status-code'],
  ...inPlaceOf('invite', 'Max-Forwards: ', {
    '⟦Max-Forw,ards⟧: ': 'sip.invalid-header-name',
    '⟦Max;Forwards⟧: ': 'sip.invalid-header-name',
  }),
  ['invite', 'Max-Forwards: 70', '⟦Max-Forward⟧:s 70', 'sip.misspelt-header'],
  ...inPlaceOf('bye', 'CSeq: 231', {
    '⟦C⟧:Seq: 231': 'sip.misspelt-header',
    '⟦CSE⟧:: 231': 'sip.misspelt-header',
    '⟦]Seq⟧: 231': 'sip.invalid-header-name',
  }),
  [
    'bye',
    'Via: SIP/2.0/UDP 192',
    '⟦Via. SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKnashds10⟧\nX-Was: 192',
    'sip.header-without-colon',
  ],
  [
    'bye',
    'From: Bob <sip:bob@example.com>;tag=8321234356',
    '⟦Fromx Bob <sip:bob@example.com>;tag=8321234356⟧',
    'sip.header-without-colon',
  ],
  ['publish', 'To: <', '⟦o⟧: <', 'sip.misspelt-header'],
  ['bye', 'SIP/2.0/UDP 192', '⟦SIP/2.0/U⟧,DP 192', 'sip.malformed-via'],
  ['bye', 'SIP/2.0/UDP 192.0.2.20', 'SIP/2.0/UD ⟦P192.0.2.20⟧', 'sip.invalid-host'],
  ['bye', ';tag=8321234356', ';⟦=tag=8321234356⟧', 'sip.malformed-parameter'],
  ['bye', ';tag=1928301774', ';⟦ta]g=1928301774⟧', 'sip.malformed-parameter'],
  ['prack', 'PRACK sip:', '⟦PACK⟧ sip:', 'sip.misspelt-method'],
  ['not-allowed-405', 'ACK, CANCEL', 'AC,⟦K CANCEL⟧', 'sip.malformed-value'],
  ['invite', 'To: Bob <sip:bob@example', 'To: Bob <sip:bob@exam?⟦ple⟧&x=1&example', 'sip.malformed-parameter'],
];

const use: readonly Mutation[] = [
  ...inPlaceOf('invite', 'Max-Forwards: 70\n', {
    'Max-Forwards: 70\n⟦Max-Forwards⟧: 70\n': 'sip.duplicate-header',
    'Max-Forwards: 70\n⟦Subscription-State⟧: active\n': 'sip.forbidden-header',
  }),
  [
    'invite',
    'Content-Type: application/sdp\n',
    'Content-Type: application/sdp\n⟦c⟧: application/sdp\n',
    'sip.duplicate-header',
  ],
  ['invite', 'CSeq: 314159 INVITE\n', 'CSeq: 314159 INVITE\n⟦CSeq⟧: 314160 INVITE\n', 'sip.duplicate-header'],
  ['options', 'Content-Length: 0\n', 'Content-Length: 0\n⟦l⟧: 5\n', 'sip.duplicate-header'],
  [
    'invite',
    'From: "Alice" <sip:alice@example.com>;tag=1928301774',
    'From: <sip:alice@example.com>;tag=1928301774, ⟦<sip:al@example.com>⟧',
    'sip.multiple-values',
  ],
  ...inPlaceOf('cancel', 'Max-Forwards: 70\n', {
    'Max-Forwards: 70\n⟦Require⟧: 100rel\n': 'sip.forbidden-header',
    'Max-Forwards: 70\n⟦Proxy-Require⟧: sec-agree\n': 'sip.forbidden-header',
  }),
  ...inPlaceOf('bye', 'Max-Forwards: 70\n', {
    'Max-Forwards: 70\n⟦RSeq⟧: 1\n': 'sip.forbidden-header',
    'Max-Forwards: 70\n⟦Refer-To⟧: <sip:carol@example.com>\n': 'sip.forbidden-header',
    'Max-Forwards: 70\n⟦Contact⟧: <sip:bob@192.0.2.20>\n': 'sip.header-not-applicable',
    'Max-Forwards: 70\n⟦Expires⟧: 60\n': 'sip.header-not-applicable',
  }),
  ...inPlaceOf('options', 'Max-Forwards: 70\n', {
    'Max-Forwards: 70\n⟦RAck⟧: 1 1 INVITE\n': 'sip.forbidden-header',
    'Max-Forwards: 70\n⟦WWW-Authenticate⟧: Digest realm="a", nonce="b"\n': 'sip.forbidden-header',
    'Max-Forwards: 70\n⟦Service-Route⟧: <sip:192.0.2.1;lr>\n': 'sip.header-not-applicable',
  }),
  ...inPlaceOf('invite-200', 'Supported: timer\n', {
    'Supported: timer\n⟦Min-Expires⟧: 60\n': 'sip.header-not-applicable',
    'Supported: timer\n⟦RSeq⟧: 1\n': 'sip.forbidden-header',
  }),
  ['ringing', 'Content-Length: 0\n', 'Content-Length: 0\n⟦Max-Forwards⟧: 70\n', 'sip.header-not-applicable'],
  ['invite', 'Call-ID: a84b4c76e66710@192.0.2.10', '⟦Call-ID⟧:', 'sip.empty-value'],
  ['invite', 'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport', '⟦Via⟧: ', 'sip.empty-value'],
];

/** RFC 3261 §8.1.1.2, §9.1, §12.1.1, §19.1.1, §20; RFC 3262 §4; RFC 3325 §9.1; RFC 3329 §2.3.1 */
const places: readonly Mutation[] = [
  [
    'register',
    'To: "Alice" <sip:alice@example.com>',
    'To: "Alice" <sip:alice@example.com>;⟦tag=12⟧',
    'sip.to-tag-outside-dialog',
  ],
  [
    'cancel',
    'branch=z9hG4bK776asdhds',
    'branch=z9hG4bK776asdhds\nVia: ⟦SIP/2.0/UDP 192.0.2.11;branch=z9hG4bK1⟧',
    'sip.multiple-values',
  ],
  ...adding('register', {
    'Require: ⟦100rel⟧': 'sip.forbidden-header',
  }),
  ...adding('register-200', {
    'Require: path, ⟦100rel⟧': 'sip.forbidden-header',
  }),
  ...adding('invite', {
    '⟦Server⟧: Lark/1.0': 'sip.header-not-applicable',
    '⟦Warning⟧: 399 example.com "a"': 'sip.header-not-applicable',
    'Max-Breadth: ⟦many⟧': 'sip.malformed-value',
    '⟦Retry-After⟧: 5': 'sip.header-not-applicable',
    'P-Asserted-Identity: <sip:a@example.com>, ⟦<sip:b@example.com>⟧': 'sip.multiple-values',
    'P-Asserted-Identity: <tel:⟦7042⟧>': 'sip.missing-parameter',
  }),
  ...adding('notify', {
    'Warning: 399 example.com "a"': 'sip.none',
  }),
  ['invite', ';rport', ';rport;maddr=⟦300.0.2.1⟧', 'sip.invalid-host'],
  ...inPlaceOf('invite', 'To: Bob <sip:bob@example.com>', {
    'To: Bob <sip:bob@example.com;maddr=⟦300.0.2.1⟧>': 'sip.invalid-host',
    'To: Bob <sip:bob@example.com⟦?Subject=x⟧>': 'sip.uri-headers',
    'To: Bob <sip:bob@example.com;transport=⟦upd⟧>': 'sip.unknown-transport',
  }),
  ...adding('message', {
    '⟦Session-Expires⟧: 90': 'sip.header-not-applicable',
  }),
  ...adding('busy-486', {
    '⟦Subject⟧: Lunch': 'sip.header-not-applicable',
    '⟦Session-Expires⟧: 1800': 'sip.header-not-applicable',
  }),
  ['invite-200', 'Contact: ', 'Contact: <sip:bob@192.0.2.21>, ', 'sip.multiple-contacts'],
  ['invite-200', 'Require: timer', '⟦Require⟧:', 'sip.empty-value'],
  ['notify', '<sip:presence.example.com>', '<sip:presence.example.com>, ⟦<sip:192.0.2.7>⟧', 'sip.multiple-contacts'],
  [
    'subscribe-200',
    '<sip:presence.example.com>',
    '<sip:presence.example.com>, ⟦<sip:192.0.2.7>⟧',
    'sip.multiple-contacts',
  ],
  ['register-200', 'Contact: ', 'Contact: <sip:bob@192.0.2.21>, ', 'sip.none'],
  ['refer', '12adf2f34456gs5%3B', '12adf2f34456gs5⟦;⟧', 'sip.unescaped-character'],
  [
    'refer',
    'Replaces=12adf2f34456gs5%3Bto-tag%3D12345%3Bfrom-tag%3D54321',
    '⟦Replaces=12adf2f34456gs5%3Bto-tag%3D12345⟧',
    'sip.missing-parameter',
  ],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@example.com:⟦5060:5061⟧ SIP', 'sip.invalid-port'],
  [
    'invite',
    'SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport',
    '⟦SIP/2.0/UDP alice@192.0.2.10:5060;branch=z9hG4bK776asdhds;rport⟧',
    'sip.malformed-via',
  ],
  ['invite', 'tag=1928301774', '⟦tag=19283@1774⟧', 'sip.malformed-parameter'],
  ['prack', 'RAck: 4711 314159 INVITE', 'RAck: ⟦4711 314159 BYE⟧', 'sip.malformed-rack'],
  ['invite', 'Via: ', '⟦"Via⟧: ', 'sip.invalid-header-name'],
  ...inPlaceOf('invite-200', 'Allow: ', {
    '⟦"Allow"⟧: ': 'sip.invalid-header-name',
    '⟦<Allow>⟧: ': 'sip.invalid-header-name',
  }),
  ['invite-200', 'Call-ID: ', '⟦"Call-ID"⟧: ', 'sip.invalid-header-name'],
  ['invite', 'Max-Forwards: 70', 'Max-Forwards: 70\n⟦Subject⟧\n: Lunch', 'sip.header-without-colon'],
];

oneFaultEach({ missing, names, guessed, torn, use, places });

suite('Of a name that is guessed no more is said', () => {
  const slips = ['Contract: 5', 'Replace: 1', 'Subjcet: 1\nSubject: 2', 'Expire: soon\nExpires: 60', 'Alert-Inf: <'];
  for (const slip of slips) {
    test(slip.replace('\n', ', '), () => {
      const text = good('invite').replace('Content-Length: ', `${slip}\nContent-Length: `);
      assert.deepEqual(
        judge(text).map(({ rule }) => rule),
        ['sip.misspelt-header'],
      );
    });
  }

  test('though it stands for the field that is missed', () => {
    const text = good('invite').replace('Contact: <sip:alice@192.0.2.10:5060>', 'Conact: alice');
    assert.deepEqual(
      judge(text).map(({ rule }) => rule),
      ['sip.misspelt-header'],
    );
  });

  test('and nothing is asked of a message for the sake of a guessed method', () => {
    const text = good('options').replace('OPTIONS sip:', 'NOTIFYX sip:').replace('63104 OPTIONS', '63104 NOTIFYX');
    assert.deepEqual(
      judge(text).map(({ rule }) => rule),
      ['sip.misspelt-method'],
    );
  });
});

suite('A body is one where it is as long as the head says', () => {
  const bodies: readonly (readonly [type: string, body: string])[] = [
    ['message/cpim', 'From: <im:ada@example.com>\nTo: <im:bob@example.com>\n\nContent-Type: text/plain\n\nTea?\n'],
    ['text/plain', 'Call-ID: that is what I asked for.\n'],
    ['message/sipfrag', 'SIP/2.0 200 OK\nTo: <sip:bob@example.com>;tag=1\n'],
  ];
  const lacking: readonly [RegExp, string][] = [
    [/^From: .*\n/m, 'From'],
    [/^To: .*\n/m, 'To'],
    [/^Call-ID: .*\n/m, 'Call-ID'],
  ];
  for (const [type, body] of bodies) {
    for (const [line, name] of lacking) {
      test(`${type}: ${name} is missing, whatever the body holds`, () => {
        const head = good('message')
          .split('\n\n', 1)[0]!
          .replace(line, '')
          .replace(/^Content-.*\n?/gm, '');
        const length = Buffer.byteLength(body.replaceAll('\n', '\r\n'));
        const text = `${head}Content-Type: ${type}\nContent-Length: ${length}\n\n${body}`;
        assert.deepEqual(
          judge(text)
            .filter(({ rule }) => rule !== 'sip.empty-value')
            .map(({ rule }) => rule),
          ['sip.missing-header'],
        );
      });
    }
  }
});

suite('A request needs Max-Forwards whatever its method is', () => {
  test('FOOBAR', () => {
    const text = good('options').replace('OPTIONS sip:', 'FOOBAR sip:').replace('63104 OPTIONS', '63104 FOOBAR');
    assert.deepEqual(judge(text), []);
    assert.deepEqual(
      judge(text.replace(/^Max-Forwards.*\n/m, '')).map(({ rule }) => rule),
      ['sip.missing-max-forwards'],
    );
  });
});

suite('Session-Expires in an answer without a session is told of once', () => {
  for (const method of ['BYE', 'MESSAGE', 'INFO']) {
    test(method, () => {
      const text = good('invite-200')
        .replace('314159 INVITE', `314160 ${method}`)
        .replace(/^(?:Contact|Require|Content-Type|Content-Length|[vosctma]=?).*\n/gm, '')
        .replace(';refresher=uac', '')
        .trimEnd()
        .concat('\nContent-Length: 0\n\n');
      assert.deepEqual(
        judge(text).map(({ rule }) => rule),
        ['sip.header-not-applicable'],
      );
    });
  }
});

suite('A slip that no quick fix can mend whole', () => {
  const slips: readonly Mutation[] = [
    ['bye', 'From: Bob <sip:', 'From: "Bob" s<ip:', 'sip.unquoted-display-name'],
    ['bye', 'BYE sip:alice', 'BYEs ip:alice', 'sip.misspelt-method'],
    ['refer', 'to-tag%3D12345', 'to-tag%*3D12345', 'sip.invalid-escape'],
  ];
  for (const [message, from, to, rule] of slips) {
    test(`${to} is told of once`, () => {
      const found = judge(good(message).replace(from, to));
      assert.deepEqual(
        found.map((finding) => finding.rule),
        [rule],
      );
    });
  }
});
