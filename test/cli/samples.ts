/** A log of a PJSIP server: an INVITE comes in, and is answered. */
export const serverLog = `[2026-11-22 18:48:06.100] VERBOSE[1234][C-0000002a] logger.c: <--- Received SIP request (380 bytes) from UDP:192.0.2.9:5062 --->
INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5062;branch=z9hG4bKone
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: one@example.com
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.9:5062>
Content-Length: 0

[2026-11-22 18:48:06.220] VERBOSE[1234][C-0000002a] logger.c: <--- Transmitting SIP response (280 bytes) to UDP:192.0.2.9:5062 --->
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.9:5062;branch=z9hG4bKone
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: one@example.com
CSeq: 1 INVITE
Content-Length: 0

[2026-11-22 18:48:06.230] NOTICE[1234] channel.c: one@example.com took 486 ms
`;

/** A good request. */
export const goodMessage = `OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.9:5062;branch=z9hG4bKtwo
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: two@example.com
CSeq: 7 OPTIONS
Content-Length: 0

`;

/** A request with an error, the method of its CSeq, and a warning, Max-Forwards missing. */
export const faultyMessage = goodMessage.replace('CSeq: 7 OPTIONS', 'CSeq: 7 INVITE').replace('Max-Forwards: 70\n', '');
