import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type OpenDocument, openDocuments } from '../../server/src/document/open-document.ts';

const open = (text: string): OpenDocument => openDocuments.create('file:///trace.log', 'log', 1, text);

const withText = (document: OpenDocument, start: number, end: number, text: string): OpenDocument =>
  openDocuments.update(
    document,
    [{ range: { start: document.positionAt(start), end: document.positionAt(end) }, text }],
    document.version + 1,
  );

suite('changes', () => {
  test('a change whose range is null, as some clients write it, is the whole text', () => {
    const change = { range: null, text: 'b' } as unknown as { text: string };
    assert.equal(openDocuments.update(open('a'), [change], 2).text.whole, 'b');
  });
});

suite('positions', () => {
  const text = 'a\r\nbc\rd\n\nz';
  const document = open(text);

  const lines: readonly (readonly [line: number, start: number, length: number])[] = [
    [0, 0, 1],
    [1, 3, 2],
    [2, 6, 1],
    [3, 8, 0],
    [4, 9, 1],
  ];
  for (const [line, start, length] of lines) {
    test(`line ${line} begins at ${start} and is ${length} long`, () => {
      assert.equal(document.offsetAt({ line, character: 0 }), start);
      assert.equal(document.offsetAt({ line, character: 99 }), start + length);
      assert.deepEqual(document.positionAt(start), { line, character: 0 });
    });
  }

  test('between CR and LF stands no position', () => {
    assert.deepEqual(document.positionAt(2), { line: 0, character: 1 });
  });

  test('what is outside the text is its nearest end', () => {
    assert.equal(document.offsetAt({ line: 99, character: 0 }), text.length);
    assert.deepEqual(document.positionAt(99), { line: 4, character: 1 });
    assert.deepEqual(document.positionAt(-1), { line: 0, character: 0 });
  });
});

suite('edits', () => {
  test('a change without a range is the whole text', () => {
    const [before, after] = [open('old\n'), 'new\ntext'];
    const document = openDocuments.update(before, [{ text: after }], 2);
    assert.deepEqual([document.text.whole, document.version, document.lineCount], [after, 2, 2]);
    assert.equal(before.text.whole, 'old\n');
  });

  test('a range that was selected backwards is the same range', () => {
    const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 1 } };
    assert.equal(openDocuments.update(open('abcd'), [{ range, text: '-' }], 2).text.whole, 'a-d');
  });

  /** Long enough that edits leave it in several pieces. */
  const line = 'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1\r\n';
  const long = line.repeat(9000);
  const edits = fc.array(
    fc.record({
      where: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.oneof(fc.nat(4), fc.nat(70_000)),
      come: fc.oneof(
        fc.constantFrom('', 'x', '\r', '\n', '\r\n', 'a\nb\rc\r\n'),
        fc.nat(3).map((n) => line.repeat(n * 900)),
      ),
      again: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  test('any edits lead to the same text and the same positions as in the library’s document', () => {
    fc.assert(
      fc.property(fc.constantFrom('', 'ab', long, long.replaceAll('\r\n', '\n')), edits, (text, changes) => {
        let document = open(text);
        let theirs = TextDocument.create(document.uri, 'log', 1, text);
        let at = 0;
        for (const [i, { where, gone, come, again }] of changes.entries()) {
          at = again ? Math.min(at + 1, document.text.length) : Math.floor(where * document.text.length);
          const before = document;
          document = withText(document, at, at + gone, come);
          const range = { start: theirs.positionAt(at), end: theirs.positionAt(at + gone) };
          const expected = TextDocument.applyEdits(theirs, [{ range, newText: come }]);
          theirs = TextDocument.create(document.uri, 'log', i + 2, expected);
          assert.equal(document.text.length, expected.length);
          assert.ok(document.text.slice(0) === expected);
          assert.equal(document.lineCount, theirs.lineCount);
          for (const near of [0, at - 33_000, at - 1, at, at + 1, at + come.length, at + 33_000, expected.length]) {
            const position = theirs.positionAt(near);
            assert.deepEqual(document.positionAt(near), position);
            assert.equal(document.offsetAt(position), theirs.offsetAt(position));
          }
          const prefix = before.text.commonPrefix(document.text);
          assert.ok(before.text.slice(0, prefix) === expected.slice(0, prefix));
          const isAll = prefix === Math.min(before.text.length, expected.length);
          assert.ok(isAll || before.text.charCodeAt(prefix) !== document.text.charCodeAt(prefix));
          const suffix = before.text.commonSuffix(
            document.text,
            Math.min(before.text.length, expected.length) - prefix,
          );
          assert.ok(before.text.slice(before.text.length - suffix) === expected.slice(expected.length - suffix));
        }
      }),
      { numRuns: 60, seed: 3261 },
    );
  });

  test('what stands over a seam is found, and once', () => {
    let document = open(long);
    for (const place of [70_000, 200_000, 330_000]) document = withText(document, place, place, 'x');
    const offsets = (token: string): number[] => [...document.text.indicesOf(token)];
    const expected: number[] = [];
    const { whole } = document.text;
    for (let at = whole.indexOf('192.0.2.1'); at >= 0; at = whole.indexOf('192.0.2.1', at + 1)) expected.push(at);
    assert.deepEqual(offsets('192.0.2.1'), expected);
    assert.deepEqual(offsets('nowhere'), []);
  });
});
