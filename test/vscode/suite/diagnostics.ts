import * as vscode from 'vscode';
import { assert, equal, test, until } from './runner';
import { open, problemsOf, ruleOf, withSetting } from './workbench';

const problems = (document: vscode.TextDocument) =>
  until('there are problems', () => (problemsOf(document).length > 0 ? problemsOf(document) : undefined));

test('a broken message file has problems, each with its rule and the page of the rule', async () => {
  const broken = await open('options-broken.sip');
  const found = await problems(broken);
  assert(found.length >= 3, `${found.length} problems instead of three or more`);
  for (const problem of found) {
    assert(/^sip\.[a-z0-9-]+$/.test(ruleOf(problem)), `odd rule: ${ruleOf(problem)}`);
    assert(typeof problem.code === 'object' && 'target' in problem.code, `${ruleOf(problem)} links to no page`);
  }
});

test('well-formed files have none', async () => {
  const good: vscode.TextDocument[] = [];
  for (const name of ['invite.sip', 'register.sip', 'asterisk-pjsip.log']) good.push(await open(name));
  await problems(await open('options-broken.sip'));
  for (const document of good) {
    equal(problemsOf(document).map(ruleOf), [], `problems of ${document.uri.path}`);
  }
});

test('a quick fix mends what it promises to mend', async () => {
  const broken = await open('options-broken.sip');
  const before = (await problems(broken)).length;
  const { problem, action } = await until('a problem has a quick fix', () => firstFix(broken));
  assert(action.edit, `"${action.title}" changes nothing`);
  await vscode.workspace.applyEdit(action.edit);
  await until(`"${problem.message}" is gone`, () => problemsOf(broken).length < before || undefined);
  await vscode.commands.executeCommand('undo');
  await until('the problem is back', () => problemsOf(broken).length === before || undefined);
});

async function firstFix(document: vscode.TextDocument) {
  for (const problem of problemsOf(document)) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const action = actions.find((candidate) => candidate.edit !== undefined);
    if (action !== undefined) return { problem, action };
  }
  return undefined;
}

test('a rule is silenced by a setting, at once', async () => {
  const broken = await open('options-broken.sip');
  const rule = ruleOf((await problems(broken))[0]!);
  const stands = () => problemsOf(broken).some((problem) => ruleOf(problem) === rule);
  await withSetting('rules', { [rule]: 'off' }, async () => {
    await until(`${rule} is silent`, () => !stands() || undefined);
  });
  await until(`${rule} speaks again`, () => stands() || undefined);
});
