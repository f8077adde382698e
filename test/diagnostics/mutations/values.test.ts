import { adding, inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Numbers, `Via` and addresses (RFC 3261 §20). */

const numbers: readonly Mutation[] = [
  ...inPlaceOf('invite', 'Max-Forwards: 70', {
    'Max-Forwards: ⟦700⟧': 'sip.invalid-max-forwards',
    'Max-Forwards: ⟦-1⟧': 'sip.invalid-max-forwards',
    'Max-Forwards: ⟦seventy⟧': 'sip.invalid-max-forwards',
  }),
  ...inPlaceOf('invite', 'CSeq: 314159 INVITE', {
    'CSeq: 314159 ⟦BYE⟧': 'sip.cseq-method-mismatch',
    'CSeq: 314159 ⟦INVTE⟧': 'sip.cseq-method-mismatch',
    'CSeq: ⟦2147483648⟧ INVITE': 'sip.cseq-out-of-range',
    'CSeq: ⟦314159⟧': 'sip.malformed-cseq',
    'CSeq: ⟦INVITE 314159⟧': 'sip.malformed-cseq',
    'CSeq: ⟦1 INVITE 2⟧': 'sip.malformed-cseq',
  }),
  ['ringing', 'CSeq: 314159 INVITE', 'CSeq: ⟦31a INVITE⟧', 'sip.malformed-cseq'],
  ...inPlaceOf('invite', 'a84b4c76e66710@192.0.2.10', {
    '⟦a84b4c76 e66710@192.0.2.10⟧': 'sip.malformed-call-id',
    '⟦a84b4c76e66710@⟧': 'sip.malformed-call-id',
    'a84b4c76⟦;⟧e66710@192.0.2.10': 'sip.call-id-character',
    'a84b4c76@e66710⟦@⟧192.0.2.10': 'sip.call-id-character',
  }),
  ...inPlaceOf('invite', 'Min-SE: 90', {
    'Min-SE: 90\nIn-Reply-To: {1"}@example.com, 2"@example.com': 'sip.none',
    'Min-SE: 90\nIn-Reply-To: 1@example.com, ⟦2 @example.com⟧': 'sip.malformed-call-id',
    'Min-SE: 90\nIn-Reply-To: 1@example.com, ⟦2@⟧': 'sip.malformed-call-id',
    'Min-SE: 90\nIn-Reply-To: 1@⟦@⟧example.com': 'sip.call-id-character',
  }),
  ...inPlaceOf('invite', 'Min-SE: 90', {
    'Resource-Priority: wps.⟦9⟧': 'sip.unknown-value',
    'Resource-Priority: dsn.⟦imediate⟧': 'sip.unknown-value',
    'Resource-Priority: dsn.Flash-Override, q735.0, mcpttp.15, rts-000001.7': 'sip.none',
    'P-Access-Network-Info: ⟦3GPP-UTRAN-TTD⟧;utran-cell-id-3gpp=234151D0FCE11': 'sip.unknown-value',
    'P-Access-Network-Info: ⟦3GPP-EUTRAN-FDD⟧;utran-cell-id-3gpp=234151D0FCE11': 'sip.unknown-value',
    'P-Access-Network-Info: 3GPP-NR-SAT;utran-cell-id-3gpp=234151D0FCE11': 'sip.none',
    'Diversion: <sip:eve@example.com>;reason=no-answer;limit=⟦x⟧': 'sip.malformed-value',
  }),
  ['busy-486', 'Content-Length: ', 'Geolocation-Error: ⟦999⟧;code="?"\nContent-Length: ', 'sip.unknown-value'],
  ['busy-486', 'Content-Length: ', 'Geolocation-Error: 201;code="x"\nContent-Length: ', 'sip.none'],
  ['subscribe', 'Event: presence', 'Event: ⟦.presence⟧', 'sip.malformed-value'],
  ['subscribe', 'Event: presence', 'Event: ⟦presence.⟧', 'sip.malformed-value'],
  ...inPlaceOf('register', 'Expires: 3600', {
    'Expires: ⟦4294967296⟧': 'sip.invalid-expires',
    'Expires: ⟦an hour⟧': 'sip.invalid-expires',
  }),
  ['register', 'expires=3600', 'expires=⟦soon⟧', 'sip.invalid-expires'],
  ['register', 'q=0.8', 'q=⟦1.5⟧', 'sip.invalid-q-value'],
  ['register-423', 'Min-Expires: 1800', 'Min-Expires: ⟦-1⟧', 'sip.invalid-expires'],
  ['notify', 'active;expires=599', 'active;expires=⟦599s⟧', 'sip.invalid-expires'],
  ['busy-486', 'Retry-After: 120 (in a meeting);duration=3600', 'Retry-After: ⟦in an hour⟧', 'sip.invalid-retry-after'],
  ...inPlaceOf('busy-486', '120 (in a meeting);duration', {
    '120 (in a meeting)duration': 'sip.invalid-retry-after',
    '120 (in a meeting);;duration': 'sip.invalid-retry-after',
  }),
  ['busy-486', '120 (in a meeting);duration=3600', '⟦120 (in a meeting⟧', 'sip.invalid-retry-after'],
  ['busy-486', 'Retry-After: 120', 'Retry-After: ⟦99999999999⟧', 'sip.excessive-retry-after'],
  ['register-200', '23:29:00 GMT', '23:29:00 UTC', 'sip.invalid-date'],
  ...inPlaceOf('register-200', 'Sat, 13 Nov 2010', {
    'Sat, 31 Nov 2010': 'sip.invalid-date',
    '⟦Fri⟧, 13 Nov 2010': 'sip.date-weekday',
  }),
  ['cisco-invite', 'Timestamp: 1770110142', 'Timestamp: ⟦now⟧', 'sip.malformed-value'],
  ['siprec-invite', 'MIME-Version: 1.0', 'MIME-Version: ⟦one⟧', 'sip.malformed-value'],
];

const via: readonly Mutation[] = [
  ...inPlaceOf('invite', 'UDP 192.0.2.10:5060;branch', {
    'UDP 192.0.2.10:⟦0⟧;branch': 'sip.invalid-port',
    'UDP ⟦192.0.2.256⟧:5060;branch': 'sip.invalid-host',
    'UDP 192.0.2.10:⟦99999⟧;branch': 'sip.invalid-port',
  }),
  [
    'invite',
    '192.0.2.10:5060;branch=z9hG4bK776asdhds',
    '192.0.2.10:⟦5060:branch=z9hG4bK776asdhds⟧',
    'sip.invalid-port',
  ],
  ['options', 'SIP/2.0/TCP [2001:db8::9]', '⟦SIP/1.0⟧/TCP [2001:db8::9]', 'sip.unsupported-version'],
  ...inPlaceOf('invite', 'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport', {
    'Via: ⟦SIP/2.0 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport⟧': 'sip.malformed-via',
    'Via: ⟦SIP/2.0/UDP;branch=z9hG4bK776asdhds;rport⟧': 'sip.malformed-via',
  }),
  ...inPlaceOf('invite', 'SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport', {
    '⟦SIP/2.0/UDP 192.0.2.10:5060 branch=z9hG4bK776asdhds;rport⟧': 'sip.malformed-via',
    '⟦SIP/2.0/UDP 192.0.2.10:5060;rport⟧': 'sip.missing-branch',
  }),
  ['options', 'TCP [2001:db8::9]:5060;branch', 'TCP ⟦2001:db8::9⟧;branch', 'sip.ipv6-without-brackets'],
  ['invite', 'SIP/2.0/UDP 192', 'SIP/2.0/⟦UPD⟧ 192', 'sip.unknown-transport'],
  ...inPlaceOf('invite', 'branch=z9hG4bK776asdhds', {
    'branch=⟦776asdhds⟧': 'sip.branch-without-cookie',
    '⟦branch=z9hG4bK⟧': 'sip.empty-branch',
  }),
  ...inPlaceOf('register-200', 'received=198.51.100.7', {
    'received=⟦gateway⟧': 'sip.invalid-received',
    'received=⟦[2001:db8::7]⟧': 'sip.received-brackets',
    '⟦received=198 51.100.7⟧': 'sip.malformed-parameter',
    '⟦received=⟧': 'sip.malformed-parameter',
  }),
  ['register-200', 'rport=41022', 'rport=⟦410220⟧', 'sip.invalid-rport'],
  ...inPlaceOf('invite', 'hds;rport', {
    'hds;rport⟦=⟧': 'sip.invalid-rport',
    'hds;rport;ttl=⟦300⟧': 'sip.invalid-ttl',
    'hds;rport;⟦branch=z9hG4bK2⟧': 'sip.duplicate-parameter',
    'hds;⟦;⟧rport': 'sip.extra-separator',
  }),
  ...inPlaceOf('invite', ';branch=z9hG4bK776asdhds', {
    ';⟦branch z9hG4bK776asdhds⟧': 'sip.malformed-parameter',
    ';⟦branch==z9hG4bK776asdhds⟧': 'sip.malformed-parameter',
  }),
  ['invite', '10:5060;branch', '10:5060,branch', 'sip.malformed-via'],
  ['ringing', 'SIP/2.0/UDP proxy.example.com', 'SIP/2.0/UDP ⟦255.255.255.255⟧', 'sip.broadcast-via'],
];

const addresses: readonly Mutation[] = [
  ...inPlaceOf('invite', '>;tag=1928301774', {
    '>;⟦tag=19<28301774⟧': 'sip.malformed-parameter',
    '>;⟦tag:1928301774⟧': 'sip.malformed-parameter',
  }),
  ...inPlaceOf('invite', '<sip:alice@example.com>;tag=', {
    '<sip:alice@⟦ex\ufffdmple.com⟧>;tag=': 'sip.invalid-host',
    '<sip:alice@⟦example-⟧>;tag=': 'sip.invalid-host',
    '<sip:alice@4401000000>;tag=': 'sip.none',
    '<sip:alice@⟦44010⟧>;tag=': 'sip.invalid-host',
  }),
  ['refer', '<sip:carol@192.0.2.30?', '<sip:carol@⟦exa%mple.com⟧?', 'sip.invalid-host'],
  [
    'cisco-invite',
    '<sip:1001@192.0.2.41>;party',
    '⟦<sip:1001@192.0.2.41;party=calling;screen=yes;privacy=off⟧\nX-Was: party',
    'sip.unbalanced-brackets',
  ],
  ['moved-302', '<sip:bob@example.com>;reason', '<sip:bob⟦@⟧>;reason', 'sip.missing-host'],
  ...inPlaceOf('busy-486', 'Retry-After: ', {
    'Error-Info: ⟦<sip:busy@example.com⟧\nRetry-After: ': 'sip.unbalanced-brackets',
    'Call-Info: <sip:x@example.com>;text=⟦"busy⟧\nRetry-After: ': 'sip.unterminated-quote',
    'Error-Info: ⟦sip:busy@example.com⟧\nRetry-After: ': 'sip.uri-needs-brackets',
  }),
  ['ringing', ';tag=1928301774', '', 'sip.missing-from-tag'],
  [
    'moved-302',
    'q=1.0, "Bob, mobile" <tel:+49301234567>;q=0.5',
    '⟦q=1.0 <tel:+49301234567>⟧;q=0.5',
    'sip.malformed-parameter',
  ],
  ...inPlaceOf('invite', 'Min-SE: 90', {
    'Min-SE: 90\nHistory-Info: ⟦<sip:bob@example.com>⟧': 'sip.missing-parameter',
    'Min-SE: 90\nCall-Info: ⟦http://example.com/a⟧;purpose=icon': 'sip.uri-needs-brackets',
  }),
  ...adding('invite', {
    'Alert-Info: ⟦Bellcore-dr2⟧': 'sip.uri-without-scheme',
    'Alert-Info: ⟦@@@⟧': 'sip.uri-without-scheme',
    'Call-Info: ⟦foo⟧': 'sip.uri-without-scheme',
    'Call-Info: ⟦answer-after=0⟧': 'sip.uri-without-scheme',
    'Call-Info: <http://example.com/a>, ⟦@@@⟧': 'sip.uri-without-scheme',
  }),
  ...inPlaceOf('register-star', 'Contact: *', {
    '⟦Contac⟧: *': 'sip.misspelt-header',
    'Contact: <sip:alice@192.0.2.10>, ⟦*⟧': 'sip.contact-star',
    'Contact: ⟦*;expires=600⟧, <sip:alice@192.0.2.10>': 'sip.contact-star',
  }),
  ...inPlaceOf('register-star', 'Expires: 0', {
    'Expires: ⟦none⟧': 'sip.invalid-expires',
    'Expires: 3600': 'sip.contact-star',
  }),
  ['invite', 'From: "Alice" <sip:', 'From: "Alice" <sip:⟦\u0001⟧', 'sip.control-character'],
  [
    'invite',
    '"Alice" <sip:alice@example.com>;tag=1928301774',
    '⟦"Alice" <sip:alice@example.com>⟧',
    'sip.missing-from-tag',
  ],
  ['ringing', 'Bob <sip:bob@example.com>;tag=8321234356', '⟦Bob <sip:bob@example.com>⟧', 'sip.missing-to-tag'],
  ['info', 'Bob <sip:bob@example.com>;tag=8321234356', '⟦Bob <sip:bob@example.com>⟧', 'sip.missing-to-tag'],
  ...inPlaceOf('bye', '"Alice" <sip:alice@example.com>;tag=1928301774', {
    '⟦"Alice" <sip:alice@example.com>⟧': 'sip.missing-to-tag',
    '⟦"Alice <sip:alice@example.com>⟧;tag=1928301774"': 'sip.uri-without-scheme',
  }),
  ...inPlaceOf('invite', '"Alice" <sip:alice@example.com>;tag', {
    '⟦"Alice <sip:alice@example.com>;tag=1928301774⟧\nX-Rest: tag': 'sip.unterminated-quote',
    'sip:alice@example.com;user=phone;tag': 'sip.none',
  }),
  ...inPlaceOf('invite', '<sip:alice@example.com>;tag', {
    '⟦<sip:alice@example.com;tag=1928301774⟧\nX-Rest: tag': 'sip.unbalanced-brackets',
    '<sip:alice@example.com> ⟦tag=1928301774⟧\nX-Rest: tag': 'sip.unexpected-text',
  }),
  ['invite', '"Alice" <sip:alice@example.com>', '⟦Alice, A.⟧ <sip:alice@example.com>', 'sip.unquoted-display-name'],
  ...inPlaceOf('invite', 'To: Bob <', {
    'To: ⟦Çağrı⟧ <': 'sip.unquoted-display-name',
    'To: ⟦"Bob" B.⟧ <': 'sip.unquoted-display-name',
  }),
  ['invite', 'Contact: <', 'Contact: ⟦Doe, Alice⟧ <', 'sip.unquoted-display-name'],
  ...inPlaceOf('invite', 'To: Bob <sip:bob@example.com>', {
    'To: Bob <⟦ sip:bob@example.com⟧>': 'sip.uri-blank',
    'To: Bob <⟦sip:bob@exam ple.com⟧>': 'sip.uri-blank',
    'To: ⟦bob@example.com⟧': 'sip.uri-without-scheme',
    'To: Bob <⟦sib⟧:bob@example.com>': 'sip.misspelt-scheme',
  }),
  ...inPlaceOf('invite', ';tag=1928301774', {
    ';tag=1928301774⟦;⟧': 'sip.extra-separator',
    ';⟦tag=19 28⟧': 'sip.malformed-parameter',
    ';⟦tag=⟧': 'sip.malformed-parameter',
    ';⟦tag 1928301774⟧': 'sip.malformed-parameter',
    ';tag=1928301774;⟦tag=2⟧': 'sip.duplicate-parameter',
    ';⟦tag⟧': 'sip.malformed-parameter',
    ';⟦tag="1928301774"⟧': 'sip.malformed-parameter',
  }),
  ['invite', 'To: Bob <sip:bob', 'To: Bob <sip:⟦:⟧bob', 'sip.empty-user'],
  ['message', 'sip:bob@example.com\nCall', 'sip:bob@⟦example.com]⟧\nCall', 'sip.invalid-host'],
  [
    'register',
    'Contact: <sip:alice@192.0.2.10:5060;transport=udp>;expires=3600;q=0.8;+sip.instance="<urn:uuid:00000000-0000-4000-8000-000000000001>";reg-id=1',
    'Contact: ⟦sip:alice@192.0.2.10?Route=%3Csip:example.com%3E⟧',
    'sip.uri-needs-brackets',
  ],
  ...inPlaceOf('ack', 'Route: <sip:proxy.example.com;lr>', {
    'Route: ⟦sip:proxy.example.com;lr⟧': 'sip.uri-needs-brackets',
    'Route: <⟦sip:proxy.example.com⟧>': 'sip.route-without-lr',
    'Route: <sip:proxy.example.com;lr>,⟦,⟧ <sip:b.example.com;lr>': 'sip.extra-separator',
  }),
  [
    'ringing',
    'Record-Route: <sip:proxy.example.com;lr>',
    'Record-Route: <⟦sip:proxy.example.com⟧>',
    'sip.route-without-lr',
  ],
  ...inPlaceOf('invite', 'Contact: <sip:alice@192.0.2.10:5060>', {
    'Contact: <sip:alice@192.0.2.10:5060>, ⟦<sip:alice@192.0.2.11>⟧': 'sip.multiple-contacts',
    'Contact: ⟦*⟧': 'sip.contact-star',
    'Contact: <sip:alice@⟦192.0.2⟧:5060>': 'sip.invalid-host',
    'Contact: <sip:alice@192.0.2.10:5060;⟦;⟧ob>': 'sip.extra-separator',
    'Contact: <⟦mailto:alice@example.com⟧>': 'sip.contact-scheme',
  }),
  ['ringing', 'Contact: <sip:bob@192.0.2.20>', 'Contact: <⟦tel:+15550100⟧>', 'sip.contact-scheme'],
  ['moved-302', 'Contact: ', 'Contact: <tel:+15550100>, ', 'sip.none'],
  ...inPlaceOf('register-200', ';expires=3600', {
    ';expires=3600;pub-gruu=⟦sip:alice@example.com⟧': 'sip.malformed-value',
    ';expires=3600;pub-gruu="sip:alice@example.com;gr=urn:uuid:1"': 'sip.none',
  }),
  ...inPlaceOf('invite', 'Max-Forwards: 70', {
    'Max-Forwards: 70\nReply-To: ⟦sip:alice@example.com;user=phone?Subject=x⟧': 'sip.uri-needs-brackets',
    'Max-Forwards: 70\nUser-Agent: Lark/3.0 ⟦(build 7⟧': 'sip.malformed-value',
    'Max-Forwards: 70\nUser-Agent: Lark/3.0 (build (7) 2) ⟦:)⟧': 'sip.malformed-value',
    'Max-Forwards: 70\n⟦User-Agent⟧:': 'sip.empty-value',
    'Max-Forwards: 70\nCall-Info: <cid:card@example.com>': 'sip.none',
  }),
  ['ringing', 'CSeq: 314159 INVITE', 'CSeq: 314159 INVITE\nServer: Lark ⟦(a (b)⟧', 'sip.malformed-value'],
  ...inPlaceOf('cancel', 'SIP;cause=487', {
    '⟦Q850⟧;cause=16': 'sip.misspelt-reason-protocol',
    'q.850;cause=16': 'sip.none',
  }),
  [
    'siprec-invite',
    'Require: siprec',
    'Require: siprec\nCall-Info: <cid:⟦card@example.com⟧>',
    'sip.unknown-content-id',
  ],
  ['siprec-invite', 'Require: siprec', 'Require: siprec\nAlert-Info: <cid:inside@example.com>', 'sip.none'],
  [
    'siprec-invite',
    'MIME-Version: 1.0',
    'Content-ID: <card@example.com>\nCall-Info: <cid:card@example.com>\nMIME-Version: 1.0',
    'sip.none',
  ],
  [
    'avaya-invite',
    'Contact: "Reception" <sips:4000@192.0.2.80;gsid=1a2b3c4d-5e6f>',
    'Contact: <⟦sip:4000@192.0.2.80⟧>',
    'sip.contact-not-sips',
  ],
  ['refer', 'carol@192.0.2.30?Replaces=', 'carol@192.0.2.30?⟦Subject⟧&Replaces=', 'sip.malformed-parameter'],
  ['register', ';transport=udp>', ';transport=udp;⟦pn-prid⟧>', 'sip.malformed-parameter'],
  ['refer', 'Refer-To: <sip:carol', 'Refer-To: <⟦siip⟧:carol', 'sip.misspelt-scheme'],
  ['register', 'reg-id=1', 'reg-id=⟦0⟧', 'sip.malformed-value'],
  [
    'register',
    '"<urn:uuid:00000000-0000-4000-8000-000000000001>"',
    '⟦<urn:uuid:00000000-0000-4000-8000-000000000001>⟧',
    'sip.malformed-value',
  ],
  ['avaya-invite', 'index=1.1', 'index=⟦first⟧', 'sip.malformed-value'],
  ['moved-302', 'tel:+49301234567', 'tel:⟦none⟧', 'sip.malformed-value'],
  ...inPlaceOf('invite', 'INVITE sip:bob@example.com', {
    'INVITE sip:bob@example.com;maddr=224.0.0.9;ttl=⟦300⟧': 'sip.invalid-ttl',
    'INVITE sip:bob@example.com⟦?Subject⟧': 'sip.request-uri-headers',
  }),
  ['invite', ';branch=z9hG4bK776asdhds', ';⟦branch⟧', 'sip.malformed-parameter'],
];

/** Characters that a token has not stand in quotes, and are escaped in a URI (RFC 3261 §25.1). */
const unquoted: readonly Mutation[] = [
  ...inPlaceOf('invite', '<sip:alice@192.0.2.10:5060>', {
    '<sip:alice@192.0.2.10:5060>;⟦pn-tok=/a⟧': 'sip.malformed-parameter',
    '<sip:alice@192.0.2.10:5060>;⟦x=a@b⟧': 'sip.malformed-parameter',
    '<sip:alice@192.0.2.10:5060>;⟦x=a:b⟧': 'sip.malformed-parameter',
    '<sip:alice@192.0.2.10:5060>;⟦x=a=b⟧': 'sip.malformed-parameter',
    '<sip:alice@192.0.2.10:5060>;⟦x={a}⟧': 'sip.malformed-parameter',
    '<sip:alice@192.0.2.10:5060>;⟦x=a\\b⟧': 'sip.malformed-parameter',
    '<sip:alice@192.0.2.10:5060>;⟦x=ş⟧': 'sip.malformed-parameter',
    '<sip:alice@192.0.2.10:5060>;⟦x=a<b⟧;y=1': 'sip.malformed-parameter',
    '<sip:alice@192.0.2.10:5060>;x="a@b";y=[2001:db8::1];z=a.b_c-d~e%20': 'sip.none',
    '<sip:alice@192.0.2.10:5060;x=⟦{⟧>': 'sip.unescaped-character',
    '<sip:alice@192.0.2.10:5060;x=a⟦=⟧b>': 'sip.unescaped-character',
    '<sip:alice@192.0.2.10:5060;x=a⟦@⟧b>': 'sip.unescaped-character',
    '<sip:alice@192.0.2.10:5060;x=a⟦#⟧b>': 'sip.unescaped-character',
    '<sip:alice@192.0.2.10:5060;x=⟦ş⟧>': 'sip.unescaped-character',
    '<sip:alice@192.0.2.10:5060;x=[a]/b:c&d+e$f%20;gr=urn:uuid:1>': 'sip.none',
    '<sip:alice@192.0.2.10:5060⟦?Subject=x⟧>': 'sip.uri-headers',
  }),
  ['invite-200', '<sip:bob@192.0.2.20>', '<sip:bob@192.0.2.20⟦?a=b⟧>', 'sip.uri-headers'],
  ['moved-302', '<sip:bob@198.51.100.4>', '<sip:bob@198.51.100.4?a=b>', 'sip.none'],
  ...inPlaceOf('invite', ';branch=z9hG4bK776asdhds', {
    ';⟦x=a<b⟧;branch=z9hG4bK776asdhds': 'sip.malformed-parameter',
    ';⟦x=a/b⟧;branch=z9hG4bK776asdhds': 'sip.malformed-parameter',
    ';branch=z9hG4bK776asdhds;maddr=⟦a/b⟧': 'sip.invalid-host',
  }),
  ['subscribe', 'Event: presence', 'Event: presence;⟦x=a:b⟧', 'sip.malformed-parameter'],
  ['message', 'charset=UTF-8', '⟦charset=UTF/8⟧', 'sip.malformed-parameter'],
  ['register', 'reg-id=1', 'reg-id=⟦1/2⟧', 'sip.malformed-value'],
];

/** What all header fields with a grammar have in common (RFC 3261 §7.3.1, §25.1). */
const structure: readonly Mutation[] = [
  ...adding('invite', {
    '⟦Feature-Caps⟧:': 'sip.empty-value',
    '⟦P-Access-Network-Info⟧:': 'sip.empty-value',
    '⟦Allow-Events⟧:': 'sip.empty-value',
    'P-Served-User: ⟦"Alice <sip:alice@example.com>⟧': 'sip.unterminated-quote',
    'P-Visited-Network-ID: ⟦"Visited network⟧': 'sip.unterminated-quote',
    'P-Charge-Info: ⟦<sip:alice@example.com⟧': 'sip.unbalanced-brackets',
    'User-to-User: ⟦;⟧': 'sip.extra-separator',
    'Geolocation: ⟦,⟧': 'sip.extra-separator',
    'Subject: "well, ; < \nOrganization:': 'sip.none',
    'P-Access-Network-Info: 3GPP-UTRAN-TDD;utran-cell-id-3gpp="23456789ABCDE"': 'sip.none',
    'Diversion: ⟦sip:bob@example.com⟧;reason=unknown': 'sip.uri-needs-brackets',
    'Remote-Party-ID: ⟦sip:bob@example.com⟧;party=calling': 'sip.uri-needs-brackets',
    'P-Called-Party-ID: ⟦sip:bob@example.com⟧': 'sip.uri-needs-brackets',
    'P-Asserted-Identity: <⟦http://example.com/bob⟧>': 'sip.malformed-value',
    'P-Asserted-Identity: <sip:bob@example.com>, <tel:+15550100>, ⟦<sip:b@example.com>⟧': 'sip.multiple-values',
    'P-Asserted-Identity: <sip:bob@example.com>, <tel:+15550100>⟦,⟧': 'sip.extra-separator',
  }),
  ...adding('register-200', {
    'P-Associated-URI: ⟦sip:bob@example.com⟧': 'sip.uri-needs-brackets',
    'P-Associated-URI:': 'sip.none',
  }),
];

oneFaultEach({ numbers, via, addresses, unquoted, structure });
