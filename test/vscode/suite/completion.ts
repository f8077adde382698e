import * as vscode from 'vscode';
import { assert, test, until } from './runner';
import { openMessage } from './workbench';

const label = (item: vscode.CompletionItem) => (typeof item.label === 'string' ? item.label : item.label.label);

async function offered(text: string, wanted: string): Promise<vscode.CompletionItem> {
  const { document, cursor } = await openMessage(text);
  return until(`${wanted} is offered`, async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      cursor,
      undefined,
      1000,
    );
    // The editor itself offers the words of open files, as plain text.
    return list.items.find((item) => label(item).startsWith(wanted) && item.kind !== vscode.CompletionItemKind.Text);
  });
}

test('after "SIP/2.0 " the status codes are offered, with their explanation', async () => {
  const item = await offered('SIP/2.0 |', '486');
  assert(item.documentation !== undefined, 'no explanation');
});

test('after the first digit the status codes of that class are offered', async () => {
  await offered('SIP/2.0 4|', '404');
});

test('at the start of a message the methods are offered', async () => {
  await offered('|', 'INVITE');
});

test('on a line of its own a header field is offered', async () => {
  await offered('OPTIONS sip:bob@example.com SIP/2.0\nMax|\n', 'Max-Forwards');
});

test('in CSeq the methods are offered', async () => {
  await offered('OPTIONS sip:bob@example.com SIP/2.0\nCSeq: 1 |\n', 'OPTIONS');
});
