import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { suite, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { grammarOf, paintsSip, root, scopesAt, type TokenLine, tokenize } from './engine.ts';
import { type Claim, readMarked } from './marked-file.ts';

/** Each fixture is coloured as the editor would colour a file of its name. */
const SCOPE_OF: Readonly<Record<string, string>> = {
  '.sip': 'source.sip',
  '.log': 'text.log',
  '.md': 'text.html.markdown',
  '.cfg': 'source.kamailio',
  '.conf': 'source.ini',
  '.xml': 'text.xml',
  '.lua': 'source.lua',
};

const folder = join(root, 'test/fixtures/grammar');
const fixtures = readdirSync(folder).filter((name) => extname(name) in SCOPE_OF);

suite('what is coloured how', () => {
  for (const name of fixtures) {
    test(name, async () => {
      const lines = readMarked(readFileSync(join(folder, name), 'utf8'));
      const tokenLines = tokenize(await grammarFor(name), lines.map((line) => line.text).join('\n'));
      const wrong = lines.flatMap((line, index) =>
        line.claims.flatMap((claim) => faultOf(claim, tokenLines[index]!)).map((fault) => `${name}:${fault}`),
      );
      assert.deepEqual(wrong, []);
    });
  }
});

suite('files that do not speak of SIP', () => {
  for (const name of fixtures.filter((name) => name.startsWith('ordinary'))) {
    test(`${name} looks as it does without the extension`, async () => {
      const text = readMarked(readFileSync(join(folder, name), 'utf8'))
        .map((line) => line.text)
        .join('\n');
      assert.deepEqual(
        looks(tokenize(await grammarFor(name), text)),
        looks(tokenize(await grammarFor(name, false), text)),
      );
    });
  }
});

const grammarFor = (name: string, injected = true): Promise<IGrammar> => grammarOf(SCOPE_OF[extname(name)]!, injected);

/** What a theme can see: each character's scopes but those that only say where it stands. */
const looks = (lines: readonly TokenLine[]): string[] =>
  lines.map((line) =>
    [...line.text]
      .map((character, column) => {
        const scopes = scopesAt(line, column).filter((scope) => scope !== 'meta.log.sip');
        return `${character} ${scopes.join(' ')}`;
      })
      .join('\n'),
  );

/** A claim holds when all its columns have its scopes and the columns beside them do not go on with the last one. */
function faultOf(claim: Claim, line: TokenLine): string[] {
  const has = (column: number, scope: string) => scopesAt(line, column).includes(scope);
  const columns = Array.from({ length: claim.end - claim.start }, (_, index) => claim.start + index);
  const text = line.text.slice(claim.start, claim.end);
  if (claim.scopes.length === 0) {
    const painted = columns.flatMap((column) => scopesAt(line, column).filter(paintsSip));
    return painted.length > 0 ? [`${claim.lineNumber} "${text}" is not plain: ${painted[0]}`] : [];
  }
  return claim.scopes.flatMap((scope) => {
    if (!columns.every((column) => has(column, scope)))
      return [`${claim.lineNumber} "${text}" is not ${scope} but ${scopesAt(line, claim.start).slice(1).join(' ')}`];
    const wider = !scope.startsWith('meta.') && (has(claim.start - 1, scope) || has(claim.end, scope));
    return wider ? [`${claim.lineNumber} ${scope} reaches beyond "${text}"`] : [];
  });
}
