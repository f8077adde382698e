import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Header fields of the extensions, whose forms are told of by the RFC that each family names, and identities. */

const extensions: readonly Mutation[] = [
  ...inPlaceOf('invite', 'Supported: 100rel, timer', {
    'Supported: ⟦100rel;timer⟧': 'sip.malformed-value',
    'Supported: 100rel, ⟦timre⟧': 'sip.misspelt-option-tag',
    'Supported: 100rel,⟦,⟧ timer': 'sip.extra-separator',
  }),
  ['options', 'pidf+xml;q=0.5', 'pidf+xml;q=⟦5⟧', 'sip.invalid-q-value'],
  ...inPlaceOf('options', 'en;q=0.7', {
    'en;q=⟦high⟧': 'sip.invalid-q-value',
    'en;⟦q 0.7⟧': 'sip.malformed-parameter',
  }),
  ['busy-486', 'duration=3600', 'duration=long', 'sip.invalid-retry-after'],
  ...inPlaceOf('invite', 'refresher=uac', {
    '⟦refresher⟧': 'sip.malformed-parameter',
    'refresher=⟦me⟧': 'sip.invalid-refresher',
  }),
  ...inPlaceOf('session-progress', 'Require: 100rel', {
    '⟦Require⟧:': 'sip.empty-value',
    'Require: ⟦100rell⟧': 'sip.misspelt-option-tag',
    'Require:⟦:⟧ 100rel': 'sip.extra-separator',
    '⟦Require 100rel⟧': 'sip.header-without-colon',
  }),
  ['session-progress', 'CSeq: ', 'CSeq:⟦:⟧ ', 'sip.extra-separator'],
  ...inPlaceOf('notify', 'active;expires=599', {
    '⟦<active⟧;expires=599>': 'sip.malformed-value',
    'terminated;reason=probation;retry-after=⟦soon⟧': 'sip.invalid-retry-after',
  }),
  ...inPlaceOf('invite-200', 'Session-Expires: 1800;refresher=uac', {
    'Session-Expires: ⟦1800refresher=uac⟧': 'sip.invalid-session-timer',
    'Session-Expires: ⟦1800⟧': 'sip.missing-refresher',
    'Session-Expires: 1800;refresher=uas': 'sip.none',
  }),
  ['info', 'Content-Type', 'Info-Package: ⟦dtmf digits⟧\nContent-Type', 'sip.malformed-value'],
  ['interval-422', '314159 INVITE', '314159 BYE', 'sip.response-not-for-method'],
  ...inPlaceOf('invite', 'Max-Forwards: 70\n', {
    'Max-Forwards: 70\nReplaces: a@example.com;⟦to-tag⟧;from-tag=1\n': 'sip.malformed-parameter',
    'Max-Forwards: 70\nReplaces: ⟦a b⟧;to-tag=2;from-tag=1\n': 'sip.malformed-call-id',
  }),
  ...inPlaceOf('invite', 'Allow: INVITE, ACK', {
    'Allow: ⟦INVTE⟧, ACK': 'sip.misspelt-method',
    'Allow: ⟦<INVITE>⟧, ACK': 'sip.malformed-value',
  }),
  ['ims-invite', 'Require: precondition', 'Require: ⟦precondtion⟧', 'sip.misspelt-option-tag'],
  ...inPlaceOf('subscribe', 'Event: presence', {
    'Event: ⟦presense⟧': 'sip.misspelt-event',
    'Event: ⟦dialogue⟧': 'sip.misspelt-event',
    'Event: ⟦message summary⟧': 'sip.malformed-value',
  }),
  [
    'subscribe',
    'Allow-Events: presence, message-summary',
    'Allow-Events: presence, ⟦mesage-summary⟧',
    'sip.misspelt-event',
  ],
  ['notify', 'Subscription-State: active', 'Subscription-State: ⟦actve⟧', 'sip.unknown-subscription-state'],
  ['notify', 'State: active;expires=599', 'State: ⟦active expires=599⟧', 'sip.malformed-value'],
  ['session-progress', 'Contact: <sip:bob@192.0.2.20>\n', '', 'sip.missing-response-header'],
  ...inPlaceOf('register-200', 'Contact: <sip:alice@192.0.2.10:5060;transport=udp>;expires=3600', {
    'Contact: ⟦<sip:alice@192.0.2.10:5060;transport=udp>⟧': 'sip.missing-parameter',
    'Contact: <sip:alice@192.0.2.10:5060;transport=udp>\nExpires: 3600': 'sip.none',
  }),
  ['session-progress', 'RSeq: 4711', 'RSeq: ⟦0⟧', 'sip.invalid-rseq'],
  ['session-progress', 'Require: 100rel\nRSeq', '⟦RSeq⟧', 'sip.rseq-without-require'],
  ['trying', 'Content-Length: 0', 'Require: 100rel\n⟦RSeq⟧: 1\nContent-Length: 0', 'sip.reliable-trying'],
  ...inPlaceOf('prack', 'RAck: 4711 314159 INVITE', {
    'RAck: ⟦0 314159 INVITE⟧': 'sip.malformed-rack',
    'RAck: ⟦4711 314159 "INVITE"⟧': 'sip.malformed-rack',
    'RAck: ⟦4711 INVITE⟧': 'sip.malformed-rack',
    'RAck: 4711 314159 ⟦INVIT⟧': 'sip.misspelt-method',
  }),
  ['invite', 'Min-SE: 90', 'Min-SE: 90\nResource-Priority: wps.3, ⟦dsn⟧', 'sip.malformed-value'],
  ...inPlaceOf('invite', 'Session-Expires: 1800', {
    'Session-Expires: ⟦half an hour⟧': 'sip.invalid-session-timer',
    'Session-Expires: ⟦30⟧': 'sip.session-timer-too-small',
  }),
  ['invite-200', 'Require: timer\nSupported', 'Supported', 'sip.missing-option-tag'],
  ...inPlaceOf('jssip-invite', 'Supported: timer,gruu', {
    'Supported: gruu': 'sip.missing-option-tag',
    'Supported: ⟦tmer⟧,gruu': 'sip.misspelt-option-tag',
    'Require: timer\nSupported: gruu': 'sip.none',
    // What a proxy has added, whose sender does not know timers.
    'Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK1\nSupported: gruu': 'sip.none',
  }),
  ['interval-422', 'Min-SE: 600', 'Min-SE: ⟦60⟧', 'sip.session-timer-too-small'],
  ['update', 'Session-Expires: 1800', 'Session-Expires: ⟦900⟧', 'sip.session-expires-below-min-se'],
  [
    'busy-486',
    'Warning: 399 example.com "User is on another call", 370',
    'Warning: ⟦3990 example.com "User"⟧, 370',
    'sip.malformed-warning',
  ],
  ['busy-486', '399 example.com "User is on another call", 370', '⟦399 busy⟧, 370', 'sip.malformed-warning'],
  ['busy-486', 'Warning: 399', 'Warning: ⟦398⟧', 'sip.unknown-warning-code'],
  ...inPlaceOf('busy-486', 'Q.850;cause=17', {
    'Q.850;cause=⟦171⟧': 'sip.unknown-cause',
    'Q.850;cause=⟦0⟧': 'sip.unknown-cause',
    'Q.850;cause=⟦busy⟧': 'sip.malformed-reason',
    'Q.850;⟦text=User busy⟧': 'sip.malformed-parameter',
  }),
  ['cancel', 'SIP;cause=487', 'SIP;cause=⟦48⟧', 'sip.unknown-cause'],
];

/** RFC 3323, 3841, 4488, 5373, 5806, 6442, 6665 */
const words: readonly Mutation[] = [
  ...adding('invite', {
    'Privacy: ⟦idd⟧': 'sip.unknown-value',
    'Privacy: id;⟦critcal⟧': 'sip.unknown-value',
    'Privacy: ⟦none;id⟧': 'sip.malformed-value',
    'Privacy: id;critical': 'sip.none',
    'Privacy: ⟦id,header⟧': 'sip.malformed-value',
    'Geolocation-Routing: ⟦maybe⟧': 'sip.unknown-value',
    '⟦Geolocation-Routing⟧: ': 'sip.empty-value',
    'Priority: ⟦urgnet⟧': 'sip.unknown-value',
    'Priority: Emergency': 'sip.none',
    'Answer-Mode: ⟦Later⟧;require': 'sip.unknown-value',
    'Request-Disposition: proxy, ⟦no-frok⟧': 'sip.unknown-value',
    'Request-Disposition: ⟦proxy, redirect⟧': 'sip.malformed-value',
    'Request-Disposition: ⟦no-fork, proxy, Fork⟧': 'sip.malformed-value',
    'Request-Disposition: proxy, no-fork, sequential, queue, no-recurse, cancel': 'sip.none',
    'Request-Disposition: ⟦"proxy"⟧': 'sip.malformed-value',
    'Accept-Contact: ⟦<sip:bob@example.com>⟧;audio': 'sip.malformed-value',
    'Reject-Contact: *;mobility="fixed", *;video': 'sip.none',
    'Session-ID: ⟦ab30317f1a784dc48ff824d0d3715d8⟧': 'sip.malformed-value',
    'Session-ID: 00000000000000000000000000000001;remote=⟦0⟧': 'sip.malformed-value',
    'P-Charging-Vector: ⟦icid-generated-at=192.0.2.1⟧': 'sip.missing-parameter',
    'Diversion: <sip:bob@example.com>;counter=⟦one⟧': 'sip.malformed-value',
    'Diversion: <sip:bob@example.com>;reason=⟦no-anser⟧;privacy=off': 'sip.unknown-value',
    'Call-Info: <http://www.example.com/alice.png>;⟦purpose=⟧': 'sip.malformed-parameter',
    'Accept-Language: ⟦en_US⟧, tr;q=0.5': 'sip.malformed-value',
    'Content-Disposition: ⟦sesion⟧': 'sip.unknown-value',
    'Content-Disposition: session;handling=⟦requierd⟧': 'sip.unknown-value',
    'Identity: ⟦none⟧': 'sip.malformed-identity',
    'Replaces: a;to-tag=1;from-tag=2, ⟦b;to-tag=1;from-tag=2⟧': 'sip.multiple-values',
    '⟦P-Assert-Identity⟧: <sip:bob@example.com>': 'sip.misspelt-header',
  }),
  ...adding('options', {
    'Allow-Events: ⟦presence; dialog⟧': 'sip.malformed-value',
    '⟦Replaces⟧: a;to-tag=1;from-tag=2\nReplaces: a;to-tag=1;from-tag=2': 'sip.forbidden-header',
  }),
  ...adding('refer', {
    'Refer-Sub: ⟦no⟧': 'sip.unknown-value',
  }),
  ...inPlaceOf('notify-terminated', 'reason=noresource', {
    'reason=⟦noresorce⟧': 'sip.unknown-value',
    'reason=⟦timedout⟧': 'sip.unknown-value',
    'reason=Timeout': 'sip.none',
  }),
  ...inPlaceOf('subscribe', 'Event: presence', {
    'Event: ⟦Presence⟧': 'sip.misspelt-event',
    'Event: presence;⟦id⟧': 'sip.malformed-parameter',
  }),
];

/** RFC 3326, 7616 */
const reasonsAndHashes: readonly Mutation[] = [
  ...inPlaceOf('cancel', 'SIP;cause=487', {
    'SIP;cause=487, ⟦SIP⟧;cause=200': 'sip.repeated-reason',
    'SIP;cause=487\nReason: ⟦sip⟧;cause=200': 'sip.repeated-reason',
    'SIP;cause=487, Q.850;cause=16': 'sip.none',
    '⟦Q.8500⟧;cause=16': 'sip.misspelt-reason-protocol',
    'SIP;cause="⟦487⟧"': 'sip.malformed-reason',
    'SIP;cause=487;⟦text=Cancelled⟧': 'sip.malformed-reason',
    'STIR;cause=436, STIR;cause=438;text="Invalid"': 'sip.none',
    'STIR;cause=⟦400⟧': 'sip.unknown-cause',
    'Preemption;cause=⟦6⟧': 'sip.unknown-cause',
  }),
  ...adding('busy-486', {
    'Warning: ⟦399⟧, 192.0.2.1 "a"': 'sip.malformed-warning',
  }),
  ...adding('register-200', {
    'Authentication-Info: qop=auth, nc=⟦1⟧, cnonce="a"': 'sip.invalid-digest-value',
    'Authentication-Info: nextnonce=⟦47364c⟧': 'sip.digest-quoting',
    'Authentication-Info: rspauth="⟦66⟧"': 'sip.invalid-digest-value',
    'Authentication-Info: ⟦nextnonce="47364c", qop=auth, nc=00000001⟧': 'sip.digest-missing-parameter',
    'Authentication-Info: ⟦qop=auth, cnonce="a"⟧': 'sip.digest-missing-parameter',
    'Authentication-Info: nextnonce="47364c", qop=auth, nc=00000001, cnonce="a"': 'sip.none',
  }),
  ['register-401', 'qop="auth"', 'qop=⟦"⟧"', 'sip.empty-value'],
];

/** The Identity token of `stir-invite` with other claims in it. */
function token(header: object, payload: object): string {
  const inToken = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
  const called = { attest: 'A', dest: { tn: ['12155550113'] }, iat: 1770110142, orig: { tn: '12155550112' } };
  return [
    inToken({ alg: 'ES256', ppt: 'shaken', typ: 'passport', x5u: 'https://cert.example.org/shaken.pem', ...header }),
    inToken({ ...called, origid: '00000000-0000-4000-8000-000000000004', ...payload }),
  ].join('.');
}

const authentication: readonly Mutation[] = [
  ['register-401', 'nonce="84f1c1ae6cbe5ua9c8e88dfa3ecm3459", ', '', 'sip.digest-missing-parameter'],
  ['register-star', 'username="alice", ', '', 'sip.digest-missing-parameter'],
  ['register-star', ', cnonce="0a4f113b"', '', 'sip.digest-missing-parameter'],
  ...inPlaceOf('register-star', 'dfe56131d1958046689d83306477ecc0', {
    '⟦dfe56131d1958046689d8330⟧': 'sip.invalid-digest-value',
    '⟦DFE56131D1958046689D83306477ECC0⟧': 'sip.invalid-digest-value',
  }),
  ...inPlaceOf('register-star', 'nc=00000001', {
    'nc=⟦1⟧': 'sip.invalid-digest-value',
    'nc=⟦"00000001"⟧': 'sip.malformed-value',
  }),
  ['register-star', 'realm="example.com"', 'realm=⟦example.com⟧', 'sip.digest-quoting'],
  [
    'register-star',
    'username="alice", realm',
    '⟦username="alice" realm="example.com"⟧, realm',
    'sip.malformed-credentials',
  ],
  ['register-star', ', algorithm=MD5', ',⟦,⟧ algorithm=MD5', 'sip.extra-separator'],
  [
    'register-401',
    'Digest realm="example.com", nonce="84f1c1ae6cbe5ua9c8e88dfa3ecm3459", opaque="", stale=FALSE, algorithm=MD5, qop="auth"',
    '⟦Basic⟧ realm="example.com"',
    'sip.basic-authentication',
  ],
  ['register-401', 'algorithm=MD5', 'algorithm=⟦MD6⟧', 'sip.unknown-digest-value'],
  ...inPlaceOf('register-401', 'qop="auth"', {
    'qop="⟦atuh⟧"': 'sip.unknown-digest-value',
    'qop=⟦auth⟧': 'sip.digest-quoting',
  }),
  ['register-401', 'stale=FALSE', 'stale=⟦maybe⟧', 'sip.unknown-digest-value'],
  ...inPlaceOf('register-401', 'Digest realm', {
    '⟦realm="example.com", nonce="x"⟧\nX-Was: Digest realm': 'sip.malformed-credentials',
    '⟦Digst⟧ realm': 'sip.malformed-credentials',
  }),
  ['register-star', 'username="alice"', "username*=UTF-8''J%C3%A4n", 'sip.none'],
  ...inPlaceOf('stir-invite', ';alg=ES256', {
    '': 'sip.none',
    ';alg=⟦RS256⟧': 'sip.identity-mismatch',
  }),
  ['stir-invite', 'Date: Tue, 03 Feb 2026 09:15:42 GMT\n', '', 'sip.missing-header'],
  ['stir-invite', 'ppt="shaken"', 'ppt="⟦div⟧"', 'sip.identity-mismatch'],
  ['stir-invite', ';ppt="shaken"', '', 'sip.missing-parameter'],
  [
    'stir-invite',
    'info=<https://cert.example.org/shaken.pem>',
    'info=⟦https://cert.example.org/shaken.pem⟧',
    'sip.uri-needs-brackets',
  ],
  ['stir-invite', token({}, {}), token({ typ: 'JWT' }, {}), 'sip.identity-claim'],
  ['stir-invite', token({}, {}), token({ x5u: undefined }, {}), 'sip.identity-claim'],
  ['stir-invite', token({}, {}), token({}, { attest: 'D' }), 'sip.identity-claim'],
  ['stir-invite', token({}, {}), token({}, { origid: 'switch-7' }), 'sip.identity-claim'],
  ['stir-invite', token({}, {}), token({ alg: 'none' }, {}), 'sip.identity-claim'],
  ['stir-invite', ';info=', '==;info=', 'sip.malformed-identity'],
  ...inPlaceOf('register-star', 'response="dfe56131d1958046689d83306477ecc0"', {
    'response=⟦""⟧': 'sip.invalid-digest-value',
    'auts="c2Vx", response=""': 'sip.none',
  }),
  ['stir-invite', token({}, {}), token({}, { iat: undefined }), 'sip.identity-claim'],
  ['stir-invite', token({}, {}), token({}, { dest: { tn: '12155550113' } }), 'sip.identity-claim'],
  ['stir-invite', token({}, {}), token({}, { dest: { uri: ['12155550113'] } }), 'sip.identity-claim'],
  ['stir-invite', token({}, {}), token({}, { orig: { uri: 'bob' } }), 'sip.identity-claim'],
  [
    'stir-invite',
    token({}, {}),
    token({}, { orig: { uri: 'sip:bob@example.com' }, dest: { uri: ['urn:service:sos'] } }),
    'sip.none',
  ],
  ...inPlaceOf('stir-invite', ';alg=ES256', {
    ';alg=ES256;⟦info=<https://cert.example.org/shaken.pem>⟧': 'sip.duplicate-parameter',
    ';alg=ES256;x-mine=<a:b;c>': 'sip.none',
  }),
  ['stir-invite', 'PD0-Pw;info', 'PD0-;info', 'sip.malformed-identity'],
  ...inPlaceOf('register-star', 'qop=auth', {
    'qop=⟦"auth"⟧': 'sip.malformed-value',
    'qop=⟦"auth,auth-int"⟧': 'sip.malformed-value',
  }),
  ['register-star', 'uri="sip:example.com"', '⟦uri=""⟧', 'sip.empty-value'],
  ['stir-compact', 'Identity: ..MEQCI', 'Identity: .MEQCI', 'sip.malformed-identity'],
];

oneFaultEach({ extensions, words, reasonsAndHashes, authentication });
