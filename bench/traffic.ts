import { randomFrom } from './random.ts';

/** A message on its way, with what a log would say of it. */
export interface TrafficMessage {
  /** With CRLF, as it goes over the wire. */
  readonly text: string;
  readonly direction: 'in' | 'out';
  readonly peer: string;
  /** Milliseconds since midnight. */
  readonly time: number;
}

interface Call {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly peer: string;
  readonly branch: string;
}

const OWN = '192.0.2.1:5060';
const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'ayse', 'mehmet', '+902125550101', '+12025550142'];
const agents = ['Example PBX 20.1', 'Examplephone T46/96.0', 'Softphone 3.1', 'Example SBC 7.4'];

/** Endless calls, registrations and pings of a small office, one behind the other; the same for the same seed. */
export function* traffic(seed: number): Generator<TrafficMessage> {
  const below = randomFrom(seed);
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
  let time = 0;
  for (;;) {
    const call: Call = {
      id: `${hex(24)}@192.0.2.${10 + below(200)}`,
      from: names[below(names.length)]!,
      to: names[below(names.length)]!,
      peer: `198.51.100.${1 + below(250)}:${5060 + below(4000)}`,
      branch: hex(16),
    };
    for (const [direction, text] of scenario(call, below, hex)) {
      time += below(400);
      yield { text, direction, peer: call.peer, time: time % 86_400_000 };
    }
  }
}

function* scenario(call: Call, below: (n: number) => number, hex: (n: number) => string) {
  const kind = below(10);
  if (kind < 6) yield* phoneCall(call, below, hex(8), hex(8));
  else if (kind < 9) yield* registration(call, hex(8), hex(32));
  else yield* ping(call, hex(8));
}

type Step = readonly ['in' | 'out', string];

function* phoneCall(call: Call, below: (n: number) => number, tag: string, peerTag: string): Generator<Step> {
  const agent = agents[below(agents.length)]!;
  const offer = sdp(below, call.peer.split(':')[0]!);
  const uri = `sip:${call.to}@example.com`;
  const invite = (extra: readonly string[]) =>
    message(
      `INVITE ${uri} SIP/2.0`,
      head(call, '1 INVITE', tag, undefined),
      [
        'Max-Forwards: 70',
        `Contact: <sip:${call.from}@${call.peer};transport=udp>`,
        'Allow: INVITE, ACK, CANCEL, BYE, NOTIFY, REFER, OPTIONS, UPDATE, PRACK, INFO',
        'Supported: replaces, timer, 100rel',
        `User-Agent: ${agent}`,
        ...extra,
      ],
      offer,
    );
  yield ['in', invite([])];
  yield [
    'out',
    response('407 Proxy Authentication Required', call, '1 INVITE', tag, peerTag, [
      'Proxy-Authenticate: Digest realm="example.com", nonce="5f2a9c", algorithm=MD5, qop="auth"',
    ]),
  ];
  yield ['in', message(`ACK ${uri} SIP/2.0`, head(call, '1 ACK', tag, peerTag), ['Max-Forwards: 70'])];
  yield [
    'in',
    invite([
      `Proxy-Authorization: Digest username="${call.from}", realm="example.com", nonce="5f2a9c", uri="${uri}", response="0123456789abcdef0123456789abcdef", algorithm=MD5, cnonce="ab12", qop=auth, nc=00000001`,
      'Session-Expires: 1800;refresher=uac',
      'P-Asserted-Identity: "Office" <sip:100@example.com>',
    ]).replaceAll('1 INVITE', '2 INVITE'),
  ];
  yield ['out', response('100 Trying', call, '2 INVITE', tag, undefined, ['Server: Example PBX 20.1'])];
  yield ['out', response('180 Ringing', call, '2 INVITE', tag, peerTag, [`Contact: <sip:${OWN}>`])];
  const ending = below(4);
  if (ending === 0) {
    yield [
      'out',
      response('486 Busy Here', call, '2 INVITE', tag, peerTag, ['Reason: Q.850;cause=17;text="User busy"']),
    ];
    yield ['in', message(`ACK ${uri} SIP/2.0`, head(call, '2 ACK', tag, peerTag), ['Max-Forwards: 70'])];
    return;
  }
  const contact = [
    `Contact: <sip:${OWN}>`,
    'Server: Example PBX 20.1',
    'Require: timer',
    'Session-Expires: 1800;refresher=uac',
  ];
  yield ['out', response('200 OK', call, '2 INVITE', tag, peerTag, contact, sdp(below, '192.0.2.1'))];
  yield ['in', message(`ACK sip:${OWN} SIP/2.0`, head(call, '2 ACK', tag, peerTag), ['Max-Forwards: 70'])];
  yield [
    'in',
    message(`BYE sip:${OWN} SIP/2.0`, head(call, '3 BYE', tag, peerTag), ['Max-Forwards: 70', `User-Agent: ${agent}`]),
  ];
  yield ['out', response('200 OK', call, '3 BYE', tag, peerTag, ['Server: Example PBX 20.1'])];
}

function* registration(call: Call, tag: string, nonce: string): Generator<Step> {
  const register = (number: number, extra: readonly string[]) =>
    message(
      'REGISTER sip:example.com SIP/2.0',
      head({ ...call, to: call.from }, `${number} REGISTER`, tag, undefined),
      ['Max-Forwards: 70', `Contact: <sip:${call.from}@${call.peer}>;expires=3600`, 'Expires: 3600', ...extra],
    );
  yield ['in', register(1, [])];
  yield [
    'out',
    response('401 Unauthorized', call, '1 REGISTER', tag, 'as1', [
      `WWW-Authenticate: Digest realm="example.com", nonce="${nonce}", algorithm=MD5, qop="auth"`,
    ]),
  ];
  yield [
    'in',
    register(2, [
      `Authorization: Digest username="${call.from}", realm="example.com", nonce="${nonce}", uri="sip:example.com", response="${nonce}", algorithm=MD5`,
    ]),
  ];
  yield [
    'out',
    response('200 OK', call, '2 REGISTER', tag, 'as1', [
      `Contact: <sip:${call.from}@${call.peer}>;expires=3600`,
      'Date: Sun, 22 Nov 2026 18:48:06 GMT',
    ]),
  ];
}

function* ping(call: Call, tag: string): Generator<Step> {
  yield [
    'out',
    message(`OPTIONS sip:${call.to}@${call.peer} SIP/2.0`, head(call, '102 OPTIONS', tag, undefined), [
      'Max-Forwards: 70',
      `Contact: <sip:${OWN}>`,
      'User-Agent: Example PBX 20.1',
    ]),
  ];
  yield [
    'in',
    response('200 OK', call, '102 OPTIONS', tag, 'as2', ['Accept: application/sdp', 'Allow: INVITE, ACK, BYE']),
  ];
}

const head = (call: Call, cseq: string, tag: string, peerTag: string | undefined): readonly string[] => [
  `Via: SIP/2.0/UDP ${call.peer};branch=z9hG4bK${call.branch}${cseq.charCodeAt(0)};rport`,
  `From: "${call.from}" <sip:${call.from}@example.com>;tag=${tag}`,
  `To: <sip:${call.to}@example.com>${peerTag === undefined ? '' : `;tag=${peerTag}`}`,
  `Call-ID: ${call.id}`,
  `CSeq: ${cseq}`,
];

const response = (
  status: string,
  call: Call,
  cseq: string,
  tag: string,
  peerTag: string | undefined,
  fields: readonly string[],
  body?: string,
): string => message(`SIP/2.0 ${status}`, head(call, cseq, tag, peerTag), fields, body);

function message(startLine: string, head: readonly string[], fields: readonly string[], body = ''): string {
  const type = body === '' ? [] : ['Content-Type: application/sdp'];
  return [startLine, ...head, ...fields, ...type, `Content-Length: ${body.length}`, '', body].join('\r\n');
}

function sdp(below: (n: number) => number, address: string): string {
  const port = 10_000 + 2 * below(10_000);
  return [
    'v=0',
    `o=- ${below(1_000_000)} 1 IN IP4 ${address}`,
    's=-',
    `c=IN IP4 ${address}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 8 0 96 101`,
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:96 opus/48000/2',
    'a=rtpmap:101 telephone-event/8000',
    'a=fmtp:101 0-16',
    'a=ptime:20',
    'a=sendrecv',
    '',
  ].join('\r\n');
}
