import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-types';
import { analyse } from '../../server/src/analysis.ts';
import { openDocuments } from '../../server/src/document/open-document.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { documentHighlights } from '../../server/src/features/highlights.ts';
import { semanticTokens, tokenTypes } from '../../server/src/features/semantic-tokens.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import { span } from '../../server/src/sip/span.ts';
import { layouts } from '../readers/log/layouts.ts';
import { sampleMessages } from '../readers/log/sample-messages.ts';
import { documentOf, type TestDocument, withCaret } from '../support/documents.ts';

const inOrder = (one: Position, other: Position): boolean =>
  one.line < other.line || (one.line === other.line && one.character <= other.character);
const holds = (outer: Range, inner: Range): boolean =>
  inOrder(outer.start, inner.start) && inOrder(inner.start, inner.end) && inOrder(inner.end, outer.end);

/** Symbols follow each other, each with its name inside it and its parts inside it. */
function checkSymbols(symbols: readonly DocumentSymbol[], parent?: DocumentSymbol): void {
  symbols.forEach((symbol, index) => {
    assert.ok(holds(symbol.range, symbol.selectionRange), `${symbol.name} holds its name`);
    assert.ok(!parent || holds(parent.range, symbol.range), `${parent?.name} holds ${symbol.name}`);
    const next = symbols[index + 1];
    assert.ok(!next || inOrder(symbol.range.end, next.range.start), `${symbol.name} ends before ${next?.name}`);
    checkSymbols(symbol.children ?? [], symbol);
  });
}

/** Folds are nested or apart. */
function checkFolds({ document, analysis }: TestDocument): void {
  const open: { startLine: number; endLine: number }[] = [];
  for (const fold of foldingRanges(analysis, document)) {
    assert.ok(fold.startLine < fold.endLine && fold.endLine < document.lineCount);
    while (open.length > 0 && open.at(-1)!.endLine < fold.startLine) open.pop();
    assert.ok(open.length === 0 || fold.endLine <= open.at(-1)!.endLine, 'folds do not cross');
    open.push(fold);
  }
}

/** Tokens stand in order inside their lines. */
function checkTokens({ document, analysis }: TestDocument): void {
  const text = document.text.whole;
  const { data } = semanticTokens(analysis, span(0, text.length), document);
  let line = 0;
  let from = 0;
  let end = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers] = data.slice(i, i + 5);
    line += lines;
    from = lines > 0 ? characters : from + characters;
    assert.ok(lines > 0 || i === 0 || from >= end, 'tokens do not overlap');
    end = from + length;
    const lineEnd = document.offsetAt({ line: line + 1, character: 0 });
    assert.ok(length > 0 && document.offsetAt({ line, character: 0 }) + end <= lineEnd);
    assert.ok(type < tokenTypes.length && modifiers === 0);
  }
}

suite('outline and folds follow a message that an edit only moves', () => {
  const traces = {
    'a message a line': sampleMessages.map((message) => `Nov 22 sipd: ${message.replaceAll('\r\n', '#015#012')}\n`),
    'messages on lines': sampleMessages.map((message) => `--- received from 192.0.2.1 ---\n${message}\n`),
  };
  const edits = { 'on the line on which it starts': 'x', 'as a line above it': 'x\n' };
  for (const [layout, parts] of Object.entries(traces)) {
    for (const [where, inserted] of Object.entries(edits)) {
      test(`${layout}, ${where}`, () => {
        const before = documentOf(parts.join(''));
        documentSymbols(before.analysis, before.document);
        foldingRanges(before.analysis, before.document);
        const at = before.document.positionAt(parts[0]!.length);
        const change = { range: { start: at, end: at }, text: inserted };
        const document = openDocuments.update(before.document, [change], 2);
        const analysis = analyse(document.text, { name: 'trace.log', languageId: 'log' }, before.analysis);
        const fresh = documentOf(document.text.whole);
        assert.deepEqual(documentSymbols(analysis, document), documentSymbols(fresh.analysis, fresh.document));
        assert.deepEqual(foldingRanges(analysis, document), foldingRanges(fresh.analysis, fresh.document));
      });
    }
  }
});

suite('folds follow an edit of the line above a message', () => {
  const ringing = 'SIP/2.0 180 Ringing\nCall-ID: 1@example.com\nCSeq: 1 INVITE\nContent-Length: 0\n\n';
  const above = '<--- received from UDP:192.0.2.1:5060 --->\n';
  const record = above + ringing;
  for (const name of ['trace.log', 'call.sip']) {
    for (const index of [0, 1, 2]) {
      test(`${name}, message ${index + 1}`, () => {
        const before = documentOf(record.repeat(3), name);
        const known = foldingRanges(before.analysis, before.document);
        const [start, end] = [0, above.length - 1].map((at) => before.document.positionAt(index * record.length + at));
        const change = { range: { start: start!, end: end! }, text: 'unrelated words' };
        const document = openDocuments.update(before.document, [change], 2);
        const analysis = analyse(document.text, { name, languageId: document.languageId }, before.analysis);
        const fresh = documentOf(document.text.whole, name);
        const folds = foldingRanges(analysis, document);
        assert.deepEqual(folds, foldingRanges(fresh.analysis, fresh.document));
        if (name === 'trace.log' || index === 0) assert.notDeepEqual(folds, known);
      });
    }
  }
});

suite('outline, folds and colours are sound in every layout', () => {
  for (const { name, write } of layouts) {
    for (const [title, before] of [
      [name, ''],
      [`${name}, behind characters outside the BMP`, '😀 𝒳 '],
    ] as const) {
      test(title, () => {
        const placed = documentOf(before + sampleMessages.map(write).join(''));
        const symbols = documentSymbols(placed.analysis, placed.document);
        assert.ok(symbols.length > 0);
        checkSymbols(symbols);
        checkFolds(placed);
        checkTokens(placed);
      });
    }
  }
});

suite('symbols', () => {
  test('are as short as an outline is wide, however long a Call-ID is', () => {
    const { document, analysis } = documentOf(
      sampleMessages[0]!.replace(/Call-ID: .*/, `Call-ID: ${'x'.repeat(5000)}`),
    );
    const [symbol] = documentSymbols(analysis, document);
    assert.match(symbol?.detail ?? '', /^x{120}…$/);
  });
});

suite('folds', () => {
  const folds = (text: string) => {
    const { document, analysis } = documentOf(text);
    return foldingRanges(analysis, document).map(({ startLine, endLine }) => [startLine, endLine]);
  };
  const ringing = 'SIP/2.0 180 Ringing\nCall-ID: 1@example.com\nCSeq: 1 INVITE\nContent-Length: 0\n\n';

  test('begin at the line above that tells of the message', () => {
    assert.deepEqual(folds(`started\n12:00:01 received from UDP:192.0.2.1:5060\n${ringing}`), [[1, 5]]);
  });

  test('leave out the line above a message that is a record of its own', () => {
    const record = `Jan  5 12:00:01 proxy1 app[7]: RX:#012${ringing.replaceAll('\n', '#015#012')}\n`;
    assert.deepEqual(folds(`Jan  5 12:00:01 proxy1 app[7]: received from 192.0.2.1\n${record}`), []);
  });

  test('leave out the end of the row before a message in a quoted field', () => {
    const row = (id: number) => `${id},"192.0.2.1","${ringing}",out,192.0.2.1:5060\n`;
    assert.deepEqual(folds(row(1) + row(2)), [
      [0, 3],
      [6, 9],
    ]);
  });
});

suite('highlights', () => {
  const highlighted = (marked: string): string[] => {
    const { text, offset } = withCaret(marked);
    const { document, analysis } = documentOf(text);
    return documentHighlights(analysis, offset, document).map(({ range }) => {
      const start = document.offsetAt(range.start);
      return text.slice(Math.max(0, start - 4), document.offsetAt(range.end));
    });
  };
  const message = (tag: string) =>
    `SIP/2.0 200 OK\nFrom: <sip:alice@example.com>;tag=${tag}\nTo: <sip:bob@example.com>;tag=90\nCSeq: 90 BYE\nContent-Length: 0\n\n`;

  test('a tag lights up in messages and in the lines around them', () => {
    const log = `${message('7f|3a9c')}dialog 7f3a9c ended\n`;
    assert.deepEqual(highlighted(log), ['tag=7f3a9c', 'log 7f3a9c']);
  });

  test('an endless tag does not light up', () => {
    assert.deepEqual(highlighted(message(`|${'7'.repeat(2000)}`).repeat(2)), []);
  });

  test('a short tag lights up only where it is called a tag', () => {
    assert.deepEqual(highlighted(`${message('9|0')}it took 90 ms\n`), ['tag=90', 'tag=90']);
  });
});
