/** Comes last: what the extension logged while all the other tests ran. */
import * as vscode from 'vscode';
import { assert, equal, test, until } from './runner';
import { sipLens } from './workbench';

test('the log of the extension shows no error', async () => {
  const commands: { command: string }[] = sipLens().packageJSON.contributes?.commands ?? [];
  const showLog = commands.find(({ command }) => /log|output/i.test(command))?.command;
  assert(showLog, 'no command shows the log');
  await vscode.commands.executeCommand(showLog);
  const log = await until('the log is shown', () =>
    vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'output'),
  );
  const errors = log
    .getText()
    .split('\n')
    .filter((line) => /\[error|\bunhandled\b/i.test(line));
  equal(errors, [], 'errors in the log');
});
