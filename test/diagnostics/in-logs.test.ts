import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../server/src/analysis.ts';
import { problemsOf } from '../../server/src/features/problems.ts';
import { good } from './judging.ts';

/** What is told of messages by the name of the file they stand in, and between a log's own lines. */

const found = (name: string, text: string): string[] =>
  [...problemsOf(analyse(text, { name }), {})].map(({ rule, span }) => `${rule} "${text.slice(span.start, span.end)}"`);

const inLog = (message: string): string =>
  `2026-02-03 09:15:42.001 trace: received from 192.0.2.10:5060\n${message}\n2026-02-03 09:15:42.002 trace: done\n`;

suite('A header field that cannot be read', () => {
  const slips: readonly (readonly [from: string, to: string, problem: string])[] = [
    ['CSeq: 231 BYE', 'CSeq 231 BYE', 'sip.header-without-colon "CSeq 231 BYE"'],
    ['Max-Forwards: 70', 'Max-Forwards=70', 'sip.header-without-colon "Max-Forwards=70"'],
    ['Call-ID: ', 'Call -ID: ', 'sip.invalid-header-name "Call -ID"'],
    ['Call-ID: ', 'Cal(l-ID: ', 'sip.invalid-header-name "Cal(l-ID"'],
    ['Call-ID: ', ': Call-ID ', 'sip.header-without-colon ": Call-ID a84b4c76e66710@192.0.2.10"'],
    ['Content-Length: 0', 'Content Length: 0', 'sip.invalid-header-name "Content Length"'],
  ];
  for (const [from, to, problem] of slips) {
    test(`${JSON.stringify(to)} is of the message in a log as well`, () => {
      const text = good('bye').replace(from, to);
      assert.notEqual(text, good('bye'));
      assert.deepEqual(found('a.sip', text), [problem]);
      assert.deepEqual(found('a.log', inLog(text)), [problem]);
    });
  }

  const others = [
    'Contact cache was cleared by the reaper',
    '[5060] worker: Event queue is empty',
    'From now on nothing is sent',
    'Session: closed',
  ];
  for (const line of others) {
    test(`is not seen in ${JSON.stringify(line)}`, () => {
      const text = good('bye').replace('CSeq: ', `${line}\nCSeq: `);
      assert.deepEqual(found('a.log', inLog(text)), []);
    });
  }
});

suite('A first line that is no start line', () => {
  const broken = ['BYE sip:alice@192.0.2.10', 'BYE SIP/2.0', 'SIP 2.0 200 OK'];
  for (const line of broken) {
    test(`${JSON.stringify(line)} is one before the head of a message`, () => {
      const text = good('bye').replace(/^.*/, line);
      for (const name of ['a.sip', 'a.txt', 'a.dat']) {
        assert.deepEqual(found(name, text), [`sip.malformed-start-line "${line}"`]);
      }
    });
  }

  test('is left alone before anything else, and in a log', () => {
    const head = good('bye').replace(/^.*\n/, '');
    assert.deepEqual(found('a.txt', `What SIP/2.0 sent us:\n\n${head}`), []);
    assert.deepEqual(found('a.txt', `Notes on SIP/2.0\nTo: the team\nFrom: Ayşe\n`), []);
    assert.deepEqual(found('a.log', `BYE sip:alice@192.0.2.10\n${head}`), []);
  });
});

suite('The head of a message file', () => {
  test('may begin with a blank by mistake', () => {
    const text = good('bye').replace('\nVia', '\n Via');
    assert.deepEqual(found('a.sip', text), ['sip.indented-header "Via"']);
  });

  test('may begin with an empty line by mistake', () => {
    const text = good('bye').replace('\nVia', '\n\nVia');
    assert.deepEqual(found('a.sip', text), ['sip.blank-line-in-head "\n"']);
  });

  test('may be indented or spread as a whole', () => {
    assert.deepEqual(found('a.sip', good('bye').replaceAll('\n', '\n  ')), []);
    assert.deepEqual(found('a.sip', good('bye').trimEnd().replaceAll('\n', '\n\n')), []);
  });
});

suite('A head that an empty line tears', () => {
  const torn = good('invite').replace('Contact: <', '\nContact: <');

  test('is one head in a log as well', () => {
    assert.deepEqual(found('a.sip', torn), ['sip.blank-line-in-head "\n"']);
    assert.deepEqual(found('a.log', inLog(torn)), ['sip.blank-line-in-head "\n"']);
  });

  test('is not seen where a log goes on with what it calls From and To', () => {
    const message = good('bye').replace('Content-Length: 0\n', '');
    assert.deepEqual(found('a.log', inLog(`${message}From: the queue\nTo: the worker\n`)), []);
  });

  test('and a body without its empty line is a body', () => {
    const glued = good('invite').replace('\n\nv=0', '\nv=0');
    assert.deepEqual(found('a.log', inLog(glued)), ['sip.missing-blank-line "v=0"']);
  });
});

suite('A multipart body in a log', () => {
  test('ends where it is closed, whatever its length says', () => {
    const text = good('sip-i-invite').replace('Content-Length: 375', 'Content-Length: none');
    assert.deepEqual(found('a.log', inLog(text)), ['sip.invalid-content-length "none"']);
  });
});

suite('A body that is a message', () => {
  const fragment = 'SIP/2.0 200 OK\nTo: <sip:carol@example.com>;tag=9\nCSeq: 1 INVITE\n';
  const head = good('notify-terminated').replace(/\n\n.*/s, '\n');

  for (const name of ['a.sip', 'a.log', 'a.txt']) {
    test(`belongs to its message whether or not its length is told (${name})`, () => {
      assert.match(head, /Content-Type: message\/sipfrag/);
      assert.deepEqual(found(name, `${head.replace(/Content-Length: .*\n/, '')}\n${fragment}`), []);
      assert.deepEqual(found(name, `${head.replace(/Length: .*/, `Length: ${fragment.length}`)}\n${fragment}`), []);
    });
  }

  test('belongs to it behind an empty line too much', () => {
    const torn = head.replace('Contact: ', '\nContact: ').replace(/Length: .*/, `Length: ${fragment.length}`);
    assert.deepEqual(found('a.sip', `${torn}\n${fragment}`), ['sip.blank-line-in-head "\n"']);
  });
});
