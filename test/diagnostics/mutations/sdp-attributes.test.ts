import { inPlaceOf, type Mutation, oneFaultEach } from './mutating.ts';

/** Values of attributes by the grammar of their RFCs, and blanks in lines of a description (RFC 8866 §5, §6, §9). */

/** Attributes in the place of one that the description can do without. */
const attributes = (good: readonly string[], bad: readonly string[]): readonly Mutation[] => [
  ...good.map((line): Mutation => ['invite', 'a=ptime:20', `a=${line}`, 'sip.none']),
  ...bad.map((line): Mutation => ['invite', 'a=ptime:20', `a=⟦${line}⟧`, 'sip.sdp-malformed-attribute']),
];

/** RFC 8866 §6, RFC 4574, RFC 4796 */
const media = attributes(
  ['framerate:29.97', 'quality:10', 'orient:landscape', 'label:1', 'content:slides,main', 'lang:de-CH', 'tool:Wren 1'],
  [
    ...['framerate:fast', 'framerate:0', 'quality:11', 'quality:-1', 'orient:upside', 'label:', 'content:'],
    ...[
      'content:slides,',
      'lang:de_CH',
      'tool:',
      'X-mine:',
      'tool',
      'cat',
      'keywds',
      'ice-options',
      'tls-id',
      'floorid',
    ],
  ],
);

/** RFC 3312 §5 */
const preconditions = attributes(
  ['curr:qos local none', 'des:qos mandatory e2e sendrecv', 'conf:qos remote recv', 'des:sec none local send'],
  [
    'curr:qos local',
    'curr:qos here none',
    'des:qos local sendrecv',
    'des:qos must local sendrecv',
    'conf:qos e2e both',
  ],
);

/** RFC 3605, 4570, 5576, 8839, 8851 */
const sources = attributes(
  [
    ...['rtcp:53020', 'rtcp:53020 IN IP4 192.0.2.1', 'rtcp:9 IN IP6 2001:db8::1', 'rtcp:9 IN IP4 gw.example.com'],
    ...[
      'ssrc:4294967295 cname:a b',
      'ssrc:1 ignored',
      'ssrc:1 cname: a',
      'ssrc:1 msid:',
      'ssrc-group:FID 1 2',
      'msid:- track',
    ],
    ...['remote-candidates:1 192.0.2.1 5000 2 2001:db8::1 5001', 'rid:hi send pt=101;max-width=1280', 'rid:a_b recv'],
    ...[
      'rid:hi send max-fps=29.97;max-bpp=0.5;x-mine=a',
      'rid:hi send max-width;max-br=500000',
      'rid:lo send depend=hi,me',
    ],
    ...['source-filter: incl IN IP4 232.3.4.5 192.0.2.10 192.0.2.11', 'source-filter:excl IN * * gw.example.com'],
  ],
  [
    ...['rtcp:53020 IN IP6 192.0.2.1', 'rtcp:53020 IN IP4 2001:db8::1', 'rtcp:53020 IP4 192.0.2.1', 'rtcp:1 IN IP5 a'],
    ...['ssrc:4294967296 cname:x', 'ssrc:1', 'ssrc:1 :x', 'ssrc:1 cname:', 'ssrc-group:FID a'],
    ...['remote-candidates:1 192.0.2.1', 'remote-candidates:0 192.0.2.1 5000', 'rid:hi', 'rid:hi sendrecv'],
    ...['rid:lo send max-width=x-y', 'rid:lo send max-width=-320', 'rid:lo send pt=8;max-br=', 'rid:lo send depend=,'],
    ...['source-filter:only IN IP4 232.3.4.5 192.0.2.10', 'source-filter: incl IN IP4 232.3.4.5'],
    'source-filter: incl IN IP4 232.3.4.5 2001:db8::1',
  ],
);

/** RFC 4145, 8856, 8841, T.38 */
const transports = attributes(
  [
    'connection:existing',
    'floorctrl:c-only s-only',
    'floorid:1 mstrm:10 11',
    'floorid:2',
    'floorid:1 m-stream:10',
    'ice-options:trickle ice2',
    'sctp-port:5000',
    'T38FaxVersion:0',
    'T38FaxUdpEC:t38UDPFEC',
  ],
  [
    'connection:old',
    'floorctrl:c',
    'floorid:1 mstrm:',
    'floorid:1 mstrm: 10',
    'sctp-port:70000',
    'T38FaxVersion:x',
    'T38FaxUdpEC:t38UDPXEC',
    'bundle-only:1',
  ],
);

/** RFC 4568, 4585, 4975, 5888, 6236, 8285, 8839 */
const kinds = attributes(
  [
    ...['rtcp-fb:* nack pli', 'rtcp-fb:* x-mine', 'extmap:14 urn:x', 'extmap:1/recvonly http://example.com/a'],
    ...['path:msrp://gw.example.com:2855/s1;tcp', 'accept-types:message/cpim text/* *'],
    'candidate:1 1 TCP 2147483647 192.0.2.1 9 typ host tcptype active',
    'crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4 KDR=1',
    'imageattr:* send [x=800,y=640,sar=1.1] * recv [x=330,y=250]',
    'imageattr:97 send [x=[320:16:640],y=[240:480],par=[1.2-1.3]] recv [x=[480,800],y=320,sar=[1.1,1.3],q=0.6]',
    'accept-types:text/x-a;src=http://example.com/a text/plain',
  ],
  [
    ...['rtcp-fb:96', 'rtcp-fb:* nak', 'extmap:0 urn:x', 'extmap:1/both urn:x', 'extmap:1 x', 'sendrecv a=ptime:20'],
    ...[
      'path:msr://gw.example.com/s1',
      'accept-types:text',
      'imageattr:96 send',
      'imageattr:96 send [x=330]',
      'imageattr:96 send [y=800,x=640]',
      'imageattr:96 send [x=[1,2,y=3]',
      'crypto:1 AES_CM_128_HMAC_SHA1_80',
    ],
    'candidate:1 1 UDP 99999999999 192.0.2.1 5000 typ host',
    'candidate:1 1 TCP 1 192.0.2.1 9 typ host tcptype activ',
    'crypto:1 AES_CM_128_HMAC_SHA1_800 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz',
    'crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNf!!9zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz',
    'crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|x',
  ],
);

/** RFC 6544 §4.5, RFC 8839 §5.1 */
const candidates = attributes(
  [
    'candidate:1 1 UDP 1 192.0.2.1 5000 typ srflx raddr 0.0.0.0 rport 0 generation 0 network-cost 50',
    'candidate:a+/9 1 udp 1 6a8d.local 5000 typ host generation 0',
    'candidate:1 1 UDP 1 2001:db8::1 5000 typ relay raddr 2001:db8::2 rport 5002',
    'candidate:1 1 TCP 1 192.0.2.1 9 typ host tcptype passive generation 0',
    'candidate:1 1 TCP-ACT 1 192.0.2.1 9 typ host',
  ],
  [
    'candidate:1 1 UDP 1 192.0.2.1 5000 typ srflx raddr 192.0.2.2 rport 70000',
    'candidate:1 1 UDP 1 192.0.2.1 5000 typ srflx raddr 192.0.2.999 rport 5000',
    'candidate:1 1 UDP 1 2001:db8::1:: 5000 typ host',
    'candidate:1 1 UDP 1 192.0.2.1 5000 typ host generation',
    'candidate:1 1 TCP 1 192.0.2.1 9 typ host generation 0',
    'candidate:1 1 UDP 1 [2001:db8::g] 5000 typ host',
    'candidate:1 1 UDP 1 [2001:db8::4 5000 typ host',
    'candidate:a_b 1 UDP 1 192.0.2.1 5000 typ host',
    'candidate:123456789012345678901234567890123 1 UDP 1 192.0.2.1 5000 typ host',
  ],
);

/** RFC 8839 §5.1, §5.2 */
const brackets: readonly Mutation[] = inPlaceOf('invite', 'a=ptime:20', {
  'a=candidate:1 1 UDP 2122252543 ⟦[2001:db8::4]⟧ 55400 typ host': 'sip.sdp-bracketed-address',
  'a=candidate:1 1 UDP 1 192.0.2.1 5000 typ srflx raddr ⟦[2001:db8::4]⟧ rport 0': 'sip.sdp-bracketed-address',
  'a=remote-candidates:1 192.0.2.1 5000 2 ⟦[2001:db8::1]⟧ 5001': 'sip.sdp-bracketed-address',
});

/** RFC 3611 §5.1, RFC 5547 §6 */
const selectors = attributes(
  [
    ...['rtcp-xr:', 'rtcp-xr', 'rtcp-xr:rcvr-rtt=all:10 stat-summary=loss', 'file-selector'],
    'file-selector:name:"My cool picture.jpg" type:image/jpeg size:4092 hash:sha-1:72:24:5F:E8',
    'file-selector:type:text/plain;charset="utf-8" hash:sha-1:72:24:5f x-mine:1',
  ],
  [
    ...['file-selector:', 'file-selector:size:big', 'file-selector:size:-3', 'file-selector:type:image'],
    ...['file-selector:hash:sha-1:XX', 'file-selector:name:cat.jpg size:1', 'file-selector:name:"cat.jpg'],
  ],
);

/** RFC 3890, 4567, 6189, 6947, 7866, 8839 §5.5, 8842 §4, 8856 §5.5, 8864 §5.1 */
const numbers = attributes(
  [
    ...['ice-pacing:50', 'maxprate:28.0', 'bfcpver:1 2', 'key-mgmt:mikey AQAF', 'key-mgmt: mikey AQAF', 'record:on'],
    ...['zrtp-hash:1.10 fe30efd0', 'altc:1 IP4 192.0.2.1 5000', 'altc:2 IP6 2001:db8::1 5000/5001', 'dcmap:0'],
    ...[
      'dcmap:2 subprotocol="bfcp";label="bfcp"',
      'dcsa:2 floorctrl:c-s',
      'tls-id:91bbf309c0990a6bec11',
      'recordpref:off',
    ],
  ],
  [
    ...['ice-pacing:fast', 'maxprate:x', 'bfcpver:one', 'key-mgmt:mikey', 'zrtp-hash:1.10', 'zrtp-hash:1.10 xyz'],
    ...['altc:1 IP4 192.0.2.1', 'altc:1 IP4 2001:db8::1 5000', 'dcmap:x subprotocol="bfcp"', 'dcsa:2', 'record:yes'],
    ...['tls-id:abc', 'recordpref:maybe'],
  ],
);

/** Swapped and doubled letters; names that are as near to known ones by another letter may be somebody's own. */
const slips: readonly Mutation[] = [
  ...['fmpt:0 x', 'ftmp:0 x', 'fmtpp:0 x', 'srsc:1 cname:a', 'rtpc:5000', 'gruop:BUNDLE', 'groupp:BUNDLE', 'grup:X'],
  ...['lable:1', 'msdi:a b'],
].map((line) => ['invite', 'a=ptime:20', `a=⟦${line.replace(':', '⟧:')}`, 'sip.sdp-misspelt-attribute']);

const noSlips: readonly Mutation[] = ['rtsp:x', 'msrp:x', 'ssrv:1', 'fmt:1', 'etag:1', 'rtpx:1', 'src:1'].map(
  (line) => ['invite', 'a=ptime:20', `a=${line}`, 'sip.none'],
);

/** RFC 4568 §4.1, RFC 4588 §8, RFC 8851 §5 */
const CRYPTO = 'AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz';
const RESENT = 'a=rtpmap:102 rtx/8000\na=fmtp:102 apt=';
const named: readonly Mutation[] = [
  ...inPlaceOf('invite', 'a=ptime:20', {
    [`a=crypto:1 ${CRYPTO}\na=crypto:⟦1⟧ ${CRYPTO}`]: 'sip.sdp-duplicate-line',
    [`a=crypto:1 ${CRYPTO}\na=crypto:2 ${CRYPTO}`]: 'sip.none',
    [`a=crypto:1 ${CRYPTO}\nm=audio 5000 RTP/SAVP 0\na=crypto:1 ${CRYPTO}`]: 'sip.none',
    'a=extmap:1 urn:x\na=extmap:⟦1⟧/recvonly urn:y': 'sip.sdp-duplicate-line',
    'a=extmap:1 urn:x\na=extmap:2 urn:x': 'sip.none',
    'a=extmap:4096 urn:x\na=extmap:4096 urn:y': 'sip.none',
    'a=extmap:1 urn:x\nm=audio 5000 RTP/AVP 0\na=extmap:1 urn:y': 'sip.none',
    'a=rid:hi send pt=8,⟦18⟧;max-width=1': 'sip.sdp-unlisted-payload-type',
    'a=rid:hi send pt=8,101': 'sip.none',
    // Sent again in a stream of its own.
    [`m=audio 5000 RTP/AVP 102\n${RESENT}8`]: 'sip.none',
    [`m=audio 5000 RTP/AVP 102\n${RESENT}⟦18⟧;rtx-time=3000`]: 'sip.sdp-unlisted-payload-type',
  }),
];

/** RFC 8853 §5 */
const simulcast: readonly Mutation[] = inPlaceOf('invite', 'a=ptime:20', {
  'a=rid:hi send\na=rid:lo send\na=simulcast:send hi;~lo': 'sip.none',
  'a=rid:hi send\na=rid:me send\na=rid:in recv\na=simulcast:recv in send hi,~me': 'sip.none',
  'a=rid:hi send\na=simulcast:send hi;~⟦lo⟧': 'sip.sdp-unknown-rid',
  'a=rid:hi send\na=simulcast:recv ⟦in⟧ send hi': 'sip.sdp-unknown-rid',
  'a=rid:hi send\nm=audio 5000 RTP/AVP 0\na=simulcast:send ⟦hi⟧': 'sip.sdp-unknown-rid',
  // The line that cannot be read may be the one that is missed.
  'a=rid:hi send\na=⟦rid⟧\na=simulcast:send hi;lo': 'sip.sdp-malformed-attribute',
  'a=rid:hi send\n⟦a= rid:lo send⟧\na=simulcast:send hi;lo': 'sip.sdp-malformed-line',
  'a=rid:hi send\na=⟦:lo send⟧\na=simulcast:send hi;lo': 'sip.sdp-malformed-attribute',
  'a=rid:hi send\na=⟦rid:lo⟧\na=simulcast:send hi;lo': 'sip.sdp-malformed-attribute',
  // As drafts had it.
  'a=simulcast: send rid=hi;lo': 'sip.none',
});

/** RFC 4975 §8.6, RFC 8866 §6.9 */
const sizes = attributes(
  ['max-size:4096', 'type:broadcast', 'type:H332', 'type:x-mine'],
  ['max-size:x', 'max-size:', 'type:brodcast', 'type:a b'],
);

/** RFC 5939 §3.3 to §3.5, RFC 6871 §3.3 */
const capabilities = attributes(
  [
    ...['csup:cap-v0', 'creq:cap-v0,med-v0', 'acap:1 ptime:30', 'acap:2 crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x'],
    ...['acap:3 sendrecv', 'tcap:1 RTP/SAVPF RTP/SAVP', 'pcfg:1', 'pcfg:1 t=1|2 a=-ms:1,[2,3]|4 m=1 pt=1:100'],
    ...['pcfg:2 +x-mine=7', 'acfg:1 t=1 a=1,4'],
  ],
  [
    ...['acap:x ptime:30', 'acap:1', 'acap:0 ptime:30', 'tcap:x RTP/SAVP', 'tcap:1', 'tcap:1 RTP//SAVP'],
    ...['pcfg:x t=1', 'pcfg:1 t', 'pcfg:1 t=a', 'pcfg:t=1', 'acfg:', 'csup:a b'],
  ],
);

/** RFC 8839 §5.4 */
const credentials: readonly Mutation[] = inPlaceOf('invite', 'a=ptime:20', {
  'a=ice-ufrag:8hhY\na=⟦ice-pwd:asd88fgpdd777uzjYha#Zg⟧': 'sip.sdp-malformed-attribute',
  'a=⟦ice-ufrag:8h#Y⟧\na=ice-pwd:asd88fgpdd777uzjYhagZg': 'sip.sdp-malformed-attribute',
  'a=ice-ufrag:8h+/\na=ice-pwd:asd88fgpdd777uzjYha+/g': 'sip.none',
});

/** RFC 4733 §2.4.1, RFC 8866 §6.6 */
const payloads: readonly Mutation[] = [
  ...inPlaceOf('invite', 'a=fmtp:101 0-16', {
    'a=⟦fmtp:101 16-0⟧': 'sip.sdp-malformed-attribute',
    'a=⟦fmtp:101 0-⟧': 'sip.sdp-malformed-attribute',
    'a=⟦fmtp:101 0-300⟧': 'sip.sdp-malformed-attribute',
    'a=fmtp:101 0-11,16, 32-36,66': 'sip.none',
    'a=fmtp:101 events=0-15;x': 'sip.none',
  }),
  ['invite', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:⟦0 PCMU/8000 x⟧', 'sip.sdp-malformed-rtpmap'],
  ...inPlaceOf('invite', 'a=rtpmap:0 PCMU/8000', {
    'a=⟦rtpmap:⟧': 'sip.sdp-malformed-attribute',
    'a=⟦rtpmap⟧': 'sip.sdp-malformed-attribute',
  }),
  ['invite', 'a=rtpmap:101 telephone-event/8000\n', 'a=⟦rtpmap⟧\n', 'sip.sdp-malformed-attribute'],
  ['invite', 'RTP/AVP 0 8 101', 'RTP/AVP ⟦0,⟧ 8, 101', 'sip.sdp-invalid-payload-type'],
];

/** RFC 8866 §5.4 to §5.11, §5.15 */
const lines: readonly Mutation[] = [
  ...inPlaceOf('invite', 't=0 0', {
    't=0 0\n⟦z=2882844526⟧': 'sip.sdp-malformed-line',
    't=0 0\nz=2882844526 -1h 2898848070 0': 'sip.none',
    't=0 0\na=⟦group:BUNDEL⟧': 'sip.sdp-malformed-attribute',
    't=0 0\na=group:BUNDLE': 'sip.none',
    't=0 0\na=group:X-MINE': 'sip.none',
    't=0 0\na=group:BUNDLE v\nm=audio 5000 RTP/AVP 0\na=⟦mid:v id⟧': 'sip.sdp-malformed-attribute',
  }),
  ...inPlaceOf('invite', 'm=audio 49170 ', {
    'm=audio ⟦49170/2/3⟧ ': 'sip.sdp-invalid-port',
    'm=audio ⟦49170/2/⟧ ': 'sip.sdp-invalid-port',
    'm=audio ⟦49170/⟧ ': 'sip.sdp-invalid-port',
  }),
  ...inPlaceOf('invite', 's=-', {
    's=-\n⟦e=nobody⟧': 'sip.sdp-malformed-line',
    's=-\n⟦p=call me⟧': 'sip.sdp-malformed-line',
    's=-\n⟦p=+x-y 20 7946 0000⟧': 'sip.sdp-malformed-line',
    's=-\n⟦p= +44 20 7946 0000⟧': 'sip.sdp-malformed-line',
    's=-\n⟦e= al@example.com⟧': 'sip.sdp-malformed-line',
    's=-\n⟦u= http://example.com/⟧': 'sip.sdp-malformed-line',
    's=-\n⟦u= ⟧': 'sip.sdp-malformed-line',
    's=-\n⟦u=⟧': 'sip.sdp-malformed-line',
    's=-\nu=http://example.com/\ne=Al <al@example.com>\np=+1 617 555-6011 (Al)': 'sip.none',
    's=- \np=Al <+44-20 7946 0000>': 'sip.none',
    's= a call\ni= of Al': 'sip.none',
  }),
  ['invite', 'c=IN IP4 192.0.2.10', '⟦C=IN IP4 192.0.2.10⟧', 'sip.sdp-malformed-line'],
];

const keys: readonly Mutation[] = inPlaceOf('invite', 't=0 0', {
  't=0 0\n⟦k=⟧': 'sip.sdp-malformed-line',
  't=0 0\n⟦k=clear⟧': 'sip.sdp-malformed-line',
  't=0 0\nk=prompt': 'sip.none',
  't=0 0\nk=uri:https://example.com/key?a=b c': 'sip.none',
});

/** An editor or a copy may have put them there, and no parser minds them. */
const blanks: readonly Mutation[] = [
  ['invite', 't=0 0', 't=0 0⟦ ⟧', 'sip.sdp-malformed-line'],
  ['invite', 't=0 0', '⟦t=0  0⟧', 'sip.sdp-malformed-line'],
  ['invite', 'v=0\n', 'v=0⟦ ⟧\n', 'sip.sdp-malformed-line'],
  ['invite', 'm=audio 49170 RTP/AVP 0 8 101', 'm=audio 49170 RTP/AVP 0 8 101⟦ ⟧', 'sip.sdp-malformed-line'],
  ['invite', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:0 PCMU/8000⟦  ⟧', 'sip.sdp-malformed-line'],
  ['invite', 'a=fmtp:101 0-16', 'a=fmtp:101 0-16 ', 'sip.none'],
  ['invite', 'a=ptime:20', 'a=x-mine:20 ', 'sip.none'],
  ['invite', 's=-', 's=a  call ', 'sip.none'],
  ...inPlaceOf('invite', 'o=- 20518 1 IN IP4 192.0.2.10', {
    'o=- 20518 1 IN IP4 192.0.2.10⟦ ⟧': 'sip.sdp-malformed-line',
    '⟦o=-\t20518 1 IN IP4 192.0.2.10⟧': 'sip.sdp-malformed-line',
    '⟦o=- 20518  1 IN IP4 192.0.2.10⟧': 'sip.sdp-malformed-line',
  }),
];

oneFaultEach({ media, preconditions, sources, transports, kinds, payloads, lines, keys, blanks });
oneFaultEach({ sizes, capabilities, credentials, simulcast });
oneFaultEach({ brackets, selectors });
oneFaultEach({ candidates, numbers, slips, 'no slips': noSlips, named });
