import {
  type Disposable,
  type ExtensionContext,
  env,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  type LogOutputChannel,
  languages,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type ClientOptions,
  type StatusParams,
  type StatusResult,
  statusChangedNotification,
  statusRequest,
} from '../../server/src/protocol.ts';
import { registerCommands } from './commands.ts';
import { selector } from './selector.ts';
import { interfaceText } from './texts.ts';

/** Makes the client of a platform; everything else is the same on all of them. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server, and shows what it recognised in the file in front. */
export async function activateExtension(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const log = window.createOutputChannel('SIP Lens', { log: true });
  const client = createClient({
    documentSelector: [...selector],
    outputChannel: log,
    initializationOptions: {
      locale: env.language,
      // A worker takes plain data only, and what VS Code gives is more than that.
      settings: JSON.parse(JSON.stringify(workspace.getConfiguration('sip-lens'))),
      suggestAgain: 'editor.action.triggerSuggest',
      showsStatus: true,
      ruleLink: 'command:sip-lens.openRule?%5B%22{encodedPage}%22%5D',
    } satisfies ClientOptions,
  });
  context.subscriptions.push(log, ...registerCommands(log, context.extensionUri), client);
  try {
    await client.start();
  } catch (error) {
    reportFailure(error, log);
    return;
  }
  context.subscriptions.push(...showStatus(client));
}

function reportFailure(error: unknown, log: LogOutputChannel): void {
  const reason = error instanceof Error ? error.message : String(error);
  log.error(reason);
  void window.showErrorMessage(interfaceText('serverFailed', reason));
}

/** The language status item: which kind of text this is, and how many messages it holds. */
function showStatus(client: BaseLanguageClient): Disposable[] {
  const item = languages.createLanguageStatusItem('sip-lens.status', [...selector]);
  item.name = 'SIP Lens';
  const update = (editor: TextEditor | undefined) => void updateStatus(client, item, editor);
  update(window.activeTextEditor);
  return [
    item,
    window.onDidChangeActiveTextEditor(update),
    client.onNotification(statusChangedNotification, ({ uri }: StatusParams) => {
      const editor = window.activeTextEditor;
      if (editor && client.code2ProtocolConverter.asUri(editor.document.uri) === uri) update(editor);
    }),
  ];
}

async function updateStatus(
  client: BaseLanguageClient,
  item: LanguageStatusItem,
  editor: TextEditor | undefined,
): Promise<void> {
  if (!editor || languages.match([...selector], editor.document) === 0) return;
  const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
  const status = await client.sendRequest<StatusResult | null>(statusRequest, params);
  if (!status || window.activeTextEditor !== editor) return;
  item.severity = LanguageStatusSeverity.Information;
  item.text = status.text;
  item.detail = 'SIP Lens';
  item.command = { command: 'sip-lens.showLog', title: interfaceText('showLog') };
}
