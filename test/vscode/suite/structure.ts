/** Outline, folding, selection and highlights: what shows the structure of a log. */
import * as vscode from 'vscode';
import { assert, equal, test, until } from './runner';
import { open, within } from './workbench';

/** Asks one of the editor's providers until it has something to say. */
function ask<T>(command: string, document: vscode.TextDocument, ...args: unknown[]): Promise<T[]> {
  return until(`${command} answers`, async () => {
    const answer = await vscode.commands.executeCommand<T[] | undefined>(command, document.uri, ...args);
    return answer !== undefined && answer.length > 0 ? answer : undefined;
  });
}

test('the outline of a log lists its messages', async () => {
  const log = await open('asterisk-pjsip.log');
  const symbols = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', log);
  const names = symbols.map((symbol) => symbol.name).join('\n');
  assert(/INVITE/.test(names) && /486/.test(names), `the outline is: ${names}`);
});

test('the outline of a message lists its header fields', async () => {
  const message = await open('invite.sip');
  const [first] = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', message);
  const headers = first!.children.map((symbol) => symbol.name);
  assert(
    headers.some((name) => name.startsWith('Call-ID')),
    `the header fields are: ${headers}`,
  );
});

test('a message in a log folds from its first line to its last', async () => {
  const log = await open('asterisk-pjsip.log');
  const ranges = await ask<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', log);
  const line = within(log, 'INVITE sip:').line;
  const fold = ranges.find((range) => range.start <= line && line < range.end);
  assert(fold, `nothing folds at line ${line + 1}`);
});

test('a Call-ID is highlighted wherever it stands', async () => {
  const log = await open('asterisk-pjsip.log');
  const position = within(log, 'mJ7xQ2pZ', 'Call-ID:');
  const highlights = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', log, position);
  const texts = new Set(highlights.map(({ range }) => log.getText(range)));
  equal([...texts], ['mJ7xQ2pZ-61@alice-desk.example.com'], 'highlighted texts');
  assert(highlights.length >= 3, `${highlights.length} places`);
});

test('a selection grows from the value to the message', async () => {
  const message = await open('invite.sip');
  const position = within(message, 'Max-Forwards');
  const [range] = await ask<vscode.SelectionRange>('vscode.executeSelectionRangeProvider', message, [position]);
  const sizes: number[] = [];
  for (let step: vscode.SelectionRange | undefined = range; step !== undefined; step = step.parent) {
    sizes.push(step.range.end.line - step.range.start.line);
  }
  assert(sizes.length >= 2 && sizes.at(-1)! > 5, `the selection grows over ${sizes} lines`);
});
