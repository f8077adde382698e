import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { InsertTextFormat } from 'vscode-languageserver-types';
import { literal, plainText } from '../../../server/src/features/completion/snippet-syntax.ts';
import { filledTemplate, type Template, templates } from '../../../server/src/features/completion/templates.ts';
import { judgeMessage } from '../../../server/src/features/diagnostics/judge.ts';
import { parseMessage } from '../../../server/src/sip/parse.ts';
import { choosing, invite, itemAt, itemsAt, offeredTemplates, register, session } from './offered.ts';

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

suite('the syntax of snippets', () => {
  test('text that looks like a placeholder stands for itself', () => {
    for (const text of [`\${1:x}`, '$1', 'a}b', '\\', `\\\${2|a,b|}`, `\${1:\${1:`]) {
      assert.equal(plainText(`Call-ID: \${1:${literal(text)}} \${2:b} $2`), `Call-ID: ${text} b b`);
      assert.equal(plainText(`Call-ID: ${literal(text)} \${2:b}`), `Call-ID: ${text} b`);
    }
  });
});
