import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../server/src/analysis.ts';

/** A message as the strings of a list in a program. */
const declared = ['OPTIONS sip:192.0.2.1 SIP/2.0', 'v: SIP/2.0/UDP 192.0.2.2:5060', 'i: 1@192.0.2.2', 'CSeq: 1 OPTIONS']
  .map((line) => `  "${line}",\n`)
  .join('');

/** Texts that speak of SIP, or look like it, and hold no message. */
const texts: readonly (readonly [name: string, text: string])[] = [
  [
    'a list of what was seen, the first item with a request line in it',
    '- The edge answers `OPTIONS sip:edge.example.com SIP/2.0` with 503 since noon.\n- Contact: noc@example.com\n- From: the night shift\n- To: the day shift\n',
  ],
  [
    'a table of answers, and a list of header fields below it',
    '| Answer | Meaning |\n| --- | --- |\n| SIP/2.0 603 Decline | refused |\n\n- Via: which way it came\n- Call-ID: the same in all of a call\n',
  ],
  [
    'a list of strings, a line each, that a program fills in',
    'probe = [\n    "OPTIONS sip:%s SIP/2.0" % edge,\n    "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1",\n    "Call-ID: 1@192.0.2.1",\n]\n',
  ],
  [
    'the same where the first header line is the first one that is filled in',
    'probe = [\n    "OPTIONS sip:192.0.2.9 SIP/2.0",\n    "Via: SIP/2.0/UDP {};branch=z9hG4bK1".format(own),\n    "Call-ID: 1@192.0.2.1",\n]\n',
  ],
  [
    'the same in a language that names values in the string',
    'probe = [\n    f"OPTIONS sip:{edge} SIP/2.0",\n    "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1",\n    "Call-ID: 1@192.0.2.1",\n]\n',
  ],
  [
    'a table of calls with a CSeq and the start line in every row',
    ['180 Ringing', '200 OK', '603 Decline']
      .map((answer, n) => `18:48:0${n}\tR\t1-${n}@192.0.2.1\tCSeq:${n} INVITE\tSIP/2.0 ${answer}\n`)
      .concat(
        '18:48:09\tS\t1-9@192.0.2.1\tCSeq:9 ACK\tACK sip:bob@192.0.2.2 SIP/2.0\n18:48:10\tR\t1-9@192.0.2.1\tCSeq:10 BYE\tSIP/2.0 200 OK\n',
      )
      .join(''),
  ],
  [
    'a status line in backticks, and names of header fields in the next sentence',
    'With `SIP/2.0 403 Forbidden` the password is wrong. See Call-ID: and CSeq: in the trace.\n',
  ],
  [
    'a list of strings that a program fills in',
    'lines = ["REGISTER sip:192.0.2.1 SIP/2.0", "v: SIP/2.0/UDP 192.0.2.2:5060", "i: %s" % name]\nif text.startswith("SIP/2.0"):\n',
  ],
  [
    'a remark that quotes a status line and names a header field',
    'From the vendor: "SIP/2.0 420 Bad Extension" is what the proxy sends, Via: was fine.\n',
  ],
  [
    'the outcome with one header field below it, at the end of the log',
    "0: 'no Warning header found' (9.653 ms) SIP/2.0 200 OK\n\tContact: <sip:192.0.2.1:5060;transport=udp>",
  ],
  [
    'a method and a word before the version, in notes',
    'Seen today:\nINVITE 1234 SIP/2.0\nafter which nothing came.\nACK for SIP/2.0\nNote: ask the carrier\n',
  ],
  [
    'a C program that writes a message',
    `static const char *request =\n    "OPTIONS sip:%s SIP/2.0\\r\\n"\n    "Via: SIP/2.0/UDP %s:%d;branch=z9hG4bK%x\\r\\n"\n    "From: <sip:probe@%s>;tag=%x\\r\\n"\n    "CSeq: 1 OPTIONS\\r\\n"\n    "\\r\\n";\n`,
  ],
  [
    'a C program without placeholders',
    `    "SIP/2.0 200 OK\\r\\n"\n    "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\\r\\n"\n    "Content-Length: 0\\r\\n"\n    "\\r\\n"\n`,
  ],
  [
    'lists of strings that programs declare, one with two messages',
    [
      ['static const char *probes[] = {', '};'],
      ['const std::string probes[2] = {', '};'],
      ['    private static final String[] PROBES = new String[] {', '};'],
      ['export const probe = [', '];'],
      ['my @probe = (', ');'],
      ['var probe = []string{', '}'],
    ]
      .map(([head, end]) => `${head}\n\n${declared}NULL,\n${declared}\n${end}\n\nint other;\n`)
      .join(''),
  ],
  [
    'a piece of a scenario in a ticket',
    '<send>\n  <![CDATA[\n    REGISTER sip:example.com;transport=[transport] SIP/2.0\n    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]\n    Call-ID: [call_id]\n    CSeq: 1 REGISTER\n  ]]>\n</send>\n',
  ],
  [
    'what came of a request, at the end of the log',
    'Registered.\nSIP/2.0 200 OK\nTo: <sip:bob@example.com>\nContact: <sip:bob@192.0.2.9>\n\n',
  ],
  [
    'JavaScript that adds lines up',
    `const message = 'OPTIONS sip:' + host + ' SIP/2.0\\r\\n' +\n  'Via: SIP/2.0/UDP ' + local + '\\r\\n' +\n  'CSeq: 1 OPTIONS\\r\\n\\r\\n';\n`,
  ],
  [
    'a Java builder',
    `sb.append("REGISTER sip:registrar.example.com SIP/2.0\\r\\n");\nsb.append("CSeq: 1 REGISTER\\r\\n");\nsb.append("To: <sip:alice@example.com>\\r\\n");\n`,
  ],
  [
    'a format string of a program',
    `snprintf(buf, sizeof buf, "%s sip:%s SIP/2.0\\r\\nVia: SIP/2.0/%s %s\\r\\n", method, uri, transport, host);\n`,
  ],
  [
    'a Python dictionary',
    `{'method': 'INVITE', 'uri': 'sip:bob@example.com', 'version': 'SIP/2.0', 'headers': {'Via': ['SIP/2.0/UDP 192.0.2.1'], 'CSeq': '1 INVITE'}}\n`,
  ],
  [
    'a debugger that shows the parts of a message',
    `SIP Request:\n method:  <INVITE>\n uri:     <sip:bob@example.com>\n version: <SIP/2.0>\nparse_headers: flags=2\n Via found, flags=2\n`,
  ],
  [
    'sentences of a specification',
    `A request has a Request-Line such as "INVITE sip:bob@biloxi.example.com SIP/2.0".\nThe version is SIP/2.0, and a response begins with SIP/2.0 200 OK or another status.\nThe From: header field names the sender; To: names the recipient.\n`,
  ],
  [
    'sentences before lines that begin with the names of header fields',
    'The proxy answers SIP/2.0 100 Trying.\nVia: is copied from the request, as are\nFrom: and\nCall-ID: of the INVITE.\n\nThen the gateway sends ACK sip:bob@example.com SIP/2.0.\nVia: header fields are its own.\n',
  ],
  [
    'a sentence with a status line and one header field',
    '* Replied SIP/2.0 488 Not Acceptable Here to the INVITE, Call-ID: 1-2@192.0.2.1\n',
  ],
  [
    'names of tests',
    `✔ INVITE sip:bob@example.com SIP/2.0 without Via: is rejected\n✔ SIP/2.0 200 OK without To: tag\n✖ ACK sip:bob@example.com SIP/2.0, Call-ID: differs\n`,
  ],
  [
    'a program that tells what it passes on, with header fields in words of its own',
    '18:48:06.884 SipRouter::proxyMessage before  REGISTER sip:example.com SIP/2.0 Via: 192.0.2.1 Call-ID: 7@192.0.2.1\n',
  ],
  [
    'bytes of another protocol that hold the beginning of one',
    ' 00 01 00 08 21 12 A4 42 53 49 50 2F 32 2E 30 20  ....!..BSIP/2.0 \n 32 30 30 20 4F 4B 0D 0A 56 69 61 3A              200 OK..Via:\n18:48:07 done\n',
  ],
  [
    'the lines of a fragment as members of an object',
    `{\n  "layers": {\n    "body": {\n      "sipfrag": {\n        "sipfrag.line": "SIP/2.0 180 Ringing",\n        "sipfrag.line": "Server: edge/2",\n        "sipfrag.line": "To: <sip:bob@example.com>;tag=b"\n      }\n    }\n  }\n}\n`,
  ],
  [
    'HTTP',
    `GET /sip:bob/SIP/2.0 HTTP/1.1\r\nHost: example.com\r\nUser-Agent: curl/8.0\r\nVia: 1.1 proxy\r\n\r\nHTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n`,
  ],
  [
    'RTSP',
    `DESCRIBE rtsp://192.0.2.1/stream RTSP/1.0\r\nCSeq: 2\r\nUser-Agent: player\r\n\r\nRTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Type: application/sdp\r\nContent-Length: 0\r\n\r\n`,
  ],
  [
    'a diff of a message',
    `@@ -1,3 +1,3 @@\n-INVITE sip:bob@example.com SIP/2.0\n+INVITE sip:carol@example.com SIP/2.0\n-Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\n+Via: SIP/2.0/UDP 192.0.2.2;branch=z9hG4bK1\n`,
  ],
  [
    'a diff of a request line',
    `@@ -1,4 +1,4 @@\n-INVITE sip:bob@example.com SIP/2.0\n+INVITE sip:carol@example.com SIP/2.0\n Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\n From: <sip:alice@example.com>;tag=1\n CSeq: 1 INVITE\n`,
  ],
  [
    'summaries of packets',
    `    1   0.000000    192.0.2.1 → 192.0.2.2    SIP/SDP 604 Request: INVITE sip:bob@example.com | \n    2   0.000210    192.0.2.2 → 192.0.2.1    SIP 320 Status: 100 Trying | \n`,
  ],
  [
    'one line a message',
    `19:29:18.579135 IP 192.0.2.1.5198 > 192.0.2.2.5199: SIP: INVITE sip:bob@example.com SIP/2.0\n19:29:18.601135 IP 192.0.2.2.5199 > 192.0.2.1.5198: SIP: SIP/2.0 180 Ringing\n`,
  ],
  [
    'one line a message, in columns',
    ['INVITE', 'ACK', 'BYE', 'ACK', 'BYE']
      .map(
        (method, i) =>
          `2026-11-22\t18:48:06.88${i}100\t179537328${i}.88${i}100\tS\t7-4410@192.0.2.1\tCSeq:${i} ${method}\t${method} sip:192.0.2.2:5080;transport=UDP SIP/2.0\n`,
      )
      .join(''),
  ],
  [
    'log lines about messages',
    `nta.c:2948 agent_recv_request() nta: received INVITE sip:bob@example.com SIP/2.0 (CSeq 1)\nnta.c:3317 agent_aliases() nta: canonizing sip:bob@example.com\nReceived: something else\nFrom: the other side\n`,
  ],
  [
    'a usage text',
    `usage: send METHOD URI\n  e.g. send OPTIONS sip:bob@example.com SIP/2.0\nOptions:\n  -t  use TCP\n`,
  ],
  [
    'a filter expression',
    `ngrep -W byline 'INVITE sip:.* SIP/2.0' port 5060\ngrep -c "SIP/2.0 486 Busy Here" trace.log\nawk '/Call-ID:/ { print $2 }' trace.log\n`,
  ],
  [
    'a Reason header field on its own, quoted',
    `[INFO] remote said: Reason: SIP;cause=200;text="Call completed elsewhere"\n[INFO] Via: SIP/2.0/UDP 192.0.2.1\n`,
  ],
  [
    'a table of codes',
    `SIP/2.0 100 Trying\nSIP/2.0 180 Ringing\nSIP/2.0 200 OK\nSIP/2.0 404 Not Found\nSIP/2.0 486 Busy Here\n`,
  ],
  [
    'the outcome that a tool prints',
    `SIP/2.0 200 OK\nTo: sip:bob@example.com;tag=1\n\nSIP/2.0 404 Not Found\nTo: sip:carol@example.com\n\n`,
  ],
  ['an access list', `deny: sip:*@192.0.2.0/24\nallow: SIP/2.0/UDP\nvia: upstream\n`],
];

/** The same, put in by a patch. */
const added = texts.map(([name, text]) => [`${name}, in a patch`, text.replace(/^/gm, '+')] as const);

suite('what only looks like a message is none', () => {
  for (const [name, text] of [...texts, ...added]) {
    test(name, () => {
      const { frames } = analyse(text, { name: 'trace.log' });
      assert.deepEqual(
        frames.map((frame) => text.slice(frame.start, frame.end)),
        [],
      );
    });
  }
});
