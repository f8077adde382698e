import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DocumentSymbol, Hover } from 'vscode-languageserver-protocol';
import { layouts } from '../readers/log/layouts.ts';
import { sampleMessages } from '../readers/log/sample-messages.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const uri = 'file:///trace.log';
const text = layouts
  .map((layout) => sampleMessages.map((message, index) => layout.write(message, index)).join(''))
  .join('');

/** What an editor shows of the log at first. */
async function answersOf(server: RunningServer): Promise<{ symbols: DocumentSymbol[]; hover: Hover | null }> {
  const textDocument = { uri };
  return {
    symbols: await server.connection.sendRequest('textDocument/documentSymbol', { textDocument }),
    hover: await server.connection.sendRequest('textDocument/hover', {
      textDocument,
      position: { line: 0, character: 2 },
    }),
  };
}

suite('The server holds nothing that an editor could not give it again', () => {
  test('a server that takes the place of one that fell over gives the same answers', async () => {
    const first = await startServer();
    first.open(uri, 'log', text);
    const before = await answersOf(first);
    assert.ok(before.hover && before.symbols.length > 100);
    await first.kill();

    const second = await startServer();
    // The client opens every document again, as it is now.
    second.open(uri, 'log', text);
    assert.deepEqual(await answersOf(second), before);
    assert.deepEqual(second.logged, []);
    await second.stop();
  });

  test('garbage in a request is answered, and the next request as well', async () => {
    const server = await startServer();
    server.open(uri, 'log', text);
    const position = { line: 1e9, character: -5 };
    for (const method of ['hover', 'completion', 'documentHighlight', 'selectionRange']) {
      const params = { textDocument: { uri }, position, positions: [position] };
      await server.connection.sendRequest(`textDocument/${method}`, params).catch(() => undefined);
    }
    await server.connection.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///none' }, position });
    assert.ok((await answersOf(server)).hover);
    await server.stop();
  });
});
