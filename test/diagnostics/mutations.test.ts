import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { described, fixed, good, judge, unmarked } from './judging.ts';

/**
 * A good message, one fault put into it, and the rule that must report it: at the place that `⟦ ⟧` marks, or at the
 * start line when what is wrong is not there. No other rule may speak up.
 */
type Mutation = readonly [message: string, from: string, to: string, rule: string];

const startLine: readonly Mutation[] = [
  ['invite', 'INVITE sip:bob@example.com', '⟦INVTE⟧ sip:bob@example.com', 'sip.misspelt-method'],
  ['invite', 'INVITE sip:bob@example.com', '⟦invite⟧ sip:bob@example.com', 'sip.misspelt-method'],
  ['bye', 'BYE sip:alice', '⟦BEY⟧ sip:alice', 'sip.misspelt-method'],
  ['register', 'REGISTER sip:', '⟦REGSITER⟧ sip:', 'sip.misspelt-method'],
  ['subscribe', 'SUBSCRIBE sip:', '⟦SUSCRIBE⟧ sip:', 'sip.misspelt-method'],
  ['options', 'OPTIONS sip:', '⟦OPTION⟧ sip:', 'sip.misspelt-method'],
  ['invite', 'INVITE sip:bob@example.com SIP/2.0', 'INVITE sip:bob@example.com', 'sip.malformed-start-line'],
  ['invite', 'INVITE sip:bob@', '⟦"INVITE"⟧ sip:bob@', 'sip.malformed-start-line'],
  ['invite', 'INVITE sip:bob@example.com SIP/2.0', 'INVITE SIP/2.0', 'sip.malformed-start-line'],
  ['invite', 'INVITE sip:bob@example.com SIP/2.0', 'INVITE sip:bob@example.com HTTP/1.1', 'sip.malformed-start-line'],
  ['invite', 'example.com SIP/2.0', 'example.com ⟦SIP/3.0⟧', 'sip.unsupported-version'],
  ['invite', 'example.com SIP/2.0', 'example.com ⟦sip/2.0⟧', 'sip.version-case'],
  ['invite', 'INVITE sip:bob@', 'INVITE⟦  ⟧sip:bob@', 'sip.start-line-blanks'],
  ['invite', 'example.com SIP/2.0', 'example.com SIP/2.0⟦ ⟧', 'sip.start-line-blanks'],
  ['ringing', 'SIP/2.0 180', 'SIP/2.0⟦  ⟧180', 'sip.start-line-blanks'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE ⟦<sip:bob@example.com>⟧ SIP', 'sip.request-uri-brackets'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@example.com⟦?Subject=x⟧ SIP', 'sip.request-uri-headers'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE ⟦sip:bob@example.com; lr⟧ SIP', 'sip.uri-blank'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE ⟦bob@example.com⟧ SIP', 'sip.uri-without-scheme'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE ⟦spi⟧:bob@example.com SIP', 'sip.misspelt-scheme'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob⟦@⟧ SIP', 'sip.missing-host'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@⟦192.0.2.300⟧ SIP', 'sip.invalid-host'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@⟦example..com⟧ SIP', 'sip.invalid-host'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@⟦[2001:db8::1⟧ SIP', 'sip.invalid-host'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@⟦[2001:db8::1::2]⟧ SIP', 'sip.invalid-host'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@⟦2001:db8::1⟧ SIP', 'sip.ipv6-without-brackets'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@⟦[2001:db8:::192.0.2.1]⟧ SIP', 'sip.ipv6-extra-colon'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@example.com:⟦70000⟧ SIP', 'sip.invalid-port'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@example.com:⟦sip⟧ SIP', 'sip.invalid-port'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@example.com⟦:⟧ SIP', 'sip.invalid-port'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:b⟦%4o⟧b@example.com SIP', 'sip.invalid-escape'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:*21⟦#⟧@example.com SIP', 'sip.unescaped-character'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@example.com⟦;⟧ SIP', 'sip.extra-separator'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:bob@example.com;lr;⟦lr⟧ SIP', 'sip.duplicate-parameter'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE ⟦sip://⟧bob@example.com SIP', 'sip.misspelt-scheme'],
  ['invite', 'INVITE sip:bob@example.com SIP', 'INVITE sip:⟦@⟧example.com SIP', 'sip.empty-user'],
  ['register', 'REGISTER sip:example.com', 'REGISTER sip:⟦alice@⟧example.com', 'sip.register-uri-user'],
];

const statusLine: readonly Mutation[] = [
  ['ringing', 'SIP/2.0 180', 'SIP/2.0 ⟦1800⟧', 'sip.invalid-status-code'],
  ['ringing', 'SIP/2.0 180 Ringing\n', 'SIP/2.0 ⟦180⟧\n', 'sip.missing-reason-blank'],
  ['ringing', 'SIP/2.0 180 Ringing\n', 'SIP/2.0 180 \n', 'sip.none'],
  ['ringing', 'SIP/2.0 180', 'SIP/2.0 ⟦18o⟧', 'sip.invalid-status-code'],
  ['ringing', 'SIP/2.0 180', 'SIP/2.0 ⟦099⟧', 'sip.invalid-status-code'],
  ['busy-486', 'SIP/2.0 486', 'SIP/2.0 ⟦786⟧', 'sip.invalid-status-code'],
  ['busy-486', 'SIP/2.0 486', 'SIP/2.0 ⟦499⟧', 'sip.unknown-status-code'],
  ['invite-200', 'SIP/2.0 200', 'SIP/2.0 ⟦299⟧', 'sip.unknown-status-code'],
  ['busy-486', '486 Busy Here', '486 ⟦Not Found⟧', 'sip.reason-phrase-mismatch'],
  ['invite-200', '200 OK', '200 ⟦Ringing⟧', 'sip.reason-phrase-mismatch'],
  ['register-401', '401 Unauthorized', '401 ⟦Proxy Authentication Required⟧', 'sip.reason-phrase-mismatch'],
  ['terminated-487', '487 Request Terminated', '487 ⟦request timeout⟧', 'sip.reason-phrase-mismatch'],
  ['refer-202', '200 OK', '⟦202⟧ Accepted', 'sip.deprecated-status-code'],
  ['terminated-487', '487 Request Terminated', '⟦409⟧ Conflict', 'sip.deprecated-status-code'],
  ['register-200', '200 OK', '⟦180⟧ Ringing', 'sip.response-not-for-method'],
  ['terminated-487', '314159 INVITE', '314159 ⟦INVTE⟧', 'sip.misspelt-method'],
];

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

const names: readonly Mutation[] = [
  ['invite', 'Via: ', '⟦Vai⟧: ', 'sip.misspelt-header'],
  ['invite', 'From: ', '⟦Form⟧: ', 'sip.misspelt-header'],
  ['invite', 'CSeq: ', '⟦CSec⟧: ', 'sip.misspelt-header'],
  ['invite', 'Call-ID: ', '⟦Call_ID⟧: ', 'sip.misspelt-header'],
  ['invite', 'Contact: ', '⟦Contct⟧: ', 'sip.misspelt-header'],
  ['invite', 'Max-Forwards: ', '⟦Max-Forward⟧: ', 'sip.misspelt-header'],
  ['invite', 'Content-Type: ', '⟦Content-Typ⟧: ', 'sip.misspelt-header'],
  ['invite', 'Content-Length: ', '⟦Conten-Lenght⟧: ', 'sip.misspelt-header'],
  ['invite', 'Supported: ', '⟦Suported⟧: ', 'sip.misspelt-header'],
  ['refer', 'Referred-By: ', '⟦Refered-By⟧: ', 'sip.misspelt-header'],
  ['notify', 'Subscription-State: ', '⟦Subscripton-State⟧: ', 'sip.misspelt-header'],
  ['ims-invite', 'P-Asserted-Identity: ', '⟦P-Asserted-Identiy⟧: ', 'sip.misspelt-header'],
  ['invite', 'Max-Forwards: 70', '⟦Max-Forwards 70⟧', 'sip.header-without-colon'],
  ['invite', 'CSeq: 314159 INVITE', '⟦CSeq 314159 INVITE⟧', 'sip.header-without-colon'],
  ['invite', 'Via: SIP', '⟦Via SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bK9⟧\nVia: SIP', 'sip.header-without-colon'],
  ['invite', 'To: Bob <sip:bob@example.com>', '⟦To Bob <sip:bob@example.com>⟧', 'sip.header-without-colon'],
  ['invite', 'Max-Forwards: 70', '⟦Max-Forwards;70⟧', 'sip.header-without-colon'],
  ['invite', 'CSeq: 314159', '⟦CSeq=314159 INVITE⟧\nX-Was: 1', 'sip.header-without-colon'],
  ['invite', 'Max-Forwards: 70', ' ⟦Max-Forwards⟧: 70', 'sip.indented-header'],
  ['invite', 'CSeq: 314159', '\t⟦CSeq⟧ : 314159', 'sip.indented-header'],
  ['invite', 'Contact: <sip:alice@', ' ⟦Contact⟧: <sip:alice@', 'sip.indented-header'],
  ['invite', 'From: ', '  ⟦From⟧: ', 'sip.indented-header'],
  ['invite', 'Min-SE: 90', 'Min-SE:\n 90\nSubject: a note\n about: nothing', 'sip.none'],
  ['invite', 'Max-Forwards: ', '⟦Max -Forwards⟧: ', 'sip.invalid-header-name'],
  ['invite', 'CSeq: ', '⟦CS eq⟧: ', 'sip.invalid-header-name'],
  ['invite', 'Session-Expires: ', '⟦Session Expires⟧: ', 'sip.invalid-header-name'],
  ['invite', 'CSeq: ', '⟦CS(eq⟧: ', 'sip.invalid-header-name'],
  ['invite', 'Max-Forwards: ', '⟦Max-For)wards⟧: ', 'sip.invalid-header-name'],
  ['prack', 'RAck: ', '⟦RAk⟧: ', 'sip.misspelt-header'],
  ['session-progress', 'RSeq: ', '⟦RSqe⟧: ', 'sip.misspelt-header'],
  ['bye', 'CSeq: ', '⟦Dat⟧: Sat, 13 Nov 2010 23:29:00 GMT\nCSeq: ', 'sip.misspelt-header'],
  ['bye', 'CSeq: ', 'Data: 13\nRate: 8\nCSeq: ', 'sip.none'],
  ['bye', '\nVia: ', '\n ⟦Via⟧: ', 'sip.indented-header'],
  ['bye', 'CSeq: ', ' ⟦k⟧: timer\nCSeq: ', 'sip.indented-header'],
  ['bye', 'CSeq: 231', 'CSeq: 2⟦\u0001⟧31', 'sip.control-character'],
  ['bye', 'Call-ID: ', 'Call⟦\u0001⟧-ID: ', 'sip.control-character'],
  ['message', "\n\nGörüşürüz, saat 9'da.\n", "\n⟦Görüşürüz, saat 9'da.⟧\n", 'sip.missing-blank-line'],
  ['invite', 'Contact: <', '⟦\n⟧Contact: <', 'sip.blank-line-in-head'],
  ['invite', 'Min-SE: 90', '⟦just some words⟧', 'sip.header-without-colon'],
  ['invite', 'Min-SE: 90', '⟦Foo@Bar⟧: 90', 'sip.invalid-header-name'],
  ['invite', 'Min-SE: 90', '⟦Encryption⟧: pgp', 'sip.deprecated-header'],
  ['invite', '\n\nv=0\n', '\n⟦v=0⟧\n', 'sip.missing-blank-line'],
  [
    'siprec-invite',
    '\n\n--part=boundary 1\nContent-Type: application/sdp',
    '\n⟦--part=boundary 1⟧\nContent-Type: application/sdp',
    'sip.missing-blank-line',
  ],
  ['invite', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦\n⟧', 'sip.blank-line-in-head'],
  ['invite', 'Min-SE: 90', 'Min-SE: 90\nSubject: a⟦\u0001⟧b', 'sip.control-character'],
];

const use: readonly Mutation[] = [
  ['invite', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦Max-Forwards⟧: 70\n', 'sip.duplicate-header'],
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
  ['cancel', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦Require⟧: 100rel\n', 'sip.forbidden-header'],
  ['cancel', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦Proxy-Require⟧: sec-agree\n', 'sip.forbidden-header'],
  ['bye', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦RSeq⟧: 1\n', 'sip.forbidden-header'],
  ['bye', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦Refer-To⟧: <sip:carol@example.com>\n', 'sip.forbidden-header'],
  ['invite', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦Subscription-State⟧: active\n', 'sip.forbidden-header'],
  ['options', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦RAck⟧: 1 1 INVITE\n', 'sip.forbidden-header'],
  [
    'options',
    'Max-Forwards: 70\n',
    'Max-Forwards: 70\n⟦WWW-Authenticate⟧: Digest realm="a", nonce="b"\n',
    'sip.forbidden-header',
  ],
  ['invite-200', 'Supported: timer\n', 'Supported: timer\n⟦RSeq⟧: 1\n', 'sip.forbidden-header'],
  ['bye', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦Contact⟧: <sip:bob@192.0.2.20>\n', 'sip.header-not-applicable'],
  ['bye', 'Max-Forwards: 70\n', 'Max-Forwards: 70\n⟦Expires⟧: 60\n', 'sip.header-not-applicable'],
  ['ringing', 'Content-Length: 0\n', 'Content-Length: 0\n⟦Max-Forwards⟧: 70\n', 'sip.header-not-applicable'],
  ['invite', 'Call-ID: a84b4c76e66710@192.0.2.10', '⟦Call-ID⟧:', 'sip.empty-value'],
  ['invite', 'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport', '⟦Via⟧: ', 'sip.empty-value'],
];

const numbers: readonly Mutation[] = [
  ['invite', 'Max-Forwards: 70', 'Max-Forwards: ⟦700⟧', 'sip.invalid-max-forwards'],
  ['invite', 'Max-Forwards: 70', 'Max-Forwards: ⟦-1⟧', 'sip.invalid-max-forwards'],
  ['invite', 'Max-Forwards: 70', 'Max-Forwards: ⟦seventy⟧', 'sip.invalid-max-forwards'],
  ['invite', 'CSeq: 314159 INVITE', 'CSeq: 314159 ⟦BYE⟧', 'sip.cseq-method-mismatch'],
  ['invite', 'CSeq: 314159 INVITE', 'CSeq: 314159 ⟦INVTE⟧', 'sip.cseq-method-mismatch'],
  ['invite', 'CSeq: 314159 INVITE', 'CSeq: ⟦2147483648⟧ INVITE', 'sip.cseq-out-of-range'],
  ['invite', 'CSeq: 314159 INVITE', 'CSeq: ⟦314159⟧', 'sip.malformed-cseq'],
  ['invite', 'CSeq: 314159 INVITE', 'CSeq: ⟦INVITE 314159⟧', 'sip.malformed-cseq'],
  ['invite', 'CSeq: 314159 INVITE', 'CSeq: ⟦1 INVITE 2⟧', 'sip.malformed-cseq'],
  ['ringing', 'CSeq: 314159 INVITE', 'CSeq: ⟦31a INVITE⟧', 'sip.malformed-cseq'],
  ['invite', 'a84b4c76e66710@192.0.2.10', '⟦a84b4c76 e66710@192.0.2.10⟧', 'sip.malformed-call-id'],
  ['invite', 'a84b4c76e66710@192.0.2.10', '⟦a84b4c76e66710@⟧', 'sip.malformed-call-id'],
  ['invite', 'Min-SE: 90', 'Min-SE: 90\nIn-Reply-To: 1@example.com, ⟦2 @example.com⟧', 'sip.malformed-call-id'],
  ['invite', 'a84b4c76e66710@192.0.2.10', 'a84b4c76⟦;⟧e66710@192.0.2.10', 'sip.call-id-character'],
  ['invite', 'a84b4c76e66710@192.0.2.10', 'a84b4c76@e66710⟦@⟧192.0.2.10', 'sip.call-id-character'],
  ['register', 'Expires: 3600', 'Expires: ⟦4294967296⟧', 'sip.invalid-expires'],
  ['register', 'Expires: 3600', 'Expires: ⟦an hour⟧', 'sip.invalid-expires'],
  ['register', 'expires=3600', 'expires=⟦soon⟧', 'sip.invalid-expires'],
  ['register', 'q=0.8', 'q=⟦1.5⟧', 'sip.invalid-q-value'],
  ['register-423', 'Min-Expires: 1800', 'Min-Expires: ⟦-1⟧', 'sip.invalid-expires'],
  ['notify', 'active;expires=599', 'active;expires=⟦599s⟧', 'sip.invalid-expires'],
  ['busy-486', 'Retry-After: 120 (in a meeting);duration=3600', 'Retry-After: ⟦in an hour⟧', 'sip.invalid-retry-after'],
  ['busy-486', '120 (in a meeting);duration=3600', '⟦120 (in a meeting⟧', 'sip.invalid-retry-after'],
  ['busy-486', 'Retry-After: 120', 'Retry-After: ⟦99999999999⟧', 'sip.excessive-retry-after'],
  ['register-200', '23:29:00 GMT', '23:29:00 UTC', 'sip.invalid-date'],
  ['register-200', 'Sat, 13 Nov 2010', 'Sat, 31 Nov 2010', 'sip.invalid-date'],
  ['register-200', 'Sat, 13 Nov 2010', '⟦Fri⟧, 13 Nov 2010', 'sip.date-weekday'],
  ['cisco-invite', 'Timestamp: 1770110142', 'Timestamp: ⟦now⟧', 'sip.malformed-value'],
  ['siprec-invite', 'MIME-Version: 1.0', 'MIME-Version: ⟦one⟧', 'sip.malformed-value'],
];

const via: readonly Mutation[] = [
  ['invite', 'UDP 192.0.2.10:5060;branch', 'UDP 192.0.2.10:⟦0⟧;branch', 'sip.invalid-port'],
  ['invite', '192.0.2.10:5060;branch', '192.0.2.10:5060:branch', 'sip.ipv6-without-brackets'],
  ['options', 'SIP/2.0/TCP [2001:db8::9]', '⟦SIP/1.0⟧/TCP [2001:db8::9]', 'sip.unsupported-version'],
  [
    'invite',
    'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport',
    'Via: ⟦SIP/2.0 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport⟧',
    'sip.malformed-via',
  ],
  [
    'invite',
    'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport',
    'Via: ⟦SIP/2.0/UDP;branch=z9hG4bK776asdhds;rport⟧',
    'sip.malformed-via',
  ],
  [
    'invite',
    'SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport',
    '⟦SIP/2.0/UDP 192.0.2.10:5060 branch=z9hG4bK776asdhds;rport⟧',
    'sip.malformed-via',
  ],
  ['invite', 'UDP 192.0.2.10:5060;branch', 'UDP ⟦192.0.2.256⟧:5060;branch', 'sip.invalid-host'],
  ['invite', 'UDP 192.0.2.10:5060;branch', 'UDP 192.0.2.10:⟦99999⟧;branch', 'sip.invalid-port'],
  ['options', 'TCP [2001:db8::9]:5060;branch', 'TCP ⟦2001:db8::9⟧;branch', 'sip.ipv6-without-brackets'],
  ['invite', 'SIP/2.0/UDP 192', 'SIP/2.0/⟦UPD⟧ 192', 'sip.unknown-transport'],
  [
    'invite',
    'SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport',
    '⟦SIP/2.0/UDP 192.0.2.10:5060;rport⟧',
    'sip.missing-branch',
  ],
  ['invite', 'branch=z9hG4bK776asdhds', 'branch=⟦776asdhds⟧', 'sip.branch-without-cookie'],
  ['invite', 'branch=z9hG4bK776asdhds', '⟦branch=z9hG4bK⟧', 'sip.empty-branch'],
  ['register-200', 'received=198.51.100.7', 'received=⟦gateway⟧', 'sip.invalid-received'],
  ['register-200', 'received=198.51.100.7', 'received=⟦[2001:db8::7]⟧', 'sip.received-brackets'],
  ['register-200', 'rport=41022', 'rport=⟦410220⟧', 'sip.invalid-rport'],
  ['invite', 'hds;rport', 'hds;rport⟦=⟧', 'sip.invalid-rport'],
  ['invite', 'hds;rport', 'hds;rport;ttl=⟦300⟧', 'sip.invalid-ttl'],
  ['invite', 'hds;rport', 'hds;rport;⟦branch=z9hG4bK2⟧', 'sip.duplicate-parameter'],
  ['invite', 'hds;rport', 'hds;⟦;⟧rport', 'sip.extra-separator'],
  ['invite', '10:5060;branch', '10:5060,branch', 'sip.malformed-via'],
  ['register-200', 'received=198.51.100.7', '⟦received=⟧', 'sip.malformed-parameter'],
  ['ringing', 'SIP/2.0/UDP proxy.example.com', 'SIP/2.0/UDP ⟦255.255.255.255⟧', 'sip.broadcast-via'],
];

const addresses: readonly Mutation[] = [
  ['invite', '>;tag=1928301774', '>;⟦tag=19<28301774⟧', 'sip.malformed-parameter'],
  ['invite', '<sip:alice@example.com>;tag=', '<sip:alice@⟦ex\ufffdmple.com⟧>;tag=', 'sip.invalid-host'],
  ['invite', '<sip:alice@example.com>;tag=', '<sip:alice@⟦example-⟧>;tag=', 'sip.invalid-host'],
  ['invite', '>;tag=1928301774', '>;⟦tag:1928301774⟧', 'sip.malformed-parameter'],
  ['refer', '<sip:carol@192.0.2.30?', '<sip:carol@⟦exa%mple.com⟧?', 'sip.invalid-host'],
  [
    'cisco-invite',
    '<sip:1001@192.0.2.41>;party',
    '⟦<sip:1001@192.0.2.41;party=calling;screen=yes;privacy=off⟧\nX-Was: party',
    'sip.unbalanced-brackets',
  ],
  ['moved-302', '<sip:bob@example.com>;reason', '<sip:bob⟦@⟧>;reason', 'sip.missing-host'],
  ['busy-486', 'Retry-After: ', 'Error-Info: ⟦<sip:busy@example.com⟧\nRetry-After: ', 'sip.unbalanced-brackets'],
  ['busy-486', 'Retry-After: ', 'Call-Info: <sip:x@example.com>;text=⟦"busy⟧\nRetry-After: ', 'sip.unterminated-quote'],
  ['ringing', ';tag=1928301774', '', 'sip.missing-from-tag'],
  [
    'moved-302',
    'q=1.0, "Bob, mobile" <tel:+49301234567>;q=0.5',
    '⟦q=1.0 <tel:+49301234567>⟧;q=0.5',
    'sip.malformed-parameter',
  ],
  ['invite', 'Min-SE: 90', 'Min-SE: 90\nHistory-Info: ⟦<sip:bob@example.com>⟧', 'sip.missing-parameter'],
  ['busy-486', 'Retry-After: ', 'Alert-Info: Bellcore-dr2\nRetry-After: ', 'sip.none'],
  ['register-star', 'Contact: *', '⟦Contac⟧: *', 'sip.misspelt-header'],
  ['register-star', 'Expires: 0', 'Expires: ⟦none⟧', 'sip.invalid-expires'],
  ['invite', 'From: "Alice" <sip:', 'From: "Alice" <sip:⟦\u0001⟧', 'sip.control-character'],
  [
    'invite',
    '"Alice" <sip:alice@example.com>;tag=1928301774',
    '⟦"Alice" <sip:alice@example.com>⟧',
    'sip.missing-from-tag',
  ],
  ['ringing', 'Bob <sip:bob@example.com>;tag=8321234356', '⟦Bob <sip:bob@example.com>⟧', 'sip.missing-to-tag'],
  ['info', 'Bob <sip:bob@example.com>;tag=8321234356', '⟦Bob <sip:bob@example.com>⟧', 'sip.missing-to-tag'],
  ['bye', '"Alice" <sip:alice@example.com>;tag=1928301774', '⟦"Alice" <sip:alice@example.com>⟧', 'sip.missing-to-tag'],
  [
    'invite',
    '"Alice" <sip:alice@example.com>;tag',
    '⟦"Alice <sip:alice@example.com>;tag=1928301774⟧\nX-Rest: tag',
    'sip.unterminated-quote',
  ],
  [
    'invite',
    '<sip:alice@example.com>;tag',
    '⟦<sip:alice@example.com;tag=1928301774⟧\nX-Rest: tag',
    'sip.unbalanced-brackets',
  ],
  ['invite', '"Alice" <sip:alice@example.com>', '⟦Alice, A.⟧ <sip:alice@example.com>', 'sip.unquoted-display-name'],
  ['invite', 'To: Bob <', 'To: ⟦Çağrı⟧ <', 'sip.unquoted-display-name'],
  ['invite', 'Contact: <', 'Contact: ⟦Doe, Alice⟧ <', 'sip.unquoted-display-name'],
  ['invite', 'To: Bob <', 'To: ⟦"Bob" B.⟧ <', 'sip.unquoted-display-name'],
  ['invite', 'To: Bob <sip:bob@example.com>', 'To: Bob <⟦ sip:bob@example.com⟧>', 'sip.uri-blank'],
  ['invite', 'To: Bob <sip:bob@example.com>', 'To: Bob <⟦sip:bob@exam ple.com⟧>', 'sip.uri-blank'],
  ['invite', 'To: Bob <sip:bob@example.com>', 'To: ⟦bob@example.com⟧', 'sip.uri-without-scheme'],
  ['invite', 'To: Bob <sip:bob@example.com>', 'To: Bob <⟦sib⟧:bob@example.com>', 'sip.misspelt-scheme'],
  [
    'invite',
    '<sip:alice@example.com>;tag',
    '<sip:alice@example.com> ⟦tag=1928301774⟧\nX-Rest: tag',
    'sip.unexpected-text',
  ],
  ['invite', ';tag=1928301774', ';tag=1928301774⟦;⟧', 'sip.extra-separator'],
  ['invite', ';tag=1928301774', ';⟦tag=19 28⟧', 'sip.malformed-parameter'],
  ['invite', ';tag=1928301774', ';⟦tag=⟧', 'sip.malformed-parameter'],
  ['invite', ';tag=1928301774', ';tag=1928301774;⟦tag=2⟧', 'sip.duplicate-parameter'],
  [
    'register',
    'Contact: <sip:alice@192.0.2.10:5060;transport=udp>;expires=3600;q=0.8;+sip.instance="<urn:uuid:00000000-0000-4000-8000-000000000001>";reg-id=1',
    'Contact: ⟦sip:alice@192.0.2.10?Route=%3Csip:example.com%3E⟧',
    'sip.uri-needs-brackets',
  ],
  ['ack', 'Route: <sip:proxy.example.com;lr>', 'Route: ⟦sip:proxy.example.com;lr⟧', 'sip.uri-needs-brackets'],
  ['ack', 'Route: <sip:proxy.example.com;lr>', 'Route: <⟦sip:proxy.example.com⟧>', 'sip.route-without-lr'],
  [
    'ringing',
    'Record-Route: <sip:proxy.example.com;lr>',
    'Record-Route: <⟦sip:proxy.example.com⟧>',
    'sip.route-without-lr',
  ],
  [
    'ack',
    'Route: <sip:proxy.example.com;lr>',
    'Route: <sip:proxy.example.com;lr>,⟦,⟧ <sip:b.example.com;lr>',
    'sip.extra-separator',
  ],
  [
    'invite',
    'Contact: <sip:alice@192.0.2.10:5060>',
    'Contact: <sip:alice@192.0.2.10:5060>, ⟦<sip:alice@192.0.2.11>⟧',
    'sip.multiple-contacts',
  ],
  ['invite', 'Contact: <sip:alice@192.0.2.10:5060>', 'Contact: ⟦*⟧', 'sip.contact-star'],
  ['register-star', 'Expires: 0', 'Expires: 3600', 'sip.contact-star'],
  ['register-star', 'Contact: *', 'Contact: <sip:alice@192.0.2.10>, ⟦*⟧', 'sip.contact-star'],
  [
    'avaya-invite',
    'Contact: "Reception" <sips:4000@192.0.2.80;gsid=1a2b3c4d-5e6f>',
    'Contact: <⟦sip:4000@192.0.2.80⟧>',
    'sip.contact-not-sips',
  ],
  ['invite', 'Contact: <sip:alice@192.0.2.10:5060>', 'Contact: <sip:alice@⟦192.0.2⟧:5060>', 'sip.invalid-host'],
  [
    'invite',
    'Contact: <sip:alice@192.0.2.10:5060>',
    'Contact: <sip:alice@192.0.2.10:5060;⟦;⟧ob>',
    'sip.extra-separator',
  ],
  ['refer', 'Refer-To: <sip:carol', 'Refer-To: <⟦siip⟧:carol', 'sip.misspelt-scheme'],
  ['invite', ';tag=1928301774', ';⟦tag⟧', 'sip.malformed-parameter'],
  ['invite', ';branch=z9hG4bK776asdhds', ';⟦branch⟧', 'sip.malformed-parameter'],
];

const content: readonly Mutation[] = [
  ['message', 'Content-Length: 28', 'Content-Length: ⟦42⟧', 'sip.content-length-mismatch'],
  ['options', 'Content-Length: 0', 'Content-Length: ⟦42⟧', 'sip.content-length-mismatch'],
  ['options', 'Content-Length: 0', 'Content-Length: ⟦-1⟧', 'sip.invalid-content-length'],
  ['options', 'Content-Length: 0', 'Content-Length: ⟦none⟧', 'sip.invalid-content-length'],
  ['options', 'Content-Length: 0\n', '', 'sip.missing-content-length'],
  ['invite', 'Content-Type: application/sdp', 'Content-Type: ⟦sdp⟧', 'sip.malformed-value'],
  ['options', 'Accept: application/sdp, ', 'Accept: ⟦sdp⟧, ', 'sip.malformed-value'],
  ['message', 'text/plain; charset=UTF-8', 'text/plain; ⟦charset=⟧', 'sip.malformed-parameter'],
  ['sip-i-invite', 'multipart/mixed; boundary=isup-part', '⟦multipart/mixed⟧', 'sip.missing-parameter'],
  [
    'sip-i-invite',
    'multipart/mixed; boundary=isup-part',
    '⟦multipart/mixed; boundary=other⟧',
    'sip.boundary-not-found',
  ],
  ['sip-i-invite', '\n\nv=0\n', '\n⟦v=0⟧\n', 'sip.missing-blank-line'],
  ['sip-i-invite', '--isup-part--\n', '', 'sip.unclosed-multipart'],
  ['sip-i-invite', 'Content-Length: 131', 'Content-Length: ⟦12⟧', 'sip.part-length-mismatch'],
];

const extensions: readonly Mutation[] = [
  ['invite', 'Supported: 100rel, timer', 'Supported: ⟦100rel;timer⟧', 'sip.malformed-value'],
  ['options', 'pidf+xml;q=0.5', 'pidf+xml;q=⟦5⟧', 'sip.invalid-q-value'],
  ['options', 'en;q=0.7', 'en;q=⟦high⟧', 'sip.invalid-q-value'],
  ['busy-486', 'duration=3600', 'duration=long', 'sip.invalid-retry-after'],
  ['invite', 'refresher=uac', '⟦refresher⟧', 'sip.invalid-refresher'],
  ['session-progress', 'Require: 100rel', '⟦Require⟧:', 'sip.empty-value'],
  ['info', 'Content-Type', 'Info-Package: ⟦dtmf digits⟧\nContent-Type', 'sip.malformed-value'],
  ['interval-422', '314159 INVITE', '314159 BYE', 'sip.response-not-for-method'],
  ['session-progress', 'Require: 100rel', '⟦Require 100rel⟧', 'sip.header-without-colon'],
  [
    'invite',
    'Max-Forwards: 70\n',
    'Max-Forwards: 70\nReplaces: a@example.com;⟦to-tag⟧;from-tag=1\n',
    'sip.malformed-parameter',
  ],
  ['invite', 'Max-Forwards: 70\n', 'Max-Forwards: 70\nReplaces: ⟦a b⟧;to-tag=2;from-tag=1\n', 'sip.malformed-call-id'],
  ['invite', 'Allow: INVITE, ACK', 'Allow: ⟦INVTE⟧, ACK', 'sip.misspelt-method'],
  ['invite', 'Allow: INVITE, ACK', 'Allow: ⟦<INVITE>⟧, ACK', 'sip.malformed-value'],
  ['invite', 'Supported: 100rel, timer', 'Supported: 100rel, ⟦timre⟧', 'sip.misspelt-option-tag'],
  ['ims-invite', 'Require: precondition', 'Require: ⟦precondtion⟧', 'sip.misspelt-option-tag'],
  ['invite', 'Supported: 100rel, timer', 'Supported: 100rel,⟦,⟧ timer', 'sip.extra-separator'],
  ['subscribe', 'Event: presence', 'Event: ⟦presense⟧', 'sip.misspelt-event'],
  ['subscribe', 'Event: presence', 'Event: ⟦message summary⟧', 'sip.malformed-value'],
  [
    'subscribe',
    'Allow-Events: presence, message-summary',
    'Allow-Events: presence, ⟦mesage-summary⟧',
    'sip.misspelt-event',
  ],
  ['notify', 'Subscription-State: active', 'Subscription-State: ⟦actve⟧', 'sip.unknown-subscription-state'],
  ['session-progress', 'RSeq: 4711', 'RSeq: ⟦0⟧', 'sip.invalid-rseq'],
  ['session-progress', 'Require: 100rel\nRSeq', '⟦RSeq⟧', 'sip.rseq-without-require'],
  ['trying', 'Content-Length: 0', 'Require: 100rel\n⟦RSeq⟧: 1\nContent-Length: 0', 'sip.reliable-trying'],
  ['prack', 'RAck: 4711 314159 INVITE', 'RAck: ⟦4711 INVITE⟧', 'sip.malformed-rack'],
  ['prack', 'RAck: 4711 314159 INVITE', 'RAck: 4711 314159 ⟦INVIT⟧', 'sip.misspelt-method'],
  ['invite', 'Session-Expires: 1800', 'Session-Expires: ⟦half an hour⟧', 'sip.invalid-session-timer'],
  ['invite', 'Session-Expires: 1800', 'Session-Expires: ⟦30⟧', 'sip.session-timer-too-small'],
  ['interval-422', 'Min-SE: 600', 'Min-SE: ⟦60⟧', 'sip.session-timer-too-small'],
  ['update', 'Session-Expires: 1800', 'Session-Expires: ⟦900⟧', 'sip.session-expires-below-min-se'],
  ['invite', 'refresher=uac', 'refresher=⟦me⟧', 'sip.invalid-refresher'],
  ['invite-200', 'Session-Expires: 1800;refresher=uac', 'Session-Expires: ⟦1800⟧', 'sip.missing-refresher'],
  [
    'busy-486',
    'Warning: 399 example.com "User is on another call", 370',
    'Warning: ⟦3990 example.com "User"⟧, 370',
    'sip.malformed-warning',
  ],
  ['busy-486', '399 example.com "User is on another call", 370', '⟦399 busy⟧, 370', 'sip.malformed-warning'],
  ['busy-486', 'Warning: 399', 'Warning: ⟦398⟧', 'sip.unknown-warning-code'],
  ['busy-486', 'Q.850;cause=17', 'Q.850;cause=⟦171⟧', 'sip.unknown-cause'],
  ['busy-486', 'Q.850;cause=17', 'Q.850;cause=⟦busy⟧', 'sip.malformed-reason'],
  ['cancel', 'SIP;cause=487', 'SIP;cause=⟦48⟧', 'sip.unknown-cause'],
  ['busy-486', 'Q.850;cause=17', 'Q.850;⟦text=User busy⟧', 'sip.malformed-parameter'],
];

const authentication: readonly Mutation[] = [
  ['register-401', 'nonce="84f1c1ae6cbe5ua9c8e88dfa3ecm3459", ', '', 'sip.digest-missing-parameter'],
  ['register-star', 'username="alice", ', '', 'sip.digest-missing-parameter'],
  ['register-star', ', cnonce="0a4f113b"', '', 'sip.digest-missing-parameter'],
  ['register-star', 'dfe56131d1958046689d83306477ecc0', '⟦dfe56131d1958046689d8330⟧', 'sip.invalid-digest-value'],
  ['register-star', 'nc=00000001', 'nc=⟦1⟧', 'sip.invalid-digest-value'],
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
  ['register-401', 'qop="auth"', 'qop="⟦atuh⟧"', 'sip.unknown-digest-value'],
  ['register-401', 'stale=FALSE', 'stale=⟦maybe⟧', 'sip.unknown-digest-value'],
  [
    'register-401',
    'Digest realm',
    '⟦realm="example.com", nonce="x"⟧\nX-Was: Digest realm',
    'sip.malformed-credentials',
  ],
  ['register-star', 'username="alice"', "username*=UTF-8''J%C3%A4n", 'sip.none'],
  ['stir-invite', ';alg=ES256', '', 'sip.none'],
  ['stir-invite', ';alg=ES256', ';alg=⟦RS256⟧', 'sip.identity-mismatch'],
  ['stir-invite', 'ppt="shaken"', 'ppt="⟦div⟧"', 'sip.identity-mismatch'],
  ['register-401', 'Digest realm', '⟦Digst⟧ realm', 'sip.malformed-credentials'],
  ['stir-compact', 'Identity: ..MEQCI', 'Identity: .MEQCI', 'sip.malformed-identity'],
];

const sdp: readonly Mutation[] = [
  ['invite', 'v=0\n', '⟦v=1⟧\n', 'sip.sdp-malformed-line'],
  ['invite', 'v=0\n', '', 'sip.sdp-missing-line'],
  ['invite', 'o=- 20518 1 IN IP4 192.0.2.10\n', '', 'sip.sdp-missing-line'],
  ['invite', 's=-\n', '', 'sip.sdp-missing-line'],
  ['invite', 't=0 0\n', '', 'sip.sdp-missing-line'],
  ['invite', 'c=IN IP4 192.0.2.10\n', '', 'sip.sdp-missing-line'],
  ['invite', 's=-\nc=IN IP4 192.0.2.10\n', 'c=IN IP4 192.0.2.10\n⟦s=-⟧\n', 'sip.sdp-line-order'],
  ['invite', 's=-\n', '⟦s=⟧\n', 'sip.sdp-empty-session-name'],
  ['invite', 's=-\n', 's=-\n⟦s=call⟧\n', 'sip.sdp-duplicate-line'],
  ['invite', 'v=0\n', 'v=0\n⟦v=0⟧\n', 'sip.sdp-duplicate-line'],
  ['invite', 'a=ptime:20\n', 'a=ptime:20\n⟦t=0 0⟧\n', 'sip.sdp-line-order'],
  ['invite', 'a=ptime:20', 'a=⟦:20⟧', 'sip.sdp-malformed-attribute'],
  ['invite', 'm=audio 49170 RTP/AVP 0 8 101', '⟦m=audio 49170 0 8 101⟧', 'sip.sdp-malformed-media'],
  ['invite', 'a=ptime:20\n', '⟦ptime:20⟧\n', 'sip.sdp-malformed-line'],
  ['invite', 'o=- 20518 1 IN IP4 192.0.2.10', '⟦o=- 20518 IN IP4 192.0.2.10⟧', 'sip.sdp-malformed-origin'],
  ['invite', 'o=- 20518 1 IN IP4 192.0.2.10', '⟦o=- 20518 one IN IP4 192.0.2.10⟧', 'sip.sdp-malformed-origin'],
  ['invite', 'c=IN IP4 192.0.2.10', '⟦c=192.0.2.10⟧', 'sip.sdp-malformed-connection'],
  ['invite', 'c=IN IP4 192.0.2.10', 'c=IN IP6 ⟦192.0.2.10⟧', 'sip.sdp-address-type'],
  ['invite', 'c=IN IP4 192.0.2.10', 'c=IN IP4 ⟦192.0.2.1000⟧', 'sip.sdp-address-type'],
  ['compact-folded', 'c=IN IP6 2001:db8::10', 'c=IN IP6 ⟦[2001:db8::10]⟧', 'sip.sdp-bracketed-address'],
  ['invite', 'c=IN IP4 192.0.2.10', '⟦c=IN IP5 192.0.2.10⟧', 'sip.sdp-malformed-connection'],
  ['invite', 'c=IN IP4 192.0.2.10', 'c=TN RFC2543 +12125550100', 'sip.none'],
  ['invite', 't=0 0', '⟦b=AS⟧\nt=0 0', 'sip.sdp-malformed-line'],
  ['invite', 'a=ptime:20', 'a=⟦ptime:fast⟧', 'sip.sdp-malformed-attribute'],
  ['invite', 'a=ptime:20', 'a=⟦setup:activ⟧', 'sip.sdp-malformed-attribute'],
  [
    'invite',
    'a=ptime:20',
    'a=⟦crypto:AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz⟧',
    'sip.sdp-malformed-attribute',
  ],
  ['invite', 't=0 0', '⟦t=0⟧', 'sip.sdp-malformed-time'],
  ['invite', 'm=audio 49170 RTP/AVP 0 8 101', '⟦m=audio 49170⟧', 'sip.sdp-malformed-media'],
  ['invite', 'm=audio 49170 RTP', 'm=audio ⟦491700⟧ RTP', 'sip.sdp-invalid-port'],
  ['invite', 'm=audio 49170 RTP', 'm=audio ⟦port⟧ RTP', 'sip.sdp-invalid-port'],
  ['invite', 'RTP/AVP 0 8 101', 'RTP/AVP 0 8 101 ⟦200⟧', 'sip.sdp-invalid-payload-type'],
  ['invite', 'RTP/AVP 0 8 101', 'RTP/AVP 0 8 101 ⟦PCMU⟧', 'sip.sdp-invalid-payload-type'],
  ['invite', 'RTP/AVP 0 8 101', 'RTP/AVP 0 8 101 ⟦111⟧', 'sip.sdp-missing-rtpmap'],
  ['invite', 'a=rtpmap:8 PCMA/8000', 'a=rtpmap:⟦8 PCMA⟧', 'sip.sdp-malformed-rtpmap'],
  ['invite', 'a=rtpmap:8 PCMA/8000', 'a=rtpmap:8 ⟦G729/8000⟧', 'sip.sdp-static-payload-type'],
  ['invite', 'a=ptime:20', 'a=rtpmap:⟦18⟧ G729/8000', 'sip.sdp-unlisted-payload-type'],
  ['invite', 'a=sendrecv', 'a=sendrecv\na=⟦sendonly⟧', 'sip.sdp-conflicting-direction'],
  ['invite', 'a=sendrecv', 'a=⟦sendrcv⟧', 'sip.sdp-misspelt-attribute'],
  ['invite', 'a=rtpmap:8 ', 'a=⟦rtpmp⟧:8 ', 'sip.sdp-misspelt-attribute'],
];

function mutated([message, from, to]: Mutation): { text: string; place: readonly [number, number] | undefined } {
  const original = good(message);
  assert.equal(original.split(from).length, 2, `“${from}” stands once in ${message}`);
  const marked = original.replace(from, () => to);
  const { text, places } = unmarked(marked);
  return { text, place: places[0] };
}

/** A changed body has another length; that is not the fault under test. */
function withLength(mutation: Mutation, text: string): string {
  const original = good(mutation[0]);
  const isBody = original.indexOf(mutation[1]) > original.indexOf('\n\n');
  if (!isBody) return text;
  const bytes = Buffer.byteLength(text.slice(text.indexOf('\n\n') + 2).replaceAll('\n', '\r\n'));
  return text.replace(/^(Content-Length|l): \d+$/m, (line, name: string) => `${name}: ${bytes}`.padEnd(line.length));
}

const families = {
  startLine,
  statusLine,
  missing,
  names,
  use,
  numbers,
  via,
  addresses,
  content,
  extensions,
  authentication,
  sdp,
};

for (const [family, mutations] of Object.entries(families)) {
  suite(`One fault each: ${family}`, () => {
    for (const mutation of mutations) {
      const [message, from, to, rule] = mutation;
      test(`${message}: ${JSON.stringify(from.slice(0, 40))} → ${JSON.stringify(to.slice(0, 60))}`, () => {
        const { text: raw, place } = mutated(mutation);
        const text = withLength(mutation, raw);
        const found = judge(text);
        assert.deepEqual(
          found.map((finding) => finding.rule),
          rule === 'sip.none' ? [] : [rule],
          described(text, found).join('\n'),
        );
        if (place && found[0]) {
          const { start, end } = found[0].span;
          assert.equal(text.slice(start, end), text.slice(...place));
        }
      });

      const broken = withLength(mutation, mutated(mutation).text);
      const fixable = judge(broken).find((one) => one.fix);
      if (!fixable) continue;
      test(`${message}: ${JSON.stringify(to.slice(0, 60))} is good again after its fix`, () => {
        const after = withLength(mutation, fixed(broken, fixable));
        assert.deepEqual(described(after, judge(after)), []);
      });
    }
  });
}
