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
    ...['content:slides,', 'lang:de_CH', 'tool:', 'X-mine:'],
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
    ...['ssrc:4294967295 cname:a b', 'ssrc:1 ignored', 'ssrc-group:FID 1 2', 'msid:- track'],
    ...['remote-candidates:1 192.0.2.1 5000 2 2001:db8::1 5001', 'rid:hi send pt=97;max-width=1280', 'rid:a_b recv'],
    ...['source-filter: incl IN IP4 232.3.4.5 192.0.2.10 192.0.2.11', 'source-filter:excl IN * * gw.example.com'],
  ],
  [
    ...['rtcp:53020 IN IP6 192.0.2.1', 'rtcp:53020 IN IP4 2001:db8::1', 'rtcp:53020 IP4 192.0.2.1', 'rtcp:1 IN IP5 a'],
    ...['ssrc:4294967296 cname:x', 'ssrc:1', 'ssrc:1 :x', 'ssrc-group:FID a'],
    ...['remote-candidates:1 192.0.2.1', 'remote-candidates:0 192.0.2.1 5000', 'rid:hi', 'rid:hi sendrecv'],
    ...['source-filter:only IN IP4 232.3.4.5 192.0.2.10', 'source-filter: incl IN IP4 232.3.4.5'],
    'source-filter: incl IN IP4 232.3.4.5 2001:db8::1',
  ],
);

/** RFC 4145, 8856, 8841, T.38 */
const transports = attributes(
  ['connection:existing', 'floorctrl:c-only s-only', 'sctp-port:5000', 'T38FaxVersion:0', 'T38FaxUdpEC:t38UDPFEC'],
  ['connection:old', 'floorctrl:c', 'sctp-port:70000', 'T38FaxVersion:x', 'T38FaxUdpEC:t38UDPXEC', 'bundle-only:1'],
);

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

oneFaultEach({ media, preconditions, sources, transports, keys, blanks });
