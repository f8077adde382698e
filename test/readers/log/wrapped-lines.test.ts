import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse, type PlacedMessage, placedMessage } from '../../../server/src/analysis.ts';
import { documentSpan } from '../../../server/src/readers/log/logical.ts';

const placedIn = (log: string): readonly PlacedMessage[] => {
  const { text, frames } = analyse(log, { name: 'trace.log' });
  return frames.map((frame) => placedMessage(text, frame));
};

const messagesIn = (log: string): readonly string[] => placedIn(log).map(({ message }) => message.text);

const cases: readonly (readonly [name: string, log: string, messages: readonly string[]])[] = [
  [
    'a mail program that breaks at blanks, in a quoted trace',
    `> U 2026/11/22 18:48:06.123456 192.0.2.1:5060 -> 192.0.2.2:5060
> INVITE sip:+15550100-extension-1234567@gateway.example.com;user=phone
> SIP/2.0
> Via: SIP/2.0/UDP
> 192.0.2.1:5060;branch=z9hG4bK776asdhds-0a1b2c3d4e5f6071829304a5b6c7d8
> From: "A name that takes much of the line"
> <sip:alice-with-a-long-name@gateway.example.com>;tag=1928301774
> To: <sip:+15550100-extension-1234567@gateway.example.com;user=phone>
> Call-ID:
> a84b4c76e66710-a84b4c76e66710-a84b4c76e66710-a84b4c76@pc33.example.com
> CSeq: 1 INVITE
> Warning: 399 gateway.example.com "A warning that goes on and on and then
> goes on and ends"
> Content-Length: 0
>
`,
    [
      `INVITE sip:+15550100-extension-1234567@gateway.example.com;user=phone SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds-0a1b2c3d4e5f6071829304a5b6c7d8
From: "A name that takes much of the line" <sip:alice-with-a-long-name@gateway.example.com>;tag=1928301774
To: <sip:+15550100-extension-1234567@gateway.example.com;user=phone>
Call-ID: a84b4c76e66710-a84b4c76e66710-a84b4c76e66710-a84b4c76@pc33.example.com
CSeq: 1 INVITE
Warning: 399 gateway.example.com "A warning that goes on and on and then goes on and ends"
Content-Length: 0

`,
    ],
  ],
  [
    'a terminal of 80 columns, which breaks anywhere',
    `BYE sip:bob-with-a-long-name@192.0.2.2:5060;transport=udp;pn-provider=example;pn
-prid=0123456789abcdef SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds-0a1b2c3d4e5f60718293;rpo
rt=5060
From: <sip:alice@example.com>;tag=1928301774
To: <sip:bob@example.com>;tag=314159
Call-ID: a84b4c76e66710-a84b4c76e66710-a84b4c76e66710-a84b4c76e66710-a84b4c76@pc
33.example.com
CSeq: 2 BYE
Content-Length: 0

`,
    [
      `BYE sip:bob-with-a-long-name@192.0.2.2:5060;transport=udp;pn-provider=example;pn-prid=0123456789abcdef SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds-0a1b2c3d4e5f60718293;rport=5060
From: <sip:alice@example.com>;tag=1928301774
To: <sip:bob@example.com>;tag=314159
Call-ID: a84b4c76e66710-a84b4c76e66710-a84b4c76e66710-a84b4c76e66710-a84b4c76@pc33.example.com
CSeq: 2 BYE
Content-Length: 0

`,
    ],
  ],
  [
    'a line of another program behind a value that may end there goes on with nothing',
    `SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776
Retransmission timer stopped
Call-ID: a84b4c76e66710@pc33.example.com
CSeq: 2 BYE
Content-Length: 0

`,
    [
      `SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776
Call-ID: a84b4c76e66710@pc33.example.com
CSeq: 2 BYE
Content-Length: 0

`,
    ],
  ],
  [
    'a request line as wide as terminals are, enclosed by itself behind a tag, the header fields below in brackets of their own',
    `2026-11-22 18:48:06.231 4711 4712 D edge.Worker-1: received: StartLine: [OPTIONS sip:+15550100@[2001:db8::8]:50602 SIP/2.0
2026-11-22 18:48:06.231 4711 4712 D edge.Worker-1: ], Header: [Via: SIP/2.0/TCP [2001:db8::1]:5060;branch=z9hG4bK1
2026-11-22 18:48:06.231 4711 4712 D edge.Worker-1: Call-ID: 1@example.net
2026-11-22 18:48:06.231 4711 4712 D edge.Worker-1: CSeq: 1 OPTIONS
2026-11-22 18:48:06.231 4711 4712 D edge.Worker-1: Content-Length: 0
2026-11-22 18:48:06.231 4711 4712 D edge.Worker-1: 
2026-11-22 18:48:06.231 4711 4712 D edge.Worker-1: ], Content: [NONE]
`,
    [
      `OPTIONS sip:+15550100@[2001:db8::8]:50602 SIP/2.0
Via: SIP/2.0/TCP [2001:db8::1]:5060;branch=z9hG4bK1
Call-ID: 1@example.net
CSeq: 1 OPTIONS
Content-Length: 0

`,
    ],
  ],
  [
    'a program that logs what it reads in pieces, one of which ends within a name',
    `11-22 18:48:06.382 812 812 D Lib: OPTIONS sip:bob@example.com SIP/2.0
11-22 18:48:06.382 812 812 D Lib: Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
11-22 18:48:06.382 812 812 D Lib: From: <sip:alice@example.com>;tag=1
11-22 18:48:06.382 812 812 D Lib: To: <sip:bob@example.com>
11-22 18:48:06.382 812 812 D Lib: Call-ID: 1@example.com
11-22 18:48:06.382 812 812 D Lib: CSe
11-22 18:48:06.382 812 812 D Lib: q: 1 OPTIONS
11-22 18:48:06.382 812 812 D Lib: Content-Length: 0
11-22 18:48:06.390 812 812 D Lib: ua event
`,
    [
      `OPTIONS sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=1
To: <sip:bob@example.com>
Call-ID: 1@example.com
CSeq: 1 OPTIONS
Content-Length: 0
`,
    ],
  ],
];

suite('lines that a tool broke are joined', () => {
  for (const [name, log, messages] of cases) {
    test(name, () => assert.deepEqual(messagesIn(log), messages));
  }

  test('what is behind a break has its place in the document', () => {
    const log = cases[1]![1];
    const [placed] = placedIn(log);
    assert.ok(placed);
    const { logical } = placed;
    const start = logical.text.indexOf('33.example.com');
    const span = documentSpan(logical, { start, end: start + '33.example.com'.length });
    assert.equal(log.slice(span.start, span.end), '33.example.com');
    assert.equal(log[span.start - 1], '\n');
  });

  test('a broken request line may stand behind the letters of a packet\u2019s headers, glued to them', () => {
    const [message = ''] = messagesIn(
      `[ Chr ..............E.....@.@.x...............LwINVITE sip:bob@biloxi.example.
   com SIP/2.0..Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK776..Call-ID: 1@192.0.2.1..CSeq: 1 INVITE.... ]`,
    );
    assert.match(message, /^INVITE sip:bob@biloxi\.example\./);
    assert.match(message, /^CSeq: 1 INVITE$/m);
  });

  test('a request line alone, and a version below it, is no message', () => {
    assert.deepEqual(
      messagesIn('We sent OPTIONS sip:bob@example.com to a peer that only speaks\nSIP/2.0 we think\n'),
      [],
    );
  });

  test('a field takes no more lines than a message can be broken into', () => {
    const log = `SIP/2.0 200 OK\nCall-ID: 1@example.com\nCSeq: 1 BYE\nAllow:\n${'x,\n'.repeat(1000)}`;
    const [message = ''] = messagesIn(log);
    assert.equal(message.split('x,').length - 1, 32);
  });
});
