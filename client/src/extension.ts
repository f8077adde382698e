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
import {
  type BaseLanguageClient,
  CloseAction,
  type ErrorHandler,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
import {
  type ClientOptions,
  type StatusParams,
  type StatusResult,
  statusChangedNotification,
  statusRequest,
} from '../../server/src/protocol.ts';
import { registerCommands } from './commands.ts';
import { afterCrash } from './crashes.ts';
import { selector } from './selector.ts';
import { interfaceText } from './texts.ts';

/** Makes the client of a platform; everything else is the same on all of them. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server, and shows what it recognised in the file in front. */
export async function activateExtension(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const log = window.createOutputChannel('SIP Lens', { log: true });
  const client: BaseLanguageClient = createClient({
    documentSelector: [...selector],
    outputChannel: log,
    errorHandler: errorHandler(() => client, log),
    initializationFailedHandler: () => false,
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
  context.subscriptions.push(...showStatus(client), watchForEnd(client, log));
}

/** Starts a server that ended once more: the client opens the documents anew in it, unsaved edits included. */
function errorHandler(client: () => BaseLanguageClient, log: LogOutputChannel): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    error: (...args) =>
      client()
        .createDefaultErrorHandler()
        .error(...args),
    closed() {
      const next = afterCrash(crashes, Date.now());
      crashes = next.crashes;
      if (next.restart) {
        log.warn('The server ended and is started again.');
        return { action: CloseAction.Restart, handled: true };
      }
      crashes = [];
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

/** What is still stopped after this time, in milliseconds, is not being started again. */
const RESTART_TIME = 1000;

/** Says so when the server is gone for good, whether it ended at work or while it was being started. */
function watchForEnd(client: BaseLanguageClient, log: LogOutputChannel): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listener = client.onDidChangeState(({ newState }) => {
    clearTimeout(timer);
    if (isDown(newState)) timer = setTimeout(() => void offerRestart(client, log), RESTART_TIME);
  });
  return {
    dispose() {
      clearTimeout(timer);
      listener.dispose();
    },
  };
}

const isDown = (state: State): boolean => state !== State.Running && state !== State.Starting;

/** The editor stays as it is, without SIP Lens: only a person can tell whether another try is worth it. */
async function offerRestart(client: BaseLanguageClient, log: LogOutputChannel): Promise<void> {
  const [again, showLog] = [interfaceText('startAgain'), interfaceText('showLog')];
  const chosen = await window.showErrorMessage(interfaceText('serverCrashed'), again, showLog);
  if (chosen === showLog) {
    log.show();
    return offerRestart(client, log);
  }
  if (chosen !== again || !isDown(client.state)) return;
  await client.start().catch((error) => reportFailure(error, log));
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
