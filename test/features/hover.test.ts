import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hover } from '../../server/src/features/hover.ts';
import { headerFields, methods, optionTags, statusCodes } from '../../server/src/knowledge/facts.ts';
import type { Language } from '../../server/src/knowledge/language.ts';
import { textsIn } from '../../server/src/knowledge/texts.ts';
import { compileUserRows } from '../../server/src/readers/log/envelope/user/user-rows.ts';
import { documentOf, textIn, withCaret } from '../support/documents.ts';

/** The Markdown that the hover shows at the caret, and the text it is about. */
function hoverAt(
  marked: string,
  language: Language = 'en',
  name?: string,
): { markdown: string; about: string } | undefined {
  const { text, offset } = withCaret(marked);
  const { document, analysis } = documentOf(text, name);
  const found = hover(analysis, offset, language, document);
  if (!found?.range) return undefined;
  const about = textIn(document, found.range);
  return { markdown: (found.contents as { value: string }).value, about };
}

const response = (startLine: string) =>
  `${startLine}
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: 1@example.com
CSeq: 1 INVITE
Content-Length: 0

`;

suite('hover on a start line', () => {
  test('a status code tells name, meaning, causes, next steps, Q.850 and the RFC', () => {
    const found = hoverAt(response('SIP/2.0 4|86 Busy Here'));
    assert.equal(found?.about, '486');
    assert.match(found.markdown, /^\*\*486 Busy Here\*\* · Client failure|^\*\*486 Busy Here\*\* · /);
    assert.match(found.markdown, /\*\*Usual causes\*\*\n\n- /);
    assert.match(found.markdown, /\*\*Where to look next\*\*\n\n- /);
    assert.match(found.markdown, /Q\.850 cause 17/);
    assert.match(
      found.markdown,
      /\[RFC 3261 §21\.4\.24\]\(https:\/\/www\.rfc-editor\.org\/rfc\/rfc3261#section-21\.4\.24\)/,
    );
  });

  test('the same in Turkish', () => {
    const found = hoverAt(response('SIP/2.0 486| Busy Here'), 'tr');
    assert.match(found?.markdown ?? '', /Olağan nedenler[\s\S]*Nereye bakmalı/);
  });

  test('an unknown code is read as the first of its class', () => {
    assert.match(hoverAt(response('SIP/2.0 4|99 Whatever'))?.markdown ?? '', /`400`/);
  });

  test('an unknown provisional code is read as 183', () => {
    assert.match(hoverAt(response('SIP/2.0 1|44 Whatever'))?.markdown ?? '', /treats it like `183`/);
  });

  test('a re-INVITE is told from a new call, and says so once', () => {
    const reinvite = 'INVITE sip:b|ob@example.com SIP/2.0\nTo: <sip:bob@example.com>;tag=b\nCSeq: 2 INVITE\n\n';
    const paragraphs = hoverAt(reinvite)?.markdown.split('\n\n');
    assert.equal(paragraphs?.[0], 're-INVITE to `sip:bob@example.com`: changes the session of an existing dialog.');
    assert.doesNotMatch(paragraphs?.[1] ?? '', /^Starts a call/);
  });

  test('the version tells what the message is, in a sentence', () => {
    assert.match(hoverAt(response('SIP|/2.0 180 Ringing'))?.markdown ?? '', /Response 180 `Ringing` to `INVITE`\./);
  });

  test('a request with a To tag is inside a dialog', () => {
    const request = response('INVITE sip:b|ob@example.com SIP/2.0');
    assert.match(hoverAt(request)?.markdown ?? '', /re-INVITE to `sip:bob@example\.com`/);
  });
});

suite('hover on header fields and their values', () => {
  const message = (line: string) =>
    response('SIP/2.0 200 OK').replace('Content-Length: 0', `${line}\nContent-Length: 0`);
  const cases: readonly (readonly [line: string, about: string, says: RegExp])[] = [
    ['Max-For|wards: 70', 'Max-Forwards', /At most once/],
    ['k|: timer', 'k', /Compact form: `k`/],
    ['Supported: 100|rel, timer', '100rel', /option tag/],
    ['Allow: INVITE, PR|ACK', 'PRACK', /method/],
    ['Event: message-sum|mary', 'message-summary', /event package/],
    ['Reason: Q.850;cause=1|6;text="Normal call clearing"', '16', /Q\.850 cause/],
    ['Reason: SIP;cause=4|87', '487', /487 Request Terminated/],
    ['Warning: 30|5 proxy.example.com "Incompatible media format"', '305', /warning code/],
    ['Subscription-State: term|inated;reason=timeout', 'terminated', /subscription state/],
    ['Content-Type: application/s|dp', 'application/sdp', /body type/],
    ['Privacy: i|d', 'id', /privacy value/],
    ['Authorization: Digest username="a", realm="b", algorithm=SHA-2|56', 'SHA-256', /digest algorithm/],
    ['X-Own: val|ue', '', /^$/],
  ];
  for (const [line, about, says] of cases) {
    test(line, () => {
      const found = hoverAt(message(line));
      assert.equal(found?.about ?? '', about);
      assert.match(found?.markdown ?? '', says);
    });
  }
});

suite('hover in a URI', () => {
  const refer = (target: string) =>
    hoverAt(`REFER sip:bob@example.com SIP/2.0\nRefer-To: <${target}>\nCall-ID: 1@example.com\n\n`);

  test('explains the method that a request from it has', () => {
    assert.equal(refer('sip:carol@example.com;method=IN|VITE')?.about, 'INVITE');
  });

  test('explains the header fields that a request from it has', () => {
    const found = refer('sip:carol@example.com?Re|places=7a%40x%3Bto-tag%3D1');
    assert.equal(found?.about, 'Replaces');
    assert.match(found.markdown, /attended transfer/);
  });
});

suite('where a header field may stand', () => {
  const use = (name: string, language: Language = 'en') =>
    hoverAt(`INVITE sip:bob@example.com SIP/2.0\n|${name}: x\nCall-ID: 1@example.com\n\n`, language)?.markdown.split(
      '\n\n',
    )[2];
  for (const [name, line] of [
    ['Call-ID', 'Requests: all (mandatory). Responses: all (mandatory). At most once in a message.'],
    ['Allow', 'Requests: all but ACK, CANCEL. Responses: all (mandatory in 405). May be repeated.'],
    [
      'Event',
      'Requests: NOTIFY, PUBLISH, SUBSCRIBE (mandatory in each). Responses: 2xx to NOTIFY. At most once in a message.',
    ],
    ['Proxy-Authenticate', 'Responses: 401, 407 (mandatory). May be repeated.'],
    ['SIP-ETag', 'Requests: NOTIFY. Responses: 2xx to PUBLISH (mandatory). At most once in a message.'],
    ['Error-Info', 'Responses: 3xx–6xx. May be repeated.'],
    ['Min-SE', 'Requests: INVITE, UPDATE. Responses: 422 to INVITE, UPDATE (mandatory). At most once in a message.'],
  ] as const) {
    test(name, () => assert.equal(use(name), line));
  }

  test('in Turkish', () => {
    assert.equal(
      use('Allow', 'tr'),
      'İstekler: ACK, CANCEL dışında hepsi. Yanıtlar: hepsi (zorunlu: 405). Yinelenebilir.',
    );
  });
});

suite('hover in a session description', () => {
  const sdp = (line: string) => `INVITE sip:bob@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: 1@example.com
CSeq: 1 INVITE
Content-Type: application/sdp

v=0
o=- 1 1 IN IP4 192.0.2.1
s=-
c=IN IP4 192.0.2.1
t=0 0
m=audio 40000 RTP/AVP 0 101
a=rtpmap:101 telephone-event/8000
${line}
`;
  test('an attribute', () => assert.match(hoverAt(sdp('a=send|only'))?.markdown ?? '', /a=sendonly/));
  test('a line', () =>
    assert.match(hoverAt(sdp('a=sendonly').replace('m=audio', 'm|=audio'))?.markdown ?? '', /SDP line/));
  test('a payload type by its rtpmap', () => {
    const found = hoverAt(sdp('a=sendonly').replace('AVP 0 101', 'AVP 0 1|01'));
    assert.match(found?.markdown ?? '', /Payload type 101 is `telephone-event\/8000` here/);
  });
});

suite('hover in the prose of a log', () => {
  const says: readonly (readonly [line: string, about: string])[] = [
    ['[Nov 22 18:48:06] NOTICE[123]: Got SIP response 4|86 "Busy Here" back from 192.0.2.1:5060', '486'],
    ['hangup cause: USER_BU|SY (17)', 'USER_BUSY'],
    ['Reason: Q.850;cause=1|6;text="Normal"', '16'],
    ['tm: received 4|08 for INVITE transaction', '408'],
    ['nta: received 100 Trying for IN|VITE (21)', 'INVITE'],
  ];
  for (const [line, about] of says) test(line, () => assert.equal(hoverAt(line)?.about, about));

  const silent = [
    'request took 2|00 ms',
    'listening on port 5|060',
    'foo.c line 4|04: something',
    '2026-11-22 18:48:06 I|NFO starting',
    'the MES|SAGE could not be delivered',
    'GET /index.html HTTP/1.1" 40|4 Not Found',
    'UPD|ATE users SET name = 1',
  ];
  for (const line of silent) test(`nothing in: ${line}`, () => assert.equal(hoverAt(line), undefined));
});

suite('hover knows every entry in both languages', () => {
  for (const language of ['en', 'tr'] as const) {
    const texts = textsIn(language);
    for (const name of ['trace.log', 'message.sip']) {
      test(`every status code, in ${name}, ${language}`, () => {
        for (const { code, phrase } of statusCodes.filter((fact) => fact.code < 700)) {
          const found = hoverAt(response(`SIP/2.0 |${code} ${phrase}`), language, name);
          assert.ok(found?.markdown.includes(texts.statusCodes[code]?.meaning ?? '?'), `${code}`);
        }
      });
      test(`every method, in ${name}, ${language}`, () => {
        for (const method of methods) {
          const text = response(`|${method.name} sip:bob@example.com SIP/2.0`).replace(
            'CSeq: 1 INVITE',
            `CSeq: 1 ${method.name}`,
          );
          const found = hoverAt(text, language, name);
          assert.ok(found?.markdown.includes(texts.methods[method.name]?.meaning ?? '?'), method.name);
        }
      });
      test(`every header field and option tag, in ${name}, ${language}`, () => {
        const head = (line: string) => response('SIP/2.0 200 OK').replace('Content-Length: 0', line);
        for (const field of headerFields) {
          const found = hoverAt(head(`|${field.name}: x`), language, name);
          assert.ok(found?.markdown.includes(texts.headerFields[field.name] ?? '?'), field.name);
        }
        for (const tag of optionTags) {
          const found = hoverAt(head(`Supported: |${tag.name}`), language, name);
          assert.ok(found?.markdown.includes(texts.optionTags[tag.name] ?? '?'), tag.name);
        }
      });
    }
  }
});

suite('hover never lets log text become markup', () => {
  test('a Request-URI with Markdown in it stays code', () => {
    const found = hoverAt(response('INVITE sip:`**x**`<img/src=x>@example.com SI|P/2.0'));
    assert.match(found?.markdown ?? '', /`` sip:`\*\*x\*\*`<img\/src=x>@example\.com ``/);
  });
});

suite('hover on the start line of a message in a log', () => {
  test('tells when it came, and between whom', () => {
    const log = `2026-11-22 18:48:06.884 received from udp:192.0.2.7:5060\n${response('SIP|/2.0 180 Ringing')}`;
    assert.match(
      hoverAt(log)?.markdown ?? '',
      /Received · `2026-11-22T18:48:06\.884` · `UDP` · `192\.0\.2\.7:5060` → /,
    );
  });

  test('by the words of the user where there are any', () => {
    const log = `18:48:06 |RX| [192.0.2.7:5060] ==> [192.0.2.8:5060]\n${response('SIP/2.0 180 Ringing')}`;
    const { document, analysis } = documentOf(log);
    const { rows } = compileUserRows(['{time} |{direction:RX|TX}| [{source}] ==> [{destination}]']);
    const found = hover(analysis, log.indexOf('SIP/2.0 180') + 1, 'en', document, rows);
    assert.match(
      JSON.stringify(found?.contents),
      /Received · `18:48:06` · .*`192\.0\.2\.7:5060` → `192\.0\.2\.8:5060`/,
    );
  });
});
