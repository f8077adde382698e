import { ConfigurationTarget, commands, type Disposable, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import { interfaceText } from './texts.ts';

/** The commands of the command palette. */
export const registerCommands = (log: LogOutputChannel, home: Uri): Disposable[] => [
  commands.registerCommand('sip-lens.showLog', () => log.show()),
  commands.registerCommand('sip-lens.chooseLanguage', chooseLanguage),
  commands.registerCommand('sip-lens.newMessage', newMessage),
  // Problems link here; it is in no menu.
  commands.registerCommand('sip-lens.openRule', (page: unknown) => openRule(home, page)),
];

/** Asks for the language of the explanations, or takes the one it is given. */
async function chooseLanguage(given?: unknown): Promise<void> {
  const choices = [
    { label: 'English', value: 'en' },
    { label: 'Türkçe', value: 'tr' },
    { label: interfaceText('languageAuto'), value: 'auto' },
  ];
  const chosen =
    choices.find((choice) => choice.value === given) ??
    (await window.showQuickPick(choices, { title: interfaceText('chooseLanguage') }));
  if (!chosen) return;
  const configuration = workspace.getConfiguration('sip-lens');
  // What a workspace says beats what the user says: there the choice would have no effect.
  const byWorkspace = configuration.inspect('language')?.workspaceValue !== undefined;
  const target = byWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await configuration.update('language', chosen.value, target);
}

/** Opens an empty message file and shows what can be written into it. */
async function newMessage(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'sip' });
  await window.showTextDocument(document);
  await commands.executeCommand('editor.action.triggerSuggest');
}

const RULE_PAGE = /^(docs\/rules(?:\.tr)?\.md)#([\w-]+)$/;

/** Shows the page of a rule, which comes with the extension, at the rule. */
async function openRule(home: Uri, page: unknown): Promise<void> {
  const [, path, fragment] = RULE_PAGE.exec(String(page)) ?? [];
  if (!path || !fragment) return;
  const file = Uri.joinPath(home, path);
  try {
    await commands.executeCommand('markdown.showPreview', file.with({ fragment }));
  } catch {
    // An editor without the preview of Markdown shows the page as it is written.
    await window.showTextDocument(file);
  }
}
