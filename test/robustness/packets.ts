import fc from 'fast-check';

/** Packets in the manner of the PROTOS test suite: well-formed requests in which single elements are hostile. */

const elements = {
  method: 'INVITE',
  uri: 'sip:bob@example.com',
  version: 'SIP/2.0',
  via: 'SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776',
  from: '"Alice" <sip:alice@example.com>;tag=1928',
  to: 'Bob <sip:bob@example.com>',
  callId: 'a84b4c76@192.0.2.1',
  cseq: '314159 INVITE',
  maxForwards: '70',
  contact: '<sip:alice@192.0.2.1>',
  contentType: 'application/sdp',
  contentLength: '0',
  expires: '3600',
  body: 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n',
};

type Element = keyof typeof elements;

const repeated = fc
  .tuple(
    fc.constantFrom('a', ' ', '\t', '"', '<', '[', '%', ';', ',', ':', '0', '9', '\\', '@', '/', '=', '\r\n '),
    fc.constantFrom(1, 17, 255, 1025, 8193, 40_000),
  )
  .map(([piece, times]) => piece.repeat(times));

const hostile: fc.Arbitrary<string> = fc.oneof(
  repeated,
  fc.constantFrom(
    '',
    ' ',
    '%s%s%s%n%n%x%d',
    '%.9999d',
    '-1',
    '4294967296',
    '99999999999999999999999',
    '0x41',
    '+1',
    '1e9',
    '\u0000',
    '\u0000\u0000INVITE',
    '\u0008\u007f',
    '\ufffd\ufffd\ufffd',
    '\ud800',
    '\u0130\u0131',
    '"',
    '"\\"',
    '<<<>>>',
    '<sip:',
    'sip:[::::]',
    'sip:[fe80::1%25eth0]:65536',
    'sip:user:pass%zz@host;;;?a&b',
    'SIP/',
    'SIP/2.0/',
    ';;;;',
    ',,,,',
    '\r\r\r',
    '\n \n \n',
    '..//..//',
    'multipart/mixed;boundary=""',
    'multipart/mixed;boundary=a',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const separator = fc.constantFrom('\r\n', '\n', '\r', '\n\r', '\r\r\n', '\u0000\n', '\u2028');
const colon = fc.constantFrom(': ', ':', ' : ', '\t:\t', '', ':: ');

/** A request with up to three hostile elements, odd line ends and odd colons. */
export const packet: fc.Arbitrary<string> = fc
  .record({
    changes: fc.array(fc.tuple(fc.constantFrom(...(Object.keys(elements) as Element[])), hostile, fc.boolean()), {
      maxLength: 3,
    }),
    lineEnd: fc.oneof({ weight: 3, arbitrary: fc.constant('\r\n') }, separator),
    colon: fc.oneof({ weight: 3, arbitrary: fc.constant(': ') }, colon),
    response: fc.boolean(),
  })
  .map(({ changes, lineEnd, colon, response }) => {
    const values = { ...elements };
    for (const [element, value, append] of changes) values[element] = append ? values[element] + value : value;
    const field = (name: string, element: Element): string => `${name}${colon}${values[element]}`;
    return [
      response
        ? `${values.version} ${values.expires} ${values.method}`
        : `${values.method} ${values.uri} ${values.version}`,
      field('Via', 'via'),
      field('From', 'from'),
      field('To', 'to'),
      field('Call-ID', 'callId'),
      field('CSeq', 'cseq'),
      field('Max-Forwards', 'maxForwards'),
      field('Contact', 'contact'),
      field('Expires', 'expires'),
      field('Content-Type', 'contentType'),
      field('Content-Length', 'contentLength'),
      '',
      values.body,
    ].join(lineEnd);
  });
