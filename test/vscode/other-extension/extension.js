/** An extension for routing scripts, as others make them: it explains functions and checks names of routes. */
const { Diagnostic, Hover, languages, workspace } = require('vscode');

const LANGUAGES = ['kamailio', 'kamailio-cfg', 'opensips', 'opensips-cfg'];

exports.activate = ({ subscriptions }) => {
  const problems = languages.createDiagnosticCollection('other');
  const check = (document) => {
    if (LANGUAGES.includes(document.languageId)) problems.set(document.uri, problemsOf(document));
  };
  workspace.textDocuments.forEach(check);
  subscriptions.push(
    problems,
    workspace.onDidOpenTextDocument(check),
    workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
    languages.registerHoverProvider(LANGUAGES, { provideHover: explained }),
  );
};

function explained(document, position) {
  const name = document.getWordRangeAtPosition(position, /\w+(?=\()/);
  return name && new Hover(`The other extension explains ${document.getText(name)}.`, name);
}

function problemsOf(document) {
  const offset = document.getText().indexOf('t_on_failure');
  if (offset < 0) return [];
  const name = document.getWordRangeAtPosition(document.positionAt(offset));
  const problem = new Diagnostic(name, 'The other extension has something to say.');
  problem.source = 'other';
  return [problem];
}
