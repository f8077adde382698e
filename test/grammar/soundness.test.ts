import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { grammarOf, injectionsInto, ownGrammars, root, targetsOf, tokenize } from './engine.ts';
import { readMarked } from './marked-file.ts';
import { costFaults } from './pattern.ts';
import { capturesOf, rulesOf, scopesOf } from './rules.ts';

const rules = [...ownGrammars.values()].flatMap((grammar) =>
  [...rulesOf(grammar)].map((rule) => ({ ...rule, grammar })),
);

/** What a scope name may start with: what themes know, what bears no colour, and the roots. */
const FIRST_WORDS = new Set(
  'comment constant entity fenced_code invalid keyword markup meta punctuation storage string strong support token variable emphasis'.split(
    ' ',
  ),
);

suite('every pattern takes linear time', () => {
  test('by its shape', () => {
    const faults = rules.flatMap(({ place, rule }) =>
      capturesOf(rule).flatMap(({ pattern }) => costFaults(pattern).map((fault) => `${place}: ${fault}: ${pattern}`)),
    );
    assert.deepEqual(faults, []);
  });

  test('the shapes that do not are found', () => {
    assert.deepEqual(costFaults('^(a+)+$'), ['an unbounded repeat stands inside another']);
    assert.deepEqual(costFaults('^.*x.*y'), ['two unbounded repeats can share their characters']);
    assert.deepEqual(costFaults('^[ \\t]*\\s+:'), ['two unbounded repeats can share their characters']);
    assert.deepEqual(costFaults('\\w+:'), ['an unbounded repeat opens the pattern unguarded']);
    assert.deepEqual(costFaults('a\\w{1,5000}'), ['a repeat is counted to 5000']);
    assert.deepEqual(costFaults('x(?<=a.*)'), ['a look behind has no bound']);
    assert.deepEqual(costFaults('(?<!\\w)\\w+[ \\t]*:'), []);
  });

  test('no anchor keeps the engine from remembering where it searched', () => {
    const anchored = rules.filter(
      ({ rule, grammar }) =>
        grammar.scopeName !== 'markdown.sip.codeblock' &&
        capturesOf(rule).some(({ pattern }) => pattern.includes('\\G')),
    );
    assert.deepEqual(
      anchored.map(({ place }) => place),
      [],
    );
  });
});

suite('the grammars are whole', () => {
  test('each include is there', () => {
    const missing = rules.flatMap(({ place, rule, grammar }) => {
      const [, scopeName, name] = /^([^#]*)#?(.*)$/.exec(rule.include ?? '')!;
      const target = scopeName ? ownGrammars.get(scopeName) : grammar;
      const found = !name || !target || Object.hasOwn(target.repository ?? {}, name);
      return found ? [] : [`${place}: ${rule.include}`];
    });
    assert.deepEqual(missing, []);
  });

  test('each capture names a group of its pattern', () => {
    const beyond = rules.flatMap(({ place, rule }) =>
      capturesOf(rule).flatMap(({ pattern, captures }) => {
        const groups = new RegExp(`${pattern.replaceAll('(?i:', '(?:')}|`).exec('')!.length - 1;
        return Object.keys(captures)
          .filter((number) => Number(number) > groups)
          .map((number) => `${place}: ${number}`);
      }),
    );
    assert.deepEqual(beyond, []);
  });

  test('each scope name starts as themes expect', () => {
    const odd = rules.flatMap(({ rule }) => scopesOf(rule)).filter((scope) => !FIRST_WORDS.has(scope.split('.')[0]!));
    assert.deepEqual(odd, []);
  });

  test('package.json contributes each of them, into the grammars that its selector names', () => {
    const contributed: { scopeName: string; injectTo?: string[] }[] =
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes?.grammars ?? [];
    assert.deepEqual(
      contributed.map(({ scopeName, injectTo }) => [scopeName, [...(injectTo ?? [])].sort()]).sort(),
      [...ownGrammars].map(([scopeName, grammar]) => [scopeName, targetsOf(grammar).sort()]).sort(),
    );
  });
});

suite('no line leaves anything open', () => {
  for (const scopeName of ['text.log', 'source.ini', 'source.kamailio', 'source.lua']) {
    test(`in ${scopeName}, whatever is cut off where`, async () => {
      const grammar = await grammarOf(scopeName);
      const closed = tokenize(grammar, '')[0]!.state;
      for (const line of fixtureLines()) {
        for (const cut of [line, line.slice(0, line.length / 2), line.slice(line.length / 3)]) {
          const strings = cut.replaceAll('"', '').replaceAll("'", '').replaceAll('/*', '');
          const [result] = tokenize(grammar, scopeName === 'text.log' ? cut : strings);
          assert.ok(result!.state.equals(closed), cut);
        }
      }
    });
  }

  test('in XML behind the end of its CDATA', async () => {
    const grammar = await grammarOf('text.xml');
    for (const line of fixtureLines()) {
      const lines = tokenize(grammar, `<a><![CDATA[\nSIP/2.0 200 OK\n${line.replaceAll(']]>', '')}]]>\n<b/>`);
      assert.ok(lines.at(-1)!.state.depth === 1, line);
    }
  });

  test('and a message file only its message', async () => {
    const grammar = await grammarOf('source.sip');
    for (const line of fixtureLines()) {
      const lines = tokenize(grammar, `BYE sip:bob@example.com SIP/2.0\n\n${line}\nSIP/2.0 200 OK`);
      assert.equal(lines.at(-1)!.state.depth, 2, line);
    }
  });
});

suite('long lines', () => {
  const pieces = [
    ' ',
    '<',
    '"',
    'a:',
    '-',
    'A',
    'sip:',
    ';a=b',
    'INVITE sip:x ',
    'SIP/2.0 200 OK ',
    'Via: SIP/2.0/UDP h ',
    '\\r\\n',
    '#012',
    '..',
    '(',
    'a=',
    '\\"',
  ];
  for (const scopeName of ['source.sip', ...new Set([...ownGrammars.values()].flatMap(targetsOf))]) {
    if (injectionsInto(scopeName).length === 0 && scopeName !== 'source.sip') continue;
    test(`of ${scopeName} get about as many tokens for each character, however long they are`, async () => {
      const grammar = await grammarOf(scopeName).catch(() => undefined);
      if (!grammar) return;
      for (const piece of pieces) {
        const [short, long] = [50, 500].map((count) => tokenize(grammar, piece.repeat(count))[0]!);
        assert.ok(long!.tokens.length <= 11 * Math.max(short!.tokens.length, 2), piece);
        assert.ok(!long!.stoppedEarly, piece);
      }
    });
  }
});

function fixtureLines(): string[] {
  const folder = join(root, 'test/fixtures/grammar');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => readMarked(readFileSync(join(folder, entry.name), 'utf8')).map((line) => line.text));
}

const traces = join(root, '../shared/corpora/logs/sipp');
test('every start line of recorded traffic is coloured', { skip: !existsSync(traces) }, async () => {
  const grammar = await grammarOf('text.log');
  for (const name of readdirSync(traces)) {
    const lines = tokenize(grammar, readFileSync(join(traces, name), 'utf8'));
    for (const { text, tokens } of lines.filter(({ text }) =>
      /^(?:SIP\/2\.0 \d|[A-Z]+ sip:\S+ SIP\/2\.0$)/.test(text),
    )) {
      const painted = tokens.some(({ scopes }) => scopes.some((scope) => /\.(?:method|status)\./.test(scope)));
      assert.ok(painted, `${name}: ${text}`);
    }
  }
});
