import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  ErrorCodes,
  type FoldingRange,
  type Hover,
  type SemanticTokens,
} from 'vscode-languageserver-protocol';
import { methods, statusCodes } from '../../server/src/knowledge/facts.ts';
import { textsIn } from '../../server/src/knowledge/texts.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const log = `[2026-11-22 18:48:06.100] VERBOSE[1234] res_pjsip_logger.c: <--- Received SIP response (250 bytes) from UDP:192.0.2.1:5060 --->
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bKone
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: one@example.com
CSeq: 1 INVITE
Content-Length: 0

[2026-11-22 18:48:06.101] NOTICE[1234] chan.c: call one@example.com took 486 ms
`;

const uri = 'file:///trace.log';
const textDocument = { uri };
const hoverText = (hover: Hover | null): string => (hover?.contents as { value: string } | undefined)?.value ?? '';

suite('the server over stdio', () => {
  test('answers every request about a log', async () => {
    const server = await startServer({ capabilities: { textDocument: { diagnostic: {} } } });
    server.open(uri, 'log', log);
    const { connection } = server;
    const at = (line: number, character: number) => ({ textDocument, position: { line, character } });

    const hover: Hover | null = await connection.sendRequest('textDocument/hover', at(1, 9));
    assert.match(hoverText(hover), /486 Busy Here/);
    const nothing: Hover | null = await connection.sendRequest('textDocument/hover', at(9, 75));
    assert.equal(nothing, null, '486 ms is no status code');

    const symbols: DocumentSymbol[] = await connection.sendRequest('textDocument/documentSymbol', { textDocument });
    assert.deepEqual(
      symbols.map((symbol) => [symbol.name, symbol.detail, symbol.children?.length]),
      [['486 Busy Here (INVITE)', 'one@example.com', 6]],
    );

    const folds: FoldingRange[] = await connection.sendRequest('textDocument/foldingRange', { textDocument });
    assert.deepEqual(
      folds.map((fold) => [fold.startLine, fold.endLine]),
      [[0, 7]],
    );

    const highlights: unknown[] = await connection.sendRequest('textDocument/documentHighlight', at(5, 12));
    assert.equal(highlights.length, 2, 'the Call-ID stands in the message and in the line below it');

    const tokens: SemanticTokens = await connection.sendRequest('textDocument/semanticTokens/range', {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    });
    assert.ok(Array.isArray(tokens.data));

    const ranges: unknown[] = await connection.sendRequest('textDocument/selectionRange', {
      textDocument,
      positions: [{ line: 1, character: 9 }],
    });
    assert.equal(ranges.length, 1);

    const report: { items: Diagnostic[] } = await connection.sendRequest('textDocument/diagnostic', { textDocument });
    assert.deepEqual(report.items, []);

    assert.deepEqual(server.logged, []);
    await server.stop();
  });

  test('pushes problems to a client that cannot pull, and answers to edits', async () => {
    const server = await startServer();
    const pushed = server.nextDiagnostics('file:///m.sip');
    server.open('file:///m.sip', 'sip', 'INVTE sip:bob@example.com SIP/2.0\n');
    const { diagnostics } = await pushed;
    const misspelt = diagnostics.find((one) => one.code === 'sip.misspelt-method');
    assert.deepEqual(misspelt?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } });

    const again = server.nextDiagnostics('file:///m.sip');
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///m.sip', version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } }, text: 'I' }],
    });
    assert.equal(
      (await again).diagnostics.find((one) => one.code === 'sip.misspelt-method'),
      undefined,
    );
    assert.deepEqual(server.logged, []);
    await server.stop();
  });

  test('refuses requests before it is initialized and after it was shut down', async () => {
    const params = { textDocument, position: { line: 0, character: 0 } };
    const refuses = async ({ connection }: RunningServer, code: number) =>
      assert.rejects(connection.sendRequest('textDocument/hover', params), { code });
    const early = await startServer({ isInitialized: false });
    await refuses(early, ErrorCodes.ServerNotInitialized);
    await early.kill();
    const late = await startServer();
    await late.connection.sendRequest('shutdown');
    await refuses(late, ErrorCodes.InvalidRequest);
    await late.kill();
  });

  test('points to related places where the client shows them', async () => {
    const text = 'SIP/2.0 200 OK\nCall-ID: 1@example.com\nCall-ID: 2@example.com\nCSeq: 1 INVITE\n\n';
    for (const [relatedInformation, places] of [
      [true, [1]],
      [false, undefined],
    ] as const) {
      const server = await startServer({
        capabilities: { textDocument: { publishDiagnostics: { relatedInformation } } },
      });
      const pushed = server.nextDiagnostics('file:///m.sip');
      server.open('file:///m.sip', 'sip', text);
      const duplicate = (await pushed).diagnostics.find((one) => one.code === 'sip.duplicate-header');
      assert.deepEqual(
        duplicate?.relatedInformation?.map(({ location }) => location.range.start.line),
        places,
      );
      await server.stop();
    }
  });

  test('takes its language from the locale, from initializationOptions and from settings at any time', async () => {
    const busy = 'SIP/2.0 486 Busy Here\nCall-ID: 1\nCSeq: 1 INVITE\n\n';
    const languageOf = async ({ connection }: RunningServer) => {
      const position = { line: 0, character: 9 };
      const hover: Hover | null = await connection.sendRequest('textDocument/hover', { textDocument, position });
      return (['en', 'tr'] as const).find((one) => hoverText(hover).includes(textsIn(one).statusCodes[486]!.meaning));
    };
    const shapes = [
      { settings: { language: 'tr' } },
      { language: 'tr' },
      { settings: { 'sip-lens': { language: 'tr' } } },
    ];
    for (const initializationOptions of shapes) {
      const server = await startServer({ initializationOptions });
      server.open(uri, 'log', busy);
      assert.equal(await languageOf(server), 'tr', JSON.stringify(initializationOptions));
      for (const [settings, language] of [
        [{ 'sip-lens': { language: 'en' } }, 'en'],
        [{ language: 'tr', unknown: [1] }, 'tr'],
        [{ 'sip-lens.language': 'en' }, 'en'],
        [{ 'sip-lens': null }, 'tr'],
        [null, 'tr'],
        [{ 'sip-lens': { language: 'auto' } }, 'en'],
      ] as const) {
        await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
        assert.equal(await languageOf(server), language, JSON.stringify(settings));
      }
      assert.deepEqual(server.logged, []);
      await server.stop();
    }
  });

  test('keeps what initializationOptions say when a client that is asked for settings has none', async () => {
    const server = await startServer({
      capabilities: { workspace: { configuration: true } },
      initializationOptions: { settings: { language: 'tr' } },
    });
    server.open('file:///m.sip', 'sip', 'SIP/2.0 486 Busy Here\n');
    const hover: Hover | null = await server.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'file:///m.sip' },
      position: { line: 0, character: 9 },
    });
    assert.ok(hoverText(hover).includes(textsIn('tr').statusCodes[486]!.meaning));
    await server.stop();
  });

  test('completes status codes with their phrases', async () => {
    const server = await startServer();
    server.open('file:///m.sip', 'sip', 'SIP/2.0 48');
    const items: CompletionItem[] | { items: CompletionItem[] } = await server.connection.sendRequest(
      'textDocument/completion',
      { textDocument: { uri: 'file:///m.sip' }, position: { line: 0, character: 10 } },
    );
    const labels = (Array.isArray(items) ? items : items.items).map((item) => item.label);
    assert.ok(
      labels.some((label) => label.includes('486')),
      labels.join(),
    );
    await server.stop();
  });

  for (const language of ['en', 'tr'] as const) {
    for (const [name, languageId] of [
      ['trace.log', 'log'],
      ['message.sip', 'sip'],
    ] as const) {
      test(`explains every method and code in ${name}, ${language}`, async () => {
        const server = await startServer({ locale: language });
        const texts = textsIn(language);
        const codes = statusCodes.filter(({ code }) => code < 700);
        const startLines = [
          ...codes.map(({ code, phrase }) => ({
            line: `SIP/2.0 ${code} ${phrase}`,
            at: 8,
            says: texts.statusCodes[code]?.meaning,
          })),
          ...methods.map(({ name }) => ({
            line: `${name} sip:bob@example.com SIP/2.0`,
            at: 0,
            says: texts.methods[name]?.meaning,
          })),
        ];
        const rest = 'Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK1\nCall-ID: 1\nCSeq: 1 INVITE\nContent-Length: 0\n\n';
        const text = startLines.map(({ line }) => `${line}\n${rest}`).join('');
        const uri = `file:///${name}`;
        server.open(uri, languageId, text);
        for (const [index, { line, at, says }] of startLines.entries()) {
          const position = { line: index * 6, character: at };
          const hover: Hover | null = await server.connection.sendRequest('textDocument/hover', {
            textDocument: { uri },
            position,
          });
          assert.ok(says && hoverText(hover).includes(says), `${line}: ${hoverText(hover)}`);
        }
        assert.deepEqual(server.logged, []);
        await server.stop();
      });
    }
  }
});
