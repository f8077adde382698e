import * as vscode from 'vscode';
import { assert, equal, test, until } from './runner';
import { open, sipLens } from './workbench';

test('a SIP message file has the language "sip" and wakes the extension', async () => {
  const document = await open('invite.sip');
  equal(document.languageId, 'sip', 'language of invite.sip');
  await until('the extension is active', () => sipLens().isActive || undefined);
});

test('a log keeps the language "log"', async () => {
  const document = await open('asterisk-pjsip.log');
  equal(document.languageId, 'log', 'language of asterisk-pjsip.log');
});

test('every contributed command is registered', async () => {
  const contributed: { command: string }[] = sipLens().packageJSON.contributes?.commands ?? [];
  assert(contributed.length > 0, 'no command is contributed');
  await until('the commands are registered', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    return contributed.every(({ command }) => registered.has(command)) || undefined;
  });
});

test('contributed texts are translated: none is left as a %key%', async () => {
  const texts = JSON.stringify(sipLens().packageJSON.contributes ?? {}).match(/"%[\w.-]+%"/g);
  equal(texts, null, 'untranslated texts');
});
