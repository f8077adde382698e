/** Comes after the log was looked at: a killed server leaves its mark there. */
import * as vscode from 'vscode';
import { assert, equal, test, until } from './runner';
import { hoverThat, open, problemsOf, ruleOf, within } from './workbench';

interface ServerProcess {
  readonly pid: number;
  readonly spawnargs?: readonly string[];
  kill(signal: string): void;
}

/** The children of an extension host; Node tells of them, though not in its documentation. */
const handles = (): readonly ServerProcess[] =>
  (globalThis.process as unknown as { _getActiveHandles?(): ServerProcess[] } | undefined)?._getActiveHandles?.() ?? [];

const server = () => handles().find(({ spawnargs }) => spawnargs?.some((one) => /dist.server\.js$/.test(one)));

/** A message file and a log, each with an answer whose code is edited into one that does not exist. */
const files = [
  { name: 'register.sip', code: '401' },
  { name: 'asterisk-pjsip.log', code: '486' },
];

/** Milliseconds. */
const COPY_IS_DROPPED = 2000;

/** A worker of the web has no process. */
const onNode = typeof globalThis.process?.versions?.node === 'string';

for (const { name, code } of onNode ? files : []) {
  test(`a killed server comes back to ${name} as it is, unsaved edits included`, async () => {
    const document = await open(name);
    const status = within(document, code, `SIP/2.0 ${code}`).translate(0, -1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(status, status.translate(0, 3)), '799');
    await vscode.workspace.applyEdit(edit);
    const edited = document.getText();
    const rules = () => problemsOf(document).map(ruleOf);
    await until('799 is a problem', () => rules().includes('sip.invalid-status-code') || undefined);

    const killed = server();
    assert(killed, 'there is a server');
    killed.kill('SIGKILL');
    await until('another server runs', () => (server() ?? killed).pid !== killed.pid || undefined);

    await hoverThat(document, within(document, 'Via'), /Via/);
    await until('799 is a problem again', () => rules().includes('sip.invalid-status-code') || undefined);
    const symbols = await until('the outline is there', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.length > 0 ? found : undefined;
    });
    assert(
      symbols.some((symbol) => symbol.name.includes('799')),
      `the outline is ${symbols.map((symbol) => symbol.name)}`,
    );
    equal([document.isDirty, document.getText() === edited], [true, true], 'dirty, and the text as it was typed');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('it is as it was', () => !document.isDirty || undefined);
    // The editor drops its copy of unsaved edits a moment later; the next page would bring them back.
    await new Promise((resolve) => setTimeout(resolve, COPY_IS_DROPPED));
  });
}
