import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  CompletionItemTag,
  InsertTextFormat,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-types';
import { type CompletionClient, complete, resolveCompletion } from '../../server/src/features/completion/completion.ts';
import { literal, plainText } from '../../server/src/features/completion/snippet-syntax.ts';
import { filledTemplate, type Template, templates } from '../../server/src/features/completion/templates.ts';
import { judgeMessage } from '../../server/src/features/diagnostics/judge.ts';
import { explain } from '../../server/src/features/explain/explain.ts';
import { readBlocks, wholeFile } from '../../server/src/readers/config/blocks.ts';
import type { CompletionSlot, Dialect } from '../../server/src/readers/reading.ts';
import { parseMessage } from '../../server/src/sip/parse.ts';
import { span } from '../../server/src/sip/span.ts';
import { documentOf, withCaret } from '../support/documents.ts';

const plain: CompletionClient = { snippets: false };
const fixture = (name: string): string => readFileSync(`test/fixtures/completion/${name}`, 'utf8');

const inOrder = (items: readonly CompletionItem[]): readonly CompletionItem[] =>
  [...items].sort((one, other) => (one.sortText! < other.sortText! ? -1 : 1));

/** The items at the `|` of a text, in the order in which an editor shows them. */
function itemsAt(marked: string, name = 'message.sip', client = plain): readonly CompletionItem[] {
  const { text, offset } = withCaret(marked);
  const { document, analysis } = documentOf(text, name);
  return inOrder(complete(analysis, offset, client, document));
}

/** The labels of those items that are no whole messages. */
const offered = (marked: string, name?: string): readonly string[] =>
  itemsAt(marked, name)
    .filter((item) => !item.label.includes('…'))
    .map((item) => item.label);

const offeredTemplates = (marked: string): readonly string[] =>
  itemsAt(marked)
    .filter((item) => item.label.includes('…'))
    .map((item) => item.label);

function itemAt(marked: string, label: string, client = plain): CompletionItem {
  const item = itemsAt(marked, 'message.sip', client).find((one) => one.label === label);
  assert.ok(item, `${label} is not offered at ${marked}`);
  return item;
}

const editsOf = (item: CompletionItem): TextEdit[] => [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])];

/** The text after an item was chosen. */
function choosing(marked: string, label: string): string {
  const item = itemAt(marked, label);
  const document = TextDocument.create('file:///message.sip', 'sip', 1, withCaret(marked).text);
  return TextDocument.applyEdits(document, editsOf(item));
}

const invite = 'INVITE sip:bob@example.com SIP/2.0\n';
const register = 'REGISTER sip:example.com SIP/2.0\n';
const busy = 'SIP/2.0 486 Busy Here\n';
const session = `${invite}Content-Type: application/sdp\n\n`;
const audio = `${session}v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\nm=audio 4000 RTP/AVP 0 101\n`;

suite('the first line of a message', () => {
  test('methods and the version stand at its start', () => {
    const methods =
      'ACK BYE CANCEL INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE'.split(' ');
    assert.deepEqual(offered('|'), [...methods, 'SIP/2.0']);
    assert.deepEqual(offered('INV|'), [...methods, 'SIP/2.0']);
  });

  test('a method is followed by a blank, unless something follows already', () => {
    assert.equal(choosing('INV|', 'INVITE'), 'INVITE ');
    assert.equal(choosing('OPT| sip:bob@example.com SIP/2.0', 'OPTIONS'), 'OPTIONS sip:bob@example.com SIP/2.0');
  });

  test('the scheme, the parameters and the version follow a method', () => {
    assert.deepEqual(offered('INVITE |'), ['sip:', 'sips:', 'tel:']);
    assert.deepEqual(offered('INVITE sip:bob|'), []);
    assert.deepEqual(offered('INVITE sip:bob@example.com;|').slice(0, 3), ['transport', 'lr', 'user']);
    assert.deepEqual(offered('INVITE sip:bob@example.com |'), ['SIP/2.0']);
    assert.equal(choosing('INVITE sip:bob@example.com S|', 'SIP/2.0'), 'INVITE sip:bob@example.com SIP/2.0');
  });

  test('a sentence is no request', () => {
    assert.deepEqual(offered('Hello wor|'), []);
    assert.deepEqual(offered('Notes on: this |'), []);
  });

  test('codes come with their phrases and replace what is there', () => {
    assert.equal(choosing('SIP/2.0 |', '486 Busy Here'), 'SIP/2.0 486 Busy Here');
    assert.equal(choosing('SIP/2.0 4|', '486 Busy Here'), 'SIP/2.0 486 Busy Here');
    assert.equal(choosing('SIP/2.0 2|00 OK\nVia: x\n', '486 Busy Here'), 'SIP/2.0 486 Busy Here\nVia: x\n');
    assert.equal(choosing('SIP/2.0 |200 All is well\r\n', '603 Decline'), 'SIP/2.0 603 Decline\r\n');
    assert.equal(choosing('SIP/2.0 busy|', '486 Busy Here'), 'SIP/2.0 486 Busy Here');
  });

  test('every registered code is there, and those that are no longer used stand last and are struck out', () => {
    const items = itemsAt('SIP/2.0 |');
    const discouraged = items
      .filter((item) => item.tags?.includes(CompletionItemTag.Deprecated))
      .map(({ label }) => label);
    assert.deepEqual(discouraged, ['202 Accepted', '409 Conflict', '411 Length Required']);
    assert.deepEqual(
      items.slice(-3).map(({ label }) => label),
      discouraged,
    );
    assert.ok(!items.some(({ label }) => label.startsWith('702')), 'internal codes never go over the wire');
  });

  test('codes that do not answer the request stand behind those that do', () => {
    const labels = offered('SIP/2.0 |\nCSeq: 1 REGISTER\n');
    assert.ok(labels.indexOf('180 Ringing') > labels.indexOf('606 Not Acceptable'));
    assert.ok(labels.indexOf('423 Interval Too Brief') < labels.indexOf('606 Not Acceptable'));
  });

  test('a phrase follows a code', () => {
    assert.deepEqual(offered('SIP/2.0 486 |'), ['Busy Here']);
    assert.equal(choosing('SIP/2.0 486 B|usy Everywhere\n', 'Busy Here'), 'SIP/2.0 486 Busy Here\n');
    assert.deepEqual(offered('SIP/2.0 499 |'), []);
  });
});

suite('names of header fields', () => {
  test('those that are missing stand first', () => {
    assert.deepEqual(offered(`${invite}|`).slice(0, 7), [
      'Via',
      'Max-Forwards',
      'From',
      'To',
      'Call-ID',
      'CSeq',
      'Contact',
    ]);
    assert.deepEqual(offered(`${invite}Via: SIP/2.0/UDP 192.0.2.1\nTo: <sip:bob@example.com>\n|\n`).slice(0, 4), [
      'Max-Forwards',
      'From',
      'Call-ID',
      'CSeq',
    ]);
    assert.equal(offered('SUBSCRIBE sip:bob@example.com|\nVia: x\nMax-Forwards: 70\n').length, 0);
    assert.ok(offered('SUBSCRIBE sip:bob@example.com SIP/2.0\n|').indexOf('Event') < 8);
  });

  test('a name comes with its colon, unless there is one', () => {
    assert.equal(choosing(`${invite}Max|`, 'Max-Forwards'), `${invite}Max-Forwards: `);
    assert.equal(choosing(`${invite}Max|: 70\n`, 'Max-Forwards'), `${invite}Max-Forwards: 70\n`);
    assert.equal(choosing(`${invite}|\nCSeq: 1 INVITE\n`, 'Via'), `${invite}Via: \nCSeq: 1 INVITE\n`);
  });

  test('what may stand once and is there is not offered, also below an empty line that is being filled', () => {
    for (const text of [`${invite}Max-Forwards: 70\n|`, `${invite}|\nMax-Forwards: 70\nCall-ID: 1\nCSeq: 1 INVITE\n`]) {
      assert.ok(!offered(text).includes('Max-Forwards'), text);
    }
    assert.ok(offered(`${invite}Via: SIP/2.0/UDP 192.0.2.1\n|`).includes('Via'));
    assert.ok(offered(`${invite}v: SIP/2.0/UDP 192.0.2.1\nl: 0\n|`).every((label) => label !== 'Content-Length'));
  });

  test('a compact form finds its field', () => {
    const contact = itemAt(`${invite}m|`, 'Contact');
    assert.equal(contact.filterText, 'm Contact');
    assert.equal(contact.textEdit?.newText, 'Contact: ');
    assert.equal(itemAt(`${invite}Con|`, 'Contact').filterText, 'Contact m');
    assert.ok(!offered(`${invite}m|`).includes('m'));
  });

  test('fields of other messages stand behind those of this one', () => {
    const inRegister = offered(`${register}|`);
    assert.ok(inRegister.indexOf('Record-Route') > inRegister.indexOf('Path'));
    assert.ok(inRegister.indexOf('WWW-Authenticate') > inRegister.indexOf('Path'));
    const inBusy = offered(`${busy}CSeq: 1 INVITE\n|`);
    assert.ok(inBusy.indexOf('Max-Forwards') > inBusy.indexOf('Retry-After'));
  });

  test('what is not registered stands behind, and what is deprecated last', () => {
    const items = itemsAt(`${invite}|`);
    const labels = items.map(({ label }) => label);
    assert.ok(labels.indexOf('Diversion') > labels.indexOf('WWW-Authenticate'));
    assert.ok(items.slice(-4).every((item) => item.tags?.includes(CompletionItemTag.Deprecated)));
  });
});

suite('values of header fields', () => {
  const labelsOf = (line: string, start = invite) => offered(`${start}${line}`);

  test('methods', () => {
    assert.deepEqual(labelsOf('CSeq: |'), ['1 INVITE']);
    assert.deepEqual(labelsOf('CSeq: 1 |').slice(0, 3), ['INVITE', 'ACK', 'BYE']);
    assert.deepEqual(labelsOf('CSeq: 1 INV|\n').slice(0, 2), ['INVITE', 'ACK']);
    assert.deepEqual(labelsOf('Allow: INVITE, ACK, |').slice(0, 3), ['BYE', 'CANCEL', 'INFO']);
    assert.ok(!labelsOf('Allow: |, INVITE').includes('INVITE'));
    assert.equal(labelsOf('RAck: 1 1 |', 'PRACK sip:bob@example.com SIP/2.0\n')[0], 'INVITE');
    assert.deepEqual(labelsOf('RAck: 1 |'), []);
  });

  test('option tags and event packages', () => {
    for (const name of ['Supported', 'Require', 'Proxy-Require', 'Unsupported', 'k']) {
      assert.ok(labelsOf(`${name}: |`).includes('100rel'), name);
      assert.ok(!labelsOf(`${name}: 100rel, |`).includes('100rel'), name);
    }
    for (const name of ['Event', 'Allow-Events', 'o', 'u'])
      assert.ok(labelsOf(`${name}: |`).includes('presence'), name);
    assert.ok(labelsOf('Event: dialog;|').includes('include-session-description'));
  });

  test('types of bodies, dispositions, priorities, privacy', () => {
    assert.equal(labelsOf('Content-Type: |')[0], 'application/sdp');
    assert.ok(labelsOf('Accept: application/sdp, |').includes('application/pidf+xml'));
    assert.equal(choosing(`${invite}Accept: application/|`, 'application/sdp'), `${invite}Accept: application/sdp`);
    assert.ok(labelsOf('Content-Disposition: |').includes('session'));
    assert.deepEqual(labelsOf('Content-Disposition: session;handling=|'), ['optional', 'required']);
    assert.ok(labelsOf('Priority: |').includes('emergency'));
    assert.ok(labelsOf('Privacy: id;|').includes('header'));
    assert.ok(!labelsOf('Privacy: id;|').includes('id'));
  });

  test('a reason takes its protocol, then its cause with the text that belongs to it', () => {
    assert.deepEqual(labelsOf('Reason: |').slice(0, 2), ['SIP', 'Q.850']);
    assert.equal(choosing(`${invite}Reason: |`, 'Q.850'), `${invite}Reason: Q.850;cause=`);
    assert.deepEqual(labelsOf('Reason: SIP;|').slice(0, 2), ['cause', 'text']);
    assert.equal(
      choosing(`${invite}Reason: Q.850;cause=|`, '17 User busy'),
      `${invite}Reason: Q.850;cause=17;text="User busy"`,
    );
    assert.equal(
      choosing(`${invite}Reason: Q.850;cause=16, SIP;cause=4|`, '486 Busy Here'),
      `${invite}Reason: Q.850;cause=16, SIP;cause=486;text="Busy Here"`,
    );
    assert.equal(
      choosing(`${invite}Reason: Q.850;cause=1|6;text="bye"`, '17 User busy'),
      `${invite}Reason: Q.850;cause=17;text="bye"`,
    );
  });

  test('a warning takes its code, the host that says it, and its text', () => {
    const head = `${busy}To: <sip:bob@example.net>;tag=1\n`;
    assert.equal(
      choosing(`${head}Warning: 3|`, '399 Miscellaneous warning'),
      `${head}Warning: 399 example.net "Miscellaneous warning"`,
    );
    assert.deepEqual(labelsOf('Warning: 399 |'), []);
  });

  test('the state of a subscription, its reason, and who refreshes a session', () => {
    assert.deepEqual(labelsOf('Subscription-State: |'), ['active', 'pending', 'terminated']);
    assert.ok(labelsOf('Subscription-State: terminated;reason=|').includes('noresource'));
    assert.deepEqual(labelsOf('Session-Expires: 1800;|'), ['refresher']);
    assert.deepEqual(labelsOf('x: 1800;refresher=|'), ['uac', 'uas']);
  });

  test('transports', () => {
    assert.equal(choosing(`${invite}Via: SIP/2.0/|`, 'SIP/2.0/TLS'), `${invite}Via: SIP/2.0/TLS `);
    assert.equal(
      choosing(`${invite}Via: SIP/2.0/U|DP 192.0.2.1;branch=z9hG4bK1`, 'SIP/2.0/TCP'),
      `${invite}Via: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1`,
    );
    assert.ok(labelsOf('Contact: <sip:alice@192.0.2.1;transport=|>').includes('ws'));
    assert.equal(
      choosing(`${invite}Contact: <sip:alice@192.0.2.1;transport=u|dp;ob>`, 'tls'),
      `${invite}Contact: <sip:alice@192.0.2.1;transport=tls;ob>`,
    );
  });

  test('parameters of a URI stand inside the angle brackets, those of the header field behind them', () => {
    assert.deepEqual(labelsOf('To: <|>'), ['sip:', 'sips:', 'tel:']);
    assert.ok(labelsOf('Route: <sip:192.0.2.1;|>').includes('lr'));
    assert.ok(!labelsOf('Route: <sip:192.0.2.1;lr;|>').includes('lr'));
    assert.deepEqual(labelsOf('To: <sip:bob@example.com>;|'), ['tag']);
    assert.deepEqual(labelsOf('To: <sip:bob@example.com>;tag=1;|'), []);
    assert.ok(labelsOf('Contact: <sip:bob@example.com>;|').includes('+sip.instance'));
    assert.deepEqual(labelsOf('Via: SIP/2.0/UDP 192.0.2.1;|').slice(0, 3), ['branch', 'received', 'rport']);
    assert.match(choosing(`${invite}Via: SIP/2.0/UDP 192.0.2.1;br|`, 'branch'), /;branch=z9hG4bK[0-9a-f]{10}$/);
    assert.deepEqual(labelsOf('Contact: "a;|'), []);
  });

  test('challenges and credentials', () => {
    assert.deepEqual(labelsOf('Authorization: |'), ['Digest']);
    assert.deepEqual(labelsOf('Authorization: Digest username="a", |').slice(0, 3), ['realm', 'nonce', 'uri']);
    assert.deepEqual(labelsOf('WWW-Authenticate: Digest |').slice(0, 4), ['realm', 'nonce', 'algorithm', 'qop']);
    assert.ok(labelsOf('WWW-Authenticate: Digest algorithm=|').includes('SHA-256'));
    assert.deepEqual(labelsOf('WWW-Authenticate: Digest qop="|"'), ['auth', 'auth-int']);
    assert.equal(
      choosing(`${busy}WWW-Authenticate: Digest qop="auth,|"`, 'auth-int'),
      `${busy}WWW-Authenticate: Digest qop="auth,auth-int"`,
    );
    assert.deepEqual(labelsOf('WWW-Authenticate: Digest nonce="|"'), []);
    assert.deepEqual(labelsOf('Authorization: Bearer |'), []);
  });

  test('the length is the one of the body that is there', () => {
    assert.deepEqual(offered(`${invite}Content-Length: |\n\nv=0\ns=-\n`), ['10']);
    assert.deepEqual(offered(`${invite}Content-Length: |\n\n`), ['0']);
    assert.deepEqual(offered(`${invite}Content-Length: |\n\nçay\n`), ['6']);
  });

  test('a value right behind the colon gets its blank', () => {
    assert.equal(choosing(`${invite}Event:|`, 'presence'), `${invite}Event: presence`);
    assert.equal(choosing(`${invite}Event:|\nTo: x\n`, 'presence'), `${invite}Event: presence\nTo: x\n`);
    assert.equal(choosing(`${invite}Event: pre|`, 'presence'), `${invite}Event: presence`);
  });

  test('a folded value goes on', () => {
    assert.ok(labelsOf('Supported: 100rel,\n |').includes('timer'));
    assert.ok(!labelsOf('Supported: 100rel,\n |timer').includes('100rel'));
  });
});

suite('session descriptions', () => {
  test('lines stand in their order', () => {
    assert.deepEqual(offered(`${session}|`).slice(0, 6), ['v=0', 'o=', 's=-', 'c=IN IP4', 't=0 0', 'a=']);
    assert.equal(offered(`${session}v=0\n|`)[0], 'o=');
    assert.equal(offered(`${session}v=0\no=- 1 1 IN IP4 192.0.2.1\n|`)[0], 's=-');
    assert.equal(offered(`${session}v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\n|`)[0], 't=0 0');
    assert.deepEqual(offered(`${audio}|`).slice(0, 3), ['c=IN IP4', 'a=', 'm=audio']);
    assert.ok(!offered(`${audio}|`).includes('v=0'));
  });

  test('a line is replaced as a whole', () => {
    assert.equal(choosing(`${session}v|`, 'v=0'), `${session}v=0`);
    assert.match(choosing(`${session}v=0\n|`, 'o='), /\no=- (\d+) \1 IN IP4 192\.0\.2\.10$/);
  });

  test('attributes: first the codecs that the media line still needs', () => {
    assert.deepEqual(offered(`${audio}a=|`).slice(0, 4), [
      'rtpmap:0 PCMU/8000',
      'rtpmap:101 telephone-event/8000',
      'rtpmap',
      'fmtp',
    ]);
    assert.deepEqual(offered(`${audio}a=rtpmap:0 PCMU/8000\na=|`)[0], 'rtpmap:101 telephone-event/8000');
    assert.equal(choosing(`${audio}a=rtp|`, 'rtpmap:0 PCMU/8000'), `${audio}a=rtpmap:0 PCMU/8000`);
    assert.ok(offered(`${audio}a=|`).includes('sendrecv'));
    assert.ok(!offered(`${audio}a=sendonly\na=|`).includes('sendrecv'));
  });

  test('values of attributes', () => {
    assert.deepEqual(offered(`${audio}a=rtpmap:|`).slice(0, 3), [
      '0 PCMU/8000',
      '101 telephone-event/8000',
      '101 opus/48000/2',
    ]);
    assert.equal(
      choosing(`${audio}a=rtpmap:101 |`, 'telephone-event/8000'),
      `${audio}a=rtpmap:101 telephone-event/8000`,
    );
    assert.ok(offered(`${audio}a=rtpmap:101 telephone-event/8000\na=fmtp:|`).includes('101 0-16'));
    assert.deepEqual(offered(`${audio}a=setup:|`), ['actpass', 'active', 'passive', 'holdconn']);
    assert.ok(offered(`${session}v=0\na=group:|`).includes('BUNDLE'));
  });

  test('media lines: medium, protocol, payload types that are not there', () => {
    assert.deepEqual(offered(`${session}m=|`).slice(0, 2), ['audio', 'video']);
    assert.deepEqual(offered(`${session}m=audio |`), []);
    assert.ok(offered(`${session}m=audio 4000 |`).includes('RTP/AVP'));
    assert.deepEqual(offered(`${session}m=audio 4000 RTP/AVP 0 |`).slice(0, 2), ['3 GSM/8000', '8 PCMA/8000']);
    assert.equal(choosing(`${session}m=audio 4000 RTP/AVP 0 |`, '8 PCMA/8000'), `${session}m=audio 4000 RTP/AVP 0 8`);
    assert.equal(offered(`${session}m=audio 4000 RTP/AVP |\na=rtpmap:96 opus/48000/2\n`)[0], '96 opus/48000/2');
    assert.deepEqual(offered(`${session}m=image 4000 udptl |`), ['t38']);
    assert.ok(offered(`${session}b=|`).includes('AS'));
  });

  test('bodies in bodies', () => {
    const notify = `NOTIFY sip:bob@example.com SIP/2.0\nContent-Type: `;
    assert.equal(
      choosing(`${notify}message/sipfrag\n\nSIP/2.0 |`, '200 OK'),
      `${notify}message/sipfrag\n\nSIP/2.0 200 OK`,
    );
    const part = `${notify}multipart/mixed;boundary=x\n\n--x\n`;
    assert.equal(offered(`${part}|\n\n--x--\n`)[0], 'Content-Type');
    assert.ok(offered(`${part}Content-Type: |\n\n--x--\n`).includes('application/sdp'));
    assert.equal(offered(`${part}Content-Type: application/sdp\n\n|\n--x--\n`)[0], 'v=0');
  });
});

suite('whole messages', () => {
  const bodies = new Map(templates.map((template) => [template.id, plainText(filledTemplate(template, 1))]));
  const judged = (text: string) =>
    judgeMessage(parseMessage(text), { complete: true, trustedBodyEnd: true }).map(
      ({ rule, args }) => `${rule} ${args}`,
    );

  for (const { id } of templates.filter(({ of }) => of === 'message')) {
    test(`${id} is valid SIP as it is inserted`, () => {
      const text = bodies.get(id)!;
      assert.doesNotMatch(text, /[{}$]/);
      assert.deepEqual(judged(text), []);
      assert.deepEqual(judged(text.replaceAll('\n', '\r\n')), []);
    });
  }

  test('a placeholder has its default where it stands first, so that every editor fills the others', () => {
    for (const { id, lines } of templates) {
      const seen = new Set<string>();
      for (const [, defined, mirrored = ''] of lines.join('\n').matchAll(/\$(?:\{(\d+)[:|]|(\d+))/g)) {
        assert.ok(defined !== undefined || seen.has(mirrored), `${id}: $${mirrored}`);
        if (defined !== undefined) seen.add(defined);
      }
    }
  });

  for (const { id } of templates.filter(({ of }) => of === 'sdp')) {
    test(`${id} is a valid session description`, () => {
      const head = bodies.get('invite-sdp')!.split('\n\n')[0]!;
      const body = bodies.get(id)!.replaceAll('\n', '\r\n');
      assert.deepEqual(
        judged(`${head.replace(/Content-Length: \d+/, `Content-Length: ${body.length}`)}\n\n${body}`),
        [],
      );
    });
  }

  test('they are offered on an empty line of a message file, and only where one begins', () => {
    for (const text of [
      '|',
      'REG|',
      `${register}Content-Length: 0\n\n|`,
      `${register}Content-Length: 0\n\n\nINV|\n\n${invite}Via: x\nCall-ID: 1\n`,
    ]) {
      assert.ok(offeredTemplates(text).includes('INVITE … SDP'), text);
    }
    for (const text of [`${register}|`, 'INVITE |', `INV|\nVia: SIP/2.0/UDP 192.0.2.1\n`, `${session}v=0\n|`]) {
      assert.deepEqual(offeredTemplates(text), [], text);
    }
    assert.ok(offeredTemplates(`${session}|`).every((label) => label.startsWith('v=0 …')));
  });

  test('they are found by their method or code', () => {
    for (const { label, filterText } of itemsAt('|').filter((item) => item.label.includes('…'))) {
      assert.ok(label.startsWith(filterText!.split(' ')[0]!), label);
    }
  });

  test('placeholders are for clients that know them', () => {
    const snippet = itemAt('|', 'OPTIONS …', { snippets: true });
    assert.equal(snippet.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(snippet.textEdit!.newText, /^OPTIONS sip:\$\{1:bob@example\.com\} SIP\/2\.0\n/);
    const text = itemAt('|', 'OPTIONS …');
    assert.equal(text.insertTextFormat, InsertTextFormat.PlainText);
    assert.match(text.textEdit!.newText, /^OPTIONS sip:bob@example\.com SIP\/2\.0\n[^$]*\n\n$/);
  });

  test('two of them are two calls', () => {
    const callIdOf = (text: string) => /Call-ID: (.*)/.exec(text)?.[1];
    const first = choosing('|', 'OPTIONS …');
    assert.notEqual(callIdOf(choosing(`${first}|`, 'OPTIONS …').slice(first.length)), callIdOf(first));
  });

  test('a response answers the request before it, when it can', () => {
    const request = choosing('|', 'INVITE …');
    const response = choosing(`${request}|`, 'SIP/2.0 180 Ringing …').slice(request.length);
    const lineOf = (text: string, name: string) => text.split('\n').find((line) => line.startsWith(`${name}:`));
    for (const name of ['Via', 'From', 'Call-ID', 'CSeq']) assert.equal(lineOf(response, name), lineOf(request, name));
    assert.match(lineOf(response, 'To') ?? '', /^To: <sip:bob@example\.com>;tag=[0-9a-f]+$/);
    assert.deepEqual(judged(response), []);
    const other = choosing(`${request}|`, 'SIP/2.0 200 OK … REGISTER').slice(request.length);
    assert.notEqual(lineOf(other, 'Call-ID'), lineOf(request, 'Call-ID'));
  });

  test('a response without a tag in its template leaves the one of its request', () => {
    const trying = templates.find(({ id }) => id === 'trying') as Template;
    const request = parseMessage(`${invite}Via: SIP/2.0/UDP 192.0.2.1\nTo: <sip:bob@example.com>\nCSeq: 1 INVITE\n\n`);
    assert.match(filledTemplate(trying, 1, request), /\nTo: <sip:bob@example\.com>\n/);
  });
});

suite('a message that is not finished', () => {
  test('behind a message that is over another begins, before its header fields are there', () => {
    const over = `${register}Call-ID: 1\nCSeq: 1 REGISTER\nContent-Length: 0\n\n`;
    assert.ok(offered(`${over}INV|`).includes('INVITE'));
    assert.equal(offered(`${over}${invite}V|`)[0], 'Via');
    assert.ok(offered(`${over}${invite}CSeq: 1 |`).includes('INVITE'));
    assert.deepEqual(offered(`${over}SIP/2.0 486 |`), ['Busy Here']);
  });

  test('a session description is over behind an empty line, a text behind its length', () => {
    assert.ok(offered(`${audio}\nBY|`).includes('BYE'));
    const text = 'MESSAGE sip:bob@example.com SIP/2.0\nContent-Type: text/plain\nContent-Length: 7\n\nHello\n\n';
    assert.ok(offered(`${text}BY|`).includes('BYE'));
    assert.deepEqual(offered(`${text.replace('7', '70')}BY|`), []);
  });

  test('a start line without its version says which header fields are missing', () => {
    assert.ok(offered('SUBSCRIBE sip:bob@example.com\n|').slice(0, 8).includes('Event'));
  });

  test('a line without a colon is a name that is being written', () => {
    assert.equal(
      choosing(`${invite}Via: SIP/2.0/UDP 192.0.2.1\nCall|\nCSeq: 1 INVITE\n`, 'Call-ID').split('\n')[2],
      'Call-ID: ',
    );
  });
});

suite('logs', () => {
  const log = fixture('calls.log');
  const at = (before: string, after: string) => {
    const offset = log.indexOf(before + after) + before.length;
    return `${log.slice(0, offset)}|${log.slice(offset)}`;
  };
  const offeredIn = (marked: string) => offered(marked, 'calls.log');

  test('nothing is offered outside messages', () => {
    const first = log.indexOf('REGISTER sip:');
    const behind = log.indexOf('Nov 22 18:48:07.001');
    const { document, analysis } = documentOf(log, 'calls.log');
    for (let offset = 0; offset <= log.length; offset++) {
      if (offset >= first && offset < behind) continue;
      assert.deepEqual(complete(analysis, offset, plain, document), [], log.slice(0, offset));
    }
  });

  test('ordinary words offer nothing', () => {
    for (const text of ['|', 'INFO|', 'GET / HT|', 'call from 200 |', 'status: |', 'Reason: |', 'SIP |']) {
      assert.deepEqual(offeredIn(text), [], text);
    }
  });

  test('inside a message the same is offered as in a message file, but no whole messages', () => {
    assert.equal(offeredIn(at('pbx1 CSeq: 1 ', 'REGISTER'))[0], 'REGISTER');
    assert.ok(offeredIn(at(';', 'branch=')).includes('rport'));
    assert.ok(offeredIn(at('pbx1 Content-L', 'ength')).includes('Content-Length'));
    const atStart = itemsAt(at('pbx1 ', 'REGISTER sip'), 'calls.log');
    assert.ok(atStart.length > 0 && atStart.every((item) => !item.label.includes('…')));
    assert.deepEqual(offeredIn(at('Nov 22 18:48:06.884 ', 'pbx1 CSeq')), []);
  });
});

suite('the syntax of snippets', () => {
  test('text that looks like a placeholder stands for itself', () => {
    for (const text of [`\${1:x}`, '$1', 'a}b', '\\', `\\\${2|a,b|}`, `\${1:\${1:`]) {
      assert.equal(plainText(`Call-ID: \${1:${literal(text)}} \${2:b} $2`), `Call-ID: ${text} b b`);
      assert.equal(plainText(`Call-ID: ${literal(text)} \${2:b}`), `Call-ID: ${text} b`);
    }
  });
});

suite('slots of configuration files', () => {
  const inSlot = (
    marked: string,
    slot: Omit<CompletionSlot, 'span'> & { span?: CompletionSlot['span'] },
    dialect: Dialect = 'routing',
  ) => {
    const { text, offset } = withCaret(marked);
    const { document, analysis } = documentOf(text, 'proxy.cfg', 'plaintext');
    const reading = {
      mentions: [],
      frames: [],
      findings: [],
      wildcards: [],
      slotAt: () => ({ span: span(offset, offset), ...slot }),
    };
    const config = readBlocks(
      wholeFile(() => reading),
      text,
    );
    const items = complete({ ...analysis, dialect, config }, offset, plain, document);
    return { items, labels: items.map(({ label }) => label), document };
  };
  const chosen = ({ items, document }: ReturnType<typeof inSlot>, label: string) => {
    const item = items.find((one) => one.label === label)!;
    const copy = TextDocument.create(document.uri, 'plaintext', 1, document.text.whole);
    return TextDocument.applyEdits(copy, editsOf(item));
  };

  test('nothing is offered for a value that a lone carriage return breaks, for no client edits two lines at once', () => {
    const values = (marked: string) => inSlot(marked, { of: 'method', span: span(0, marked.length - 1) }).labels;
    assert.ok(values('INV|ITE').includes('INVITE'));
    assert.deepEqual(values('INV|\rITE'), []);
  });

  test('a code fills the phrase beside it', () => {
    const text = 't_reply("|", "");';
    const phrase = span(text.indexOf('""'), text.indexOf('""'));
    assert.equal(chosen(inSlot(text, { of: 'statusCode', phrase }), '486 Busy Here'), 't_reply("486", "Busy Here");');
  });

  test('a code writes the phrase that is not there yet', () => {
    const text = 't_reply("|");';
    const end = text.indexOf(')') - 1;
    const slot = { of: 'statusCode', phrase: span(end, end), phraseFrame: [', "', '"'] } as const;
    assert.equal(chosen(inSlot(text, slot), '404 Not Found'), 't_reply("404", "Not Found");');
  });

  test('a code alone is a code alone', () => {
    assert.equal(chosen(inSlot('t_check_status("|")', { of: 'statusCode' }), '486 Busy Here'), 't_check_status("486")');
  });

  test('phrases are those of the code, or of every code', () => {
    assert.deepEqual(inSlot('t_reply("486", "|")', { of: 'reasonPhrase', code: 486 }).labels, ['Busy Here']);
    assert.ok(inSlot('"|"', { of: 'reasonPhrase' }).labels.includes('Not Found'));
  });

  test('methods, header fields, tags, packages and causes', () => {
    assert.equal(chosen(inSlot('is_method("|")', { of: 'method' }), 'ACK'), 'is_method("ACK")');
    assert.equal(chosen(inSlot('remove_hf("|")', { of: 'headerField' }), 'Route'), 'remove_hf("Route")');
    assert.ok(inSlot('|', { of: 'optionTag' }).labels.includes('100rel'));
    assert.ok(inSlot('|', { of: 'eventPackage' }).labels.includes('presence'));
    assert.equal(chosen(inSlot('Hangup(|)', { of: 'q850Cause' }, 'asterisk'), '17 User busy'), 'Hangup(17)');
    assert.ok(inSlot('|', { of: 'causeName' }, 'freeswitch').labels.includes('USER_BUSY'));
  });

  test('words of a dialect, or those of this file', () => {
    assert.ok(inSlot('[|]', { of: 'dialectTerm', group: 'keyword' }, 'sipp').labels.includes('call_id'));
    assert.ok(inSlot('|', { of: 'dialectTerm', group: 'application' }, 'asterisk').labels.includes('Hangup'));
    assert.ok(inSlot('|', { of: 'dialectTerm', group: 'application' }, 'freeswitch').labels.includes('pre_answer'));
    assert.deepEqual(inSlot('next="|"', { of: 'dialectTerm', group: 'label', names: ['1', '2'] }, 'sipp').labels, [
      '1',
      '2',
    ]);
    assert.deepEqual(inSlot('|', { of: 'dialectTerm', group: 'no such group' }).labels, []);
  });
});

suite('documentation', () => {
  const documented = (item: CompletionItem, language: 'en' | 'tr') =>
    (resolveCompletion(item, language).documentation as MarkupContent | undefined)?.value;

  test('an item says what hover says, in both languages, once it is looked at', () => {
    const item = itemAt('SIP/2.0 |', '486 Busy Here');
    assert.equal(item.documentation, undefined);
    for (const language of ['en', 'tr'] as const) {
      assert.equal(documented(item, language), explain(language, { kind: 'statusCode', code: 486 }));
    }
  });

  test('every item of every kind has some', () => {
    const places = [
      '|',
      'SIP/2.0 |',
      `${invite}|`,
      `${invite}Supported: |`,
      `${invite}Event: |`,
      `${invite}Warning: |`,
      `${invite}Reason: |`,
    ];
    const deeper = [
      `${invite}Reason: Q.850;cause=|`,
      `${invite}Contact: <sip:x@y>;|`,
      `${invite}To: <sip:x@y;|>`,
      `${audio}a=|`,
      `${session}m=|`,
      `${session}m=a 1 |`,
    ];
    for (const place of [...places, ...deeper]) {
      for (const item of itemsAt(place).filter(({ label }) => label !== 'SIP/2.0')) {
        assert.ok(documented(item, 'tr'), `${item.label} at ${place}`);
      }
    }
  });

  test('a client that never asks gets it at once', () => {
    const item = itemAt('SIP/2.0 |', '486 Busy Here', { snippets: false, documentIn: 'tr' });
    assert.equal((item.documentation as MarkupContent).value, explain('tr', { kind: 'statusCode', code: 486 }));
  });

  test('a whole message shows itself, and what it is for', () => {
    const value = documented(itemAt('|', 'BYE …', { snippets: true }), 'tr') ?? '';
    assert.match(value, /^Çağrıyı bitirir/);
    assert.match(value, /```sip\nBYE sip:bob@example\.com SIP\/2\.0\n[^$]*\n```$/);
  });

  test('an item of somebody else stays as it is', () => {
    const item = { label: 'INVITE' };
    assert.equal(resolveCompletion(item, 'en'), item);
  });

  test('behind a name that has values the client may open the list again', () => {
    const client = { snippets: true, suggestAgain: 'editor.action.triggerSuggest' };
    assert.equal(itemAt(`${invite}|`, 'Event', client).command?.command, 'editor.action.triggerSuggest');
    assert.equal(itemAt(`${invite}|`, 'Subject', client).command, undefined);
    assert.equal(itemAt(`${invite}|`, 'Event').command, undefined);
  });
});

suite('every offset', () => {
  for (const name of ['call.sip', 'calls.log']) {
    test(`${name}: every edit is on the line of the caret and holds it`, () => {
      const text = fixture(name);
      for (const variant of [text, text.replaceAll('\n', '\r\n')]) {
        const { document, analysis } = documentOf(variant, name);
        for (let offset = 0; offset <= variant.length; offset++) {
          const caret = document.positionAt(offset);
          for (const { label, textEdit } of complete(analysis, offset, plain, document).slice(0, 40)) {
            const { start, end } = (textEdit as TextEdit).range;
            const isOnLine = start.line === caret.line && end.line === caret.line;
            const holds = isOnLine && start.character <= caret.character && caret.character <= end.character;
            assert.ok(holds, `${label} at ${JSON.stringify(variant.slice(Math.max(0, offset - 40), offset))}`);
          }
        }
      }
    });
  }

  test('names that every object has mean nothing', () => {
    const lines = [
      'constructor: |',
      '__proto__: |',
      'toString: a;|',
      'Via: SIP/2.0/UDP a;constructor=|',
      'To: <sip:a@b;toString=|>',
    ];
    for (const line of lines) assert.deepEqual(offered(`${invite}${line}`), [], line);
    const sdp = [
      'a=constructor:|',
      'm=constructor 1 RTP/AVP |',
      'm=valueOf 1 RTP/AVP 96\na=rtpmap:|',
      'm=audio 1 RTP/AVP 96\na=rtpmap:96 constructor/8000\na=fmtp:|',
    ];
    for (const line of sdp) assert.ok(offered(`${session}${line}`).length <= 1, line);
  });

  test('any beginning of a message file is completed without a fault', () => {
    const text = fixture('call.sip');
    for (let length = 0; length <= text.length; length += 7) {
      const { document, analysis } = documentOf(text.slice(0, length), 'call.sip');
      assert.ok(Array.isArray(complete(analysis, length, plain, document)));
    }
  });
});
