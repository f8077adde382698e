import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension } from './extension.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js');
  const worker = new Worker(script.toString(true));
  return activateExtension(context, (options) => new LanguageClient('sip-lens', 'SIP Lens', worker, options));
}
