import {
  type Disposable,
  type ExtensionContext,
  env,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import {
  type ClientOptions,
  type StatusParams,
  type StatusResult,
  statusChangedNotification,
  statusRequest,
} from '../../server/src/protocol.ts';
import { registerCommands } from './commands.ts';
import { errorHandler, startAndWatch } from './lifetime.ts';
import { grammars, selector } from './selector.ts';
import { interfaceText } from './texts.ts';

/** Makes the client of a platform; everything else is the same on all of them. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server, and shows what it recognised in the file in front. */
export function activateExtension(context: ExtensionContext, createClient: CreateClient): void {
  const log = window.createOutputChannel('SIP Lens', { log: true });
  const client = createClient({
    documentSelector: [...selector],
    outputChannel: log,
    errorHandler: errorHandler(log),
    initializationFailedHandler: () => false,
    initializationOptions: {
      locale: env.language,
      // A worker takes plain data only, and what VS Code gives is more than that.
      settings: JSON.parse(JSON.stringify(workspace.getConfiguration('sip-lens'))),
      suggestAgain: 'editor.action.triggerSuggest',
      showsStatus: true,
      grammars,
      ruleLink: 'command:sip-lens.openRule?%5B%22{encodedPage}%22%5D',
    } satisfies ClientOptions,
  });
  context.subscriptions.push(
    log,
    ...registerCommands(log, context.extensionUri),
    client,
    ...showStatus(client),
    startAndWatch(client, log),
  );
}

/** The language status item: which kind of text this is, and how many messages it holds. */
function showStatus(client: BaseLanguageClient): Disposable[] {
  const item = languages.createLanguageStatusItem('sip-lens.status', [...selector]);
  item.name = 'SIP Lens';
  const update = (editor: TextEditor | undefined) => void updateStatus(client, item, editor);
  return [
    item,
    client.onDidChangeState(({ newState }) => newState === State.Running && update(window.activeTextEditor)),
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
  if (!client.isRunning()) return;
  const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
  // A server that ends meanwhile is asked again once it has been started anew.
  const status = await client.sendRequest<StatusResult | null>(statusRequest, params).catch(() => null);
  if (!status || window.activeTextEditor !== editor) return;
  item.severity = LanguageStatusSeverity.Information;
  item.text = status.text;
  item.detail = 'SIP Lens';
  item.command = { command: 'sip-lens.showLog', title: interfaceText('showLog') };
}
