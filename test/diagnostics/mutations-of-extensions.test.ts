import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { good, judge } from './judging.ts';
import { type Mutation, oneFaultEach } from './mutating.ts';

/** Words, hashes, tags and bodies of the extensions, whose forms are told of by the RFC that each row names. */

const adding = (message: string, line: string, rule: string): Mutation => [
  message,
  'Content-Length: ',
  `${line}\nContent-Length: `,
  rule,
];

/** RFC 3323, 3841, 4488, 5373, 5806, 6442, 6665 */
const words: readonly Mutation[] = [
  adding('invite', 'Privacy: ⟦idd⟧', 'sip.unknown-value'),
  adding('invite', 'Privacy: id;⟦critcal⟧', 'sip.unknown-value'),
  adding('invite', 'Privacy: ⟦none;id⟧', 'sip.malformed-value'),
  adding('invite', 'Privacy: id;critical', 'sip.none'),
  adding('invite', 'Privacy: ⟦id,header⟧', 'sip.malformed-value'),
  adding('invite', 'Geolocation-Routing: ⟦maybe⟧', 'sip.unknown-value'),
  adding('invite', '⟦Geolocation-Routing⟧: ', 'sip.empty-value'),
  adding('invite', 'Priority: ⟦urgnet⟧', 'sip.unknown-value'),
  adding('invite', 'Priority: Emergency', 'sip.none'),
  adding('invite', 'Answer-Mode: ⟦Later⟧;require', 'sip.unknown-value'),
  adding('invite', 'Request-Disposition: proxy, ⟦no-frok⟧', 'sip.unknown-value'),
  adding('invite', 'Request-Disposition: ⟦"proxy"⟧', 'sip.malformed-value'),
  adding('invite', 'Accept-Contact: ⟦<sip:bob@example.com>⟧;audio', 'sip.malformed-value'),
  adding('invite', 'Reject-Contact: *;mobility="fixed", *;video', 'sip.none'),
  adding('invite', 'Session-ID: ⟦ab30317f1a784dc48ff824d0d3715d8⟧', 'sip.malformed-value'),
  adding('invite', 'Session-ID: 00000000000000000000000000000001;remote=⟦0⟧', 'sip.malformed-value'),
  adding('invite', 'P-Charging-Vector: ⟦icid-generated-at=192.0.2.1⟧', 'sip.missing-parameter'),
  adding('invite', 'Diversion: <sip:bob@example.com>;counter=⟦one⟧', 'sip.malformed-value'),
  adding('invite', 'Diversion: <sip:bob@example.com>;reason=⟦no-anser⟧;privacy=off', 'sip.unknown-value'),
  adding('invite', 'Call-Info: <http://www.example.com/alice.png>;⟦purpose=⟧', 'sip.malformed-parameter'),
  adding('invite', 'Accept-Language: ⟦en_US⟧, tr;q=0.5', 'sip.malformed-value'),
  adding('invite', 'Content-Disposition: ⟦sesion⟧', 'sip.unknown-value'),
  adding('invite', 'Content-Disposition: session;handling=⟦requierd⟧', 'sip.unknown-value'),
  adding('options', 'Allow-Events: ⟦presence; dialog⟧', 'sip.malformed-value'),
  adding('invite', 'Identity: ⟦none⟧', 'sip.malformed-identity'),
  adding('invite', 'Replaces: a;to-tag=1;from-tag=2, ⟦b;to-tag=1;from-tag=2⟧', 'sip.multiple-values'),
  adding('options', '⟦Replaces⟧: a;to-tag=1;from-tag=2\nReplaces: a;to-tag=1;from-tag=2', 'sip.forbidden-header'),
  adding('invite', '⟦P-Assert-Identity⟧: <sip:bob@example.com>', 'sip.misspelt-header'),
  adding('refer', 'Refer-Sub: ⟦no⟧', 'sip.unknown-value'),
  ['notify-terminated', 'reason=noresource', 'reason=⟦noresorce⟧', 'sip.unknown-value'],
  ['notify-terminated', 'reason=noresource', 'reason=⟦timedout⟧', 'sip.unknown-value'],
  ['notify-terminated', 'reason=noresource', 'reason=Timeout', 'sip.none'],
  ['subscribe', 'Event: presence', 'Event: ⟦Presence⟧', 'sip.misspelt-event'],
  ['subscribe', 'Event: presence', 'Event: presence;⟦id⟧', 'sip.malformed-parameter'],
];

/** RFC 3326, 7616 */
const reasonsAndHashes: readonly Mutation[] = [
  ['cancel', 'SIP;cause=487', 'SIP;cause=487, ⟦SIP⟧;cause=200', 'sip.repeated-reason'],
  ['cancel', 'SIP;cause=487', 'SIP;cause=487\nReason: ⟦sip⟧;cause=200', 'sip.repeated-reason'],
  ['cancel', 'SIP;cause=487', 'SIP;cause=487, Q.850;cause=16', 'sip.none'],
  ['cancel', 'SIP;cause=487', '⟦Q.8500⟧;cause=16', 'sip.misspelt-reason-protocol'],
  ['cancel', 'SIP;cause=487', 'SIP;cause="⟦487⟧"', 'sip.malformed-reason'],
  ['cancel', 'SIP;cause=487', 'SIP;cause=487;⟦text=Cancelled⟧', 'sip.malformed-reason'],
  ['cancel', 'SIP;cause=487', 'STIR;cause=436, STIR;cause=438;text="Invalid"', 'sip.none'],
  ['cancel', 'SIP;cause=487', 'STIR;cause=⟦400⟧', 'sip.unknown-cause'],
  ['cancel', 'SIP;cause=487', 'Preemption;cause=⟦6⟧', 'sip.unknown-cause'],
  adding('busy-486', 'Warning: ⟦399⟧, 192.0.2.1 "a"', 'sip.malformed-warning'),
  adding('register-200', 'Authentication-Info: qop=auth, nc=⟦1⟧, cnonce="a"', 'sip.invalid-digest-value'),
  adding('register-200', 'Authentication-Info: nextnonce=⟦47364c⟧', 'sip.digest-quoting'),
  adding('register-200', 'Authentication-Info: rspauth="⟦66⟧"', 'sip.invalid-digest-value'),
  adding('register-200', 'Authentication-Info: nextnonce="47364c", qop=auth, nc=00000001, cnonce="a"', 'sip.none'),
  ['register-401', 'qop="auth"', 'qop=⟦"⟧"', 'sip.empty-value'],
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
  adding('register', 'Require: ⟦100rel⟧', 'sip.forbidden-header'),
  adding('register-200', 'Require: path, ⟦100rel⟧', 'sip.forbidden-header'),
  adding('invite', '⟦Server⟧: Lark/1.0', 'sip.header-not-applicable'),
  adding('invite', '⟦Warning⟧: 399 example.com "a"', 'sip.header-not-applicable'),
  adding('notify', 'Warning: 399 example.com "a"', 'sip.none'),
  adding('invite', 'Max-Breadth: ⟦many⟧', 'sip.malformed-value'),
  ['invite', ';rport', ';rport;maddr=⟦300.0.2.1⟧', 'sip.invalid-host'],
  ['invite', 'To: Bob <sip:bob@example.com>', 'To: Bob <sip:bob@example.com;maddr=⟦300.0.2.1⟧>', 'sip.invalid-host'],
  adding('invite', '⟦Retry-After⟧: 5', 'sip.header-not-applicable'),
  adding('message', '⟦Session-Expires⟧: 90', 'sip.header-not-applicable'),
  adding('busy-486', '⟦Subject⟧: Lunch', 'sip.header-not-applicable'),
  adding('busy-486', '⟦Session-Expires⟧: 1800', 'sip.header-not-applicable'),
  ['invite-200', 'Contact: ', 'Contact: <sip:bob@192.0.2.21>, ', 'sip.multiple-contacts'],
  ['invite', 'To: Bob <sip:bob@example.com>', 'To: Bob <sip:bob@example.com⟦?Subject=x⟧>', 'sip.uri-headers'],
  ['refer', '12adf2f34456gs5%3B', '12adf2f34456gs5⟦;⟧', 'sip.unescaped-character'],
  [
    'refer',
    'Replaces=12adf2f34456gs5%3Bto-tag%3D12345%3Bfrom-tag%3D54321',
    '⟦Replaces=12adf2f34456gs5%3Bto-tag%3D12345⟧',
    'sip.missing-parameter',
  ],
  adding('invite', 'P-Asserted-Identity: <sip:a@example.com>, ⟦<sip:b@example.com>⟧', 'sip.multiple-values'),
  adding('invite', 'P-Asserted-Identity: <tel:⟦7042⟧>', 'sip.missing-parameter'),
  ['invite', 'To: Bob <sip:bob@example.com>', 'To: Bob <sip:bob@example.com;transport=⟦upd⟧>', 'sip.unknown-transport'],
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
  ['invite', 'Max-Forwards: 70', 'Max-Forwards: 70\n⟦Subject⟧\n: Lunch', 'sip.header-without-colon'],
];

/** RFC 3420, 3515 §2.4.4, 8866 §5, 3551 §6 */
const bodies: readonly Mutation[] = [
  ['notify-terminated', 'SIP/2.0 603 Declined', '⟦Declined⟧', 'sip.malformed-start-line'],
  ['notify-terminated', 'SIP/2.0 603', 'SIP/2.0 ⟦6030⟧', 'sip.invalid-status-code'],
  ['notify-terminated', 'message/sipfrag', '⟦message/sipfrg⟧', 'sip.misspelt-media-type'],
  ['notify', 'Content-Type: application/pidf+xml', 'Content-Type: ⟦application/pdif+xml⟧', 'sip.misspelt-media-type'],
  ['notify', 'Content-Type: application/pidf+xml', 'Content-Type: application/rpid+xml', 'sip.none'],
  ['invite', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:0 ⟦PCMU/16000⟧', 'sip.sdp-static-payload-type'],
  ['invite', 'm=audio 49170', 'm=audio ⟦49170/0⟧', 'sip.sdp-invalid-port'],
  ['invite', 'c=IN IP4 192.0.2.10', '⟦c=IN IP4 224.2.1.1⟧', 'sip.sdp-malformed-connection'],
  ['invite', 'c=IN IP4 192.0.2.10', '⟦c=IN IP4 224.2.1.1/300⟧', 'sip.sdp-malformed-connection'],
  ['invite', 'c=IN IP4 192.0.2.10', 'c=IN IP4 224.2.1.1/127/3', 'sip.none'],
  ['invite', 'c=IN IP4 192.0.2.10', 'c=IN IP6 ff15::101/3', 'sip.none'],
  ['invite', 't=0 0', '⟦t=3034423619 3034423618⟧', 'sip.sdp-malformed-time'],
  ['invite', 't=0 0', 't=0 0\n⟦r=7d⟧', 'sip.sdp-malformed-line'],
  ['invite', 't=0 0', 't=0 0\nr=7d 1h 0 25h', 'sip.none'],
  ['invite', 'a=rtpmap:101 telephone-event/8000', 'a=rtpmap:⟦101 telephone-event/0⟧', 'sip.sdp-malformed-rtpmap'],
  ['invite', 'a=ptime:20', 'a=⟦ptime:0⟧', 'sip.sdp-malformed-attribute'],
  ['invite', 'a=sendrecv', 'a=⟦sendrecv:1⟧', 'sip.sdp-malformed-attribute'],
  ['invite', 'a=ptime:20', 'a=rtcp-fb:⟦97⟧ nack', 'sip.sdp-unlisted-payload-type'],
  ['invite', 'a=ptime:20', 'a=rtcp-fb:* nack', 'sip.none'],
  ['invite', 'a=ptime:20', 'a=rtpmap:⟦101⟧ CN/8000', 'sip.sdp-duplicate-payload-type'],
  ['invite', 'a=ptime:20', 'a=⟦ptime=20⟧', 'sip.sdp-malformed-attribute'],
  ['invite', 'a=ptime:20', 'a=⟦ptim⟧:20', 'sip.sdp-misspelt-attribute'],
  ['invite', 'a=sendrecv', 'a=⟦sendrecieve⟧', 'sip.sdp-misspelt-attribute'],
  ['invite', 'a=ptime:20\n', 'a=ptime:20\n⟦\n⟧', 'sip.sdp-malformed-line'],
  ['invite', 'a=ptime:20', '⟦A=ptime:20⟧', 'sip.sdp-malformed-line'],
  ['invite', 'v=0', '⟦V=0⟧', 'sip.sdp-malformed-line'],
  ['invite', 'a=fmtp:101 0-16', 'a=⟦fmtp:telephone 0-16⟧', 'sip.sdp-malformed-attribute'],
  ['invite', 'm=audio 49170 RTP/AVP 0 8 101', '⟦m=audio 49170 RTP/AV 0 8 101⟧', 'sip.sdp-malformed-media'],
  ['invite', 'a=ptime:20', '⟦x=1⟧', 'sip.sdp-malformed-line'],
  ['invite', 'a=ptime:20', 'y=0100000001', 'sip.none'],
  [
    'siprec-invite',
    'Content-Type: application/sdp',
    'Content-Type: application/sdp\nContent-Length: ⟦all⟧',
    'sip.invalid-content-length',
  ],
  [
    'siprec-invite',
    'Content-Type: application/sdp',
    'Content-Type: application/sdp\nContent-ID: ⟦1@example.com⟧',
    'sip.malformed-value',
  ],
];

/** One character at the wrong place that spoils what stands around it, or a whole message, is one fault. */
const torn: readonly Mutation[] = [
  ['register-423', 'SIP/2.0 423', 'SIP/2.0 ⟦432⟧', 'sip.unknown-status-code'],
  ['invite', 'Max-Forwards: ', '⟦Max-Forw,ards⟧: ', 'sip.invalid-header-name'],
  ['invite', 'Max-Forwards: ', '⟦Max;Forwards⟧: ', 'sip.invalid-header-name'],
  ['invite', 'Max-Forwards: 70', '⟦Max-Forward⟧:s 70', 'sip.misspelt-header'],
  ['bye', 'CSeq: 231', '⟦C⟧:Seq: 231', 'sip.misspelt-header'],
  ['bye', 'CSeq: 231', '⟦CSE⟧:: 231', 'sip.misspelt-header'],
  ['bye', 'CSeq: 231', '⟦]Seq⟧: 231', 'sip.invalid-header-name'],
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

oneFaultEach({ torn, words, reasonsAndHashes, places, bodies });

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
