/** The life of the server: started, started anew when it ended, and given up with a word to the user. */
import { type Disposable, type LogOutputChannel, window } from 'vscode';
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler, State } from 'vscode-languageclient';
import { afterCrash } from './crashes.ts';
import { interfaceText } from './texts.ts';

/** Starts a server that ended once more: the client opens the documents anew in it, unsaved edits included. */
export function errorHandler(log: LogOutputChannel): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    // What cannot be mended ends the server, or its connection.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
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

/** What is still down after this time, in milliseconds, is not being started again. */
const RESTART_TIME = 5000;

/** Starts the server, and says so when it is gone for good, whether it ended at work or while it was being started. */
export function startAndWatch(client: BaseLanguageClient, log: LogOutputChannel): Disposable {
  keepToTheLog(client);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listener = client.onDidChangeState(({ newState }) => {
    clearTimeout(timer);
    if (isDown(newState)) timer = setTimeout(() => void offerStart(client, log), RESTART_TIME);
  });
  start(client);
  return {
    dispose() {
      clearTimeout(timer);
      listener.dispose();
    },
  };
}

/**
 * A failure either heals by itself, for an ended server is started again, or is told of here, in the user's language:
 * what the client would show besides leads to nothing that a person could do.
 */
function keepToTheLog(client: BaseLanguageClient): void {
  const log = client.error.bind(client);
  client.error = (message, data) => log(message, data, false);
}

/** A failure is in the log, and seen by the state that the client is in afterwards. */
function start(client: BaseLanguageClient): void {
  void client.start().catch(() => undefined);
}

const isDown = (state: State): boolean => state !== State.Running && state !== State.Starting;

/** The editor stays as it is, without SIP Lens: only a person can tell whether another try is worth it. */
async function offerStart(client: BaseLanguageClient, log: LogOutputChannel): Promise<void> {
  const message = interfaceText(client.state === State.StartFailed ? 'serverFailed' : 'serverCrashed');
  const [again, showLog] = [interfaceText('startAgain'), interfaceText('showLog')];
  const chosen = await window.showErrorMessage(message, again, showLog);
  if (chosen === showLog) {
    log.show();
    return offerStart(client, log);
  }
  if (chosen === again && isDown(client.state)) start(client);
}
