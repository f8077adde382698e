import { inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Bodies, their parts and session descriptions (RFC 3261 §7.4, RFC 8866). */

const content: readonly Mutation[] = [
  ['message', 'Content-Length: 28', 'Content-Length: ⟦42⟧', 'sip.content-length-mismatch'],
  ...inPlaceOf('options', 'Content-Length: 0', {
    'Content-Length: ⟦42⟧': 'sip.content-length-mismatch',
    'Content-Length: ⟦-1⟧': 'sip.invalid-content-length',
    'Content-Length: ⟦none⟧': 'sip.invalid-content-length',
  }),
  ['options', 'Content-Length: 0\n', '', 'sip.missing-content-length'],
  ['invite', 'Content-Type: application/sdp', 'Content-Type: ⟦sdp⟧', 'sip.malformed-value'],
  ['options', 'Accept: application/sdp, ', 'Accept: ⟦sdp⟧, ', 'sip.malformed-value'],
  ['message', 'text/plain; charset=UTF-8', 'text/plain; ⟦charset=⟧', 'sip.malformed-parameter'],
  ...inPlaceOf('sip-i-invite', 'boundary=isup-part', {
    '⟦boundary isup-part⟧': 'sip.malformed-parameter',
    'boundary=⟦"isup-part⟧': 'sip.unterminated-quote',
  }),
  ...inPlaceOf('sip-i-invite', 'multipart/mixed; boundary=isup-part', {
    '⟦multipart/mixed⟧': 'sip.missing-parameter',
    '⟦multipart/mixed; boundary=other⟧': 'sip.boundary-not-found',
  }),
  ['sip-i-invite', '\n\nv=0\n', '\n⟦v=0⟧\n', 'sip.missing-blank-line'],
  ...inPlaceOf('sip-i-invite', 'Content-Type: application/sdp', {
    '⟦Content-Type application/sdp⟧': 'sip.header-without-colon',
    'Content-Type:\n application/sdp': 'sip.none',
  }),
  ['sip-i-invite', 'version=itu-t92+; base', 'version=itu-t92+;\n\tbase', 'sip.none'],
  ['sip-i-invite', 'Content-Disposition: ', 'Content-ID:\n  <isup@example.com>\nContent-Disposition: ', 'sip.none'],
  ...inPlaceOf('sip-i-invite', 'Content-Length: 131', {
    '  Content-Length: ⟦12⟧': 'sip.part-length-mismatch',
    'Content-Length: ⟦12⟧': 'sip.part-length-mismatch',
  }),
  ['sip-i-invite', '--isup-part--\n', '', 'sip.unclosed-multipart'],
];

/** RFC 3261 §20.11, 3903 §4.1 */
const partsAndNone: readonly Mutation[] = [
  ...inPlaceOf('siprec-invite', 'Content-Type: application/sdp', {
    'Content-Type: application/sdp\nContent-Disposition: session;handling=⟦optinal⟧': 'sip.unknown-value',
    'Content-Type: application/sdp\nContent-Disposition: ⟦sesion⟧': 'sip.unknown-value',
    'Content-Type: application/sdp\nContent-Disposition: attachment; filename="a b.sdp"': 'sip.none',
  }),
  ...inPlaceOf('publish', 'SIP-If-Match: dx200xyz\n', {
    '': 'sip.missing-body',
  }),
];

const sdp: readonly Mutation[] = [
  ...inPlaceOf('invite', 'v=0\n', {
    '⟦v=1⟧\n': 'sip.sdp-malformed-line',
    '⟦v= 0⟧\n': 'sip.sdp-malformed-line',
    '': 'sip.sdp-missing-line',
    'v=0\n⟦v=0⟧\n': 'sip.sdp-duplicate-line',
  }),
  ...inPlaceOf('invite', 'o=- 20518 1 IN IP4 192.0.2.10\n', {
    '': 'sip.sdp-missing-line',
    '⟦o= - 20518 1 IN IP4 192.0.2.10⟧\n': 'sip.sdp-malformed-line',
  }),
  ...inPlaceOf('invite', 's=-\n', {
    '': 'sip.sdp-missing-line',
    '⟦s=⟧\n': 'sip.sdp-empty-session-name',
    's= \n': 'sip.none',
    's= a call\ni= of two\n': 'sip.none',
    's=-\n⟦s=call⟧\n': 'sip.sdp-duplicate-line',
  }),
  ...inPlaceOf('invite', 't=0 0\n', {
    '': 'sip.sdp-missing-line',
    't=0 0\na=ice-ufrag:8hhY\na=ice-pwd:asd88fgpdd777uzjYhagZg\n': 'sip.none',
  }),
  ['invite', 'c=IN IP4 192.0.2.10\n', '', 'sip.sdp-missing-line'],
  ['invite', 's=-\nc=IN IP4 192.0.2.10\n', 'c=IN IP4 192.0.2.10\n⟦s=-⟧\n', 'sip.sdp-line-order'],
  [
    'invite',
    'Content-Type: application/sdp\n',
    'Content-Type: application/sdp\nContent-Encoding: identity\n',
    'sip.none',
  ],
  [
    'invite',
    'a=rtpmap:101 telephone-event',
    '⟦artpmap:101 telephone-event⟧\na=fmtp:101 0-15\na=X-was:telephone-event',
    'sip.sdp-malformed-line',
  ],
  ...inPlaceOf('invite', 'a=rtpmap:101 ', {
    'a=⟦rtpmpa⟧:101 ': 'sip.sdp-misspelt-attribute',
    'a=rtpmap:⟦102⟧ ': 'sip.sdp-unlisted-payload-type',
  }),
  ...inPlaceOf('invite', 'a=ptime:20\n', {
    '⟦hello⟧\nthere\n\nyou\n': 'sip.sdp-malformed-line',
    'a=ptime:20\n⟦t=0 0⟧\n': 'sip.sdp-line-order',
    '⟦ptime:20⟧\n': 'sip.sdp-malformed-line',
  }),
  ...inPlaceOf('invite', 'm=audio 49170 RTP/AVP 0 8 101', {
    '⟦m==audio 49170 RTP/AVP 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=audio 49170 RTP//AVP 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=audio 49170 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=adio 49170 RTP/AVP 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=audio 49170 RTP/APV 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=audio 49170⟧': 'sip.sdp-malformed-media',
    '⟦m=audio 49170 RTP-AVP 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m= audio 49170 RTP/AVP 0 8 101⟧': 'sip.sdp-malformed-line',
    '⟦m=audio 49170 RPT/AVP 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=audio 49170 UDP/TLS/RTO/SAVPF 0 8 101⟧': 'sip.sdp-malformed-media',
    'm=audio 49170 SRTP/AVP 0 8 101': 'sip.none',
    '⟦m=audio 49170 RTP AVP 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=audio 49170 RTPAVP 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=audio  49170 RTP/AVP 0 8 101⟧': 'sip.sdp-malformed-media',
    '⟦m=audio 49170 RTP/AVP 0  8 101⟧': 'sip.sdp-malformed-media',
  }),
  ...inPlaceOf('invite', 'a=ptime:20', {
    'a=⟦:20⟧': 'sip.sdp-malformed-attribute',
    'a=⟦ptime:fast⟧': 'sip.sdp-malformed-attribute',
    'a=⟦setup:activ⟧': 'sip.sdp-malformed-attribute',
    'a=⟦crypto:AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz⟧': 'sip.sdp-malformed-attribute',
    'a=rtpmap:⟦128⟧ opus/48000/2': 'sip.sdp-invalid-payload-type',
    'a=⟦rtcp:99999⟧': 'sip.sdp-malformed-attribute',
    'a=⟦ice-ufrag:abc⟧\na=ice-pwd:asd88fgpdd777uzjYhagZg': 'sip.sdp-malformed-attribute',
    'a=⟦ice-pwd:short⟧\na=ice-ufrag:8hhY': 'sip.sdp-malformed-attribute',
    'a=⟦candidate:1 1 UDP 1 192.0.2.1 99999 typ host⟧': 'sip.sdp-malformed-attribute',
    'a=⟦candidate:1 1 UDP 1 192.0.2.1 40000 typ srlfx⟧': 'sip.sdp-malformed-attribute',
    'a=candidate:1 1 UDP 1 192.0.2.1 40000 typ satellite': 'sip.none',
    'a=⟦candidate:1 1 UDP 1 192.0.2.333 40000 typ host⟧': 'sip.sdp-malformed-attribute',
    'a=⟦candidate:1 0 UDP 1 192.0.2.1 40000 typ host⟧': 'sip.sdp-malformed-attribute',
    'a=⟦candidate:1 257 UDP 1 192.0.2.1 40000 typ host⟧': 'sip.sdp-malformed-attribute',
    'a=⟦candidate:1 1 UDP 1 203.0.113.3 40000 typ srflx⟧': 'sip.sdp-malformed-attribute',
    'a=⟦candidate:1 1 UDP 1 203.0.113.3 40000 typ relay raddr 192.0.2.1⟧': 'sip.sdp-malformed-attribute',
    'a=candidate:1 256 UDP 1 203.0.113.3 40000 typ relay raddr 0.0.0.0 rport 9': 'sip.none',
    'a=⟦extmap:1⟧': 'sip.sdp-malformed-attribute',
    'a=extmap:2/sendrecv urn:ietf:params:rtp-hdrext:ssrc-audio-level': 'sip.none',
    'a=⟦rtcp-fb: nack⟧': 'sip.sdp-malformed-attribute',
    'a=⟦fingerprint:sha-256 4A:AD:B9⟧': 'sip.sdp-malformed-attribute',
    'a=⟦crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNf⟧': 'sip.sdp-malformed-attribute',
    'a=rtpmap:⟦18⟧ G729/8000': 'sip.sdp-unlisted-payload-type',
    'a=⟦fingerprint:sha-265 4A:AD:B9⟧': 'sip.sdp-malformed-attribute',
    'a=⟦fingerprint:sha-2560 4A:AD:B9⟧': 'sip.sdp-malformed-attribute',
    'a=fingerprint:shake256 4A:AD:B9': 'sip.none',
    'a=⟦ice-ufrag:8hhY⟧': 'sip.sdp-ice-credentials',
    'a=⟦ice-pwd:asd88fgpdd777uzjYhagZg⟧': 'sip.sdp-ice-credentials',
  }),
  ...inPlaceOf('invite', 'o=- 20518 1 IN IP4 192.0.2.10', {
    '⟦o=- 20518 IN IP4 192.0.2.10⟧': 'sip.sdp-malformed-origin',
    '⟦o=- 20518 one IN IP4 192.0.2.10⟧': 'sip.sdp-malformed-origin',
  }),
  ...inPlaceOf('invite', 'c=IN IP4 192.0.2.10', {
    '⟦c=192.0.2.10⟧': 'sip.sdp-malformed-connection',
    'c=IN IP6 ⟦192.0.2.10⟧': 'sip.sdp-address-type',
    'c=IN IP4 ⟦192.0.2.1000⟧': 'sip.sdp-address-type',
    '⟦c=IN IP5 192.0.2.10⟧': 'sip.sdp-malformed-connection',
    '⟦c= IN IP4 192.0.2.10⟧': 'sip.sdp-malformed-line',
    '⟦c=IN IP4 192.0.2.10/127⟧': 'sip.sdp-malformed-connection',
    '⟦c=IN IP6 2001:db8::1/3⟧': 'sip.sdp-malformed-connection',
    'c=TN RFC2543 +12125550100': 'sip.none',
  }),
  ['compact-folded', 'c=IN IP6 2001:db8::10', 'c=IN IP6 ⟦[2001:db8::10]⟧', 'sip.sdp-bracketed-address'],
  ...inPlaceOf('invite', 't=0 0', {
    '⟦b=AS⟧\nt=0 0': 'sip.sdp-malformed-line',
    '⟦t=0⟧': 'sip.sdp-malformed-time',
  }),
  ...inPlaceOf('invite', 'm=audio 49170 RTP', {
    'm=audio ⟦491700⟧ RTP': 'sip.sdp-invalid-port',
    'm=audio ⟦port⟧ RTP': 'sip.sdp-invalid-port',
  }),
  ...inPlaceOf('invite', 'RTP/AVP 0 8 101', {
    'RTP/AVP 0 8 101 ⟦200⟧': 'sip.sdp-invalid-payload-type',
    'RTP/AVP 0 8 101 ⟦PCMU⟧': 'sip.sdp-invalid-payload-type',
    'RTP/AVP 0 8 101 ⟦111⟧': 'sip.sdp-missing-rtpmap',
    'RTP/AVP 0 8 ⟦8⟧ 101': 'sip.sdp-duplicate-payload-type',
  }),
  ...inPlaceOf('invite', 'a=rtpmap:8 PCMA/8000', {
    'a=rtpmap:⟦8 PCMA⟧': 'sip.sdp-malformed-rtpmap',
    'a=rtpmap:8 ⟦G729/8000⟧': 'sip.sdp-static-payload-type',
  }),
  ...inPlaceOf('invite', 'a=sendrecv', {
    '⟦a= sendrecv⟧': 'sip.sdp-malformed-line',
    'a=sendrecv\na=⟦sendonly⟧': 'sip.sdp-conflicting-direction',
    'a=⟦sendrcv⟧': 'sip.sdp-misspelt-attribute',
  }),
  ['invite', 'a=rtpmap:8 ', 'a=⟦rtpmp⟧:8 ', 'sip.sdp-misspelt-attribute'],
  ['jssip-invite', 'a=group:BUNDLE 0 1', 'a=group:BUNDLE 0 1 ⟦2⟧', 'sip.sdp-unknown-mid'],
  ['jssip-invite', 'a=mid:1', 'a=mid:⟦0⟧', 'sip.sdp-duplicate-mid'],
  ['jssip-invite', 'a=mid:1', 'a=⟦mid:⟧', 'sip.sdp-malformed-attribute'],
  ['invite', 's=-\n', 's=-\n⟦u=http://example.com/a b⟧\n', 'sip.sdp-malformed-line'],
];

/** RFC 3420, 3515 §2.4.4, 8866 §5, 3551 §6 */
const bodies: readonly Mutation[] = [
  ['notify-terminated', 'SIP/2.0 603 Declined', '⟦Declined⟧', 'sip.malformed-start-line'],
  ['notify-terminated', 'SIP/2.0 603', 'SIP/2.0 ⟦6030⟧', 'sip.invalid-status-code'],
  ['notify-terminated', 'message/sipfrag', '⟦message/sipfrg⟧', 'sip.misspelt-media-type'],
  ...inPlaceOf('notify', 'Content-Type: application/pidf+xml', {
    'Content-Type: ⟦application/pdif+xml⟧': 'sip.misspelt-media-type',
    'Content-Type: application/rpid+xml': 'sip.none',
  }),
  ['invite', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:0 ⟦PCMU/16000⟧', 'sip.sdp-static-payload-type'],
  ['invite', 'm=audio 49170', 'm=audio ⟦49170/0⟧', 'sip.sdp-invalid-port'],
  ...inPlaceOf('invite', 'c=IN IP4 192.0.2.10', {
    '⟦c=IN IP4 224.2.1.1⟧': 'sip.sdp-malformed-connection',
    '⟦c=IN IP4 224.2.1.1/300⟧': 'sip.sdp-malformed-connection',
    'c=IN IP4 224.2.1.1/127/3': 'sip.none',
    '⟦c=IN IP4 224.2.1.1/127/0⟧': 'sip.sdp-malformed-connection',
    '⟦c=IN IP6 FF15::101/0⟧': 'sip.sdp-malformed-connection',
    'c=IN IP4 224.2.1.1/0': 'sip.none',
    'c=IN IP6 ff15::101/3': 'sip.none',
  }),
  ...inPlaceOf('invite', 't=0 0', {
    '⟦t=3034423619 3034423618⟧': 'sip.sdp-malformed-time',
    't=0 0\n⟦r=7d⟧': 'sip.sdp-malformed-line',
    't=0 0\nr=7d 1h 0 25h': 'sip.none',
  }),
  ['invite', 'a=rtpmap:101 telephone-event/8000', 'a=rtpmap:⟦101 telephone-event/0⟧', 'sip.sdp-malformed-rtpmap'],
  ...inPlaceOf('invite', 'a=ptime:20', {
    'a=⟦ptime:0⟧': 'sip.sdp-malformed-attribute',
    'a=rtcp-fb:⟦97⟧ nack': 'sip.sdp-unlisted-payload-type',
    'a=rtcp-fb:* nack': 'sip.none',
    'a=rtpmap:⟦101⟧ CN/8000': 'sip.sdp-duplicate-payload-type',
    'a=⟦ptime=20⟧': 'sip.sdp-malformed-attribute',
    'a=⟦ptim⟧:20': 'sip.sdp-misspelt-attribute',
    '⟦A=ptime:20⟧': 'sip.sdp-malformed-line',
    '⟦x=1⟧': 'sip.sdp-malformed-line',
    'y=0100000001': 'sip.none',
  }),
  ...inPlaceOf('invite', 'a=sendrecv', {
    'a=⟦sendrecv:1⟧': 'sip.sdp-malformed-attribute',
    'a=⟦sendrecieve⟧': 'sip.sdp-misspelt-attribute',
  }),
  ['invite', 'a=ptime:20\n', 'a=ptime:20\n⟦\n⟧', 'sip.sdp-malformed-line'],
  ['invite', 'v=0', '⟦V=0⟧', 'sip.sdp-malformed-line'],
  ['invite', 'a=fmtp:101 0-16', 'a=⟦fmtp:telephone 0-16⟧', 'sip.sdp-malformed-attribute'],
  ['invite', 'm=audio 49170 RTP/AVP 0 8 101', '⟦m=audio 49170 RTP/AV 0 8 101⟧', 'sip.sdp-malformed-media'],
  ...inPlaceOf('siprec-invite', 'Content-Type: application/sdp', {
    'Content-Type: application/sdp\nContent-Length: ⟦all⟧': 'sip.invalid-content-length',
    'Content-Type: application/sdp\nContent-ID: ⟦1@example.com⟧': 'sip.malformed-value',
  }),
];

oneFaultEach({
  content,
  partsAndNone,
  sdp,
  bodies,
});
