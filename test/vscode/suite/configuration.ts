import * as vscode from 'vscode';
import { assert, test, until } from './runner';
import { hoverThat, open, problemsOf, ruleOf, within } from './workbench';

/** One file of each kind: a term that is explained, and the fault that the file holds. */
const files: readonly (readonly [name: string, word: string, after: string, says: RegExp, rule: string])[] = [
  ['kamailio.cfg', '483', 'sl_send_reply', /Too Many Hops/, 'sip.misspelt-method'],
  ['extensions.conf', '17', 'Hangup(17)', /USER_BUSY/, 'sip.unknown-cause'],
  ['pjsip.conf', 'dtmf_mode', '', /DTMF/i, 'sip.asterisk-option-value'],
  ['freeswitch-dialplan.xml', 'USER_BUSY', '', /486 Busy Here/, 'sip.invalid-status-code'],
  ['sipp-uac.xml', '486', 'recv response', /Busy Here/, 'sip.sipp-unknown-label'],
];

for (const [name, word, after, says, rule] of files) {
  test(`SIP is explained and checked in ${name}`, async () => {
    const document = await open(`config/${name}`);
    await hoverThat(document, within(document, word, after), says);
    await until(`${rule} is reported`, () => problemsOf(document).some((one) => ruleOf(one) === rule) || undefined);
  });
}

test('a problem leads to the page of its rule', async () => {
  const document = await open('config/sipp-uac.xml');
  const problem = await until('there is a problem', () => problemsOf(document)[0]);
  assert(typeof problem.code === 'object', 'the problem links to no page');
  const { target } = problem.code;
  assert(target.scheme === 'command', `the page is ${target.toString()}`);
  await vscode.commands.executeCommand(target.path, ...JSON.parse(target.query));
  await until('the page is in front', () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (input instanceof vscode.TabInputText) return input.uri.path.endsWith('/docs/rules.md') || undefined;
    return (input instanceof vscode.TabInputWebview && input.viewType.includes('markdown.preview')) || undefined;
  });
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
});
