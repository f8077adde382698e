import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { described, good, judge } from './judging.ts';

/** What stands in header fields: unusual and right, or plainly wrong, as parsers of SIP stacks are tried on. */

const replacing = (message: string, name: string, value: string): string => {
  const text = good(message);
  const line = new RegExp(`^${name}:.*(?:\n[ \t].*)*$`, 'm');
  return line.test(text)
    ? text.replace(line, () => `${name}: ${value}`)
    : text.replace('\n\n', () => `\n${name}: ${value}\n\n`);
};

const right: Readonly<Record<string, readonly [message: string, ...values: string[]]>> = {
  From: [
    'invite',
    '"Ayşe"<sip:ayse@example.com>;tag=1',
    "It's Bob - 2 <sip:bob@example.com>;tag=1",
    '"" <sip:bob@example.com>;tag=1',
    '"the \\"boss\\"" <sip:bob@example.com>;tag=1',
    '"path\\\\" <sip:bob@example.com>;tag=1',
    '"a@b, <c>" <sip:bob@example.com>;tag=1',
    'sip:bob@example.com;tag=5',
    '<tel:7042;phone-context=example.com>;tag=5',
    'tel:+1-201-555-0123;tag=5',
    '<SIP:%62ob@EXAMPLE.com:6060;Transport=TCP;x>;TAG=1;y="z;z"',
    '<sip:bob@[2001:db8::1];maddr=[2001:db8::2]>;tag=1',
    '<sip:bob:s3cret@example.com>;tag=1',
    '<sip:bob;day=fri@example.com;user=phone>;tag=1',
    '<sip:example.com.>;tag=1',
    '<sip:example.com;(a)[b]/:&+$~=1;ok>;tag=1',
    '<sip:bob@1.2.3.4.example>;tag=1',
    '<urn:service:sos>;tag=1',
    '<http://www.example.com/bob?a=b>;tag=1',
    '\n <sip:bob@example.com>\n ;\n\ttag = abc',
  ],
  Contact: [
    'invite',
    'sip:bob@192.0.2.1:5060',
    '<sip:x@y.invalid;transport=ws>;+sip.ice;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=300',
    '<sip:bob@192.0.2.1:5060;alias=192.0.2.7~5060~1>;q=0.500;methods="INVITE,BYE"',
  ],
  Via: [
    'invite',
    'SIP / 2.0\n / UDP\n  192.0.2.2 ; branch = z9hG4bKa',
    'SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa, SIP/2.0/TCP 192.0.2.2;branch=z9hG4bKb',
    'SIP/2.0/TLS-SCTP gw-1.example.com;branch=z9hG4bKa',
    'SIP/2.0/UDP [2001:db8::1]:5061;branch=z9hG4bKa;received=2001:db8::2;rport=1024',
    'SIP/2.0/udp 192.0.2.1 ;branch=z9hG4bK-.!%66*_+`~;ttl=16;maddr=224.2.0.1;comp=sigcomp;alias',
  ],
  'Call-ID': ['invite', '{0"x}@[y]', '12345', "a%b-!.*_+'@c`~)(><:\\/][?}{"],
  CSeq: ['invite', '0009\n  INVITE', '2147483647 INVITE', '0\tINVITE'],
  'Record-Route': [
    'invite',
    '<sip:192.0.2.1;lr>,<sip:192.0.2.2;lr=on;ftag=a;did=0f1.1>',
    'Edge <sip:[2001:db8::1]:5061;lr>;x=1',
  ],
  'Retry-After': ['busy-486', '48;duration=321', '50 (a (nested) note) ; duration = 13', '0'],
  Warning: ['busy-486', '399 192.0.2.1:5060 "a \\"b\\", c"', '301 [2001:db8::1] "a", 302 x "b"'],
  Reason: ['busy-486', 'SIP  ; cause = 488 ; text = "a;b"', 'X.y ;code=0x0', 'Q.850;cause=16;text="x", SIP;cause=486'],
  Accept: ['subscribe', '*/*', 'text/*;q=0.5, */*;q=0.1', 'application/sdp;level=1', ''],
  Event: ['subscribe', 'presence;Param=A;b', 'refer;id=93809823', 'presence.winfo'],
  'Refer-To': [
    'refer',
    'sip:carol@example.com',
    '<sip:carol@example.com?Subject=a%20b&Organization=c>',
    '<http://www.example.com>',
  ],
  'WWW-Authenticate': [
    'register-401',
    'Digest realm="[2001:db8::1]" , nonce =  "a", qop="AUTH,auth-INT", algorithm = md5 , stale = TRUE',
    'Digest realm="a",nonce="b",algorithm=SHA-256-sess,qop="auth"',
    'Digest realm="a",nonce="b",algorithm=AKAv2-SHA-256',
    'Bearer authz_server="https://example.com", scope="x"',
  ],
  'Remote-Party-ID': ['invite', 'Al Bo <sip:al@example.com>;party=called;id-type=user;privacy="name,uri-network"'],
  Diversion: ['invite', '<tel:+15550100>;reason=user-busy;counter=1, "x" <sip:a@example.com>;reason=unknown'],
  'Alert-Info': ['invite', '<http://example.com/a>;b, <urn:alert:source:external>', ';info=ring1'],
  'Call-Info': ['invite', '<sip:192.0.2.1>;method="NOTIFY;Event=x"', '<urn:x:y>; security=z'],
  Privacy: ['invite', 'id', 'header;user;critical'],
};

const wrong: readonly (readonly [message: string, name: string, value: string, rule: string])[] = [
  ['invite', 'From', '"Bob\\" <sip:bob@example.com>;tag=1', 'sip.unterminated-quote'],
  ['invite', 'From', 'Bob" <sip:bob@example.com>;tag=1', 'sip.unterminated-quote'],
  ['invite', 'From', '<sip :example.com>;tag=1', 'sip.uri-blank'],
  ['invite', 'From', '<sip:bob:secret>;tag=1', 'sip.invalid-port'],
  ['invite', 'From', '<bob_at_example.com@192.0.2.1;transport=TCP>;tag=1', 'sip.uri-without-scheme'],
  ['invite', 'From', 'Bob <>;tag=1', 'sip.uri-without-scheme'],
  ['invite', 'From', '<sip:bob@[2001>;tag=1', 'sip.invalid-host'],
  ['invite', 'From', '<<sip:bob@example.com>>;tag=1', 'sip.unbalanced-brackets'],
  ['invite', 'From', 'Bob;tag=1', 'sip.uri-without-scheme'],
  ['invite', 'From', '"Bob \\"B\\"" sip:bob@example.com;tag=1', 'sip.uri-needs-brackets'],
  ['invite', 'From', 'Bob B. sip:bob@example.com;tag=1', 'sip.uri-needs-brackets'],
  ['invite-200', 'P-Asserted-Identity', '"Bob" tel:+15550100', 'sip.uri-needs-brackets'],
  ['invite', 'Contact', ',,', 'sip.extra-separator'],
  ['invite', 'Contact', 'sip:bob@example.com?a=b', 'sip.uri-needs-brackets'],
  ['invite', 'Via', 'SIP// 192.0.2.1:5060', 'sip.malformed-via'],
  ['invite', 'Via', 'SIP/2.0/192.0.2.1:5060;branch=z9hG4bKa', 'sip.malformed-via'],
  ['invite', 'Via', 'SIP/2.0/UDP [2001:db8::1:5060;branch=z9hG4bKa', 'sip.invalid-host'],
  ['invite', 'Via', 'SIP/2.0/UDP192.0.2.1;branch=z9hG4bKa', 'sip.malformed-via'],
  ['invite', 'Via', '<SIP/2.0/UDP 192.0.2.4>;branch=z9hG4bKa', 'sip.malformed-via'],
  ['invite', 'Via', 'HTTP/1.1/TCP 192.0.2.1;branch=z9hG4bKa', 'sip.unsupported-version'],
  ['invite', 'CSeq', '1INVITE', 'sip.malformed-cseq'],
  ['invite', 'CSeq', '-1 INVITE', 'sip.malformed-cseq'],
  ['invite', 'CSeq', '99999999999999999999 INVITE', 'sip.cseq-out-of-range'],
  ['invite', 'Expires', '0 0l@example.com', 'sip.invalid-expires'],
  ['invite', 'Date', 'Tue, 30 Feb 2027 10:00:00 GMT', 'sip.invalid-date'],
  ['invite', 'Timestamp', '1.0e6 13.0', 'sip.malformed-value'],
  ['invite', 'Record-Route', '<sip:192.0.2.1;lr> <sip:192.0.2.2;lr>', 'sip.unexpected-text'],
  ['invite', 'Record-Route', 'sip:192.0.2.1;lr', 'sip.uri-needs-brackets'],
  ['invite', 'Privacy', '', 'sip.empty-value'],
  ['invite', 'Allow', 'INVITE; ACK', 'sip.malformed-value'],
  ['invite', 'Accept-Language', 'tr;q=1.5', 'sip.invalid-q-value'],
  ['busy-486', 'Retry-After', '50 (a', 'sip.invalid-retry-after'],
  ['busy-486', 'Warning', '399 example.com "a" "b"', 'sip.malformed-warning'],
  ['busy-486', 'Reason', 'Q.850 cause=16', 'sip.malformed-reason'],
  ['refer', 'Refer-To', '<sip:carol@example.com>, <sip:dave@example.com>', 'sip.multiple-values'],
  ['register-401', 'WWW-Authenticate', 'Digest: realm="a", nonce="b"', 'sip.malformed-credentials'],
];

suite('Values that are right', () => {
  for (const [name, [message, ...values]] of Object.entries(right)) {
    for (const value of values) {
      test(`${name}: ${JSON.stringify(value)}`, () => {
        const text = replacing(message, name, value);
        assert.deepEqual(described(text, judge(text)), []);
      });
    }
  }
});

suite('Values that are wrong', () => {
  for (const [message, name, value, rule] of wrong) {
    test(`${name}: ${JSON.stringify(value)}`, () => {
      const text = replacing(message, name, value);
      const found = judge(text);
      assert.deepEqual(
        found.map((finding) => finding.rule),
        [rule],
        described(text, found).join('\n'),
      );
    });
  }
});

/** An offer with these lines behind its session's. */
const offer = (...lines: readonly string[]): string => {
  const body = `${['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 't=0 0', ...lines].join('\n')}\n`;
  const length = Buffer.byteLength(body.replaceAll('\n', '\r\n'));
  const head = good('invite').split('\n\n')[0] ?? '';
  return `${head.replace(/Content-Length: \d+/, `Content-Length: ${length}`)}\n\n${body}`;
};

const audio = ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'c=IN IP4 0.0.0.0', 'a=rtpmap:111 opus/48000/2'];

suite('Descriptions that are right', () => {
  const descriptions: Readonly<Record<string, readonly string[]>> = {
    'of a browser': [
      ...audio,
      'a=rtcp:9 IN IP4 0.0.0.0',
      'a=candidate:1 1 udp 2113937151 a1b2.local 50000 typ host generation 0',
      `a=fingerprint:sha-256 ${Array(32).fill('4A').join(':')}`,
      'a=setup:actpass',
      'a=rtcp-fb:111 transport-cc',
      'a=fmtp:111 minptime=10;useinbandfec=1',
    ],
    'of media keys': [
      ...audio,
      'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4 KDR=1',
    ],
    'of a stream that is turned down, and has no address': [...audio, 'm=video 0 RTP/AVP 31'],
    'of packets of a fraction of a millisecond': [...audio, 'a=ptime:2.5'],
    'of a bandwidth that is somebody’s own': [...audio.slice(0, 2), 'b=X-YZ:128', ...audio.slice(2)],
    'of a telephone network': ['m=audio 1 voice -', 'c=TN RFC2543 +12125550100'],
  };
  for (const [name, lines] of Object.entries(descriptions)) {
    test(name, () => assert.deepEqual(described(offer(...lines), judge(offer(...lines))), []));
  }
});
