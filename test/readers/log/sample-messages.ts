/** A short conversation as it goes over the wire, for layouts to be made of. Line breaks are LF. */

const invite = `INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport
Max-Forwards: 70
From: "Alice O'Neil" <sip:alice@example.com>;tag=1928301774
To: <sip:bob@example.com>
Call-ID: a84b4c76e66710@pc33.example.com
CSeq: 314159 INVITE
Contact: <sip:alice@192.0.2.10:5060;transport=udp>
User-Agent: Desk Phone 1.0 (build 7)
Content-Type: application/sdp
Content-Length: 171

v=0
o=alice 53655765 2353687637 IN IP4 192.0.2.10
s=-
c=IN IP4 192.0.2.10
t=0 0
m=audio 49172 RTP/AVP 0 101
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
`;

const trying = `SIP/2.0 100 Trying
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport=5060
From: "Alice O'Neil" <sip:alice@example.com>;tag=1928301774
To: <sip:bob@example.com>
Call-ID: a84b4c76e66710@pc33.example.com
CSeq: 314159 INVITE
Content-Length: 0

`;

const busy = `SIP/2.0 486 Busy Here
v: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport=5060
f: "Alice O'Neil" <sip:alice@example.com>;tag=1928301774
t: <sip:bob@example.com>;tag=314159
i: a84b4c76e66710@pc33.example.com
CSeq: 314159 INVITE
Reason: Q.850;cause=17;text="User busy"
l: 0

`;

const ack = `ACK sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK776asdhds;rport
Max-Forwards: 70
From: "Alice O'Neil" <sip:alice@example.com>;tag=1928301774
To: <sip:bob@example.com>;tag=314159
Call-ID: a84b4c76e66710@pc33.example.com
CSeq: 314159 ACK
Content-Length: 0

`;

/** A body that holds a start line of its own (RFC 3515 §2.4.5). */
const notify = `NOTIFY sip:alice@192.0.2.10:5060 SIP/2.0
Via: SIP/2.0/TCP 192.0.2.20:5060;branch=z9hG4bKnashds7
Max-Forwards: 70
From: <sip:bob@example.com>;tag=314159
To: "Alice O'Neil" <sip:alice@example.com>;tag=1928301774
Call-ID: b95c5d87f77821@pc44.example.com
CSeq: 8 NOTIFY
Event: refer;id=93809823
Subscription-State: active;expires=60
Contact: <sip:bob@192.0.2.20:5060>
Content-Type: message/sipfrag;version=2.0
Content-Length: 20

SIP/2.0 100 Trying
`;

const text = `MESSAGE sip:bob@example.com SIP/2.0
Via: SIP/2.0/TLS 192.0.2.10:5061;branch=z9hG4bK776sgdkse
Max-Forwards: 70
From: <sip:alice@example.com>;tag=49583
To: <sip:bob@example.com>
Call-ID: asd88asd77a@192.0.2.10
CSeq: 1 MESSAGE
Content-Type: text/plain
Content-Length: 18

Watson, come here.`;

export const sampleMessages: readonly string[] = [invite, trying, busy, ack, notify, text];

/** What every layout must give: method or code, Call-ID and CSeq. */
export const sampleFacts = [
  ['INVITE', 'a84b4c76e66710@pc33.example.com', '314159 INVITE'],
  ['100', 'a84b4c76e66710@pc33.example.com', '314159 INVITE'],
  ['486', 'a84b4c76e66710@pc33.example.com', '314159 INVITE'],
  ['ACK', 'a84b4c76e66710@pc33.example.com', '314159 ACK'],
  ['NOTIFY', 'b95c5d87f77821@pc44.example.com', '8 NOTIFY'],
  ['MESSAGE', 'asd88asd77a@192.0.2.10', '1 MESSAGE'],
];
