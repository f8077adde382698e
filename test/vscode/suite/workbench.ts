/** What the tests do in the editor: open, look, ask. */
import * as vscode from 'vscode';
import { assert, until } from './runner';

export const EXTENSION_ID = 'sip-lens.sip-lens';

export function sipLens(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  assert(extension, `${EXTENSION_ID} is not there`);
  return extension;
}

/** Opens a file of the example folder in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a text without a file as a SIP message, the cursor (`|`) taken out of it. */
export async function openMessage(text: string): Promise<{ document: vscode.TextDocument; cursor: vscode.Position }> {
  const offset = text.indexOf('|');
  const content = text.replace('|', '');
  const document = await vscode.workspace.openTextDocument({ language: 'sip', content });
  await vscode.window.showTextDocument(document);
  return { document, cursor: document.positionAt(offset) };
}

/** The position of a word's second character, at its first occurrence at or after another text. */
export function within(document: vscode.TextDocument, word: string, after = ''): vscode.Position {
  const text = document.getText();
  const offset = text.indexOf(word, text.indexOf(after));
  assert(offset >= 0, `"${word}" does not stand in ${document.uri.path}`);
  return document.positionAt(offset + 1);
}

/** All hovers at a position as one text; empty where there is none. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

export function hoverThat(document: vscode.TextDocument, position: vscode.Position, matches: RegExp): Promise<string> {
  return until(`the hover matches ${matches}`, async () => {
    const text = await hoverText(document, position);
    return matches.test(text) ? text : undefined;
  });
}

/** The stable id of a problem, whether it links to its page or not. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const code = diagnostic.code;
  return String(typeof code === 'object' ? code.value : code);
}

export function problemsOf(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri);
}

/** Changes a setting for the length of a piece of work. */
export async function withSetting(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const section = () => vscode.workspace.getConfiguration('sip-lens');
  await section().update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await section().update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}
