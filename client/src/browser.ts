import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension } from './extension.ts';

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  const startWorker = async () => {
    const worker = new Worker(script);
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  activateExtension(context, (options) => new LanguageClient('sip-lens', 'SIP Lens', startWorker, options));
}

/** A worker that fails says so and no more: it may be there or gone, and is ended, so that another one is started. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }
}
